/** The rows of a list, held against the tables and sentences of its clause. */
import type { Clause } from '../agreement/clauses.js';
import type { Passage } from '../agreement/passage.js';
import { quote } from '../input/quote.js';
import { isExact, nameOf as nameOfRow, type Row } from '../values/value.js';
import type { Carriers } from './carriers.js';
import { nameOf, type Expected } from './expected.js';
import { said, type TextFinding } from './said.js';

/** Only of a contract that was given: the rulebook knows no rows. */
export function rowFindings(
  { number, passage }: Clause,
  { home }: Carriers,
  expected: ReadonlyMap<string, Expected>,
): readonly TextFinding[] {
  return home.flatMap((term) => {
    const one = expected.get(term.name);
    if (term.type.kind !== 'list' || one?.value.type !== 'list' || one.from !== 'contract') return [];
    // Rows in prose have no cells to be held against.
    if (passage.rows.length === 0) return [];
    const name = nameOf(term);
    const inTable = one.value.rows.map((row) => ({ row, called: nameOfRow(row), found: tableRow(passage, nameOfRow(row)) }));
    const missing = inTable.filter(({ found }) => found === undefined).map(({ called }) => `“${quote(called)}”`);
    const absent =
      missing.length === 0
        ? []
        : [
            said(
              'text-row-missing',
              'warning',
              one.place,
              `${name.zh}的 ${missing.join('、')} 在条款 ${number} 的表里没有`,
              `${name.en}: the table of clause ${number} does not have ${missing.join(', ')}`,
              { related: [passage.place(0)] },
            ),
          ];
    const different = inTable.flatMap(({ row, called, found }): readonly TextFinding[] => {
      if (found === undefined) return [];
      const lacking = numbersOf(row).filter((wanted) => !found.cells.some((cell) => numbersIn(cell).includes(wanted)));
      return lacking.length === 0
        ? []
        : [
            said(
              'text-figure-differs',
              'error',
              passage.place(found.at),
              `条款 ${number} 的表里“${quote(called)}”一行没有 ${lacking.join('、')}：写的是“${quote(found.cells.join(' '))}”`,
              `in the table of clause ${number} the row “${quote(called)}” has no ${lacking.join(', ')}: it says “${quote(found.cells.join(' '))}”`,
              { related: [one.place] },
            ),
          ];
    });
    return [...absent, ...different];
  });
}

function tableRow({ rows }: Passage, called: string): Passage['rows'][number] | undefined {
  const bare = (text: string): string => text.normalize('NFKC').replaceAll(' ', '');
  return called === '' ? undefined : rows.find(({ cells }) => cells.some((cell) => bare(cell) === bare(called)));
}

const numbersOf = (row: Row): readonly string[] =>
  Object.values(row).flatMap((value) => (value.type === 'quantity' && isExact(value) ? [value.low.toFixed()] : []));

const numbersIn = (cell: string): readonly string[] =>
  [...cell.replaceAll(/(?<=\d)[,，](?=\d{3})/g, '').matchAll(/\d+(?:\.\d+)?(%)?/g)].map(([number, percent]) => {
    const plain = Number.parseFloat(number);
    return String(percent === undefined ? plain : plain / 100);
  });
