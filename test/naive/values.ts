/** What can be known of a value: a number between two, a moment between two that may not come, one of some choices. */
import { DAY } from './days.js';
import { compare, least, most, ZERO, type Fraction } from './fraction.js';
import { every, not, some, sure, type Truth } from './truth.js';

export interface Num {
  readonly kind: 'number';
  readonly low: Fraction;
  /** null: no end. */
  readonly high: Fraction | null;
}
export interface Moment {
  readonly kind: 'moment';
  /** On the clock (milliseconds), else by days. */
  readonly clock: boolean;
  readonly from: number;
  readonly to: number;
  /** no: not yet. */
  readonly come: Truth;
  /** Nothing was to be done for it. */
  readonly idle?: boolean;
}
export interface YesNo {
  readonly kind: 'yes/no';
  readonly truth: Truth;
}
export interface Choice {
  readonly kind: 'choice';
  /** null: may be anything. */
  readonly among: readonly string[] | null;
  readonly come: Truth;
}
export interface Duration {
  readonly kind: 'duration';
  readonly months: number;
  readonly days: number;
}
export interface Rows {
  readonly kind: 'rows';
  readonly rows: readonly Readonly<Record<string, Value>>[];
}
export type Value = Num | Moment | YesNo | Choice | Duration | Rows;

export const num = (low: Fraction, high: Fraction | null = low): Num => ({ kind: 'number', low, high });
export const ANY_NUMBER = num(ZERO, null);
export const onDay = (day: number): Moment => ({ kind: 'moment', clock: false, from: day, to: day, come: 'yes' });
export const notYet = (clock: boolean): Moment => ({ kind: 'moment', clock, from: 0, to: 0, come: 'no' });
export const yesNo = (truth: Truth): YesNo => ({ kind: 'yes/no', truth });

export function asNum(value: Value): Num {
  if (value.kind !== 'number') throw new Error(`no number but ${value.kind}`);
  return value;
}
export function asMoment(value: Value): Moment {
  if (value.kind !== 'moment') throw new Error(`no moment but ${value.kind}`);
  return value;
}
export function asTruth(value: Value): Truth {
  if (value.kind !== 'yes/no') throw new Error(`no yes or no but ${value.kind}`);
  return value.truth;
}

/** Of a kind, but nothing known. */
export const ANY_MOMENT: Moment = { kind: 'moment', clock: false, from: -Infinity, to: Infinity, come: 'unknown' };
export const anyChoice = (among: readonly string[] | null): Choice => ({ kind: 'choice', among, come: 'unknown' });
export const NO_CHOICE: Choice = { kind: 'choice', among: [], come: 'no' };

export const isExact = (value: Num): boolean => value.high !== null && compare(value.low, value.high) === 0;
export const isOneDay = (moment: Moment): boolean => moment.come === 'yes' && moment.from === moment.to;

export function byDay(moment: Moment): Moment {
  return moment.clock ? { ...moment, clock: false, from: Math.floor(moment.from / DAY), to: Math.floor(moment.to / DAY) } : moment;
}

const together = (comes: readonly Truth[]): Truth => (new Set(comes).size === 1 ? (comes[0] as Truth) : 'unknown');
const ofKind = <K extends Value['kind']>(kind: K, values: readonly Value[]): Extract<Value, { kind: K }>[] => {
  if (values.some((value) => value.kind !== kind)) throw new Error(`not all are ${kind}`);
  return values as Extract<Value, { kind: K }>[];
};

/** One of these, it is not known which. */
export function oneOf(values: readonly Value[]): Value {
  const [first] = values;
  if (first === undefined) throw new Error('one of none');
  if (values.length === 1) return first;
  switch (first.kind) {
    case 'number': {
      const all = ofKind('number', values);
      return num(
        all.map(({ low }) => low).reduce(least),
        all.map(({ high }) => high).reduce((a, b) => (a === null || b === null ? null : most(a, b))),
      );
    }
    case 'moment': {
      const moments = ofKind('moment', values);
      const all = moments.every(({ clock }) => clock) ? moments : moments.map(byDay);
      const there = all.filter(({ come }) => come !== 'no');
      if (there.length === 0) return first;
      const from = Math.min(...there.map((one) => one.from));
      return {
        kind: 'moment',
        clock: all[0]!.clock,
        from,
        to: Math.max(...there.map((one) => one.to)),
        come: together(all.map(({ come }) => come)),
      };
    }
    case 'yes/no':
      return yesNo(together(ofKind('yes/no', values).map(({ truth }) => truth)));
    case 'choice': {
      const all = ofKind('choice', values);
      const isAny = all.some(({ among }) => among === null);
      return {
        kind: 'choice',
        among: isAny ? null : [...new Set(all.flatMap(({ among }) => among ?? []))],
        come: together(all.map(({ come }) => come)),
      };
    }
    default:
      return first;
  }
}

/** Nothing of a kind: none, no, not yet. */
export const nothingLike = (value: Value): Value => {
  switch (value.kind) {
    case 'number':
      return num(ZERO);
    case 'moment':
      return notYet(value.clock);
    case 'yes/no':
      return yesNo('no');
    default:
      return NO_CHOICE;
  }
};

