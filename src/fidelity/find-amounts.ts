/** Money in figures and in words. */
import { readNumeral } from '../input/numeral.js';
import { decimal, type Decimal } from '../money/money.js';
import { readMoneyWords } from '../money/words.js';
import { ARABIC, NUMBER, numberOf, type Finder } from './finder.js';

const IN_WORDS =
  /(?:人民币)?[零壹贰叁肆伍陆柒捌玖拾][零壹贰叁肆伍陆柒捌玖拾佰仟万亿]*[元圆](?:[零壹贰叁肆伍陆柒捌玖]+[角分])*[整正]?|(?:人民币)?[壹贰叁肆伍陆柒捌玖](?:角(?:[零壹贰叁肆伍陆柒捌玖]+分)?|分(?![之钟]))[整正]?/gu;
const AMOUNT = new RegExp(
  `(?:人民币|RMB|[¥￥])?(${NUMBER})(万|亿|千|百万)?(?:元|圆)(?:(${NUMBER})角)?整?|(?:RMB|[¥￥])(${ARABIC})(万|亿)?`,
  'gu',
);

export function amounts(finder: Finder): void {
  finder.each(IN_WORDS, (match) => {
    const read = readMoneyWords(match[0]);
    const loose = read ?? looseWords(match[0]);
    if (loose !== undefined) finder.put(match, 'money', loose, { spelt: read !== undefined });
    // Unreadable: it is a figure all the same.
    else finder.put(match, 'other', decimal(0), { unit: match[0] });
  });
  finder.each(AMOUNT, (match) => {
    const value = numberOf(match[1] ?? match[4], match[2] ?? match[5]);
    const tenths = match[3] === undefined ? decimal(0) : numberOf(match[3]);
    if (value !== undefined && tenths?.lessThan(10) === true) finder.put(match, 'money', value.plus(tenths.div(10)));
  });
}

/** An amount in words that no bank would take, as far as its 元 can be read. */
function looseWords(written: string): Decimal | undefined {
  const whole = written.replace(/^人民币/u, '').replace(/[元圆].*$/u, '');
  const yuan = readNumeral(whole) ?? readNumeral(whole.replaceAll('零', ''));
  return yuan === undefined ? undefined : decimal(yuan);
}
