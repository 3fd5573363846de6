import { momentOf } from '../facts/selection.js';
import { DATE, INSTANT } from '../values/type.js';
import { notYet } from '../values/value.js';
import type { Measure } from './measure.js';

/** `moment: this`: when this event happened; `moment: arisen`: the day on which what the rule says came to hold. */
export const momentMeasure: Measure = {
  parameters: [],
  link: (linking) => {
    const which = linking.word('moment', ['this', 'arisen']);
    if (which === undefined) return undefined;
    if (which === 'this') {
      return {
        type: INSTANT,
        operands: [],
        events: [],
        needs: { thisEvent: true },
        evaluate: ({ instance }) => (instance?.event === undefined ? notYet() : momentOf(instance.event)),
        say: () => ({ zh: '本事件发生之时', en: 'when this event happened' }),
      };
    }
    return {
      type: DATE,
      operands: [],
      events: [],
      needs: { subject: true },
      evaluate: ({ world, subject }) => (subject === null ? notYet() : world.verdicts.arisen(world, subject)),
      say: () => ({ zh: '本条所述情形成就之日', en: 'day on which what this rule says came to hold' }),
    };
  },
};
