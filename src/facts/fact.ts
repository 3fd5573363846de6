import type { Place, Text } from '../input/problem.js';
import type { PeriodEnd, PeriodRequest } from '../calendar/period.js';
import type { Type } from '../values/type.js';
import type { Value } from '../values/value.js';
import type { LinkedCondition } from './condition.js';
import type { Scope } from './scope.js';

/** What a fact must be evaluated for. */
export interface Needs {
  /** Fields of `this` event that are read; a rule that uses the fact must have them. */
  readonly fields: ReadonlySet<string>;
  readonly thisEvent: boolean;
  /** Columns of `this` row. */
  readonly columns: ReadonlySet<string>;
  /** Whether it reads the days of `this` month or period. */
  readonly span: boolean;
  /** Whether it looks at the months, periods or rows before this one. */
  readonly sequence: boolean;
  /** Whether it asks when the rule's breach or condition arose, or which rule is judged. */
  readonly subject: boolean;
}

/** Something a measure reads: a fact, a term, a figure, or a choice among such by a reading. */
export interface Operand {
  readonly name: string;
  readonly says: Text;
  readonly type: Type;
  readonly needs: Needs;
  readonly fact?: LinkedFact;
  readonly term?: string;
  /** 0, 1 or 2 as written: it takes the unit of what it stands beside. */
  readonly figure?: boolean;
  /** A measure written out in place. */
  readonly inline?: Compiled & WrittenMeasure;
  /** For a reading: the operand of each alternative. */
  readonly reading?: { readonly name: string; readonly choices: Readonly<Record<string, Operand>> };
  evaluate(scope: Scope): Value;
}

/** A measure as it is written: its key, and all that stands beside it. */
export interface WrittenMeasure {
  readonly measure: string;
  readonly written: Readonly<Record<string, unknown>>;
}

/** A measure put to work: what it gives, on what it rests, how it is said. */
export interface Compiled {
  readonly type: Type;
  readonly operands: readonly Operand[];
  /** Event types it reads by itself (its operands' come through them). */
  readonly events: readonly string[];
  readonly needs?: Partial<Needs>;
  /** It gives its operands an event of its own, so that their needs of `this` are met. */
  readonly ownNeeds?: boolean;
  /** It watches the days on which `today`, as an operand, gives another result. */
  readonly followsToday?: boolean;
  /** Rules whose verdicts it asks for: the graph of rules must have no circle. */
  readonly rules?: readonly string[];
  readonly condition?: LinkedCondition;
  evaluate(scope: Scope, fact: string): Value;
  /** A period: how its last day was counted, for the explanation; null where there is none yet. */
  count?(scope: Scope): CountedPeriod | null;
  /** The formula with the figures that are no operands: what was summed, what part of it counts. Undefined: `say` says all. */
  tell?(scope: Scope, show: (operand: Operand) => string, figure: (value: Value, type: Type) => string): Text | undefined;
  /** The formula, with operands said as the caller wants them (by name, or with their values). */
  say(show: (operand: Operand) => string): Text;
}

/** A period as it ran, from its anchor to its end. */
export interface CountedPeriod {
  readonly request: PeriodRequest;
  readonly end: PeriodEnd;
}

/** A question that only a person can settle. */
export interface Question {
  readonly ask: Text;
  readonly by: Text;
}

export interface LinkedFact extends WrittenMeasure {
  readonly name: string;
  readonly says: Text;
  readonly type: Type;
  readonly needs: Needs;
  readonly operands: readonly Operand[];
  /** Every event type it depends on, directly or through others. */
  readonly events: ReadonlySet<string>;
  readonly rules: ReadonlySet<string>;
  readonly question: Question | null;
  /** Whether its value stays as it is from one day to the next, but for events and for days that it says to watch. */
  readonly lasting: boolean;
  readonly place: Place;
  readonly compiled: Compiled;
}
