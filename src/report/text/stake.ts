/** What each party may claim from the other now, each sum once. */
import { decimal, formatMoney, ZERO, type Decimal } from '../../money/money.js';
import type { Amount, Finding, Report } from '../../schema-types/report.js';

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
  (kind === 'right' && (status === 'available' || status === 'exercised')) || (kind === 'duty' && status === 'breached');

/** A limit that cut claims to a cap shows what may be claimed. */
const isCap = ({ kind, trace }: Finding): boolean => kind === 'limit' && trace.ledger.length > 0;

export function stakesOf(report: Report): readonly Stake[] {
  const caps = report.findings.filter(isCap).flatMap((finding) => finding.amounts);
  const rest = report.findings
    .filter(arose)
    .flatMap(({ rule, instance, amounts }) => amounts.map((amount) => ({ rule, instance, ...amount })));
  const parties = report.contract.parties.map((one) => one.party);
  return parties.flatMap((from) =>
    parties
      .filter((to) => to !== from)
      .flatMap((to): Stake[] => {
        const between = (amount: Amount): boolean => amount.from === from && amount.to === to && amount.effect === 'owed';
        const parts = KINDS.flatMap((kind): Part[] => {
          const capped = caps.filter((amount) => between(amount) && amount.kind === kind);
          const found = capped.length > 0 ? capped.map(partOf) : onceEach(rest.filter((amount) => between(amount) && amount.kind === kind));
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

const partOf = ({ kind, amount, atLeast, outstanding }: Amount): Part => {
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
