/** The findings of a contract as of the last day known: status, since when, amounts, and when they next change. */
import type { Day } from '../calendar/day.js';
import { LAST_YEAR, dayOf } from '../calendar/day.js';
import type { Status, World } from '../facts/scope.js';
import type { LinkedRule } from '../rulebook/rule.js';
import { together, type Missing } from '../values/value.js';
import { amountsOf, missingOfAmounts, written, type FoundAmount } from './amounts.js';
import { instancesIfAny, instancesOf, type Applying } from './evaluate.js';
import type { LedgerResult } from './ledger.js';
import { uncappedClaims, type Uncapped } from './uncapped.js';
import type { Judged, Judgment } from './verdicts.js';

export interface Finding {
  readonly judgment: Judgment;
  /** The first day on which this status held, as it would have been reported then; null before signing. */
  readonly since: Day | null;
  readonly amounts: readonly FoundAmount[];
  readonly missing: readonly Missing[];
  /** The first later day on which its status changes with no new event. */
  readonly nextChange: Day | null;
  /** What it then is. */
  readonly nextStatus: Status | null;
  readonly nextAmountChange: Day | null;
}

export interface Findings {
  readonly findings: readonly Finding[];
  readonly nextChange: Day | null;
  readonly nextAmountChange: Day | null;
  /** Claims of events that are in no ledger. */
  readonly uncapped?: readonly Uncapped[];
}

/** How far ahead, and through how many days that may bring a change, the next change is looked for. */
const MOST_STEPS = 400;
const HORIZON_DAYS = 366 * 20;
const LAST_DAY = dayOf(LAST_YEAR - 1, 12, 31);

export function findAll(judged: Judged): Findings {
  const findings = findNow(judged).map((finding) => ({ ...finding, ...next(judged, finding) }));
  return {
    findings,
    nextChange: soonest([...findings.map((one) => one.nextChange), nextInstance(judged)]),
    nextAmountChange: soonest(findings.map((one) => one.nextAmountChange)),
    uncapped: uncappedClaims(
      judged,
      findings.map((one) => one.judgment),
    ),
  };
}

/** The day on which the next month or period of some rule begins. */
function nextInstance({ rulebook, universe }: Judged): Day | null {
  const world = universe.at(universe.known);
  const { watched } = world.watching(() => {
    for (const rule of rulebook.rules) if (rule.each?.of === 'spans') instancesIfAny(rule, world);
  });
  const days = [...watched].filter((day) => day > world.today);
  return days.length === 0 ? null : (Math.min(...days) as Day);
}

/** The same without a look ahead. */
export const findNow = (judged: Judged): readonly Finding[] =>
  judgeNow(judged).map((finding) => ({ ...finding, since: since(judged, finding.judgment) }));

/** The same without a look ahead or back. */
export function judgeNow(judged: Judged): readonly Finding[] {
  const world = judged.universe.at(judged.universe.known);
  return judged.rulebook.rules.flatMap((rule) => {
    try {
      return instancesOf(rule, world).map((applying) => find(judged, rule, applying, world));
    } catch (error) {
      return [found(judged.failed(rule, null, world, error))];
    }
  });
}

const soonest = (days: readonly (Day | null)[]): Day | null => {
  const known = days.filter((one) => one !== null);
  return known.length === 0 ? null : (Math.min(...known) as Day);
};

function find(judged: Judged, rule: LinkedRule, applying: Applying, world: World): Finding {
  try {
    return found(judged.judge(rule, applying, world));
  } catch (error) {
    // Its amounts fail, if not its conditions.
    return found(judged.failed(rule, applying.instance, world, error));
  }
}

function found(judgment: Judgment): Finding {
  const amounts = [...amountsOf(judgment), ...ledgerAmounts(judgment)];
  const missing = together([
    { missing: judgment.missing, evidence: [] },
    { missing: judgment.status === 'undetermined' ? [] : missingOfAmounts(amounts), evidence: [] },
  ]).missing;
  return { judgment, since: null, amounts, missing, nextChange: null, nextStatus: null, nextAmountChange: null };
}

function since(judged: Judged, { rule, instance, failure }: Judgment): Day | null {
  if (failure !== null) return null;
  const asOf = judged.universe.known;
  return asOf < judged.contract.signedOn ? null : (judged.history(rule, instance).on(asOf)?.from ?? null);
}

/** What of each kind may be claimed under the cap. */
function ledgerAmounts(judgment: Judgment): readonly FoundAmount[] {
  const { ledger } = judgment;
  return (ledger?.totals ?? []).map((total) => ({
    kind: total.kind,
    from: total.from,
    to: total.to,
    effect: 'owed',
    value: total.allowed,
    outstanding: null,
    paid: null,
    once: false,
    isPaymentRecorded: true,
    fact: null,
    paidFact: null,
  }));
}

const figures = (amounts: readonly FoundAmount[], ledger: LedgerResult | null): string =>
  JSON.stringify([
    amounts.map((one) => [one.kind, one.from, written(one.value), one.outstanding && written(one.outstanding)]),
    ledger?.totals.map((one) => [one.kind, one.from, written(one.allowed)]),
  ]);

/** Walks ahead over the days that may bring a change, with the events known so far and no others. */
function next(judged: Judged, { judgment: now }: Finding): Pick<Finding, 'nextChange' | 'nextStatus' | 'nextAmountChange'> {
  if (now.failure !== null) return { nextChange: null, nextStatus: null, nextAmountChange: null };
  const asOf = judged.universe.known;
  const { rule, instance } = now;
  const applyingOn = (day: Day): Applying =>
    instancesIfAny(rule, judged.universe.at(day)).find((one) => one.instance?.id === instance?.id) ?? {
      instance,
      applies: 'no',
      missing: [],
    };
  const start = judged.observe(rule, applyingOn(asOf), asOf);
  // Where the log ends, where an amendment begins, and the signing: they are known ahead without any event.
  const turns = [judged.contract.signedOn, ...judged.movesOf(rule)];
  const universe = judged.universe;
  const amountsOn = (judgment: Judgment, day: Day): { readonly result: string; readonly watched: ReadonlySet<number> } =>
    universe.at(day).watching(() => figures(amountsOf(judgment), judgment.ledger));
  // What moves an amount alone need not be looked at once the next change of the amount is known.
  let { watched } = start;
  const before = amountsOn(now, asOf);
  let watchedAmounts = before.watched;
  let status: { readonly on: Day; readonly is: Status } | null = null;
  let amount: Day | null = null;
  let day: number = asOf;
  for (let step = 0; step < MOST_STEPS && (status === null || amount === null); step += 1) {
    const candidates = [...watched, ...turns, ...(amount === null ? watchedAmounts : [])];
    const after = Math.min(...candidates.filter((one) => one > day));
    if (!Number.isFinite(after) || after > Math.min(asOf + HORIZON_DAYS, LAST_DAY)) break;
    day = after;
    const observed = judged.observe(rule, applyingOn(day as Day), day as Day);
    watched = observed.watched;
    if (status === null && observed.value.status !== now.status) status = { on: day as Day, is: observed.value.status };
    if (amount !== null) continue;
    const figured = amountsOn(observed.value, day as Day);
    watchedAmounts = figured.watched;
    if (figured.result !== before.result) amount = day as Day;
  }
  return { nextChange: status?.on ?? null, nextStatus: status?.is ?? null, nextAmountChange: amount };
}
