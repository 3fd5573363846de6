/** A table that goes on overleaf: a row that the end of the page cuts in two is one row. */
import { textOfCells, type PageLine } from './pdf-page.js';
import { areTwo, joined, type TableCell } from './pdf-table-rows.js';
import type { Gap } from './pdf-tables.js';

/** Lines of a page behind its table, or before it, that may be its header or footer. */
const EDGE = 2;

/** The pages, with the rows that were cut in two put together where they begin. */
export function acrossPages(pages: readonly (readonly PageLine[])[]): readonly (readonly PageLine[])[] {
  const result = pages.map((page) => [...page]);
  for (const [index, page] of result.entries()) {
    const before = result[index - 1];
    if (before === undefined) continue;
    const last = before.findLastIndex(({ table }) => table !== null);
    const first = page.findIndex(({ table }) => table !== null);
    const [above, below] = [before[last], page[first]];
    if (above?.table == null || below?.table == null || before.length - 1 - last > EDGE || first > EDGE) continue;
    if (!areAlike(above.table.gaps, below.table.gaps)) continue;
    const at = first + repeatedIn(before, last, page, first);
    const rest = page[at]?.table;
    const cells = rest == null ? undefined : wholeOf(above.table.cells, rest.cells);
    if (cells === undefined) continue;
    before[last] = { ...above, text: textOfCells(cells), table: { ...above.table, cells } };
    page.splice(at, 1);
  }
  return result;
}

/** How many rows at the head of a table are those at the head of the one before it: a heading is repeated on each page. */
function repeatedIn(before: readonly PageLine[], last: number, page: readonly PageLine[], first: number): number {
  let head = last;
  while (before[head - 1]?.table != null) head -= 1;
  let rows = 0;
  while (head + rows <= last && page[first + rows]?.table != null && page[first + rows]?.text === before[head + rows]?.text) rows += 1;
  return rows;
}

/** What parts their columns is in the same places. */
const areAlike = (a: readonly Gap[], b: readonly Gap[]): boolean =>
  a.length === b.length && a.every(({ from, to }, index) => from < (b[index]?.to ?? from) && to > (b[index]?.from ?? to));

type Cells = readonly (TableCell | undefined)[];

/** Both parts of a row as one; undefined where the second is a row of its own. */
function wholeOf(above: Cells, below: Cells): Cells | undefined {
  const filled = (cells: Cells): number => cells.filter((cell) => cell !== undefined).length;
  if (filled(below) >= filled(above)) return undefined;
  // Only what had no more room goes on overleaf, and no number goes on with another.
  const goesOn = below.every((cell, column) => {
    const before = above[column];
    return cell === undefined || (before !== undefined && !areTwo(before, cell.text));
  });
  if (!goesOn) return undefined;
  return above.map((cell, column) => {
    const more = below[column];
    return cell === undefined || more === undefined ? cell : { ...more, text: joined(cell.text, more.text) };
  });
}
