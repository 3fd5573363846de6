import { fits, type Type } from '../values/type.js';
import { ONE, quantity, together, type Quantity } from '../values/value.js';
import type { Measure } from './measure.js';

const RATIO: Type = { kind: 'quantity', units: {} };
const YEARS: Type = { kind: 'quantity', units: { years: 1 } };

/** `grown: x, by: ratio, over: years`: x × (1 + ratio), once for each whole year. */
export const grown: Measure = {
  parameters: ['by', 'over'],
  link: (linking) => {
    const of = linking.operand('grown', (type) => type.kind === 'quantity');
    const by = linking.operand('by', (type) => fits(type, RATIO), { zh: '比例', en: 'a ratio' });
    const over = linking.operand('over', (type) => fits(type, YEARS), { zh: '年数', en: 'years' });
    if (of === undefined || by === undefined || over === undefined) return undefined;
    return {
      type: of.type,
      operands: [of, by, over],
      events: [],
      evaluate: (scope) => {
        const [base, rate, years] = [of, by, over].map((one) => one.evaluate(scope) as Quantity) as [Quantity, Quantity, Quantity];
        const low = base.low.times(rate.low.plus(ONE).pow(years.low.floor()));
        const open = base.high === null || rate.high === null || years.high === null || !years.high.isFinite();
        const high = open ? null : base.high.times(rate.high.plus(ONE).pow(years.high.floor()));
        return quantity(low, high, together([base, rate, years]));
      },
      say: (show) => ({
        zh: `${show(of)} × (1 + ${show(by)}) 的${show(over)}次方`,
        en: `${show(of)} × (1 + ${show(by)}) to the power of ${show(over)}`,
      }),
    };
  },
};
