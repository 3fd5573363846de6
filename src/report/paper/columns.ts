/** How wide the columns of a table stand on paper, where nothing scrolls and nothing may run over the edge. */
import stringWidth from 'string-width';
import { sharesOf, type Table } from '../told/blocks.js';

/** Half-widths that a column takes as it is; wider ones share what these leave. */
const NARROW = 20;
const WIDEST = 60;
/** Beside the text of a column. */
const GAP = 2;

/** The width of each column; their sum is the width given. @param halfWidths how many Latin letters stand on a line of the table */
export function columnWidths(table: Table, width: number, halfWidths: number): readonly number[] {
  const shares = sharesOf(table.columns) ?? sharesBy(naturalWidths(table), halfWidths);
  return shares.map((share) => share * width);
}

/** The longest line in each column. */
const naturalWidths = ({ columns, rows }: Table): readonly number[] =>
  columns.map(({ title }, index) => {
    const texts = [title, ...rows.map(({ cells }) => cells[index]?.text ?? '')];
    const widest = texts.flatMap((text) => text.split('\n')).reduce((most, line) => Math.max(most, widthOf(line)), 1);
    return Math.min(widest, WIDEST) + GAP;
  });

/** Capitals are wider than the half-width that they count as. */
const widthOf = (line: string): number => Math.ceil(stringWidth(line) + (line.match(/[A-Z]/g)?.length ?? 0) / 2);

/** Narrow columns stand as they are, as long as the others keep half of the line; the last takes what is left. */
function sharesBy(natural: readonly number[], halfWidths: number): readonly number[] {
  const narrow = natural.filter((one) => one <= NARROW + GAP);
  const taken = narrow.reduce((sum, one) => sum + one, 0);
  const sum = natural.reduce((total, one) => total + one, 0);
  if (sum <= halfWidths) return natural.map((one, index) => (index === natural.length - 1 ? one + halfWidths - sum : one) / halfWidths);
  if (narrow.length === natural.length || taken * 2 > halfWidths) return natural.map((one) => one / sum);
  const rest = (halfWidths - taken) / (sum - taken);
  return natural.map((one) => (one <= NARROW + GAP ? one : one * rest) / halfWidths);
}
