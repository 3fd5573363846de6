/** The total of a table, held against its rows: it is no row of a list, and no rule looks at it. */
import type { Passage } from '../agreement/passage.js';
import { quote } from '../input/quote.js';
import type { Text } from '../input/problem.js';
import { decimal, type Decimal } from '../money/money.js';
import { said, type TextFinding } from './said.js';

const TOTAL = /^(?:合计|总计|共计|小计|总和)(?!.*大写)/u;
/** What a row says that does not count: an item that was not taken. */
const NOT_TAKEN = /^(?:否|无|×|✗|☐|-|—)$/u;

/**
 * @param called how the table is called
 * @param told what was said of its rows already: the total of a row that differs differs too
 */
export function totalFindings(passage: Passage, called: Text, told: readonly TextFinding[]): readonly TextFinding[] {
  const { rows } = passage;
  const isTold = rows.some(({ at }) => {
    const { file, line, cell } = passage.place(at);
    return told.some(
      ({ code, place }) => code === 'text-figure-differs' && place.file === file && place.line === line && place.cell === cell,
    );
  });
  if (isTold) return [];
  return rows.flatMap(({ at, cells }, index): readonly TextFinding[] => {
    if (!TOTAL.test(bare(cells[0] ?? ''))) return [];
    const summed = aboveIn(
      rows.map((row) => row.cells),
      index,
    );
    const columns = Array.from({ length: Math.max(0, ...summed.map((row) => row.length)) }, (_, column) => column);
    const sums = columns.map((column) => sumOf(summed, column));
    // A merged cell stands in each of the rows that it covers, and counts once.
    const merged = columns.map((column) => sumOf(summed, column, true));
    return cells.slice(1).flatMap((cell, position): readonly TextFinding[] => {
      const total = numberIn(cell);
      // Cells may be lost on the way, so that a total stands in another column.
      if (total === undefined || sums.every((sum) => sum === undefined) || [...sums, ...merged].some((sum) => sum?.eq(total))) return [];
      const sum = sums[position + 1] ?? sums.findLast((one) => one !== undefined);
      return [
        said(
          'text-figure-differs',
          'warning',
          passage.place(at),
          `${called.zh}的合计“${quote(cell)}”不是各行之和${sum === undefined ? '' : `（${sum.toFixed()}）`}`,
          `the total “${quote(cell)}” of ${called.en} is not the sum of its rows${sum === undefined ? '' : ` (${sum.toFixed()})`}`,
        ),
      ];
    });
  });
}

type Cells = readonly string[];

/** The rows above a total, from the heading of their table or the total before. */
function aboveIn(rows: readonly Cells[], end: number): readonly Cells[] {
  const start = rows.findLastIndex((cells, index) => index < end && (TOTAL.test(bare(cells[0] ?? '')) || isHeading(cells)));
  return rows.slice(start + 1, end).filter((cells) => !cells.some((cell) => NOT_TAKEN.test(bare(cell))));
}

const isHeading = (cells: Cells): boolean => cells.slice(1).every((cell) => !/\d/.test(bare(cell)));

/** Undefined where some row has no number there; nothing taken makes nothing. */
function sumOf(rows: readonly Cells[], column: number, isOnce = false): Decimal | undefined {
  const numbers = rows.flatMap((row) => numberIn(row[column] ?? '') ?? []);
  if (numbers.length < rows.length || rows.length < 2) return undefined;
  return numbers.filter((one, index) => !(isOnce && numbers[index - 1]?.eq(one))).reduce((sum, one) => sum.plus(one));
}

/** A cell that is one number and perhaps its unit. */
function numberIn(cell: string): Decimal | undefined {
  const found = /^[¥￥]?(\d{1,15}(?:\.\d{1,8})?)(?:[^\d.,年月-]{0,4})$/u.exec(bare(cell).replaceAll(/[,，]/g, ''));
  return found?.[1] === undefined ? undefined : decimal(found[1]);
}

const bare = (cell: string): string => cell.normalize('NFKC').replaceAll(' ', '');
