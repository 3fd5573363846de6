/** A cap as a ledger: claims draw on it day by day, until nothing is left; each draw is kept. */
import type { Day } from '../calendar/day.js';
import type { Decimal } from '../money/money.js';
import type { DrawingKind } from '../rulebook/rule.js';
import { ENDLESS } from '../values/unknown.js';
import { isExact, quantity, ZERO, type Missing, type Quantity } from '../values/value.js';

export interface Claim {
  readonly day: Day;
  /** The rule that gives it, or null for a claim that an event states. */
  readonly rule: string | null;
  readonly instance: string | null;
  readonly event: string | null;
  readonly kind: DrawingKind;
  readonly from: string;
  readonly to: string;
  /** What is retained has been had already: it draws, but there is nothing more to claim of it. */
  readonly effect: 'owed' | 'retained';
  readonly asked: Quantity;
  /** All that an event states, where it is open whether the cap takes it in: `asked` is from nothing up to it. */
  readonly whole?: Quantity;
}

export interface Draw extends Claim {
  readonly allowed: Quantity;
  readonly left: Quantity;
  /** Of a claim that may stand beside the cap: how much more than what the cap allows in all there may then be, at most; null: no end. */
  readonly beyond?: Decimal | null;
}

export interface LedgerTotal {
  readonly kind: DrawingKind;
  readonly from: string;
  readonly to: string;
  readonly allowed: Quantity;
}

export interface LedgerResult {
  readonly draws: readonly Draw[];
  readonly totals: readonly LedgerTotal[];
  /** Whether some debtor's claims are more than the ceiling. */
  readonly cut: 'yes' | 'no' | 'unknown';
  readonly missing: readonly Missing[];
}

/** By day; on one day penalties first, then by rule id. */
const inOrder = (a: Claim, b: Claim): number =>
  a.day - b.day ||
  rank(a) - rank(b) ||
  compare(a.rule ?? '~', b.rule ?? '~') ||
  compare(a.instance ?? a.event ?? '', b.instance ?? b.event ?? '');

const rank = (claim: Claim): number => (claim.kind === 'penalty' ? 0 : 1);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const least = (a: Decimal | null, b: Decimal): Decimal => (a === null || a.gt(b) ? b : a);
const notBelowZero = (value: Decimal): Decimal => (value.isNegative() ? ZERO : value);

/** A high end: null where it is open. */
const open = (value: Decimal): Decimal | null => (value.isFinite() ? value : null);

/** Draws the claims on each debtor's own ceiling. */
export function draw(claims: readonly Claim[], ceiling: Quantity): LedgerResult {
  const draws: Draw[] = [];
  const most = ceiling.high ?? ENDLESS;
  let cut: LedgerResult['cut'] = 'no';
  for (const debtor of [...new Set(claims.map((claim) => claim.from))].sort()) {
    const mine = claims.filter((claim) => claim.from === debtor).sort(inOrder);
    // What is left at least (everything open asked in full) and at most (nothing open asked).
    let leftLow = ceiling.low;
    let leftHigh = most;
    let askedLow = ZERO;
    let askedHigh: Decimal | null = ZERO;
    for (const claim of mine) {
      const { low, high } = claim.asked;
      const allowed = quantity(least(low, leftLow), open(least(high, leftHigh)), claim.asked);
      leftLow = notBelowZero(leftLow.minus(least(high, leftLow)));
      leftHigh = notBelowZero(leftHigh.minus(least(low, leftHigh)));
      askedLow = askedLow.plus(low);
      askedHigh = askedHigh === null || high === null ? null : askedHigh.plus(high);
      draws.push({ ...claim, allowed, left: quantity(leftLow, open(leftHigh)), ...beyondOf(claim, mine, most) });
    }
    if (askedLow.gt(most)) cut = 'yes';
    else if (cut === 'no' && (askedHigh === null || askedHigh.gt(ceiling.low))) cut = 'unknown';
  }
  return { draws, totals: totals(draws, ceiling), cut, missing: claims.flatMap((claim) => claim.asked.missing) };
}

/** All that one side may still claim of the other of one kind: the least where all else is asked in full, the most where nothing else that is open is asked. */
function totals(draws: readonly Draw[], ceiling: Quantity): readonly LedgerTotal[] {
  const owed = draws.filter(({ effect }) => effect === 'owed');
  return [...new Map(owed.map((one) => [keyOf(one), one]))].map(([key, { kind, from, to }]): LedgerTotal => {
    const mine = draws.filter((claim) => claim.from === from);
    const allowed = quantity(drawn(mine, key, 'low', 'high', ceiling.low), open(drawn(mine, key, 'high', 'low', ceiling.high ?? ENDLESS)));
    return { kind, from, to, allowed: isExact(allowed) ? allowed : { ...allowed, missing: mine.flatMap((claim) => claim.asked.missing) } };
  });
}

const keyOf = (claim: Claim): string => `${claim.from}|${claim.to}|${claim.kind}|${claim.effect}`;

/** What the claims of one key draw, with what is open of them read one way and what is open of all others the other way. */
function drawn(mine: readonly Claim[], key: string, own: 'low' | 'high', other: 'low' | 'high', most: Decimal): Decimal {
  let left = most;
  let sum = ZERO;
  for (const claim of mine) {
    const allowed = least(claim.asked[keyOf(claim) === key ? own : other], left);
    if (left.isFinite()) left = left.minus(allowed);
    if (keyOf(claim) === key) sum = sum.plus(allowed);
  }
  return sum;
}

/** Beside the cap the claim is had in full, less the part of what the cap allows at most that is due to it. */
function beyondOf(claim: Claim, mine: readonly Claim[], most: Decimal): Pick<Draw, 'beyond'> {
  if (claim.whole === undefined) return {};
  if (claim.whole.high === null) return { beyond: null };
  const key = keyOf(claim);
  const rest = mine.filter((one) => one !== claim);
  const due = drawn(mine, key, 'high', 'low', most).minus(drawn(rest, key, 'high', 'low', most));
  return { beyond: due.isFinite() ? claim.whole.high.minus(due) : ZERO };
}
