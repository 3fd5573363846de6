/** The lines of a table put together to its rows: what is wrapped within a cell is joined before the next cell is read. */
import { middleRows } from './pdf-middle-rows.js';
import type { Item } from './pdf-rows.js';
import { breadthInHalves, cellsOf, type Block, type Gap } from './pdf-tables.js';

export interface TableCell {
  readonly text: string;
  /** How much of its column the last line of it leaves free, and how high its letters are. */
  readonly free: number;
  readonly size: number;
  /** Its last line. */
  readonly last: string;
}

export interface TableRow {
  /** The line of the page on which it begins, from 0. */
  readonly line: number;
  /** One for each column; undefined where nothing stands. */
  readonly cells: readonly (TableCell | undefined)[];
}

type Cells = ReadonlyMap<number, readonly Item[]>;

/** Lines within a cell stand so close, against those between two rows. */
const APART = 1.25;
/** How many lines that stand close may show that they are of two rows, for each that stands apart, before distances tell nothing. */
const SELDOM = 0.25;
/** What is closer than two lines of a cell are to each other is of different cells. */
const HALF = 0.8;
/** In letters: lines of one cell stand at least so far apart. */
const SET = 0.95;
/** Where so many lines begin in the first column, each is a row of its own. */
const MOST = 0.9;

/** The rows of a block, from the top down; undefined where it cannot be told where they end. */
export function rowsOfTable({ first, gaps, rows }: Block): readonly TableRow[] | undefined {
  const lines = rows.map((row) => cellsOf(row, gaps));
  // A number that stands alone in its cell may sit a little higher than the rest of its line.
  const tops = rows.map((row) => row.map(({ y }) => y).toSorted((a, b) => a - b)[row.length >> 1] ?? 0);
  const breadths = breadthsOf(lines, gaps);
  const pitch = closest(lines, tops);
  // Lines of one cell do not run into each other: what seems to be a column is two.
  if (pitch < Math.max(...rows.flat().map(({ size }) => size)) * SET) return undefined;
  const apart = pitch * APART;
  const isTold = areTold(lines, tops, breadths, apart);
  // Cells set in the middle, and nothing between the rows.
  if (!isTold && tops.some((top, index) => index > 0 && (tops[index - 1] ?? 0) - top < pitch * HALF))
    return rowsInMiddle(lines, breadths, pitch, first);
  const isPlain = lines.filter((line) => line.has(0)).length >= lines.length * MOST;
  const result: Open[] = [];
  for (const [index, line] of lines.entries()) {
    const top = tops[index] ?? 0;
    const open = result.at(-1);
    const isNext = (row: Open): boolean =>
      isTold
        ? row.stepTo(line, top) > apart || haveNumbers(row, line) || (line.has(0) && !row.cells.has(0) && areRows(row, line))
        : areRows(row, line) || (line.has(0) && (isPlain || result.length === 1 || row.isWithin(line)));
    const row = open === undefined || isNext(open) ? new Open(first + index) : open;
    if (row !== open) result.push(row);
    row.add(line, top, breadths);
  }
  const closed = result.map((row) => row.close(gaps.length + 1));
  // A text alone in its row is as likely the rest of the one above it.
  const isSure = isTold || closed.every(({ cells }) => cells.filter((cell) => cell !== undefined).length > 1);
  return isSure && !closed.some((row, index) => isHalf(row, closed[index + 1])) ? closed : undefined;
}

/** Whether a row breaks off within a cell, and the next goes on with it: no text ends so, or begins so. */
const isHalf = ({ cells }: TableRow, next: TableRow | undefined): boolean =>
  next !== undefined &&
  cells.some(
    (cell, column) => /[-([（【“《,，、]$/u.test(cell?.text ?? '') || /^[)\]）】”》%,，、。；]/u.test(next.cells[column]?.text ?? ''),
  );

/** Rows of cells set in the middle; undefined where they can be read in two ways. */
function rowsInMiddle(lines: readonly Cells[], breadths: readonly number[], pitch: number, first: number): readonly TableRow[] | undefined {
  const columns = breadths.map((breadth, column) => {
    const own = lines.flatMap((line, index) => {
      const items = line.get(column);
      return items === undefined ? [] : [{ index, y: heightOf(items), cell: cellOf(items, breadth) }];
    });
    return own.map((line, at) => {
      const above = own[at - 1]?.cell;
      return { ...line, isNew: above !== undefined && areTwo(above, line.cell.text) };
    });
  });
  const rows = middleRows(columns, pitch);
  const at = columns.map(() => 0);
  return rows?.map((row) => {
    const taken = columns.map((own, column) => own.slice(at[column], (at[column] ?? 0) + (row[column] ?? 0)));
    for (const [column, count] of row.entries()) at[column] = (at[column] ?? 0) + count;
    return {
      line: first + Math.min(...taken.flat().map(({ index }) => index)),
      cells: taken.map((own) => (own.length === 0 ? undefined : wholeCell(own.map(({ cell }) => cell)))),
    };
  });
}

/** The lines of a cell as one. */
export const wholeCell = (lines: readonly TableCell[]): TableCell | undefined =>
  lines.reduce<TableCell | undefined>(
    (all, next) => (all === undefined ? next : { ...next, text: joined(all.text, next.text) }),
    undefined,
  );

