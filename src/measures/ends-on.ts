import { DATE, isMoment } from '../values/type.js';
import { byDay, type Moment } from '../values/value.js';
import type { Measure } from './measure.js';

/** `ends-on: moment`: the day with which something that lasts until then ends; at 00:00 sharp it is the day before, whose 24:00 that is. A bare date is that day. */
export const endsOn: Measure = {
  parameters: [],
  link: (linking) => {
    const of = linking.operand('ends-on', isMoment);
    if (of === undefined) return undefined;
    return {
      type: DATE,
      operands: [of],
      events: [],
      evaluate: (scope) => {
        const until = of.evaluate(scope) as Moment;
        const sharp = until.grain === 'instant' && until.earliest === until.latest;
        return byDay(sharp ? { ...until, earliest: until.earliest - 1, latest: until.latest - 1 } : until);
      },
      say: (show) => ({
        zh: `${show(of)}所在之日（恰在零时的，为其前一日）`,
        en: `the day of ${show(of)} (at 00:00 sharp the day before)`,
      }),
    };
  },
};
