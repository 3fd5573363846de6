/** Any cell that may be changed, of any kind, changed to anything of its kind and stored as a program would store it: that value changes in its file, and nothing else. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { bookOf } from '../../src/workbook/import-rulebook.js';
import { listsOf } from '../../src/workbook/list-choices.js';
import { Notes } from '../../src/workbook/notes.js';
import { openWorkbook } from '../../src/workbook/read-tables.js';
import { rulebookSheets } from '../../src/workbook/rulebook-sheets.js';
import type { Column } from '../../src/workbook/sheet.js';
import { takeBack } from '../../src/workbook/take-back.js';
import { number, row, text, workbookOf } from '../support/workbooks.js';
import { cellsOf, pagesOf, SCHEMA_TEXTS, WAREHOUSE } from './bench.js';

const NOTES = new Notes(SCHEMA_TEXTS);
const SHEETS = rulebookSheets(NOTES);
const BOOK = bookOf(WAREHOUSE, NOTES);
const CELLS = cellsOf(pagesOf(WAREHOUSE));

/** A value, and the cell that says it. */
interface Value {
  readonly says: string;
  readonly cell: string;
}

const typed = (says: string): Value => ({ says, cell: text(says) });
const pad = (n: number): string => String(n).padStart(2, '0');

/** Numbers as numbers or as text; money keeps its cents as text alone. */
const numbers = fc.tuple(fc.nat(999_999), fc.constantFrom('', '.5', '.05', '.125'), fc.boolean()).map(([whole, part, isNumber]): Value => ({
  says: `${whole}${part}`,
  cell: isNumber ? number(`${whole}${part}`) : text(`${whole}${part}`),
}));
const money = fc.tuple(fc.nat(999_999), fc.nat(99)).map(([yuan, cents]) => typed(`${yuan}.${pad(cents)}`));
/** Days as text, or counted from the end of 1899 in a cell that shows them as dates. */
const FIRST = 45_292; // 2024-01-01
const days = fc.tuple(fc.integer({ min: 1, max: 29 }), fc.boolean()).map(([day, isDate]): Value => {
  const says = `2024-02-${pad(day)}`;
  return { says, cell: isDate ? number(FIRST + 30 + day, 1) : text(says) };
});
const words = fc
  .string({ unit: fc.constantFrom(...Array.from('租金逾期的，；：“”"\'#&*!|>%@?,:09aZ~\\ \n')), minLength: 1, maxLength: 24 })
  .filter((one) => one.trim() === one && !/[ \t]\n/.test(one))
  .map(typed);
const names = fc.string({ unit: fc.constantFrom(...Array.from('abcXYZ019')), minLength: 3, maxLength: 10 }).map((one) => typed(`n${one}`));

/** What may stand in a cell in place of what does. */
function valuesFor({ kind, list, isClosed }: Column, old: string): fc.Arbitrary<Value> {
  if (list !== undefined && (isClosed === true || kind === 'list' || list === 'yes-no'))
    return fc.constantFrom(...BOOK.lists.labels(list).filter((one) => one !== '')).map(typed);
  if (kind === 'yaml' || kind === 'list')
    return fc.array(names, { minLength: 2, maxLength: 3 }).map((all) => typed(`[${all.map(({ says }) => says).join(', ')}]`));
  if (/^\d{4}-\d\d-\d\d/.test(old)) return days;
  if (/^\d+\.\d\d$/.test(old)) return money;
  if (/^\d+(\.\d+)?$/.test(old)) return numbers;
  return kind === 'text' ? words : names;
}

