/** The lines of a page out of the pieces of text on it: columns one after the other, footnotes known as such. */
import { lineOf, type Line } from './line.js';
import { columnsOf } from './pdf-columns.js';
import { rowsOf, type Item } from './pdf-rows.js';

/** In the order in which they are read; `gutter`: where columns are parted, if there are any. */
export function linesOf(items: readonly Item[], page: number, gutter: number | undefined): readonly Line[] {
  const usual = usualSize(items);
  const bare = withoutMarks(items, usual);
  const lines: Line[] = [];
  for (const column of columnsOf(bare, gutter)) lines.push(...linesIn(column, usual, page, lines.length));
  return lines;
}

/** The size of most of the text. */
function usualSize(items: readonly Item[]): number {
  const bySize = new Map<number, number>();
  for (const { size, text } of items) bySize.set(size, (bySize.get(size) ?? 0) + text.length);
  return [...bySize].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

const SMALL = 0.9;
const MARK = /^\s*(?:\[?\d{1,2}\]?|[①-⑳*†‡])\s*$/u;

/** Without the raised numbers that point to footnotes: they would be read as digits of what stands behind them. */
const withoutMarks = (items: readonly Item[], usual: number): readonly Item[] =>
  items.filter(
    ({ text, x, y, size }) =>
      !(
        size < usual * SMALL * SMALL &&
        MARK.test(text) &&
        items.some((other) => other.size >= usual * SMALL && other.x < x && y > other.y && y - other.y < other.size)
      ),
  );

/** Items side by side are a line; a wide gap between them parts two cells. */
function linesIn(items: readonly Item[], usualSizeOfPage: number, page: number, before: number): readonly Line[] {
  const rows = rowsOf(items);
  const heights = rows.slice(1).map((row, index) => (rows[index]?.[0]?.y ?? 0) - (row[0]?.y ?? 0));
  const usual = heights.toSorted((a, b) => a - b)[Math.floor(heights.length / 2)] ?? 0;
  const texts = rows.map(textOf);
  const firstNote = notesFrom(rows, texts, usualSizeOfPage);
  return texts.map((text, index) => {
    const cells = text.split('\t').length;
    const isRow =
      cells > 2 ||
      (cells === 2 && [texts[index - 1], texts[index + 1]].some((other) => other !== undefined && other.split('\t').length > 1));
    const follows = index > 0 && (heights[index - 1] ?? 0) < usual * 1.6;
    const isNote = index >= firstNote && isSmall(rows[index] ?? [], usualSizeOfPage);
    return lineOf(isRow ? text : text.replaceAll('\t', ' '), { line: before + index + 1, page, follows, isRow, isNote });
  });
}

const isSmall = (row: readonly Item[], usual: number): boolean => row.length > 0 && row.every(({ size }) => size < usual * SMALL);

/** Below everything of the usual size, in smaller letters, from a number on: the first line of the footnotes. */
function notesFrom(rows: readonly (readonly Item[])[], texts: readonly string[], usual: number): number {
  const isOfPage = (index: number): boolean => (texts[index] ?? '').trim().length < 24 && index >= rows.length - 2;
  const last = rows.findLastIndex((row, index) => !isSmall(row, usual) && !isOfPage(index));
  const first = texts.findIndex(
    (text, index) => index > last && isSmall(rows[index] ?? [], usual) && /^\s*(?:\[?\d{1,2}\]?|[①-⑳*†‡])/u.test(text),
  );
  return first === -1 ? rows.length : first;
}

function textOf(row: readonly Item[]): string {
  let text = '';
  let end = -Infinity;
  for (const { text: piece, x, width, size } of row.toSorted((a, b) => a.x - b.x)) {
    if (text !== '') text += x - end > size * 1.5 ? '\t' : x - end > size * 0.2 ? ' ' : '';
    text += piece;
    end = x + width;
  }
  return text;
}
