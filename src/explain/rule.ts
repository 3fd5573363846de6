/** A rule as a clause: who, what, how often, when, until when, what breaches it, what excuses, how much. */
import type { LinkedCondition } from '../facts/condition.js';
import type { Language, Text } from '../input/problem.js';
import type { LinkedRule } from '../rulebook/rule.js';
import { aboutParts } from './about.js';
import { amountsPart } from './amounts.js';
import { conditionLine } from './condition.js';
import { amendedLines, eachLines } from './each.js';
import { exemptionParts } from './exemption.js';
import { inBoth, line, part, pick, type Entry, type Line, type Part } from './explanation.js';
import { ledgerPart } from './ledger.js';
import { performanceParts } from './performance.js';
import type { Reached } from './reach.js';
import { list, type Words } from './words.js';

export const KIND_OF_RULE: Readonly<Record<LinkedRule['kind'] | 'exemption', Text>> = {
  duty: { zh: '义务', en: 'Duty' },
  prohibition: { zh: '禁止', en: 'Prohibition' },
  right: { zh: '权利', en: 'Right' },
  limit: { zh: '限额', en: 'Limit' },
  check: { zh: '核对', en: 'Check' },
  exemption: { zh: '免责事由', en: 'Exemption' },
};

/** @param reached what the rule rests on */
export function ruleEntry(words: Words, rule: LinkedRule, reached: Reached): Entry {
  const { kind, each, arises, when } = rule;
  const applies = [...eachLines(words, each, arises), ...amendedLines(rule)];
  return {
    id: rule.id,
    title: rule.title,
    clauses: [rule.clause, ...rule.also],
    parts: [
      part('act', KIND_OF_RULE[kind].zh, KIND_OF_RULE[kind].en, [line(inBoth((lang) => sayAct(words, rule, lang)))]),
      ...(applies.length === 0 ? [] : [part('each', '适用', 'Applies', applies)]),
      ...conditionPart(words, 'when', { zh: '条件', en: 'When' }, when),
      ...performanceParts(words, rule),
      ...exemptionParts(words, rule),
      ...conditionPart(words, 'formality', { zh: '手续', en: 'Formality' }, rule.formality, {
        zh: '行使之前还须完成手续：',
        en: 'before it can be used there is a formality: ',
      }),
      ...conditionPart(words, 'exercised', { zh: '行使', en: 'Exercised' }, rule.exercised, {
        zh: '有此情形的，为已行使：',
        en: 'this is its exercise: ',
      }),
      ...untilPart(words, rule),
      ...lapsePart(words, rule),
      ...amountsPart(words, rule),
      ...ledgerPart(words, rule),
      ...showsPart(words, rule),
      ...aboutParts(rule),
      ...readingsPart(words, reached),
    ],
  };
}

function conditionPart(
  words: Words,
  role: string,
  label: Text,
  condition: LinkedCondition | null,
  before: Text = { zh: '', en: '' },
): readonly Part[] {
  return condition === null ? [] : [part(role, label.zh, label.en, [conditionLine(words, before, condition)])];
}

function sayAct(words: Words, { kind, bearer, holder, act }: LinkedRule, lang: Language): string {
  const [by, to] = [bearer, holder].map((one) => (one === null ? null : words.party(one, lang)));
  const what = act === null ? null : lang === 'zh' ? act.zh : `“${act.en}”`;
  const end = pick(lang, '。', '.');
  if (kind === 'limit') return pick(lang, '对金额或者数值的限制。', 'A limit on an amount or a value.');
  if (kind === 'check') return pick(lang, '对资料是否相符的核对。', 'A check whether data agree.');
  if (bearer === 'both' && holder === 'both') return both(kind, what, lang) + end;
  if (kind === 'right') {
    const against = by == null ? '' : pick(lang, `对${by}`, ` against ${by}`);
    return (
      pick(
        lang,
        `${to ?? ''}${against}有权：${what ?? '如下列金额所示'}`,
        `${to ?? ''} may, as a right${against}: ${what ?? 'have the amounts below'}`,
      ) + end
    );
  }
  const toward = to == null ? '' : pick(lang, `对${to}`, ` toward ${to}`);
  if (kind === 'duty')
    return (
      pick(
        lang,
        `${by ?? ''}${toward}应当：${what ?? '按下列履行'}`,
        `${by ?? ''} must, as a duty${toward}: ${what ?? 'perform as below'}`,
      ) + end
    );
  return (
    pick(
      lang,
      `${by ?? ''}${toward}不得：${what ?? '有下列违反'}`,
      `${by ?? ''} must not, as a duty${toward}: ${what ?? 'breach as below'}`,
    ) + end
  );
}

