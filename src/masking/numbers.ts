/** Numbers of persons in a text that has been made plain. */
import { ACCOUNT_WORD, isCard, isLikeCard, isNamed } from './account.js';
import { groupsOf, rowsFrom, type Group } from './digits.js';
import { identity } from './identity.js';
import type { Personal } from './personal.js';
import { isQuantity } from './quantity.js';
import { isSerial, PERSONAL_CAPITALS } from './serial.js';
import { countryOf, isLandline, isMobile, isService } from './telephone.js';

/** Capitals before a number make it a code of something, HT-138-2023-0001, but for words that say what a person's number is. */
const CODE = /[A-Z][A-Z0-9]*[-_]?$/;
const WORD = new RegExp(`(?:^|[^A-Z])${PERSONAL_CAPITALS}[-_]?$`);

/** A digest or a random id: letters and digits at a stretch, which may hold any number. */
const DIGEST = /(?:sha256:)?(?=[0-9a-f]*[a-f])[0-9a-f]{24,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** The rest of a number that a message has cut off. */
const CUT = /^(?:…|\.\.\.)/;

export function numbersIn(plain: string, about: string): readonly Personal[] {
  const digests = [...plain.matchAll(DIGEST)].map(({ 0: text, index }) => ({ start: index, end: index + text.length }));
  const groups = groupsOf(plain);
  const found: Personal[] = [];
  for (let index = 0; index < groups.length;) {
    const rows = rowsFrom(groups, index);
    const first = groups[index];
    const inDigest = digests.some(({ start, end }) => first !== undefined && first.start >= start && first.start < end);
    // A 400 number is passed over as a whole.
    const service = rows.find((row) => isService(digitsOf(row).slice(countryOf(digitsOf(row)))));
    const row = inDigest || service !== undefined ? undefined : rows.find((one) => personalOf(one, plain, about) !== undefined);
    const one = row && personalOf(row, plain, about);
    if (one !== undefined) found.push(one);
    index += row?.length ?? service?.length ?? 1;
  }
  return found;
}

/** What of a number that is cut off is worth hiding; all others are longer. */
const SHORTEST = 7;

const digitsOf = (row: readonly Group[]): string => row.map(({ digits }) => digits).join('');

function personalOf(row: readonly Group[], plain: string, about: string): Personal | undefined {
  const [first, last] = [row[0], row.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const digits = digitsOf(row);
  if (digits.length < SHORTEST) return undefined;
  const before = plain.slice(Math.max(0, first.start - 48), first.start);
  const after = plain.slice(last.end, last.end + 8);
  const named = ACCOUNT_WORD.test(before) || (/^\W*$/u.test(before) && ACCOUNT_WORD.test(about));
  const found = (kind: Personal['kind'], value = digits, end = last.end): Personal => ({ kind, value, start: startOf(plain, row), end });
  if (isPart(row, before, after)) return undefined;
  const letter = digits.length === 17 ? /^[ _-]{0,3}[Xx](?![A-Za-z\d])/.exec(after)?.[0] : undefined;
  const whole = letter === undefined ? digits : `${digits}X`;
  // With blanks or slashes in it, it is written to be dialled.
  const serial = row.every(({ gap }, index) => index === 0 || /^[-_]+$/.test(gap)) && isSerial(before, about);
  const isCode = serial || isCoded(before);
  const sure = identity(whole);
  if (
    sure === 'certain'
      ? !(isCode && row.length > 1)
      : sure === 'likely' && !isCode && row.every(({ gap }, index) => index === 0 || gap.trim() === '')
  )
    return found('identity', whole, last.end + (letter?.length ?? 0));
  if (serial || isQuantity(before, after, row.length === 1)) return undefined;
  if (isMobile(digits) && isGrouped(row, 3) && !(isCode && (row.length > 1 || /[A-Z\d]$/.test(before))))
    return found('mobile', digits.slice(countryOf(digits)));
  const isAbroad = /\+ ?\(?$/.test(before) || digits.startsWith('0086') || isAfterCountry(row);
  if (isLandline(digits, isAbroad) && !isCode && isGrouped(row, 2)) return found('landline', landlineOf(digits, isAbroad));
  const isAccount = isCardGrouped(row) && (isCard(digits) || (isLikeCard(digits) && (isByFours(row) || isNamed(before, after))));
  if (isAccount || (named && digits.length >= 8)) return isCode && !named ? undefined : found('account');
  // Cut off in the midst of a number, most of it still shows.
  return row.length === 1 && CUT.test(after) ? found('account') : undefined;
}

/** With the plus and the bracket that stand before the first group. */
function startOf(plain: string, row: readonly Group[]): number {
  const start = row[0]?.start ?? 0;
  const closes = row.some(({ gap }, index) => index > 0 && gap.includes(')') && !gap.includes('('));
  const sign = closes ? /(?:\( ?\+?|\+ ?\(?) ?$/ : /\+ ?$/;
  return start - (sign.exec(plain.slice(Math.max(0, start - 4), start))?.[0].length ?? 0);
}

/** A part of something longer: of a decimal, or of a code with hyphens. */
function isPart(row: readonly Group[], before: string, after: string): boolean {
  if (/\d\.$/.test(before) || /^\.\d/.test(after)) return true;
  if (!isSlashedWell(row)) return true;
  const dots = row.filter(({ gap }, index) => index > 0 && gap === '.').length;
  if (dots > 0 && dots !== row.length - 1) return true;
  if (dots === 1) return true;
  return row.length > 1 && /\d[-_]$/.test(before) && row[1]?.gap !== ' ';
}

/** Between slashes stand the parts of a telephone, 138/1234/5678 or 010/87654321, or single digits; anything else is a day or a choice. */
function isSlashedWell(row: readonly Group[]): boolean {
  const slashes = row.slice(1).filter(({ gap }) => /[/\\|]/.test(gap)).length;
  if (slashes === 0) return true;
  if (slashes !== row.length - 1) return false;
  const sizes = row.map(({ digits }) => digits.length);
  if (sizes.every((size) => size === 1)) return true;
  const own = /^(?:00)?86$/.test(row[0]?.digits ?? '') ? sizes.slice(1) : sizes;
  return own.every((size) => size >= 3) && (own.length > 2 || (row.at(-2)?.digits.startsWith('0') === true && (own[1] ?? 0) >= 7));
}

/** 86 without a plus, and the area code without its 0: 8610-87654321; in one piece only for the codes of two places. */
const isAfterCountry = (row: readonly Group[]): boolean =>
  /^86(?:10|2\d)\d{8}$/.test(digitsOf(row)) || (row.length > 1 && digitsOf(row).startsWith('86'));

/** Right after capitals, or after them and a hyphen; a word such as TEL says what it is. */
const isCoded = (before: string): boolean => CODE.test(before) && !WORD.test(before);

/** As numbers are grouped to be read: three or more first, or every digit by itself. */
function isGrouped(row: readonly Group[], least: number): boolean {
  const country = countryOf(digitsOf(row));
  const own = country > 0 && row[0]?.digits.length === country ? row.slice(1) : row;
  return own.length === 1 || (own[0]?.digits.length ?? 0) >= least || own.every(({ digits }) => digits.length === 1);
}

/** By fours, or after the six of the bank; by themselves; or not at all. */
const isCardGrouped = (row: readonly Group[]): boolean => {
  const sizes = row.map(({ digits }) => digits.length);
  return (
    sizes.length === 1 ||
    sizes.every((size) => size === 1) ||
    sizes.slice(0, -1).every((size) => size === 4) ||
    (sizes.length === 2 && sizes[0] === 6)
  );
};

const isByFours = (row: readonly Group[]): boolean =>
  row.length > 3 && row.every(({ digits, gap }, index) => (index === 0 || gap === ' ') && (digits.length === 4 || index === 4));

const landlineOf = (digits: string, isAbroad: boolean): string => {
  const rest = isAbroad ? digits.slice(countryOf(digits)) : digits;
  return rest.startsWith('0') ? rest : `0${rest}`;
};
