/** What was changed in a workbook since it was exported: every cell that says something else than the files do now. */
import type { Place, Problem, Text } from '../input/problem.js';
import { nearest } from '../input/nearest.js';
import { quote } from '../input/quote.js';
import { readCell } from './cell.js';
import { REMOVE } from './columns.js';
import { changedHere } from './changed-here.js';
import { originalsOf } from './originals.js';
import type { FilledRow, FilledTable } from './read-tables.js';
import { restEdits } from './rest-edits.js';
import { isSameCell } from './same-cell.js';
import type { Book, Cell, Column, Edit, Given, Row, Sheet } from './sheet.js';
import { isSame } from './text/path.js';
import { isTwice } from './twice.js';
import { fileDigest, keyOf, keyOfRow, rowDigest, rowSetDigest } from './version.js';

/** A change with the cell that asks for it. */
export interface Planned {
  readonly edit: Edit;
  readonly place: Place;
  readonly says: Text;
}

/** A row that the files do not have. */
export interface NewRow {
  readonly sheet: Sheet;
  readonly row: number;
  readonly given: Given;
}

/** A row that is there and stays. */
export interface KeptRow {
  readonly sheet: Sheet;
  readonly row: number;
  readonly at: Row;
}

export interface Compared {
  readonly planned: readonly Planned[];
  readonly added: readonly NewRow[];
  readonly kept: readonly KeptRow[];
  readonly problems: readonly Problem[];
  /** What new rows call themselves of which a cell cannot be read. */
  readonly unread: ReadonlySet<string>;
}

/** @param version what the workbook says of the files it was made from */
export function compare(
  sheets: readonly { readonly sheet: Sheet; readonly table: FilledTable }[],
  book: Book,
  version: ReadonlyMap<string, string>,
): Compared {
  const comparison = new Comparison(book, version);
  for (const { sheet, table } of sheets) comparison.sheet(sheet, table);
  return comparison.result();
}

class Comparison {
  readonly #planned: Planned[] = [];
  readonly #added: NewRow[] = [];
  readonly #kept: KeptRow[] = [];
  readonly #problems: Problem[] = [];
  readonly #unread = new Set<string>();
  readonly #book: Book;
  readonly #version: ReadonlyMap<string, string>;

  constructor(book: Book, version: ReadonlyMap<string, string>) {
    this.#book = book;
    this.#version = version;
  }

