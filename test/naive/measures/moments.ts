/** Days and moments, by other moments, and how much lies between them. */
import { listOf, type Written } from '../book.js';
import { CALENDAR_LAST, DAY, dayInMonth, isWorkingDay, monthsOn } from '../days.js';
import type { Evaluator, Here } from '../evaluator.js';
import { whole, ZERO, type Fraction } from '../fraction.js';
import { instancesOf } from '../instance.js';
import {
  ANY_MOMENT,
  ANY_NUMBER,
  anyChoice,
  asMoment,
  byDay,
  isOneDay,
  nothingLike,
  notYet,
  num,
  oneOf,
  yesNo,
  type Moment,
  type Num,
  type Value,
} from '../values.js';
import type { Measure, Measures } from './common.js';

/** The first to come, the last once all have come. */
function chooseAmong(key: 'earliest' | 'latest', all: readonly Moment[]): Moment {
  const values = all.every((one) => one.clock) ? all : all.map(byDay);
  const clock = values.every((one) => one.clock);
  const there = values.filter((one) => one.come !== 'no');
  if (there.length === 0 || (key === 'latest' && there.length < values.length)) return notYet(clock);
  const certain = there.filter((one) => one.come === 'yes');
  const idly = (from: number, to: number): boolean => {
    const those = there.filter((one) => one.from === from && one.to === to);
    return those.length > 0 && those.every(({ idle }) => idle === true);
  };
  if (key === 'latest') {
    const [from, to] = [Math.max(...there.map((one) => one.from)), Math.max(...there.map((one) => one.to))];
    return { kind: 'moment', clock, from, to, come: certain.length === there.length ? 'yes' : 'unknown', idle: idly(from, to) };
  }
  const from = Math.min(...there.map((one) => one.from));
  const to = certain.length > 0 ? Math.min(...certain.map((one) => one.to)) : Math.max(...there.map((one) => one.to));
  return { kind: 'moment', clock, from, to, come: certain.length > 0 ? 'yes' : 'unknown', idle: idly(from, to) };
}

/** Of some moments, or of one fact asked of each: then of all that there are, and of those that there may be. */
function choosing(key: 'earliest' | 'latest'): Measure {
  return (written, here, evaluator) => {
    if (written.each === undefined)
      return chooseAmong(
        key,
        listOf(written[key]).map((one) => asMoment(evaluator.operand(one, here))),
      );
    const { all, isHidden } = instancesOf(evaluator, written.each, written, here, null, key);
    const moments = all.map(({ instance, sure }) => ({
      sure,
      moment: asMoment(evaluator.operand(written[key], evaluator.here({ ...here, instance, terms: instance.day }))),
    }));
    const some = chooseAmong(
      key,
      moments.filter(({ sure }) => sure === 'yes').map(({ moment }) => moment),
    );
    const every = chooseAmong(
      key,
      moments.map(({ moment }) => moment),
    );
    return oneOf([some, every, ...(isHidden ? [{ ...ANY_MOMENT, clock: every.clock }] : [])]);
  };
}

/** The first that there is. */
function prevailing(written: Written, here: Here, evaluator: Evaluator): Value {
  const all = listOf(written.prevailing).map((one) => evaluator.operand(one, here));
  const moments = all.flatMap((one) => (one.kind === 'moment' ? [one] : []));
  const values: readonly Value[] = moments.length < all.length || moments.every((one) => one.clock) ? all : moments.map(byDay);
  return values.reduceRight((rest, one) => {
    if (one.kind !== 'moment' && one.kind !== 'choice') return one;
    if (one.come === 'yes') return one;
    if (one.come === 'no') return rest;
    return oneOf([{ ...one, come: 'yes' }, rest]);
  });
}

function monthsBegun(from: number, to: number): number {
  let begun = 0;
  // A month begins with the first day, and then on the day after each corresponding day.
  while ((begun === 0 ? from : monthsOn(from, begun) + 1) <= to) begun += 1;
  return begun;
}
/** So many months fit in. */
function monthsFull(from: number, to: number, length: number): number {
  let full = 0;
  while (monthsOn(from, (full + 1) * length) <= to) full += 1;
  return full;
}

const COUNTS = {
  'days-between': (from: number, to: number): number => to - from,
  'months-begun': monthsBegun,
  'months-elapsed': (from: number, to: number): number => monthsFull(from, to, 1),
  'years-elapsed': (from: number, to: number): number => monthsFull(from, to, 12),
} as const;

/** Nothing lies before the first, and nothing while one has not come. */
function between(a: Moment, b: Moment, count: (from: number, to: number) => Fraction): Num {
  if (a.come === 'no' || b.come === 'no') return num(ZERO);
  if (![a.from, a.to, b.to].every(Number.isFinite)) return ANY_NUMBER;
  const notBefore = (from: number, to: number): Fraction => (to < from ? ZERO : count(from, to));
  const isSure = a.come === 'yes' && b.come === 'yes' && Number.isFinite(b.from);
  return num(isSure ? notBefore(a.to, b.from) : ZERO, notBefore(a.from, b.to));
}

function daysBetween(key: keyof typeof COUNTS): Measure {
  return (written, here, evaluator) => {
    const [a, b] = listOf(written[key]).map((one) => byDay(asMoment(evaluator.operand(one, here)))) as [Moment, Moment];
    return between(a, b, (from, to) => whole(COUNTS[key](from, to)));
  };
}

