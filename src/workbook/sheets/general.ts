/** 总则: what a rulebook says of itself, its parties, its own units, the clauses that need no rule. */
import { cellText, readCell } from '../cell.js';
import { ownColumn } from '../columns.js';
import { lacking, wrongBy } from '../new-entry.js';
import type { Notes } from '../notes.js';
import { rowAt, shown } from '../rows.js';
import type { Cell, Column, Row, Sheet } from '../sheet.js';
import type { Path } from '../text/path.js';

const FILE = 'rulebook.yaml';
const ALONE = ['rulebook', 'version', 'title', 'counting', 'clauses'];
const PARTS = ['parties', 'units', 'informative'];

export function generalSheet(notes: Notes): Sheet {
  const columns: readonly Column[] = [
    ownColumn('part', '类别', '新的一行选：当事人、自有单位或仅作说明的条款', 'name', 26, { list: 'part' }),
    ownColumn('name', '名称', '当事人或单位的英文名称，或者条款号', 'name', 16),
    ownColumn('says', '内容', '怎样称呼；条款不需要规则的理由', 'text', 70, { isRequired: true }),
  ];
  const kindOf = (key: string): Pick<Column, 'kind'> => ({
    kind: ['counting', 'clauses'].includes(key) ? 'yaml' : key === 'title' ? 'text' : 'word',
  });
  return {
    name: '总则',
    about: '规则库的名称和版本、各方当事人、条款号',
    columns,
    rows: (book) => {
      const yaml = book.files.get(FILE);
      if (yaml === undefined) return [];
      const row = (path: Path, part: string, name: string, kind: Pick<Column, 'kind'>, isFixed: boolean, at = path): Row => {
        const says: Cell = { text: cellText(kind, yaml.node(path), yaml, book.lists), path };
        return rowAt(book, FILE, at, columns, { cells: { part: shown(part), name: shown(name), says }, isFixed });
      };
      return [
        ...ALONE.filter((key) => yaml.pair([0, key]) !== undefined).map((key) =>
          row([0, key], notes.heading('rulebook', key), '', kindOf(key), true),
        ),
        ...PARTS.flatMap((part) =>
          yaml.keys([0, part]).map((name) => {
            const at = [0, part, name];
            const path = part === 'parties' ? [...at, 'says'] : at;
            return row(path, book.lists.label('part', part), name, { kind: 'text' }, false, at);
          }),
        ),
      ];
    },
    add(given, { lists }) {
      const [part, name, says] = [given.get('part'), given.get('name'), given.get('says')];
      if (part === undefined) return lacking('part', '类别');
      if (name === undefined) return lacking('name', '名称');
      if (says === undefined) return lacking('says', '内容');
      const read = readCell({ kind: 'text' }, says, lists);
      if ('problems' in read) return wrongBy('says', read.problems);
      const key = lists.code('part', part);
      const at = [0, key, name];
      return { edit: { kind: 'set', file: FILE, path: key === 'parties' ? [...at, 'says'] : at, to: read.written, order: [] }, at };
    },
  };
}
