import type { Area } from './sheet.js';

/** Which rows of a table have merged cells. Rows are asked about from the top down. */
export class Merges {
  readonly #areas: readonly Area[];
  #next = 0;
  #lowest: Area | undefined;

  constructor(areas: readonly Area[], columns: readonly { readonly column: number }[]) {
    const first = columns[0]?.column ?? 1;
    const last = columns.at(-1)?.column ?? 1;
    this.#areas = areas.filter(({ left, right }) => left <= last && right >= first).toSorted((a, b) => a.top - b.top);
  }

  /** A merged area that the row has a part in. */
  at(row: number): Area | undefined {
    for (let area = this.#areas[this.#next]; area !== undefined && area.top <= row; area = this.#areas[++this.#next]) {
      if (this.#lowest === undefined || area.bottom > this.#lowest.bottom) this.#lowest = area;
    }
    return this.#lowest !== undefined && this.#lowest.bottom >= row ? this.#lowest : undefined;
  }
}
