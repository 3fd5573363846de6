/** A contract that is still a draft: what is filled in of it can be held against a text, what is not is named. */
import type { Contract } from '../contract/contract.js';
import { readContract, type Declared } from '../contract/read-contract.js';
import type { Place, Problem, Text } from '../input/problem.js';
import type { Source } from '../input/source.js';
import { isRecord, type Written } from '../input/written.js';

/** A part that is not filled in. */
export interface Open {
  readonly key: string;
  readonly says: Text;
  readonly place: Place;
}

export interface FilledIn {
  /** Undefined where it cannot be read even so. */
  readonly contract: Contract | undefined;
  readonly open: readonly Open[];
  readonly problems: readonly Problem[];
}

const isOpen = (value: unknown): boolean => value === null || (typeof value === 'string' && /^\s*[?？]\s*$/u.test(value));
const asMap = (value: unknown): Written => (isRecord(value) ? value : {});

/** Where a day or a name must stand, and none does; nothing is ever compared with it. */
const STAND_IN = { day: '1900-01-01', name: '？' };

export function filledIn(source: Source, declared: Declared): FilledIn {
  const written = asMap(source.value);
  const [terms, parties] = [asMap(written.terms), asMap(written.parties)];
  const openTerms = Object.keys(terms).filter((name) => isOpen(terms[name]) && declared.terms.has(name));
  const openParties = Object.keys(parties).filter((key) => isOpen(asMap(parties[key]).name) && declared.parties.has(key));
  const isUnsigned = isOpen(written.signedOn);
  const value = {
    ...written,
    ...(isUnsigned ? { signedOn: STAND_IN.day } : {}),
    ...(Object.hasOwn(written, 'terms')
      ? { terms: Object.fromEntries(Object.entries(terms).filter(([name]) => !openTerms.includes(name))) }
      : {}),
    parties: Object.fromEntries(
      Object.entries(parties).map(([key, one]) => [key, openParties.includes(key) ? { ...asMap(one), name: STAND_IN.name } : one]),
    ),
  };
  const lenient: Declared = {
    ...declared,
    terms: new Map([...declared.terms].map(([name, term]) => [name, openTerms.includes(name) ? { ...term, optional: true } : term])),
  };
  const { contract, problems } = readContract({ ...source, value, place: (path, what) => source.place(path, what) }, lenient);
  const open: readonly Open[] = [
    ...(isUnsigned ? [{ key: 'signedOn', says: { zh: '签订日', en: 'day of signing' }, place: source.place(['signedOn'], 'key') }] : []),
    ...openParties.map((key): Open => {
      const says = declared.parties.get(key) ?? { zh: key, en: key };
      return {
        key: `parties.${key}.name`,
        says: { zh: `${says.zh}的名称`, en: `name of ${says.en}` },
        place: source.place(['parties', key, 'name'], 'key'),
      };
    }),
    ...openTerms.map((name): Open => {
      const says = declared.terms.get(name)?.says ?? { zh: name, en: name };
      return { key: `terms.${name}`, says, place: source.place(['terms', name], 'key') };
    }),
  ];
  const named = contract && { ...contract, parties: new Map([...contract.parties].filter(([key]) => !openParties.includes(key))) };
  return { contract: named, open, problems };
}
