/** What each party may claim of the other as of the day asked about, each sum once. */
import { decimal, formatMoney, ZERO, type Decimal } from '../money/money.js';
import type { Amount, Claims, Draw, Finding, Report, Uncapped } from '../schema-types/report.js';

/** What the sums are taken from. */
type Said = Pick<Report, 'contract' | 'findings' | 'uncapped'>;

/** A sum that lies between two; null: nobody can tell how high. */
interface Bounds {
  readonly low: Decimal;
  readonly high: Decimal | null;
}

/** What a finding, or an event beside the caps, brings into the sums. */
interface Counted extends Bounds, Pick<Amount, 'kind' | 'from' | 'to'> {
  /** The amount of a finding; null: what an event claims. */
  readonly amount: Amount | null;
  /** Somebody has accepted the finding: it is summed apart. */
  readonly accepted: boolean;
}

const KINDS = ['penalty', 'damages', 'refund', 'fee'] as const satisfies readonly Amount['kind'][];

/** Between which parties what may be claimed: what is certain is the lower bound, what hangs on something unknown lies above it. */
export function claimsOf(said: Said): Claims[] {
  const counted = countedIn(said);
  const parties = said.contract.parties.map((one) => one.party);
  return parties.flatMap((from) =>
    parties.flatMap((to): Claims[] => {
      const between = counted.filter((one) => one.from === from && one.to === to);
      const parts = partsOf(between.filter((one) => !one.accepted));
      const accepted = partsOf(between.filter((one) => one.accepted));
      if (parts.length === 0 && accepted.length === 0) return [];
      return [
        {
          from,
          to,
          ...written(sumOf(between.filter((one) => !one.accepted))),
          currency: 'CNY',
          parts,
          ...(accepted.length === 0 ? {} : { accepted }),
        },
      ];
    }),
  );
}

/** What each amount of the findings brings in for certain; what is not here brings in nothing. */
export const broughtIn = (said: Said): ReadonlyMap<Amount, string> =>
  new Map(
    countedIn(said).flatMap(({ amount, accepted, low }) => (amount === null || accepted ? [] : [[amount, formatMoney(low)] as const])),
  );

/** What a cap cut an amount to, where it did. */
export function cappedTo(
  report: Said,
  { rule, instance }: Finding,
  amount: Amount,
): { readonly cap: Finding; readonly draw: Draw } | undefined {
  for (const cap of report.findings.filter(isCap)) {
    const draw = cap.trace.ledger.find((one) => draws(one, rule, instance, amount));
    if (draw !== undefined && draw.asked !== draw.allowed) return { cap, draw };
  }
  return undefined;
}

function countedIn({ findings, uncapped = [] }: Said): readonly Counted[] {
  const caps = findings.filter(isCap);
  const all = caps.flatMap((cap) => cap.trace.ledger);
  const waived = new Set(findings.filter(({ waiver }) => waiver !== undefined).map(({ rule, instance }) => nameOf(rule, instance)));
  const isWaived = ({ rule, instance }: Draw): boolean => rule !== null && waived.has(nameOf(rule, instance));
  const rest = findings
    .filter(mayClaim)
    .flatMap((finding) =>
      finding.amounts
        .filter(
          (amount) =>
            amount.effect === 'owed' &&
            !isSettled(finding, amount) &&
            !all.some((draw) => draws(draw, finding.rule, finding.instance, amount)),
        )
        .map((amount) => ({ finding, amount })),
    );
  return [
    ...caps.flatMap((cap) =>
      cap.amounts.filter(({ effect }) => effect === 'owed').map((amount) => lessAccepted(amount, cap.trace.ledger.filter(isWaived))),
    ),
    ...all.filter(isWaived).map((draw): Counted => ({
      kind: draw.kind,
      from: draw.from,
      to: draw.to,
      amount: null,
      accepted: true,
      low: decimal(draw.allowed ?? '0'),
      high: draw.allowed === null ? null : decimal(draw.allowed),
    })),
    ...onceEach(rest),
    ...uncapped.flatMap((claim) => (claim.from === null || claim.to === null ? [] : [eventClaim(claim, claim.from, claim.to)])),
  ];
}

const nameOf = (rule: string, instance: string | null): string => JSON.stringify([rule, instance]);

/** Broken, a right that is or was there, or nobody can tell. */
const mayClaim = ({ kind, status }: Finding): boolean =>
  kind === 'right'
    ? status === 'available' || status === 'exercised' || status === 'undetermined'
    : (kind === 'duty' || kind === 'prohibition') && (status === 'breached' || status === 'undetermined');

