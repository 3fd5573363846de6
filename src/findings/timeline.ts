/** How something stood over time: walked from day to day, but only to days on which it can have changed. */
import type { Day } from '../calendar/day.js';

/** What holds from a day on, until the next. */
export interface Stretch<T> {
  readonly from: Day;
  readonly value: T;
}

export interface Observed<T> {
  readonly value: T;
  /** Later days on which it may change although nothing happens. */
  readonly watched: ReadonlySet<number>;
}

/**
 * A history that grows with the days asked about. What stood on a day does not depend on later events, so nothing walked is walked again.
 * `moves` are days on which events (or changes of the contract) may change it, ascending.
 */
export class Timeline<T> {
  readonly #stretches: Stretch<T>[] = [];
  #next: number;
  #watched: ReadonlySet<number> = new Set();

  constructor(
    start: Day,
    readonly moves: readonly number[],
    readonly observe: (day: Day) => Observed<T>,
    readonly same: (a: T, b: T) => boolean,
  ) {
    this.#next = start;
  }

  /** Every stretch through the end of a day. */
  through(day: Day): readonly Stretch<T>[] {
    while (this.#next <= day) {
      const at = this.#next as Day;
      const { value, watched } = this.observe(at);
      const last = this.#stretches.at(-1);
      if (last === undefined || !this.same(last.value, value)) this.#stretches.push({ from: at, value });
      this.#watched = watched;
      this.#next = Math.min(nextMove(this.moves, at), ...[...this.#watched].filter((one) => one > at));
    }
    return this.#stretches;
  }

  /** The stretch in which a day lies; undefined before the start. */
  on(day: Day): Stretch<T> | undefined {
    return this.through(day).findLast((stretch) => stretch.from <= day);
  }
}

function nextMove(moves: readonly number[], after: number): number {
  let low = 0;
  let high = moves.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((moves[middle] ?? Infinity) <= after) low = middle + 1;
    else high = middle;
  }
  return moves[low] ?? Infinity;
}
