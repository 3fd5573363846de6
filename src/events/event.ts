import type { Day } from '../calendar/day.js';
import type { Place, Text } from '../input/problem.js';
import type { Type } from '../values/type.js';
import type { Value } from '../values/value.js';

/** A field that an event type declares. */
export interface FieldDeclaration {
  readonly says: Text;
  readonly type: Type;
  readonly optional: boolean;
  readonly default: Value | undefined;
  /** Says who a person is, and is masked wherever it comes out. */
  readonly personal: boolean;
  /** The list term of which it names a row; null: it names none. */
  readonly rows: string | null;
}

/** An event type, as a rulebook declares it. */
export interface EventType {
  readonly name: string;
  readonly says: Text;
  readonly fields: ReadonlyMap<string, FieldDeclaration>;
  /** The event type that events of this type answer (an end its start). */
  readonly answers: string | null;
  /** The event types that answer it. */
  readonly answeredBy: readonly string[];
}

/** An accepted event. A bare date is some instant of that day. */
export interface LoggedEvent {
  readonly id: string;
  readonly type: string;
  readonly day: Day;
  /** UTC milliseconds; `latest` is the last of the day where only the date is known. */
  readonly earliest: number;
  readonly latest: number;
  readonly ref: string | null;
  /** Fields by name; an optional one that was left out is absent: it is not known. */
  readonly fields: ReadonlyMap<string, Value>;
  /** Fields as they were written, for a reader. */
  readonly written: Readonly<Record<string, unknown>>;
  /** `sha256:…` of what it says, its id apart: of type, time, reference and values, however they were spelt. */
  readonly content: string;
  readonly place: Place;
}
