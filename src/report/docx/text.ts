/** Text as runs. */
import { Bookmark, BookmarkEnd, BookmarkStart, TextRun, type IRunOptions } from 'docx';
import { COLORS } from '../picture.js';
import type { Tone } from '../told/blocks.js';
import { placeOf, type Sheet } from './sheet.js';

const toned = (tone: Tone | undefined): IRunOptions =>
  tone === undefined ? {} : { color: COLORS[tone].slice(1), bold: tone === 'strong' || tone === 'bad' };

/** One run for each line. */
export const runsOf = (text: string, tone?: Tone, more: IRunOptions = {}): readonly TextRun[] =>
  text.split('\n').map((line, index) => new TextRun({ ...toned(tone), ...more, text: line, ...(index === 0 ? {} : { break: 1 }) }));

/** The same, as a place that links lead to. */
export const placed = (sheet: Sheet, id: string | number, runs: readonly TextRun[]): Place =>
  new Place(placeOf(sheet, id), sheet.next(), runs);

/** A bookmark with a number of its own: the library gives every one the same. */
class Place extends Bookmark {
  override readonly start: BookmarkStart;
  override readonly end: BookmarkEnd;

  constructor(id: string, number: number, children: readonly TextRun[]) {
    super({ id, children });
    this.start = new BookmarkStart(id, number);
    this.end = new BookmarkEnd(number);
  }
}
