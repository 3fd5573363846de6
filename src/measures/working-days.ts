import type { Day } from '../calendar/day.js';
import { decimal } from '../money/money.js';
import { isMoment } from '../values/type.js';
import { dayOfMs, isExact, msOfDay, quantity, together, ZERO, type Moment, type Quantity } from '../values/value.js';
import type { Calendar } from '../calendar/calendar.js';
import type { Scope } from '../facts/scope.js';
import type { Measure } from './measure.js';

type Way = 'touched' | 'whole';

/** `working-days: touched | whole, from:, to:`: working days on which it lasted at any time, or for the whole day. Without an end it still lasts. */
export const workingDays: Measure = {
  parameters: ['from', 'to'],
  link: (linking) => {
    const way = linking.word('working-days', ['touched', 'whole']);
    const from = linking.operand('from', isMoment);
    const to = linking.operand('to', isMoment);
    if (way === undefined || from === undefined || to === undefined) return undefined;
    return {
      type: { kind: 'quantity', units: { 'working-days': 1 } },
      operands: [from, to],
      events: [],
      evaluate: (scope, fact) => {
        const days = lasted(way, from.evaluate(scope) as Moment, to.evaluate(scope) as Moment, scope);
        // Nothing is lacking but the hour of a bare date.
        return isExact(days) || days.missing.length > 0 ? days : { ...days, missing: [{ fact, why: 'order' }] };
      },
      say: (show) => ({
        zh: `${show(from)}至${show(to)}${way === 'touched' ? '有所涉及的' : '整日持续的'}工作日数`,
        en: `working days ${way === 'touched' ? 'touched' : 'wholly covered'} from ${show(from)} to ${show(to)}`,
      }),
    };
  },
};

/** Both ends of a moment as milliseconds; a day counts from its start to its end. */
const startOf = (m: Moment): readonly [number, number] =>
  m.grain === 'instant' ? [m.earliest, m.latest] : [msOfDay(m.earliest), msOfDay(m.latest + 1) - 1];
/** An end of which only the date is known has touched that day. */
const endOf = (way: Way, m: Moment): readonly [number, number] => {
  const [earliest, latest] = startOf(m);
  return way === 'touched' && earliest < latest && dayOfMs(earliest) === dayOfMs(latest) ? [earliest + 1, latest] : [earliest, latest];
};

function lasted(way: Way, from: Moment, to: Moment, scope: Scope): Quantity {
  const { world } = scope;
  const support = together([from, to]);
  if (from.come === 'no') return quantity(ZERO, ZERO, support);
  const endOfToday = msOfDay(world.today + 1);
  const [fromEarliest, fromLatest] = startOf(from);
  if (!Number.isFinite(fromEarliest)) return quantity(ZERO, null, support);
  const [toEarliest, toLatest] = to.come === 'no' ? [endOfToday, endOfToday] : endOf(way, to).map((ms) => Math.min(ms, endOfToday));
  const latestEnd = to.come === 'yes' ? toLatest : endOfToday;
  if (to.come !== 'yes' || startOf(to)[1] >= endOfToday) world.watch(world.calendar.nthWorkingDay(world.today, 1));
  const sure = from.come === 'yes' ? decimal(count(way, world.calendar, fromLatest, toEarliest ?? endOfToday)) : ZERO;
  return quantity(sure, decimal(count(way, world.calendar, fromEarliest, latestEnd ?? endOfToday)), support);
}

function count(way: Way, calendar: Calendar, start: number, end: number): number {
  if (end <= start) return way === 'touched' && end === start && calendar.isWorkingDay(dayOfMs(start)) ? 1 : 0;
  if (way === 'touched') return calendar.workingDaysIn(dayOfMs(start), dayOfMs(end - 1));
  const first = msOfDay(dayOfMs(start)) === start ? dayOfMs(start) : dayOfMs(start) + 1;
  // The millisecond before midnight stands for the end of a day of which only the date is known.
  return calendar.workingDaysIn(first as Day, (dayOfMs(end + 1) - 1) as Day);
}
