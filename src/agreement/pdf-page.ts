/** The lines of a page out of the pieces of text on it: columns one after the other, tables row by row, footnotes known as such. */
import { columnsOf } from './pdf-columns.js';
import { ruledIn } from './pdf-grid.js';
import { rowsOf, type Item } from './pdf-rows.js';
import type { Rules } from './pdf-rules.js';
import { rowsOfTable, type TableCell, type TableRow } from './pdf-table-rows.js';
import { blocksIn, type Gap } from './pdf-tables.js';

/** A line, or a row of a table, as it stands on a page. */
export interface PageLine {
  /** Of the page, from 1. */
  readonly number: number;
  /** Cells are parted by tabs. */
  readonly text: string;
  readonly isRow: boolean;
  readonly follows: boolean;
  readonly isNote: boolean;
  /** The first line of a table whose rows cannot be told apart: its lines are as they stand. */
  readonly isLoose: boolean;
  /** Of a table that was put together: its cells, and what parts its columns. */
  readonly table: { readonly cells: readonly (TableCell | undefined)[]; readonly gaps: readonly Gap[] } | null;
}

/** What stands on a page, and what is ruled on it. */
export interface Page {
  readonly items: readonly Item[];
  readonly rules: Rules;
}

/** In the order in which they are read; `gutter`: where columns are parted, if there are any. */
export function linesOf({ items, rules }: Page, gutter: number | undefined): readonly PageLine[] {
  const usual = usualSize(items);
  const bare = withoutMarks(items, usual);
  const lines: PageLine[] = [];
  let before = 0;
  for (const column of columnsOf(bare, gutter)) {
    const rows = rowsOf(column);
    lines.push(...linesIn(rows, rules, usual, before));
    before += rows.length;
  }
  return lines;
}

/** The size of most of the text. */
function usualSize(items: readonly Item[]): number {
  const bySize = new Map<number, number>();
  for (const { size, text } of items) bySize.set(size, (bySize.get(size) ?? 0) + text.length);
  return [...bySize].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

const SMALL = 0.9;
const MARK = /^\s*(?:\[?\d{1,2}\]?|[①-⑳*†‡])\s*$/u;

/** Without the raised numbers that point to footnotes: they would be read as digits of what stands behind them. */
const withoutMarks = (items: readonly Item[], usual: number): readonly Item[] =>
  items.filter(
    ({ text, x, y, size }) =>
      !(
        size < usual * SMALL * SMALL &&
        MARK.test(text) &&
        items.some((other) => other.size >= usual * SMALL && other.x < x && y > other.y && y - other.y < other.size)
      ),
  );

/** Items side by side are a line; a wide gap between them parts two cells. */
function linesIn(rows: readonly (readonly Item[])[], rules: Rules, usualSizeOfPage: number, before: number): readonly PageLine[] {
  const heights = rows.slice(1).map((row, index) => (rows[index]?.[0]?.y ?? 0) - (row[0]?.y ?? 0));
  const usual = heights.toSorted((a, b) => a - b)[Math.floor(heights.length / 2)] ?? 0;
  const texts = rows.map(textOf);
  const firstNote = notesFrom(rows, texts, usualSizeOfPage);
  const { tables, loose } = tablesIn(rows, rules);
  return texts.flatMap((text, index): readonly PageLine[] => {
    const number = before + index + 1;
    const follows = index > 0 && (heights[index - 1] ?? 0) < usual * 1.6;
    const block = tables.find(({ first, last }) => index >= first && index <= last);
    if (block !== undefined) {
      return block.rows
        .filter(({ line }) => line === index)
        .map(({ cells }) => ({
          number,
          text: textOfCells(cells),
          isRow: true,
          follows,
          isNote: false,
          isLoose: false,
          table: { cells, gaps: block.gaps },
        }));
    }
    const cells = text.split('\t').length;
    const ofLoose = loose.find(({ first, last }) => index >= first && index <= last);
    const isRow =
      ofLoose === undefined &&
      (cells > 2 ||
        (cells === 2 && [texts[index - 1], texts[index + 1]].some((other) => other !== undefined && other.split('\t').length > 1)));
    const isNote = index >= firstNote && isSmall(rows[index] ?? [], usualSizeOfPage);
    return [
      { number, text: isRow ? text : text.replaceAll('\t', ' '), isRow, follows, isNote, isLoose: ofLoose?.first === index, table: null },
    ];
  });
}

export const textOfCells = (cells: readonly (TableCell | undefined)[]): string => cells.map((cell) => cell?.text ?? '').join('\t');

/** What is longer holds clauses, and was put together wrongly as often as not. */
const LONG_CELL = 240;

/** A stretch of lines that is a table. */
interface Table {
  readonly first: number;
  readonly last: number;
  readonly gaps: readonly Gap[];
  /** Undefined where it cannot be told where they end. */
  readonly rows: readonly TableRow[] | undefined;
}

type Whole = Table & { readonly rows: readonly TableRow[] };

/** The tables of a page, those first that are ruled; the lines of those that cannot be put together stay as they are. */
function tablesIn(
  rows: readonly (readonly Item[])[],
  rules: Rules,
): { readonly tables: readonly Whole[]; readonly loose: readonly Table[] } {
  const ruled = ruledIn(rows, rules).filter(isShort);
  const starts = [0, ...ruled.map(({ last }) => last + 1)];
  const bare = starts.flatMap((start, index) =>
    blocksIn(rows.slice(start, ruled[index]?.first)).map((block): Table => {
      const [first, last] = [block.first + start, block.last + start];
      return { first, last, gaps: block.gaps, rows: rowsOfTable({ ...block, first, last }) };
    }),
  );
  const all = [...ruled, ...bare.filter(isShort)];
  return { tables: all.filter(isTold), loose: all.filter((table) => !isTold(table)) };
}

const isTold = (table: Table): table is Whole => table.rows !== undefined;

const isShort = ({ rows }: Table): boolean =>
  rows?.every(({ cells }) => cells.every((cell) => (cell?.text.length ?? 0) < LONG_CELL)) !== false;

const isSmall = (row: readonly Item[], usual: number): boolean => row.length > 0 && row.every(({ size }) => size < usual * SMALL);

/** Below everything of the usual size, in smaller letters, from a number on: the first line of the footnotes. */
function notesFrom(rows: readonly (readonly Item[])[], texts: readonly string[], usual: number): number {
  const isOfPage = (index: number): boolean => (texts[index] ?? '').trim().length < 24 && index >= rows.length - 2;
  const last = rows.findLastIndex((row, index) => !isSmall(row, usual) && !isOfPage(index));
  const first = texts.findIndex(
    (text, index) => index > last && isSmall(rows[index] ?? [], usual) && /^\s*(?:\[?\d{1,2}\]?|[①-⑳*†‡])/u.test(text),
  );
  return first === -1 ? rows.length : first;
}

function textOf(row: readonly Item[]): string {
  let text = '';
  let end = -Infinity;
  for (const { text: piece, x, width, size } of row.toSorted((a, b) => a.x - b.x)) {
    if (text !== '') text += x - end > size * 1.5 ? '\t' : x - end > size * 0.2 ? ' ' : '';
    text += piece;
    end = x + width;
  }
  return text;
}
