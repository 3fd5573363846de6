/** The columns that every table of events has, whatever kind of file it is in. */
import { oddKey } from '../../input/characters.js';
import { nearest } from '../../input/nearest.js';
import type { Place, Problem, Text } from '../../input/problem.js';
import { quote } from '../../input/quote.js';

/** Columns of the event itself; every other column is a field of its data. */
export const OWN: ReadonlySet<string> = new Set(['id', 'contract', 'type', 'at', 'recordedAt']);
export const REQUIRED: readonly string[] = ['id', 'type', 'at'];
/** Those of them that hold a time. */
export const TIMES: ReadonlySet<string> = new Set(['at', 'recordedAt']);

/** A heading, what its column is called in this kind of file (`3`, `C`), and where it stands. */
export interface Heading {
  readonly name: string;
  readonly column: string;
  readonly place: Place;
}

/**
 * What is wrong with the headings of a table.
 * @param apart how columns are told apart, where a missing one may only have run into its neighbour
 */
export function headingProblems(headings: readonly Heading[], place: Place, apart: Text): readonly Problem[] {
  const problem = (at: Place, message: Text, repair: Text): Problem => ({ code: 'bad-header', place: at, message, repair });
  const found: Problem[] = [];
  const names = headings.map(({ name }) => name);
  const seen = new Set<string>();
  for (const { name, column, place: at } of headings) {
    const odd = oddKey(name);
    if (odd) found.push(problem(at, { zh: `第 ${column} 列：${odd.message.zh}`, en: `column ${column}: ${odd.message.en}` }, odd.repair));
    else if (seen.has(name)) {
      found.push(
        problem(
          at,
          { zh: `表头有两列“${quote(name)}”`, en: `the header has two columns "${quote(name)}"` },
          { zh: '每列名称不同', en: 'a name of its own for each column' },
        ),
      );
    }
    seen.add(name);
  }
  for (const column of REQUIRED.filter((required) => !seen.has(required))) {
    const meant = nearest(
      column,
      names.filter((other) => !OWN.has(other)),
    );
    const instead = meant === undefined ? { zh: '', en: '' } : { zh: `，而不是“${quote(meant)}”`, en: `, not "${quote(meant)}"` };
    found.push(
      problem(
        place,
        { zh: `表头缺少“${column}”列`, en: `the header lacks the column "${column}"` },
        { zh: `一列名为 ${column}${instead.zh}${apart.zh}`, en: `a column ${column}${instead.en}${apart.en}` },
      ),
    );
  }
  return found;
}

/** An event out of the cells of a row, by the names of their columns; empty cells are left out. */
export function eventOf(cells: readonly (readonly [column: string, text: string])[]): Readonly<Record<string, unknown>> {
  const filled = cells.filter(([, text]) => text !== '');
  return Object.freeze({
    ...Object.fromEntries(filled.filter(([column]) => OWN.has(column))),
    data: Object.freeze(Object.fromEntries(filled.filter(([column]) => !OWN.has(column)))),
  });
}
