import { emailsIn } from './email.js';
import { numbersIn } from './numbers.js';
import { NUMERALS, withDigits } from './numerals.js';
import type { Personal } from './personal.js';
import { plainOf } from './plain.js';

/** Cheap: whether there is enough in a text to look closer. */
const isWorthIt = (text: string): boolean => SIGN_OR_DIGITS.test(text) || LONG_NUMERALS.test(text) || WRITTEN_SIGN.test(text);
const SIGN_OR_DIGITS = /[@＠﹫]|(?:\p{N}[^\p{N}]{0,20}){7}/u;
const LONG_NUMERALS = new RegExp(`(?:[\\p{N}${NUMERALS}][^\\p{N}${NUMERALS}]{0,9}){7}`, 'u');
const WRITTEN_SIGN = /[([{<（［｛＜【〔「].{0,9}[AaＡａ].{0,9}[TtＴｔ].{0,9}[)\]}>）］｝＞】〕」]/u;

/**
 * Personal data in a text, in its order, however it is spelled: with blanks, hyphens, other digits or characters that do not show. No
 * number goes over the end of a line.
 * @param about the name of the field that the text is the value of
 */
export function findPersonal(text: string, about = ''): readonly Personal[] {
  if (!isWorthIt(text)) return [];
  if (!text.includes('\n')) return inLine(text, about);
  let at = 0;
  return text.split('\n').flatMap((line) => {
    const start = at;
    at += line.length + 1;
    return isWorthIt(line) ? inLine(line, about).map((one) => ({ ...one, start: one.start + start, end: one.end + start })) : [];
  });
}

function inLine(line: string, about: string): readonly Personal[] {
  const plain = plainOf(line);
  const emails = emailsIn(plain.text);
  const found = [...emails];
  const read = withDigits(plain.text);
  // A numeral may also belong to the word before, 附件一13812345678: the text is read without them first.
  for (const one of [...numbersIn(plain.text, about), ...(read === plain.text ? [] : numbersIn(read, about))]) {
    if (!found.some(({ start, end }) => start < one.end && one.start < end)) found.push(one);
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map((one) => {
      const [start, end] = plain.original(one.start, one.end);
      return { ...one, start, end };
    });
}
