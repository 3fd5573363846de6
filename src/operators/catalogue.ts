import { choices } from './choices.js';
import { moments } from './moments.js';
import { numbers } from './numbers.js';
import type { Operator } from './operator.js';

/** Every operator a leaf may use. There are no negative ones: write `not`. */
export const OPERATORS = { ...numbers, ...moments, ...choices } as const satisfies Record<string, Operator>;

export type OperatorName = keyof typeof OPERATORS;

export const isOperator = (name: string): name is OperatorName => Object.hasOwn(OPERATORS, name);
