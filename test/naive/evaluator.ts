/** Facts and conditions at the end of a day. What was worked out for a whole context is not worked out twice; nothing else is kept. */
import { isMap, type Book, type Written } from './book.js';
import { whole } from './fraction.js';
import type { Instance } from './instance.js';
import { Kinds } from './kinds.js';
import { measure } from './measures.js';
import type { Happening, Situation } from './situation.js';
import { every, not, some, type Truth } from './truth.js';
import { holds, notYet, num, onDay, yesNo, type Moment, type Value } from './values.js';

/** Who is judged: a rule in an instance. */
export interface Subject {
  readonly rule: string;
  readonly instance: Instance | null;
}

/** From where a fact is looked at. */
export interface Place {
  readonly today: number;
  /** The last day of which the events are known. */
  readonly known: number;
  /** The last day of which decisions of persons are known: they say what was, also of days before they were made. */
  readonly decided?: number;
  readonly subject: Subject | null;
  /** What `this` means. */
  readonly instance: Instance | null;
  /** The day as amended to which terms and readings are read. */
  readonly terms: number;
}
/** A place, of which there is one alone, with all that was worked out there. */
export interface Here extends Place {
  readonly number: number;
  readonly decided: number;
  readonly answers: Map<string, unknown>;
}

/** What facts ask of verdicts. */
export interface Verdicts {
  arisen(here: Here): Moment;
  standing(rule: string, statuses: readonly string[], here: Here, exerciseAside: boolean): Truth;
}

/** Beyond so many places what was worked out is let go, and worked out anew where it is asked again: years of months, day by day, fill any memory. */
const PLACES = 200_000;

export class Evaluator {
  readonly #places = new Map<string, Here>();
  #made = 0;
  readonly #numbers = new Map<unknown, number>();
  readonly #happened = new Map<number, readonly Happening[]>();
  readonly #ofTypes = new Map<string, readonly Happening[]>();

  constructor(
    readonly situation: Situation,
    readonly kinds: Kinds,
    readonly verdicts: Verdicts,
  ) {}

  get book(): Book {
    return this.situation.book;
  }

  /** Terms are the same from one amendment to the next, and nothing is known of what comes after today. */
  here({ today, known, decided: upTo, subject, instance, terms }: Place): Here {
    const [knownOf, termsOf] = [Math.min(known, today), this.situation.amendedTo(terms)];
    const decided = Math.max(upTo ?? knownOf, knownOf);
    const key = `${today} ${knownOf} ${this.situation.decidedTo(decided)} ${subject === null ? '' : `${subject.rule} ${subject.instance?.key ?? ''}`} ${instance?.key ?? ''} ${termsOf}`;
    const found = this.#places.get(key);
    if (found !== undefined) return found;
    const here: Here = { today, known: knownOf, decided, subject, instance, terms: termsOf, number: this.#made++, answers: new Map() };
    if (this.#places.size >= PLACES) this.#places.clear();
    this.#places.set(key, here);
    return here;
  }

  /** A number for what was written. */
  numberOf(written: unknown): number {
    const number = this.#numbers.get(written) ?? this.#numbers.size;
    this.#numbers.set(written, number);
    return number;
  }

  /** The same question in the same place has one answer. */
  once<T>(what: string, here: Here, work: () => T): T {
    const found = here.answers.get(what);
    if (found !== undefined) return found as T;
    const answer = work();
    here.answers.set(what, answer);
    return answer;
  }

  happened({ known }: Here): readonly Happening[] {
    const events = this.#happened.get(known) ?? this.situation.events.filter((event) => event.day <= known);
    this.#happened.set(known, events);
    return events;
  }

  happenedOf(types: readonly string[], here: Here): readonly Happening[] {
    const key = `${here.known} ${types.join(' ')}`;
    const events = this.#ofTypes.get(key) ?? this.happened(here).filter((event) => types.includes(event.type));
    this.#ofTypes.set(key, events);
    return events;
  }

  /** A name, a figure, or a choice by a reading. */
  operand(written: unknown, here: Here): Value {
    if (typeof written === 'number') return num(whole(written));
    if (isMap(written)) return measure(this, written, here, '');
    const name = String(written);
    if (name === 'today') return onDay(here.today);
    if (name === 'signedOn') return onDay(this.situation.signedOn);
    if (name === 'never') return notYet(false);
    return Object.hasOwn(this.book.facts, name) ? this.fact(name, here) : this.situation.term(name, here.terms);
  }

  fact(name: string, here: Here): Value {
    const found = here.answers.get(name);
    if (found !== undefined) return found as Value;
    const value = this.#work(name, here);
    here.answers.set(name, value);
    return value;
  }

  #work(name: string, here: Here): Value {
    // What asks neither which rule nor which instance is the same for all.
    const reads = this.kinds.reads(name);
    const [subject, instance] = [reads.subject ? here.subject : null, reads.instance ? here.instance : null];
    if (subject !== here.subject || instance !== here.instance) return this.fact(name, this.here({ ...here, subject, instance }));
    const written = this.book.facts[name] as Written;
    const determined = written.question === undefined ? undefined : this.#determined(name, here);
    return determined ?? measure(this, written, here, name);
  }

  /** The last that a person decided by now, for this instance or for all; where there is no instance, for any. */
  #determined(fact: string, here: Here): Value | undefined {
    const id = here.instance?.id ?? null;
    return this.situation.determinations.findLast(
      (one) => one.fact === fact && one.on <= here.decided && (one.instance === null || id === null || one.instance === id),
    )?.value;
  }

  condition(written: Written, here: Here): Truth {
    if (isMap(written.not)) return not(this.condition(written.not, here));
    if (Array.isArray(written.all)) return every((written.all as Written[]).map((one) => this.condition(one, here)));
    if (Array.isArray(written.any)) return some((written.any as Written[]).map((one) => this.condition(one, here)));
    const fact = this.operand(written.fact, here);
    return holds(String(written.operator), fact, this.#wanted(written.value, fact, here), here.today);
  }

  #wanted(written: unknown, fact: Value, here: Here): Value {
    if (isMap(written)) return this.operand(written.fact, here);
    if (typeof written === 'number') return num(whole(written));
    if (fact.kind === 'yes/no' || written === 'yes' || written === 'no') return yesNo(written === 'yes' ? 'yes' : 'no');
    return { kind: 'choice', among: (Array.isArray(written) ? (written as unknown[]) : [written]).map(String), come: 'yes' };
  }
}
