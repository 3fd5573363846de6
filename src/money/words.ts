import nzh from 'nzh/cn';
import { decimal, MoneyError, type Decimal } from './money.js';
import { spellings } from './words-spelling.js';

/** From 壹万亿 on amounts are not written: banks do not, and the library's 万亿 and 万万 are not of one mind. */
const LIMIT = decimal('1000000000000');

/**
 * The amount in words as banks write it (支付结算办法, annex 1): 贰仟元整, 壹仟零伍元叁角整, 肆角伍分, 负伍元整.
 * @throws MoneyError for parts of a cent, or 壹万亿元 and more
 */
export function moneyInWords(amount: Decimal): string {
  if (amount.decimalPlaces() > 2 || !amount.abs().lessThan(LIMIT)) {
    throw new MoneyError(
      `${amount.toFixed()} 不能写成大写金额：应精确到分，且小于壹万亿元`,
      `${amount.toFixed()} has no words: whole cents below 10^12 only`,
    );
  }
  return nzh.toMoney(amount.isZero() ? '0' : amount.toFixed(), { outSymbol: false, forceZheng: true });
}

const FORM = /^(?:人民币)?(负?)(?:(?:(.+)亿)?(?:([^亿]+)万)?([^亿万]*)元)?(?:([壹贰叁肆伍陆柒捌玖])角)?(?:([壹贰叁肆伍陆柒捌玖])分)?整?$/;
const SECTION = /^(?:([壹贰叁肆伍陆柒捌玖])仟)?(?:([壹贰叁肆伍陆柒捌玖])佰)?(?:([壹贰叁肆伍陆柒捌玖])拾)?([壹贰叁肆伍陆柒捌玖])?$/;

const digit = (text: string | undefined): number => (text === undefined ? 0 : '零壹贰叁肆伍陆柒捌玖'.indexOf(text));

function readSection(text: string | undefined): number | undefined {
  const parts = SECTION.exec(text ?? '');
  return parts ? digit(parts[1]) * 1000 + digit(parts[2]) * 100 + digit(parts[3]) * 10 + digit(parts[4]) : undefined;
}

/**
 * Reads an amount in words, strictly: 人民币 before it or not, 元 or 圆, 整 or 正, 角, 分. The digits give the amount; then the text must be
 * one of the ways in which just that amount is written, so that a 零 too many or too few, 肆角伍, 贰仟 or 伍角壹元 is undefined.
 */
export function readMoneyWords(text: string): Decimal | undefined {
  if (typeof text !== 'string') return undefined;
  const written = text.replace('圆', '元').replace('正', '整');
  if (/^(?:人民币)?零元整?$/.test(written)) return decimal(0);
  const parts = FORM.exec(written.replaceAll('零', ''));
  if (!parts) return undefined;
  const sections = [readSection(parts[2]), readSection(parts[3]), readSection(parts[4])] as const;
  const [high, middle, low] = sections;
  if (high === undefined || middle === undefined || low === undefined) return undefined;
  const cents = digit(parts[5]) * 10 + digit(parts[6]);
  const body = written.replace(/^人民币/, '').replace(/^负/, '');
  if (!spellings([high, middle, low], cents).includes(body)) return undefined;
  const amount = decimal(high * 1e8 + middle * 1e4 + low).plus(decimal(cents).times(decimal('0.01')));
  return parts[1] === '负' ? amount.negated() : amount;
}
