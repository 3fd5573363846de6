/** Facts at work: what is known of one contract at the end of each day. */
import type { Calendar } from '../calendar/calendar.js';
import type { Day } from '../calendar/day.js';
import { readingOn, termOn, type Contract } from '../contract/contract.js';
import type { LoggedEvent } from '../events/event.js';
import type { EventLog } from '../events/log.js';
import type { Truth } from '../values/truth.js';
import type { Value } from '../values/value.js';
import type { LinkedCondition } from './condition.js';
import type { LinkedFact } from './fact.js';
import type { Scope, Verdicts, World } from './scope.js';

export type Decide = (condition: LinkedCondition, leaves: readonly Truth[]) => Truth;

interface Memo {
  readonly value: Value;
  readonly watched: ReadonlySet<number>;
}

/** One contract with its log; gives the world at the end of any day. */
export class Universe {
  /** The last day whose events are known; asked of a later day, nothing more has happened. */
  readonly known: Day;
  readonly #worlds = new Map<number, KnownWorld>();

  constructor(
    readonly contract: Contract,
    readonly log: EventLog,
    readonly calendar: Calendar,
    readonly decide: Decide,
    readonly verdicts: Verdicts,
    known: Day,
  ) {
    this.known = known;
  }

  at(day: Day): KnownWorld {
    const known = this.#worlds.get(day);
    if (known !== undefined) return known;
    const world = new KnownWorld(this, day);
    this.#worlds.set(day, world);
    return world;
  }
}

export class KnownWorld implements World {
  readonly calendar: Calendar;
  readonly signedOn: Day;
  readonly verdicts: Verdicts;
  /** The last day whose events count here. */
  readonly #through: Day;
  readonly #facts = new Map<string, Memo>();
  readonly #events = new Map<string, readonly LoggedEvent[]>();
  readonly #evaluating: Set<number>[] = [];
  readonly #amended: boolean;

  constructor(
    readonly universe: Universe,
    readonly today: Day,
  ) {
    this.calendar = universe.calendar;
    this.signedOn = universe.contract.signedOn;
    this.verdicts = universe.verdicts;
    this.#through = Math.min(today, universe.known) as Day;
    this.#amended = universe.contract.amendments.length > 0;
  }

  events(type: string): readonly LoggedEvent[] {
    let events = this.#events.get(type);
    if (events === undefined) {
      events = this.universe.log.through(type, this.#through);
      this.#events.set(type, events);
    }
    return events;
  }

  answer(event: LoggedEvent, type: string): LoggedEvent | undefined {
    return this.universe.log.answer(event, type, this.#through);
  }

  answered(event: LoggedEvent): LoggedEvent | undefined {
    return this.universe.log.answered(event);
  }

  gap(type: string): number | null {
    return this.universe.log.gap(type, this.today);
  }

  term(name: string, asOf: Day): Value {
    const value = termOn(this.universe.contract, name, asOf);
    if (value === undefined) throw new Error(`the term ${name} has no value`);
    return value;
  }

  reading(name: string, asOf: Day): string {
    const choice = readingOn(this.universe.contract, name, asOf);
    if (choice === undefined) throw new Error(`the reading ${name} has no value`);
    return choice;
  }

  /** What was decided of an event speaks, where a rule has no instances, to the rule. */
  determination(fact: string, instance: string | null): Value | undefined {
    const found = this.universe.contract.determinations.findLast(
      (one) => one.fact === fact && (one.instance === null || instance === null || one.instance === instance) && one.on <= this.#through,
    );
    return found?.value;
  }

  at(day: Day): KnownWorld {
    return this.universe.at(day);
  }

  decide(condition: LinkedCondition, leaves: readonly Truth[]): Truth {
    return this.universe.decide(condition, leaves);
  }

  watch(day: number): void {
    if (day > this.today && Number.isFinite(day)) this.#evaluating.at(-1)?.add(day);
  }

  /** Runs an evaluation, and says on which later days its result may change although nothing happens. */
  watching<T>(evaluate: () => T): { readonly result: T; readonly watched: ReadonlySet<number> } {
    const watched = new Set<number>();
    this.#evaluating.push(watched);
    try {
      return { result: evaluate(), watched };
    } finally {
      this.#evaluating.pop();
      for (const day of watched) this.watch(day);
    }
  }

  value(fact: LinkedFact, scope: Scope): Value {
    const { needs } = fact;
    const own = needs.thisEvent || needs.span || needs.sequence || needs.columns.size > 0 || fact.question !== null;
    const subject = needs.subject ? `${scope.subject?.rule ?? ''}/${scope.subject?.instance?.key ?? ''}` : '';
    const key = `${fact.name}|${own ? (scope.instance?.key ?? '') : ''}|${subject}|${this.#amended ? scope.termsDay : ''}`;
    let memo = this.#facts.get(key);
    if (memo === undefined) {
      const { result, watched } = this.watching(() => this.#evaluate(fact, { ...scope, world: this }));
      memo = { value: result, watched };
      this.#facts.set(key, memo);
    } else {
      for (const day of memo.watched) this.watch(day);
    }
    return memo.value;
  }

  #evaluate(fact: LinkedFact, scope: Scope): Value {
    if (fact.question === null) return fact.compiled.evaluate(scope, fact.name);
    const determined = this.determination(fact.name, scope.instance?.id ?? null);
    if (determined !== undefined) return determined;
    const value = fact.compiled.evaluate(scope, fact.name);
    // What a person may determine is what is missing, whatever step below it is not known.
    return { ...value, missing: value.missing.map((gap) => ({ ...gap, fact: fact.name })) };
  }
}
