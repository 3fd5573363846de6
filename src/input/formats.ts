/** Whether a text is a day that exists, written YYYY-MM-DD. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A day, or a time of a day with seconds, fractions and offset as far as they are given; no 24:00, no leap second. */
export function isMoment(text: string): boolean {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:Z|[+-](\d{2}):(\d{2}))?)?$/.exec(text);
  if (!parts || !isDate(parts[1] ?? '')) return false;
  const [, , hour = '0', minute = '0', second = '0', offsetHour = '0', offsetMinute = '0'] = parts;
  const inRange = Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 59;
  return inRange && Number(offsetHour) <= 14 && Number(offsetMinute) <= 59;
}

/** An amount: no exponent, no separators, at most 18 digits before the point and 8 after it. */
export function isMoney(text: string): boolean {
  return /^-?(0|[1-9]\d{0,17})(\.\d{1,8})?$/.test(text);
}

/** The formats a schema may name unless its user brings their own. Money and decimals take a number as well as text. */
export const FORMATS: Formats = {
  date: isDate,
  moment: isMoment,
  money: isMoney,
  decimal: isMoney,
};

export type Formats = Readonly<Record<string, (text: string) => boolean>>;
