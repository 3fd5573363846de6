/** Periods: the last day, or the instant, with which they end. */
import { listOf, type Written } from '../book.js';
import { addWorkingTime, DAY, lastDayOf, readHours, type Period } from '../days.js';
import type { Evaluator, Here } from '../evaluator.js';
import { compare, ONE, times, whole, ZERO, type Fraction } from '../fraction.js';
import { select } from '../select.js';
import { some, type Truth } from '../truth.js';
import { asMoment, asNum, byDay, compareMoments, notYet, num, onDay, type Choice, type Moment, type Num } from '../values.js';
import { chosen, typesOf, type Measures } from './common.js';

/** A period longer than a hundred years never ends. */
const NEVER = 36_500;
const HOUR = 3_600_000;

interface Length {
  readonly unit: string;
  readonly amount: Num;
}

function lengthOf(written: unknown, here: Here, evaluator: Evaluator): Length {
  const value = evaluator.operand(written, here);
  if (value.kind !== 'duration') return inMonths({ unit: evaluator.kinds.unitOf(written), amount: asNum(value) });
  const unit = value.months > 0 ? 'months' : 'days';
  return { unit, amount: num(whole(value.months > 0 ? value.months : value.days)) };
}
function inMonths({ unit, amount }: Length): Length {
  if (unit !== 'years') return { unit, amount };
  const year = whole(12);
  return { unit: 'months', amount: num(times(amount.low, year), amount.high === null ? null : times(amount.high, year)) };
}

const dayUnit = (unit: string): Period['unit'] => (unit === 'working-days' || unit === 'months' ? unit : 'days');

function period(written: Written, here: Here, evaluator: Evaluator): Moment {
  const start = asMoment(evaluator.operand(written.from, here));
  const { unit, amount } = lengthOf(written.period, here, evaluator);
  const many = written.times === undefined ? num(ONE) : asNum(evaluator.operand(written.times, here));
  const least = times(amount.low, many.low);
  const most = amount.high === null || many.high === null ? null : times(amount.high, many.high);
  if (unit === 'hours' || unit === 'business-hours') return hours(written, start, unit, [least, most], here, evaluator);
  return daily(byDay(start), least, most, (from, count) =>
    lastDayOf(from, {
      unit: dayUnit(unit),
      amount: count,
      backward: written.backward === 'yes',
      included: written['first-day'] === 'included',
      roll: String(written.roll ?? chosen(evaluator.book.roll, here, evaluator)),
    }),
  );
}

/** A date that is named, moved as a last day is. */
function rolled(written: Written, here: Here, evaluator: Evaluator): Moment {
  const roll = String(written.roll ?? chosen(evaluator.book.roll, here, evaluator));
  const day = byDay(asMoment(evaluator.operand(written.rolled, here)));
  return daily(day, ZERO, ZERO, (from) => lastDayOf(from, { unit: 'days', amount: 0, backward: false, included: false, roll }));
}

/** From the earliest with the least to the latest with the most. */
function daily(start: Moment, least: Fraction, most: Fraction | null, last: (from: number, count: number) => number): Moment {
  if (start.come === 'no') return notYet(start.clock);
  /** null: never. */
  const after = (from: number, amount: Fraction | null): number | null =>
    amount === null || compare(amount, whole(NEVER)) > 0 ? null : last(from, Number(amount.over / amount.under));
  const from = Number.isFinite(start.from) ? after(start.from, least) : -Infinity;
  const to = Number.isFinite(start.to) ? after(start.to, most) : Infinity;
  if (from === null) return notYet(start.clock);
  return { kind: 'moment', clock: start.clock, from, to: to ?? Infinity, come: to === null ? 'unknown' : start.come };
}

/** On the clock: hours pass always, business hours while it is open on working days. */
function hours(
  written: Written,
  start: Moment,
  unit: 'hours' | 'business-hours',
  [least, most]: readonly [Fraction, Fraction | null],
  here: Here,
  evaluator: Evaluator,
): Moment {
  const from: Moment = start.clock ? start : { ...start, clock: true, from: start.from * DAY, to: start.to * DAY + DAY - 1 };
  const text = written.hours === undefined ? evaluator.book.businessHours : (evaluator.operand(written.hours, here) as Choice).among?.[0];
  const open = readHours(text ?? evaluator.book.businessHours);
  const step = written.backward === 'yes' ? -1 : 1;
  const end = (at: number, amount: Fraction): number => {
    const length = Number((amount.over * BigInt(HOUR)) / amount.under);
    return unit === 'hours' ? at + step * length : addWorkingTime(at, length, open, step);
  };
  if (from.come === 'no') return notYet(true);
  return {
    ...from,
    from: Number.isFinite(from.from) ? end(from.from, least) : from.from,
    to: Number.isFinite(from.to) && most !== null ? end(from.to, most) : Infinity,
  };
}

/** The term as it stands: it goes on while the last day to refuse has passed and nobody had refused by then. */
function renewed(written: Written, here: Here, evaluator: Evaluator): Moment {
  const first = byDay(asMoment(evaluator.operand(written.renewed, here)));
  if (first.come === 'no') return first;
  const length = lengthOf(written.by, here, evaluator);
  const notice = written.notice === undefined ? null : lengthOf(written.notice, here, evaluator);
  const { events, gap } = select(evaluator, typesOf(written.refused), written, here, 'renewed');
  const plain = { included: false, roll: 'none' } as const;
  const endAfter = (day: number, refusals: readonly number[]): number => {
    for (let count = 0; ; count++) {
      const end = lastDayOf(day, { ...plain, unit: dayUnit(length.unit), amount: count * amountOf(length), backward: false });
      const lastToRefuse =
        notice === null ? end : lastDayOf(end, { ...plain, unit: dayUnit(notice.unit), amount: amountOf(notice), backward: true });
      if (lastToRefuse >= here.today || refusals.some((refusal) => refusal <= lastToRefuse)) return end;
    }
  };
  // The earlier a refusal, the earlier the end.
  const possible = [...events.map(({ event }) => event.day), ...(gap === null ? [] : [gap.first])];
  const sure = events.filter((one) => one.sure).map(({ event }) => event.day);
  if (![first.from, first.to].every(Number.isFinite)) return { ...first, to: Infinity };
  const ends = [first.from, first.to].flatMap((day) => [endAfter(day, possible), endAfter(day, sure)]);
  return { ...first, from: Math.min(...ends), to: Math.max(...ends) };
}
const amountOf = ({ amount }: Length): number => Number(amount.low.over / amount.low.under);

/** The day through which nothing came, once it has passed. */
function silence(written: Written, here: Here, evaluator: Evaluator): Moment {
  const through = byDay(asMoment(evaluator.operand(written.through, here)));
  const moments = listOf(written.silence).map((one) => byDay(asMoment(evaluator.operand(one, here))));
  if (through.come === 'no' || through.from >= here.today) return notYet(false);
  const days = [...new Set([through.from, through.to])];
  const answers = days.map((day): Truth => {
    if (day >= here.today) return 'no';
    const isBroken = some(moments.map((moment) => compareMoments('on-or-before', moment, onDay(day), here.today)));
    return isBroken === 'yes' ? 'no' : isBroken === 'no' ? through.come : 'unknown';
  });
  if (answers.every((answer) => answer === 'no')) return notYet(false);
  const possible = days.filter((_, index) => answers[index] !== 'no');
  const come = answers.every((answer) => answer === 'yes') ? 'yes' : 'unknown';
  return { kind: 'moment', clock: false, from: Math.min(...possible), to: Math.max(...possible), come };
}

export const OF_PERIODS: Measures = { period, rolled, renewed, silence };
