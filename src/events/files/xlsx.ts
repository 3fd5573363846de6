/** A workbook of events: one sheet with the columns of a CSV, as people keep it. What cannot be read for certain is set aside. */
import { oddCharacter, oddCharacterMessage } from '../../input/characters.js';
import { longerThan, RECORD } from '../../input/limits.js';
import { InputError, type Place, type Text } from '../../input/problem.js';
import { eventOf, headingProblems, TIMES } from './columns.js';
import { reasonOf, TOO_LONG, type EventFile, type RawEvent, type Remark, type SetAside } from './event-file.js';
import { cellPlace, columnName } from '../../input/workbook/address.js';
import { cellText } from '../../values/cells/cell.js';
import { Merges } from '../../input/workbook/merges.js';
import { problemOf } from '../../input/workbook/refusal.js';
import { formulaRemarks, hiddenRemarks, macroRemarks, sheetRemarks } from './workbook/remarks.js';
import type { Cell, SheetRow } from '../../input/workbook/sheet.js';
import { chooseTable, type Table } from './workbook/table.js';
import { readWorkbook, type Workbook } from '../../input/workbook/workbook.js';

/** The sheet with the columns id, type and at; the rows below them are events. */
export function readXlsx(name: string, bytes: Uint8Array): EventFile {
  try {
    const workbook = readWorkbook(bytes);
    const { table, others } = chooseTable(name, workbook);
    const problems = headingProblems(
      table.columns.map(({ name: heading, column }) => ({
        name: heading,
        column: columnName(column),
        place: cellPlace(name, table.sheet.name, table.row, column),
      })),
      cellPlace(name, table.sheet.name, table.row, 1),
      NOTHING,
    );
    return problems.length > 0
      ? { rows: [], problems, bad: [] }
      : new Rows(name, workbook, table).read([...sheetRemarks(name, table, others), ...macroRemarks(name, table, workbook)]);
  } catch (error) {
    return { rows: [], problems: error instanceof InputError ? error.problems : [problemOf(error, name)], bad: [] };
  }
}

const NOTHING: Text = { zh: '', en: '' };

type Read = { readonly cells: readonly (readonly [string, string])[] } | { readonly column: number; readonly reason: Text };

class Rows {
  readonly #file: string;
  readonly #workbook: Workbook;
  readonly #table: Table;
  readonly #names: ReadonlyMap<number, string>;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #first: number;

  constructor(file: string, workbook: Workbook, table: Table) {
    this.#file = file;
    this.#workbook = workbook;
    this.#table = table;
    this.#names = new Map(table.columns.map(({ name, column }) => [column, name]));
    this.#columns = new Map(table.columns.map(({ name, column }) => [name, column]));
    this.#first = table.columns[0]?.column ?? 1;
  }

  read(remarks: readonly Remark[]): EventFile {
    const { sheet, row: heading, columns } = this.#table;
    const rows: RawEvent[] = [];
    const bad: SetAside[] = [];
    const used: SheetRow[] = [];
    const merges = new Merges(sheet.merged, columns);
    for (const row of sheet.rows) {
      if (row.row <= heading) continue;
      const merged = merges.at(row.row);
      const read = merged === undefined ? this.#row(row.cells) : { column: merged.left, reason: MERGED };
      if ('reason' in read) bad.push({ place: this.#place(row.row, read.column), reason: read.reason });
      else if (read.cells.length > 0) rows.push(this.#event(row.row, read.cells));
      else continue;
      used.push(row);
    }
    const said = [...remarks, ...hiddenRemarks(this.#file, this.#table, used), ...formulaRemarks(this.#file, this.#table, used)];
    return { rows, problems: [], bad, ...(said.length === 0 ? {} : { remarks: said }) };
  }

  #event(row: number, cells: readonly (readonly [string, string])[]): RawEvent {
    const placeOf = (column: string): Place => this.#place(row, this.#columns.get(column) ?? this.#first);
    return { place: this.#place(row, this.#first), value: eventOf(cells), textual: true, placeOf };
  }

  #row(cells: readonly Cell[]): Read {
    const texts: (readonly [string, string])[] = [];
    let whole = '';
    for (const cell of cells) {
      const { column } = cell;
      const name = this.#names.get(column);
      const read = cellText(cell, this.#workbook, name !== undefined && TIMES.has(name));
      if ('fault' in read) return { column, reason: read.fault };
      if (read.text === '') continue;
      if (name === undefined) return { column, reason: NO_HEADING };
      const odd = oddCharacter(read.text);
      if (odd !== -1) return { column, reason: reasonOf(oddCharacterMessage(read.text, odd)) };
      whole += read.text;
      texts.push([name, read.text]);
    }
    return longerThan(whole, RECORD) ? { column: this.#first, reason: TOO_LONG } : { cells: texts };
  }

  #place(row: number, column: number): Place {
    return cellPlace(this.#file, this.#table.sheet.name, row, column);
  }
}

const MERGED: Text = {
  zh: '这一行有合并的格子，看不出内容属于哪几行哪几列；应为：取消合并，每格各自填写',
  en: 'merged cells: which rows and columns their content belongs to cannot be seen; expected: cells unmerged, and each filled in',
};
const NO_HEADING: Text = {
  zh: '这一列没有表头；应为：写出列名，或删去这一格',
  en: 'its column has no heading; expected: a name for the column, or an empty cell',
};
