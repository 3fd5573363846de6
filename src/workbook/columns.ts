/** Columns out of the schemas: headings and notes are theirs. */
import type { Notes, SchemaName } from './notes.js';
import type { Column, Kind } from './sheet.js';

type More = Partial<Omit<Column, 'id' | 'kind' | 'width'>>;

/** The column of a key; the last step of the path is the key. */
export const keyColumn = (
  notes: Notes,
  schema: SchemaName,
  path: readonly string[],
  kind: Kind,
  width: number,
  more: More = {},
): Column => ({
  id: path.at(-1) ?? '',
  heading: notes.heading(schema, ...path),
  note: notes.note(schema, ...path),
  kind,
  width,
  ...more,
});

export const ownColumn = (id: string, heading: string, note: string, kind: Kind, width: number, more: More = {}): Column => ({
  id,
  heading,
  note,
  kind,
  width,
  ...more,
});

/** The keys that have no column. */
export const restColumn = (note = ''): Column =>
  ownColumn('*', '其余', `没有单独成列的内容，一行一项，写成“键: 值”${note === '' ? '' : `；${note}`}`, 'rest', 40);

/** Asks for a row to be taken away. */
export const REMOVE: Column = ownColumn('remove', '删除', '选“删除”，导入时删去这一行；也可以整行删掉', 'word', 6, {
  list: 'remove',
  isClosed: true,
});
