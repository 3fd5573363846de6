/** Merged cells of a Word table: each row gets all its columns back. */

/** A cell as it is written once, and how many columns and rows it covers. */
export interface Merged {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

/** No table is wider; what says so would only take room. */
const MOST_COLUMNS = 64;
/** A longer text is said once: repeated, it would tell nothing more. */
const LONG = 120;

/** What a cell that reaches down still has to fill. */
interface Open {
  readonly text: string;
  readonly rows: number;
}

/** The rows of one table, from the first down. */
export class MergedRows {
  #open: readonly (Open | undefined)[] = [];

  /** Whether the next row has cells that begin above it. */
  get isOpen(): boolean {
    return this.#open.some((one) => one !== undefined);
  }

  /** The text of a cell stands in each row that it covers, in the first of its columns; the others are empty. */
  next(cells: readonly Merged[]): readonly string[] {
    const row: string[] = [];
    const open: (Open | undefined)[] = [];
    const fill = (): void => {
      for (let above = this.#open[row.length]; above !== undefined; above = this.#open[row.length]) {
        open[row.length] = above.rows > 1 ? { text: above.text, rows: above.rows - 1 } : undefined;
        row.push(above.text);
      }
    };
    for (const { text, columns, rows } of cells) {
      fill();
      for (let column = 0; column < Math.min(columns, MOST_COLUMNS); column++) {
        const own = column === 0 ? text : '';
        open[row.length] = rows > 1 ? { text: own.length > LONG ? '' : own, rows: rows - 1 } : undefined;
        row.push(own);
      }
    }
    fill();
    this.#open = open;
    return row;
  }
}
