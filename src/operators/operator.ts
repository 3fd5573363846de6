import type { Day } from '../calendar/day.js';
import type { Type } from '../values/type.js';
import type { Truth } from '../values/truth.js';
import type { Value } from '../values/value.js';
import type { Text } from '../input/problem.js';

/** What one leaf of a condition asks of two values. */
export interface Operator {
  /** As a lawyer says it (Civil Code art. 1259 for the numbers). */
  readonly says: Text;
  readonly takes: (fact: Type) => boolean;
  /** The type of what stands in `value:`. */
  readonly operand: (fact: Type) => Type;
  /** Whether it is established at the end of `today`. */
  readonly test: (fact: Value, operand: Value, today: Day) => Truth;
}

/** A value of another type than linking allowed: a fault of the program, caught where a rule is judged. */
export class OperandError extends Error {}
