/** Every rule of a contract judged on any day: statuses over time, what arose when, the ledger of the cap. */
import type { Calendar } from '../calendar/calendar.js';
import type { Day } from '../calendar/day.js';
import { inForce, type Contract } from '../contract/contract.js';
import { gapFrom } from '../events/coverage.js';
import type { EventLog } from '../events/log.js';
import { evaluateLeaves, judge } from '../facts/condition.js';
import type { Instance } from '../facts/instance.js';
import type { Status, Subject, Verdicts, World } from '../facts/scope.js';
import { Universe, type Decide, type KnownWorld } from '../facts/world.js';
import type { LinkedLedger, LinkedRule } from '../rulebook/rule.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { anyOf, type Truth } from '../values/truth.js';
import { byDay, day, notYet, together, yesNo, type Moment, type Quantity, type Value, type YesNo } from '../values/value.js';
import { claimsOn } from './claims.js';
import { evaluateRule, gapOf, instancesOf, scopeOf, type Applying, type Asked, type Evaluation } from './evaluate.js';
import { evidenceOfStatus } from './evidence.js';
import { draw, type LedgerResult } from './ledger.js';
import { Timeline, type Observed, type Stretch } from './timeline.js';
import type { StatusFound } from './status.js';

export interface Judgment extends Evaluation {
  readonly ledger: LedgerResult | null;
}

interface Standing {
  readonly status: Status;
  readonly possible: StatusFound['possible'];
}

const sameStatus = (a: Standing, b: Standing): boolean => a.status === b.status;

/** A contract with its log and rulebook, to be judged as of any day. */
export class Judged implements Verdicts {
  readonly universe: Universe;
  readonly #judgments = new WeakMap<World, Map<string, { readonly judgment: Judgment; readonly watched: ReadonlySet<number> }>>();
  readonly #histories = new Map<string, Timeline<Standing>>();
  readonly #arisings = new Map<string, Timeline<Truth>>();
  readonly #moves = new Map<string, readonly number[]>();

  constructor(
    readonly rulebook: Rulebook,
    readonly contract: Contract,
    readonly log: EventLog,
    calendar: Calendar,
    decide: Decide,
    /** The last day whose events are known: the day asked about. */
    known: Day,
  ) {
    this.universe = new Universe(contract, log, calendar, decide, this, known);
  }

  judge(rule: LinkedRule, applying: Applying, world: World, asked: Asked = 'full'): Judgment {
    return this.#judgeWatching(rule, applying, this.universe.at(world.today, world.decisions), asked).judgment;
  }

  /** The judgment, and the later days on which it may change although nothing happens. */
  observe(rule: LinkedRule, applying: Applying, today: Day, asked: Asked = 'full'): Observed<Judgment> {
    const { judgment, watched } = this.#judgeWatching(rule, applying, this.universe.at(today), asked);
    return { value: judgment, watched };
  }

