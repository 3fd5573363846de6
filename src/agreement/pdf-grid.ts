/** Tables that are ruled: what stands between the same lines is one cell, however it is wrapped and wherever it is set in it. */
import { rowsOf, type Item } from './pdf-rows.js';
import type { Rule, Rules } from './pdf-rules.js';
import { cellOf, wholeCell, type TableCell, type TableRow } from './pdf-table-rows.js';
import { cutAt, type Gap } from './pdf-tables.js';

type Row = readonly Item[];

/** Rows of a ruled table with nothing else between them. */
export interface Ruled {
  /** Of the lines of the page, from 0. */
  readonly first: number;
  readonly last: number;
  readonly gaps: readonly Gap[];
  /** Undefined where a piece of text goes over a line: it cannot be told what stands on either side. */
  readonly rows: readonly TableRow[] | undefined;
}

/** The edges of a grid: from left to right, and from the top down. */
interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly rules: Rules;
}

/** In points: lines so far from each other meet. */
const NEAR = 3;

/** The ruled tables among the lines of a page, from the top down. */
export const ruledIn = (rows: readonly Row[], rules: Rules): readonly Ruled[] =>
  gridsOf(rules)
    .flatMap((grid) => tablesOf(rows, grid))
    .toSorted((a, b) => a.first - b.first);

/** Lines that meet are a grid. */
function gridsOf({ flat, upright }: Rules): readonly Grid[] {
  const left = new Set<Rule>([...flat, ...upright]);
  const grids: Grid[] = [];
  for (const start of flat) {
    if (!left.delete(start)) continue;
    const own: { flat: Rule[]; upright: Rule[] } = { flat: [start], upright: [] };
    const open: { readonly rule: Rule; readonly isFlat: boolean }[] = [{ rule: start, isFlat: true }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { rule, isFlat } = next;
      for (const other of isFlat ? upright : flat) {
        if (!left.has(other) || !doMeet(rule, other)) continue;
        left.delete(other);
        (isFlat ? own.upright : own.flat).push(other);
        open.push({ rule: other, isFlat: !isFlat });
      }
    }
    // Tables are often left open on either side, and where a page cuts them.
    const xs = edgesOf([...own.upright.map(({ at }) => at), ...ends(own.flat)]);
    const ys = edgesOf([...own.flat.map(({ at }) => at), ...ends(own.upright)]).toReversed();
    if (own.upright.length > 0 && xs.length > 2) grids.push({ xs, ys, rules: own });
  }
  return grids;
}

const doMeet = (one: Rule, across: Rule): boolean =>
  across.at >= one.from - NEAR && across.at <= one.to + NEAR && one.at >= across.from - NEAR && one.at <= across.to + NEAR;

const ends = (rules: readonly Rule[]): readonly number[] =>
  rules.length === 0 ? [] : [Math.min(...rules.map(({ from }) => from)), Math.max(...rules.map(({ to }) => to))];

/** In their order; what is nearly the same is one. */
const edgesOf = (all: readonly number[]): readonly number[] =>
  all
    .toSorted((a, b) => a - b)
    .reduce<readonly number[]>((kept, at) => (at - (kept.at(-1) ?? -Infinity) > NEAR ? [...kept, at] : kept), []);

/** What is written in a grid; nothing where other text stands beside it, which the lines of the page could not be told apart from. */
function tablesOf(rows: readonly Row[], grid: Grid): readonly Ruled[] {
  const texts = textsIn(rows, grid);
  const lines = rows.flatMap((row, index) => (row.some((item) => isIn(grid, item)) ? [index] : []));
  const [first = 0, last = -1] = [lines[0], lines.at(-1)];
  if (rows.slice(first, last + 1).some((row) => row.some((item) => !isIn(grid, item)))) return [];
  const gaps = grid.xs.slice(1, -1).map((x) => ({ from: x - 1, to: x + 1 }));
  if (rows.flat().some((item) => isIn(grid, item) && isTorn(item, grid))) return [{ first, last, gaps, rows: undefined }];
  const columns = grid.xs.length - 1;
  const breadths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...texts.filter((text) => text.column === column && text.columns === 1).flatMap(({ lines: own }) => own.map(breadthOf))),
  );
  const tables: { first: number; last: number; gaps: readonly Gap[]; rows: TableRow[] }[] = [];
  let isOpen = false;
  for (const row of grid.ys.keys()) {
    const own = texts.filter((text) => text.row === row);
    if (own.length === 0) continue;
    const [from, to] = [Math.min(...own.map((text) => text.first)), Math.max(...own.map((text) => text.last))];
    // What takes a row from edge to edge is a heading, or a clause.
    if (own.some((text) => text.columns === columns)) {
      isOpen = false;
      continue;
    }
    const cells = Array.from({ length: columns }, (_, column) => {
      const text = own.find((one) => one.column === column);
      return text === undefined ? undefined : cellIn(text, breadths[column] ?? 0);
    });
    const table = tables.at(-1);
    if (isOpen && table !== undefined) {
      table.rows.push({ line: from, cells });
      table.last = Math.max(table.last, to);
    } else tables.push({ first: from, last: to, gaps, rows: [{ line: from, cells }] });
    isOpen = true;
  }
  return tables.filter(({ rows: own }) => own.some(({ cells }) => cells.filter((cell) => cell !== undefined).length > 1));
}