/** Every cell that can be changed, by what it is like, so that none of the kinds is rare. */
const EDITABLE = SHEETS.flatMap((sheet) =>
  sheet.rows(BOOK).flatMap((at, index) =>
    sheet.columns.flatMap((column) => {
      const cell = at.cells.get(column.id);
      const isOpen =
        cell?.path !== undefined && cell.text !== '' && !['name', 'shown', 'key', 'rest'].includes(column.kind) && column.isId !== true;
      // What is written in YAML is changed as YAML: words in its place would be something else.
      const isPlain = column.kind === 'yaml' || column.kind === 'list' || !/^[[{]|\n|^- |^["']/.test(cell?.text ?? '');
      return isOpen && isPlain ? [{ sheet, index, column, file: at.file, path: cell.path, old: cell.text }] : [];
    }),
  ),
);
type Editable = (typeof EDITABLE)[number];
const sortOf = ({ column, old }: Editable): string =>
  `${column.kind} ${column.list === undefined ? '' : 'chosen'} ${/^\d{4}-/.test(old) ? 'day' : /^\d+\.\d\d$/.test(old) ? 'money' : /^\d+/.test(old) ? 'number' : ''}`;
const SORTS = [...new Set(EDITABLE.map(sortOf))].map((sort) => EDITABLE.filter((one) => sortOf(one) === sort));

const edits = fc
  .constantFrom(...SORTS)
  .chain((all) => fc.constantFrom(...all))
  .chain((one) => valuesFor(one.column, one.old).map((value) => ({ ...one, value })));

function stored({ sheet, index, column, value }: Editable & { readonly value: Value }): Uint8Array {
  const sheets = [...CELLS].map(([name, rows]) => {
    const at = rows[0]!.indexOf(column.heading);
    const lines = rows.map((one, line) =>
      row(
        ...one.map((said, place) =>
          name === sheet.name && line === index + 1 && place === at ? value.cell : said === '' ? '<c/>' : text(said),
        ),
      ),
    );
    return [name, `<sheetData>${lines.join('')}</sheetData>`] as const;
  });
  return workbookOf({ sheets: Object.fromEntries(sheets), formats: ['yyyy/m/d'] });
}

/** The files after the edit; what they mean as a rulebook is not looked at. */
const taken = (bytes: Uint8Array): ReadonlyMap<string, string> => {
  const filled = openWorkbook('规则库.xlsx', bytes);
  return takeBack({ filled, sheets: SHEETS, book: BOOK, listsOf: (files) => listsOf(files, NOTES), problemsOf: () => [] }).texts;
};

const plain = (source: string): unknown => parseAllDocuments(source, { schema: 'failsafe' }).map((document) => document.toJS() as unknown);
const isMapOrList = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Paths at which two values differ. */
function differing(before: unknown, after: unknown, path: readonly string[] = []): readonly string[] {
  if (!isMapOrList(before) || !isMapOrList(after) || Array.isArray(before) !== Array.isArray(after))
    return before === after ? [] : [path.join('/')];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => differing(before[key], after[key], [...path, key]));
}
const commentsOf = (source: string): readonly string[] => source.match(/(?:^|[ \t])#[^\n]*/gm) ?? [];
/** All keys in their order, but for those inside a place. */
const keysOf = (value: unknown, outside: readonly (string | number)[]): readonly string[] =>
  isMapOrList(value)
    ? Object.entries(value).flatMap(([key, inner]) => {
        const isOnTheWay = String(outside[0]) === key;
        if (isOnTheWay && outside.length === 1) return [key];
        return [key, ...keysOf(inner, isOnTheWay ? outside.slice(1) : [])];
      })
    : [];

describe('any cell changed', () => {
  test('there are cells of every kind', () => {
    const sorts = new Set(EDITABLE.map(sortOf));
    for (const sort of ['text  ', 'word chosen ', 'word  day', 'word  money', 'word  number', 'list chosen ', 'yaml  '])
      expect(sorts).toContain(sort);
  });

  test('changes that value, and nothing else', () => {
    fc.assert(
      fc.property(edits, (edit) => {
        const { file, path, value, column } = edit;
        const texts = taken(stored(edit));
        for (const [name, before] of WAREHOUSE) if (name !== file) expect(texts.get(name)).toBe(before);
        const [before, after] = [WAREHOUSE.get(file)!, texts.get(file)!];
        const places = differing(plain(before), plain(after));
        expect(places.every((one) => `${one}/`.startsWith(`${path.join('/')}/`))).toBe(true);
        const now = path.reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[String(step)], plain(after));
        if (column.list === undefined && !['yaml', 'list'].includes(column.kind)) expect(now).toBe(value.says);
        expect(keysOf(plain(after), path)).toEqual(keysOf(plain(before), path));
        // A comment may speak of the value inside; those around it stay.
        const inside = before.split('\n').length === after.split('\n').length;
        if (inside) expect(commentsOf(after)).toEqual(commentsOf(before));
      }),
      { numRuns: 25, seed: 11 },
    );
  }, 120_000);
});
