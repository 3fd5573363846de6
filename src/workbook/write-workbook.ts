/** The one place that knows the library by which workbooks are written. */
import type { Cell, Workbook, Worksheet } from '@protobi/exceljs';
import { DateTime } from 'luxon';
import { columnName } from '../input/workbook/address.js';
import { rowHeight } from './row-height.js';
import { help, offer } from './help.js';
import { BORDER, FONT, frozenColumns, GREY, HEAD, printed } from './looks.js';
import { sameBytes } from './same-bytes.js';
import { WORDS } from './layout.js';
import type { Page, PageCell, PageColumn, Stored, WorkbookPages } from './page.js';

/** For those who help to write: no other file names the library. */
export type { DataValidation, PageSetup, PaperSize, Worksheet } from '@protobi/exceljs';

/** Loaded by the first workbook: it takes longer than many a command. */
const load = async (): Promise<Workbook> => {
  const { default: library } = await import('@protobi/exceljs');
  return new library.Workbook();
};

/** The library puts the clock into its files; this is the day that stands there instead. */
const ALWAYS = DateTime.fromISO('2000-01-01T00:00:00Z').toJSDate();

/** @returns the same bytes for the same pages */
export async function writeWorkbook({ title, pages, lists }: WorkbookPages): Promise<Uint8Array> {
  const workbook = await load();
  workbook.title = title;
  workbook.creator = 'heyue';
  workbook.lastModifiedBy = 'heyue';
  workbook.created = ALWAYS;
  workbook.modified = ALWAYS;
  const ranges = rangesOf(lists);
  for (const page of pages)
    writePage(workbook.addWorksheet(page.name, { state: page.isHidden === true ? 'hidden' : 'visible' }), page, ranges);
  if (lists.size > 0) writeLists(workbook.addWorksheet(WORDS, { state: 'hidden' }), lists);
  const written = await workbook.xlsx.writeBuffer({ useSharedStrings: true, useStyles: true });
  return sameBytes(new Uint8Array(written));
}

/** Where each list stands in the sheet of words. */
function rangesOf(lists: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  return new Map(
    [...lists].map(([name, words], index) => {
      const column = columnName(index + 1);
      return [name, `${WORDS}!$${column}$2:$${column}$${Math.max(2, words.length + 1)}`];
    }),
  );
}

function writeLists(sheet: Worksheet, lists: ReadonlyMap<string, readonly string[]>): void {
  for (const [index, [name, words]] of [...lists].entries()) {
    sheet.getCell(1, index + 1).value = name;
    for (const [row, word] of words.entries()) sheet.getCell(row + 2, index + 1).value = safe(word);
  }
}

function writePage(sheet: Worksheet, page: Page, ranges: ReadonlyMap<string, string>): void {
  const { columns, rows, above = [] } = page;
  for (const [index, line] of above.entries()) for (const [at, text] of line.entries()) asHead(sheet.getCell(index + 1, at + 1), text);
  const head = above.length + 1;
  for (const [index, column] of columns.entries()) {
    const sheetColumn = sheet.getColumn(index + 1);
    sheetColumn.width = column.width;
    if (column.isHidden === true) sheetColumn.hidden = true;
    const cell = sheet.getCell(head, index + 1);
    asHead(cell, column.heading);
    if (column.note !== undefined && column.note !== '') cell.note = { texts: [{ text: column.note }] };
  }
  setHeight(
    sheet,
    head,
    columns,
    columns.map(({ heading }) => ({ text: heading })),
  );
  for (const [index, cells] of rows.entries()) {
    writeRow(sheet, page, head + 1 + index, cells);
    for (const [at, { list }] of cells.entries()) {
      const range = list === undefined ? undefined : ranges.get(list);
      if (range !== undefined) offer(sheet, `${columnName(at + 1)}${head + 1 + index}`, range, false, '');
    }
  }
  const empty = columns.map((): PageCell => ({ text: '', isLocked: false }));
  for (let row = head + 1 + rows.length; row <= head + rows.length + page.spare; row += 1) writeRow(sheet, page, row, empty);
  const last = head + rows.length + page.spare;
  if (last > head) for (const [index, column] of columns.entries()) help(sheet, column, index + 1, head + 1, last, page, ranges);
  sheet.views = [{ state: 'frozen', xSplit: frozenColumns(columns), ySplit: head }];
  sheet.pageSetup = printed(columns, head);
  // Hidden columns are in it, so that what is sorted takes its place in the files along.
  if (last > head) sheet.autoFilter = { from: { row: head, column: 1 }, to: { row: last, column: columns.length } };
  if (!page.isProtected) return;
  void sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    insertRows: true,
    deleteRows: true,
    sort: true,
    autoFilter: true,
  });
}