  sheet(sheet: Sheet, table: FilledTable): void {
    const present = new Map(sheet.rows(this.#book).map((row) => [keyOf(row), row]));
    const originals = originalsOf(sheet, table, present);
    for (const filled of table.rows) {
      const { from, row } = filled;
      if (filled.isUnread) {
        const there = from === undefined ? undefined : present.get(keyOfRow(from.file, from.at));
        if (there === undefined) this.#unreadRow(sheet, filled);
        else this.#kept.push({ sheet, row, at: there });
      } else if (from === undefined) this.#new(sheet, table, filled);
      else {
        const key = keyOfRow(from.file, from.at);
        const there = present.get(key);
        if (there === undefined) this.#gone(sheet, table, filled, from);
        else if (originals.get(key) === row) this.#row(sheet, table, filled, there);
        else this.#copy(sheet, table, filled, there);
      }
    }
    this.#missing(
      sheet,
      table,
      [...present].filter(([key]) => !originals.has(key)).map(([, row]) => row),
    );
  }

  result(): Compared {
    this.#twice();
    return { planned: this.#planned, added: this.#added, kept: this.#kept, problems: this.#problems, unread: this.#unread };
  }

  /** Whether a file is not what it was when the workbook was made. */
  #isStale(file: string): boolean {
    const yaml = this.#book.files.get(file);
    return yaml === undefined || this.#version.get(file) !== fileDigest(yaml.text);
  }

  #new(sheet: Sheet, table: FilledTable, { row, texts }: FilledRow): void {
    const given = new Map([...texts].filter(([id, text]) => text.trim() !== '' && id !== REMOVE.id));
    if (given.size === 0 || (texts.get(REMOVE.id) ?? '') !== '') return;
    if (sheet.add === undefined)
      this.#wrong(
        table.place(row),
        { zh: '这张表不能增加行', en: 'this sheet takes no new rows' },
        { zh: '清空这一行', en: 'an empty row' },
      );
    else this.#added.push({ sheet, row, given });
  }

  #unreadRow({ columns }: Sheet, { texts }: FilledRow): void {
    for (const { id, kind, isId } of columns) {
      const text = texts.get(id)?.trim() ?? '';
      if ((kind === 'name' || isId === true || id === 'id') && text !== '') this.#unread.add(text);
    }
  }

  /** A row whose place the files do not have. */
  #gone(sheet: Sheet, table: FilledTable, { row, texts }: FilledRow, from: NonNullable<FilledRow['from']>): void {
    const isUntouched = from.digest === digestIn(table, sheet, (id) => texts.get(id));
    if (isUntouched && this.#isStale(from.file)) return;
    this.#wrong(
      table.place(row),
      this.#isStale(from.file)
        ? {
            zh: `导出之后 ${from.file} 已有改动，这一行所在的位置没有了`,
            en: `${from.file} has changed since the export, and what this row was is no longer there`,
          }
        : { zh: `隐藏的“位置”列被改动过：${quote(from.at)}`, en: `the hidden column of places has been changed: ${quote(from.at)}` },
      { zh: '重新导出，再改一次', en: 'a new export with the change made again' },
    );
  }

  /** A row that somebody copied, with its hidden cells: it is new if it says anything new. */
  #copy(sheet: Sheet, table: FilledTable, filled: FilledRow, there: Row): void {
    const isNew = sheet.columns.some(
      (column) => !isSameCell(column, there.cells.get(column.id)?.text ?? '', filled.texts.get(column.id) ?? '', this.#book),
    );
    if (isNew) this.#new(sheet, table, filled);
    else
      this.#wrong(
        table.place(filled.row),
        { zh: '与另一行完全相同', en: 'the same as another row' },
        { zh: '删去这一行，或者改成新的内容', en: 'no such row, or one that says something new' },
      );
  }

  #row(sheet: Sheet, table: FilledTable, filled: FilledRow, there: Row): void {
    const { row, texts, from } = filled;
    if ((texts.get(REMOVE.id) ?? '') !== '') return this.#remove(sheet, there, table.place(row, REMOVE.id));
    this.#kept.push({ sheet, row, at: there });
    const differing = sheet.columns.filter(
      (column) => !isSameCell(column, there.cells.get(column.id)?.text ?? '', texts.get(column.id) ?? '', this.#book),
    );
    // Nobody touched the row: what differs is the files' own change.
    if (differing.length === 0 || from?.digest === digestIn(table, sheet, (id) => texts.get(id))) return;
    if (this.#isStale(there.file) && from?.digest !== digestIn(table, sheet, (id) => there.cells.get(id)?.text)) {
      this.#clash(sheet, table, filled, there, differing);
      return;
    }
    for (const column of differing) this.#cell(sheet, column, filled, there, table.place(row, column.id));
  }

  /** A row that was changed on both sides: said once, at a cell that was changed in the workbook. */
  #clash(sheet: Sheet, table: FilledTable, { row, texts, from }: FilledRow, there: Row, differing: readonly Column[]): void {
    const now = (id: string): string => there.cells.get(id)?.text ?? '';
    const mine = changedHere(differing, from?.digest, (own) =>
      digestIn(table, sheet, (id) => (own.has(id) || differing.every((column) => column.id !== id) ? now(id) : texts.get(id))),
    );
    const [column] = mine ?? differing;
    const theirs = mine === undefined ? differing : differing.filter((one) => !mine.includes(one));
    const said = theirs.map(({ id, heading }) => [heading, quote(now(id))] as const);
    this.#wrong(
      table.place(row, column?.id),
      {
        zh: `导出之后 ${there.file} 的这一行已有改动：${said.map(([heading, text]) => `“${heading}”现在是“${text}”`).join('，')}`,
        en: `${there.file} has changed here since the export: ${said.map(([heading, text]) => `“${heading}” is “${text}” now`).join(', ')}`,
      },
      { zh: '重新导出，在新的工作簿里再改这一行', en: 'a new export with the change of this row made again' },
    );
  }

  #cell(sheet: Sheet, column: Column, { texts, merged }: FilledRow, there: Row, place: Place): void {
    const cell: Cell = there.cells.get(column.id) ?? { text: '', path: undefined };
    const text = texts.get(column.id) ?? '';
    const isEmpty = text.trim() === '';
    if (isEmpty && merged.has(column.id))
      return this.#wrong(
        place,
        { zh: '格子被合并掉了，原来的内容看不出要不要保留', en: 'covered by merged cells: whether its content is to stay cannot be seen' },
        { zh: '取消合并，填回原来的内容', en: 'the cells unmerged, and the content back in place' },
      );
    if (column.kind === 'name' || column.kind === 'shown' || column.isId === true || cell.path === undefined)
      return this.#wrong(
        place,
        cell.text === ''
          ? { zh: `这一行不能写“${column.heading}”`, en: `this row has no “${column.heading}”` }
          : {
              zh: `“${column.heading}”不能改；原来是“${quote(cell.text)}”`,
              en: `“${column.heading}” cannot be changed; it was “${quote(cell.text)}”`,
            },
        {
          zh: cell.text === '' ? '清空这一格' : '改回原来的内容；要换名称，删去这一行，另写新的一行',
          en: cell.text === '' ? 'an empty cell' : 'what it was; for another name, a new row in place of this one',
        },
      );
    const { file } = there;
    const path = cell.path;
    const says = changeText(column, cell.text, text, namesOf(sheet, there));
    const plan = (edit: Edit): void => void this.#planned.push({ edit, place, says });
    if (isEmpty) {
      if (isSame(path, there.at) && column.kind !== 'rest') return this.#empty(column, there, place);
      if (column.isRequired === true || column.kind === 'key') return this.#empty(column, there, place);
      if (column.kind !== 'rest') return plan({ kind: 'remove', file, path });
    }
    if (
      column.isClosed === true &&
      column.list !== undefined &&
      !isEmpty &&
      this.#book.lists.labelled(column.list, text.trim()) === undefined
    ) {
      const known = this.#book.lists.labels(column.list);
      const near = nearest(text.trim(), known);
      const zh = near === undefined ? known.slice(0, 12).join('、') : `是否指“${near}”`;
      return this.#wrong(
        place,
        { zh: `“${quote(text)}”不在可选的内容里`, en: `“${quote(text)}” is none of the words offered` },
        { zh, en: near === undefined ? `one of ${known.slice(0, 12).join(', ')}` : `perhaps “${near}”` },
      );
    }
    if (column.kind === 'key')
      return plan({ kind: 'rename', file, path, key: this.#book.lists.code(column.list ?? 'measure', text.trim()) });
    if (column.kind === 'rest') {
      const edits = restEdits(text, cell.text, there, this.#book);
      if ('problems' in edits) return this.#bad(edits.problems, place);
      for (const edit of edits.edits) plan(edit);
      return;
    }
    const read = readCell(column, text, this.#book.lists);
    if ('problems' in read) return this.#bad(read.problems, place);
    plan({ kind: 'set', file, path, to: read.written, order: sheet.columns.map(({ id }) => id) });
  }

  #empty({ heading }: Column, { isFixed }: Row, place: Place): void {
    this.#wrong(
      place,
      { zh: `“${heading}”不能为空`, en: `“${heading}” cannot be empty` },
      isFixed === true
        ? { zh: '填写这一格', en: 'a value' }
        : { zh: '填写这一格；不要这一行的，整行删去', en: 'a value; or no such row at all' },
    );
  }

  #bad(problems: readonly Problem[], place: Place): void {
    for (const { code, message, repair } of problems)
      this.#problems.push({ code, place, message, ...(repair === undefined ? {} : { repair }) });
  }

  #wrong(place: Place, message: Text, repair: Text): void {
    this.#problems.push({ code: 'not-allowed', place, message, repair });
  }

  #remove(sheet: Sheet, there: Row, place: Place): void {
    if (there.isFixed === true)
      return this.#wrong(
        place,
        { zh: `“${namesOf(sheet, there)}”这一行不能删`, en: `the row “${namesOf(sheet, there)}” cannot go` },
        { zh: '恢复这一行；找不回来就重新导出', en: 'the row as it was, or a new export' },
      );
    if (there.at.length === 1 && (this.#book.files.get(there.file)?.documents.length ?? 0) > 1)
      return this.#wrong(
        place,
        {
          zh: `${there.file} 里不止一条规则，不能从表里删去其中一条`,
          en: `${there.file} holds several rules; one of them cannot be taken out here`,
        },
        { zh: '在文件里删去', en: 'the rule taken out of the file by hand' },
      );
    this.#planned.push({
      edit: { kind: 'remove', file: there.file, path: there.at },
      place,
      says: { zh: `删去 ${namesOf(sheet, there)}`, en: `removed: ${namesOf(sheet, there)}` },
    });
  }

  /** Rows of the files that the workbook does not have: taken out of it, or new in the files. */
  #missing(sheet: Sheet, table: FilledTable, rows: readonly Row[]): void {
    for (const row of rows) {
      const place = table.place(1);
      if (!this.#isStale(row.file)) this.#remove(sheet, row, place);
      else {
        const keys = table.rows.flatMap(({ from }) => (from?.file === row.file ? [keyOfRow(from.file, from.at)] : []));
        if (this.#version.get(`${sheet.name}/${row.file}`) === rowSetDigest(keys)) continue;
        this.#wrong(
          place,
          {
            zh: `表里删了行，而导出之后 ${row.file} 已有改动，看不出是不是要删“${namesOf(sheet, row)}”`,
            en: `rows were taken out, and ${row.file} has changed since the export: whether “${namesOf(sheet, row)}” is to go cannot be seen`,
          },
          { zh: '重新导出，再删一次', en: 'a new export with the rows taken out again' },
        );
      }
    }
  }

  /** One place of a file cannot be changed by two cells. */
  #twice(): void {
    const sorted = [...this.#planned];
    for (const [index, one] of sorted.entries()) {
      for (const other of sorted.slice(index + 1)) {
        if (!isTwice(one.edit, other.edit)) continue;
        const first = one.place.cell ?? '';
        this.#wrong(
          other.place,
          { zh: `与 ${first} 改的是文件里的同一处`, en: `this and ${first} change the same place of a file` },
          { zh: '只改其中一格，另一格改回原来的内容', en: 'one of the two changed, the other as it was' },
        );
      }
    }
  }
}

