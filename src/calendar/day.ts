import { CalendarRangeError } from './error.js';

declare const dayBrand: unique symbol;

/** A civil day with no zone: whole days since 1970-01-01 in the Gregorian calendar. Compare and subtract it as a number. */
export type Day = number & { readonly [dayBrand]: true };

/** A day of the week, Monday = 1 to Sunday = 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface DayParts {
  readonly year: number;
  /** 1-12 */
  readonly month: number;
  /** 1-31 */
  readonly day: number;
}

const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const DAYS_PER_ERA = 146_097;
/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH_SHIFT = 719_468;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The number of days in a month (1-12). */
export function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

// The year is taken to begin in March, so that the leap day is its last one. Years 1900-2199 are positive: plain floor is enough.
function countDays(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * DAYS_PER_ERA + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - EPOCH_SHIFT;
}

const FIRST_DAY = countDays(FIRST_YEAR, 1, 1);
const LAST_DAY = countDays(LAST_YEAR, 12, 31);

function checked(n: number): Day {
  if (!(n >= FIRST_DAY && n <= LAST_DAY)) {
    throw new CalendarRangeError({
      zh: `日期超出 ${FIRST_YEAR}-${LAST_YEAR} 年，无法计算`,
      en: `The date lies outside the years ${FIRST_YEAR}-${LAST_YEAR}`,
    });
  }
  return n as Day;
}

/**
 * The day of a year, month and day of the month.
 * @throws CalendarRangeError where there is no such date, or it lies outside 1900-2199
 */
export function dayOf(year: number, month: number, day: number): Day {
  const real = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day) && day >= 1 && day <= monthLength(year, month);
  if (!real)
    throw new CalendarRangeError({ zh: `没有 ${year}年${month}月${day}日 这一天`, en: `There is no date ${year}-${month}-${day}` });
  return checked(countDays(year, month, day));
}

// The value of the two digits at a place; NaN for anything else.
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

/** Reads a strict `YYYY-MM-DD` of a real date in 1900-2199; anything else is undefined. */
export function parseDay(text: string): Day | undefined {
  // From JavaScript anything may come in: null, a Date, a number. Digits are read one by one: a regexp costs more than the rest.
  if (typeof text !== 'string' || text.length !== 10 || text.charAt(4) !== '-' || text.charAt(7) !== '-') return undefined;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  return realDay(year, month, twoDigits(text, 8));
}

/** The day of a year, month and day of the month; undefined where there is no such date in 1900-2199. */
export function realDay(year: number, month: number, day: number): Day | undefined {
  // A NaN fails every comparison.
  const isReal = year >= FIRST_YEAR && year <= LAST_YEAR && day >= 1 && day <= monthLength(year, month);
  return isReal ? (countDays(year, month, day) as Day) : undefined;
}

/** The year, month and day of the month of a day. */
export function partsOf(day: Day): DayParts {
  const shifted = day + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

const pad = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** The day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${year}-${pad(month)}-${pad(dayOfMonth)}`;
}

/**
 * The day `n` days later (earlier, where n is negative).
 * @throws CalendarRangeError where the result lies outside 1900-2199
 */
export function addDays(day: Day, n: number): Day {
  return checked(day + n);
}

/** The day of the week, Monday = 1 to Sunday = 7. 1970-01-01 was a Thursday. */
export function weekdayOf(day: Day): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/**
 * The corresponding day `n` months later or earlier; the month's last day where there is none (Civil Code art. 202).
 * Add from the anchor, never chained: 01-31 + 1 + 1 months is not 01-31 + 2 months.
 * @throws CalendarRangeError where the result lies outside 1900-2199
 */
export function addMonths(day: Day, n: number): Day {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const months = year * 12 + (month - 1) + n;
  const toYear = Math.floor(months / 12);
  const toMonth = months - toYear * 12 + 1;
  return checked(countDays(toYear, toMonth, Math.min(dayOfMonth, monthLength(toYear, toMonth))));
}
