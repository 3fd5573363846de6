/** 超过 excludes the number, 以上、以内 include it (Civil Code art. 1259). */
import type { Decimal } from '../money/money.js';
import type { Truth } from '../values/truth.js';
import type { Type } from '../values/type.js';
import type { Quantity, Value } from '../values/value.js';
import { OperandError, type Operator } from './operator.js';

const isQuantity = (type: Type): boolean => type.kind === 'quantity';

function asQuantity(value: Value): Quantity {
  if (value.type !== 'quantity') throw new OperandError(`a number was expected, not ${value.type}`);
  return value;
}

const moreThan = (x: Quantity, y: Quantity): Truth => {
  if (y.high !== null && x.low.gt(y.high)) return 'yes';
  return x.high !== null && x.high.lte(y.low) ? 'no' : 'unknown';
};

const atLeast = (x: Quantity, y: Quantity): Truth => {
  if (y.high !== null && x.low.gte(y.high)) return 'yes';
  return x.high !== null && x.high.lt(y.low) ? 'no' : 'unknown';
};

const same = (a: Decimal, b: Decimal | null): boolean => b !== null && a.eq(b);

const equals = (x: Quantity, y: Quantity): Truth => {
  if (same(x.low, x.high) && same(y.low, y.high) && x.low.eq(y.low)) return 'yes';
  const apart = (x.high !== null && x.high.lt(y.low)) || (y.high !== null && y.high.lt(x.low));
  return apart ? 'no' : 'unknown';
};

const operator = (zh: string, en: string, test: (x: Quantity, y: Quantity) => Truth): Operator => ({
  says: { zh, en },
  takes: isQuantity,
  operand: (fact) => fact,
  test: (x, y) => test(asQuantity(x), asQuantity(y)),
});

export const numbers = {
  'more-than': operator('超过', 'more than', moreThan),
  'at-least': operator('不少于', 'at least', atLeast),
  'less-than': operator('不满', 'less than', (x, y) => moreThan(y, x)),
  'at-most': operator('不超过', 'at most', (x, y) => atLeast(y, x)),
  equals: operator('等于', 'equal to', equals),
} satisfies Record<string, Operator>;
