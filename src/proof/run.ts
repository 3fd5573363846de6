/** A case run through the pipeline, and what was found otherwise than expected. */
import type { Calendar } from '../calendar/calendar.js';
import type { Day } from '../calendar/day.js';
import { judgeOf, logged, type Logged } from '../check.js';
import { findAll, findNow, judgeNow, type Findings } from '../findings/findings.js';
import { NOT_TRIED } from '../findings/sensitivity.js';
import { Judged } from '../findings/verdicts.js';
import type { Decide } from '../facts/world.js';
import { InputError, type Place, type Problem } from '../input/problem.js';
import type { Source } from '../input/source.js';
import { reportOf } from '../report/document.js';
import { narrowed } from '../rulebook/narrowed.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { Finding, Report } from '../schema-types/report.js';
import { contractOf, type Case, type CaseCheck, type Expected } from '../rulebook/case.js';
import { differenceOf, differencesOf, findingOf, noFinding, unwanted, type Difference } from './compare.js';

export interface Bench {
  readonly rulebook: Rulebook;
  /** The contract of which each case changes what it names. */
  readonly base: Source;
  readonly calendar: Calendar;
}

/** A case that cannot be run, or one of whose events is set aside. */
export interface Unusable {
  readonly problem: Pick<Problem, 'place' | 'message' | 'repair'>;
}

/** What one check of a case found otherwise. */
export interface Otherwise {
  readonly asOf: Day;
  readonly readings: ReadonlyMap<string, string>;
  readonly place: Place;
  /** null: of the whole report. */
  readonly rule: string | null;
  readonly instance: string | null;
  readonly differences: readonly Difference[];
  /** With its reasons; null: there is no finding of the rule in that instance. */
  readonly finding: Finding | null;
  readonly report: Report;
}

export type Failure = Unusable | Otherwise;

/** Follows what each condition's leaves said. */
export type Follow = (decide: Decide) => Decide;

/**
 * Runs a case; no failures: everything is as expected.
 * @param follow sees every condition that is judged
 */
export async function runCase(one: Case, bench: Bench, follow: Follow = (decide) => decide): Promise<readonly Failure[]> {
  try {
    const failures: Failure[] = [];
    for (const [index, check] of one.checks.entries()) {
      const ready = readyOf(one, check, bench);
      if (index === 0 && !one.setAside)
        failures.push(...ready.quality.setAside.map(({ place, reason }) => ({ problem: { place, message: reason } })));
      failures.push(...(await runCheck(check, ready, bench.calendar, follow)));
    }
    return failures;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map((problem) => ({ problem }));
  }
}

/**
 * The report of a case as of another day than its own; the rules that it names alone are in it.
 * @throws InputError where the case cannot be run
 */
export async function reportOn(one: Case, check: CaseCheck, bench: Bench): Promise<Report> {
  const ready = readyOf(one, check, bench);
  return judge(check, ready, bench.calendar, (decide) => decide);
}

function readyOf(one: Case, { expect, readings }: CaseCheck, { rulebook: whole, base }: Bench): Logged {
  const rulebook = narrowed(whole, [...new Set(expect.map(({ rule }) => rule))]);
  const contract = contractOf(one, base);
  const { id, rulebook: under } = contract.value as { readonly id?: unknown; readonly rulebook?: unknown };
  const events = one.events.map((event, index) => ({
    place: one.placeOf(['events', index]),
    value: { contract: id, ...(event as object) },
    textual: false,
  }));
  const rulebooks = new Map([[String(under), rulebook]]);
  const [ready] = logged({ contracts: [contract], rulebooks, events, unread: [], readings });
  if (ready === undefined) throw new Error('one contract gives one log');
  return ready;
}

async function judge(check: CaseCheck, ready: Logged, calendar: Calendar, follow: Follow): Promise<Report> {
  const { contract, rulebook, log } = ready;
  const { asOf } = check;
  const engine = await judgeOf(rulebook);
  const found = findAsked(check, new Judged(rulebook, contract, log, calendar, follow(engine.decide), asOf));
  return reportOf({ ...ready, calendar, asOf, found, sensitivity: NOT_TRIED });
}

async function runCheck(check: CaseCheck, ready: Logged, calendar: Calendar, follow: Follow): Promise<readonly Otherwise[]> {
  const report = await judge(check, ready, calendar, follow);
  const where = { asOf: check.asOf, readings: check.readings, report };
  const whole = check.nextChange === undefined ? [] : differenceOf('nextChange', report.nextChange, check.nextChange);
  const failures: Otherwise[] =
    whole.length === 0 ? [] : [{ ...where, place: check.place, rule: null, instance: null, differences: whole, finding: null }];
  for (const [index, expected] of check.expect.entries()) {
    const { rule, instance = null } = expected;
    const finding = findingOf(report, expected);
    const differences = differencesFrom(report, finding, expected);
    if (differences.length > 0)
      failures.push({ ...where, place: check.places[index] ?? check.place, rule, instance, differences, finding: finding ?? null });
  }
  return failures;
}

function differencesFrom(report: Report, finding: Finding | undefined, expected: Expected): readonly Difference[] {
  if (expected.absent === true) return unwanted(finding);
  return finding === undefined ? [noFinding(report, expected)] : differencesOf(finding, expected);
}

/** As far as it is asked: the look ahead and the look back take most of the time. */
function findAsked({ expect, nextChange }: CaseCheck, judged: Judged): Findings {
  const asks = (...keys: readonly (keyof Expected)[]): boolean => expect.some((one) => keys.some((key) => Object.hasOwn(one, key)));
  if (nextChange !== undefined || asks('nextChange', 'nextStatus')) return findAll(judged);
  return { findings: asks('since') ? findNow(judged) : judgeNow(judged), nextChange: null, nextAmountChange: null };
}
