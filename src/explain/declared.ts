/** Terms, statutory figures and event types, as a rulebook declares them. */
import type { EventType } from '../events/event.js';
import type { Language } from '../input/problem.js';
import type { Term } from '../rulebook/declarations.js';
import type { RulebookFile } from '../schema-types/rulebook.js';
import { inBoth, line, part, pick, type Entry } from './explanation.js';
import type { Words } from './words.js';

export function termEntry(words: Words, term: Term): Entry {
  return {
    id: term.name,
    title: term.says,
    clauses: term.clause === null ? [] : [term.clause],
    parts: [
      part('term', term.statute ? '法定' : '约定', term.statute ? 'Law' : 'Agreed', [line(inBoth((lang) => sayTerm(words, term, lang)))]),
    ],
  };
}

/** Figures stay as they are written: 2000.00, 0.30. */
function sayTerm(words: Words, term: Term, lang: Language): string {
  const { name, type, optional, statute } = term;
  const file = words.rulebook.declared.source.value as RulebookFile;
  const kind = words.type(type, lang);
  const figure = file.statute?.[name];
  if (statute && figure !== undefined)
    return pick(
      lang,
      `${kind}，法律规定为${sayFigure(term, figure.value, lang)}（${figure.basis}），合同不能改变。`,
      `${kind}, by law ${sayFigure(term, figure.value, lang)} (“${figure.basis}”); no contract changes it.`,
    );
  const fallback = file.terms[name]?.default;
  if (fallback !== undefined)
    return pick(
      lang,
      `${kind}；合同没有写的，为${sayFigure(term, fallback, lang)}。`,
      `${kind}; left out of a contract it is ${sayFigure(term, fallback, lang)}.`,
    );
  return kind + (optional ? pick(lang, '；合同可以不写。', '; a contract may leave it out.') : pick(lang, '。', '.'));
}

/** A length of time in years, months or days; anything else as it is written. */
function sayFigure({ default: value }: Term, written: unknown, lang: Language): string {
  if (value?.type !== 'duration') return String(written);
  const { months, days } = value;
  if (months === 0) return pick(lang, `${days}日`, `${days} days`);
  return months % 12 === 0 ? pick(lang, `${months / 12}年`, `${months / 12} years`) : pick(lang, `${months}个月`, `${months} months`);
}

export function eventEntry(words: Words, event: EventType): Entry {
  const { declared } = words.rulebook;
  const file = declared.source.value as RulebookFile;
  const answers = event.answers === null ? undefined : declared.events.get(event.answers);
  const fields = [...event.fields].map(([name, field]) => {
    const fallback = file.events[event.name]?.data?.[name]?.default;
    const rows = field.rows === null ? undefined : declared.terms.get(field.rows);
    return line(
      inBoth((lang) => {
        const kind =
          rows === undefined
            ? words.type(field.type, lang)
            : pick(lang, `${words.name(rows.name, rows.says, lang)}中的一行`, `a row of ${words.name(rows.name, rows.says, lang)}`);
        const left =
          fallback !== undefined
            ? pick(lang, `，不写为 ${String(fallback)}`, `, ${String(fallback)} if left out`)
            : field.optional
              ? pick(lang, '，可以不写，不写即为不明', ', may be left out: then it is unknown')
              : '';
        return `${words.name(name, field.says, lang)}${pick(lang, `（${name}）：`, ` (${name}): `)}${kind}${left}`;
      }),
    );
  });
  return {
    id: event.name,
    title: event.says,
    clauses: [],
    parts: [
      ...(answers === undefined
        ? []
        : [
            part('answers', '回应', 'Answers', [
              line(inBoth((lang) => pick(lang, `回应${words.event(answers, lang)}`, `answers ${words.event(answers, lang)}`))),
            ]),
          ]),
      ...(fields.length === 0 ? [] : [part('fields', '记载', 'Records', fields)]),
    ],
  };
}
