/** What hangs on a reading: the findings that differ under another alternative. */
import { formatDay, type Day } from '../calendar/day.js';
import { byDay, type Moment } from '../values/value.js';
import { written } from './amounts.js';
import type { Finding } from './findings.js';

/** What is compared of a finding; only what differs is told. */
export interface Compared {
  readonly status?: string;
  readonly since?: string | null;
  readonly due?: string | null;
  readonly amounts?: readonly { readonly kind: string; readonly from: string; readonly to: string; readonly amount: string | null }[];
  readonly excusedBy?: readonly string[];
}

export interface Change {
  readonly rule: string;
  readonly instance: string | null;
  readonly from: Compared;
  readonly to: Compared;
}

/** Findings that are different, in the order of the rules. */
export function changesBetween(before: readonly Finding[], after: readonly Finding[]): readonly Change[] {
  const keyOf = (finding: Finding): string => `${finding.judgment.rule.id}|${finding.judgment.instance?.id ?? ''}`;
  const others = new Map(after.map((finding) => [keyOf(finding), finding]));
  const keys = [...new Set([...before, ...after].map(keyOf))];
  const mine = new Map(before.map((finding) => [keyOf(finding), finding]));
  return keys.flatMap((key): Change[] => {
    const [a, b] = [mine.get(key), others.get(key)];
    const [from, to] = differences(a === undefined ? {} : summary(a), b === undefined ? {} : summary(b));
    const finding = a ?? b;
    if (finding === undefined || Object.keys(from).length + Object.keys(to).length === 0) return [];
    return [{ rule: finding.judgment.rule.id, instance: finding.judgment.instance?.id ?? null, from, to }];
  });
}

function summary({ judgment, since, amounts }: Finding): Compared {
  const due = judgment.rule.kind === 'right' && judgment.rule.lapses !== null ? byDay(judgment.rule.lapses.evaluate(judgment.scope) as Moment) : judgment.due;
  return {
    status: judgment.status,
    since: since === null ? null : formatDay(since),
    due: due?.come === 'yes' && due.earliest === due.latest && judgment.status !== 'inactive' ? formatDay(due.latest as Day) : null,
    amounts: amounts.map((amount) => ({ kind: amount.kind, from: amount.from, to: amount.to, amount: written(amount.value).amount })),
    excusedBy: judgment.excusedBy,
  };
}

/** A day since which a status holds says nothing by itself: it is told where the status differs too, or it alone moved. */
function differences(a: Compared, b: Compared): readonly [Compared, Compared] {
  const keys = (['status', 'since', 'due', 'amounts', 'excusedBy'] as const).filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]));
  const pick = (from: Compared): Compared => Object.fromEntries(keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]])));
  return [pick(a), pick(b)];
}
