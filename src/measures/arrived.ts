import { DATE, isMoment } from '../values/type.js';
import { byDay, notYet, type Moment } from '../values/value.js';
import type { Measure } from './measure.js';

/** `arrived: day`: that day once it has come, else not yet. */
export const arrived: Measure = {
  parameters: [],
  link: (linking) => {
    const of = linking.operand('arrived', isMoment);
    if (of === undefined) return undefined;
    return {
      type: DATE,
      operands: [of],
      events: [],
      evaluate: (scope) => {
        const day = byDay(of.evaluate(scope) as Moment);
        if (day.come === 'no') return day;
        const { today } = scope.world;
        scope.world.watch(day.earliest);
        scope.world.watch(day.latest);
        if (day.earliest > today) return notYet({ evidence: day.evidence });
        return day.latest > today ? { ...day, latest: today, come: 'maybe' } : day;
      },
      say: (show) => ({ zh: `${show(of)}之日（到来之前没有）`, en: `the day of ${show(of)}, once it has come` }),
    };
  },
};
