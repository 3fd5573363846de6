/** What the table of rules/README.md says of single points, written apart from the operators. Not yet is null; `today` is the end of the day asked about. */

export type Point = number | null;

export const NAIVE: Readonly<Record<string, (x: Point, y: Point, today: number) => boolean>> = {
  before: (x, y, today) => (y === null ? x !== null && x <= today : x !== null && x < y),
  'on-or-before': (x, y, today) => (y === null ? x !== null && x <= today : x !== null && x <= y),
  after: (x, y, today) => (y === null ? false : x === null ? today > y : x > y),
  'on-or-after': (x, y, today) => (y === null ? false : x === null ? today >= y : x >= y),
  on: (x, y) => x !== null && y !== null && x === y,
};

export const NAIVE_NUMBERS: Readonly<Record<string, (x: number, y: number) => boolean>> = {
  'more-than': (x, y) => x > y,
  'at-least': (x, y) => x >= y,
  'less-than': (x, y) => x < y,
  'at-most': (x, y) => x <= y,
  equals: (x, y) => x === y,
};

/** Yes if it is so of every pair, no if of none. */
export function overAll<A, B>(xs: readonly A[], ys: readonly B[], holds: (x: A, y: B) => boolean): 'yes' | 'no' | 'unknown' {
  const found = xs.flatMap((x) => ys.map((y) => holds(x, y)));
  return found.every(Boolean) ? 'yes' : found.some(Boolean) ? 'unknown' : 'no';
}
