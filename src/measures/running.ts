import { inInstance } from '../facts/each.js';
import { before } from '../facts/instance.js';
import { add } from '../values/bounds.js';
import type { Scope } from '../facts/scope.js';
import type { Quantity } from '../values/value.js';
import type { Measure } from './measure.js';
import { tellSum } from './say-parts.js';

/** `running: quantity`: its sum over this month, period or row and all before it. */
export const running: Measure = {
  parameters: [],
  link: (linking) => {
    const of = linking.operand('running', (type) => type.kind === 'quantity');
    if (of === undefined) return undefined;
    const through = (scope: Scope): readonly Scope[] => [
      ...(scope.instance === null ? [] : before(scope.instance)).map((one) => inInstance(scope, one)),
      scope,
    ];
    return {
      type: of.type,
      operands: [of],
      events: [],
      needs: { sequence: true },
      evaluate: (scope) => add(through(scope).map((at) => of.evaluate(at) as Quantity)),
      tell: (scope, _show, figure) =>
        tellSum(
          { zh: `至本期（行）为止各期${of.says.zh}之和`, en: `sum so far of ${of.says.en}` },
          through(scope).map((at) => ({ of: at.instance?.id ?? null, figure: figure(of.evaluate(at), of.type), sure: true })),
        ),
      say: (show) => ({
        zh: `至本期（行）为止各期${of.says.zh}之和（本期${show(of)}）`,
        en: `sum so far of ${of.says.en} (this one: ${show(of)})`,
      }),
    };
  },
};
