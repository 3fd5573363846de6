import { Decimal as Base } from 'decimal.js';

/**
 * The house's own decimal constructor: 40 digits, half up, never in exponent form. Decimal.set is global and may be called by anyone;
 * a clone is not touched by it. The left operand's constructor decides, so every amount is made here.
 */
const House = Base.clone({
  precision: 40,
  rounding: Base.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
  maxE: 9e15,
  minE: -9e15,
  modulo: Base.ROUND_DOWN,
});

/** An exact decimal number of this house. Compare and compute with its methods, never with JS operators. */
export type Decimal = Base;

/** A text or number that is not an amount. */
export class MoneyError extends Error {
  readonly says: { readonly zh: string; readonly en: string };
  constructor(zh: string, en: string) {
    super(zh);
    this.name = 'MoneyError';
    this.says = { zh, en };
  }
}

const PLAIN = /^-?\d{1,40}(\.\d{1,40})?$/;
const MONEY = /^-?(0|[1-9]\d{0,17})(\.\d{1,8})?$/;

/**
 * An exact decimal from plain decimal text (`-1234.5`; no exponent, separator or sign +) or from a finite number.
 * @throws MoneyError for anything else
 */
export function decimal(value: string | number): Decimal {
  const usable = typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' && PLAIN.test(value);
  if (!usable) throw new MoneyError(`「${String(value)}」不是十进制数`, `"${String(value)}" is no decimal number`);
  return new House(value);
}

/** Whether a value is a decimal, of this constructor or another. */
export function isDecimal(value: unknown): value is Decimal {
  return Base.isDecimal(value);
}

export const ZERO: Decimal = decimal(0);

/** Reads strict decimal text: up to 18 digits before the point and 8 after it; no sign +, no leading zero, no separator. */
export function parseMoney(text: string): Decimal | undefined {
  return typeof text === 'string' && MONEY.test(text) ? new House(text) : undefined;
}

/** The roundings that a contract may name. */
export type Rounding = 'half-up' | 'half-even' | 'half-down' | 'up' | 'down' | 'ceiling' | 'floor';

const MODES: Readonly<Record<Rounding, Base.Rounding>> = {
  'half-up': Base.ROUND_HALF_UP,
  'half-even': Base.ROUND_HALF_EVEN,
  'half-down': Base.ROUND_HALF_DOWN,
  up: Base.ROUND_UP,
  down: Base.ROUND_DOWN,
  ceiling: Base.ROUND_CEIL,
  floor: Base.ROUND_FLOOR,
};

export const ROUNDINGS = Object.keys(MODES) as readonly Rounding[];

/** Rounds once to `places` decimals (2 = cents). half-* and up/down go by the absolute value, ceiling and floor by the sign. */
export function round(amount: Decimal, rounding: Rounding = 'half-up', places = 2): Decimal {
  return amount.toDecimalPlaces(places, MODES[rounding]);
}

/** The amount with exactly two decimals, `1234.50`; further digits are rounded half up, and zero has no sign. */
export function formatMoney(amount: Decimal): string {
  const cents = round(amount);
  return (cents.isZero() ? ZERO : cents).toFixed(2);
}

/** The smaller of an amount and its cap. */
export function capped(amount: Decimal, cap: Decimal): Decimal {
  return amount.greaterThan(cap) ? cap : amount;
}

/** The larger of an amount and its floor. */
export function floored(amount: Decimal, floor: Decimal): Decimal {
  return amount.lessThan(floor) ? floor : amount;
}
