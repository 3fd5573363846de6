/** Rows of a table that is set with tabs alone. */
import { labelOf } from './label.js';

/** Cells parted by tabs. */
const isParted = (line: string): boolean => /\S[^\S\n]*\t[^\S\n]*\S/.test(line);
/** A word and a tab before a text: a number, a heading, or a cell. */
const isShort = (line: string): boolean => /^\s*\S{1,8}\t[^\t]*$/.test(line);

/** Whether a line is such a row; a number or a heading with a tab behind it is none, unless rows stand beside it. */
export function isTabbedRow(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  const isAmongRows = [lines[at - 1], lines[at + 1]].some((one) => one !== undefined && isParted(one) && labelOf(one.trim()) === undefined);
  return isParted(line) && (!isShort(line) || (labelOf(line.trim()) === undefined && isAmongRows));
}
