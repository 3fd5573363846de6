/** The sheets of a filled-in workbook as rows of texts, each with its address. */
import { cellPlace } from '../input/workbook/address.js';
import { problemOf } from '../input/workbook/refusal.js';
import type { Area, Sheet as StoredSheet, SheetRow } from '../input/workbook/sheet.js';
import { readWorkbook, type Workbook } from '../input/workbook/workbook.js';
import { nearest } from '../input/nearest.js';
import { InputError, type Place, type Problem, type Text } from '../input/problem.js';
import { quote } from '../input/quote.js';
import { cellText } from '../values/cells/cell.js';
import { REMOVE } from './columns.js';
import { DIGEST, FILE, PLACE } from './layout.js';
import type { Column } from './sheet.js';

/** A row as it was filled in. */
export interface FilledRow {
  readonly row: number;
  /** Where the workbook says that it comes from; undefined: it is new. */
  readonly from: { readonly file: string; readonly at: string; readonly digest: string } | undefined;
  /** By the ids of columns; what is empty is the empty text. */
  readonly texts: ReadonlyMap<string, string>;
  /** Cells that merged ones hide. */
  readonly merged: ReadonlySet<string>;
  /** A cell of it cannot be read: nothing is made of the row. */
  readonly isUnread: boolean;
}

export interface FilledTable {
  readonly rows: readonly FilledRow[];
  /** Columns that the program does not know, with something in them: each by its heading; without one, what it first says, and where. */
  readonly others: readonly { readonly heading: string; readonly place: Place }[];
  /** The ids of columns that the workbook is too old to have. */
  readonly lacking: ReadonlySet<string>;
  /** The address of a cell, by the id of its column; of one that is not there, the row's first. */
  place(row: number, column?: string): Place;
}

/** A workbook with the name it is spoken of by. */
export interface Filled {
  readonly file: string;
  readonly workbook: Workbook;
}

/** @throws InputError where it is no workbook, or one that cannot be read */
export function openWorkbook(file: string, bytes: Uint8Array): Filled {
  const isPdf = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
  if (isPdf) throw new InputError([{ code: 'bad-workbook', place: { file, line: 1, column: 1 }, message: PDF, repair: OURS }]);
  try {
    return { file, workbook: readWorkbook(bytes) };
  } catch (error) {
    throw new InputError([problemOf(error, file)]);
  }
}

const PDF: Text = { zh: '这是 PDF 文件，不是工作簿', en: 'this is a PDF, no workbook' };
const OURS: Text = { zh: 'heyue export 导出、填好的 .xlsx 文件', en: 'a workbook made by heyue export, filled in' };

const ROWS_ABOVE = 20;

/** The keys and values of a sheet of two columns. */
export function readPairs({ workbook }: Filled, name: string): ReadonlyMap<string, string> | undefined {
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (sheet === undefined) return undefined;
  const texts = (row: SheetRow, column: number): string => {
    const cell = row.cells.find((one) => one.column === column);
    const read = cell === undefined ? undefined : cellText(cell, workbook, false);
    return read !== undefined && 'text' in read ? read.text : '';
  };
  return new Map(sheet.rows.map((row) => [texts(row, 1), texts(row, 2)]));
}

/**
 * A sheet's rows; what is wrong with its headings or with a cell goes to `problems`.
 * @param expected the names of all sheets there should be
 * @param spare the ids of columns that it may lack
 * @returns undefined where the sheet cannot be used
 */
export function readTable(
  filled: Filled,
  name: string,
  columns: readonly Column[],
  expected: readonly string[],
  spare: ReadonlySet<string>,
  problems: Problem[],
): FilledTable | undefined {
  const { file, workbook } = filled;
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (sheet === undefined) {
    problems.push(missingSheet(filled, name, expected));
    return undefined;
  }
  const own = [FILE, PLACE, DIGEST];
  const wanted = [...own, ...columns.map(({ heading }) => heading)];
  const head = headOf(sheet, workbook, wanted);
  const unknown = [...head.columns.keys()].filter((heading) => !wanted.includes(heading) && heading !== REMOVE.heading);
  // One that is there under a name like its own was renamed.
  const lacking = columns.filter(
    ({ id, heading }) => spare.has(id) && !head.columns.has(heading) && nearest(heading, unknown) === undefined,
  );
  const missing = wanted.filter((heading) => !head.columns.has(heading) && lacking.every((column) => column.heading !== heading));
  if (missing.length > 0) {
    problems.push(...missing.map((heading) => missingHeading(cellPlace(file, name, head.row, 1), heading, unknown)));
    return undefined;
  }
  const at = new Map([...columns, REMOVE].map(({ id, heading }) => [id, head.columns.get(heading)]));
  const place = (row: number, column?: string): Place =>
    cellPlace(file, name, row, (column === undefined ? undefined : at.get(column)) ?? at.get(columns[0]?.id ?? '') ?? 1);
  const rows: FilledRow[] = [];
  const others = new Map<string, Place>();
  const known = new Set([...wanted, REMOVE.heading].map((heading) => head.columns.get(heading)));
  for (const row of sheet.rows) {
    if (row.row <= head.row) continue;
    const texts = new Map<string, string>();
    const before = problems.length;
    const textAt = (column: number | undefined, isTaken: boolean): string => {
      const cell = row.cells.find((one) => one.column === column);
      if (cell === undefined || column === undefined) return '';
      if (cell.isFormula && isTaken) {
        problems.push({ code: 'not-allowed', place: cellPlace(file, name, row.row, column), message: FORMULA, repair: VALUE });
        return '';
      }
      const read = cellText(cell, workbook, false);
      if ('text' in read) return read.text;
      if (isTaken) problems.push({ code: 'bad-text', place: cellPlace(file, name, row.row, column), message: read.fault });
      return '';
    };
    for (const [id, column] of at) texts.set(id, textAt(column, true));
    const [from, where, digest] = own.map((heading) => textAt(head.columns.get(heading), true));
    const isUnread = problems.length > before;
    if (!isUnread && [...texts.values()].every((text) => text.trim() === '') && (from ?? '') === '') continue;
    for (const { column } of row.cells) {
      const heading = [...head.columns].find(([, one]) => one === column)?.[0];
      const text = known.has(column) ? '' : textAt(column, false).trim();
      const called = heading ?? `“${quote(text, 20)}”`;
      if (text !== '' && !others.has(called)) others.set(called, cellPlace(file, name, heading === undefined ? row.row : head.row, column));
    }
    rows.push({
      row: row.row,
      from: from === undefined || from === '' ? undefined : { file: from, at: where ?? '', digest: digest ?? '' },
      texts,
      merged: mergedIn(sheet.merged, row.row, at),
      isUnread,
    });
  }
  return {
    rows,
    others: [...others].map(([heading, spot]) => ({ heading, place: spot })),
    lacking: new Set(lacking.map(({ id }) => id)),
    place,
  };
}

