/** Whether a number goes on beside what was read of it: 三元五, 一万2千元, 3小时30分钟. Then what was read is not the number. */
import { NUMERAL_CHARACTERS } from '../input/numeral.js';
import { decimal } from '../money/money.js';
import type { Family, Figure } from './figure.js';

const NUMERAL = `[\\d${NUMERAL_CHARACTERS}]`;
const TO = '[至到~～—–-]';
/** The beginning of a number, right before a figure: 一点, 三又, 百分之, and 三至 of a range that says its unit once. */
const BEFORE = new RegExp(`(?:${NUMERAL}(?:[.点又零半]|${TO})?|分之)$`, 'u');
/** The rest of it, right behind: 半, 点五, 零五, 至十. */
const BEHIND = new RegExp(`^(?:半(?![年月日天数])|[.点又零]${NUMERAL}|${TO}(?!\\d{4})${NUMERAL})`, 'u');
/** What goes on behind a unit: 三元五, 三吨五; 一年一签 does not. */
const ON = new RegExp(`^(?!三方|[两二]者|两方)(?:[\\d${NUMERAL_CHARACTERS.replaceAll('一', '')}]|一${NUMERAL})`, 'u');
const CENTS = new RegExp(`^${NUMERAL}+[角分](?!之|钟)`, 'u');

/** How many of the smaller lengths make a larger one: below that a smaller goes on with the larger before it. */
const MAKE: Readonly<Partial<Record<Family, Readonly<Partial<Record<Family, number>>>>>> = {
  months: { months: 12, days: 31, 'working-days': 23, hours: 24 },
  days: { hours: 24, minutes: 60 },
  hours: { minutes: 60 },
};
const DATED: readonly Family[] = ['date', 'clock', 'day-of-month'];

/** @param all every figure of the text */
export function isCutOff(figure: Figure, all: readonly Figure[], text: string): boolean {
  const { at, written, family } = figure;
  if (DATED.includes(family)) return false;
  // 三折又二分之一: a fraction of something before it.
  if (written.includes('分之') && text.charAt(at - 1) === '又') return true;
  // 加50个基点: what is added to another rate is not the rate.
  if (/(?:百分点|基点)$/u.test(written) && /(?:[加减浮升降]|提高)了?$/u.test(text.slice(Math.max(0, at - 3), at))) return true;
  const end = at + written.length;
  const previous = all.find((one) => one !== figure && one.at < at && endOf(one) <= at && endOf(one) >= at - 1);
  const next = all.find((one) => one.at >= end && one.at <= end + 1);
  if (previous === undefined ? BEFORE.test(text.slice(Math.max(0, at - 3), at)) : goesOn(previous, figure, text)) return true;
  const behind = text.slice(end, end + 8);
  if (family === 'money' && CENTS.test(behind)) return true;
  if (next !== undefined) return goesOn(figure, next, text);
  return BEHIND.test(behind) || (family !== 'count' && ON.test(behind));
}

const endOf = ({ at, written }: Figure): number => at + written.length;

function goesOn(one: Figure, next: Figure, text: string): boolean {
  const between = text.slice(endOf(one), next.at);
  if (/^[零又另]$/u.test(between)) return true;
  return between === '' && next.value.lessThan(decimal(MAKE[one.family]?.[next.family] ?? 0));
}
