import type { LinkedCondition } from '../facts/condition.js';
import type { Compiled, Operand } from '../facts/fact.js';
import type { ProblemCode, Text } from '../input/problem.js';
import type { EventType } from '../events/event.js';
import type { Type } from '../values/type.js';
import type { Each } from '../facts/each.js';
import type { Selection } from '../facts/selection.js';
import type { Scope } from '../facts/scope.js';
import type { RollWord } from './roll.js';

/** One word of the language. Its key in a fact holds the main operand. */
export interface Measure {
  /** The other keys it takes. */
  readonly parameters: readonly string[];
  /** Undefined if something is wrong: then it has been reported. */
  readonly link: (linking: Linking) => Compiled | undefined;
}

/** A column of a list, or a field of events. */
export interface Column {
  readonly name: string;
  readonly says: Text;
  readonly type: Type;
}

/** What a measure may ask while a fact is linked; problems are reported at their place in the file. */
export interface Linking {
  /** The fact as written. */
  readonly written: Readonly<Record<string, unknown>>;
  /** The measure's own key. */
  readonly key: string;
  has(key: string): boolean;
  /** The operand under a key; reports what is missing, unknown or of a type that does not fit. */
  operand(key: string, fits?: (type: Type) => boolean, wanted?: Text): Operand | undefined;
  operands(key: string, fits?: (type: Type) => boolean, wanted?: Text): readonly Operand[] | undefined;
  /** Exactly two of them. */
  twoOperands(key: string, fits?: (type: Type) => boolean): readonly [Operand, Operand] | undefined;
  /** A word out of a closed list. */
  word<T extends string>(key: string, words: readonly T[]): T | undefined;
  words<T extends string>(key: string, words: readonly T[]): readonly T[] | undefined;
  /** A name or text under a key. */
  text(key: string): string | undefined;
  condition(key: string): LinkedCondition | undefined;
  eventTypes(key: string): readonly EventType[] | undefined;
  eventType(name: string): EventType | undefined;
  /** Events of types, within the bounds and `where` that are written beside the measure. */
  selection(types: readonly EventType[]): Selection | undefined;
  /** What stands under `each`, for a fact that is asked of it. */
  each(asked: Operand): Each | undefined;
  /** Events of types with the `where` beside the measure, at any time. */
  eventsWhere(types: readonly EventType[]): Selection | undefined;
  /** Whether a fact reads of `this` event only what the events of a selection have. */
  readsOnly(asked: Operand, selection: Selection): boolean;
  /** Whether a fact reads of `this` only what each of these has. */
  fits(asked: Operand, each: Each): boolean;
  /** What is written under a key as if it were a fact of its own; a plain value stands for its main key. */
  inside(key: string, main: string): Linking;
  /** Whether nothing but these keys is written here; reports every other. */
  nothingBut(keys: readonly string[]): boolean;
  /** Says that each row of a list term needs a name of its own. */
  nameRows(term: string): void;
  /** The rows of the list term that a key names, of which a fact is asked. */
  rows(key: string, asked: Operand): Each | undefined;
  /** The type of a field that every one of these event types has. */
  field(name: string, types: readonly EventType[], key: string): Type | undefined;
  /** The same of a field that is to be added up. */
  quantityField(name: string, types: readonly EventType[], key: string): Type | undefined;
  /** A field by its name alone, over all event types that declare it; choices are joined. */
  anyField(name: string, key: string): Column | undefined;
  /** A column by its name alone, over all list terms that have it. */
  anyColumn(name: string, key: string): Column | undefined;
  /** The column that a key names, of a list. */
  column(key: string, list: Operand): Column | undefined;
  /** Columns of a list, each with what it should be: `{ column: fact }`. */
  columnsAre(key: string, list: Operand): readonly (Column & { readonly wanted: Operand })[] | undefined;
  /** What stands at each of these choices under `choices`: a name, a figure, or a measure written out in place. */
  alternatives(all: readonly string[]): Readonly<Record<string, Operand>> | undefined;
  rules(key: string): readonly string[] | undefined;
  /** The choice that stands under `choices`. */
  reading(): Operand | undefined;
  /** `roll:` as written here, else the rulebook's. */
  roll(): { readonly operands: readonly Operand[]; evaluate(scope: Scope): RollWord } | undefined;
  /** Business hours `HH:MM-HH:MM`: the text under `hours`, else the rulebook's. */
  businessHours(): { readonly operands: readonly Operand[]; evaluate(scope: Scope): string } | undefined;
  /** A type as a Chinese reader calls it, with the rulebook's own units. */
  sayType(type: Type): string;
  /** A choice of a type, or yes and no, in words. */
  sayChoice(type: Type, choice: string): Text;
  /** Whether events of this name are declared. */
  isEvent(name: string): boolean;
  fail(key: string, code: ProblemCode, message: Text, repair?: Text): undefined;
}
