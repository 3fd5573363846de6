/** Tables of a page, seen from where its pieces of text stand: gaps that go down through several lines part columns. */
import { labelOf } from './label.js';
import type { Item } from './pdf-rows.js';

type Row = readonly Item[];

/** What is free of text from one edge to the other, all the way down. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** Lines of a page that are a table, with what parts its columns. */
export interface Block {
  /** Of the lines of the page, from 0. */
  readonly first: number;
  readonly last: number;
  readonly gaps: readonly Gap[];
  /** Its lines; a piece that goes over a gap is cut there. */
  readonly rows: readonly Row[];
}

/** In letters: what is wider parts two cells of a line. */
const WIDE = 1.2;
/** What is narrower, down through a table, parts no columns. */
const NARROW = 0.25;
/** How much farther apart lines of a table may stand than its letters are high: cells have edges, and more lines in another column. */
const FAR = 3.5;

/** The blocks of a page, from the top down. */
export function blocksIn(rows: readonly Row[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < rows.length; at++) {
    const block = blockFrom(rows, at, (blocks.at(-1)?.last ?? -1) + 1);
    if (block === undefined) continue;
    blocks.push(block);
    at = block.last;
  }
  return blocks;
}

/** From a line with several cells on, as long as the lines keep to its columns. */
function blockFrom(rows: readonly Row[], start: number, floor: number): Block | undefined {
  const first = rows[start] ?? [];
  if (gapsIn(first).length === 0) return undefined;
  const taken: Row[] = [first];
  const edge = Math.min(...rows.flat().map(({ x }) => x));
  for (let at = start + 1; at < rows.length; at++) {
    const next = rows[at] ?? [];
    if (topOf(taken.at(-1) ?? []) - topOf(next) > FAR * sizeOf(next)) break;
    if (beginsClause(next, edge)) break;
    const gaps = columnGaps(taken);
    const row = next.flatMap((item) => cutAt(item, gaps));
    const crossed = gaps.filter((gap) => isOver(row, gap)).length;
    if (crossed > 0 && (crossed * 2 >= gaps.length || gapsIn(row).length === 0)) break;
    if (!canBePart(row, taken, gaps)) break;
    taken.push(row);
  }
  // What belongs to a cell has no columns of its own: behind the last line with several cells only the rest of that row may follow.
  while (taken.length > 1 && !isOfRow(taken, columnGaps(taken))) taken.pop();
  const above = aboveIt(rows, start, floor, columnGaps(taken));
  const all = [...above, ...taken];
  const gaps = columnGaps(all);
  if (all.filter((row) => cellsOf(row, gaps).size > 1).length < 2 || isList(all, gaps)) return undefined;
  return {
    first: start - above.length,
    last: start + taken.length - 1,
    gaps,
    rows: all.map((row) => row.flatMap((item) => cutAt(item, gaps))),
  };
}

/** Whether a line is a clause and no row: it begins with a number at the edge of the page, and goes on as sentences do. */
function beginsClause(row: Row, edge: number): boolean {
  const text = row
    .toSorted((a, b) => a.x - b.x)
    .map((item) => item.text)
    .join('')
    .normalize('NFKC');
  const label = labelOf(text.trim());
  if (label === undefined || label.isFaint || Math.min(...row.map(({ x }) => x)) > edge + sizeOf(row) * 2.5) return false;
  return gapsIn(row).length === 0 || /[。；;]$/u.test(text.trim());
}

/** Whether a line with one text can be part of a cell: it is hardly broader than what stands in its column, and no clause begins with it. */
function canBePart(row: Row, taken: readonly Row[], gaps: readonly Gap[]): boolean {
  const cells = cellsOf(row, gaps);
  const [column = 0] = cells.keys();
  if (gapsIn(row).length > 0 || keepsApart(cells, gaps, sizeOf(row))) return true;
  const text = row
    .map((item) => item.text)
    .join('')
    .normalize('NFKC');
  const label = labelOf(text);
  if (column === 0 && ((label !== undefined && !label.isFaint) || /[。；]$/u.test(text))) return false;
  const breadths = taken.flatMap((one) => {
    const own = cellsOf(one, gaps).get(column);
    return own === undefined ? [] : [breadthOf(own)];
  });
  return breadths.length === 0 || breadthOf(row) <= Math.max(...breadths) + sizeOf(row) * 1.5;
}

