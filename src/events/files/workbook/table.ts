/** Which sheet of a workbook holds the events, and where its headings are. */
import { InputError, type Problem, type Text } from '../../../input/problem.js';
import { OWN, REQUIRED } from '../columns.js';
import { cellPlace } from '../../../input/workbook/address.js';
import { cellText } from '../../../values/cells/cell.js';
import { quotedNames } from '../../../input/workbook/listed.js';
import type { Sheet, SheetRow } from '../../../input/workbook/sheet.js';
import type { Workbook } from '../../../input/workbook/workbook.js';

export interface Column {
  readonly name: string;
  readonly column: number;
}

export interface Table {
  readonly sheet: Sheet;
  /** The row of the headings. */
  readonly row: number;
  readonly columns: readonly Column[];
}

/** A title, a date and a note may stand above the headings; more rows than these are no longer looked through. */
const ROWS_ABOVE = 20;
const MOST_COLUMNS = 256;

/**
 * The one sheet that has the headings id, type and at; where none has, the only sheet that holds anything, for its problems to be named.
 * @throws InputError where there is none, or where there are several
 */
export function chooseTable(file: string, workbook: Workbook): { readonly table: Table; readonly others: readonly Sheet[] } {
  const filled = workbook.sheets.filter(({ rows }) => rows.length > 0);
  const tables = filled.flatMap((sheet) => tableIn(sheet, workbook) ?? []);
  const [table, second] = tables;
  if (table !== undefined && second === undefined) {
    if (table.columns.length > MOST_COLUMNS) throw refused('bad-header', file, table.sheet, TOO_WIDE, FEWER_COLUMNS, table.row);
    return { table, others: filled.filter((sheet) => sheet !== table.sheet) };
  }
  if (table !== undefined) {
    const names = tables.map(({ sheet }) => sheet.name);
    throw refused('several-tables', file, table.sheet, severalTables(names), ONE_TABLE, table.row);
  }
  const [only, other] = filled;
  if (only === undefined)
    throw new InputError([{ code: 'bad-header', place: { file, line: 1, column: 1 }, message: NO_ROWS, repair: HEADINGS }]);
  if (other !== undefined) throw refused('bad-header', file, only, noTable(filled.map(({ name }) => name)), HEADINGS);
  return { table: nearTable(only, workbook), others: [] };
}

function tableIn(sheet: Sheet, workbook: Workbook): Table | undefined {
  for (const row of sheet.rows.slice(0, ROWS_ABOVE)) {
    const columns = columnsOf(row, workbook);
    const names = new Set(columns.map(({ name }) => name));
    if (REQUIRED.every((required) => names.has(required))) return { sheet, row: row.row, columns };
  }
  return undefined;
}

/** The row that looks most like headings. */
function nearTable(sheet: Sheet, workbook: Workbook): Table {
  const rows = sheet.rows.slice(0, ROWS_ABOVE).map((row) => {
    const columns = columnsOf(row, workbook);
    return { sheet, row: row.row, columns, known: columns.filter(({ name }) => OWN.has(name)).length };
  });
  return rows.reduce((best, row) => (row.known > best.known ? row : best));
}

function columnsOf({ cells }: SheetRow, workbook: Workbook): readonly Column[] {
  return cells.flatMap((cell) => {
    const read = cellText(cell, workbook, false);
    return 'text' in read && read.text !== '' ? [{ name: read.text, column: cell.column }] : [];
  });
}

function refused(
  code: Problem['code'],
  file: string,
  sheet: Sheet,
  message: Text,
  repair: Text,
  row = sheet.rows[0]?.row ?? 1,
): InputError {
  return new InputError([{ code, place: cellPlace(file, sheet.name, row, 1), message, repair }]);
}

const NO_ROWS: Text = { zh: '工作簿里没有内容', en: 'the workbook holds nothing' };
const HEADINGS: Text = {
  zh: '一张工作表，表头写 id、contract、type、at 和其他各列',
  en: 'one sheet with the headings id, contract, type, at and the other columns',
};
const TOO_WIDE: Text = { zh: `表头超过 ${MOST_COLUMNS} 列`, en: `more than ${MOST_COLUMNS} columns` };
const FEWER_COLUMNS: Text = { zh: `最多 ${MOST_COLUMNS} 列`, en: `at most ${MOST_COLUMNS}` };
const ONE_TABLE: Text = {
  zh: '一个工作簿只留一张事件表；其余的另存为单独的文件，再用 --events 一并给出',
  en: 'one such sheet in a workbook; the others saved as files of their own and given with --events as well',
};

function severalTables(names: readonly string[]): Text {
  const { zh, en } = quotedNames(names);
  return {
    zh: `有几张工作表都是事件表：${zh}，看不出该读哪一张`,
    en: `several sheets hold events: ${en}; which one is meant cannot be seen`,
  };
}

function noTable(names: readonly string[]): Text {
  const { zh, en } = quotedNames(names);
  return { zh: `没有一张工作表有 id、type、at 这三列：${zh}`, en: `no sheet has the columns id, type and at: ${en}` };
}
