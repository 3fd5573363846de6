/** What a fact may ask while it is evaluated: the contract, the log and the calendar, as known at the end of one day. */
import type { Calendar } from '../calendar/calendar.js';
import type { Day } from '../calendar/day.js';
import type { LoggedEvent } from '../events/event.js';
import type { Truth } from '../values/truth.js';
import type { Value } from '../values/value.js';
import type { LinkedCondition } from './condition.js';
import type { LinkedFact } from './fact.js';
import type { Instance } from './instance.js';

/** The rule being judged, in its instance; an exemption is read for the rule it defends. */
export interface Subject {
  readonly rule: string;
  readonly instance: Instance | null;
}

export const STATUSES = [
  'inactive',
  'pending',
  'fulfilled',
  'compliant',
  'breached',
  'excused',
  'available',
  'exercised',
  'lapsed',
  'barred',
  'met',
  'exceeded',
  'undetermined',
] as const;
export type Status = (typeof STATUSES)[number];

/** What facts may ask of verdicts; given by findings/, so that facts need not know how a verdict comes about. */
export interface Verdicts {
  /** Whether any finding of a rule has one of the statuses at the end of the world's day. */
  standing(world: World, rule: string, statuses: readonly Status[]): Value;
  /** The same for a right being available, its exercise left aside. */
  available(world: World, rule: string): Value;
  /** The day on which what the rule says came to hold, exemptions, formality and exercise left aside. */
  arisen(world: World, subject: Subject): Value;
}

/** Everything known at the end of one day. */
export interface World {
  readonly today: Day;
  readonly calendar: Calendar;
  /** The day's own log. */
  events(type: string): readonly LoggedEvent[];
  answer(event: LoggedEvent, type: string): LoggedEvent | undefined;
  /** What an event answers. */
  answered(event: LoggedEvent): LoggedEvent | undefined;
  gap(type: string): number | null;
  /** A term as amended to a day. */
  term(name: string, asOf: Day): Value;
  /** The days of the amendments in force by the end of the day, in order. */
  readonly amendedOn: readonly Day[];
  /** The alternative of a reading, as amended to a day. */
  reading(name: string, asOf: Day): string;
  determination(fact: string, instance: string | null): Value | undefined;
  /** How many of the contract's determinations, in the order of their days, have been made. */
  readonly decisions: number;
  readonly signedOn: Day;
  /** The end of another day, with what persons have determined since: a decision says what was, not what becomes. */
  at(day: Day): World;
  readonly verdicts: Verdicts;
  /** The judgment of a condition, given what its leaves say. */
  decide(condition: LinkedCondition, leaves: readonly Truth[]): Truth;
  /** A fact, evaluated once for each scope it depends on. */
  value(fact: LinkedFact, scope: Scope): Value;
  /** What a measure keeps over the days of one contract, made when first asked for. */
  kept<T extends object>(measure: string, key: string, make: () => T): T;
  /** Says that something may change on a later day although nothing happens. */
  watch(day: number): void;
}

export interface Scope {
  readonly world: World;
  readonly subject: Subject | null;
  /** The event, month, period or row that `this` means. */
  readonly instance: Instance | null;
  /** The day as of which terms and readings are read. */
  readonly termsDay: Day;
}
