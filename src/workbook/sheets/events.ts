/** 事件: event types, each with its fields in the rows below it. */
import { keyColumn, ownColumn, restColumn } from '../columns.js';
import { entrySource, lacking } from '../new-entry.js';
import type { Notes } from '../notes.js';
import { rowAt, shown } from '../rows.js';
import type { Cell, Sheet } from '../sheet.js';

const FILE = 'rulebook.yaml';
const OF_FIELDS = ['type', 'one-of', 'item', 'optional', 'default'] as const;

export function eventsSheet(notes: Notes): Sheet {
  const columns = [
    ownColumn('event', '事件类型', '类型的名称，小写字母、数字、点和连字符；字段行写它所属的类型', 'name', 24),
    ownColumn('field', '字段', '字段的英文名称；空着的一行是事件类型本身', 'name', 16),
    keyColumn(notes, 'rulebook', ['events', '*', 'says'], 'text', 26, { isRequired: true }),
    keyColumn(notes, 'rulebook', ['events', '*', 'answers'], 'word', 30, { list: 'event' }),
    keyColumn(notes, 'rulebook', ['events', '*', 'data', '*', 'type'], 'word', 18, { list: 'type' }),
    keyColumn(notes, 'rulebook', ['events', '*', 'data', '*', 'one-of'], 'yaml', 36),
    keyColumn(notes, 'rulebook', ['events', '*', 'data', '*', 'item'], 'word', 20, { list: 'table' }),
    keyColumn(notes, 'rulebook', ['events', '*', 'data', '*', 'optional'], 'word', 10, { list: 'yes-no', isClosed: true }),
    keyColumn(notes, 'rulebook', ['events', '*', 'data', '*', 'default'], 'word', 10),
    restColumn(),
  ];
  const none: Readonly<Record<string, Cell>> = Object.fromEntries(OF_FIELDS.map((id) => [id, shown('')]));
  return {
    name: '事件',
    about: '会记录哪些事，各载明什么：类型一行，其下每个字段一行',
    columns,
    rows: (book) =>
      (book.files.get(FILE)?.keys([0, 'events']) ?? []).flatMap((event) => {
        const at = [0, 'events', event];
        const fields = book.files.get(FILE)?.keys([...at, 'data']) ?? [];
        return [
          rowAt(book, FILE, at, columns, { cells: { ...none, event: shown(event), field: shown('') }, elsewhere: ['data'] }),
          ...fields.map((field) =>
            rowAt(book, FILE, [...at, 'data', field], columns, { cells: { event: shown(event), field: shown(field), answers: shown('') } }),
          ),
        ];
      }),
    add(given, { lists }) {
      const event = given.get('event');
      const field = given.get('field');
      if (event === undefined) return lacking('event', '事件类型');
      const entry = entrySource(columns, given, lists);
      if (!('source' in entry)) return entry;
      const at = [0, 'events', event, ...(field === undefined ? [] : ['data', field])];
      return {
        edit: {
          kind: 'set',
          file: FILE,
          path: at,
          to: { kind: 'yaml', source: field === undefined ? withData(entry.source) : entry.source },
          order: [],
        },
        at,
      };
    },
  };
}

/** An event type says what its data are, be there none. */
const withData = (source: string): string => (source.startsWith('{') ? source.replace(/ ?\}$/, ', data: {} }') : `${source}\ndata: {}`);
