/** 读法: what the text leaves open, each with its alternatives in the rows below it. */
import { keyColumn, ownColumn, restColumn } from '../columns.js';
import { cellText, readCell } from '../cell.js';
import { entrySource, lacking, wrongBy } from '../new-entry.js';
import type { Notes } from '../notes.js';
import { rowAt, shown } from '../rows.js';
import type { Cell, Sheet } from '../sheet.js';

const FILE = 'rulebook.yaml';
const OF_READING = ['clause', 'about', 'why', 'default', 'within', '*'] as const;

export function readingsSheet(notes: Notes): Sheet {
  const of = (key: string): readonly string[] => ['readings', '*', key];
  const alternative = { kind: 'text' } as const;
  const columns = [
    ownColumn('reading', '读法', '读法的名称；选项行写它所属的读法', 'name', 26),
    ownColumn('choice', '选项', '选项的名称；空着的一行是读法本身', 'name', 22),
    ownColumn('says', '选项的含义', '这一选项怎样理解', 'text', 34),
    keyColumn(notes, 'rulebook', of('clause'), 'text', 10, { list: 'clause' }),
    keyColumn(notes, 'rulebook', of('about'), 'text', 34),
    keyColumn(notes, 'rulebook', of('why'), 'text', 50),
    keyColumn(notes, 'rulebook', of('default'), 'word', 22),
    keyColumn(notes, 'rulebook', of('within'), 'yaml', 40),
    restColumn(),
  ];
  const none: Readonly<Record<string, Cell>> = Object.fromEntries(OF_READING.map((id) => [id, shown('')]));
  return {
    name: '读法',
    about: '条文没有写明、可以有几种理解的地方：读法一行，其下每个选项一行',
    columns,
    rows: (book) => {
      const yaml = book.files.get(FILE);
      if (yaml === undefined) return [];
      return yaml.keys([0, 'readings']).flatMap((reading) => {
        const at = [0, 'readings', reading];
        return [
          rowAt(book, FILE, at, columns, {
            cells: { reading: shown(reading), choice: shown(''), says: shown('') },
            elsewhere: ['choices'],
          }),
          ...yaml.keys([...at, 'choices']).map((choice) => {
            const path = [...at, 'choices', choice];
            const says = { text: cellText(alternative, yaml.node(path), yaml, book.lists), path };
            return rowAt(book, FILE, path, columns, { cells: { ...none, reading: shown(reading), choice: shown(choice), says } });
          }),
        ];
      });
    },
    add(given, { lists }) {
      const [reading, choice, says] = [given.get('reading'), given.get('choice'), given.get('says')];
      if (reading === undefined) return lacking('reading', '读法');
      const at = [0, 'readings', reading, ...(choice === undefined ? [] : ['choices', choice])];
      if (choice !== undefined) {
        if (says === undefined) return lacking('says', '选项的含义');
        const read = readCell(alternative, says, lists);
        return 'problems' in read
          ? wrongBy('says', read.problems)
          : { edit: { kind: 'set', file: FILE, path: at, to: read.written, order: [] }, at };
      }
      const entry = entrySource(
        columns.filter(({ id }) => id !== 'says'),
        given,
        lists,
      );
      if (!('source' in entry)) return entry;
      return { edit: { kind: 'set', file: FILE, path: at, to: { kind: 'yaml', source: entry.source }, order: [] }, at };
    },
  };
}
