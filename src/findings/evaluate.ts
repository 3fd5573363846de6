/** One rule in one instance at the end of one day: its conditions, its exemptions, its status. */
import { addDays, type Day } from '../calendar/day.js';
import { evaluateLeaves, judge, type LeafResult, type LinkedCondition } from '../facts/condition.js';
import { instancesIn, inInstance } from '../facts/each.js';
import type { Instance } from '../facts/instance.js';
import type { Scope, Status, World } from '../facts/scope.js';
import { OPERATORS } from '../operators/catalogue.js';
import { happened } from '../operators/moments.js';
import type { ExemptionUse, LinkedRule } from '../rulebook/rule.js';
import { allOf, anyOf, type Truth } from '../values/truth.js';
import { byDay, dayOfMs, moment, msOfDay, together, type Missing, type Moment, type Value, type YesNo } from '../values/value.js';
import { statusOf, type Answers, type Question } from './status.js';

export type ConditionName = 'when' | 'met' | 'breached' | 'formality' | 'exercised' | 'exceeded' | 'unless' | 'released-by';

/** A condition with what each of its leaves said. */
export interface JudgedCondition {
  readonly name: ConditionName;
  readonly condition: LinkedCondition;
  readonly leaves: readonly LeafResult[];
  readonly truth: Truth;
  /** The exemption it belongs to. */
  readonly exemption: string | null;
  /** The event in which an exemption was read, where it is not the finding's own instance. */
  readonly within: string | null;
}

export interface Evaluation {
  readonly rule: LinkedRule;
  readonly instance: Instance | null;
  readonly scope: Scope;
  readonly status: Status;
  readonly possible: ReadonlySet<Status>;
  readonly conditions: readonly JudgedCondition[];
  readonly answers: Answers;
  /** What could not be known of what the status hangs on. */
  readonly missing: readonly Missing[];
  readonly excusedBy: readonly string[];
  readonly due: Moment | null;
  readonly performed: Moment | null;
  /** Set where the rule failed; then it is undetermined. */
  readonly failure: string | null;
}

/** How much of a right is asked: `available` leaves its exercise aside. */
export type Asked = 'full' | 'available';

export function scopeOf(rule: LinkedRule, instance: Instance | null, world: World): Scope {
  const scope = { world, subject: { rule: rule.id, instance }, instance, termsDay: instance?.day ?? world.signedOn };
  if (instance !== null && instance.day !== null) return scope;
  if (rule.arises === null) return { ...scope, termsDay: lastTermsDay(rule, scope) };
  // Of a rule for each period, `arises` is a day of the period.
  if (instance === null && rule.each !== null) return { ...scope, termsDay: world.today };
  // The day it arises is itself found under the terms as signed.
  const arises = byDay(rule.arises.evaluate(scope) as Moment);
  return { ...scope, termsDay: arises.come === 'yes' && arises.latest <= world.today ? (arises.latest as Day) : world.today };
}

/** What was due before an amendment keeps the terms it was due under; what is due later, or never, has those in force. */
function lastTermsDay({ due }: LinkedRule, scope: Scope): Day {
  const { amendedOn, today } = scope.world;
  if (due === null) return today;
  const eve = (on: Day): Day => addDays(on, -1);
  const last = amendedOn.find((on) => {
    const moment = byDay(due.evaluate({ ...scope, termsDay: eve(on) }) as Moment);
    return moment.come === 'yes' && moment.latest < on;
  });
  return last === undefined ? today : eve(last);
}

const judgeCondition = (
  name: ConditionName,
  condition: LinkedCondition,
  scope: Scope,
  exemption: string | null = null,
  within: string | null = null,
): JudgedCondition => {
  const leaves = evaluateLeaves(condition, scope);
  return { name, condition, leaves, truth: judge(condition, leaves, scope), exemption, within };
};

