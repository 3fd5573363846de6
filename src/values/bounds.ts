/** Arithmetic on ranges: the ends are combined so that the result holds at every corner. */
import type { Decimal } from '../money/money.js';
import { quantity, together, ZERO, type Quantity } from './value.js';

const plus = (a: Decimal | null, b: Decimal | null): Decimal | null => (a === null || b === null ? null : a.plus(b));

export const add = (values: readonly Quantity[]): Quantity =>
  quantity(
    values.reduce((sum, v) => sum.plus(v.low), ZERO),
    values.reduce<Decimal | null>((sum, v) => plus(sum, v.high), ZERO),
    together(values),
  );

/**
 * a − b, not below `floor`. Quantities have a low end and perhaps no high one, so an unbounded subtrahend needs a floor;
 * the linker asks for one.
 */
export function subtract(a: Quantity, b: Quantity, floor: Decimal | null): Quantity {
  const low = b.high === null ? floor : a.low.minus(b.high);
  if (low === null) throw new Error('an unbounded subtrahend has no floor');
  const high = a.high === null ? null : a.high.minus(b.low);
  const notBelow = (x: Decimal): Decimal => (floor !== null && x.lt(floor) ? floor : x);
  return quantity(notBelow(low), high === null ? null : notBelow(high), together([a, b]));
}

/** A product of ranges that do not go below zero. */
export function multiply(values: readonly Quantity[]): Quantity {
  // Nothing times anything, without end or not, is nothing.
  const zero = values.some((v) => v.high?.isZero() === true);
  const low = zero ? ZERO : values.reduce((product, v) => product.times(v.low), ZERO.plus(1));
  const high = zero
    ? ZERO
    : values.reduce<Decimal | null>((product, v) => (product === null || v.high === null ? null : product.times(v.high)), ZERO.plus(1));
  return quantity(low, high, together(values));
}

/** a ÷ b; undefined where b may be zero. */
export function divide(a: Quantity, b: Quantity): Quantity | undefined {
  if (b.low.lte(0)) return undefined;
  return quantity(b.high === null ? ZERO : a.low.div(b.high), a.high === null ? null : a.high.div(b.low), together([a, b]));
}

const least = (a: Decimal | null, b: Decimal | null): Decimal | null => (a === null ? b : b === null ? a : a.lt(b) ? a : b);
const most = (a: Decimal | null, b: Decimal | null): Decimal | null => (a === null || b === null ? null : a.gt(b) ? a : b);

export const smaller = (a: Quantity, b: Quantity): Quantity =>
  quantity(a.low.lt(b.low) ? a.low : b.low, least(a.high, b.high), together([a, b]));
export const larger = (a: Quantity, b: Quantity): Quantity =>
  quantity(a.low.gt(b.low) ? a.low : b.low, most(a.high, b.high), together([a, b]));
