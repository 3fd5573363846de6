import type { Day } from '../calendar/day.js';
import { anyOf } from '../values/truth.js';
import { isMoment, YES_NO } from '../values/type.js';
import { unknownOf } from '../values/unknown.js';
import { byDay, together, yesNo, type Moment, type YesNo } from '../values/value.js';
import type { Measure } from './measure.js';

/** `available: [rules], on: day`: whether any of these rights was available on that day, its exercise left aside. */
export const available: Measure = {
  parameters: ['on'],
  link: (linking) => {
    const rules = linking.rules('available');
    const on = linking.operand('on', isMoment);
    if (rules === undefined || on === undefined) return undefined;
    return {
      type: YES_NO,
      operands: [on],
      events: [],
      rules,
      evaluate: (scope, fact) => {
        const day = byDay(on.evaluate(scope) as Moment);
        if (day.come !== 'no') scope.world.watch(day.earliest);
        if (day.come === 'no' || day.earliest > scope.world.today) return yesNo('no');
        if (day.come === 'maybe' || day.earliest !== day.latest) return unknownOf(YES_NO, [...day.missing, { fact, why: 'order' }]);
        const world = scope.world.at(day.latest as Day);
        const found = rules.map((rule) => world.verdicts.available(world, rule) as YesNo);
        return yesNo(anyOf(found.map((one) => one.truth)), together([day, ...found.filter((one) => one.truth !== 'no')]));
      },
      say: (show) => ({ zh: `${show(on)}当日${rules.join('、')}可以行使`, en: `${rules.join(', ')} available on ${show(on)}` }),
    };
  },
};
