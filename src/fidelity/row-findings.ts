/** The rows of a list, held against the tables of its clause, or against those of an annex. */
import { behindSignatures, type Agreement, type Clause } from '../agreement/clauses.js';
import type { Passage } from '../agreement/passage.js';
import { formatDay, type Day } from '../calendar/day.js';
import type { Text } from '../input/problem.js';
import { quote } from '../input/quote.js';
import { decimal } from '../money/money.js';
import type { Type } from '../values/type.js';
import { isExact, nameOf as nameOfRow, type Row, type Value } from '../values/value.js';
import type { Carriers } from './carriers.js';
import { isTurnedRound } from './bands.js';
import { isOfType } from './cell-figure.js';
import { nameOf, type Expected } from './expected.js';
import type { Figure } from './figure.js';
import { findFigures } from './find-figures.js';
import type { OwnUnits } from './finder.js';
import { isValue } from './fit.js';
import { sayOf, type ListType } from './list-rows.js';
import { said, type TextFinding } from './said.js';
import { dateOf } from './table.js';

/** Only of a contract that was given: the rulebook knows no rows. */
export function rowFindings(
  clause: Clause,
  { home }: Carriers,
  expected: ReadonlyMap<string, Expected>,
  agreement: Agreement,
  own: OwnUnits,
): readonly TextFinding[] {
  return home.flatMap((term) => {
    const one = expected.get(term.name);
    if (term.type.kind !== 'list' || one?.value.type !== 'list' || one.from !== 'contract') return [];
    const { rows } = one.value;
    const list = term.type;
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
      const cells = cellsOf(passage, found);
      const wanted = figuresOf(row, list);
      const lacking = wanted.filter((one) => !cells.some((cell) => shows(cell, one, own))).map((one) => one.said);
      return lacking.length === 0
        ? wanted
            .filter((limit) => isTurned(limit, cells, own))
            .map(({ says, said: limit }) =>
              said(
                'text-bound-differs',
                'warning',
                passage.place(found.at),
                `${where.zh}里“${quote(called)}”一行写“${quote(found.cells.join(' '))}”，而清单的“${says}”${limit}：是不是写反了，或者含不含本数不同，请人核对`,
                `in ${where.en} the row “${quote(called)}” says “${quote(found.cells.join(' '))}”; the list says “${says}” of ${limit}: a person must see whether it is the wrong way round, or with the number itself in the one only`,
                { related: [one.place] },
              ),
            )
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

interface Wanted {
  readonly value: Value;
  readonly type: Type | undefined;
  /** What its column is called. */
  readonly says: string;
  /** As a cell would say it. */
  readonly said: string;
}

/** What a row has to show: its numbers and days. */
const figuresOf = (row: Row, list: ListType): readonly Wanted[] =>
  Object.entries(row).flatMap(([name, value]): readonly Wanted[] => {
    const [type, says] = [list.columns[name], sayOf(list, name)];
    if (value.type === 'quantity') return isExact(value) ? [{ value, type, says, said: value.low.toFixed() }] : [];
    return value.type === 'moment' && value.grain === 'day' ? [{ value, type, says, said: formatDay(value.earliest as Day) }] : [];
  });

/** Whether a cell says it, with its own unit, that of its heading, or as a bare number in the unit of the column. */
function shows({ text, heading }: Cell, { value, type, said: wanted }: Wanted, own: OwnUnits): boolean {
  const bare = text.replaceAll(' ', '');
  if (value.type === 'moment') return dateOf(bare) === wanted;
  if (value.type !== 'quantity') return false;
  const isPercent = /[%％]/u.test(heading);
  const numbers = [...bare.replaceAll(/(?<=\d)[,，](?=\d{3})/g, '').matchAll(/(?<![\d.])(\d{1,40}(?:\.\d{1,40})?)(%)?/g)];
  const plain = numbers.map(([, number = '', percent]) => decimal(number).div(percent !== undefined || isPercent ? 100 : 1));
  if (plain.some((one) => one.eq(value.low))) return true;
  return type !== undefined && findFigures(bare, own).some((figure) => isOfType(figure, type) && isValue(figure, type, value));
}

/** Whether every cell that shows a limit of the row says another bound of it. */
function isTurned(wanted: Wanted, cells: readonly Cell[], own: OwnUnits): boolean {
  const { value, type, says } = wanted;
  const showing = cells.filter((cell) => shows(cell, wanted, own));
  const isMeant = (figure: Figure): boolean => type !== undefined && isOfType(figure, type) && isValue(figure, type, value);
  return showing.length > 0 && showing.every(({ text, heading }) => isTurnedRound(text.replaceAll(' ', ''), heading, says, isMeant, own));
}

interface Cell {
  readonly text: string;
  readonly heading: string;
}

/** The cells of a row, each with what heads its column: the nearest row above in which no cell has a number. */
function cellsOf({ rows }: Passage, row: Passage['rows'][number]): readonly Cell[] {
  const heading = rows.findLast(({ at, cells }) => at < row.at && cells.every((cell) => !/\d/u.test(cell)))?.cells ?? [];
  return row.cells.map((text, index) => ({ text, heading: heading[index] ?? '' }));
}
