import { emailsIn } from './email.js';
import { numbersIn } from './numbers.js';
import type { Personal } from './personal.js';
import { plainOf } from './plain.js';

/** Cheap: whether there is enough in a text to look closer. */
const isWorthIt = (text: string): boolean => /[@＠﹫]|(?:\p{N}[^\p{N}]{0,20}){7}/u.test(text);

/**
 * Personal data in a text, in its order, however it is spelled: with blanks, hyphens, other digits or characters that do not show. No
 * number goes over the end of a line.
 * @param about the name of the field that the text is the value of
 */
export function findPersonal(text: string, about = ''): readonly Personal[] {
  if (!isWorthIt(text)) return [];
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
  const numbers = numbersIn(plain.text, about).filter(({ start, end }) => !emails.some((one) => start < one.end && one.start < end));
  return [...emails, ...numbers]
    .sort((a, b) => a.start - b.start)
    .map((one) => {
      const [start, end] = plain.original(one.start, one.end);
      return { ...one, start, end };
    });
}