/** The row with most of the headings: a title may stand above it. */
function headOf(
  sheet: StoredSheet,
  workbook: Workbook,
  wanted: readonly string[],
): { readonly row: number; readonly columns: ReadonlyMap<string, number> } {
  const rows = sheet.rows.slice(0, ROWS_ABOVE).map((row) => {
    const columns = new Map<string, number>();
    for (const cell of row.cells) {
      const read = cellText(cell, workbook, false);
      const heading = 'text' in read ? read.text.trim() : '';
      if (heading !== '' && !columns.has(heading)) columns.set(heading, cell.column);
    }
    return { row: row.row, columns, known: wanted.filter((heading) => columns.has(heading)).length };
  });
  return rows.reduce((best, row) => (row.known > best.known ? row : best), { row: 1, columns: new Map<string, number>(), known: 0 });
}

/** Of merged cells only the first holds anything: the others are not empty, they are covered. */
function mergedIn(areas: readonly Area[], row: number, at: ReadonlyMap<string, number | undefined>): ReadonlySet<string> {
  const mine = areas.filter(({ top, bottom }) => top <= row && row <= bottom);
  return new Set(
    [...at].flatMap(([id, column]) =>
      column !== undefined && mine.some(({ top, left, right }) => left <= column && column <= right && !(row === top && column === left))
        ? [id]
        : [],
    ),
  );
}

const FORMULA: Text = { zh: '是公式；规则和数据要写成内容本身', en: 'a formula; rules and data are written as they are' };
const VALUE: Text = { zh: '复制后“选择性粘贴：数值”', en: 'the value in place of the formula' };

function missingSheet({ file, workbook }: Filled, name: string, expected: readonly string[]): Problem {
  const names = workbook.sheets.map((sheet) => sheet.name).filter((one) => !expected.includes(one));
  const near = nearest(name, names) ?? names.find((one) => one.includes(name));
  const instead: Text = near === undefined ? { zh: '', en: '' } : { zh: `，而不是“${quote(near)}”`, en: `, not “${quote(near)}”` };
  return {
    code: 'bad-workbook',
    place: { file, line: 1, column: 1 },
    message: { zh: `没有工作表“${name}”`, en: `there is no sheet “${name}”` },
    repair: {
      zh: `一张名为“${name}”的工作表${instead.zh}；没有了就重新导出`,
      en: `a sheet “${name}”${instead.en}; export anew if it is lost`,
    },
  };
}

function missingHeading(place: Place, heading: string, unknown: readonly string[]): Problem {
  const near = nearest(heading, unknown) ?? (unknown.length === 1 ? unknown[0] : undefined);
  const instead: Text = near === undefined ? { zh: '', en: '' } : { zh: `，而不是“${quote(near)}”`, en: `, not “${quote(near)}”` };
  return {
    code: 'bad-header',
    place,
    message: { zh: `表头缺少“${heading}”列`, en: `the column “${heading}” is missing` },
    repair: {
      zh: `一列名为“${heading}”${instead.zh}；没有了就重新导出`,
      en: `a column “${heading}”${instead.en}; export anew if it is lost`,
    },
  };
}

/** @param command by which such a workbook is made */
export const notOurs = ({ file }: Filled, command: Text): Problem => ({
  code: 'bad-workbook',
  place: { file, line: 1, column: 1 },
  message: {
    zh: '不是 heyue 导出的这种工作簿（没有“版本”表，或者格式不同）',
    en: 'no workbook of this kind that heyue has made (its sheet “版本” is missing or of another format)',
  },
  repair: { zh: `在 ${command.zh} 导出的文件里填写`, en: `a workbook made by ${command.en}` },
});
