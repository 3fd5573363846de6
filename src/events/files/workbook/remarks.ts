/** What a reader should know of a workbook that was read: what nobody sees who looks at it, and what may be out of date. */
import type { Text } from '../../../input/problem.js';
import { quote } from '../../../input/quote.js';
import type { Remark } from '../event-file.js';
import { cellPlace, columnName } from '../../../input/workbook/address.js';
import { listed, quotedNames } from '../../../input/workbook/listed.js';
import type { Sheet, SheetRow } from '../../../input/workbook/sheet.js';
import type { Workbook } from '../../../input/workbook/workbook.js';
import type { Table } from './table.js';

/** Sheets of the workbook that `heyue export --events` makes: they explain it, and hold nothing. */
const OF_TEMPLATE: ReadonlySet<string> = new Set(['说明', '词表']);

/** Sheets that were not read, and the one that was, if it is hidden. */
export function sheetRemarks(file: string, table: Table, all: readonly Sheet[]): readonly Remark[] {
  const others = table.sheet.name === '事件' ? all.filter(({ name }) => !OF_TEMPLATE.has(name)) : all;
  const { sheet, row } = table;
  const remarks: Remark[] = [];
  if (sheet.isHidden)
    remarks.push(remark(file, sheet, row, 1, { zh: '这张工作表是隐藏的，照样读取', en: 'this sheet is hidden; it was read all the same' }));
  if (others.length > 0) {
    const names = quotedNames(others.map(({ name }) => name));
    remarks.push(
      remark(file, sheet, row, 1, {
        zh: `没有读取其他工作表：${names.zh}（没有 id、type、at 表头）`,
        en: `other sheets were not read: ${names.en} (no headings id, type and at)`,
      }),
    );
  }
  return remarks;
}

/** Macros may be what fills the cells in. */
export function macroRemarks(file: string, { sheet, row }: Table, { hasMacros }: Workbook): readonly Remark[] {
  if (!hasMacros) return [];
  return [
    remark(file, sheet, row, 1, {
      zh: '工作簿里有宏，没有运行；只读了格子里现有的值',
      en: 'the workbook has macros, which were not run; the values in the cells were read as they are',
    }),
  ];
}

/** Hidden rows and columns are data like others. */
export function hiddenRemarks(file: string, { sheet, row: heading, columns }: Table, rows: readonly SheetRow[]): readonly Remark[] {
  const remarks: Remark[] = [];
  const hidden = rows.filter(({ isHidden }) => isHidden).map(({ row }) => row);
  const [first] = hidden;
  if (first !== undefined) {
    const ranges = listed(rangesOf(hidden));
    remarks.push(
      remark(file, sheet, first, 1, {
        zh: `隐藏（或被筛选掉）的行照样读取：第 ${ranges.zh} 行`,
        en: `hidden (or filtered) rows were read all the same: ${ranges.en}`,
      }),
    );
  }
  const unseen = columns.filter(({ column }) => sheet.hiddenColumns.some((range) => range.first <= column && column <= range.last));
  const [column] = unseen;
  if (column !== undefined) {
    const names = listed(
      unseen.map((one) => `${columnName(one.column)}（${quote(one.name)}）`),
      unseen.map((one) => `${columnName(one.column)} (${quote(one.name)})`),
    );
    remarks.push(
      remark(file, sheet, heading, column.column, {
        zh: `隐藏的列照样读取：${names.zh}`,
        en: `hidden columns were read all the same: ${names.en}`,
      }),
    );
  }
  return remarks;
}

/** A formula's value is as old as the last calculation, and nothing says how old that is. */
export function formulaRemarks(file: string, { sheet }: Table, rows: readonly SheetRow[]): readonly Remark[] {
  const cells = rows.flatMap(({ row, cells: all }) =>
    all.filter(({ isFormula, value }) => isFormula && value !== undefined).map(({ column }) => ({ row, column })),
  );
  const [first] = cells;
  if (first === undefined) return [];
  const names = listed(cells.map(({ row, column }) => `${columnName(column)}${row}`));
  return [
    {
      ...remark(file, sheet, first.row, first.column, {
        zh: `公式按文件里存的结果读取，可能不是最新的：${names.zh}`,
        en: `formulas were read by the values stored in the file, which may be out of date: ${names.en}`,
      }),
      isDoubt: true,
    },
  ];
}

function remark(file: string, sheet: Sheet, row: number, column: number, says: Text): Remark {
  return { place: cellPlace(file, sheet.name, row, column), says, isDoubt: false };
}

function rangesOf(rows: readonly number[]): readonly string[] {
  const ranges: { first: number; last: number }[] = [];
  for (const row of rows) {
    const before = ranges.at(-1);
    if (before !== undefined && before.last === row - 1) before.last = row;
    else ranges.push({ first: row, last: row });
  }
  return ranges.map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`));
}
