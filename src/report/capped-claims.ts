/** What a cap leaves to be claimed: less what is accepted, and what is paid of that which drew on it. */
import { decimal, ZERO, type Decimal } from '../money/money.js';
import type { Amount, Draw, Finding } from '../schema-types/report.js';
import { boundsOf, exactly, rangeOf, sumOf, type Bounds } from './bounds.js';

/** What a finding, or an event beside the caps, brings into the sums. */
export interface Counted extends Bounds, Pick<Amount, 'kind' | 'from' | 'to'> {
  /** The amount of a finding; null: what an event claims. */
  readonly amount: Amount | null;
  /** Somebody has accepted the finding: it is summed apart. */
  readonly accepted: boolean;
  /** What of it is certain while no rule says whether it is paid. */
  readonly unrecorded: Decimal;
}

interface Drawn {
  readonly draw: Draw;
  /** The amount that draws on the cap; undefined: what an event claims. */
  readonly source: Amount | undefined;
}

export const sourceOf = (draw: Draw, findings: readonly Finding[]): Amount | undefined =>
  findings
    .filter(({ rule, instance }) => rule === draw.rule && instance === draw.instance)
    .flatMap(({ amounts }) => amounts)
    .find(({ kind, from, to }) => kind === draw.kind && from === draw.from && to === draw.to);

/** What a cap leaves of a kind, less what is accepted and what is paid of that which drew on it. */
export function capClaim(amount: Amount, accepted: readonly Draw[], drawn: readonly Drawn[]): Counted {
  const { kind, from, to } = amount;
  const whole = rangeOf(amount);
  const off = sumOf([...accepted.map(({ allowed }) => exactly(decimal(allowed ?? '0'))), ...drawn.map(paidOf)]);
  const low = off.high === null || whole.low.lt(off.high) ? ZERO : whole.low.minus(off.high);
  const high = whole.high?.minus(off.low) ?? null;
  const unrecorded = drawn
    .filter(({ source }) => source === undefined || source.paymentRecorded === false)
    .reduce((total, { draw }) => total.plus(decimal(draw.allowed ?? '0')), ZERO);
  return { kind, from, to, amount, accepted: false, unrecorded, low, high };
}

/** Of an amount that drew on a cap: what is paid, up to what the cap let through. */
function paidOf({ draw, source }: Drawn): Bounds {
  if (source?.outstanding === undefined) return exactly(ZERO);
  const [whole, open] = [rangeOf(source), boundsOf(source, true)];
  const most = draw.allowed === null ? null : decimal(draw.allowed);
  const within = (sum: Decimal): Decimal => (sum.lt(ZERO) ? ZERO : most !== null && sum.gt(most) ? most : sum);
  return {
    low: open.high === null ? ZERO : within(whole.low.minus(open.high)),
    high: whole.high === null ? most : within(whole.high.minus(open.low)),
  };
}
