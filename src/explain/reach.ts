/** What a rule or a fact rests on, each once, in the order in which it is needed. */
import type { LinkedCondition } from '../facts/condition.js';
import type { Each } from '../facts/each.js';
import type { LinkedFact, Operand } from '../facts/fact.js';
import type { Chosen, Exemption, ExemptionUse, LinkedRule } from '../rulebook/rule.js';
import { rollReading } from './period.js';
import type { Words } from './words.js';

export interface Reached {
  readonly facts: readonly LinkedFact[];
  readonly terms: readonly string[];
  readonly readings: readonly string[];
  readonly events: readonly string[];
}

export class Reach implements Reached {
  readonly #facts = new Map<string, LinkedFact>();
  readonly #terms = new Set<string>();
  readonly #readings = new Set<string>();
  readonly #events = new Set<string>();

  constructor(readonly words: Words) {}

  get facts(): readonly LinkedFact[] {
    return [...this.#facts.values()];
  }

  get terms(): readonly string[] {
    return [...this.#terms];
  }

  get readings(): readonly string[] {
    return [...this.#readings];
  }

  get events(): readonly string[] {
    return [...this.#events];
  }

  rule(rule: LinkedRule): this {
    this.#each(rule.each);
    this.#operands([rule.arises]);
    this.#condition(rule.when);
    this.#operands([rule.due, rule.performed]);
    for (const one of [rule.met, rule.breached, rule.exceeded]) this.#condition(one);
    this.#operands([rule.until]);
    for (const use of [...rule.unless, ...rule.releasedBy]) this.#use(use);
    for (const one of [rule.formality, rule.exercised]) this.#condition(one);
    this.#operands([rule.lapses, ...rule.amounts.flatMap(({ amount, paid }) => [amount, paid])]);
    if (rule.ledger !== null) {
      const { ceiling, debtors, draws, outside, claims } = rule.ledger;
      this.#operands([ceiling]);
      for (const one of [debtors, draws, outside]) if ('reading' in one) this.#readings.add(one.reading);
      for (const claim of claims) this.#events.add(claim.event.name);
      for (const one of alternativesOf(outside)) this.#operands(one.claims);
    }
    this.#operands(rule.shows);
    return this;
  }

  exemption(exemption: Exemption): this {
    this.#condition(exemption.when);
    return this;
  }

  fact(fact: LinkedFact): this {
    if (this.#facts.has(fact.name)) return this;
    this.#facts.set(fact.name, fact);
    for (const type of fact.compiled.events) this.#events.add(type);
    this.#roll(fact, fact.operands);
    this.#operands(fact.operands);
    return this;
  }

  reading(name: string): this {
    this.#readings.add(name);
    return this;
  }

  #use({ exemption, within }: ExemptionUse): void {
    this.#each(within?.each ?? null);
    this.#operands([within?.during ?? null]);
    this.exemption(exemption);
  }

  #each(each: Each | null): void {
    if (each === null) return;
    for (const type of each.types) this.#events.add(type);
    this.#operands(each.operands);
  }

  #condition(condition: LinkedCondition | null): void {
    for (const { fact, value } of condition?.leaves ?? []) this.#operands([fact, value]);
  }

  #operands(operands: readonly (Operand | null)[]): void {
    for (const operand of operands) if (operand !== null) this.#operand(operand);
  }

  #operand({ fact, term, reading, inline }: Operand): void {
    if (fact !== undefined) this.fact(fact);
    if (term !== undefined) this.#terms.add(term);
    if (reading !== undefined) {
      this.#readings.add(reading.name);
      this.#operands(Object.values(reading.choices));
    }
    if (inline === undefined) return;
    for (const type of inline.events) this.#events.add(type);
    this.#roll(inline, inline.operands);
    this.#operands(inline.operands);
  }

  #roll(measured: Parameters<typeof rollReading>[1], operands: readonly Operand[]): void {
    const name = rollReading(this.words, measured, operands[0]);
    if (name !== undefined) this.#readings.add(name);
  }
}

/** What stands at every alternative of a reading, or the one thing that stands there without. */
const alternativesOf = <T>(chosen: Chosen<T>): readonly T[] => ('value' in chosen ? [chosen.value] : Object.values(chosen.choices));
