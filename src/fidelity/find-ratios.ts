/** Shares and rates: 百分之五, 三成五, 九五折, 三分之一. */
import { NUMERAL_CHARACTERS, readNumeral } from '../input/numeral.js';
import { decimal } from '../money/money.js';
import { NUMBER, numberOf, type Finder } from './finder.js';

const PER_HUNDRED = new RegExp(`(?<![${NUMERAL_CHARACTERS}\\d])(百|千|万)分之(${NUMBER})`, 'gu');
const FRACTION = new RegExp(`(?:(${NUMBER})又)?(${NUMBER})分之(${NUMBER})`, 'gu');
/** 三成五. */
const TENTHS = /([一二三四五六七八九])成([一二三四五六七八九半])(?![十百千万亿点成])/gu;
/** 九五折, 9.5折, 95折; not 三折叠, nor 1:7折算. */
const DISCOUNT =
  /(?<![\d.:：一二三四五六七八九十])(?:([1-9])\.(\d)|([1-9])(\d)?|([一二三四五六七八九])点?([一二三四五六七八九])?)折(?![叠旧抵合算页])/gu;

export function ratios(finder: Finder): void {
  const parts: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000 };
  finder.each(PER_HUNDRED, (match) => {
    const value = numberOf(match[2]);
    if (value !== undefined) finder.put(match, 'ratio', value.div(parts[match[1] ?? ''] ?? 1));
  });
  finder.each(DISCOUNT, (match) => {
    const [tenths = '', hundredths = '0'] = match.slice(1).filter((one: string | undefined) => one !== undefined);
    const digit = (written: string): number => readNumeral(written) ?? Number(written);
    finder.put(
      match,
      'ratio',
      decimal(digit(tenths))
        .div(10)
        .plus(decimal(digit(hundredths)).div(100)),
    );
  });
  finder.each(TENTHS, (match) => {
    const [tenths, behind = ''] = [numberOf(match[1]), match[2]];
    const hundredths = behind === '半' ? decimal(5) : numberOf(behind);
    if (tenths !== undefined && hundredths !== undefined) finder.put(match, 'ratio', tenths.div(10).plus(hundredths.div(100)));
  });
  finder.each(FRACTION, (match) => {
    const [whole, below, above] = [match[1] === undefined ? decimal(0) : numberOf(match[1]), numberOf(match[2]), numberOf(match[3])];
    if (whole === undefined || below === undefined || above === undefined || below.isZero()) return;
    // 三分之一年 is a length, and no ratio.
    const isLength = /^个|^(?:年|[日天]|小时)(?:[以之]?[内前后]|[，。；、)]|$)/u.test(finder.after(match.index + match[0].length, 4));
    if (isLength) finder.put(match, 'other', decimal(0), { unit: match[0] });
    else finder.put(match, 'ratio', whole.plus(above.div(below)));
  });
}
