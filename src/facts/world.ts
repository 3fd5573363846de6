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

/** A value that stands from the day on which it was found until something may change it. */
interface Standing extends Memo {
  readonly from: number;
  readonly until: number;
}

/** How many such stretches are kept of one fact: days are mostly asked in order. */
const STRETCHES = 8;

/** One contract with its log; gives the world at the end of any day. */
export class Universe {
  /** The last day whose events are known; asked of a later day, nothing more has happened. */
  readonly known: Day;
  readonly #worlds = new Map<string, KnownWorld>();
  readonly #standing = new Map<string, Standing[]>();
  /** For each fact the days of the events on which it depends. */
  readonly #moves = new Map<string, readonly number[]>();
  /** For each fact the first day of a gap in the log of its events. */
  readonly #gaps = new Map<string, number>();
  /** What measures keep over the days. */
  readonly kept = new Map<string, object>();

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

  /** What was found of a fact on an earlier day and still stands. */
  standing(key: string, day: number): Memo | undefined {
    return this.#standing.get(key)?.findLast((one) => one.from <= day && day < one.until);
  }

  /** Keeps what was found of a fact, if for longer than a day: it stands until an event on which it depends or a day it watches. */
  keep(key: string, fact: LinkedFact, day: number, memo: Memo): boolean {
    const later = (days: Iterable<number>): number => {
      let next = Infinity;
      for (const one of days) if (one > day && one < next) next = one;
      return next;
    };
    const until = Math.min(later(memo.watched), later(this.#movesOf(fact)));
    if (until <= day + 1) return false;
    const stretches = this.#standing.get(key) ?? [];
    stretches.push({ ...memo, from: day, until });
    if (stretches.length > STRETCHES) stretches.shift();
    this.#standing.set(key, stretches);
    return true;
  }

  /** The first day of a gap in the log of what a fact depends on. */
  gapOf(fact: LinkedFact): number {
    let from = this.#gaps.get(fact.name);
    if (from === undefined) {
      from = Math.min(Infinity, ...[...fact.events].map((type) => this.log.gap(type, Infinity as Day) ?? Infinity));
      this.#gaps.set(fact.name, from);
    }
    return from;
  }

  #movesOf(fact: LinkedFact): readonly number[] {
    let moves = this.#moves.get(fact.name);
    if (moves === undefined) {
      moves = [...new Set([...fact.events].flatMap((type) => this.log.through(type, this.known).map((event) => event.day)))];
      this.#moves.set(fact.name, moves);
    }
    return moves;
  }

  /** @param decided how many determinations are known there; at least those made by that day */
  at(day: Day, decided = 0): KnownWorld {
    const decisions = Math.max(decided, this.#decisionsBy(Math.min(day, this.known)));
    const key = `${day}|${decisions}`;
    const known = this.#worlds.get(key);
    if (known !== undefined) return known;
    const world = new KnownWorld(this, day, decisions);
    this.#worlds.set(key, world);
    return world;
  }

  #decisionsBy(day: number): number {
    return this.contract.determinations.filter((one) => one.on <= day).length;
  }
}

export class KnownWorld implements World {
  readonly calendar: Calendar;
  readonly signedOn: Day;
  readonly verdicts: Verdicts;
  readonly amendedOn: readonly Day[];
  /** The last day whose events count here. */
  readonly #through: Day;
  readonly #facts = new Map<string, Memo>();
  readonly #events = new Map<string, readonly LoggedEvent[]>();
  readonly #evaluating: Set<number>[] = [];
  readonly #amended: boolean;

  constructor(
    readonly universe: Universe,
    readonly today: Day,
    readonly decisions: number,
  ) {
    this.calendar = universe.calendar;
    this.signedOn = universe.contract.signedOn;
    this.verdicts = universe.verdicts;
    this.#through = Math.min(today, universe.known) as Day;
    this.#amended = universe.contract.amendments.length > 0;
    this.amendedOn = universe.contract.amendments.map(({ on }) => on).filter((on) => on <= today);
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
    return this.universe.contract.determinations
      .slice(0, this.decisions)
      .findLast((one) => one.fact === fact && (one.instance === null || instance === null || one.instance === instance))?.value;
  }

  at(day: Day): KnownWorld {
    return this.universe.at(day, this.decisions);
  }

  decide(condition: LinkedCondition, leaves: readonly Truth[]): Truth {
    return this.universe.decide(condition, leaves);
  }

  kept<T extends object>(measure: string, key: string, make: () => T): T {
    const { kept } = this.universe;
    const name = `${measure}|${key}|${this.decisions}`;
    const found = kept.get(name) ?? make();
    kept.set(name, found);
    return found as T;
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
    const key = `${this.decisions}|${fact.name}|${own ? (scope.instance?.key ?? '') : ''}|${subject}|${this.#amended ? this.#amendmentsBy(scope.termsDay) : ''}`;
    const memo = this.#facts.get(key) ?? this.#standing(key, fact) ?? this.#found(key, fact, scope);
    for (const day of memo.watched) this.watch(day);
    return memo.value;
  }

  #standing(key: string, fact: LinkedFact): Memo | undefined {
    return this.#isLasting(fact) ? this.universe.standing(key, this.today) : undefined;
  }

  #found(key: string, fact: LinkedFact, scope: Scope): Memo {
    const { result, watched } = this.watching(() => this.#evaluate(fact, { ...scope, world: this }));
    const memo = { value: result, watched };
    // What stands for longer is kept once, not for each of its days.
    if (!this.#isLasting(fact) || !this.universe.keep(key, fact, this.today, memo)) this.#facts.set(key, memo);
    return memo;
  }

  /** A gap in the log widens what is known day by day. */
  #isLasting(fact: LinkedFact): boolean {
    return fact.lasting && this.today < this.universe.gapOf(fact);
  }

  /** Terms are the same on all days between two amendments. */
  #amendmentsBy(day: Day): number {
    return this.universe.contract.amendments.filter((one) => one.on <= day).length;
  }

  #evaluate(fact: LinkedFact, scope: Scope): Value {
    if (fact.question === null) return fact.compiled.evaluate(scope, fact.name);
    const determined = this.determination(fact.name, scope.instance?.id ?? null);
    if (determined !== undefined) return determined;
    const value = fact.compiled.evaluate(scope, fact.name);
    // What a person may determine is what is missing, whatever step below it is not known.
    const { thisEvent, span, columns } = fact.needs;
    const instance = thisEvent || span || columns.size > 0 ? scope.instance?.id : undefined;
    return {
      ...value,
      missing: value.missing.map((gap) => ({ ...gap, fact: fact.name, ...(instance === undefined ? {} : { instance }) })),
    };
  }
}
