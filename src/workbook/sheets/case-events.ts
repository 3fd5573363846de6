/** 用例事件: what happened in each case, a row each. */
import { keyColumn, ownColumn, restColumn } from '../columns.js';
import { appendedEntry, lacking } from '../new-entry.js';
import type { Notes } from '../notes.js';
import { rowAt, shown } from '../rows.js';
import type { Sheet } from '../sheet.js';
import { caseOf, casesIn, noHome, OF_CASE } from './cases.js';

export function caseEventsSheet(notes: Notes): Sheet {
  const columns = [
    OF_CASE,
    ownColumn('case', '用例', '用例的编号', 'name', 28),
    keyColumn(notes, 'event', ['id'], 'word', 10, { isRequired: true }),
    keyColumn(notes, 'event', ['type'], 'word', 34, { list: 'event', isRequired: true }),
    keyColumn(notes, 'event', ['at'], 'word', 28, { isRequired: true }),
    keyColumn(notes, 'event', ['data'], 'yaml', 50),
    restColumn(),
  ];
  return {
    name: '用例事件',
    about: '各用例里发生了什么，一个事件一行；新的一行写明用例',
    columns,
    rows: (book) =>
      casesIn(book).flatMap(({ file, at, of, id }) =>
        Array.from({ length: book.files.get(file)?.count([...at, 'events']) ?? 0 }, (_, index) =>
          rowAt(book, file, [...at, 'events', index], columns, { cells: { of: shown(of), case: shown(id) } }),
        ),
      ),
    add(given, book) {
      const [of, id] = [given.get('of'), given.get('case')];
      if (of === undefined) return lacking('of', OF_CASE.heading);
      if (id === undefined) return lacking('case', '用例');
      const found = caseOf(of, id, book);
      if (found === undefined) return noHome(`${of} ${id}`);
      const order = notes.keys('cases', '*');
      return appendedEntry(columns, given, book.lists, { file: found.file, path: [...found.at, 'events'], order });
    },
  };
}
