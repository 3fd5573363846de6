import { choices } from './choices.js';
import { moments } from './moments.js';
import { numbers } from './numbers.js';
import type { Type } from '../values/type.js';
import type { Operator } from './operator.js';

/** Every operator a leaf may use. There are no negative ones: write `not`. */
export const OPERATORS = { ...numbers, ...moments, ...choices } as const satisfies Record<string, Operator>;

export type OperatorName = keyof typeof OPERATORS;

const NAMES = Object.keys(OPERATORS) as readonly OperatorName[];

/** What compares numbers, and what says the same of moments and of choices. */
const LIKE: Readonly<Partial<Record<OperatorName, readonly OperatorName[]>>> = {
  'more-than': ['after'],
  'at-least': ['on-or-after'],
  'less-than': ['before'],
  'at-most': ['on-or-before'],
  equals: ['is', 'on'],
  is: ['equals', 'on'],
  after: ['more-than'],
  'on-or-after': ['at-least'],
  before: ['less-than'],
  'on-or-before': ['at-most'],
};

/** Signs, words of everyday Chinese and words of other programs. */
const WORDS: Readonly<Partial<Record<OperatorName, readonly string[]>>> = {
  'more-than': ['>', '＞', 'gt', 'greaterthan', 'greater-than', 'over', 'exceeds', '大于', '多于', '高于', '超出'],
  'at-least': ['>=', '=>', '≥', '≧', 'gte', 'ge', 'greaterthaninclusive', 'minimum', '大于等于', '大于或等于', '不低于', '不小于', '至少'],
  'less-than': ['<', '＜', 'lt', 'lessthan', 'under', 'below', '小于', '少于', '低于', '不足'],
  'at-most': [
    '<=',
    '=<',
    '≤',
    '≦',
    'lte',
    'le',
    'lessthaninclusive',
    'maximum',
    '小于等于',
    '小于或等于',
    '不大于',
    '不高于',
    '不多于',
    '至多',
  ],
  equals: ['=', '==', '===', 'eq', 'equal', '等于'],
  is: ['是', '为'],
  'one-of': ['in', 'oneof', 'any-of', '属于', '之一'],
  happened: ['exists', 'occurred', '发生', '已经发生'],
  before: ['earlier', 'earlier-than', '在之前', '之前'],
  after: ['later', 'later-than', '在之后', '之后'],
};

/** The operator that a sign or another word stands for, as it is called for a fact of the type. */
export function operatorMeant(word: string, type: Type): OperatorName | undefined {
  const meant = NAMES.find((name) => OPERATORS[name].says.zh === word || WORDS[name]?.includes(word.toLowerCase()) === true);
  if (meant === undefined) return undefined;
  return [meant, ...(LIKE[meant] ?? [])].find((name) => OPERATORS[name].takes(type)) ?? meant;
}

/** Those that apply to a fact of a type. */
export const operatorsFor = (type: Type): readonly OperatorName[] => NAMES.filter((name) => OPERATORS[name].takes(type));

export const isOperator = (name: string): name is OperatorName => Object.hasOwn(OPERATORS, name);
