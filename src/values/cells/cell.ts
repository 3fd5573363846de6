/** What a cell says, as text that a CSV would hold; where that cannot be said without a guess, why. */
import type { Text } from '../../input/problem.js';
import { quote } from '../../input/quote.js';
import { decimal } from '../../money/money.js';
import { likelyDay, serialText } from './serial.js';
import type { Cell } from '../../input/workbook/sheet.js';
import type { Workbook } from '../../input/workbook/workbook.js';

export type CellText = { readonly text: string } | { readonly fault: Text };

const fault = (zh: string, en: string): CellText => ({ fault: { zh, en } });

/** @param isTime whether its column holds times, where a bare number is none */
export function cellText(cell: Cell, workbook: Pick<Workbook, 'styles' | 'isFrom1904'>, isTime: boolean): CellText {
  const { holds, value, isFormula } = cell;
  if (value === undefined)
    return isFormula
      ? fault(
          '是公式，而文件里没有它的计算结果；应为：用 Excel 或 WPS 打开后保存，或把公式改为数值',
          'a formula whose value the file does not have; expected: the workbook opened and saved in Excel or WPS, or values in place of formulas',
        )
      : { text: '' };
  switch (holds) {
    case 'text':
      return { text: value };
    case 'boolean':
      return { text: value.trim() === '1' || value.trim() === 'true' ? 'true' : 'false' };
    case 'error':
      return fault(
        `是错误值 ${quote(value)}；应为：改正公式或填入内容`,
        `the error ${quote(value)}; expected: a formula or a content that works`,
      );
    case 'iso-date':
      return isoText(value.trim(), cell, workbook);
    case 'number':
      return numberText(value.trim(), cell, workbook, isTime);
  }
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/;
/** A number cell keeps so many digits. */
const DIGITS = 15;

function numberText(
  written: string,
  cell: Cell,
  { styles, isFrom1904 }: Pick<Workbook, 'styles' | 'isFrom1904'>,
  isTime: boolean,
): CellText {
  const number = NUMBER.test(written) ? Number(written) : NaN;
  if (!Number.isFinite(number)) return fault(`“${quote(written)}”不是数字`, `“${quote(written)}” is no number`);
  const shows = styles[cell.style] ?? 'number';
  if (shows !== 'number') {
    const read = serialText(number, shows, isFrom1904);
    return 'text' in read
      ? read
      : fault(`日期格子（${quote(written)}）${read.fault.zh}`, `the date cell (${quote(written)}) ${read.fault.en}`);
  }
  // The number that is shown and calculated with: the rest is what binary leaves of a decimal.
  const plain = decimal(Number(number.toPrecision(DIGITS))).toString();
  if (Math.abs(number) >= 10 ** DIGITS)
    return fault(
      `数字格子只存得下 ${DIGITS} 位，“${quote(plain)}”后面的数字已经丢失；应为：把这一列设为“文本”格式，重新填写`,
      `a number cell keeps ${DIGITS} digits: the last ones of “${quote(plain)}” are lost; expected: the column formatted as text, and the number written anew`,
    );
  return isTime ? bareNumber(plain, number, isFrom1904) : { text: plain };
}

function bareNumber(plain: string, number: number, isFrom1904: boolean): CellText {
  const written = /^(\d{4})(\d\d)(\d\d)$/.exec(plain);
  const day = written === null ? likelyDay(number, isFrom1904) : written.slice(1).join('-');
  const perhaps = day === undefined ? { zh: '', en: '' } : { zh: `（是否指 ${day}）`, en: ` (perhaps ${day})` };
  return fault(
    `时间写成了数字 ${plain}${perhaps.zh}，格子没有日期格式；应为：把格子设为日期格式，或写成 2023-03-08 这样的文字`,
    `the time is the number ${plain}${perhaps.en}, in a cell that is not formatted as a date; expected: a date format, or a text such as 2023-03-08`,
  );
}

/** A date that is stored as ISO text. A zone would be beside the point: what the cell shows has none. */
function isoText(written: string, cell: Cell, { styles }: Pick<Workbook, 'styles'>): CellText {
  if (/(Z|[+-]\d\d:\d\d)$/.test(written))
    return fault(
      `日期“${quote(written)}”带有时差，而工作簿的日期没有时差；应为：用 Excel 或 WPS 打开，核对后保存`,
      `the date “${quote(written)}” has an offset, which dates of a workbook do not have; expected: the workbook opened, looked through and saved in Excel or WPS`,
    );
  const bare = written.replace(/(\.\d{3})\d+$/, '$1');
  return { text: styles[cell.style] === 'day' ? bare.replace(/T00:00(:00(\.0+)?)?$/, '') : bare };
}
