/** Numbers in Chinese characters with a decimal point: 一点五, 零点零五. */
import { readNumeral } from '../input/numeral.js';

/** As digits, 1.5; a whole number as it is; undefined where any of its characters is left over. */
export function readDecimal(written: string): string | undefined {
  const [whole = '', fraction, ...more] = written.split('点');
  const value = readNumeral(whole);
  if (value === undefined || more.length > 0) return undefined;
  if (fraction === undefined) return String(value);
  const digits = Array.from(fraction, (one) => readNumeral(one));
  // 八点三十 is a time of day.
  return digits.length === 0 || digits.some((one) => one === undefined || one > 9) ? undefined : `${String(value)}.${digits.join('')}`;
}
