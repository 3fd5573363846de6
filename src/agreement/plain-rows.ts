/** Rows of a table that a text file sets with bars or with blanks: the cells are parted by tabs, each character where it was. */
import { labelOf } from './label.js';

/** Two blanks or more, or a wide one, between two cells. */
const GAP = /(?<=\S)(?: {2,}|[ \u3000]*\u3000[ \u3000]*)(?=\S)/gu;
const BAR = /[|｜│┃]/gu;
/** Lines that a table is drawn with. */
const RULE = /^[\s|｜│┃+\-—–─━=:┌┬┐├┼┤└┴┘]+$/u;
/** A field is no cell, nor is what ends a sentence or stands at a seal; a time of day has a colon. */
const NO_CELL = /[。；;]|[:：](?!\d)|[(（][^()（）]{0,4}(?:章|签字|签名)[)）]/u;

/** Each line that is a row, with tabs between its cells; undefined for every other line. */
export function plainRowsIn(lines: readonly string[]): readonly (string | undefined)[] {
  const tabbed = lines.map((line) => (RULE.test(line) && line.trim() !== '' ? undefined : (barred(line) ?? blanked(line))));
  return tabbed.map((line, index) => (line !== undefined && hasNeighbour(tabbed, lines, index) ? line : undefined));
}

/** Whether a line is one with which a table is drawn, between two of its rows. */
export const isRuling = (line: string): boolean => RULE.test(line) && /[|｜│┃+─━┌┬┐├┼┤└┴┘]/u.test(line);

function barred(line: string): string | undefined {
  const inner = line.replace(/^\s*[|｜│┃]/u, (edge) => ' '.repeat(edge.length)).replace(/[|｜│┃]\s*$/u, '');
  return BAR.test(inner) ? inner.replaceAll(BAR, '\t') : undefined;
}

function blanked(line: string): string | undefined {
  if (line.includes('\t')) return undefined;
  const inner = line.replace(/^\s+/u, (blanks) => ' '.repeat(blanks.length));
  const row = inner.replaceAll(GAP, (gap) => `\t${' '.repeat(gap.length - 1)}`);
  const cells = row.split('\t').map((cell) => cell.trim());
  const [first = ''] = cells;
  const isNumbered = cells.length === 2 && (labelOf(`${first} `)?.length ?? 0) >= first.length;
  return cells.length < 2 || isNumbered || cells.some((cell) => NO_CELL.test(cell)) ? undefined : row;
}

const cellsIn = (row: string): number => row.split('\t').length;

/** A row has another of as many cells above or below it, the lines that are drawn between them left aside. */
function hasNeighbour(rows: readonly (string | undefined)[], lines: readonly string[], at: number): boolean {
  const count = cellsIn(rows[at] ?? '');
  return [-1, 1].some((step) => {
    let next = at + step;
    while (isRuling(lines[next] ?? '')) next += step;
    const other = rows[next];
    return other !== undefined && cellsIn(other) === count;
  });
}
