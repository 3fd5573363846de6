import { DATE, isMoment } from '../values/type.js';
import { byDay, type Moment } from '../values/value.js';
import type { Measure } from './measure.js';

const neighbour = (key: 'day-before' | 'day-after', step: 1 | -1, zh: string, en: string): Measure => ({
  parameters: [],
  link: (linking) => {
    const of = linking.operand(key, isMoment);
    if (of === undefined) return undefined;
    return {
      type: DATE,
      operands: [of],
      events: [],
      evaluate: (scope) => {
        const day = byDay(of.evaluate(scope) as Moment);
        return day.come === 'no' ? day : { ...day, earliest: day.earliest + step, latest: day.latest + step };
      },
      say: (show) => ({ zh: `${show(of)}的${zh}`, en: `the day ${en} ${show(of)}` }),
    };
  },
});

/** `day-before: day` and `day-after: day`. */
export const dayBefore = neighbour('day-before', -1, '前一日', 'before');
export const dayAfter = neighbour('day-after', 1, '次日', 'after');