/** Whether two texts of a line stand on either side of what parts two columns, and not only apart as words do. */
const keepsApart = (cells: ReadonlyMap<number, Row>, gaps: readonly Gap[], size: number): boolean =>
  gaps.some(({ from, to }, column) => {
    const [left, right] = [cells.get(column), cells.get(column + 1)];
    if (left === undefined || right === undefined) return false;
    return Math.min(...right.map(({ x }) => x)) >= to - size / 2 || Math.max(...left.map(({ x, width }) => x + width)) <= from + size / 2;
  });

const breadthOf = (row: Row): number => Math.max(...row.map(({ x, width }) => x + width)) - Math.min(...row.map(({ x }) => x));

/** A line above the first with several cells that can only be the upper half of a cell beside others that are set in the middle. */
function aboveIt(rows: readonly Row[], start: number, floor: number, gaps: readonly Gap[]): readonly Row[] {
  const above = start > floor ? rows[start - 1] : undefined;
  const first = rows[start] ?? [];
  if (above === undefined || topOf(above) - topOf(first) > sizeOf(first) * 0.95) return [];
  return gaps.some((gap) => isOver(above, gap)) ? [] : [above];
}

/** Whether the last line taken belongs to the table. */
function isOfRow(rows: readonly Row[], gaps: readonly Gap[]): boolean {
  const row = rows.at(-1) ?? [];
  const cells = cellsOf(row, gaps);
  if (gapsIn(row).length > 0) return true;
  const above = rows.at(-2) ?? [];
  const text = row.map((item) => item.text).join('');
  const label = labelOf(text.normalize('NFKC'));
  if (cells.has(0) && label !== undefined && !label.isFaint) return false;
  return topOf(above) - topOf(row) <= sizeOf(row) * 1.9 && !/[。；]$/u.test(text);
}

/** A list whose numbers or dots stand apart from its sentences is no table. */
function isList(rows: readonly Row[], gaps: readonly Gap[]): boolean {
  if (gaps.length > 1) return false;
  const firsts = rows.flatMap((row) => {
    const text = (cellsOf(row, gaps).get(0) ?? []).map((item) => item.text).join('');
    return text === '' ? [] : [text.trim().normalize('NFKC')];
  });
  return firsts.every(
    (text) => /^[-–—•·●■◆*]$/u.test(text) || labelOf(`${text} 一`)?.length === `${text} `.length || labelOf(text)?.length === text.length,
  );
}

/** Whether a line goes on from one side of a gap to the other. */
const isOver = (row: Row, gap: Gap): boolean => unionOf(row).some(({ from, to }) => from < gap.from - 0.5 && to > gap.to + 0.5);

/** How many of the lines may go over what parts two columns: a cell over several of them. */
const OVER = 0.15;

/** What parts the columns of some lines, cells over several of them left aside. */
function columnGaps(rows: readonly Row[]): readonly Gap[] {
  const size = Math.min(...rows.map(sizeOf));
  const spans = rows.flatMap(unionOf);
  const gaps = seldomOver(spans, Math.floor(rows.length * OVER)).flatMap((gap) => {
    const isOverAll = ({ from, to }: Gap): boolean => from < gap.from - 0.5 && to > gap.to + 0.5;
    return spans
      .filter((span) => !isOverAll(span))
      .reduce<readonly Gap[]>((free, span) => free.flatMap((one) => without(one, span)), [gap]);
  });
  return together(
    gaps.filter(({ from, to }) => to - from >= size * NARROW),
    rows,
  );
}

/** Between the first text and the last, where no more than so many texts stand. */
function seldomOver(spans: readonly Gap[], most: number): readonly Gap[] {
  const steps = spans
    .flatMap(({ from, to }) => [[from, 1] as const, [to, -1] as const])
    .toSorted(([a, up], [b, down]) => a - b || down - up);
  const gaps: Gap[] = [];
  let over = 0;
  let start: number | undefined;
  for (const [at, step] of steps.slice(0, -1)) {
    over += step;
    const isFree = over <= most;
    if (isFree && start === undefined) start = at;
    if (!isFree && start !== undefined) {
      gaps.push({ from: start, to: at });
      start = undefined;
    }
  }
  return gaps;
}

