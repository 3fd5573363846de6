/** Figures that are those of rows of a list. */
import type { Passage } from '../agreement/passage.js';
import type { Term } from '../rulebook/declarations.js';
import type { Value } from '../values/value.js';
import type { Found } from './binding.js';
import type { Figure } from './figure.js';
import { fitOf, isValue, WELL } from './fit.js';

/** A figure that some row of a list has, or may have where its rows are not known. */
export function isInList({ figure, passage }: Found, term: Term, value: Value | undefined): boolean {
  if (term.type.kind !== 'list') return false;
  if (Object.values(term.type.columns).some(({ kind }) => kind === 'text') && isRowName(figure, passage)) return true;
  return Object.entries(term.type.columns).some(([name, type]) => {
    if (!WELL.includes(fitOf(figure, { type, says: term.says }))) return false;
    if (value?.type !== 'list') return true;
    const cells = value.rows.flatMap((row) => row[name] ?? []);
    return cells.some((cell) => isValue(figure, type, cell)) || isTotal(figure, cells);
  });
}

/** Whether a figure stands in a row of a table. */
export const isInRow = ({ figure: { at }, passage: { rows, text } }: Found): boolean =>
  rows.some((row) => row.at <= at && !text.slice(row.at, at).includes('\n'));

/** 二档, which is all that stands in the first cell of a row: what the row is called. */
const isRowName = ({ at, written }: Figure, { rows }: Passage): boolean =>
  rows.some((row) => row.at === at && row.cells[0]?.normalize('NFKC').replaceAll(' ', '') === written);

/** 合计1700吨: all rows together. */
function isTotal({ value }: Figure, cells: readonly Value[]): boolean {
  const numbers = cells.flatMap((cell) => (cell.type === 'quantity' ? [cell.low] : []));
  return numbers.length > 1 && numbers.length === cells.length && numbers.reduce((sum, one) => sum.plus(one)).eq(value);
}