/** A refund or fee is what its bearer's duty consists in: once that is performed, however late, it is paid. What says how much is paid goes by that. */
export const isSettled = ({ kind, bearer, performedOn }: Finding, amount: Amount): boolean =>
  kind === 'duty' &&
  performedOn !== null &&
  amount.outstanding === undefined &&
  amount.from === bearer &&
  (amount.kind === 'refund' || amount.kind === 'fee');

/** A limit that cut claims to a cap shows what may be claimed. */
const isCap = ({ kind, trace }: Finding): boolean => kind === 'limit' && trace.ledger.length > 0;

/** What a cap takes in counts there, as cut to it, and not again by itself. */
const draws = (draw: Draw, rule: string, instance: string | null, { kind, from, to, once }: Amount): boolean =>
  draw.rule === rule && draw.kind === kind && draw.from === from && draw.to === to && (once === true || draw.instance === instance);

/** What is still open of an amount. Of a finding that nobody can tell, it may be that nothing is. */
function boundsOf(amount: Amount, isCertain: boolean): Bounds {
  const whole = rangeOf(amount);
  if (amount.outstanding === undefined) return isCertain ? whole : { low: ZERO, high: whole.high };
  const { outstanding, outstandingAtLeast, outstandingAtMost } = amount;
  if (outstanding !== null) return rangeOf({ amount: outstanding });
  return rangeOf({ amount: null, atLeast: outstandingAtLeast ?? null, atMost: outstandingAtMost ?? null });
}

const rangeOf = ({ amount, atLeast, atMost }: Pick<Amount, 'amount' | 'atLeast' | 'atMost'>): Bounds =>
  amount !== null
    ? { low: decimal(amount), high: decimal(amount) }
    : { low: decimal(atLeast ?? '0'), high: atMost == null ? null : decimal(atMost) };

function lessAccepted(amount: Amount, accepted: readonly Draw[]): Counted {
  const { kind, from, to } = amount;
  const { low, high } = rangeOf(amount);
  const mine = accepted.filter((draw) => draw.kind === kind && draw.from === from && draw.to === to);
  const sum = mine.reduce((total, { allowed }) => total.plus(decimal(allowed ?? '0')), ZERO);
  return { kind, from, to, amount, accepted: false, low: low.lt(sum) ? ZERO : low.minus(sum), high: high?.minus(sum) ?? null };
}

function eventClaim({ kind, amount }: Uncapped, from: string, to: string): Counted {
  return { kind, from, to, amount: null, accepted: false, ...rangeOf({ amount }) };
}

/**
 * Several grounds for one refund (they name the same fact) give it once. Of other kinds each rule gives its own: once where the rule says so,
 * else for each of its instances.
 */
function onceEach(found: readonly { readonly finding: Finding; readonly amount: Amount }[]): readonly Counted[] {
  const largest = new Map<string, Counted>();
  for (const { finding, amount } of found) {
    const { kind, from, to } = amount;
    const accepted = finding.waiver !== undefined;
    const given = kind === 'refund' ? (amount.fact ?? finding.rule) : finding.rule;
    const key = JSON.stringify([given, kind, from, to, amount.once === true ? null : finding.instance, accepted]);
    const counted = { kind, from, to, amount, accepted, ...boundsOf(amount, finding.status !== 'undetermined') };
    const known = largest.get(key);
    largest.set(key, known === undefined ? counted : larger(known, counted));
  }
  return [...largest.values()];
}

/** Of two grounds for one sum: as much as the better of them gives. */
function larger(known: Counted, other: Counted): Counted {
  const high = known.high === null || other.high === null ? null : known.high.gt(other.high) ? known.high : other.high;
  return { ...(other.low.gt(known.low) ? other : known), high };
}

function partsOf(counted: readonly Counted[]): Claims['parts'] {
  return KINDS.flatMap((kind) => {
    const sum = sumOf(counted.filter((one) => one.kind === kind));
    return sum.high?.isZero() === true ? [] : [{ kind, ...written(sum) }];
  });
}

const sumOf = (counted: readonly Bounds[]): Bounds =>
  counted.reduce<Bounds>(
    (total, { low, high }) => ({ low: total.low.plus(low), high: total.high === null || high === null ? null : total.high.plus(high) }),
    { low: ZERO, high: ZERO },
  );

/** As amounts are written: itself if it is known, else null with its bounds. */
const written = ({ low, high }: Bounds): Pick<Claims, 'amount' | 'atLeast' | 'atMost'> =>
  high !== null && high.eq(low)
    ? { amount: formatMoney(low) }
    : { amount: null, atLeast: formatMoney(low), atMost: high === null ? null : formatMoney(high) };
