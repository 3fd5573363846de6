import type { Day } from '../calendar/day.js';
import { OPERATORS } from '../operators/catalogue.js';
import { anyOf } from '../values/truth.js';
import { DATE, isMoment } from '../values/type.js';
import { byDay, notYet, together, type Moment } from '../values/value.js';
import type { Measure } from './measure.js';

/** `silence: [moments], through: day`: that day, once it has passed and none of them had come by it (a deemed act, Civil Code art. 140). */
export const silence: Measure = {
  parameters: ['through'],
  link: (linking) => {
    const acts = linking.operands('silence', isMoment);
    const through = linking.operand('through', isMoment);
    if (acts === undefined || through === undefined) return undefined;
    return {
      type: DATE,
      operands: [...acts, through],
      events: [],
      evaluate: (scope) => {
        const { world } = scope;
        const until = byDay(through.evaluate(scope) as Moment);
        if (until.come === 'no') return notYet(until);
        for (const bound of [until.earliest, until.latest]) world.watch(bound + 1);
        if (until.earliest >= world.today) return notYet(together([until]));
        const moments = acts.map((one) => one.evaluate(scope) as Moment);
        const support = together([until, ...moments]);
        const broken = anyOf(moments.map((one) => OPERATORS['on-or-before'].test(byDay(one), until, world.today)));
        if (broken === 'yes') return notYet(support);
        const sure = broken === 'no' && until.come === 'yes' && until.latest < world.today;
        const latest = Math.min(until.latest, world.today - 1) as Day;
        return { ...until, ...support, latest, come: sure ? 'yes' : 'maybe' };
      },
      say: (show) => ({
        zh: `至${show(through)}止既无${acts.map(show).join('，也无')}，该日届满`,
        en: `${show(through)}, once it has passed with none of: ${acts.map(show).join(', ')}`,
      }),
    };
  },
};
