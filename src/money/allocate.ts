import { decimal, MoneyError, round, ZERO, type Decimal } from './money.js';

const CENT = decimal('0.01');

/**
 * Splits whole cents by weights so that the parts sum to the total exactly: each share is cut to the cent, and the cents left over go one
 * each to the largest remainders (the earlier, where two are equal). A negative total is split like its positive twin.
 * @throws MoneyError for a total with parts of a cent, a negative weight, or weights that sum to nothing
 */
export function allocate(total: Decimal, weights: readonly Decimal[]): readonly Decimal[] {
  const sum = weights.reduce((a, b) => a.plus(b), ZERO);
  if (total.decimalPlaces() > 2) throw new MoneyError(`${total.toFixed()} 不是整分`, `${total.toFixed()} is not whole cents`);
  if (weights.some((w) => w.isNegative() && !w.isZero()) || !sum.greaterThan(ZERO)) {
    throw new MoneyError('分配比例不得为负，且合计须大于零', 'Weights must not be negative, and must sum to more than zero');
  }
  const exact = weights.map((w) => total.abs().times(w).dividedBy(sum));
  const shares = exact.map((e) => round(e, 'down'));
  const left = total.abs().minus(shares.reduce((a, b) => a.plus(b), ZERO));
  const byRemainder = exact.map((e, i) => ({ i, rest: e.minus(shares[i] ?? ZERO) })).sort((a, b) => b.rest.comparedTo(a.rest));
  const extra = new Set(byRemainder.slice(0, left.dividedBy(CENT).toNumber()).map((r) => r.i));
  return shares.map((s, i) => {
    const share = extra.has(i) ? s.plus(CENT) : s;
    return total.isNegative() ? share.negated() : share;
  });
}
