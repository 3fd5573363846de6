/** The cap: claims draw on each debtor's ceiling in order of their days. */
import { compare, least, minus, plus, ZERO, type Fraction } from './fraction.js';
import { num, type Num } from './values.js';

export interface Claim {
  readonly day: number;
  /** The rule that gives it; null: an event states it. */
  readonly rule: string | null;
  /** The id of the event that states it. */
  readonly event?: string;
  /** Of what nobody recorded: it may have come before all else of its day. */
  readonly isHidden?: boolean;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  /** Of what the creditor has in hand already there is nothing more to claim. */
  readonly isRetained?: boolean;
  readonly asked: Num;
}

export interface Drawn {
  readonly totals: readonly { readonly kind: string; readonly from: string; readonly to: string; readonly allowed: Num }[];
  readonly cut: 'yes' | 'no' | 'unknown';
}

/** On one day penalties first, then by rule id, then what events state, by their ids. */
const placeOf = (claim: Claim): string =>
  (claim.kind === 'penalty' ? '0' : '1') + (claim.rule ?? (claim.isHidden === true ? '~' : `~~${claim.event ?? ''}`));
const inOrder = (a: Claim, b: Claim): number => a.day - b.day || (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0);

const keyOf = (claim: Claim): string => `${claim.from} ${claim.to} ${claim.kind}${claim.isRetained === true ? ' retained' : ''}`;
const other = { low: 'high', high: 'low' } as const;

/** What is drawn by claims of one kind, with what is open of them read one way and what is open of all others the other way; null: no end. */
function drawn(mine: readonly Claim[], key: string, end: 'low' | 'high', ceiling: Fraction | null): Fraction | null {
  let left = ceiling;
  let sum: Fraction | null = ZERO;
  for (const claim of mine) {
    const asked = claim.asked[keyOf(claim) === key ? end : other[end]];
    const allowed = left === null ? asked : asked === null ? left : least(asked, left);
    if (left !== null && allowed !== null) left = minus(left, allowed);
    if (keyOf(claim) === key) sum = sum === null || allowed === null ? null : plus(sum, allowed);
  }
  return sum;
}

export function draw(claims: readonly Claim[], ceiling: Num): Drawn {
  const totals: Drawn['totals'][number][] = [];
  const cuts: Drawn['cut'][] = [];
  for (const debtor of new Set(claims.map((claim) => claim.from))) {
    const mine = claims.filter((claim) => claim.from === debtor).sort(inOrder);
    for (const key of new Set(mine.filter((claim) => claim.isRetained !== true).map(keyOf))) {
      const { kind, from, to } = mine.find((claim) => keyOf(claim) === key) as Claim;
      totals.push({ kind, from, to, allowed: num(drawn(mine, key, 'low', ceiling.low) ?? ZERO, drawn(mine, key, 'high', ceiling.high)) });
    }
    const asked = (end: 'low' | 'high'): Fraction | null =>
      mine.reduce<Fraction | null>((sum, claim) => (sum === null || claim.asked[end] === null ? null : plus(sum, claim.asked[end])), ZERO);
    const [low, high] = [asked('low') ?? ZERO, asked('high')];
    if (ceiling.high !== null && compare(low, ceiling.high) > 0) cuts.push('yes');
    else cuts.push(high === null || compare(high, ceiling.low) > 0 ? 'unknown' : 'no');
  }
  return { totals, cut: cuts.includes('yes') ? 'yes' : cuts.includes('unknown') ? 'unknown' : 'no' };
}
