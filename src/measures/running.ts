import { inInstance } from '../facts/each.js';
import { before } from '../facts/instance.js';
import { add } from '../values/bounds.js';
import type { Quantity } from '../values/value.js';
import type { Measure } from './measure.js';

/** `running: quantity`: its sum over this month, period or row and all before it. */
export const running: Measure = {
  parameters: [],
  link: (linking) => {
    const of = linking.operand('running', (type) => type.kind === 'quantity');
    if (of === undefined) return undefined;
    return {
      type: of.type,
      operands: [of],
      events: [],
      needs: { sequence: true },
      evaluate: (scope) => {
        const earlier = scope.instance === null ? [] : before(scope.instance);
        return add([...earlier.map((one) => inInstance(scope, one)), scope].map((at) => of.evaluate(at) as Quantity));
      },
      say: (show) => ({
        zh: `至本期（行）为止各期${of.says.zh}之和（本期${show(of)}）`,
        en: `sum so far of ${of.says.en} (this one: ${show(of)})`,
      }),
    };
  },
};