  #judgeWatching(
    rule: LinkedRule,
    { instance, applies, missing }: Applying,
    world: KnownWorld,
    asked: Asked,
  ): { readonly judgment: Judgment; readonly watched: ReadonlySet<number> } {
    const known = this.#judgments.get(world) ?? new Map<string, { judgment: Judgment; watched: ReadonlySet<number> }>();
    this.#judgments.set(world, known);
    const key = `${asked}|${rule.id}|${instance?.key ?? ''}`;
    let found = known.get(key);
    if (found === undefined) {
      const { result, watched } = world.watching(() => this.#evaluate(rule, instance, applies, missing, world, asked));
      found = { judgment: result, watched };
      known.set(key, found);
    } else {
      for (const later of found.watched) world.watch(later);
    }
    return found;
  }

  #evaluate(
    rule: LinkedRule,
    instance: Instance | null,
    applies: Truth,
    missing: Applying['missing'],
    world: KnownWorld,
    asked: Asked,
  ): Judgment {
    if (world.today < this.contract.signedOn || applies === 'no')
      return blank(rule, instance, world, rule.kind === 'prohibition' && world.today >= this.contract.signedOn ? 'compliant' : 'inactive');
    if (applies === 'unknown' && instance === null) return { ...blank(rule, instance, world, 'undetermined'), missing };
    try {
      if (this.contract.amendments.length > 0 && !inForce(this.contract, rule.id, scopeOf(rule, instance, world).termsDay))
        return blank(rule, instance, world, 'inactive');
      const evaluation = evaluateRule(rule, instance, applies, world, asked);
      const withMissing =
        applies === 'unknown' && evaluation.status === 'undetermined'
          ? { ...evaluation, missing: [...missing, ...evaluation.missing] }
          : evaluation;
      return rule.ledger === null ? { ...withMissing, ledger: null } : this.#withLedger(withMissing, rule.ledger, world);
    } catch (error) {
      // One rule that fails says so of itself, and stops no other.
      return this.failed(rule, instance, world, error);
    }
  }

  /** What is said of a rule that could not be judged. */
  failed(rule: LinkedRule, instance: Instance | null, world: World, error: unknown): Judgment {
    const failure = error instanceof Error ? error.message : String(error);
    return { ...blank(rule, instance, world, 'undetermined'), failure, missing: [{ fact: 'failure', why: 'failure' }] };
  }

  standing(world: World, ruleId: string, statuses: readonly Status[]): YesNo {
    return this.#whether(world, ruleId, statuses, 'full');
  }

  available(world: World, ruleId: string): YesNo {
    return this.#whether(world, ruleId, ['available'], 'available');
  }

  #whether(world: World, ruleId: string, statuses: readonly Status[], asked: Asked): YesNo {
    const rule = this.#rule(ruleId);
    const found = instancesOf(rule, world).map((applying): YesNo => {
      const judgment = this.judge(rule, applying, world, asked);
      const among = [...judgment.possible].filter((status) => statuses.includes(status)).length;
      const open = judgment.possible.has('undetermined') && !statuses.includes('undetermined');
      const truth: Truth = open ? 'unknown' : among === 0 ? 'no' : among === judgment.possible.size ? 'yes' : 'unknown';
      return yesNo(truth, { missing: judgment.missing, evidence: truth === 'no' ? [] : evidenceOfStatus(judgment) });
    });
    // A gap in the log of what a rule applies to may hide an instance of which it is true.
    const hidden = gapOf(rule, world);
    const all = hidden.length === 0 ? found : [...found, yesNo('unknown', { missing: hidden, evidence: [] })];
    return yesNo(anyOf(all.map((one) => one.truth)), together(all.filter((one) => one.truth !== 'no')));
  }

  /** The start of the stretch, up to the world's day, in which what the rule says has held; not yet where it does not hold. */
  arisen(world: World, { rule: ruleId, instance }: Subject): Value {
    const rule = this.#rule(ruleId);
    if (rule.kind === 'duty' && rule.due !== null && rule.performed !== null) return this.#overdue(rule, instance, world);
    const condition = rule.kind === 'right' ? rule.when : rule.kind === 'limit' ? rule.exceeded : rule.breached;
    if (condition === null) return rule.kind === 'right' ? day(this.#start(instance)) : notYet();
    const { decisions } = world;
    const key = `${ruleId}|${instance?.key ?? ''}|${decisions}`;
    let timeline = this.#arisings.get(key);
    if (timeline === undefined) {
      const observe = (today: Day): Observed<Truth> => {
        const at = this.universe.at(today, decisions);
        const scope = scopeOf(rule, instance, at);
        const { result, watched } = at.watching(() => judge(condition, evaluateLeaves(condition, scope), scope));
        return { value: result, watched };
      };
      timeline = new Timeline(this.#start(instance), this.movesOf(rule), observe, (a, b) => a === b);
      this.#arisings.set(key, timeline);
    }
    const stretches = timeline.through(world.today).filter((stretch) => stretch.from <= world.today);
    return arisenFrom(stretches, world.today);
  }

  /** A duty with a last day is broken on the day after it, one with a last moment on the day of that moment. */
  #overdue(rule: LinkedRule, instance: Instance | null, world: World): Value {
    const scope = scopeOf(rule, instance, world);
    const last = rule.due?.evaluate(scope) as Moment;
    const due = byDay(last);
    if (rule.breached === null || due.come === 'no') return notYet();
    const after = last.grain === 'day' ? 1 : 0;
    const truth = judge(rule.breached, evaluateLeaves(rule.breached, scope), scope);
    if (truth === 'no') return notYet();
    return { ...due, earliest: due.earliest + after, latest: due.latest + after, come: truth === 'yes' ? 'yes' : 'maybe' };
  }

  /** How the status of a finding stood, from its first day on. */
  history(rule: LinkedRule, instance: Instance | null): Timeline<Standing> {
    const key = `${rule.id}|${instance?.key ?? ''}`;
    let timeline = this.#histories.get(key);
    if (timeline === undefined) {
      const observe = (today: Day): Observed<Standing> => {
        const world = this.universe.at(today);
        const applying = instancesOf(rule, world).find((one) => one.instance?.id === instance?.id) ?? {
          instance,
          applies: 'no' as const,
          missing: [],
        };
        const { value, watched } = this.observe(rule, applying, today);
        return { value: { status: value.status, possible: value.possible }, watched };
      };
      timeline = new Timeline(this.#start(instance), this.movesOf(rule), observe, sameStatus);
      this.#histories.set(key, timeline);
    }
    return timeline;
  }

  #start(instance: Instance | null): Day {
    return Math.max(this.contract.signedOn, instance?.day ?? 0) as Day;
  }

  /** Days on which events, or changes of the contract itself, can move a finding. */
  movesOf(rule: LinkedRule): readonly number[] {
    let moves = this.#moves.get(rule.id);
    if (moves === undefined) {
      const { amendments, determinations, coverage } = this.contract;
      const days = new Set<number>([...amendments.map((one) => one.on), ...determinations.map((one) => one.on)]);
      for (const type of rule.events) {
        for (const event of this.log.through(type, this.universe.known)) days.add(event.day);
        const gap = gapFrom(coverage, type);
        if (gap !== null && Number.isFinite(gap)) days.add(gap);
      }
      moves = [...days].sort((a, b) => a - b);
      this.#moves.set(rule.id, moves);
    }
    return moves;
  }

  #rule(id: string): LinkedRule {
    const rule = this.rulebook.rules.find((one) => one.id === id);
    if (rule === undefined) throw new Error(`there is no rule ${id}`);
    return rule;
  }

  #withLedger(evaluation: Evaluation, ledger: LinkedLedger, world: KnownWorld): Judgment {
    const { scope, instance } = evaluation;
    // A cap that does not apply cuts nothing.
    if (evaluation.status === 'inactive') return { ...evaluation, ledger: null };
    const within = instance === null ? { ...scope, termsDay: world.today } : scope;
    const ceiling = ledger.ceiling.evaluate(within) as Quantity;
    const result = draw(claimsOn(ledger, world, this, instance?.span ?? null, within.termsDay), ceiling);
    if (evaluation.status !== 'met' || result.cut === 'no') return { ...evaluation, ledger: result };
    if (result.cut === 'yes') return { ...evaluation, status: 'exceeded', possible: new Set(['exceeded']), ledger: result };
    return { ...evaluation, status: 'undetermined', possible: new Set(['met', 'exceeded']), missing: result.missing, ledger: result };
  }
}

