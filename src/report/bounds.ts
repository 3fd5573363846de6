/** Sums that lie between two. */
import { decimal, ZERO, type Decimal } from '../money/money.js';
import type { Amount } from '../schema-types/report.js';

/** A sum that lies between two; null: nobody can tell how high. */
export interface Bounds {
  readonly low: Decimal;
  readonly high: Decimal | null;
}

/** What is still open of an amount. Of a finding that nobody can tell, it may be that nothing is. */
export function boundsOf(amount: Amount, isCertain: boolean): Bounds {
  const whole = rangeOf(amount);
  if (amount.outstanding === undefined) return isCertain ? whole : { low: ZERO, high: whole.high };
  const { outstanding, outstandingAtLeast, outstandingAtMost } = amount;
  if (outstanding !== null) return rangeOf({ amount: outstanding });
  return rangeOf({ amount: null, atLeast: outstandingAtLeast ?? null, atMost: outstandingAtMost ?? null });
}

export const rangeOf = ({ amount, atLeast, atMost }: Pick<Amount, 'amount' | 'atLeast' | 'atMost'>): Bounds =>
  amount !== null
    ? { low: decimal(amount), high: decimal(amount) }
    : { low: decimal(atLeast ?? '0'), high: atMost == null ? null : decimal(atMost) };

export const exactly = (sum: Decimal): Bounds => ({ low: sum, high: sum });

export const sumOf = (counted: readonly Bounds[]): Bounds =>
  counted.reduce<Bounds>(
    (total, { low, high }) => ({ low: total.low.plus(low), high: total.high === null || high === null ? null : total.high.plus(high) }),
    { low: ZERO, high: ZERO },
  );
