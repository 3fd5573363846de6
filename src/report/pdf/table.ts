/** Tables on paper: their heads repeat on every page, and none is wider than the page. */
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { columnWidths } from '../paper/columns.js';
import type { Block, Cell, Row, Table } from '../told/blocks.js';
import { COLORS } from '../picture.js';
import { INDENT, PADDING, RULED, SIZE, toned } from './look.js';
import type { Sheet } from './sheet.js';

/** Lays out what stands under a row. */
type Lay = (sheet: Sheet, blocks: readonly Block[]) => Content[];

/** Characters in a row that surely stands on one page. */
const SHORT = 600;

export function tableOf(sheet: Sheet, table: Table, lay: Lay): Content {
  const { columns, rows } = table;
  const widths = columnWidths(table, sheet.width, sheet.width / (SIZE.table / 2) - 2 * columns.length);
  const head = columns.map(({ title, align }): TableCell => ({ text: sheet.words(title), bold: true, alignment: align ?? 'left' }));
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      // A row that is kept whole is lost beyond the end of its page, so a long one is not.
      dontBreakRows: rows.every((row) => lengthOf(row) < SHORT),
      widths: widths.map((width) => width - 2 * PADDING),
      body: [head, ...rows.flatMap((row) => rowsOf(sheet, table, row, lay))],
    },
    layout: RULED,
    fontSize: SIZE.table,
    margin: [0, 2, 0, 6],
  };
}

/** Rows and characters of a table that is kept whole: so few that it surely stands on one page. */
const FEW = { rows: 5, characters: 400 } as const;

export const isSmall = ({ rows }: Table): boolean =>
  rows.length <= FEW.rows && rows.reduce((sum, row) => sum + lengthOf(row), 0) < FEW.characters;

const lengthOf = ({ cells, under = [] }: Row): number =>
  under.length > 0 ? Infinity : cells.reduce((sum, { text }) => sum + text.length, 0);

function rowsOf(sheet: Sheet, { columns }: Table, { cells, under = [] }: Row, lay: Lay): TableCell[][] {
  const row = columns.map((column, index) => cellOf(sheet, cells[index] ?? { text: '' }, column.align ?? 'left'));
  if (under.length === 0) return [row];
  const inside: Sheet = { ...sheet, width: sheet.width - 2 * PADDING - INDENT };
  const below: TableCell = { colSpan: columns.length, stack: lay(inside, under), margin: [INDENT, 0, 0, 0] };
  return [row, [below, ...columns.slice(1).map(() => ({}))]];
}

function cellOf({ words, prefix }: Sheet, { text, tone, finding }: Cell, alignment: 'left' | 'right'): TableCell {
  const cell = { text: words(text), alignment, ...toned(tone) };
  return finding === undefined ? cell : { ...cell, color: COLORS.open, linkToDestination: `${prefix}-${finding}` };
}
