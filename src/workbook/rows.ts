/** A row of a sheet out of a mapping in a file: a cell for each column. */
import { cellText } from './cell.js';
import type { Book, Cell, Column, Row } from './sheet.js';
import type { Path } from './text/path.js';
import { isBlock, type YamlText } from './text/yaml-text.js';

export interface RowOptions {
  /** Cells that are not simply the value of a key: what they show, and where that can be written. */
  readonly cells?: Readonly<Record<string, Cell>>;
  /** Keys that have a sheet of their own. */
  readonly elsewhere?: readonly string[];
  readonly isFixed?: boolean;
}

/** The row for the mapping at a place. */
export function rowAt(book: Book, file: string, at: Path, columns: readonly Column[], options: RowOptions = {}): Row {
  const yaml = book.files.get(file);
  const cells = new Map<string, Cell>();
  if (yaml !== undefined) {
    const known = new Set([...columns.map(({ id }) => id), ...(options.elsewhere ?? [])]);
    for (const column of columns) cells.set(column.id, options.cells?.[column.id] ?? cellAt(book, yaml, at, column, known));
  }
  return { file, at, cells, ...(options.isFixed === true ? { isFixed: true } : {}) };
}

/** A cell where nothing can be written. */
export const shown = (text: string): Cell => ({ text, path: undefined });

function cellAt(book: Book, yaml: YamlText, at: Path, column: Column, known: ReadonlySet<string>): Cell {
  if (column.kind === 'name')
    return shown(column.list === undefined ? String(at.at(-1)) : book.lists.label(column.list, String(at.at(-1))));
  if (column.kind === 'rest') return { text: restOf(yaml, at, (key) => !known.has(key)), path: at };
  const path = [...at, column.id];
  return { text: cellText(column, yaml.node(path), yaml, book.lists), path };
}

/** Keys with their values, as lines. */
export function restOf(yaml: YamlText, at: Path, isRest: (key: string) => boolean): string {
  return yaml
    .keys(at)
    .filter(isRest)
    .map((key) => entryLines(yaml, [...at, key], key))
    .join('\n');
}

function entryLines(yaml: YamlText, path: Path, key: string): string {
  const node = yaml.node(path);
  if (node === undefined) return `${key}:`;
  const source = yaml.sourceOf(node);
  if (!source.includes('\n') || /^[[{"']/.test(source)) return `${key}: ${source}`;
  const lines = source.split('\n').map((line) => (line === '' ? '' : `  ${line}`));
  return isBlock(node) ? `${key}:\n${lines.join('\n')}` : `${key}: ${lines.join('\n').trimStart()}`;
}
