import { CalendarRangeError } from '../calendar/error.js';
import type { Day } from '../calendar/day.js';
import { endOfPeriod, type PeriodEnd } from '../calendar/period.js';
import type { CountedPeriod } from '../facts/fact.js';
import type { Scope } from '../facts/scope.js';
import { DATE, isMoment } from '../values/type.js';
import { unknownOf } from '../values/unknown.js';
import { byDay, together, type Moment } from '../values/value.js';
import type { Measure } from './measure.js';
import { conventionOf, endMoment } from './period.js';

/** `rolled: moment`: its day, moved off days of rest as the last day of a period is (Civil Code art. 203): a date that a contract names outright. */
export const rolled: Measure = {
  parameters: ['roll'],
  link: (linking) => {
    const of = linking.operand('rolled', isMoment);
    const roll = linking.roll();
    if (of === undefined || roll === undefined) return undefined;
    const counted = (scope: Scope, day: number): CountedPeriod => {
      const convention = { firstDay: 'excluded', ...conventionOf(roll.evaluate(scope), 'forward') } as const;
      const request = { start: day as Day, amount: 0, unit: 'calendar-day', direction: 'forward', convention } as const;
      return { request, end: endOfPeriod(scope.world.calendar, request) };
    };
    return {
      type: DATE,
      operands: [of, ...roll.operands],
      events: [],
      evaluate: (scope, fact) => {
        const day = byDay(of.evaluate(scope) as Moment);
        if (day.come === 'no') return day;
        try {
          const end = (bound: number): PeriodEnd | undefined => (Number.isFinite(bound) ? counted(scope, bound).end : undefined);
          return endMoment(end(day.earliest), end(day.latest), day, false, together([day]));
        } catch (error) {
          if (!(error instanceof CalendarRangeError)) throw error;
          return unknownOf(DATE, [{ fact, why: 'calendar' }]);
        }
      },
      count: (scope) => {
        const day = byDay(of.evaluate(scope) as Moment);
        if (day.come === 'no' || day.earliest !== day.latest) return null;
        try {
          return counted(scope, day.earliest);
        } catch (error) {
          if (!(error instanceof CalendarRangeError)) throw error;
          return null;
        }
      },
      say: (show) => ({ zh: `${show(of)}（遇休息日移动）`, en: `${show(of)}, moved off days of rest` }),
    };
  },
};