/** What a text leaves of a gap. */
const without = ({ from, to }: Gap, text: Gap): readonly Gap[] =>
  text.from >= to || text.to <= from
    ? [{ from, to }]
    : [...(text.from > from ? [{ from, to: text.from }] : []), ...(text.to < to ? [{ from: text.to, to }] : [])];

/** A heading set in the middle stands beside cells set to the left: what is never filled in one line is one column. */
function together(gaps: readonly Gap[], rows: readonly Row[]): readonly Gap[] {
  let kept = gaps;
  for (let at = 0; at < kept.length;) {
    const areBoth = rows.some((row) => {
      const cells = cellsOf(row, kept);
      return cells.has(at) && cells.has(at + 1);
    });
    if (areBoth) at += 1;
    else kept = kept.filter((_, index) => index !== at);
  }
  return kept;
}

/** In letters: pieces that stand closer are one text. */
const TOUCHING = 0.15;

/** Where a line has text, from left to right. */
function unionOf(row: Row): readonly Gap[] {
  const spans: Gap[] = [];
  for (const { x, width, size } of row.toSorted((a, b) => a.x - b.x)) {
    const last = spans.at(-1);
    if (last !== undefined && x <= last.to + size * TOUCHING)
      spans[spans.length - 1] = { from: last.from, to: Math.max(last.to, x + width) };
    else spans.push({ from: x, to: x + width });
  }
  return spans;
}

/** What is so wide between the pieces of a line that they are cells. */
const gapsIn = (row: Row): readonly Gap[] => {
  const spans = unionOf(row);
  return spans.slice(1).flatMap(({ from: to }, index) => {
    const from = spans[index]?.to ?? to;
    return to - from > sizeOf(row) * WIDE ? [{ from, to }] : [];
  });
};

const WIDE_LETTER = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60]/u;
/** About how broad a text is: a Chinese character is two. */
export const breadthInHalves = (text: string): number =>
  Array.from(text).reduce((sum, one) => sum + (WIDE_LETTER.test(one) ? 2 : one === ' ' ? 0.5 : 1), 0);

/** Readers put two cells that nearly touch into one piece with a blank: it is cut at the blank that is where the gap is. */
export function cutAt(item: Item, gaps: readonly Gap[]): readonly Item[] {
  const over = gaps.find((gap) => isOver([item], gap));
  if (over === undefined || !item.text.trim().includes(' ')) return [item];
  const scale = item.width / Math.max(1, breadthInHalves(item.text));
  const blanks = Array.from(item.text.matchAll(/\S(\s+)\S/gu), ({ index }) => index + 1).map((at) => {
    const before = item.text.slice(0, at);
    const from = item.x + breadthInHalves(before) * scale;
    return { before, behind: item.text.slice(at).trimStart(), off: Math.max(0, over.from - from, from - over.to), from };
  });
  const [best] = blanks.toSorted((a, b) => a.off - b.off);
  if (best === undefined || best.off > item.size * 1.2) return [item];
  const width = Math.max(0, over.to - item.x) - Math.min(item.size * NARROW, (over.to - over.from) / 2);
  const right = item.x + item.width;
  return [
    { ...item, text: best.before, width: Math.min(width, breadthInHalves(best.before) * scale) },
    ...cutAt({ ...item, text: best.behind, x: Math.max(over.to, best.from), width: right - Math.max(over.to, best.from) }, gaps),
  ];
}

/** The pieces of a line by the column in which each begins. */
export function cellsOf(row: Row, gaps: readonly Gap[]): ReadonlyMap<number, Row> {
  const cells = new Map<number, Item[]>();
  for (const item of row.toSorted((a, b) => a.x - b.x)) {
    const column = gaps.filter(({ from, to }) => item.x + Math.min(item.width, item.size) / 2 > (from + to) / 2).length;
    cells.set(column, [...(cells.get(column) ?? []), item]);
  }
  return cells;
}

const topOf = (row: Row): number => row[0]?.y ?? 0;
const sizeOf = (row: Row): number => Math.max(...row.map(({ size }) => size));
