/** One case through the product and through the naive evaluator, and what differs. */
import { fileURLToPath } from 'node:url';
import { check } from '../../src/check.js';
import { declaredOf } from '../../src/rulebook/declared-of.js';
import { parseDay } from '../../src/calendar/day.js';
import { createCalendar } from '../../src/calendar/calendar.js';
import { rowNames } from '../../src/contract/contract.js';
import { readContract } from '../../src/contract/read-contract.js';
import { Judge } from '../../src/engine/judge.js';
import { acceptEvents } from '../../src/events/accept.js';
import type { RawEvent } from '../../src/events/files.js';
import { EventLog } from '../../src/events/log.js';
import { findNow, judgeNow } from '../../src/findings/findings.js';
import { NOT_TRIED } from '../../src/findings/sensitivity.js';
import { Judged } from '../../src/findings/verdicts.js';
import type { Place } from '../../src/input/problem.js';
import type { Source } from '../../src/input/source.js';
import { reportOf as buildReport } from '../../src/report/document.js';
import { narrowed } from '../../src/rulebook/narrowed.js';
import type { Rulebook } from '../../src/rulebook/rulebook.js';
import type { Report } from '../../src/schema-types/report.js';
import { loadRulebook } from '../../src/store/rulebooks.js';
import { CALENDAR_LAST, dayOf, textOf } from './days.js';
import { Naive } from './evaluate.js';
import type { Case } from './random-case.js';
import { readWorld, type World } from './samples.js';

const ROOT = new URL('../../', import.meta.url);
const calendar = createCalendar();

/** A rulebook as both sides read it. */
export interface Tried {
  readonly world: World;
  readonly rulebook: Rulebook;
  readonly judge: Judge;
}

export async function tryRulebook(id: string): Promise<Tried> {
  const rulebook = loadRulebook(fileURLToPath(new URL(`rules/${id}`, ROOT)));
  return { world: readWorld(ROOT, id), rulebook, judge: await Judge.prepare(rulebook.conditions) };
}

const PLACE: Place = { file: 'case', line: 1, column: 1 };
const rows = (one: Case): RawEvent[] => one.events.map((event) => ({ place: PLACE, value: { ...event }, textual: false }));
const source = (value: unknown): Source => ({ file: 'case', value, place: () => PLACE });

/** The report without the look ahead, and without the look back unless `since` is asked: they take most of the time. */
export function reportNow({ rulebook: whole, judge }: Tried, one: Case, { since, rules }: Depth): Report {
  const rulebook = rules === null ? whole : narrowed(whole, rules);
  const { contract, problems } = readContract(source(one.contract), declaredOf(rulebook), new Map(Object.entries(one.readings)));
  if (contract === undefined) throw new Error(JSON.stringify(problems));
  const { events, setAside } = acceptEvents(rows(one), [
    { contract: contract.id, types: rulebook.declared.events, rowNames: (term) => rowNames(contract, term) },
  ]);
  if (setAside.length > 0) throw new Error(JSON.stringify(setAside));
  const log = new EventLog(events.get(contract.id) ?? [], rulebook.declared.events, contract.coverage);
  const asOf = parseDay(one.asOf)!;
  const judged = new Judged(rulebook, contract, log, calendar, judge.decide, asOf);
  const findings = since ? findNow(judged) : judgeNow(judged);
  const quality = { read: 0, accepted: 0, duplicates: 0, setAside: [] };
  return buildReport({
    rulebook,
    contract,
    log,
    calendar,
    asOf,
    found: { findings, nextChange: null, nextAmountChange: null },
    quality,
    sensitivity: NOT_TRIED,
  });
}

/** The report as the product gives it. */
export async function reportOf({ rulebook: whole }: Tried, one: Case, { rules }: Depth): Promise<Report> {
  const rulebook = rules === null ? whole : narrowed(whole, rules);
  const [report] = await check({
    contracts: [source(one.contract)],
    rulebooks: new Map([[rulebook.declared.id, rulebook]]),
    events: rows(one),
    unread: [],
    asOf: parseDay(one.asOf)!,
    calendar,
    readings: new Map(Object.entries(one.readings)),
  });
  return report!;
}

export interface Depth {
  /** Walk back for `since`. */
  readonly since: boolean;
  /** Walk ahead for the next change. */
  readonly next: boolean;
  /** The rules that are compared; null: all. */
  readonly rules: readonly string[] | null;
}

/** How far ahead the walk goes where the product says that nothing changes any more. */
const AHEAD = 150;

type Finding = Report['findings'][number];
const keyOf = (finding: { readonly rule: string; readonly instance: string | null }): string => `${finding.rule} ${finding.instance ?? ''}`;
/** What the naive evaluator says of an amount too. */
const COMPARED = ['kind', 'from', 'to', 'effect', 'amount', 'atLeast', 'atMost', 'outstanding'];
const amountsOf = (amounts: readonly object[]): string =>
  JSON.stringify(
    amounts
      .map((amount) =>
        Object.entries(amount)
          .filter(([key]) => COMPARED.includes(key))
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      )
      .map((entries) => JSON.stringify(entries))
      .sort(),
  );

