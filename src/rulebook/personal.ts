/** What a rulebook declares personal, and the values of it that were given. */
import type { RawEvent } from '../events/files.js';
import type { Source } from '../input/source.js';
import type { ContractFile } from '../schema-types/contract.js';
import type { Declarations } from './declarations.js';

/** Every text or number that stands in a field or term declared personal, in events that were not accepted too. */
export function personalValues(declared: Declarations, contract: Source, events: readonly RawEvent[]): readonly string[] {
  const values = new Set<string>();
  const add = (value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'number') values.add(String(value));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(add);
  };
  const { terms, amendments = [] } = contract.value as ContractFile;
  for (const { name, personal } of declared.terms.values())
    if (personal) for (const written of [terms, ...amendments.map((one) => one.terms)]) add(written?.[name]);
  const fields = new Map(
    [...declared.events].map(([type, { fields: all }]) => [type, [...all].flatMap(([name, { personal }]) => (personal ? [name] : []))]),
  );
  for (const { value } of events) {
    const names = typeof value.type === 'string' ? (fields.get(value.type) ?? []) : [];
    if (names.length > 0 && typeof value.data === 'object' && value.data !== null)
      for (const name of names) add((value.data as Readonly<Record<string, unknown>>)[name]);
  }
  return [...values];
}
