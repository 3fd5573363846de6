import { addMonths, type Day } from '../calendar/day.js';
import { decimal } from '../money/money.js';
import { DAYS, isMoment, type Type } from '../values/type.js';
import { byDay, quantity, together, ZERO, type Moment, type Quantity } from '../values/value.js';
import type { Scope } from '../facts/scope.js';
import type { Measure } from './measure.js';

interface Count {
  readonly count: (from: number, to: number) => number;
  /** The first day after `to` on which the count is another. */
  readonly next: (from: number, to: number) => number;
}

/** What lies between two days, at the corners of both. */
function between(a: Moment, b: Moment, scope: Scope, { count, next }: Count): Quantity {
  const [from, to] = [byDay(a), byDay(b)];
  const support = together([a, b]);
  if (from.come === 'no' || to.come === 'no') return quantity(ZERO, ZERO, support);
  const { today } = scope.world;
  if (to.latest === today) for (const bound of [from.earliest, from.latest]) scope.world.watch(next(bound, today));
  // Counted from today it is less tomorrow.
  if (from.earliest === today && to.latest > today) scope.world.watch(today + 1);
  if (!Number.isFinite(from.earliest) || !Number.isFinite(from.latest) || !Number.isFinite(to.latest)) return quantity(ZERO, null, support);
  const high = decimal(count(from.earliest, to.latest));
  const sure = from.come === 'yes' && to.come === 'yes';
  return quantity(sure ? decimal(count(from.latest, to.earliest)) : ZERO, high, support);
}

const measure = (
  key: 'days-between' | 'months-begun' | 'months-elapsed' | 'years-elapsed',
  type: Type,
  how: Count,
  zh: string,
  en: string,
): Measure => ({
  parameters: [],
  link: (linking) => {
    const operands = linking.twoOperands(key, isMoment);
    if (operands === undefined) return undefined;
    const [a, b] = operands;
    return {
      type,
      operands: [a, b],
      followsToday: true,
      events: [],
      evaluate: (scope) => between(a.evaluate(scope) as Moment, b.evaluate(scope) as Moment, scope, how),
      say: (show) => ({ zh: `${show(a)}至${show(b)}${zh}`, en: `${en} from ${show(a)} to ${show(b)}` }),
    };
  },
});

/** Months begun: the first on the day it starts from, the next after each corresponding day (Civil Code arts. 201, 202), so that three years are 36. */
function monthsBegun(from: number, to: number): number {
  if (to < from) return 0;
  let months = 1;
  while (addMonths(from as Day, months) < to) months += 1;
  return months;
}

/** `days-between: [a, b]`: days from a to b, the first not counted. */
export const daysBetween = measure(
  'days-between',
  DAYS,
  { count: (from, to) => Math.max(0, to - from), next: (from, to) => Math.max(from, to) + 1 },
  '的天数（首日不计）',
  'days',
);
/** `months-begun: [a, b]`: months begun from a through b. */
export const monthsBegunMeasure = measure(
  'months-begun',
  { kind: 'quantity', units: { months: 1 } },
  { count: monthsBegun, next: (from, to) => (Number.isFinite(from) ? addMonths(from as Day, monthsBegun(from, to)) + 1 : Infinity) },
  '已开始的月数',
  'months begun',
);

/** Whole months: one is full on its corresponding day (Civil Code art. 202). */
function monthsElapsed(from: number, to: number): number {
  let months = 0;
  while (to >= from && addMonths(from as Day, months + 1) <= to) months += 1;
  return months;
}

const elapsed = (inOne: number): Count => {
  const count = (from: number, to: number): number => Math.floor(monthsElapsed(from, to) / inOne);
  return {
    count,
    next: (from, to) => (Number.isFinite(from) ? addMonths(from as Day, (count(from, to) + 1) * inOne) : Infinity),
  };
};

/** `months-elapsed: [a, b]`: whole months from a to b. */
export const monthsElapsedMeasure = measure(
  'months-elapsed',
  { kind: 'quantity', units: { months: 1 } },
  elapsed(1),
  '已满的月数',
  'whole months',
);
/** `years-elapsed: [a, b]`: whole years from a to b. */
export const yearsElapsed = measure('years-elapsed', { kind: 'quantity', units: { years: 1 } }, elapsed(12), '已满的年数', 'whole years');
