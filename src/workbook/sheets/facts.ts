/** 事实: one step each. What it does and with what have columns; the rest is as in the file. */
import { keyColumn, ownColumn, restColumn } from '../columns.js';
import { cellText, readCell } from '../cell.js';
import { lacking, mapping, sourceOf, wrongBy } from '../new-entry.js';
import type { Notes } from '../notes.js';
import { restOf, rowAt, shown } from '../rows.js';
import type { Book, Cell, Column, Row, Sheet } from '../sheet.js';

const FILE = 'facts.yaml';
const OPERAND = { id: 'of-measure', kind: 'yaml' } as const;

export function factsSheet(notes: Notes): Sheet {
  const columns: readonly Column[] = [
    ownColumn('name', '名称', '规则和其他事实用它称呼；小驼峰的英文名称，不重复', 'name', 26),
    keyColumn(notes, 'facts', ['*', 'says'], 'text', 28, { isRequired: true }),
    ownColumn('measure', '算法', '怎样得出，用法见 rules/EXAMPLES.md', 'key', 28, { list: 'measure', isClosed: true }),
    ownColumn(OPERAND.id, '对象', '算法所用的事件、事实或参数', OPERAND.kind, 34, { isRequired: true }),
    restColumn('如 from: today'),
    keyColumn(notes, 'facts', ['*', 'question'], 'text', 30),
    ownColumn('by', '由谁回答', '写了问题的，由谁回答，如：法务部', 'text', 12),
  ];
  const row = (book: Book, name: string): Row => {
    const at = [0, name];
    const yaml = book.files.get(FILE);
    const keys = yaml?.keys(at) ?? [];
    const measure = keys.find((key) => book.lists.has('measure', key));
    const path = measure === undefined ? undefined : [...at, measure];
    // `by` is a length, not a person, where nobody is asked.
    const isPerson = keys.includes('question');
    const mine = new Set(['says', 'question', measure ?? '', ...(isPerson ? ['by'] : [])]);
    const cells: Record<string, Cell> = {
      measure: { text: measure === undefined ? '' : book.lists.label('measure', measure), path },
      [OPERAND.id]: {
        text: path === undefined || yaml === undefined ? '' : cellText(OPERAND, yaml.node(path), yaml, book.lists),
        path,
      },
      '*': { text: yaml === undefined ? '' : restOf(yaml, at, (key) => !mine.has(key)), path: at },
      ...(isPerson ? {} : { by: shown('') }),
    };
    return rowAt(book, FILE, at, columns, { cells });
  };
  return {
    name: '事实',
    about: '从合同和事件得出的日期、数量和是否，一个事实一步',
    columns,
    rows: (book) => (book.files.get(FILE)?.keys([0]) ?? []).map((name) => row(book, name)),
    add(given, { lists }) {
      const name = given.get('name');
      const measure = given.get('measure');
      if (name === undefined) return lacking('name', '名称');
      if (measure === undefined) return lacking('measure', '算法');
      const parts: { key: string; source: string }[] = [];
      for (const column of columns) {
        const text = given.get(column.id);
        if (text === undefined || column.kind === 'name' || column.kind === 'key') continue;
        const read = readCell(column, text, lists);
        if ('problems' in read) return wrongBy(column.id, read.problems);
        const key = column.kind === 'rest' ? '' : column.id === OPERAND.id ? lists.code('measure', measure) : column.id;
        parts.push({ key, source: sourceOf(read.written) });
      }
      const at = [0, name];
      return { edit: { kind: 'set', file: FILE, path: at, to: { kind: 'yaml', source: mapping(parts) }, order: [] }, at };
    },
  };
}