function arisenFrom(stretches: readonly Stretch<Truth>[], today: Day): Moment {
  const current = stretches.at(-1);
  if (current === undefined || current.value === 'no') return notYet();
  // Back over the stretch that holds for certain, and any before it that may have held already.
  let possible = current.from;
  for (let index = stretches.length - 1; index >= 0 && stretches[index]?.value !== 'no'; index -= 1)
    possible = stretches[index]?.from ?? possible;
  const sure = current.value === 'yes';
  return { ...day(possible), earliest: possible, latest: sure ? current.from : today, come: sure ? 'yes' : 'maybe' };
}

function blank(rule: LinkedRule, instance: Instance | null, world: World, status: Status): Judgment {
  const no = {
    applies: 'no',
    early: 'no',
    when: 'no',
    met: 'no',
    breached: 'no',
    ended: 'no',
    released: 'no',
    unless: 'no',
    exercised: 'no',
    lapsed: 'no',
    formality: 'yes',
    exceeded: 'no',
  } as const;
  const scope = { world, subject: { rule: rule.id, instance }, instance, termsDay: world.today };
  return {
    rule,
    instance,
    scope,
    status,
    possible: new Set([status]),
    conditions: [],
    answers: no,
    missing: [],
    excusedBy: [],
    due: null,
    performed: null,
    failure: null,
    ledger: null,
  };
}
