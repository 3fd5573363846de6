/**
 * Values as they can be known at the end of a day: a number lies in a range, a day between an earliest and a latest, an act
 * may not have come yet. A gap in the records widens a value; it never picks one.
 */
import type { Day } from '../calendar/day.js';
import { decimal, type Decimal } from '../money/money.js';
import type { Truth } from './truth.js';

/** Why something is not known. */
export type Gap = 'coverage' | 'field' | 'conflict' | 'determination' | 'calendar' | 'order' | 'division' | 'failure';

/** A fact that could not be known. */
export interface Missing {
  readonly fact: string;
  readonly why: Gap;
  /** The event type whose log has the gap. */
  readonly events?: string;
  /** The first day of the gap. */
  readonly from?: Day;
  /** The event, month, period or row of which a person may determine it. */
  readonly instance?: string;
}

interface Supported {
  readonly missing: readonly Missing[];
  /** Ids of the events the value rests on. */
  readonly evidence: readonly string[];
}

export interface Quantity extends Supported {
  readonly type: 'quantity';
  readonly low: Decimal;
  /** null: unbounded. */
  readonly high: Decimal | null;
}

/** `no`: it has not come by the end of the day asked about, and the log is complete; `maybe`: perhaps not. */
export type Come = 'yes' | 'maybe' | 'no';

/** A day, or an instant, and whether it has come. The bounds mean nothing where `come` is `no`. */
export interface Moment extends Supported {
  readonly type: 'moment';
  /** `day`: bounds are civil days; `instant`: UTC milliseconds. */
  readonly grain: 'day' | 'instant';
  readonly earliest: number;
  readonly latest: number;
  readonly come: Come;
  /** Set where the day rests on a calendar year not announced: the day if nothing is moved. */
  readonly nominal?: Day;
  /** What was to be reached is nothing: the day is that from which it was so, on which nobody did anything. */
  readonly nothingDue?: true;
}

export interface YesNo extends Supported {
  readonly type: 'yes/no';
  readonly truth: Truth;
}

/** A choice, party, rule or text. */
export interface Choice extends Supported {
  readonly type: 'choice';
  /** The values it may have; null: any. */
  readonly possible: readonly string[] | null;
  readonly come: Come;
}

export type Row = Readonly<Record<string, Value>>;

export interface List extends Supported {
  readonly type: 'list';
  readonly rows: readonly Row[];
}

export interface Duration extends Supported {
  readonly type: 'duration';
  readonly months: number;
  readonly days: number;
}

export type Value = Quantity | Moment | YesNo | Choice | List | Duration;

const NONE: readonly never[] = [];
const BARE = { missing: NONE, evidence: NONE } as const;

export const quantity = (low: Decimal, high: Decimal | null = low, support: Partial<Supported> = BARE): Quantity => ({
  type: 'quantity',
  low,
  high,
  missing: support.missing ?? NONE,
  evidence: support.evidence ?? NONE,
});

export const ZERO = decimal(0);
export const ONE = decimal(1);

export const day = (at: Day, support: Partial<Supported> = BARE): Moment => moment('day', at, at, 'yes', support);

export const notYet = (support: Partial<Supported> = BARE): Moment => moment('day', NaN, NaN, 'no', support);

export function moment(grain: Moment['grain'], earliest: number, latest: number, come: Come, support: Partial<Supported> = BARE): Moment {
  return { type: 'moment', grain, earliest, latest, come, missing: support.missing ?? NONE, evidence: support.evidence ?? NONE };
}

export const yesNo = (of: Truth, support: Partial<Supported> = BARE): YesNo => ({
  type: 'yes/no',
  truth: of,
  missing: of === 'unknown' ? (support.missing ?? NONE) : NONE,
  evidence: support.evidence ?? NONE,
});

export const choice = (possible: readonly string[] | null, come: Come = 'yes', support: Partial<Supported> = BARE): Choice => ({
  type: 'choice',
  possible,
  come,
  missing: support.missing ?? NONE,
  evidence: support.evidence ?? NONE,
});

/** The only value a choice can have, if it has one and it has surely come. */
export const onlyChoice = (value: Choice): string | undefined =>
  value.come === 'yes' && value.possible?.length === 1 ? value.possible[0] : undefined;

/** The name of a row: its first column, a text. */
export function nameOf(row: Row): string {
  const [first] = Object.values(row);
  return (first?.type === 'choice' ? onlyChoice(first) : undefined) ?? '';
}

export const isExact = (value: Quantity): boolean => value.high?.eq(value.low) === true;

/** The support of several values together, each fact and event once, in order of first use. */
export function together(values: Iterable<Supported>): Supported {
  const missing = new Map<string, Missing>();
  const evidence = new Set<string>();
  for (const value of values) {
    for (const gap of value.missing) missing.set(`${gap.fact}|${gap.instance ?? ''}|${gap.events ?? ''}|${gap.why}`, gap);
    for (const id of value.evidence) evidence.add(id);
  }
  return { missing: [...missing.values()], evidence: [...evidence] };
}

/** Milliseconds in a civil day of Shanghai, which has kept +08:00 since 1991; the calendar starts in 2004. */
const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 3_600_000;

export const dayOfMs = (ms: number): Day => Math.floor((ms + OFFSET_MS) / DAY_MS) as Day;
export const msOfDay = (at: number): number => at * DAY_MS - OFFSET_MS;

/** The last millisecond of a day. */
export const endOfDay = (day: number): number => msOfDay(day + 1) - 1;

/** The same moment by days. */
export function byDay(value: Moment): Moment {
  if (value.grain === 'day' || value.come === 'no') return value.grain === 'day' ? value : { ...value, grain: 'day' };
  const toDay = (ms: number): number => (Number.isFinite(ms) ? dayOfMs(ms) : ms);
  return { ...value, grain: 'day', earliest: toDay(value.earliest), latest: toDay(value.latest) };
}
