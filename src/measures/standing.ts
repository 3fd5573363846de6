import { STATUSES } from '../facts/scope.js';
import { anyOf } from '../values/truth.js';
import { YES_NO } from '../values/type.js';
import { together, yesNo, type YesNo } from '../values/value.js';
import type { Measure } from './measure.js';

/** `standing: [rules], is: [statuses]`: whether any finding of these rules has one of these statuses. */
export const standing: Measure = {
  parameters: ['is'],
  link: (linking) => {
    const rules = linking.rules('standing');
    const statuses = linking.words('is', STATUSES);
    if (rules === undefined || statuses === undefined) return undefined;
    return {
      type: YES_NO,
      operands: [],
      events: [],
      rules,
      evaluate: ({ world }) => {
        const found = rules.map((rule) => world.verdicts.standing(world, rule, statuses) as YesNo);
        return yesNo(anyOf(found.map((one) => one.truth)), together(found.filter((one) => one.truth !== 'no')));
      },
      say: () => ({ zh: `${rules.join('、')}的结论为${statuses.join('、')}`, en: `${rules.join(', ')} stands at ${statuses.join(', ')}` }),
    };
  },
};
