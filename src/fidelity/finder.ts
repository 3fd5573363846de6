/** A text in which figures are looked for one kind after the other; what one has taken no other finds. */
import { NUMERAL_CHARACTERS } from '../input/numeral.js';
import { decimal, type Decimal } from '../money/money.js';
import { boundOf } from './bound.js';
import { readDecimal } from './decimal-numeral.js';
import type { Family, Figure } from './figure.js';
import { perOf } from './units.js';

export const HAN = `[${NUMERAL_CHARACTERS}]+(?:点[${NUMERAL_CHARACTERS}]+)?`;
export const ARABIC = '\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
export const NUMBER = `(?:${ARABIC}|${HAN})`;

/** Units that a rulebook has of its own: their names and how they are said. */
export type OwnUnits = ReadonlyMap<string, string>;

export class Finder {
  readonly #text: string;
  readonly #own: OwnUnits;
  readonly #taken: Uint8Array;
  readonly figures: Figure[] = [];

  constructor(text: string, own: OwnUnits) {
    this.#text = text;
    this.#own = own;
    this.#taken = new Uint8Array(text.length);
  }

  /** Nothing more is found there. */
  take(at: number, length: number): void {
    this.#taken.fill(1, at, at + length);
  }

  each(form: RegExp, found: (match: RegExpExecArray) => void): void {
    for (const match of this.#text.matchAll(form)) {
      if (this.#taken.subarray(match.index, match.index + match[0].length).includes(1)) continue;
      found(match);
    }
  }

  put({ 0: written, index }: RegExpExecArray, family: Family, value: Decimal, more: Partial<Figure> = {}): void {
    this.add(index, written, family, value, more);
  }

  add(at: number, written: string, family: Family, value: Decimal, more: Partial<Figure> = {}): void {
    const end = at + written.length;
    const per = family === 'money' ? perOf(this.#text, at, end, this.#own) : null;
    const bound = boundOf(this.#text, at, end);
    this.figures.push({
      at,
      written,
      family,
      value,
      per,
      time: null,
      unit: '',
      bound,
      spelt: null,
      isFaint: false,
      isOrdinal: false,
      ...more,
    });
    this.take(at, written.length);
  }

  /** What stands before a position, and after it. */
  before(at: number, length: number): string {
    return this.#text.slice(Math.max(0, at - length), at);
  }

  after(at: number, length: number): string {
    return this.#text.slice(at, at + length);
  }

  own(unit: string): string | undefined {
    return [...this.#own].find(([, says]) => says === unit)?.[0];
  }
}

const SCALE: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 百万: 1e6, 亿: 1e8 };

/** A number as written, with 万 or 亿 behind it. */
export function numberOf(written: string | undefined, scale?: string): Decimal | undefined {
  if (written === undefined || written.length > 24) return undefined;
  const plain = /^\d/.test(written) ? written.replaceAll(/[,，]/g, '') : (readDecimal(written) ?? '');
  return /^\d{1,18}(\.\d{1,10})?$/.test(plain) ? decimal(plain).times(SCALE[scale ?? ''] ?? 1) : undefined;
}
