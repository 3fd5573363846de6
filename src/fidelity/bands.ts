/** Bands: what is due from one limit to the next, as cells of a table or as sentences. 低于99.9%但不低于99%的，抵扣10%；… */
import type { Passage } from '../agreement/passage.js';
import type { Type } from '../values/type.js';
import { asCell, isOfType, unitOf } from './cell-figure.js';
import type { Bound, Figure } from './figure.js';
import { findFigures } from './find-figures.js';
import type { OwnUnits } from './finder.js';
import { sayOf, yamlOf, type ListType, type ReadTable, type TextRow } from './list-rows.js';

type Quantity = Extract<Type, { readonly kind: 'quantity' }>;

const WANTED: readonly (readonly [RegExp, Bound])[] = [
  [/(?:不超过|至多|不高于|以内)$/u, 'at-most'],
  [/(?:不低于|不少于|至少|达到|以上)$/u, 'at-least'],
  [/(?:不满|不足|低于|少于|小于|以下)$/u, 'less-than'],
  [/(?:超过|高于|多于|大于)$/u, 'more-than'],
];

/** What kind of limit a column holds, and of what; null: of none. 可用率不满 is less than a 可用率. */
export function boundWanted(called: string): { readonly bound: Bound; readonly core: string } | null {
  const found = WANTED.find(([form]) => form.test(called));
  return found === undefined ? null : { bound: found[1], core: called.replace(found[0], '') };
}

/** Signs for words, so that both are read alike: 99%≤可用率<99.9%. */
const inWords = (text: string): string =>
  text
    // 99%(含)至99.9%(不含): the lower with its number, the upper without.
    .replaceAll(
      /(\d[\d.]*%?)\((不?)含\)(?=[-—–~至到])/gu,
      (_, number: string, not: string) => `${not === '' ? '不低于' : '高于'}${number}，`,
    )
    .replaceAll(
      /(?<=[-—–~至到，])(\d[\d.]*%?)\((不?)含\)(?!以)/gu,
      (_, number: string, not: string) => `${not === '' ? '不超过' : '低于'}${number}`,
    )
    .replaceAll(/\(含\)(?=以[上下])/gu, '')
    .replaceAll(
      /(\d[\d.]*[%元]?)(≤|<=|<)(?=[^\d]*(?:\d|$))/gu,
      (_, number: string, sign: string) => `${sign === '<' ? '高于' : '不低于'}${number}`,
    )
    .replaceAll(/(?:≤|<=)(?=\d)/gu, '不超过')
    .replaceAll(/<(?=\d)/gu, '低于')
    .replaceAll(/(?:≥|>=)(?=\d)/gu, '不低于')
    .replaceAll(/>(?=\d)/gu, '高于');

/** The limit of a cell that a column asks for; undefined where the cell says none of its kind, or not clearly. */
export function limitIn(cell: string, says: string, type: Quantity, own: OwnUnits): Figure | undefined {
  const wanted = boundWanted(says);
  if (wanted === null) return undefined;
  const figures = findFigures(inWords(cell), own);
  if (figures.length > 2 || figures.some((one) => one.bound === null || !isOfType(one, type))) return undefined;
  const found = figures.filter(({ bound }) => bound === wanted.bound);
  return found.length === 1 ? found[0] : undefined;
}

/**
 * Whether a cell, or else its heading, says another bound of its figures than a column does: 99%以上 where it holds 不满99%.
 * @param isMeant which of its figures is the limit of the row
 */
export function isTurnedRound(cell: string, heading: string, says: string, isMeant: (figure: Figure) => boolean, own: OwnUnits): boolean {
  const wanted = boundWanted(says)?.bound;
  if (wanted === undefined) return false;
  const [text, unit] = [inWords(cell), unitOf(heading)];
  const found = findFigures(text, own);
  const [read, figures] = found.length > 0 || unit === '' ? [text, found] : withUnit(text, unit, own);
  const meant = figures.filter(isMeant);
  const ofHeading = boundWanted(heading.replaceAll(' ', '').replace(/[(（][^)）]*[)）]$/u, ''))?.bound ?? null;
  const bounds = meant.length === 0 ? [ofHeading] : meant.map((one) => boundInCell(one, read, wanted) ?? ofHeading);
  return bounds.every((bound) => bound !== null && bound !== wanted);
}

