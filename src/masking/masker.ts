/** Masks over one document: what is the same looks the same everywhere in it, what is not the same does not. */
import { findPersonal } from './find.js';
import { maskOf, replacePersonal } from './mask.js';
import type { Personal } from './personal.js';

type Named = Pick<Personal, 'kind' | 'value'>;

export interface Covering {
  /** Values of fields that a rulebook declares personal, wherever they come out. */
  readonly declared: readonly string[];
  /** In place of a mask, a name of its own for each value; for events by their ids too. */
  readonly pseudonyms?: Pseudonyms;
  /** Ids of the events; with pseudonyms they are replaced. */
  readonly ids: readonly string[];
}

export interface Pseudonyms {
  ofValue(value: string): string;
  ofEvent(id: string): string;
}

export class Masker {
  readonly #pseudonyms: Pseudonyms | undefined;
  readonly #declared: RegExp | null;
  readonly #ids: ReadonlySet<string>;
  /** Values that had a mask, in the order in which they came. */
  readonly #taken = new Map<string, string[]>();
  readonly #known = new Map<string, string>();
  /** Ids whose masks say no more which is meant: in the order in which they came. */
  readonly #named = new Map<string, string[]>();

  constructor({ declared, pseudonyms, ids }: Covering) {
    this.#pseudonyms = pseudonyms;
    this.#declared = anyOf(declared.filter((value) => isTelling(value)).flatMap(asQuoted));
    this.#ids = new Set(pseudonyms === undefined ? [] : ids);
  }

  /** @param about the name of the field that the text is the value of */
  text(text: string, about = ''): string {
    const key = `${about}\n${text}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const bare = this.#declared === null ? text : text.replace(this.#declared, (value) => this.declared(value));
    const masked = this.#events(replacePersonal(bare, (found) => this.#wordOf(found), about));
    this.#known.set(key, masked);
    return masked;
  }

  /** The value of a field that is declared personal. */
  declared(value: string): string {
    const [only, ...more] = findPersonal(value);
    const isWhole = more.length === 0 && only?.start === 0 && only.end === value.length;
    return isWhole ? this.#wordOf(only) : this.#wordOf({ kind: 'declared', value });
  }

  /** The id of an event, or an instance: two that differ stay apart. */
  id(id: string): string {
    if (this.#ids.has(id)) return this.#pseudonyms?.ofEvent(id) ?? id;
    const masked = this.text(id);
    return masked === id ? id : apart(this.#named, masked, id);
  }

  #wordOf(found: Named): string {
    if (this.#pseudonyms !== undefined) return this.#pseudonyms.ofValue(found.value);
    return apart(this.#taken, maskOf(found), found.value);
  }

  /** Ids inside sentences: in quotation marks, or of letters and digits, as no word is. */
  #events(text: string): string {
    if (this.#ids.size === 0) return text;
    return text.replaceAll(/“([^”]*)”|(?=[\w.:-]*\d)(?=[\w.:-]*[A-Za-z])[\w.:-]*\w/g, (whole, quoted: string | undefined) => {
      const id = quoted ?? whole;
      return this.#ids.has(id) ? whole.replace(id, this.#pseudonyms?.ofEvent(id) ?? id) : whole;
    });
  }
}

/** The mask, and for each further value that has the same one #2, #3 … behind it. */
function apart(taken: Map<string, string[]>, mask: string, value: string): string {
  const values = taken.get(mask) ?? [];
  if (!values.includes(value)) values.push(value);
  taken.set(mask, values);
  const place = values.indexOf(value);
  return place === 0 ? mask : `${mask}#${place + 1}`;
}

/** Long enough not to be found in other words. */
const isTelling = (value: string): boolean => value.length >= (/\p{Script=Han}/u.test(value) ? 2 : 4);

/** As much of a value as a message quotes. */
const QUOTED = 60;
const asQuoted = (value: string): readonly string[] => (value.length > QUOTED ? [value, value.slice(0, QUOTED)] : [value]);

function anyOf(values: readonly string[]): RegExp | null {
  if (values.length === 0) return null;
  const longestFirst = [...new Set(values)].sort((a, b) => b.length - a.length);
  const parts = longestFirst.map((value) => value.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replaceAll('\\-', '\\x2d'));
  return new RegExp(`(?<![A-Za-z0-9])(?:${parts.join('|')})(?![A-Za-z0-9])`, 'g');
}
