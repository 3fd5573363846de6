/** 用例结论: what must be found, a row each; the day asked about stands in the first row of its check. */
import { cellText } from '../cell.js';
import { keyColumn, ownColumn, restColumn } from '../columns.js';
import { entrySource, lacking, mapping } from '../new-entry.js';
import type { ListName } from '../lists.js';
import type { Notes } from '../notes.js';
import { rowAt, shown } from '../rows.js';
import type { Book, Cell, Column, Kind, Sheet } from '../sheet.js';
import type { Path } from '../text/path.js';
import { caseOf, casesIn, noHome, OF_CASE, type CaseAt } from './cases.js';

/** Columns of what is found; the rest has none. */
const FOUND: readonly (readonly [string, Kind, number, ListName?])[] = [
  ['rule', 'word', 32, 'rule'],
  ['instance', 'word', 12],
  ['absent', 'word', 12],
  ['status', 'word', 20, 'status'],
  ['due', 'word', 12],
  ['since', 'word', 12],
  ['performedOn', 'word', 12],
  ['amounts', 'yaml', 34],
  ['owedBy', 'yaml', 30],
  ['excusedBy', 'list', 26, 'exemption'],
  ['missing', 'list', 20],
  ['bearer', 'word', 16, 'party'],
  ['holder', 'word', 16, 'party'],
];

export function expectationsSheet(notes: Notes): Sheet {
  const day: Column = keyColumn(notes, 'cases', ['*', 'checks', '*', 'asOf'], 'word', 12, { isRequired: true });
  const readings: Column = keyColumn(notes, 'cases', ['*', 'checks', '*', 'readings'], 'yaml', 32);
  const whole: Column = { ...keyColumn(notes, 'cases', ['*', 'checks', '*', 'nextChange'], 'word', 14), id: 'check-nextChange' };
  const ofCheck = [day, readings, whole];
  const found = FOUND.map(([key, kind, width, list]) =>
    keyColumn(notes, 'cases', ['*', 'checks', '*', 'expect', '*', key], kind, width, list === undefined ? {} : { list }),
  );
  const columns: readonly Column[] = [OF_CASE, ownColumn('case', '用例', '用例的编号', 'name', 28), ...ofCheck, ...found, restColumn()];
  const checkCells = (book: Book, file: string, check: Path, isFirst: boolean): Record<string, Cell> => {
    const yaml = book.files.get(file);
    if (yaml === undefined) return {};
    return Object.fromEntries(
      ofCheck.map((column) => {
        const path = [...check, column === whole ? 'nextChange' : column.id];
        const text = cellText(column, yaml.node(path), yaml, book.lists);
        return [column.id, isFirst ? { text, path } : shown(column === day ? text : '')];
      }),
    );
  };
  return {
    name: '用例结论',
    about: '各用例在检查日应当得到什么，一个结论一行；同一检查的检查日和读法写在它的第一行',
    columns,
    rows: (book) =>
      casesIn(book).flatMap(({ file, at, of, id }) => {
        const yaml = book.files.get(file);
        const cells = { of: shown(of), case: shown(id) };
        return Array.from({ length: yaml?.count([...at, 'checks']) ?? 0 }, (_, index) => {
          const check = [...at, 'checks', index];
          return Array.from({ length: yaml?.count([...check, 'expect']) ?? 0 }, (__, item) =>
            rowAt(book, file, [...check, 'expect', item], columns, { cells: { ...cells, ...checkCells(book, file, check, item === 0) } }),
          );
        }).flat();
      }),
    add(given, book) {
      const [of, id, asOf] = [given.get('of'), given.get('case'), given.get(day.id)];
      if (of === undefined) return lacking('of', OF_CASE.heading);
      if (id === undefined) return lacking('case', '用例');
      if (asOf === undefined) return lacking(day.id, day.heading);
      const one = caseOf(of, id, book);
      if (one === undefined) return noHome(`${of} ${id}`);
      const expected = entrySource([...found, restColumn()], given, book.lists);
      if (!('source' in expected)) return expected;
      const check = entrySource([day, readings], given, book.lists);
      if (!('source' in check)) return check;
      const known = given.has(readings.id) ? undefined : checkOn(one, asOf, book);
      if (known !== undefined)
        return {
          edit: { kind: 'append', file: one.file, path: [...known, 'expect'], to: { kind: 'yaml', source: expected.source }, order: [] },
          at: 'appended',
        };
      const source = mapping([
        { key: 'asOf', source: asOf },
        ...(given.has(readings.id) ? [{ key: 'readings', source: given.get(readings.id) ?? '' }] : []),
        {
          key: 'expect',
          source: `[${expected.source.startsWith('{') ? expected.source : `{ ${expected.source.split('\n').join(', ')} }`}]`,
        },
      ]);
      return {
        edit: { kind: 'append', file: one.file, path: [...one.at, 'checks'], to: { kind: 'yaml', source }, order: [] },
        at: 'appended',
        below: ['expect', 0],
      };
    },
  };
}

/** The check of a case on that day, with no readings of its own. */
function checkOn({ file, at }: CaseAt, asOf: string, book: Book): Path | undefined {
  const yaml = book.files.get(file);
  const checks = Array.from({ length: yaml?.count([...at, 'checks']) ?? 0 }, (_, index): Path => [...at, 'checks', index]);
  return checks.find((check) => {
    const node = yaml?.node([...check, 'asOf']);
    return node !== undefined && yaml?.sourceOf(node) === asOf && yaml.node([...check, 'readings']) === undefined;
  });
}
