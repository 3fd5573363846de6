/** What of a check must not be shown: what its rulebook declares personal, beside what is personal by its form. */
import type { RawEvent } from '../events/files.js';
import type { Source } from '../input/source.js';
import type { Pseudonyms } from '../masking/masker.js';
import { personalValues } from '../rulebook/personal.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { Type } from '../values/type.js';
import type { Cover, Field } from './masked.js';

export function coverOf({ declared }: Rulebook, contract: Source, events: readonly RawEvent[], pseudonyms: Pseudonyms | undefined): Cover {
  return {
    declared: personalValues(declared, contract, events),
    ...(pseudonyms === undefined ? {} : { pseudonyms }),
    ids: events.flatMap(({ value }) => (typeof value.id === 'string' ? [value.id] : [])),
    fieldOf: (type, field) => {
      const found = declared.events.get(type)?.fields.get(field);
      return found === undefined ? 'text' : kindOf(found.personal, found.type);
    },
    termOf: (term, column) => {
      const found = declared.terms.get(term);
      if (found === undefined) return 'text';
      const type = column !== undefined && found.type.kind === 'list' ? found.type.columns[column] : found.type;
      return kindOf(found.personal, type);
    },
  };
}

const kindOf = (personal: boolean, type: Type | undefined): Field =>
  personal ? 'personal' : type === undefined || type.kind === 'text' ? 'text' : 'typed';
