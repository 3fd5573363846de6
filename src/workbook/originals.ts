import type { FilledRow, FilledTable } from './read-tables.js';
import type { Row, Sheet } from './sheet.js';
import { keyOfRow, plainText } from './version.js';

/** Of rows with one place, the one that is still called the same; the others were copied from it. */
export function originalsOf(sheet: Sheet, table: FilledTable, present: ReadonlyMap<string, Row>): ReadonlyMap<string, number> {
  const names = sheet.columns.filter(({ kind, isId }) => kind === 'name' || isId === true);
  const found = new Map<string, number>();
  const isCalledSame = ({ texts }: FilledRow, there: Row | undefined): boolean =>
    names.every(({ id }) => plainText(texts.get(id) ?? '') === plainText(there?.cells.get(id)?.text ?? ''));
  for (const isExact of [true, false]) {
    for (const filled of table.rows) {
      if (filled.from === undefined) continue;
      const key = keyOfRow(filled.from.file, filled.from.at);
      if (!found.has(key) && present.has(key) && (!isExact || isCalledSame(filled, present.get(key)))) found.set(key, filled.row);
    }
  }
  return found;
}
