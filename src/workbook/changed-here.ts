/** Of a row that differs from the files: who changed which of its cells. */
import type { Column } from './sheet.js';

/** More cells of one row are not changed on both sides; to look for which would take long. */
const MOST_DIFFERING = 10;

/**
 * Of the cells that differ from the file those that were changed in the workbook, the others having been changed in the file.
 * @param digestOf what the row was, had these cells been changed in the workbook
 * @returns undefined where it cannot be told, as one was changed on both sides
 */
export function changedHere(
  differing: readonly Column[],
  exported: string | undefined,
  digestOf: (own: ReadonlySet<string>) => string,
): readonly Column[] | undefined {
  if (differing.length > MOST_DIFFERING) return undefined;
  for (let choice = 1; choice < 2 ** differing.length; choice++) {
    const own = differing.filter((_, index) => (choice >> index) % 2 === 1);
    if (digestOf(new Set(own.map(({ id }) => id))) === exported) return own;
  }
  return undefined;
}
