/** The keys without a column: what was changed among the lines of their cell. */
import { isMap } from 'yaml';
import type { Problem } from '../input/problem.js';
import { readCell } from './cell.js';
import type { Book, Edit, Row } from './sheet.js';
import { YamlText } from './text/yaml-text.js';

/** Edits, one for each key that says something else. */
export function restEdits(
  now: string,
  before: string,
  { file, at }: Row,
  { files, lists }: Book,
): { readonly edits: readonly Edit[] } | { readonly problems: readonly Problem[] } {
  const isEmpty = now.trim() === '';
  const read = isEmpty ? undefined : readCell({ kind: 'rest' }, now, lists);
  if (read !== undefined && 'problems' in read) return read;
  const filled = new YamlText(isEmpty ? '{}' : now.replace(/\s+$/, ''));
  const old = new YamlText(before === '' ? '{}' : before);
  if (!isMap(filled.node([0]))) return { problems: [notLines('', '', '')] };
  const present = files.get(file);
  const edits: Edit[] = [];
  for (const key of filled.keys([0])) {
    const [written, was] = [sourceAt(filled, key), sourceAt(old, key)];
    if (written === was) continue;
    const isElsewhere = was === undefined && present?.pair([...at, key]) !== undefined;
    if (isElsewhere) return { problems: [notLines(key, `“${key}”有单独的列，不写在这里`, `“${key}” has a column of its own`)] };
    edits.push({ kind: 'set', file, path: [...at, key], to: { kind: 'yaml', source: written ?? '' }, order: [] });
  }
  for (const key of old.keys([0])) if (sourceAt(filled, key) === undefined) edits.push({ kind: 'remove', file, path: [...at, key] });
  return { edits };
}

const sourceAt = (yaml: YamlText, key: string): string | undefined => {
  if (yaml.pair([0, key]) === undefined) return undefined;
  const node = yaml.node([0, key]);
  return node === undefined ? '' : yaml.sourceOf(node);
};

const notLines = (key: string, zh: string, en: string): Problem => ({
  code: 'bad-syntax',
  place: { file: '', line: 1, column: 1 },
  message: key === '' ? { zh: '不是“键: 值”的形式', en: 'not of the form `key: value`' } : { zh, en },
  repair: { zh: '一行一项，写成“键: 值”，冒号后有空格', en: 'one `key: value` a line, with a space behind the colon' },
});
