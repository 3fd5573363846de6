/** Tables of a style, with heads that repeat on every page. */
import { AlignmentType, InternalHyperlink, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { FileChild } from 'docx';
import { columnWidths } from '../paper/columns.js';
import type { Block, Cell, Column, Row, Table as Told } from '../told/blocks.js';
import { INDENT, PADDING, RULED } from './look.js';
import { placeOf, type Sheet } from './sheet.js';
import { runsOf } from './text.js';

/** Lays out what stands under a row. */
type Lay = (sheet: Sheet, blocks: readonly Block[]) => readonly FileChild[];

/** Of a Latin letter of the size of tables. */
const HALF_WIDTH = 100;

export function tableOf(sheet: Sheet, table: Told, lay: Lay): readonly FileChild[] {
  const { columns, rows } = table;
  const halfWidths = (sheet.width - 2 * PADDING * columns.length) / HALF_WIDTH;
  const widths = columnWidths(table, sheet.width, halfWidths).map((width) => Math.floor(width));
  const titles = columns.map(({ title }): Cell => ({ text: title }));
  return [
    new Table({
      style: 'ReportTable',
      borders: RULED,
      layout: TableLayoutType.FIXED,
      width: { size: sheet.width, type: WidthType.DXA },
      indent: { size: sheet.indent, type: WidthType.DXA },
      columnWidths: widths,
      tableLook: { firstRow: true, lastRow: false, firstColumn: false, lastColumn: false, noHBand: true, noVBand: true },
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: cellsOf(sheet, columns, widths, titles) }),
        ...rows.flatMap((row) => rowsOf(sheet, columns, widths, row, lay)),
      ],
    }),
    // Two tables that touch would become one.
    new Paragraph({ style: 'AfterTable' }),
  ];
}

function rowsOf(sheet: Sheet, columns: readonly Column[], widths: readonly number[], row: Row, lay: Lay): readonly TableRow[] {
  const { cells, under = [] } = row;
  const line = new TableRow({ cantSplit: true, children: cellsOf(sheet, columns, widths, cells) });
  if (under.length === 0) return [line];
  const inside: Sheet = { ...sheet, indent: INDENT, width: sheet.width - INDENT - 2 * PADDING, inField: true };
  const cell = new TableCell({
    columnSpan: columns.length,
    width: { size: sheet.width, type: WidthType.DXA },
    children: [...lay(inside, under)] as TableCell['options']['children'],
  });
  return [line, new TableRow({ children: [cell] })];
}

const cellsOf = (sheet: Sheet, columns: readonly Column[], widths: readonly number[], cells: readonly Cell[]): readonly TableCell[] =>
  columns.map(
    ({ align }, index) =>
      new TableCell({
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        children: [
          new Paragraph({
            style: 'TableText',
            alignment: align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
            children: contentOf(sheet, cells[index] ?? { text: '' }),
          }),
        ],
      }),
  );

function contentOf(sheet: Sheet, { text, tone, finding }: Cell): ConstructorParameters<typeof InternalHyperlink>[0]['children'] {
  if (finding === undefined) return [...runsOf(text, tone)];
  return [new InternalHyperlink({ anchor: placeOf(sheet, finding), children: [...runsOf(text, 'open')] })];
}