/** A rule of both sides. */
function both(kind: LinkedRule['kind'], what: string | null, lang: Language): string {
  const modal: Record<string, Text> = {
    duty: { zh: '双方均应当：', en: 'Both parties must: ' },
    prohibition: { zh: '双方均不得：', en: 'Neither party may: ' },
    right: { zh: '双方均有权：', en: 'Both parties may: ' },
  };
  return (modal[kind]?.[lang] ?? '') + (what ?? pick(lang, '如下', 'as below'));
}

function untilPart(words: Words, { kind, until, due }: LinkedRule): readonly Part[] {
  if (until === null) return [];
  const say = (lang: Language): string => {
    const day = words.operand(until, lang);
    if (kind !== 'duty')
      return pick(
        lang,
        `${day}在产生之前已到的，不再产生；已经产生的不受影响。`,
        `If ${day} comes before it arises, it does not arise; what has arisen stands.`,
      );
    return due === null
      ? pick(
          lang,
          `在违反之前${day}已到的，此项义务不再存在；已经违反的不受影响。`,
          `If ${day} comes before a breach, the duty is no more; a breach stands.`,
        )
      : pick(
          lang,
          `${day}早于期限末日的，此项义务不再存在；期限已经届满的不受影响。`,
          `If ${day} comes before the last day to perform, the duty is no more; what was due by then stands.`,
        );
  };
  return [part('until', '终止', 'Ends', [line(inBoth(say))])];
}

function lapsePart(words: Words, { lapses }: LinkedRule): readonly Part[] {
  if (lapses === null) return [];
  return [
    part('lapses', '失效', 'Lapses', [
      line(
        inBoth((lang) =>
          pick(
            lang,
            `过了${words.operand(lapses, lang)}仍未行使的，失效。`,
            `Not used by the end of ${words.operand(lapses, lang)}, it lapses.`,
          ),
        ),
      ),
    ]),
  ];
}

function showsPart(words: Words, { shows }: LinkedRule): readonly Part[] {
  if (shows.length === 0) return [];
  const days = inBoth((lang) =>
    list(
      lang,
      shows.map((one) => words.operand(one, lang)),
    ),
  );
  return [
    part('shows', '附列', 'Shown', [
      line({ zh: `结论旁列出：${days.zh}（不影响结论）。`, en: `Printed with the finding: ${days.en}; they change no status.` }),
    ]),
  ];
}

/** The readings on which a finding may hang, with what holds where nothing else is chosen. */
function readingsPart(words: Words, { readings }: Reached): readonly Part[] {
  if (readings.length === 0) return [];
  const lines = readings.map((name): Line => {
    const reading = words.rulebook.declared.readings.get(name);
    return line(
      inBoth(
        (lang) =>
          pick(lang, `${words.reading(name, lang)}（${name}）：`, `${words.reading(name, lang)} (${name}): `) +
          words.chosen(name, reading?.default ?? '', lang),
      ),
    );
  });
  const before: Text = {
    zh: '下列各点文本没有写明，未另行选定的按所列读法；选另一读法，结论可能不同：',
    en: 'the text leaves these open; unless another is chosen they are read as follows, and another may change the finding:',
  };
  return [part('readings', '读法', 'Readings', [line(before, lines)])];
}
