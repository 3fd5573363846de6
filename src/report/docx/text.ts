/** Text as runs: it goes in as text, and what no XML can hold is written out. */
import { BookmarkEnd, BookmarkStart, TextRun, type IRunOptions, type ParagraphChild } from 'docx';
import { codePoint } from '../../input/quote.js';
import { COLORS } from '../picture.js';
import type { Tone } from '../told/blocks.js';
import { placeOf, type Sheet } from './sheet.js';

const NO_XML = /[\ufdd0-\ufdef\ufffe\uffff\p{Cs}]/gu;

export const words = (text: string): string => text.replace(NO_XML, (character) => `\\u{${codePoint(character)}}`);

const toned = (tone: Tone | undefined): IRunOptions =>
  tone === undefined ? {} : { color: COLORS[tone].slice(1), bold: tone === 'strong' || tone === 'bad' };

/** One run for each line. */
export const runsOf = (text: string, tone?: Tone, more: IRunOptions = {}): readonly TextRun[] =>
  words(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...toned(tone), ...more, text: line, ...(index === 0 ? {} : { break: 1 }) }));

/** The same, as a place that links lead to. */
export function placed(sheet: Sheet, id: string | number, runs: readonly ParagraphChild[]): readonly ParagraphChild[] {
  const number = sheet.next();
  return [new BookmarkStart(placeOf(sheet, id), number), ...runs, new BookmarkEnd(number)];
}
