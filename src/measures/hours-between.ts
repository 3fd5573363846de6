import type { Operand } from '../facts/fact.js';
import { decimal, type Decimal } from '../money/money.js';
import { isMoment, type Type } from '../values/type.js';
import { byDay, endOfDay, moment, msOfDay, quantity, together, ZERO, type Moment, type Quantity } from '../values/value.js';
import type { Measure } from './measure.js';
import { pastEnd } from './past-end.js';

const MS_PER_MINUTE = 60_000;

/** By the clock: a bare day is some moment of it. */
const onClock = (one: Moment): Moment =>
  one.grain === 'instant'
    ? { ...one, latest: pastEnd(one) }
    : { ...one, grain: 'instant', earliest: msOfDay(one.earliest), latest: endOfDay(one.latest) + 1 };

/** What has not come lasts: to 24:00 of the day asked about. */
function lasting(end: Moment, now: number): Moment {
  if (end.come === 'yes') return end;
  if (end.come === 'no') return { ...end, earliest: now, latest: now, come: 'yes' };
  return { ...end, earliest: Math.min(end.earliest, now), latest: Math.max(end.latest, now), come: 'yes' };
}

function between(from: Moment, to: Moment, msInOne: number): Quantity {
  const support = together([from, to]);
  if (from.come === 'no') return quantity(ZERO, ZERO, support);
  const time = (start: number, end: number): Decimal => decimal(Math.max(0, end - start)).div(msInOne);
  const high = Number.isFinite(from.earliest) && Number.isFinite(to.latest) ? time(from.earliest, to.latest) : null;
  const sure = from.come === 'yes' && Number.isFinite(from.latest) && Number.isFinite(to.earliest);
  return quantity(sure ? time(from.latest, to.earliest) : ZERO, high, support);
}

const measure = (key: 'hours-between' | 'minutes-between', type: Type, msInOne: number, zh: string, en: string): Measure => ({
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
      evaluate: (scope) => {
        const { world } = scope;
        const now = msOfDay(world.today + 1);
        // What is asked about is the end of the day.
        const at = (one: Operand): Moment =>
          one.name === 'today' ? moment('instant', now, now, 'yes') : onClock(one.evaluate(scope) as Moment);
        const [from, end] = [at(a), at(b)];
        const runs = b.name === 'today' || end.come !== 'yes';
        // It grows from the day of its start on; counted from the end of today it shrinks.
        if (runs && from.come !== 'no') world.watch(Math.max(world.today + 1, byDay(from).earliest));
        if (a.name === 'today') world.watch(world.today + 1);
        return between(from, lasting(end, now), msInOne);
      },
      say: (show) => ({ zh: `${show(a)}至${show(b)}的${zh}`, en: `${en} from ${show(a)} to ${show(b)}` }),
    };
  },
});

/** `hours-between: [a, b]`: hours from a to b by the clock, with their fraction; while b has not come, to 24:00 of the day asked about. */
export const hoursBetween = measure('hours-between', { kind: 'quantity', units: { hours: 1 } }, 60 * MS_PER_MINUTE, '小时数', 'hours');
/** `minutes-between: [a, b]`: the same in minutes. */
export const minutesBetween = measure('minutes-between', { kind: 'quantity', units: { minutes: 1 } }, MS_PER_MINUTE, '分钟数', 'minutes');
