import { decimal, type Decimal } from '../money/money.js';
import { isMoment, type Type } from '../values/type.js';
import { endOfDay, msOfDay, quantity, together, ZERO, type Moment, type Quantity } from '../values/value.js';
import type { Measure } from './measure.js';
import { pastEnd } from './past-end.js';

const MS_PER_MINUTE = 60_000;

/** By the clock: a bare day is some moment of it. */
function between(a: Moment, b: Moment, msInOne: number): Quantity {
  const support = together([a, b]);
  if (a.come === 'no' || b.come === 'no') return quantity(ZERO, ZERO, support);
  const [from, to] = [a, b].map((one) =>
    one.grain === 'instant'
      ? { ...one, latest: pastEnd(one) }
      : { ...one, earliest: msOfDay(one.earliest), latest: endOfDay(one.latest) + 1 },
  ) as [Moment, Moment];
  const time = (start: number, end: number): Decimal => decimal(Math.max(0, end - start)).div(msInOne);
  const high = Number.isFinite(from.earliest) && Number.isFinite(to.latest) ? time(from.earliest, to.latest) : null;
  const sure = a.come === 'yes' && b.come === 'yes' && Number.isFinite(from.latest) && Number.isFinite(to.earliest);
  return quantity(sure ? time(from.latest, to.earliest) : ZERO, high, support);
}

const measure = (key: 'hours-between' | 'minutes-between', type: Type, msInOne: number, zh: string, en: string): Measure => ({
  parameters: [],
  link: (linking) => {
    const [a, b] = linking.operands(key, isMoment) ?? [];
    if (a === undefined || b === undefined) return undefined;
    return {
      type,
      operands: [a, b],
      events: [],
      evaluate: (scope) => {
        const [from, to] = [a.evaluate(scope) as Moment, b.evaluate(scope) as Moment];
        // The day asked about is another one tomorrow.
        const { world } = scope;
        if ([from, to].some((one) => one.grain === 'day' && one.latest === world.today)) world.watch(world.today + 1);
        return between(from, to, msInOne);
      },
      say: (show) => ({ zh: `${show(a)}至${show(b)}的${zh}`, en: `${en} from ${show(a)} to ${show(b)}` }),
    };
  },
});

/** `hours-between: [a, b]`: hours from a to b by the clock, with their fraction. */
export const hoursBetween = measure('hours-between', { kind: 'quantity', units: { hours: 1 } }, 60 * MS_PER_MINUTE, '小时数', 'hours');
/** `minutes-between: [a, b]`: minutes from a to b by the clock. */
export const minutesBetween = measure('minutes-between', { kind: 'quantity', units: { minutes: 1 } }, MS_PER_MINUTE, '分钟数', 'minutes');