/** What a row says in the columns that the workbook has. */
const digestIn = ({ lacking }: FilledTable, { columns }: Sheet, textOf: (id: string) => string | undefined): string =>
  rowDigest(columns.filter(({ id }) => !lacking.has(id)).map(({ id }) => textOf(id) ?? ''));

/** What a row is called, for a reader; where nothing calls it, what it says first. */
function namesOf({ columns }: Sheet, row: Row): string {
  const said = ({ id }: Column): string => row.cells.get(id)?.text ?? '';
  const names = columns.filter((column) => (column.kind === 'name' || column.isId === true || column.id === 'id') && said(column) !== '');
  const first = columns.filter((column) => said(column) !== '').slice(0, 1);
  return (names.length > 0 ? names : first).map(said).join(' ');
}

function changeText({ heading }: Column, before: string, now: string, name: string): Text {
  const inOneLine = (text: string): string => quote(text.replaceAll(/\s+/g, ' ').trim(), 40);
  const [old, filled] = [inOneLine(before), inOneLine(now)];
  if (before === '') return { zh: `${name}：${heading}写为“${filled}”`, en: `${name}: ${heading} is “${filled}”` };
  if (now.trim() === '') return { zh: `${name}：删去${heading}“${old}”`, en: `${name}: no ${heading}, was “${old}”` };
  return { zh: `${name}：${heading}由“${old}”改为“${filled}”`, en: `${name}: ${heading} from “${old}” to “${filled}”` };
}
