/** Numbers written out one numeral after the other, 一三八一二三四…: read as digits. */
const VALUES: Readonly<Record<string, string>> = Object.fromEntries(
  ['〇零○', '一壹幺', '二贰貳', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'].flatMap((signs, value) =>
    Array.from(signs, (sign) => [sign, String(value)]),
  ),
);

/** The numerals, for a class of characters. */
export const NUMERALS = Object.keys(VALUES).join('');

/** Fewer than seven are a year, or the number of a clause. */
const RUN = new RegExp(`(?:[\\d${NUMERALS}][ _()./|-]{0,3}){6,}[\\d${NUMERALS}]`, 'gu');
const NUMERAL = new RegExp(`[${NUMERALS}]`, 'gu');

/** The text, of the same length, with digits for numerals in long runs. */
export const withDigits = (plain: string): string =>
  plain.replace(RUN, (run) => run.replace(NUMERAL, (numeral) => VALUES[numeral] ?? numeral));
