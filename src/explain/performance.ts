/** What performs a rule and what breaches it: by a last day, or by conditions written out. */
import type { LinkedCondition } from '../facts/condition.js';
import type { Language, Text } from '../input/problem.js';
import type { LinkedRule } from '../rulebook/rule.js';
import { conditionLine } from './condition.js';
import { inBoth, line, part, pick, type Part } from './explanation.js';
import type { Words } from './words.js';

export function performanceParts(words: Words, rule: LinkedRule): readonly Part[] {
  return [
    ...duePart(words, rule),
    ...performedPart(words, rule),
    ...(rule.met === null || isDerived(rule, rule.met)
      ? []
      : [conditionPart(words, MET[rule.kind === 'check' ? 'check' : 'duty'], rule.met)]),
    ...(rule.breached === null || isDerived(rule, rule.breached) ? [] : [conditionPart(words, MET.breached, rule.breached)]),
    ...(rule.exceeded === null ? [] : [conditionPart(words, MET.exceeded, rule.exceeded)]),
  ];
}

interface Said {
  readonly role: string;
  readonly label: Text;
  readonly before: Text;
}

const MET = {
  check: { role: 'met', label: { zh: '相符', en: 'Agrees' }, before: { zh: '', en: '' } },
  duty: { role: 'met', label: { zh: '履行', en: 'Performed' }, before: { zh: '有此情形的，为已履行：', en: 'this is performance: ' } },
  breached: { role: 'breached', label: { zh: '违反', en: 'Breach' }, before: { zh: '有此情形的，为违反：', en: 'this is a breach: ' } },
  exceeded: {
    role: 'exceeded',
    label: { zh: '超出', en: 'Exceeded' },
    before: { zh: '有此情形的，为超出：', en: 'this is beyond the limit: ' },
  },
} as const satisfies Record<string, Said>;

const conditionPart = (words: Words, { role, label, before }: Said, condition: LinkedCondition): Part =>
  part(role, label.zh, label.en, [conditionLine(words, before, condition)]);

/** Whether it only says `performed` and `due` again: then it was made of the very same operand. */
const isDerived = ({ performed }: LinkedRule, { leaves }: LinkedCondition): boolean => performed !== null && leaves[0]?.fact === performed;

function duePart(words: Words, { kind, due }: LinkedRule): readonly Part[] {
  if (due === null) return [];
  const say: Text =
    due.name === 'never'
      ? { zh: '没有期限。', en: 'No last day.' }
      : inBoth((lang) =>
          pick(lang, `末日（含）为${words.operand(due, lang)}。`, `The last day, that day included, is ${words.operand(due, lang)}.`),
        );
  return [part('due', kind === 'limit' ? '日期' : '期限', 'Due', [line(say)])];
}

function performedPart(words: Words, rule: LinkedRule): readonly Part[] {
  const { performed, due, met, breached } = rule;
  if (performed === null) return [];
  const derived = { met: met !== null && isDerived(rule, met), breached: breached !== null && isDerived(rule, breached) };
  const say = (lang: Language): string => {
    const act = words.operand(performed, lang);
    if (due === null)
      return derived.met
        ? pick(
            lang,
            `${act}为履行；没有期限，时间经过本身不构成违反。`,
            `${act} performs it; there is no last day, so that time alone makes no breach.`,
          )
        : pick(lang, `履行之日为${act}。`, `The day of performance is ${act}.`);
    const last = words.operand(due, lang);
    const inTime = derived.met ? [pick(lang, `不晚于${last}的，为按期履行`, `on or before ${last} it is in time`)] : [];
    const late = derived.breached
      ? [
          pick(
            lang,
            `晚于${last}的，或者${last}已过而尚未发生的，为违反`,
            `after it, or if ${last} is past and it has not come, it is a breach`,
          ),
        ]
      : [];
    return (
      pick(lang, `履行之日为${act}`, `The day of performance is ${act}`) +
      [...inTime, ...late].map((one) => pick(lang, `；${one}`, `; ${one}`)).join('') +
      pick(lang, '。', '.')
    );
  };
  return [part('performed', '履行', 'Performed', [line(inBoth(say))])];
}
