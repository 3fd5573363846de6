/** What of a check must not be shown: what its rulebook declares personal, beside what is personal by its form. */
import type { RawEvent } from '../events/files.js';
import type { Source } from '../input/source.js';
import type { Pseudonyms } from '../masking/masker.js';
import { personalValues } from '../rulebook/personal.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { Cover } from './masked.js';

export function coverOf({ declared }: Rulebook, contract: Source, events: readonly RawEvent[], pseudonyms: Pseudonyms | undefined): Cover {
  return {
    declared: personalValues(declared, contract, events),
    ...(pseudonyms === undefined ? {} : { pseudonyms }),
    ids: events.flatMap(({ value }) => (typeof value.id === 'string' ? [value.id] : [])),
    fieldOf: (type, field) => {
      const found = declared.events.get(type)?.fields.get(field);
      return found?.personal === true ? 'personal' : found === undefined || found.type.kind === 'text' ? 'text' : 'typed';
    },
  };
}
