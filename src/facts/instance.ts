/** What a rule applies to once: an event, a month or other period, or a row of a list. */
import type { Day } from '../calendar/day.js';
import type { LoggedEvent } from '../events/event.js';
import type { Missing } from '../values/value.js';

/** A month or period: its days cut to the term it belongs to, and the whole of it. */
export interface Span {
  readonly first: Day;
  /** The last day; `latest` is later where it is not known when the term ends. */
  readonly last: { readonly earliest: Day; readonly latest: Day; readonly missing: readonly Missing[] };
  readonly whole: { readonly first: Day; readonly last: Day };
}

export interface Instance {
  /** The event's id, the month (`2025-02`), the first day of a period, the row's name; of a month of a row both (`A/2025-02`). */
  readonly id: string;
  /** Tells it from any other instance, of whatever it is one. */
  readonly key: string;
  /** The day it arose: terms are read as amended to it. Null for a row: it is as old as the contract. */
  readonly day: Day | null;
  readonly event?: LoggedEvent;
  readonly span?: Span;
  /** The list term in which the row stands. */
  readonly list?: string;
  /** The row's name. */
  readonly row?: string;
  /** All of the same kind, in order, and how many of them come before it. */
  readonly among?: { readonly all: readonly Instance[]; readonly before: number };
}

/** Those of the same kind before an instance, in order. */
export const before = ({ among }: Instance): readonly Instance[] => among?.all.slice(0, among.before) ?? [];

export const ofEvent = (event: LoggedEvent): Instance => ({ id: event.id, key: event.id, day: event.day, event });