/** What is written in one cell. */
interface Text {
  readonly row: number;
  readonly column: number;
  /** Over how many columns it goes. */
  readonly columns: number;
  /** Lines of the page on which it begins and ends. */
  readonly first: number;
  readonly last: number;
  readonly lines: readonly Row[];
}

function textsIn(rows: readonly Row[], grid: Grid): readonly Text[] {
  const corners = cornersOf(grid);
  const byCell = new Map<Corner, { first: number; last: number; items: Item[] }>();
  for (const [index, row] of rows.entries())
    for (const item of row.flatMap((one) => piecesOf(one, grid))) {
      const corner = corners[bandOf(grid.ys, heightOf(item), true)]?.[bandOf(grid.xs, middleOf(item), false)];
      if (corner === undefined) continue;
      const cell = byCell.get(corner);
      if (cell === undefined) byCell.set(corner, { first: index, last: index, items: [item] });
      else {
        cell.items.push(item);
        cell.last = index;
      }
    }
  return [...byCell].map(([{ row, column, columns }, { first, last, items }]) => ({
    row,
    column,
    columns,
    first,
    last,
    lines: rowsOf(items),
  }));
}

interface Corner {
  readonly row: number;
  readonly column: number;
  columns: number;
}

/** For each field of a grid the cell that it is part of: cells go on where no line parts them. */
function cornersOf({ xs, ys, rules }: Grid): readonly (readonly Corner[])[] {
  const corners: Corner[][] = [];
  for (const [row, top] of ys.slice(0, -1).entries()) {
    const own: Corner[] = [];
    const y = (top + (ys[row + 1] ?? top)) / 2;
    for (const [column, start] of xs.slice(0, -1).entries()) {
      const x = (start + (xs[column + 1] ?? start)) / 2;
      const above = corners[row - 1]?.[column];
      const before = own[column - 1];
      if (above !== undefined && !isRuled(rules.flat, top, x)) own.push(above);
      else if (before?.row === row && !isRuled(rules.upright, start, y)) {
        before.columns = column - before.column + 1;
        own.push(before);
      } else own.push({ row, column, columns: 1 });
    }
    corners.push(own);
  }
  return corners;
}

const isRuled = (rules: readonly Rule[], at: number, across: number): boolean =>
  rules.some((rule) => Math.abs(rule.at - at) <= NEAR && rule.from <= across && rule.to >= across);

/** Readers put texts of two cells that nearly touch into one piece. */
function piecesOf(item: Item, { xs, rules }: Grid): readonly Item[] {
  const gaps = xs.slice(1, -1).flatMap((x) => (isRuled(rules.upright, x, heightOf(item)) ? [{ from: x - 1, to: x + 1 }] : []));
  return cutAt(item, gaps);
}

/** In letters: less of a text may stick out over the edge of its cell. */
const OUT = 0.4;

/** Whether there is no blank at which a text that goes over a line could be parted. */
const isTorn = (item: Item, grid: Grid): boolean =>
  piecesOf(item, grid).some((piece) =>
    grid.xs
      .slice(1, -1)
      .some((x) => Math.min(x - piece.x, piece.x + piece.width - x) > piece.size * OUT && isRuled(grid.rules.upright, x, heightOf(piece))),
  );

/** Letters stand on the line; what is meant is their middle. */
const heightOf = ({ y, size }: Item): number => y + size * 0.35;
const middleOf = ({ x, width }: Item): number => x + width / 2;

/** Between which two edges something is, from 0; -1 if it is outside. */
function bandOf(edges: readonly number[], at: number, isDown: boolean): number {
  const index = edges.findIndex((edge) => (isDown ? edge < at : edge > at));
  return index === -1 ? -1 : index - 1;
}

const isIn = ({ xs, ys }: Grid, item: Item): boolean => bandOf(xs, middleOf(item), false) >= 0 && bandOf(ys, heightOf(item), true) >= 0;

const breadthOf = (row: Row): number => Math.max(...row.map(({ x, width }) => x + width)) - Math.min(...row.map(({ x }) => x));

const cellIn = ({ lines }: Text, breadth: number): TableCell | undefined => wholeCell(lines.map((line) => cellOf(line, breadth)));
