/** What each party may claim of the other as of the day asked about, each sum once. */
import { decimal, formatMoney, ZERO } from '../money/money.js';
import type { Amount, Claims, Draw, Finding, Report, Uncapped } from '../schema-types/report.js';
import { boundsOf, rangeOf, sumOf, type Bounds } from './bounds.js';
import { capClaim, sourceOf, type Counted } from './capped-claims.js';

/** What the sums are taken from. */
type Said = Pick<Report, 'contract' | 'findings' | 'uncapped'>;

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
      cap.amounts
        .filter(({ effect }) => effect === 'owed')
        .map((amount) => {
          const mine = cap.trace.ledger.filter((draw) => draw.kind === amount.kind && draw.from === amount.from && draw.to === amount.to);
          return capClaim(
            amount,
            mine.filter(isWaived),
            mine.filter((draw) => !isWaived(draw)).map((draw) => ({ draw, source: sourceOf(draw, findings) })),
          );
        }),
    ),
    ...all.filter(isWaived).map((draw): Counted => ({
      kind: draw.kind,
      from: draw.from,
      to: draw.to,
      amount: null,
      accepted: true,
      unrecorded: ZERO,
      low: decimal(draw.allowed ?? '0'),
      high: draw.allowed === null ? null : decimal(draw.allowed),
    })),
    ...onceEach(rest),
    ...uncapped.flatMap((claim) => (claim.from === null || claim.to === null ? [] : [eventClaim(claim, claim.from, claim.to)])),
  ];
}

const nameOf = (rule: string, instance: string | null): string => JSON.stringify([rule, instance]);

/** Broken, a right that is or was there, or nobody can tell; excused, what is still owed. */
const mayClaim = ({ kind, status }: Finding): boolean =>
  kind === 'right'
    ? status === 'available' || status === 'exercised' || status === 'undetermined'
    : (kind === 'duty' || kind === 'prohibition') && (status === 'breached' || status === 'excused' || status === 'undetermined');

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

/** Of what a cap may take in it is open whether anything comes on top of what that cap allows. */
function eventClaim({ kind, amount, beyond }: Uncapped, from: string, to: string): Counted {
  const range = beyond === undefined ? rangeOf({ amount }) : rangeOf({ amount: null, atMost: beyond });
  return { kind, from, to, amount: null, accepted: false, unrecorded: range.low, ...range };
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
    const bounds = boundsOf(amount, finding.status !== 'undetermined');
    const unrecorded = amount.paymentRecorded === false ? bounds.low : ZERO;
    const counted = { kind, from, to, amount, accepted, unrecorded, ...bounds };
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
    const ofKind = counted.filter((one) => one.kind === kind);
    const sum = sumOf(ofKind);
    if (sum.high?.isZero() === true) return [];
    const unrecorded = ofKind.reduce((total, one) => total.plus(one.unrecorded), ZERO);
    return [{ kind, ...written(sum), ...(unrecorded.isZero() ? {} : { paymentUnrecorded: formatMoney(unrecorded) }) }];
  });
}

/** As amounts are written: itself if it is known, else null with its bounds. */
const written = ({ low, high }: Bounds): Pick<Claims, 'amount' | 'atLeast' | 'atMost'> =>
  high !== null && high.eq(low)
    ? { amount: formatMoney(low) }
    : { amount: null, atLeast: formatMoney(low), atMost: high === null ? null : formatMoney(high) };
