/** 参数: what the contract fills in, and the figures set by law. */
import { keyColumn, ownColumn, restColumn } from '../columns.js';
import { entrySource, lacking } from '../new-entry.js';
import type { Notes } from '../notes.js';
import { rowAt, shown } from '../rows.js';
import type { Sheet } from '../sheet.js';

const FILE = 'rulebook.yaml';
const SECTIONS = ['terms', 'statute'] as const;

export function termsSheet(notes: Notes): Sheet {
  const columns = [
    ownColumn('section', '类别', '约定：合同填写；法定：法律规定，合同不能改动', 'name', 12, { list: 'section', isClosed: true }),
    ownColumn('name', '名称', '规则用它称呼；小驼峰的英文名称，不重复', 'name', 22),
    keyColumn(notes, 'rulebook', ['terms', '*', 'says'], 'text', 24, { isRequired: true }),
    keyColumn(notes, 'rulebook', ['terms', '*', 'type'], 'word', 20, { list: 'type' }),
    keyColumn(notes, 'rulebook', ['terms', '*', 'clause'], 'text', 10, { list: 'clause' }),
    keyColumn(notes, 'rulebook', ['statute', '*', 'value'], 'word', 10),
    keyColumn(notes, 'rulebook', ['statute', '*', 'basis'], 'text', 24),
    keyColumn(notes, 'rulebook', ['terms', '*', 'optional'], 'word', 10, { list: 'yes-no', isClosed: true }),
    keyColumn(notes, 'rulebook', ['terms', '*', 'default'], 'word', 10),
    keyColumn(notes, 'rulebook', ['terms', '*', 'one-of'], 'yaml', 30),
    keyColumn(notes, 'rulebook', ['terms', '*', 'columns'], 'yaml', 44),
    restColumn(),
  ];
  const order = columns.map(({ id }) => id);
  return {
    name: '参数',
    about: '合同要填写的数字、日期和选项，以及法定数字',
    columns,
    rows: (book) =>
      SECTIONS.flatMap((section) =>
        (book.files.get(FILE)?.keys([0, section]) ?? []).map((name) =>
          rowAt(book, FILE, [0, section, name], columns, {
            cells: { section: shown(book.lists.label('section', section)), name: shown(name) },
          }),
        ),
      ),
    add(given, { lists }) {
      const name = given.get('name');
      if (name === undefined) return lacking('name', '名称');
      const section = lists.code('section', given.get('section') ?? 'terms');
      const entry = entrySource(columns, given, lists);
      if (!('source' in entry)) return entry;
      const at = [0, section, name];
      return { edit: { kind: 'set', file: FILE, path: at, to: { kind: 'yaml', source: entry.source }, order }, at };
    },
  };
}