/** On the clock; a day is some moment between its 00:00 and 24:00. */
export const onClock = (moment: Moment): Moment =>
  moment.clock
    ? { ...moment, to: moment.from < moment.to && (moment.to + 1) % DAY === 0 ? moment.to + 1 : moment.to }
    : { ...moment, clock: true, from: moment.from * DAY, to: moment.to * DAY + DAY };

function clockBetween(key: 'hours-between' | 'minutes-between', length: number): Measure {
  return (written, here, evaluator) => {
    // A day is over at 24:00, and what has not ended by then goes on.
    const midnight: Moment = { kind: 'moment', clock: true, from: (here.today + 1) * DAY, to: (here.today + 1) * DAY, come: 'yes' };
    const [a, b] = listOf(written[key]).map((one) => (one === 'today' ? midnight : onClock(asMoment(evaluator.operand(one, here))))) as [
      Moment,
      Moment,
    ];
    const end = b.come === 'yes' ? b : b.come === 'no' ? midnight : asMoment(oneOf([{ ...b, come: 'yes' }, midnight]));
    return between(a, end, (from, to) => ({ over: BigInt(to - from), under: BigInt(length) }));
  };
}

/** Working days touched or wholly covered by what began and perhaps ended. */
function workingDays(written: Written, here: Here, evaluator: Evaluator): Num {
  const way = String(written['working-days']);
  const spread = (moment: Moment): readonly [number, number] =>
    moment.clock ? [moment.from, moment.to] : [moment.from * DAY, moment.to * DAY + DAY - 1];
  const start = asMoment(evaluator.operand(written.from, here));
  const end = asMoment(evaluator.operand(written.to, here));
  if (start.come === 'no') return num(ZERO);
  const [startFrom, startTo] = spread(start);
  const now = (here.today + 1) * DAY;
  const [endAtFirst, endTo] = end.come === 'no' ? [now, now] : spread(end);
  const endFrom =
    way === 'touched' && endAtFirst < endTo && Math.floor(endAtFirst / DAY) === Math.floor(endTo / DAY) ? endAtFirst + 1 : endAtFirst;
  const count = (from: number, to: number): number => {
    let days = 0;
    for (let day = Math.floor(from / DAY); day <= Math.min(Math.floor(to / DAY), CALENDAR_LAST); day++) {
      // The last millisecond of a day of which only the date is known stands for its end.
      const counts = way === 'whole' ? from <= day * DAY && to >= day * DAY + DAY - 1 : to > day * DAY || from === to;
      if (counts && isWorkingDay(day)) days += 1;
    }
    return days;
  };
  const low = start.come === 'yes' ? count(startTo, Math.min(endFrom, now)) : 0;
  return num(whole(low), whole(count(startFrom, end.come === 'yes' ? Math.min(endTo, now) : now)));
}

function neighbour(key: 'day-before' | 'day-after', step: number): Measure {
  return (written, here, evaluator) => {
    const day = byDay(asMoment(evaluator.operand(written[key], here)));
    return { ...day, from: day.from + step, to: day.to + step };
  };
}

const anyLike = (value: Value): Value => {
  switch (value.kind) {
    case 'number':
      return ANY_NUMBER;
    case 'moment':
      return { ...ANY_MOMENT, clock: value.clock };
    case 'yes/no':
      return yesNo('unknown');
    default:
      return anyChoice(null);
  }
};
export const OF_MOMENTS: Measures = {
  was: (written, here, evaluator) => {
    const on = byDay(asMoment(evaluator.operand(written.on, here)));
    if (isOneDay(on)) return evaluator.operand(written.was, evaluator.here({ ...here, today: Math.min(on.from, here.today) }));
    const now = evaluator.operand(written.was, here);
    return on.come === 'no' ? nothingLike(now) : anyLike(now);
  },
  'day-before': neighbour('day-before', -1),
  'day-after': neighbour('day-after', 1),
  'ends-on': (written, here, evaluator) => {
    const until = asMoment(evaluator.operand(written['ends-on'], here));
    return byDay(until.clock && until.from === until.to ? { ...until, from: until.from - 1, to: until.to - 1 } : until);
  },
  arrived: (written, here, evaluator) => {
    const day = byDay(asMoment(evaluator.operand(written.arrived, here)));
    if (day.come === 'no' || day.from > here.today) return notYet(false);
    return day.to > here.today ? { ...day, to: here.today, come: 'unknown' } : day;
  },
  earliest: choosing('earliest'),
  latest: choosing('latest'),
  prevailing,
  'days-between': daysBetween('days-between'),
  'months-begun': daysBetween('months-begun'),
  'months-elapsed': daysBetween('months-elapsed'),
  'years-elapsed': daysBetween('years-elapsed'),
  'hours-between': clockBetween('hours-between', 3_600_000),
  'minutes-between': clockBetween('minutes-between', 60_000),
  'working-days': workingDays,
};

/** The day of a number in the month of a day. */
export function dayOfMonth(number: Num, of: Moment): Moment {
  const date = (value: Fraction): number => Number(value.over / value.under);
  const day = byDay(of);
  if (day.come === 'no') return day;
  if (!Number.isFinite(day.from) || !Number.isFinite(day.to)) return day;
  return { ...day, from: dayInMonth(day.from, date(number.low)), to: dayInMonth(day.to, date(number.high ?? whole(31))) };
}
