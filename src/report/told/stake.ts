/** What each party may claim from the other now, each sum once. */
import { decimal, formatMoney, ZERO, type Decimal } from '../../money/money.js';
import type { Amount, Draw, Finding, Report, Uncapped } from '../../schema-types/report.js';

/** The known part, and whether there may be more. */
export interface Part {
  readonly kind: Amount['kind'];
  readonly sum: Decimal;
  readonly more: boolean;
}

export interface Stake {
  readonly from: string;
  readonly to: string;
  readonly parts: readonly Part[];
  readonly total: string;
  readonly more: boolean;
}

const KINDS = ['penalty', 'damages', 'refund', 'fee'] as const satisfies readonly Amount['kind'][];

const arose = ({ kind, status }: Finding): boolean =>
  kind === 'right'
    ? status === 'available' || status === 'exercised'
    : (kind === 'duty' || kind === 'prohibition') && status === 'breached';

/** A refund or fee is what its bearer's duty consists in: once that is performed, however late, it is paid. What says how much is paid goes by that. */
const isSettled = ({ kind, bearer, performedOn }: Finding, amount: Amount): boolean =>
  kind === 'duty' &&
  performedOn !== null &&
  amount.outstanding === undefined &&
  amount.from === bearer &&
  (amount.kind === 'refund' || amount.kind === 'fee');

/** A limit that cut claims to a cap shows what may be claimed. */
const isCap = ({ kind, trace }: Finding): boolean => kind === 'limit' && trace.ledger.length > 0;

/** What a cap takes in counts there, as cut to it, and not again by itself. */
function isCapped({ rule, instance }: Finding, { kind, from, to, once }: Amount, draws: readonly Draw[]): boolean {
  return draws.some(
    (draw) =>
      draw.rule === rule && draw.kind === kind && draw.from === from && draw.to === to && (once === true || draw.instance === instance),
  );
}

export function stakesOf(report: Report): readonly Stake[] {
  const caps = report.findings.filter(isCap);
  const draws = caps.flatMap((cap) => cap.trace.ledger);
  const capped = caps.flatMap((cap) => cap.amounts);
  const rest = report.findings.filter(arose).flatMap((finding) => {
    const open = finding.amounts.filter((amount) => !isSettled(finding, amount) && !isCapped(finding, amount, draws));
    return open.map((amount) => ({ rule: finding.rule, instance: finding.instance, ...amount }));
  });
  const uncapped = report.uncapped ?? [];
  const parties = report.contract.parties.map((one) => one.party);
  return parties.flatMap((from) =>
    parties
      .filter((to) => to !== from)
      .flatMap((to): Stake[] => {
        const between = (one: Pick<Uncapped, 'from' | 'to'>): boolean => one.from === from && one.to === to;
        const parts = KINDS.flatMap((kind): Part[] => {
          const isOwed = (amount: Amount): boolean => between(amount) && amount.effect === 'owed' && amount.kind === kind;
          const found = [
            ...capped.filter(isOwed).map(partOf),
            ...onceEach(rest.filter(isOwed)),
            ...uncapped.filter((claim) => between(claim) && claim.kind === kind).map(partOf),
          ];
          const sum = found.reduce((total, one) => total.plus(one.sum), ZERO);
          const more = found.some((one) => one.more);
          return sum.isZero() && !more ? [] : [{ kind, sum, more }];
        });
        if (parts.length === 0) return [];
        return [
          {
            from,
            to,
            parts,
            total: formatMoney(parts.reduce((total, one) => total.plus(one.sum), ZERO)),
            more: parts.some((one) => one.more),
          },
        ];
      }),
  );
}

const partOf = ({ kind, amount, atLeast, outstanding }: Pick<Amount, 'kind' | 'amount' | 'atLeast' | 'outstanding'>): Part => {
  const open = outstanding ?? amount;
  return { kind, sum: decimal(open ?? atLeast ?? '0'), more: open === null };
};

/**
 * Several grounds for one refund (they name the same fact) give it once. Of other kinds each rule gives its own: once where the rule says so,
 * else for each of its instances.
 */
function onceEach(amounts: readonly (Amount & { readonly rule: string; readonly instance: string | null })[]): readonly Part[] {
  const largest = new Map<string, Part>();
  for (const amount of amounts) {
    const given = amount.kind === 'refund' ? (amount.fact ?? amount.rule) : amount.rule;
    const key = JSON.stringify([given, amount.once === true ? null : amount.instance]);
    const part = partOf(amount);
    const known = largest.get(key);
    if (known === undefined || part.sum.gt(known.sum)) largest.set(key, part);
  }
  return [...largest.values()];
}
