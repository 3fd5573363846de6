import { choices } from './choices.js';
import { moments } from './moments.js';
import { numbers } from './numbers.js';
import type { Type } from '../values/type.js';
import type { Operator } from './operator.js';

/** Every operator a leaf may use. There are no negative ones: write `not`. */
export const OPERATORS = { ...numbers, ...moments, ...choices } as const satisfies Record<string, Operator>;

export type OperatorName = keyof typeof OPERATORS;

const NAMES = Object.keys(OPERATORS) as readonly OperatorName[];

/** Signs that stand for numbers alone. */
const SIGNS: Readonly<Record<string, OperatorName>> = {
  '>': 'more-than',
  '>=': 'at-least',
  '≥': 'at-least',
  '<': 'less-than',
  '<=': 'at-most',
  '≤': 'at-most',
  '=': 'equals',
  '==': 'equals',
};

/** The operator that a sign, or what it is called in Chinese, stands for. */
export const operatorMeant = (word: string): OperatorName | undefined =>
  SIGNS[word] ?? NAMES.find((name) => OPERATORS[name].says.zh === word);

/** Those that apply to a fact of a type. */
export const operatorsFor = (type: Type): readonly OperatorName[] => NAMES.filter((name) => OPERATORS[name].takes(type));

export const isOperator = (name: string): name is OperatorName => Object.hasOwn(OPERATORS, name);
