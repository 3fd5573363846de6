import nzh from 'nzh/cn';
import { decimal, MoneyError, type Decimal } from './money.js';

/** One more than the largest amount written in words: 壹万亿, above which the words are no longer in use. */
const LIMIT = decimal('1000000000000');

/**
 * The amount in words as banks write it (支付结算办法, annex 1): 贰仟元整, 壹仟零伍元叁角整, 肆角伍分.
 * @throws MoneyError for parts of a cent, or 壹万亿元 and more
 */
export function moneyInWords(amount: Decimal): string {
  if (amount.decimalPlaces() > 2 || !amount.abs().lessThan(LIMIT)) {
    throw new MoneyError(
      `${amount.toFixed()} 不能写成大写金额：应精确到分，且小于壹万亿元`,
      `${amount.toFixed()} has no words: whole cents below 10^12 only`,
    );
  }
  const cents = amount.toFixed(2);
  return nzh.toMoney(cents, { outSymbol: false, forceZheng: true });
}
