/** Exact fractions of whole numbers. `under` is 0 for what has no end. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export const ZERO: Fraction = { over: 0n, under: 1n };
export const ONE: Fraction = { over: 1n, under: 1n };
export const ENDLESS: Fraction = { over: 1n, under: 0n };

export const whole = (n: number): Fraction => ({ over: BigInt(n), under: 1n });

/** `12.50`, `3`. */
export function fraction(written: string | number): Fraction {
  const [integer = '0', decimals = ''] = String(written).split('.');
  return { over: BigInt(integer + decimals), under: 10n ** BigInt(decimals.length) };
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.under === b.under ? { over: a.over + b.over, under: a.under } : { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { over: -b.over, under: b.under });
export const times = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.over, under: a.under * b.under });
/** Of positive `b` only. */
export const by = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.under, under: a.under * b.over });

/** Below, at or above zero as a is less than, equal to or more than b. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
export const least = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);
export const most = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);

/** What is not below zero, without a fraction; nearest: a half goes up. */
export function rounded(a: Fraction, way: 'down' | 'up' | 'nearest'): Fraction {
  if (a.under === 0n) return a;
  const [over, under] =
    way === 'nearest' ? [a.over * 2n + a.under, a.under * 2n] : [way === 'up' ? a.over + a.under - 1n : a.over, a.under];
  return { over: over / under, under: 1n };
}
/** What is not below zero, to the cent, half up. */
export const toCents = (a: Fraction): Fraction => (a.under === 0n ? a : { over: (a.over * 200n + a.under) / (a.under * 2n), under: 100n });

export function writeMoney(a: Fraction): string {
  const cents = toCents(a).over.toString().padStart(3, '0');
  return `${cents.slice(0, -2)}.${cents.slice(-2)}`;
}