export function evaluateRule(rule: LinkedRule, instance: Instance | null, applies: Truth, world: World, asked: Asked): Evaluation {
  const scope = scopeOf(rule, instance, world);
  const conditions: JudgedCondition[] = [];
  const ask = (name: ConditionName, condition: LinkedCondition | null, otherwise: Truth): Truth => {
    if (condition === null) return otherwise;
    const judged = judgeCondition(name, condition, scope);
    conditions.push(judged);
    return judged.truth;
  };
  const due = rule.due === null ? null : byDay(rule.due.evaluate(scope) as Moment);
  const performed = rule.performed === null ? null : (rule.performed.evaluate(scope) as Moment);
  const when = ask('when', rule.when, 'yes');
  const met = ask('met', rule.met, 'no');
  const breached = ask('breached', rule.breached, 'no');
  const exercised = asked === 'available' ? 'no' : ask('exercised', rule.exercised, 'no');
  const formality = ask('formality', rule.formality, 'yes');
  const exceeded = ask('exceeded', rule.exceeded, 'no');
  const early = performedEarly(rule, performed, scope);
  const lapses = rule.lapses === null ? null : (rule.lapses.evaluate(scope) as Moment);
  // An exemption is asked only where there is something to excuse: most days there is not.
  const excusable = rule.kind === 'right' ? when !== 'no' : breached !== 'no';
  const unless = excusable ? askExemptions('unless', rule.unless, scope, conditions) : 'no';
  const released = when !== 'no' && met !== 'yes' ? askExemptions('released-by', rule.releasedBy, scope, conditions) : 'no';
  const answers: Answers = {
    applies,
    early,
    when,
    met,
    breached,
    ended: ended(rule, due, scope, when),
    released,
    unless,
    exercised,
    lapsed: lapses === null ? 'no' : lapsed(lapses, scope),
    formality,
    exceeded,
  };
  const { status, possible, hangsOn } = statusOf(rule.kind, answers, rule.due !== null);
  return {
    rule,
    instance,
    scope,
    status,
    possible,
    conditions,
    answers,
    missing: status === 'undetermined' ? missingOf(hangsOn, conditions, [due, performed, lapses]) : [],
    excusedBy: status === 'excused' || status === 'barred' ? excusers(conditions, rule) : [],
    due: early === 'yes' ? null : due,
    performed,
    failure: null,
  };
}

/** Performed before the duty arose: then there is nothing left to be late with. Of a period or row, what came early came in time. */
function performedEarly(rule: LinkedRule, performed: Moment | null, scope: Scope): Truth {
  if (performed === null || rule.arises === null || rule.each !== null) return 'no';
  const arises = byDay(rule.arises.evaluate(scope) as Moment);
  return allOf([happened(performed, scope.world.today), OPERATORS.before.test(byDay(performed), arises, scope.world.today)]);
}

/** By the end of today: a day is over on the day after it, an instant on its own. */
function lapsed(lapses: Moment, { world }: Scope): Truth {
  const byTheClock = lapses.grain === 'instant';
  if (lapses.come !== 'no') for (const bound of [lapses.earliest, lapses.latest]) world.watch(byTheClock ? dayOfMs(bound) : bound + 1);
  const now = byTheClock ? msOfDay(world.today + 1) : world.today;
  return OPERATORS.after.test(moment(lapses.grain, now, now, 'yes'), lapses, world.today);
}

/** An ending ends what has not arisen: a duty whose last day had not passed, a right whose condition did not hold yet. */
function ended(rule: LinkedRule, due: Moment | null, scope: Scope, when: Truth): Truth {
  if (rule.until === null || when === 'no') return 'no';
  const until = byDay(rule.until.evaluate(scope) as Moment);
  const come = happened(until, scope.world.today);
  if (come === 'no') return 'no';
  if (rule.kind !== 'right') return due === null ? come : allOf([come, OPERATORS['on-or-before'].test(until, due, scope.world.today)]);
  const arisen = scope.world.verdicts.arisen(scope.world, { rule: rule.id, instance: scope.instance }) as Moment;
  return allOf([come, OPERATORS.before.test(until, arisen, scope.world.today)]);
}

