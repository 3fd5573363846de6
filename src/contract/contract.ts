import type { Day } from '../calendar/day.js';
import type { Coverage } from '../events/coverage.js';
import type { Source } from '../input/source.js';
import { nameOf, type Value } from '../values/value.js';

/** Values in force from a day on. */
export interface Amendment {
  readonly on: Day;
  readonly title: string | null;
  readonly terms: ReadonlyMap<string, Value>;
  readonly readings: ReadonlyMap<string, string>;
  /** Rules taken out of the contract, or put back. */
  readonly rules: ReadonlyMap<string, 'removed' | 'in-force'>;
}

/** What a person decided; in force from the day it was made. */
export interface Determination {
  readonly fact: string;
  readonly instance: string | null;
  readonly value: Value;
  /** The value as it was written, for a reader. */
  readonly written: string;
  readonly on: Day;
  readonly by: string;
  readonly reason: string;
}

/** A contract as understood: terms typed, readings chosen. */
export interface Contract {
  readonly id: string;
  readonly title: string;
  readonly rulebook: string;
  readonly signedOn: Day;
  readonly parties: ReadonlyMap<string, { readonly name: string; readonly title: string | null }>;
  /** As signed, with defaults filled in. */
  readonly terms: ReadonlyMap<string, Value>;
  /** Every reading of the rulebook with the alternative chosen. */
  readonly readings: ReadonlyMap<string, string>;
  /** By day. */
  readonly amendments: readonly Amendment[];
  readonly coverage: Coverage;
  readonly determinations: readonly Determination[];
  readonly source: Source;
}

/** A term as amended to a day. */
export function termOn(contract: Contract, name: string, day: Day): Value | undefined {
  let value = contract.terms.get(name);
  for (const amendment of contract.amendments) if (amendment.on <= day) value = amendment.terms.get(name) ?? value;
  return value;
}

/** The names that the rows of a list term have, as signed or as amended at some day. */
export function rowNames({ terms, amendments }: Contract, name: string): readonly string[] {
  const lists = [terms, ...amendments.map((one) => one.terms)].flatMap((one) => one.get(name) ?? []);
  return [...new Set(lists.flatMap((list) => (list.type === 'list' ? list.rows.map(nameOf) : [])))];
}

/** The alternative of a reading, as amended to a day. */
export function readingOn(contract: Contract, name: string, day: Day): string | undefined {
  let choice = contract.readings.get(name);
  for (const amendment of contract.amendments) if (amendment.on <= day) choice = amendment.readings.get(name) ?? choice;
  return choice;
}

/** Whether a rule is part of the contract as amended to a day. */
export function inForce(contract: Contract, rule: string, day: Day): boolean {
  let standing: 'removed' | 'in-force' = 'in-force';
  for (const amendment of contract.amendments) if (amendment.on <= day) standing = amendment.rules.get(rule) ?? standing;
  return standing === 'in-force';
}