function asHead(cell: Cell, text: string): void {
  cell.value = safe(text);
  cell.font = { ...FONT, bold: true };
  cell.fill = HEAD;
  cell.border = BORDER;
  cell.alignment = { vertical: 'middle', wrapText: true };
}

const FORMATS: Readonly<Record<Stored, string>> = {
  text: '@',
  number: 'General',
  share: 'General',
  money: '#,##0.00',
  date: 'yyyy-mm-dd',
  'date-time': 'yyyy-mm-dd hh:mm:ss',
};

function writeRow(sheet: Worksheet, { columns, isWrapped }: Page, row: number, cells: readonly PageCell[]): void {
  const isFilled = cells.some(({ text }) => text !== '');
  for (const [index, { text, isLocked, stored }] of cells.entries()) {
    const cell = sheet.getCell(row, index + 1);
    const as = stored ?? columns[index]?.stored ?? 'text';
    cell.numFmt = as === 'share' && isShare(text) ? percentFormat(text) : FORMATS[as];
    cell.protection = { locked: isLocked };
    cell.font = FONT;
    // An empty row with a frame would be printed.
    if (isFilled) cell.border = BORDER;
    cell.alignment = { vertical: 'top', horizontal: 'left', wrapText: isWrapped };
    if (isLocked) cell.fill = { ...GREY };
    if (text !== '') cell.value = valueOf(text, as);
  }
  if (isWrapped) setHeight(sheet, row, columns, cells);
}

function setHeight(sheet: Worksheet, row: number, columns: readonly PageColumn[], cells: readonly Pick<PageCell, 'text'>[]): void {
  const shown = columns.flatMap(({ width, isHidden }, index) => (isHidden === true ? [] : [{ text: cells[index]?.text ?? '', width }]));
  const height = rowHeight(shown);
  if (height !== undefined) sheet.getRow(row).height = height;
}

/** A part of the whole; a multiple reads better as it is. */
const isShare = (text: string): boolean => /^(?:0\.\d{1,12}|1(?:\.0+)?)$/.test(text);

/** 0.0005 as 0.05%: as many digits as it has. */
function percentFormat(text: string): string {
  const digits = Math.max(0, (text.replace(/0+$/, '').split('.')[1]?.length ?? 0) - 2);
  return digits === 0 ? '0%' : `0.${'0'.repeat(digits)}%`;
}

function valueOf(text: string, stored: Stored): string | number | Date {
  if (stored === 'share' && isShare(text)) return Number(text);
  // What a number would not say in the same way stays text.
  if ((stored === 'number' || stored === 'share') && String(Number(text)) === text && text.length <= 15) return Number(text);
  if (stored === 'money' && /^-?\d{1,13}\.\d\d$/.test(text)) return Number(text);
  if (stored === 'date' && /^\d{4}-\d\d-\d\d$/.test(text)) return DateTime.fromISO(`${text}T00:00:00Z`).toJSDate();
  return safe(text);
}

/** `_x000D_` is how a workbook writes a character that it cannot; where somebody has written just this, it is written so, too. */
const safe = (text: string): string => text.replaceAll(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x');
