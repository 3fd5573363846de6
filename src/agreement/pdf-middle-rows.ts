/** Rows whose cells are set in the middle, with nothing between them: the lines of each cell lie around one height. */

/** A line of one column. */
export interface ColumnLine {
  readonly y: number;
  /** It cannot go on with the line above it in its column. */
  readonly isNew: boolean;
}

/** For each column how many of its lines a row takes. */
type Taken = readonly number[];

/** In lines: what is closer is on the same height. */
const SAME = 0.2;
/** Lines that a cell may have. */
const MOST = 8;
/** Ways that are tried before a table is given up. */
const PATIENCE = 20_000;

/**
 * How many lines of each column each row takes, from the top down; undefined where that can be said in no way, or in more than one.
 * @param columns the lines of each column, from the top down
 * @param pitch how far lines of one cell stand apart
 */
export function middleRows(columns: readonly (readonly ColumnLine[])[], pitch: number): readonly Taken[] | undefined {
  const known = new Map<string, readonly (readonly Taken[])[]>();
  let tried = 0;

  /** Two ways at most to take what is left: more tell no more. */
  function waysFrom(at: Taken): readonly (readonly Taken[])[] {
    if (at.every((count, column) => count === columns[column]?.length)) return [[]];
    const key = at.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const ways: (readonly Taken[])[] = [];
    for (const row of rowsAt(at)) {
      if (ways.length > 1 || ++tried > PATIENCE) break;
      ways.push(...waysFrom(at.map((count, column) => count + (row[column] ?? 0))).map((rest) => [row, ...rest]));
    }
    known.set(key, ways);
    return ways;
  }

  /** The rows that may come next: cells around one height, and everything else below them. */
  function rowsAt(at: Taken): readonly Taken[] {
    const cells = columns.map((lines, column) => cellsAt(lines, at[column] ?? 0, pitch));
    const middles = cells.flat().map(({ middle }) => middle);
    const rows = middles.map((middle) => {
      const near = cells.map((own) => own.filter((cell) => Math.abs(cell.middle - middle) <= pitch * SAME));
      return near.map((own) => own[0]?.lines ?? 0);
    });
    return [...new Map(rows.map((row) => [row.join(), row])).values()].filter((row) => {
      if (row.filter((lines) => lines > 0).length < 2) return false;
      const [first = 0] = row.flatMap((lines, column) => (lines > 0 ? [middleOf(columns[column] ?? [], at[column] ?? 0, lines)] : []));
      const below = first - (Math.max(...row) / 2) * pitch;
      return columns.every((lines, column) => {
        const next = lines[(at[column] ?? 0) + (row[column] ?? 0)];
        return next === undefined || next.y <= below - pitch * (1 / 2 - SAME);
      });
    });
  }

  const ways = waysFrom(columns.map(() => 0));
  return tried <= PATIENCE && ways.length === 1 ? ways[0] : undefined;
}

const middleOf = (lines: readonly ColumnLine[], from: number, count: number): number =>
  ((lines[from]?.y ?? 0) + (lines[from + count - 1]?.y ?? 0)) / 2;

/** The cells that may begin with a line of a column. */
function cellsAt(
  lines: readonly ColumnLine[],
  from: number,
  pitch: number,
): readonly { readonly lines: number; readonly middle: number }[] {
  const cells: { lines: number; middle: number }[] = [];
  for (let count = 1; count <= MOST && from + count <= lines.length; count++) {
    const [above, line] = [lines[from + count - 2], lines[from + count - 1]];
    if (count > 1 && (line?.isNew === true || Math.abs((above?.y ?? 0) - (line?.y ?? 0) - pitch) > pitch * SAME)) break;
    cells.push({ lines: count, middle: middleOf(lines, from, count) });
  }
  return cells;
}
