/** The same contracts under two rulebooks: which findings, dates and amounts come out otherwise. */
import type { Finding, Report } from '../schema-types/report.js';

export interface Effect {
  readonly contract: string;
  readonly rule: string;
  readonly instance: string | null;
  /** Only what differs; null: there is no such finding. */
  readonly before: Shown | null;
  readonly after: Shown | null;
}

type Compared = Pick<Finding, Exclude<(typeof FIELDS)[number], 'amounts'>> & {
  readonly amounts: readonly Pick<Finding['amounts'][number], 'kind' | 'from' | 'to' | 'amount' | 'effect'>[];
};

export type Shown = Partial<Compared>;

const FIELDS = ['status', 'due', 'performedOn', 'since', 'bearer', 'holder', 'excusedBy', 'amounts'] as const;

/** @param before and after: of the same contracts, in the same order */
export const effectsBetween = (before: readonly Report[], after: readonly Report[]): readonly Effect[] =>
  before.flatMap((report, index) => {
    const other = after[index];
    return other === undefined ? [] : between(report, other);
  });

function between(before: Report, after: Report): readonly Effect[] {
  const was = new Map(before.findings.map((one) => [keyOf(one), one]));
  const is = new Map(after.findings.map((one) => [keyOf(one), one]));
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((key): readonly Effect[] => {
    const [old, now] = [was.get(key), is.get(key)];
    const some = now ?? old;
    if (some === undefined) return [];
    const { rule, instance } = some;
    const differing = FIELDS.filter((field) => JSON.stringify(shown(old)?.[field]) !== JSON.stringify(shown(now)?.[field]));
    if (differing.length === 0) return [];
    return [{ contract: before.contract.id, rule, instance, before: only(shown(old), differing), after: only(shown(now), differing) }];
  });
}

const keyOf = ({ rule, instance }: Finding): string => `${rule}\n${instance ?? ''}`;

function shown(finding: Finding | undefined): Compared | null {
  if (finding === undefined) return null;
  const { status, due, performedOn, since, bearer, holder, excusedBy } = finding;
  const amounts = finding.amounts.map(({ kind, from, to, amount, effect }) => ({ kind, from, to, amount, effect }));
  return { status, due, performedOn, since, bearer, holder, excusedBy, amounts };
}

const only = (all: Compared | null, fields: readonly (typeof FIELDS)[number][]): Shown | null =>
  all === null ? null : Object.fromEntries(fields.map((field) => [field, all[field]]));
