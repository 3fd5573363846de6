/** Facts and conditions at the end of a day. What was worked out for a whole context is not worked out twice; nothing else is kept. */
import { isMap, type Book, type Written } from './book.js';
import { whole } from './fraction.js';
import { measure } from './measures.js';
import type { Happening, Situation } from './situation.js';
import { every, not, some, type Truth } from './truth.js';
import { holds, notYet, num, onDay, yesNo, type Moment, type Value } from './values.js';

/** Who is judged: a rule in an instance. */
export interface Subject {
  readonly rule: string;
  readonly instance: Happening | null;
}

/** From where a fact is looked at. */
export interface Here {
  readonly today: number;
  /** The last day of which the events are known. */
  readonly known: number;
  readonly subject: Subject | null;
  /** What `this` means. */
  readonly instance: Happening | null;
  /** The day as amended to which terms and readings are read. */
  readonly terms: number;
}

/** What facts ask of verdicts. */
export interface Verdicts {
  arisen(here: Here): Moment;
  standing(rule: string, statuses: readonly string[], here: Here, exerciseAside: boolean): Truth;
}

const keyOf = ({ today, known, subject, instance, terms }: Here): string =>
  `${today} ${known} ${subject?.rule ?? ''} ${subject?.instance?.id ?? ''} ${instance?.id ?? ''} ${terms}`;

export class Evaluator {
  readonly #known = new Map<string, unknown>();
  #happened: { through: number; events: readonly Happening[] } = { through: NaN, events: [] };

  constructor(
    readonly situation: Situation,
    readonly verdicts: (evaluator: Evaluator) => Verdicts,
  ) {}

  get book(): Book {
    return this.situation.book;
  }

  /** The same question in the same context has one answer. */
  once<T>(what: string, here: Here, work: () => T): T {
    const key = `${what} ${keyOf(here)}`;
    if (this.#known.has(key)) return this.#known.get(key) as T;
    const answer = work();
    this.#known.set(key, answer);
    return answer;
  }

  happened(here: Here): readonly Happening[] {
    const through = Math.min(here.today, here.known);
    if (this.#happened.through !== through)
      this.#happened = { through, events: this.situation.events.filter((event) => event.day <= through) };
    return this.#happened.events;
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
    return this.once(name, here, () => {
      const written = this.book.facts[name] as Written;
      const determined = written.question === undefined ? undefined : this.#determined(name, here);
      return determined ?? measure(this, written, here, name);
    });
  }

  /** The last that a person decided by now, for this instance or for all; where there is no instance, for any. */
  #determined(fact: string, here: Here): Value | undefined {
    const by = Math.min(here.today, here.known);
    const id = here.instance?.id ?? null;
    return this.situation.determinations.findLast(
      (one) => one.fact === fact && one.on <= by && (one.instance === null || id === null || one.instance === id),
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
