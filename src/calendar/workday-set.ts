import type { Day } from './day.js';

/** Working days of a range of days, kept so that counting and finding cost next to nothing. */
export interface WorkdaySet {
  readonly first: Day;
  readonly last: Day;
  has(day: Day): boolean;
  /** How many working days lie in [first of the range, day]. `day` may be the day before the range. */
  countThrough(day: Day): number;
  /** The day of the n-th working day of the range (1 = the first); undefined where there is none. */
  at(n: number): Day | undefined;
}

/** Builds the set by asking each day once. */
export function workdaySet(first: Day, last: Day, isWorking: (day: Day) => boolean): WorkdaySet {
  const length = last - first + 1;
  const through = new Int32Array(length + 1);
  const days = new Int32Array(length);
  let count = 0;
  for (let i = 0; i < length; i++) {
    if (isWorking((first + i) as Day)) days[count++] = i;
    through[i + 1] = count;
  }
  const countThrough = (day: Day): number => through[day - first + 1] ?? 0;
  return {
    first,
    last,
    has: (day) => countThrough(day) > countThrough((day - 1) as Day),
    countThrough,
    at: (n) => (n >= 1 && n <= count ? ((first + (days[n - 1] ?? 0)) as Day) : undefined),
  };
}
