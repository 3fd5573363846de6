import type { Day } from '../calendar/day.js';
import { isMoment } from '../values/type.js';
import { absentOf, unknownOf } from '../values/unknown.js';
import { byDay, together, type Moment } from '../values/value.js';
import type { Measure } from './measure.js';

/** `was: fact, on: day`: the fact as it stood at the end of that day. */
export const was: Measure = {
  parameters: ['on'],
  link: (linking) => {
    const asked = linking.operand('was');
    const on = linking.operand('on', isMoment);
    if (asked === undefined || on === undefined) return undefined;
    return {
      type: asked.type,
      operands: [asked, on],
      events: [],
      evaluate: (scope, fact) => {
        const day = byDay(on.evaluate(scope) as Moment);
        if (day.come === 'no') return absentOf(asked.type);
        if (day.come === 'maybe' || day.earliest !== day.latest)
          return unknownOf(asked.type, day.missing.length > 0 ? day.missing : [{ fact, why: 'order' }]);
        if (day.latest > scope.world.today) {
          scope.world.watch(day.latest);
          return asked.evaluate(scope);
        }
        const then = asked.evaluate({ ...scope, world: scope.world.at(day.latest as Day) });
        return { ...then, evidence: together([day, then]).evidence };
      },
      say: (show) => ({ zh: `${show(on)}日终的${show(asked)}`, en: `${show(asked)} at the end of ${show(on)}` }),
    };
  },
};
