/** What amendments change of a contract: each change with what it replaces. What says the same as before is no change. */
import { formatDay, type Day } from '../calendar/day.js';
import type { Amendment, Contract } from '../contract/contract.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { Amendment as Entry, AmendedReading, AmendedRule, AmendedTerm, Row as RowEntry } from '../schema-types/report.js';
import type { Type } from '../values/type.js';
import type { Row, Value } from '../values/value.js';
import { alternativeOf } from './readings.js';
import type { Shower } from './trace.js';

/** The contract as the amendments before left it. */
interface Standing {
  readonly terms: ReadonlyMap<string, Value>;
  readonly readings: ReadonlyMap<string, string>;
  readonly removed: ReadonlySet<string>;
}

type ListType = Extract<Type, { kind: 'list' }>;

export function amendmentEntries(rulebook: Rulebook, contract: Contract, asOf: Day, show: Shower): Entry[] {
  let standing: Standing = { terms: contract.terms, readings: contract.readings, removed: new Set() };
  return contract.amendments.map((amendment) => {
    const before = standing;
    standing = amended(before, amendment);
    return {
      on: formatDay(amendment.on),
      title: amendment.title,
      inForce: amendment.on <= asOf,
      terms: amendedTerms(rulebook, before, amendment, show),
      readings: amendedReadings(rulebook, before, standing, amendment),
      rules: amendedRules(rulebook, before, amendment),
    };
  });
}

const amended = ({ terms, readings, removed }: Standing, amendment: Amendment): Standing => ({
  terms: new Map([...terms, ...amendment.terms]),
  readings: new Map([...readings, ...amendment.readings]),
  removed: new Set([
    ...[...removed].filter((rule) => amendment.rules.get(rule) !== 'in-force'),
    ...[...amendment.rules].flatMap(([rule, state]) => (state === 'removed' ? [rule] : [])),
  ]),
});

const amendedTerms = ({ declared }: Rulebook, { terms }: Standing, amendment: Amendment, show: Shower): AmendedTerm[] =>
  [...amendment.terms].flatMap(([name, after]): AmendedTerm[] => {
    const term = declared.terms.get(name);
    const before = terms.get(name);
    // The number of a reading is told with the reading.
    if (term === undefined || before === undefined || isSame(before, after)) return [];
    const shown = { term: name, says: term.says, before: show(before, term.type), after: show(after, term.type) };
    if (term.type.kind !== 'list' || before.type !== 'list' || after.type !== 'list') return [shown];
    const { type } = term;
    const rowsOf = (rows: readonly Row[]): RowEntry[] => rows.map((row) => rowEntry(row, type, show));
    const rows = { before: rowsOf(without(before.rows, after.rows)), after: rowsOf(without(after.rows, before.rows)) };
    return [{ ...shown, rows }];
  });

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Rows of one list that the other does not have. */
const without = (rows: readonly Row[], others: readonly Row[]): readonly Row[] =>
  rows.filter((row) => !others.some((other) => isSame(row, other)));

const rowEntry = (row: Row, { columns, says }: ListType, show: Shower): RowEntry =>
  Object.entries(columns).flatMap(([column, type]) => {
    const value = row[column];
    return value === undefined ? [] : [{ column, says: says[column] ?? { zh: column, en: column }, value: show(value, type) }];
  });

const amendedReadings = ({ declared }: Rulebook, old: Standing, current: Standing, amendment: Amendment): AmendedReading[] =>
  [...declared.readings.values()].flatMap((reading) => {
    if (!amendment.readings.has(reading.name)) return [];
    const chosenIn = ({ readings, terms }: Standing): ReturnType<typeof alternativeOf> =>
      alternativeOf(reading, readings.get(reading.name) ?? reading.default, terms);
    const [before, after] = [chosenIn(old), chosenIn(current)];
    return before.value === after.value ? [] : [{ reading: reading.name, about: reading.about, before: before.says, after: after.says }];
  });

const amendedRules = ({ rules }: Rulebook, { removed }: Standing, amendment: Amendment): AmendedRule[] =>
  rules.flatMap(({ id, clause, title }) => {
    const state = amendment.rules.get(id);
    return state === undefined || (state === 'removed') === removed.has(id) ? [] : [{ rule: id, clause, title, state }];
  });