/** Each way in which a moment may turn out; null: not yet. */
const completions = (moment: Moment): readonly (number | null)[] => [
  ...(moment.come === 'no' ? [] : [moment.from, moment.to]),
  ...(moment.come === 'yes' ? [] : [null]),
];

/** The table of rules/README.md, "What a leaf says at the end of day D". */
function saysOf(operator: string, x: number | null, y: number | null, endOfToday: number, isClock = false): boolean {
  if (y === null) return (operator === 'before' || operator === 'on-or-before') && x !== null && x <= endOfToday;
  if (x === null)
    return operator === 'after' ? (isClock ? endOfToday >= y : endOfToday > y) : operator === 'on-or-after' && endOfToday >= y;
  switch (operator) {
    case 'before':
      return x < y;
    case 'on-or-before':
      return x <= y;
    case 'after':
      return x > y;
    case 'on':
      return x === y;
    default:
      return x >= y;
  }
}

const isSettled = (moment: Moment): boolean => moment.come === 'yes' && moment.from === moment.to;

export function compareMoments(operator: string, x: Moment, y: Moment, today: number): Truth {
  // Most are known to the day or the second, and there is one way in which they turn out.
  if (x.clock === y.clock && operator !== 'on' && isSettled(x) && isSettled(y)) return sure(saysOf(operator, x.from, y.from, 0));
  // By the clock only where both are on it; what has not come takes after the other.
  const bothOnIt = (x.clock || x.come === 'no') && (y.clock || y.come === 'no') && (x.come !== 'no' || y.come !== 'no');
  const clock = bothOnIt && operator !== 'on';
  const [a, b] = clock ? [x, y] : [byDay(x), byDay(y)];
  const end = clock ? (today + 1) * DAY - 1 : today;
  const answers = completions(a).flatMap((one) => completions(b).map((other) => saysOf(operator, one, other, end, clock)));
  // Between the ends of one, the other may lie.
  if (operator === 'on' && !answers.includes(true) && a.come !== 'no' && b.come !== 'no' && a.from <= b.to && b.from <= a.to)
    return 'unknown';
  return answers.includes(true) ? (answers.includes(false) ? 'unknown' : 'yes') : 'no';
}

/** Whether it has come by the end of today. */
export function hasHappened(moment: Moment, today: number): Truth {
  const day = byDay(moment);
  if (day.come === 'no' || day.from > today) return 'no';
  return day.come === 'yes' && day.to <= today ? 'yes' : 'unknown';
}

/** Whether it is over by the end of today: a day on the day after it, an instant on its own day. */
export function overBy(moment: Moment, today: number): Truth {
  const ends = completions(moment).map((one) => one !== null && (moment.clock ? one < (today + 1) * DAY : one < today));
  return ends.includes(true) ? (ends.includes(false) ? 'unknown' : 'yes') : 'no';
}

function moreThan(x: Num, y: Num, orEqual: boolean): Truth {
  const isMore = (a: Fraction, b: Fraction): boolean => compare(a, b) > (orEqual ? -1 : 0);
  // At worst for it, and at best.
  const worst = y.high !== null && isMore(x.low, y.high);
  const best = x.high === null || isMore(x.high, y.low);
  return worst ? 'yes' : best ? 'unknown' : 'no';
}

function among(value: Choice, wanted: readonly string[]): Truth {
  if (value.come === 'no') return 'no';
  if (value.among === null) return 'unknown';
  const truths = value.among.map((one) => sure(wanted.includes(one)));
  const all = every(truths) === 'yes';
  return all && value.come === 'yes' ? 'yes' : some(truths) === 'no' ? 'no' : 'unknown';
}

/** What one leaf says. */
export function holds(operator: string, x: Value, y: Value, today: number): Truth {
  if (operator === 'happened') {
    const come = x.kind === 'choice' ? x.come : hasHappened(asMoment(x), today);
    return asTruth(y) === 'yes' ? come : not(come);
  }
  if (x.kind === 'moment' && y.kind === 'moment') return compareMoments(operator, x, y, today);
  if (x.kind === 'yes/no' && y.kind === 'yes/no') return y.truth === 'yes' ? x.truth : y.truth === 'no' ? not(x.truth) : 'unknown';
  if (x.kind === 'choice' && y.kind === 'choice') return y.among === null ? 'unknown' : among(x, y.among);
  const [a, b] = [asNum(x), asNum(y)];
  switch (operator) {
    case 'more-than':
      return moreThan(a, b, false);
    case 'at-least':
      return moreThan(a, b, true);
    case 'less-than':
      return moreThan(b, a, false);
    case 'at-most':
      return moreThan(b, a, true);
    case 'equals':
      return isExact(a) && isExact(b) ? sure(compare(a.low, b.low) === 0) : every([moreThan(a, b, true), moreThan(b, a, true)]);
    default:
      throw new Error(`no operator ${operator}`);
  }
}
