/** Conditions as sentences: a group says whether all or any of its items must hold, and its items stand below it. */
import type { Leaf, LinkedCondition, Shape } from '../facts/condition.js';
import type { Operand } from '../facts/fact.js';
import type { Language, Text } from '../input/problem.js';
import type { OperatorName } from '../operators/catalogue.js';
import { inBoth, line, pick, type Line } from './explanation.js';
import type { Words } from './words.js';

/** A sentence that begins with `before` and ends with the condition. */
export function conditionLine(words: Words, before: Text, condition: LinkedCondition): Line {
  const said = shapeLine(words, condition, condition.shape);
  return line({ zh: before.zh + said.text.zh, en: before.en + said.text.en }, said.items);
}

const GROUPS = {
  all: { zh: '下列各项全部成立：', en: 'all of the following hold:' },
  any: { zh: '下列各项至少有一项成立：', en: 'at least one of the following holds:' },
} as const;

function shapeLine(words: Words, condition: LinkedCondition, shape: Shape): Line {
  if (typeof shape === 'number') {
    const leaf = condition.leaves[shape];
    if (leaf === undefined) throw new Error('a condition has a leaf that it does not have');
    return line(inBoth((lang) => sayLeaf(words, leaf, lang)));
  }
  const [group, members] = 'all' in shape ? (['all', shape.all] as const) : (['any', shape.any] as const);
  return line(
    GROUPS[group],
    members.map((member) => shapeLine(words, condition, member)),
  );
}

const RELATIONS: Readonly<Record<Exclude<OperatorName, 'is' | 'one-of' | 'happened'>, Text>> = {
  'more-than': { zh: '超过', en: 'is more than' },
  'at-least': { zh: '不少于', en: 'is at least' },
  'less-than': { zh: '不满', en: 'is less than' },
  'at-most': { zh: '不超过', en: 'is at most' },
  equals: { zh: '等于', en: 'equals' },
  before: { zh: '早于', en: 'is before' },
  'on-or-before': { zh: '不晚于', en: 'is on or before' },
  after: { zh: '晚于', en: 'is after' },
  'on-or-after': { zh: '不早于', en: 'is on or after' },
  on: { zh: '当日即为', en: 'is on' },
};

/** What has not come yet is late as well, once the day it is held against is past, or there. */
const LATE: Partial<Record<OperatorName, Text>> = {
  after: { zh: '（后者已过而前者尚未发生的，亦同）', en: ' (or the latter is past and the former has not come)' },
  'on-or-after': { zh: '（后者已到而前者尚未发生的，亦同）', en: ' (or the latter is there and the former has not come)' },
};

/** Days that are always there: those that every rulebook has, and the moment of the event in question. */
const isSure = ({ name, fact }: Operand): boolean =>
  fact === undefined ? name === 'today' || name === 'signedOn' : fact.measure === 'moment' && fact.written.moment === 'this';

function sayLeaf(words: Words, leaf: Leaf, lang: Language): string {
  const { fact, operator, value, negated } = leaf;
  const name = words.operand(fact, lang);
  if (operator === 'happened') return happened(name, leaf, lang);
  const limit = words.operand(value, lang);
  if (operator === 'is') {
    if (fact.type.kind === 'yes/no' && isLiteral(value)) return isSo(name, isYes(value), negated, lang);
    return name + (negated ? pick(lang, '不是', ' is not ') : pick(lang, '为', ' is ')) + limit;
  }
  if (operator === 'one-of')
    return negated
      ? pick(lang, `${name}不是${limit}中的任何一个`, `${name} is none of ${limit}`)
      : pick(lang, `${name}是${limit}之一`, `${name} is one of ${limit}`);
  const late = isSure(fact) ? '' : (LATE[operator]?.[lang] ?? '');
  const said = pick(lang, `${name}${RELATIONS[operator].zh}${limit}`, `${name} ${RELATIONS[operator].en} ${limit}`) + late;
  if (!negated) return said;
  // What stands in brackets is denied with the rest.
  return late === '' ? denied(said, lang) : pick(lang, `下述情形不成立：${said}`, `it is not so that ${said}`);
}

const denied = (said: string, lang: Language): string => pick(lang, `并非${said}`, `it is not so that ${said}`);

const isYes = ({ name }: Operand): boolean => ['yes', 'true', '是'].includes(name);

const isLiteral = ({ fact, term, reading, inline }: Operand): boolean =>
  fact === undefined && term === undefined && reading === undefined && inline === undefined;

function happened(name: string, { fact, value, negated }: Leaf, lang: Language): string {
  const written = fact.type.kind === 'choice' || fact.type.kind === 'text';
  if (!isYes(value)) {
    const said = name + (written ? pick(lang, '尚无记载', ' is not there yet') : pick(lang, '尚未发生', ' has not happened yet'));
    return negated ? denied(said, lang) : said;
  }
  if (negated) return name + (written ? pick(lang, '没有记载', ' is not there') : pick(lang, '没有发生', ' has not happened'));
  return name + (written ? pick(lang, '已有记载', ' is there') : pick(lang, '已经发生', ' has happened'));
}

function isSo(name: string, yes: boolean, negated: boolean, lang: Language): string {
  const said = pick(lang, `${name}${yes ? '成立' : '不成立'}`, `${name} ${yes ? 'holds' : 'does not hold'}`);
  return negated ? denied(said, lang) : said;
}
