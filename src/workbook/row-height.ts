import stringWidth from 'string-width';

/** Points that a line takes. */
const LINE = 16.5;
/** More than this is not shown of a cell: the row would fill the screen. */
const MOST_LINES = 16;

interface Shown {
  readonly text: string;
  /** Of its column, in characters. */
  readonly width: number;
}

/**
 * How high a row must be for its texts to be read, as not every program finds out by itself.
 * @returns undefined for a row of single lines, which any program shows whole
 */
export function rowHeight(cells: readonly Shown[]): number | undefined {
  const lines = Math.min(MOST_LINES, Math.max(1, ...cells.map(linesOf)));
  return lines === 1 ? undefined : lines * LINE;
}

/** A Chinese character is as wide as two others, and is not broken in two at the end of a line. */
const linesOf = ({ text, width }: Shown): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(stringWidth(line) / Math.max(1, width - 1))), 0);
