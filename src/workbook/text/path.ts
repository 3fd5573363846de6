/** Where in a file of several documents something stands: the document's number, then keys and positions. */
export type Path = readonly (string | number)[];

/** As it is written in a cell: `0/terms/paymentGrace`. */
export const writePath = (path: Path): string => path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1')).join('/');

export const isSame = (a: Path, b: Path): boolean => a.length === b.length && isWithin(a, b);

/** Whether `path` is `above` or below it. */
export const isWithin = (path: Path, above: Path): boolean =>
  path.length >= above.length && above.every((step, index) => String(path[index]) === String(step));
