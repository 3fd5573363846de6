import { evaluateLeaves, judge } from '../facts/condition.js';
import { YES_NO } from '../values/type.js';
import { together, yesNo } from '../values/value.js';
import type { Measure } from './measure.js';

/** `holds: condition`. */
export const holdsMeasure: Measure = {
  parameters: [],
  link: (linking) => {
    const condition = linking.condition('holds');
    if (condition === undefined) return undefined;
    return {
      type: YES_NO,
      operands: condition.leaves.flatMap((leaf) => [leaf.fact, leaf.value]),
      events: [],
      condition,
      followsToday: true,
      evaluate: (scope) => {
        const leaves = evaluateLeaves(condition, scope);
        return yesNo(
          judge(condition, leaves, scope),
          together(leaves.flatMap((leaf) => (leaf.truth === 'no' ? [] : [leaf.fact, leaf.value]))),
        );
      },
      say: () => ({ zh: '下列条件成立', en: 'the following condition holds' }),
    };
  },
};