/** Whether rows stand farther apart than lines of one cell, so that distances tell where they end. */
function areTold(lines: readonly Cells[], tops: readonly number[], breadths: readonly number[], apart: number): boolean {
  const wide = tops.filter((top, index) => index > 0 && (tops[index - 1] ?? 0) - top > apart).length;
  const last = new Map<number, { readonly top: number; readonly cell: TableCell }>();
  let against = 0;
  for (const [index, line] of lines.entries()) {
    const top = tops[index] ?? 0;
    let isAgainst = false;
    for (const [column, items] of line) {
      const before = last.get(column);
      const cell = cellOf(items, breadths[column] ?? 0);
      isAgainst ||= before !== undefined && before.top - top <= apart && areTwo(before.cell, cell.text);
      last.set(column, { top, cell });
    }
    if (isAgainst) against += 1;
  }
  return wide > 0 && against <= wide * SELDOM;
}

/** Whether a line cannot go on with the row above it. */
const areRows = (row: Open, line: Cells): boolean =>
  [...line].some(([column, items]) => {
    const cell = row.cells.get(column);
    return cell !== undefined && areTwo(cell, textOf(items));
  });

const NUMBER = /^[¥￥]?[\d,.]+%?$/;

/** Whether a text cannot go on with a cell: there was room for more of it that was not taken, or both are numbers. */
export const areTwo = (cell: TableCell, text: string): boolean => hadRoom(cell, text) || areNumbers(cell, text);

const areNumbers = ({ last }: TableCell, text: string): boolean =>
  NUMBER.test(last.trim()) && NUMBER.test(text.trim()) && !/[.,]$/.test(last.trim());

/** Whether two numbers would stand in one cell. */
const haveNumbers = (row: Open, line: Cells): boolean =>
  [...line].some(([column, items]) => {
    const cell = row.cells.get(column);
    return cell !== undefined && areNumbers(cell, textOf(items));
  });

/** Whether a cell had room for what cannot be parted at the beginning of a text: a character, a number or a word, with the signs that end it. */
function hadRoom({ free, size }: TableCell, text: string): boolean {
  const unit = /^(?:[A-Za-z0-9.,%:/-]+|[(（《“]*.)[，。、；：！？）》”]*/u.exec(text.trim())?.[0] ?? '';
  return free > (breadthInHalves(unit) / 2 + 0.5) * size;
}

/** A row that is not finished. */
class Open {
  readonly line: number;
  readonly cells = new Map<number, TableCell>();
  /** The columns that its first line fills. */
  #start: ReadonlySet<number> = new Set();
  readonly #tops = new Map<number, number>();
  #top = 0;

  constructor(line: number) {
    this.line = line;
  }

  add(line: Cells, top: number, breadths: readonly number[]): void {
    this.#top = top;
    if (this.cells.size === 0) this.#start = new Set(line.keys());
    for (const [column, items] of line) {
      const before = this.cells.get(column);
      const cell = cellOf(items, breadths[column] ?? 0);
      this.#tops.set(column, heightOf(items));
      this.cells.set(column, before === undefined ? cell : { ...cell, text: joined(before.text, cell.text) });
    }
  }

  /** How far a line stands below this row: in the cell where it is farthest, if it goes on with any. */
  stepTo(line: Cells, top: number): number {
    const steps = [...line].flatMap(([column, items]) => {
      const before = this.#tops.get(column);
      return before === undefined ? [] : [before - heightOf(items)];
    });
    return steps.length === 0 ? this.#top - top : Math.max(...steps);
  }

  /** Whether a line fills every column in which this row begins. */
  isWithin(line: Cells): boolean {
    return [...this.#start].every((column) => line.has(column));
  }

  close(columns: number): TableRow {
    return { line: this.line, cells: Array.from({ length: columns }, (_, column) => this.cells.get(column)) };
  }
}

/** One line of a cell. */
export const cellOf = (items: readonly Item[], breadth: number): TableCell => {
  const text = textOf(items);
  return { text, last: text, free: breadth - breadthOf(items), size: items[0]?.size ?? 0 };
};

/** What was wrapped, put together again: words keep their blank. */
export const joined = (before: string, behind: string): string =>
  before + (/[A-Za-z,.;)]$/.test(before) && /^[A-Za-z(]/.test(behind) ? ' ' : '') + behind;

const startOf = (items: readonly Item[]): number => Math.min(...items.map(({ x }) => x));
const endOf = (items: readonly Item[]): number => Math.max(...items.map(({ x, width }) => x + width));
const breadthOf = (items: readonly Item[]): number => endOf(items) - startOf(items);

/** How broad each column is at least: as its text, that of cells over several columns left aside. */
function breadthsOf(lines: readonly Cells[], gaps: readonly Gap[]): readonly number[] {
  return Array.from({ length: gaps.length + 1 }, (_, column) => {
    const own = lines.flatMap((line) => (line.get(column) ?? []).filter(({ x, width }) => x + width <= (gaps[column]?.to ?? Infinity)));
    return own.length === 0 ? 0 : breadthOf(own);
  });
}

const heightOf = (items: readonly Item[]): number => items[0]?.y ?? 0;

/** How far two lines of one column stand apart where they are nearest. */
function closest(lines: readonly Cells[], tops: readonly number[]): number {
  const last = new Map<number, number>();
  let least = Infinity;
  for (const [index, line] of lines.entries()) {
    const top = tops[index] ?? 0;
    for (const column of line.keys()) {
      least = Math.min(least, (last.get(column) ?? Infinity) - top);
      last.set(column, top);
    }
  }
  return least;
}

/** The pieces of one line of a cell. */
function textOf(items: readonly Item[]): string {
  let text = '';
  let end = -Infinity;
  for (const { text: piece, x, width, size } of items.toSorted((a, b) => a.x - b.x)) {
    if (text !== '' && x - end > size * 0.2) text += ' ';
    text += piece;
    end = x + width;
  }
  return text;
}
