/** Days as a reader writes them. */
import { parseDay, partsOf, weekdayOf } from '../../calendar/day.js';
import type { Page } from './page.js';

const WEEKDAYS = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;

/** `2023年10月12日`; in English the date as it stands. */
export function dateOf(page: Page, iso: string): string {
  const day = parseDay(iso);
  if (day === undefined || page.lang === 'en') return iso;
  const { year, month, day: ofMonth } = partsOf(day);
  return `${year}年${month}月${ofMonth}日`;
}

/** Days from one date to another; below zero if the second is the earlier. */
export function daysFrom(from: string, to: string): number {
  const [a, b] = [parseDay(from), parseDay(to)];
  return a === undefined || b === undefined ? 0 : b - a;
}

export function weekday(page: Page, iso: string): string {
  const day = parseDay(iso);
  return day === undefined ? '' : (WEEKDAYS[page.lang][weekdayOf(day) - 1] ?? '');
}

const MOMENTS = /(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?/g;

/** Every date inside a text as `dateOf` writes it. */
export const withDates = (page: Page, text: string): string =>
  page.lang === 'en' ? text : text.replace(MOMENTS, (_, date: string, time: string | undefined) => dateOf(page, date) + (time ?? ''));

/** `10月7日—8日`; the year is written where it changes from `year`. */
export function span(page: Page, from: string, to: string, year: number | null): string {
  const [a, b] = [parseDay(from < to ? from : to), parseDay(from < to ? to : from)];
  if (a === undefined || b === undefined) return `${from}—${to}`;
  const [first, last] = [partsOf(a), partsOf(b)];
  if (page.lang === 'en') return a === b ? from : `${from < to ? from : to} to ${from < to ? to : from}`;
  const full = (parts: typeof first, since: number | null): string =>
    `${parts.year === since ? '' : `${parts.year}年`}${parts.month}月${parts.day}日`;
  if (a === b) return full(first, year);
  const end = last.year === first.year && last.month === first.month ? `${last.day}日` : full(last, first.year);
  return `${full(first, year)}—${end}`;
}

/** The year of a date, to know where it changes. */
export const yearOf = (iso: string): number => Number(iso.slice(0, 4));
