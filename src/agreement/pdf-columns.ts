/** Text set in two columns: what stands on the left is read before what stands on the right. */
import { rowsOf, type Item } from './pdf-rows.js';

/** Where the two columns of a document are parted, seen from the first of its pages that shows it; undefined where it has none. */
export function gutterIn(pages: readonly (readonly Item[])[]): number | undefined {
  for (const items of pages) {
    const gutter = gutterOf(withoutEdges(rowsOf(items)).middle.flat());
    if (gutter !== undefined) return gutter;
  }
  return undefined;
}

/** The columns of a page in the order in which they are read; a page without columns is one. */
export function columnsOf(items: readonly Item[], gutter: number | undefined): readonly (readonly Item[])[] {
  const { top, middle, bottom } = withoutEdges(rowsOf(items));
  if (gutter === undefined || !isParted(middle.flat(), gutter)) return [items];
  const columns: Item[][] = [top.flat()];
  let [left, right]: [Item[], Item[]] = [[], []];
  const close = (): void => {
    columns.push(left, right);
    [left, right] = [[], []];
  };
  for (const row of middle) {
    // A heading over both columns, or a table as wide as the page.
    if (row.some((item) => crosses(item, gutter))) {
      close();
      columns.push([...row]);
      continue;
    }
    left.push(...row.filter(({ x }) => x < gutter));
    right.push(...row.filter(({ x }) => x >= gutter));
  }
  close();
  return [...columns, bottom.flat()].filter((column) => column.length > 0);
}

type Rows = readonly (readonly Item[])[];

const heightOf = (row: readonly Item[] | undefined): number => row?.[0]?.y ?? 0;

/** Headers and footers: a line or two at either end, well apart from the rest. */
function withoutEdges(rows: Rows): { readonly top: Rows; readonly middle: Rows; readonly bottom: Rows } {
  const gaps = rows.slice(1).map((row, index) => heightOf(rows[index]) - heightOf(row));
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  const isWide = (index: number): boolean => (gaps[index] ?? 0) > usual * 1.6;
  const head = [1, 0].find(isWide);
  const foot = [gaps.length - 2, gaps.length - 1].find((index) => index > 1 && isWide(index));
  const [from, to] = [head === undefined ? 0 : head + 1, foot === undefined ? rows.length : foot + 1];
  return { top: rows.slice(0, from), middle: rows.slice(from, to), bottom: rows.slice(to) };
}

const crosses = ({ x, width }: Item, gutter: number): boolean => x < gutter - 1 && x + width > gutter + 1;

/** Lines on each side that make columns of prose. */
const FEWEST = 6;
/** How much of a column's width most of its lines fill: the cells of a table do not. */
const FILLED = 0.7;
const MOST_CROSSING = 0.15;

/** Where two columns are parted; undefined where there are none. */
function gutterOf(items: readonly Item[]): number | undefined {
  const start = Math.min(...items.map(({ x }) => x));
  const end = Math.max(...items.map(({ x, width }) => x + width));
  const starts = [...new Set(items.map(({ x }) => Math.round(x)))].filter(
    (x) => x > start + (end - start) * 0.35 && x < start + (end - start) * 0.65,
  );
  for (const gutter of starts.map((x) => x - 2).toSorted((a, b) => a - b)) {
    if (!isParted(items, gutter)) continue;
    const [left, right] = sidesOf(items, gutter);
    if (left.length >= FEWEST && right.length >= FEWEST && isProse(left, gutter - start) && isProse(right, end - gutter)) return gutter;
  }
  return undefined;
}

const sidesOf = (items: readonly Item[], gutter: number): readonly [left: Rows, right: Rows] => {
  const whole = items.filter((item) => !crosses(item, gutter));
  return [rowsOf(whole.filter(({ x }) => x < gutter)), rowsOf(whole.filter(({ x }) => x >= gutter))];
};

/** Hardly a line goes from one side to the other. */
function isParted(items: readonly Item[], gutter: number): boolean {
  const [left, right] = sidesOf(items, gutter);
  const crossing = rowsOf(items.filter((item) => crosses(item, gutter)));
  return right.length > 0 && crossing.length <= MOST_CROSSING * (left.length + right.length);
}

/** Most lines reach from one edge of their column to the other. */
const isProse = (rows: Rows, width: number): boolean =>
  rows.filter((row) => row.reduce((sum, item) => sum + item.width, 0) > width * FILLED).length * 2 >= rows.length;
