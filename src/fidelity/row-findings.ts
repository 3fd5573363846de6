/** The rows of a list, held against the tables of its clause, or against those of an annex. */
import { behindSignatures, type Agreement, type Clause } from '../agreement/clauses.js';
import type { Passage } from '../agreement/passage.js';
import { formatDay, type Day } from '../calendar/day.js';
import type { Text } from '../input/problem.js';
import { quote } from '../input/quote.js';
import { isExact, nameOf as nameOfRow, type Row } from '../values/value.js';
import type { Carriers } from './carriers.js';
import { nameOf, type Expected } from './expected.js';
import { said, type TextFinding } from './said.js';
import { dateOf } from './table.js';

/** Only of a contract that was given: the rulebook knows no rows. */
export function rowFindings(
  clause: Clause,
  { home }: Carriers,
  expected: ReadonlyMap<string, Expected>,
  agreement: Agreement,
): readonly TextFinding[] {
  return home.flatMap((term) => {
    const one = expected.get(term.name);
    if (term.type.kind !== 'list' || one?.value.type !== 'list' || one.from !== 'contract') return [];
    const { rows } = one.value;
    const table = tableWith(rows.map(nameOfRow), clause, agreement);
    // Rows in prose have no cells to be held against.
    if (table === undefined) return [];
    const { passage, called: where } = table;
    const name = nameOf(term);
    const inTable = rows.map((row) => ({ row, called: nameOfRow(row), found: tableRow(passage, nameOfRow(row)) }));
    const missing = inTable.filter(({ found }) => found === undefined).map(({ called }) => `“${quote(called)}”`);
    const absent =
      missing.length === 0
        ? []
        : [
            said(
              'text-row-missing',
              'warning',
              one.place,
              `${name.zh}的 ${missing.join('、')} 在${where.zh}里没有`,
              `${name.en}: ${where.en} does not have ${missing.join(', ')}`,
              { related: [passage.place(0)] },
            ),
          ];
    const different = inTable.flatMap(({ row, called, found }): readonly TextFinding[] => {
      if (found === undefined) return [];
      const lacking = figuresOf(row).filter((wanted) => !found.cells.some((cell) => figuresIn(cell).includes(wanted)));
      return lacking.length === 0
        ? []
        : [
            said(
              'text-figure-differs',
              'error',
              passage.place(found.at),
              `${where.zh}里“${quote(called)}”一行没有 ${lacking.join('、')}：写的是“${quote(found.cells.join(' '))}”`,
              `in ${where.en} the row “${quote(called)}” has no ${lacking.join(', ')}: it says “${quote(found.cells.join(' '))}”`,
              { related: [one.place] },
            ),
          ];
    });
    return [...absent, ...different];
  });
}

interface Table {
  readonly passage: Passage;
  readonly called: Text;
}

/** The table in which the rows of these names are looked for: that of the clause, or one elsewhere that has most of them. */
function tableWith(names: readonly string[], { number, passage }: Clause, { outline, clauses, document }: Agreement): Table | undefined {
  const own: Table = { passage, called: { zh: `条款 ${number} 的表`, en: `the table of clause ${number}` } };
  const annexes = behindSignatures({ document, outline });
  const others = [annexes, ...[...clauses.values()].map((one) => one.passage)].map((one): Table => ({ passage: one, called: ANNEX }));
  const hasMost = (one: Table): boolean => names.filter((name) => tableRow(one.passage, name) !== undefined).length * 2 > names.length;
  return [own, ...others].find(hasMost) ?? (passage.rows.length > 0 ? own : undefined);
}

const ANNEX: Text = { zh: '附表', en: 'the annexed table' };

function tableRow({ rows }: Passage, called: string): Passage['rows'][number] | undefined {
  const bare = (text: string): string => text.normalize('NFKC').replaceAll(' ', '');
  return called === '' ? undefined : rows.find(({ cells }) => cells.some((cell) => bare(cell) === bare(called)));
}

/** Numbers and days, each written in one way. */
const figuresOf = (row: Row): readonly string[] =>
  Object.values(row).flatMap((value) => {
    if (value.type === 'quantity') return isExact(value) ? [value.low.toFixed()] : [];
    return value.type === 'moment' && value.grain === 'day' ? [formatDay(value.earliest as Day)] : [];
  });

const figuresIn = (cell: string): readonly string[] => {
  const day = dateOf(cell.replaceAll(' ', ''));
  return day === undefined ? numbersIn(cell) : [day];
};

const numbersIn = (cell: string): readonly string[] =>
  [...cell.replaceAll(/(?<=\d)[,，](?=\d{3})/g, '').matchAll(/\d+(?:\.\d+)?(%)?/g)].map(([number, percent]) => {
    const plain = Number.parseFloat(number);
    return String(percent === undefined ? plain : plain / 100);
  });