/** What differs, in words; empty: nothing. */
export async function differences(tried: Tried, one: Case, depth: Depth, report?: Report): Promise<readonly string[]> {
  const { findings, dataQuality } = report ?? (depth.next ? await reportOf(tried, one, depth) : reportNow(tried, one, depth));
  if (dataQuality.setAside.length > 0) throw new Error(`set aside: ${JSON.stringify(dataQuality.setAside)}`);
  const naive = new Naive(tried.world.kinds, one.contract, one.events, one.readings);
  const today = dayOf(one.asOf);
  const isAsked = (rule: string): boolean => depth.rules === null || depth.rules.includes(rule);
  const expected = new Map(naive.findings(today, isAsked).map((finding) => [keyOf(finding), finding]));
  const found = new Map(findings.filter(({ rule }) => isAsked(rule)).map((finding) => [keyOf(finding), finding]));
  const keys = [...new Set([...expected.keys(), ...found.keys()])].sort();
  return keys.flatMap((key) => {
    const [mine, theirs] = [expected.get(key), found.get(key)];
    if (mine === undefined || theirs === undefined) return [`${key}: ${mine === undefined ? 'not expected' : 'not found'}`];
    const say = (what: string, given: unknown, wanted: unknown): string[] =>
      String(given) === String(wanted) ? [] : [`${key}: ${what} is ${String(given)}, naive ${String(wanted)}`];
    return [
      ...say('status', theirs.status, mine.status),
      ...say('due', theirs.due, mine.due),
      ...say('performedOn', theirs.performedOn, mine.performedOn),
      ...say('amounts', amountsOf(theirs.amounts), amountsOf(mine.amounts)),
      ...say('excusedBy', theirs.excusedBy, mine.excusedBy),
      ...(depth.since ? say('since', theirs.since, sinceOf(naive, theirs, today)) : []),
      ...(depth.next ? next(naive, theirs, today, say) : []),
    ];
  });
}

function sinceOf(naive: Naive, { rule, instance }: Finding, today: number): string | null {
  const since = naive.since(rule, instance, today);
  return since === null ? null : textOf(since);
}

/** Walks through the day that the product names; where it names none, for a while. */
function next(
  naive: Naive,
  { rule, instance, nextChange }: Finding,
  today: number,
  say: (what: string, given: unknown, wanted: unknown) => string[],
): string[] {
  const last = Math.min(nextChange === null ? today + AHEAD : dayOf(nextChange), CALENDAR_LAST - 60, today + 3 * AHEAD);
  const change = naive.nextChange(rule, instance, today, last);
  const given = nextChange !== null && dayOf(nextChange) > last ? null : nextChange;
  return say('nextChange', given, change === null ? null : textOf(change));
}

/** How many leaves of what is compared said what. */
export function leavesOf({ findings }: Report, { rules }: Depth): Record<'yes' | 'no' | 'unknown', number> {
  const counts = { yes: 0, no: 0, unknown: 0 };
  type Tree = Finding['trace']['conditions'][number]['tree'];
  const visit = (tree: Tree): void => {
    if (tree.kind === 'leaf') counts[tree.holds] += 1;
    else for (const part of tree.of) visit(part);
  };
  const compared = findings.filter(({ rule }) => rules?.includes(rule) ?? true);
  for (const { trace } of compared) for (const { tree } of trace.conditions) visit(tree);
  return counts;
}

/** The smallest case still different: leaves out one thing after another. */
export async function shrink(tried: Tried, one: Case, depth: Depth): Promise<Case> {
  let smallest = one;
  for (let shrunk = true; shrunk;) {
    shrunk = false;
    for (const smaller of smallerCases(smallest)) {
      const differs = await differences(tried, smaller, depth).then(
        (found) => found.length > 0,
        () => false,
      );
      if (!differs) continue;
      smallest = smaller;
      shrunk = true;
      break;
    }
  }
  return smallest;
}

function* smallerCases(one: Case): Generator<Case> {
  const { contract } = one;
  const without = <T>(list: readonly T[], index: number): readonly T[] => list.filter((_, at) => at !== index);
  const less = (map: Readonly<Record<string, never>>, name: string): typeof map =>
    Object.fromEntries(Object.entries(map).filter(([key]) => key !== name));
  for (const index of one.events.keys()) yield { ...one, events: without(one.events, index) };
  for (const index of contract.amendments.keys())
    yield { ...one, contract: { ...contract, amendments: without(contract.amendments, index) } };
  for (const index of contract.determinations.keys())
    yield { ...one, contract: { ...contract, determinations: without(contract.determinations, index) } };
  for (const name of Object.keys(contract.coverage))
    yield { ...one, contract: { ...contract, coverage: less(contract.coverage as never, name) } };
  for (const name of Object.keys(contract.readings))
    yield { ...one, contract: { ...contract, readings: less(contract.readings as never, name) } };
  for (const name of Object.keys(one.readings)) yield { ...one, readings: less(one.readings as never, name) };
}
