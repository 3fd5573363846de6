/** Changes of a fact as written: a neighbouring measure, a bound too many or too few, another way of counting. */
import type { Text } from '../../input/problem.js';
import type { Path } from '../../input/source.js';
import { changesOfCondition, fromTo, without } from './conditions.js';
import { isRecord, type Written } from '../../input/written.js';
import { replaced, type Change } from './mutant.js';

/** Keys that are taken for one another. */
const BESIDE: Readonly<Record<string, string>> = {
  earliest: 'latest',
  latest: 'earliest',
  first: 'last',
  last: 'first',
  add: 'subtract',
  subtract: 'add',
  smaller: 'larger',
  larger: 'smaller',
  from: 'after',
  after: 'from',
  to: 'before',
  before: 'to',
  'more-than': 'at-least',
  'at-least': 'more-than',
  'less-than': 'at-most',
  'at-most': 'less-than',
};

/** Keys that an author may forget. */
const FORGOTTEN = new Set([
  'from',
  'to',
  'after',
  'before',
  'less',
  'only-if',
  'roll',
  'backward',
  'first-day',
  'times',
  'rounding',
  'beyond',
  'through',
  'refused',
]);

const ROLLS: Readonly<Record<string, string>> = { none: 'next-working-day', 'next-working-day': 'none' };

/** @param name what a fact or term is called in words */
export function changesOfFact(written: unknown, path: Path, name: (of: string) => Text): readonly Change[] {
  if (Array.isArray(written)) return (written as readonly unknown[]).flatMap((one, index) => changesOfFact(one, [...path, index], name));
  if (!isRecord(written)) return [];
  const changes: Change[] = [];
  for (const [key, part] of Object.entries(written)) {
    const at = [...path, key];
    const beside = BESIDE[key];
    if (beside !== undefined && !Object.hasOwn(written, beside))
      changes.push({ path, value: renamed(written, key, beside), says: fromTo(say(key), say(beside)) });
    if (FORGOTTEN.has(key)) changes.push({ path, value: replaced(written, [key], undefined), says: without(saidOf(key, part, name)) });
    if (key === 'roll' && typeof part === 'string' && ROLLS[part] !== undefined)
      changes.push({ path: at, value: ROLLS[part], says: fromTo(say(part), say(ROLLS[part])) });
    if (key === 'where' && isRecord(part))
      for (const field of Object.keys(part))
        changes.push({
          path: Object.keys(part).length === 1 ? path : at,
          value: Object.keys(part).length === 1 ? replaced(written, ['where'], undefined) : replaced(part, [field], undefined),
          says: without(saidOf(field, part[field], name)),
        });
    else if (key === 'holds') changes.push(...changesOfCondition(part, at, name));
    else if (key !== 'says' && key !== 'question') changes.push(...changesOfFact(part, at, name));
  }
  return changes;
}

const renamed = (written: Written, key: string, other: string): Written =>
  Object.fromEntries(Object.entries(written).map(([one, part]) => [one === key ? other : one, part]));

const WORDS: Readonly<Record<string, Text>> = {
  earliest: { zh: '最早', en: 'earliest' },
  latest: { zh: '最晚', en: 'latest' },
  first: { zh: '第一次', en: 'first' },
  last: { zh: '最后一次', en: 'last' },
  add: { zh: '相加', en: 'sum' },
  subtract: { zh: '相减', en: 'difference' },
  smaller: { zh: '较小者', en: 'the smaller' },
  larger: { zh: '较大者', en: 'the larger' },
  from: { zh: '自该日起（含当日）', en: 'from that day on' },
  after: { zh: '晚于', en: 'after' },
  to: { zh: '至该日止（含当日）', en: 'through that day' },
  before: { zh: '早于', en: 'before' },
  'more-than': { zh: '超过', en: 'more than' },
  'at-least': { zh: '不少于', en: 'at least' },
  'less-than': { zh: '不满', en: 'less than' },
  'at-most': { zh: '不超过', en: 'at most' },
  'next-working-day': { zh: '顺延至下一工作日', en: 'rolled to the next working day' },
  none: { zh: '不顺延', en: 'not rolled' },
};

const say = (word: string): Text => WORDS[word] ?? { zh: word, en: word };

function saidOf(key: string, part: unknown, name: (of: string) => Text): Text {
  const said =
    typeof part === 'string'
      ? name(part)
      : isRecord(part) || Array.isArray(part)
        ? { zh: '', en: '' }
        : { zh: String(part), en: String(part) };
  return { zh: `${say(key).zh} ${said.zh}`.trim(), en: `${say(key).en} ${said.en}`.trim() };
}
