/** A new row as YAML: its filled cells as the keys of a mapping. */
import type { Problem, Text } from '../input/problem.js';
import { readCell } from './cell.js';
import type { Lists } from './lists.js';
import type { Added, Column, Given } from './sheet.js';
import type { Path } from './text/path.js';
import { inOneLine, isInLines, scalarSource, type Written } from './text/written.js';

type Wrong = Extract<Added, { column: string }>;

/** What is wrong with a cell of a new row. */
export const wrong = (column: string, message: Text, repair: Text): Wrong => ({ column, message, repair });

export const wrongBy = (column: string, [problem]: readonly Problem[]): Wrong =>
  wrong(
    column,
    problem?.message ?? { zh: '读不出来', en: 'cannot be read' },
    problem?.repair ?? { zh: '写成有效的 YAML', en: 'valid YAML' },
  );

/** A cell that a new row cannot do without. */
export const lacking = (column: string, heading: string): Wrong =>
  wrong(
    column,
    { zh: `新的一行没有写“${heading}”`, en: `a new row lacks “${heading}”` },
    { zh: '填写这一格，或者清空这一行', en: 'a value, or an empty row' },
  );

/** `{ key: value, … }`, in lines where a value takes several. */
export function entrySource(columns: readonly Column[], given: Given, lists: Lists): { readonly source: string } | Wrong {
  const parts: { readonly key: string; readonly source: string }[] = [];
  const wrongs: Wrong[] = [];
  for (const column of columns) {
    const text = given.get(column.id);
    if (text === undefined || column.kind === 'name' || column.kind === 'shown' || column.kind === 'key') continue;
    const read = readCell(column, text, lists);
    if ('problems' in read) wrongs.push(wrongBy(column.id, read.problems));
    else parts.push({ key: column.kind === 'rest' ? '' : column.id, source: sourceOf(read.written) });
  }
  const [first, ...also] = wrongs;
  return first === undefined ? { source: mapping(parts) } : { ...first, also };
}

/** A new row as an item at the end of a list. */
export function appendedEntry(
  columns: readonly Column[],
  given: Given,
  lists: Lists,
  { file, path, order }: { readonly file: string; readonly path: Path; readonly order: readonly string[] },
): Added {
  const entry = entrySource(columns, given, lists);
  if (!('source' in entry)) return entry;
  return { edit: { kind: 'append', file, path, to: { kind: 'yaml', source: entry.source }, order }, at: 'appended' };
}

/** @param parts a key and its value; of no key: lines of `key: value` */
export function mapping(parts: readonly { readonly key: string; readonly source: string }[]): string {
  const isInline = parts.every(({ key, source }) => key === '' || !isInLines(source));
  const flow = `{ ${parts.map(({ key, source }) => (key === '' ? entriesIn(source) : `${key}: ${inOneLine(source)}`)).join(', ')} }`;
  if (parts.length === 0) return '{}';
  if (isInline && flow.length <= 140) return flow;
  return parts
    .map(({ key, source }) => {
      if (key === '') return linesOf(source);
      return isInLines(source) ? `${key}:\n${indent(source)}` : `${key}: ${source}`;
    })
    .join('\n');
}

/** The entries of a mapping, in one line. */
const entriesIn = (source: string): string => inOneLine(source).replace(/^\{ ?| ?\}$/g, '');

/** The same, each in a line of its own if it was. */
const linesOf = (source: string): string => (/^\s*\{/.test(source) ? entriesIn(source) : source);

const indent = (source: string): string =>
  source
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');

export const sourceOf = (written: Written): string => (written.kind === 'yaml' ? written.source : scalarSource(written));
