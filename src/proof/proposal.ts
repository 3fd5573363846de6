/** A case that would notice a change that no case noticed: found by trying the cases there are on other days, and their events a day off. */
import { stringify } from 'yaml';
import { addDays, formatDay, parseDay, type Day } from '../calendar/day.js';
import { InputError } from '../input/problem.js';
import type { Finding, Report } from '../schema-types/report.js';
import type { Case, CaseCheck, Expected } from '../rulebook/case.js';
import { sumsOf, totalsOf } from './compare.js';
import { reportOn, runCase, type Bench } from './run.js';

/** Ready to be pasted under `examples:`, or into a file of `cases/`. */
export interface Proposal {
  /** The rule whose examples it belongs to; null: it stands in `cases/`. */
  readonly rule: string | null;
  readonly yaml: string;
}

/** So many runs are worth it; beyond them the change may well change nothing. */
const MOST_RUNS = 120;

type Event = Readonly<Record<string, unknown>>;

interface Sought {
  /** Those that rest on what was changed. */
  readonly cases: readonly Case[];
  readonly bench: Bench;
  readonly changed: Bench;
  /** What the case is to be called: the change that it notices. */
  readonly title: string;
  /** Ids that are taken, `rule/id`; the proposal's own is added. */
  readonly ids: Set<string>;
}

/** Undefined: none was found. */
export async function propose({ cases, bench, changed, title, ids }: Sought): Promise<Proposal | undefined> {
  let runs = 0;
  for (const variant of variants(cases)) {
    if (runs >= MOST_RUNS) return undefined;
    runs += 1;
    const { one, check } = variant;
    const reports = await Promise.all([bench, changed].map((each) => reportOn(one, check, each))).catch((error: unknown) => {
      if (error instanceof InputError) return undefined;
      throw error;
    });
    if (reports === undefined) continue;
    const [before, after] = reports as [Report, Report];
    const differing = before.findings.flatMap((finding) => {
      const other = after.findings.find((one) => one.rule === finding.rule && one.instance === finding.instance);
      const both = other === undefined ? [finding] : [finding, other];
      const [is, would] = both.map((each) => shown(each, both));
      const fields = FIELDS.filter((field) => JSON.stringify(is?.[field]) !== JSON.stringify(would?.[field]));
      return is === undefined || fields.length === 0 ? [] : [expectation(finding, is, fields)];
    });
    const expect = [...differing, ...absentIn(before, after)];
    const id = freeId(one.rule, `${one.id}-${formatDay(check.asOf)}`, ids);
    const proposed = { ...one, id, title, checks: [{ ...check, expect, places: [] }] };
    // A list may differ in a way that no case can say.
    if (expect.length === 0 || (await runCase(proposed, changed)).length === 0) continue;
    ids.add(`${one.rule ?? ''}/${id}`);
    return { rule: one.rule, yaml: written(proposed) };
  }
  return undefined;
}

/** The instances that there are in the second report alone: there must be none of them. */
const absentIn = (before: Report, after: Report): readonly Expected[] =>
  after.findings.flatMap(({ rule, instance }): readonly Expected[] =>
    instance === null || before.findings.some((one) => one.rule === rule && one.instance === instance)
      ? []
      : [{ rule, instance, absent: true }],
  );

function freeId(rule: string | null, id: string, taken: ReadonlySet<string>): string {
  let [free, next] = [id, 2];
  for (; taken.has(`${rule ?? ''}/${free}`); next += 1) free = `${id}-${next}`;
  return free;
}

const FIELDS = ['status', 'due', 'performedOn', 'bearer', 'holder', 'excusedBy', 'amounts', 'owedBy', 'sums', 'shows'] as const;

type Shown = Readonly<Pick<Expected, (typeof FIELDS)[number]>>;

/** @param among what it is held against: of each sum in one of them it is said what it is */
function shown(finding: Finding, among: readonly Finding[]): Shown {
  const { status, due, performedOn, bearer, holder, excusedBy, shows } = finding;
  return {
    ...{ status, due, performedOn, bearer, holder, excusedBy },
    ...totalsOf(finding, among),
    sums: [...sumsOf(finding)],
    shows: Object.fromEntries(shows.map(({ fact, day }) => [fact, day])),
  };
}

const expectation = (finding: Finding, is: Shown, differing: readonly (typeof FIELDS)[number][]): Expected => ({
  rule: finding.rule,
  ...(finding.instance === null ? {} : { instance: finding.instance }),
  ...Object.fromEntries([...new Set(['status' as const, ...differing])].map((field) => [field, is[field]] as const)),
});

const written = ({ id, title, rule: of, contract, terms, events, checks }: Case): string =>
  stringify(
    [
      {
        id,
        ...(title === null ? {} : { title }),
        ...(Object.keys(contract).length === 0 ? {} : { contract }),
        ...(Object.keys(terms).length === 0 ? {} : { terms }),
        events,
        checks: checks.map(({ asOf, readings, expect }) => ({
          asOf: formatDay(asOf),
          ...(readings.size === 0 ? {} : { readings: Object.fromEntries(readings) }),
          expect: expect.map(({ rule, ...rest }) => (rule === of ? rest : { rule, ...rest })),
        })),
      },
    ],
    { lineWidth: 0 },
  ).trimEnd();

interface Variant {
  readonly one: Case;
  readonly check: CaseCheck;
}

/** Nearest first: each case on the days about its own, then with one of its events a day earlier or later. */
function* variants(cases: readonly Case[]): Generator<Variant> {
  for (const one of cases.slice(0, 6))
    for (const check of one.checks) for (const day of daysAbout(one, check)) yield { one, check: { ...check, asOf: day } };
  for (const one of cases.slice(0, 6))
    for (const [index, event] of one.events.entries())
      for (const by of [1, -1]) {
        const moved = shifted(event as Event, by);
        if (moved !== undefined) for (const check of one.checks) yield { one: { ...one, events: one.events.with(index, moved) }, check };
      }
}

function daysAbout({ events }: Case, { asOf }: CaseCheck): readonly Day[] {
  const own = events.flatMap((event) => parseDay(String((event as Event).at).slice(0, 10)) ?? []);
  const about = [asOf, ...own].flatMap((day) => [day, addDays(day, 1), addDays(day, -1)]);
  return [...new Set(about)];
}

function shifted(event: Event, by: number): Event | undefined {
  const at = String(event.at);
  const day = parseDay(at.slice(0, 10));
  return day === undefined ? undefined : { ...event, at: formatDay(addDays(day, by)) + at.slice(10) };
}
