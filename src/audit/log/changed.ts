/** What changed between two checks of a contract, and why. */
import type { Check } from '../../schema-types/log-entry.js';

type Finding = Check['findings'][number];

/** One finding, as it was and as it is; null: there was none, or is none. */
export interface FindingChange {
  readonly rule: string;
  /** The mark of its instance. */
  readonly instance: string | null;
  readonly from: Finding | null;
  readonly to: Finding | null;
}

/** By their marks. */
export interface EventChange {
  readonly type: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  /** How many there were and are; all that is known where there were too many to be told apart. */
  readonly count: { readonly from: number; readonly to: number };
}

/** Everything that a check depends on: what of it is another. A check is a function of these alone. */
export interface Reasons {
  readonly day: { readonly from: string; readonly to: string } | null;
  readonly events: readonly EventChange[];
  /** Parts of the contract file. */
  readonly contract: readonly string[];
  readonly rulebook: { readonly from: Check['rulebook']; readonly to: Check['rulebook'] } | null;
  readonly readings: readonly string[];
  readonly calendar: boolean;
  readonly waivers: boolean;
  readonly program: { readonly from: string; readonly to: string } | null;
}

/** How many events were taken, met before, not taken. */
export const COUNTS = ['accepted', 'duplicates', 'setAside'] as const;

export interface CountChange {
  readonly of: (typeof COUNTS)[number];
  readonly from: number;
  readonly to: number;
}

/**
 * Of the report the log has a digest: `same`; the same but for what is `masked` in it; `changed` with what the checks were given; changed in
 * something that the log does not hold, though nothing that it holds was given otherwise: `unexplained`.
 */
export type ReportChange = 'same' | 'masked' | 'changed' | 'unexplained';

export interface Changed {
  readonly from: Check;
  readonly to: Check;
  readonly findings: readonly FindingChange[];
  readonly counts: readonly CountChange[];
  readonly report: ReportChange;
  readonly reasons: Reasons;
}

export function changedBetween(from: Check, to: Check): Changed {
  const reasons = reasonsOf(from, to);
  return { from, to, findings: findingsOf(from, to), counts: countsOf(from, to), report: reportOf(from, to, reasons), reasons };
}

const countsOf = ({ events: from }: Check, { events: to }: Check): readonly CountChange[] =>
  COUNTS.flatMap((of) => (from[of] === to[of] ? [] : [{ of, from: from[of], to: to[of] }]));

function reportOf(from: Check, to: Check, reasons: Reasons): ReportChange {
  if (from.conclusions === to.conclusions) return from.report === to.report ? 'same' : 'masked';
  return isAny(reasons) ? 'changed' : 'unexplained';
}

/** Whether a check was given anything otherwise. */
const isAny = (reasons: Reasons): boolean =>
  Object.values(reasons).some((one: unknown) => (Array.isArray(one) ? one.length > 0 : one !== null && one !== false));

/** In the order of the reports: those of the later, then what is no more. */
function findingsOf(from: Check, to: Check): readonly FindingChange[] {
  const before = new Map(from.findings.map((finding) => [keyOf(finding), finding]));
  const after = new Set(to.findings.map(keyOf));
  const all = to.findings.map((now) => changeOf(before.get(keyOf(now)) ?? null, now));
  const gone = from.findings.filter((finding) => !after.has(keyOf(finding))).map((finding) => changeOf(finding, null));
  return [...all, ...gone].filter((change) => change !== null);
}

const keyOf = ({ rule, instance }: Finding): string => `${rule} ${instance ?? ''}`;

function changeOf(from: Finding | null, to: Finding | null): FindingChange | null {
  const one = to ?? from;
  if (one === null || (from !== null && to !== null && isSame(from, to))) return null;
  return { rule: one.rule, instance: one.instance, from, to };
}

const isSame = (a: Finding, b: Finding): boolean =>
  a.status === b.status && a.due === b.due && a.amounts === b.amounts && a.waived === b.waived;

const reasonsOf = (from: Check, to: Check): Reasons => ({
  day: from.asOf === to.asOf ? null : { from: from.asOf, to: to.asOf },
  events: from.events.digest === to.events.digest ? [] : eventsOf(from, to),
  contract: differing(from.contract.parts, to.contract.parts),
  rulebook: from.rulebook.digest === to.rulebook.digest ? null : { from: from.rulebook, to: to.rulebook },
  readings: differing(from.readings, to.readings),
  calendar: from.calendar !== to.calendar,
  waivers: from.waivers !== to.waivers,
  program: from.program === to.program ? null : { from: from.program, to: to.program },
});

const namesOf = (a: object, b: object): readonly string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();

const differing = (from: Readonly<Record<string, string>>, to: Readonly<Record<string, string>>): readonly string[] =>
  namesOf(from, to).filter((name) => from[name] !== to[name]);

function eventsOf(from: Check, to: Check): readonly EventChange[] {
  const [before, after] = [from.events.types, to.events.types];
  return namesOf(before, after).flatMap((type) => {
    const [old, now] = [before[type], after[type]];
    if (old?.digest === now?.digest) return [];
    const count = { from: old?.count ?? 0, to: now?.count ?? 0 };
    // A type that there was none of has nothing to be told apart.
    const isEach = (old === undefined || old.each !== undefined) && (now === undefined || now.each !== undefined);
    return [{ type, count, ...(isEach ? apart(marked(old?.each), marked(now?.each)) : NOT_APART) }];
  });
}

const NOT_APART = { added: [], removed: [], changed: [] };

const MARK_DIGITS = 16;

/** Content by id. */
const marked = (each: readonly string[] = []): ReadonlyMap<string, string> =>
  new Map(each.map((one) => [one.slice(0, MARK_DIGITS), one.slice(MARK_DIGITS)]));

const apart = (from: ReadonlyMap<string, string>, to: ReadonlyMap<string, string>): Pick<EventChange, 'added' | 'removed' | 'changed'> => ({
  added: [...to.keys()].filter((id) => !from.has(id)),
  removed: [...from.keys()].filter((id) => !to.has(id)),
  changed: [...to].flatMap(([id, content]) => (from.has(id) && from.get(id) !== content ? [id] : [])),
});
