/** A reading: what the text leaves open, how it may be read, what holds if nothing is chosen and why, and what hangs on it. */
import type { Reading } from '../rulebook/declarations.js';
import { inBoth, line, part, pick, type Entry, type Line } from './explanation.js';
import { sayRoll } from './period.js';
import { Reach } from './reach.js';
import { list, quoted, type Words } from './words.js';

export function readingEntry(words: Words, reading: Reading): Entry {
  const { name, choices, within, default: chosen, why } = reading;
  const alternatives = [...choices].map(([choice]): Line => {
    const figure = choice === 'within' && within !== null;
    return line(
      inBoth((lang) => {
        const how = figure
          ? pick(
              lang,
              `；写成 ${name}=数值，单位为${words.type(within.type, lang)}，条款参数“${within.says.zh}”即为该数`,
              `; written ${name}=figure, in ${words.type(within.type, lang)}; the term “${within.says.en}” is that figure`,
            )
          : '';
        return (
          words.alternative(name, choice, lang) +
          pick(lang, `：${name}=${choice}`, `: ${name}=${choice}`) +
          how +
          rolls(words, name, choice, lang)
        );
      }),
    );
  });
  const hanging = words.rulebook.rules.filter((rule) => new Reach(words).rule(rule).readings.includes(name));
  return {
    id: name,
    title: reading.about,
    clauses: [reading.clause],
    parts: [
      part('choices', '可选', 'Choices', [line({ zh: '下列之一：', en: 'one of these:' }, alternatives)]),
      part('default', '缺省', 'Default', [
        line(
          inBoth((lang) =>
            pick(lang, `不另行选定时按${words.chosen(name, chosen, lang)}。`, `If nothing is chosen: ${words.chosen(name, chosen, lang)}.`),
          ),
        ),
      ]),
      part('why', '缺省的理由', 'Why', [line({ zh: why.zh, en: quoted(why.en) })]),
      part('rules', '影响', 'Hangs on it', [
        line(
          inBoth(
            (lang) =>
              (hanging.length === 0
                ? pick(lang, '没有规则', 'no rule')
                : list(
                    lang,
                    hanging.map((rule) => words.rule(rule.id, lang)),
                  )) + pick(lang, '。', '.'),
          ),
        ),
      ]),
    ],
  };
}

/** Of the rulebook's own reading of last days on days of rest: where each alternative moves them. */
function rolls(words: Words, name: string, choice: string, lang: 'zh' | 'en'): string {
  const { roll } = words.rulebook.declared;
  if (typeof roll !== 'object' || roll === null) return '';
  const { reading, choices } = roll as { readonly reading?: unknown; readonly choices?: Readonly<Record<string, unknown>> };
  const word = choices?.[choice];
  return reading !== name || word === undefined
    ? ''
    : pick(lang, `（${sayRoll(words, word, 'forward', lang)}）`, ` (${sayRoll(words, word, 'forward', lang)})`);
}