function withUnit(text: string, unit: string, own: OwnUnits): readonly [string, readonly Figure[]] {
  const written = text.replaceAll(/\d+(?:\.\d+)?/gu, `$&${unit}`);
  return [written, findFigures(written, own)];
}

/** 以下 includes the number or does not, as a table may have it. */
function boundInCell({ at, written, bound }: Figure, text: string, wanted: Bound): Bound | null {
  const after = text.slice(at + written.length);
  const said = bound ?? (/^以下/u.test(after) ? (wanted === 'less-than' ? wanted : 'at-most') : null);
  if (!/^(?:以[上下内])?\(不含/u.test(after)) return said;
  return said === 'at-least' ? 'more-than' : said === 'at-most' ? 'less-than' : said;
}

/** At least so many sentences are bands. */
const FEWEST = 2;
/** What many columns say at their end: it tells nothing. */
const TAIL = /(?:比例|比率|金额|标准|费率|率|额)$/u;

/** Bands that stand in sentences one after the other; undefined where there are none, or one of them is not clear. */
export function readBands({ text }: Passage, type: ListType, own: OwnUnits): ReadTable | undefined {
  const [name = '', ...others] = Object.keys(type.columns);
  const [limit, gives] = others.toSorted((a, b) => Number(isLimit(type, b)) - Number(isLimit(type, a)));
  if (type.columns[name]?.kind !== 'text' || others.length !== 2 || limit === undefined || gives === undefined) return undefined;
  const wanted = boundWanted(sayOf(type, limit));
  const [limitType, givesType] = [type.columns[limit], type.columns[gives]];
  if (wanted === null || isLimit(type, gives) || limitType?.kind !== 'quantity' || givesType?.kind !== 'quantity') return undefined;
  const word = sayOf(type, gives).replace(TAIL, '');
  const rows: TextRow[] = [];
  let [at, end] = [-1, -1];
  for (const { index, 0: sentence } of text.matchAll(/[^；;。\n]+/gu)) {
    const figures = findFigures(sentence, own);
    const limits = figures.filter((one) => one.bound !== null && isOfType(one, limitType));
    const [given, ...more] = figures.filter((one) => !limits.includes(one));
    if (given === undefined || limits.length === 0 || !sentence.includes(word)) continue;
    const [only, ...rest] = limits.filter(({ bound }) => bound === wanted.bound);
    const isClear = only !== undefined && rest.length === 0 && limits.length <= 2 && more.length === 0 && given.bound === null;
    if (!isClear || !isOfType(given, givesType) || limits.some((one) => one.at > given.at)) return undefined;
    const called = nameIn(sentence, limits);
    rows.push({ [name]: called, [limit]: asCell(only, limitType), [gives]: asCell(given, givesType) });
    if (at === -1) at = index;
    end = index + sentence.length;
  }
  const isSpokenOf = wanted.core === '' || text.includes(wanted.core);
  if (rows.length < FEWEST || !isSpokenOf || new Set(rows.map((row) => row[name])).size < rows.length) return undefined;
  const columns = [name, limit, gives].toSorted((a, b) => Object.keys(type.columns).indexOf(a) - Object.keys(type.columns).indexOf(b));
  const ordered = rows.map((row) => Object.fromEntries(columns.map((one) => [one, row[one] ?? ''])));
  return { at, end, heading: text.slice(at, at + 24), rows: ordered, yaml: yamlOf(ordered) };
}

const isLimit = (type: ListType, name: string): boolean => boundWanted(sayOf(type, name)) !== null;

/** A band is called by its limits, as they are written. */
function nameIn(sentence: string, limits: readonly Figure[]): string {
  const [first, last] = [limits[0], limits.at(-1)];
  if (first === undefined || last === undefined) return sentence;
  const word =
    /(?:不低于|不少于|不超过|不高于|低于|少于|小于|不满|不足|高于|超过|大于|达到|满|至少)$/u.exec(sentence.slice(0, first.at))?.[0] ?? '';
  const behind = /^(?:以[上下内]|\((?:不?含)(?:本数)?\))*/u.exec(sentence.slice(last.at + last.written.length))?.[0] ?? '';
  return sentence.slice(first.at - word.length, last.at + last.written.length) + behind;
}