function askExemptions(name: 'unless' | 'released-by', uses: readonly ExemptionUse[], scope: Scope, conditions: JudgedCondition[]): Truth {
  const truths = uses.map((use): Truth => {
    const { exemption } = use;
    const proved = (truth: Truth): Truth => (truth === 'unknown' && exemption.proof.failing === 'stands' ? 'no' : truth);
    if (use.within === null) {
      const judged = judgeCondition(name, exemption.when, scope, exemption.id);
      conditions.push({ ...judged, truth: proved(judged.truth) });
      return proved(judged.truth);
    }
    const { each, during } = use.within;
    return anyOf(
      instancesIn(each, scope, exemption.id).found.map(({ instance }): Truth => {
        const within = inInstance(scope, instance);
        const lasting = during === null ? 'yes' : (during.evaluate(within) as YesNo).truth;
        if (lasting === 'no') return 'no';
        const judged = judgeCondition(name, exemption.when, within, exemption.id, instance.id);
        const truth = allOf([lasting, proved(judged.truth)]);
        conditions.push({ ...judged, truth });
        return truth;
      }),
    );
  });
  return anyOf(truths);
}

const CONDITIONS_OF: Readonly<Partial<Record<Question, ConditionName>>> = {
  when: 'when',
  met: 'met',
  breached: 'breached',
  exercised: 'exercised',
  formality: 'formality',
  exceeded: 'exceeded',
  unless: 'unless',
  released: 'released-by',
};

function missingOf(
  hangsOn: readonly Question[],
  conditions: readonly JudgedCondition[],
  moments: readonly (Moment | null)[],
): readonly Missing[] {
  const names = hangsOn.map((question) => CONDITIONS_OF[question]);
  const leaves = conditions
    .filter((one) => names.includes(one.name) && one.truth === 'unknown')
    .flatMap((one) => one.leaves.filter((leaf) => leaf.truth === 'unknown'));
  const other = hangsOn.some((question) => CONDITIONS_OF[question] === undefined) ? moments.filter((one) => one !== null) : [];
  return together([...leaves.flatMap((leaf) => [leaf.fact, leaf.value, ...unordered(leaf)]), ...other]).missing;
}

/** Two moments that are known as far as they were written, and yet it is open which came first. */
function unordered({ leaf, fact, value }: LeafResult): readonly Pick<Value, 'missing' | 'evidence'>[] {
  if (fact.missing.length > 0 || value.missing.length > 0) return [];
  return [{ missing: [{ fact: leaf.fact.name, why: 'order' }], evidence: [] }];
}

/** The exemptions that hold, under the ids by which they are shown; two that clash are both named. */
function excusers(conditions: readonly JudgedCondition[], rule: LinkedRule): readonly string[] {
  const shown = new Map([...rule.unless, ...rule.releasedBy].map((use) => [use.exemption.id, use.exemption.shownAs]));
  const ids = conditions.filter((one) => one.exemption !== null && one.truth === 'yes').map((one) => shown.get(one.exemption ?? '') ?? '');
  return [...new Set(ids)].sort();
}

const EACH = 'each';

export interface Applying {
  readonly instance: Instance | null;
  readonly applies: Truth;
  readonly missing: readonly Missing[];
}

/** The instances of a rule at the end of a day; one without an instance while no event has come. */
export function instancesOf(rule: LinkedRule, world: World): readonly Applying[] {
  if (rule.each === null) return [{ instance: null, applies: 'yes', missing: [] }];
  const { found, hidden } = instancesIn(rule.each, scopeOf(rule, null, world), EACH);
  if (found.length > 0) return found.map((one) => (one.missing.length === 0 ? one : { ...one, missing: named(one.missing) }));
  return [{ instance: null, applies: hidden.length === 0 ? 'no' : 'unknown', missing: named(hidden) }];
}

/** The same; none where they cannot be found: whoever judges the rule says that it fails. */
export function instancesIfAny(rule: LinkedRule, world: World): readonly Applying[] {
  try {
    return instancesOf(rule, world);
  } catch {
    return [];
  }
}

/** What may hide further instances of a rule at the end of a day. */
export const gapOf = (rule: LinkedRule, world: World): readonly Missing[] =>
  rule.each === null ? [] : named(instancesIn(rule.each, scopeOf(rule, null, world), EACH).hidden);

/** What has no name of its own is named by the events it is about. */
const named = (gaps: readonly Missing[]): readonly Missing[] =>
  gaps.map((gap) => (gap.fact === EACH ? { ...gap, fact: gap.events ?? gap.fact } : gap));
