import { dayOf, monthLength, partsOf, type Day } from '../calendar/day.js';
import { DATE, isMoment, onlyUnit, type Type } from '../values/type.js';
import { byDay, day, moment, notYet, together, type Moment, type Quantity } from '../values/value.js';
import type { Measure } from './measure.js';

const isNumber = (type: Type): boolean =>
  type.kind === 'quantity' && (Object.keys(type.units).length === 0 || ['count', 'days'].includes(onlyUnit(type) ?? ''));

/** `day-of-month: n, of: moment`: the nth day of the month of that moment, or of this month; the last day of a shorter month. */
export const dayOfMonth: Measure = {
  parameters: ['of'],
  link: (linking) => {
    const number = linking.operand('day-of-month', isNumber, { zh: '几号（次数）', en: 'a number (count)' });
    const of = linking.has('of') ? linking.operand('of', isMoment) : null;
    if (number === undefined || of === undefined) return undefined;
    return {
      type: DATE,
      operands: of === null ? [number] : [number, of],
      events: [],
      needs: { span: of === null },
      evaluate: (scope) => {
        const { span } = scope.instance ?? {};
        const within = of === null ? (span === undefined ? notYet() : day(span.whole.first)) : byDay(of.evaluate(scope) as Moment);
        if (within.come === 'no') return within;
        const many = number.evaluate(scope) as Quantity;
        const at = (bound: number, n: number): number => (Number.isFinite(bound) ? nthOf(bound as Day, n) : bound);
        return moment(
          'day',
          at(within.earliest, many.low.toNumber()),
          at(within.latest, many.high?.toNumber() ?? Infinity),
          within.come,
          together([within, many]),
        );
      },
      say: (show) => ({
        zh: `${of === null ? '本月' : `${show(of)}所在月份`}的第${show(number)}日`,
        en: `day ${show(number)} of ${of === null ? 'this month' : `the month of ${show(of)}`}`,
      }),
    };
  },
};

function nthOf(within: Day, n: number): Day {
  const { year, month } = partsOf(within);
  return dayOf(year, month, Math.min(Math.max(1, Math.floor(n)), monthLength(year, month)));
}
