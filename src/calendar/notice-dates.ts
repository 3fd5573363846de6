import { formatDay, partsOf, realDay, weekdayOf, type Day } from './day.js';
import type { Said } from './error.js';

/** What dates without a year or month take from before them. */
export interface DateContext {
  /** The year of the notice. */
  readonly year: number;
  /** Whether a bare December belongs to the year before, as in the item of 元旦. */
  readonly isNewYear: boolean;
  /** The month last named in the item. */
  month: number | null;
  /** The days of the block last named in the item: 29日 after 1月29日至2月4日 is in January. */
  block: readonly Day[];
}

export interface ReadDates {
  readonly days: readonly Day[];
  /** Dates that do not exist, and weekdays that do not fit. */
  readonly problems: readonly Said[];
}

const ATOM = '(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:（([^（）]*)）)?';
/** A list of dates and ranges, as a pattern: 4月4日（周五）至6日（周日）、4月8日 */
export const DATES = `${ATOM}(?:[至、和]${ATOM})*`.replaceAll('(\\d', '(?:\\d').replaceAll('([^', '(?:[^');

const WEEKDAYS = '一二三四五六日天';

/** Reads a text of the form DATES. */
export function readDates(text: string, context: DateContext): ReadDates {
  const days: Day[] = [];
  const problems: Said[] = [];
  let before: Day | null = null;
  let isMonthNamed = false;
  for (const found of text.matchAll(new RegExp(`(^|[至、和])${ATOM}`, 'g'))) {
    const [, joint, yearText, monthText, dayText, remark] = found;
    const dayOfMonth = Number(dayText);
    isMonthNamed ||= monthText !== undefined;
    const inBlock = isMonthNamed ? undefined : context.block.find((day) => partsOf(day).day === dayOfMonth);
    if (inBlock !== undefined) context.month = partsOf(inBlock).month;
    const month = monthText === undefined ? context.month : Number(monthText);
    if (month === null) {
      problems.push({ zh: `「${found[0]}」没有月份`, en: `"${found[0]}" names no month` });
      continue;
    }
    const isEnd = joint === '至';
    const year = yearOf(yearText, month, before, isEnd, context);
    context.month = month;
    const day = realDay(year, month, dayOfMonth);
    if (day === undefined) {
      problems.push({ zh: `没有 ${year}年${month}月${dayOfMonth}日 这一天`, en: `There is no date ${year}-${month}-${dayOfMonth}` });
      continue;
    }
    problems.push(...wrongWeekday(day, remark));
    if (isEnd && before !== null) {
      if (day < before) problems.push({ zh: `「${text}」的末日早于首日`, en: `"${text}" ends before it begins` });
      for (let next = before + 1; next <= day; next++) days.push(next as Day);
    } else days.push(day);
    before = day;
  }
  if (text.includes('至')) context.block = days;
  return { days, problems };
}

// A date without a year takes that of the one before it; a range that ends in an earlier month ends in the next year.
function yearOf(text: string | undefined, month: number, before: Day | null, isEnd: boolean, context: DateContext): number {
  if (text !== undefined) return Number(text);
  const from = before === null ? null : partsOf(before);
  if (from !== null && isEnd) return month < from.month ? from.year + 1 : from.year;
  if (context.isNewYear) return month === 12 ? context.year - 1 : context.year;
  return from?.year ?? context.year;
}

// （周五）, （星期日）, （农历除夕、周二）; other remarks say nothing of the weekday.
function wrongWeekday(day: Day, remark: string | undefined): readonly Said[] {
  const name = /(?:周|星期|礼拜)([一二三四五六日天])/.exec(remark ?? '')?.[1];
  if (name === undefined) return [];
  const said = Math.min(WEEKDAYS.indexOf(name) + 1, 7);
  const is = weekdayOf(day);
  if (said === is) return [];
  return [
    {
      zh: `${formatDay(day)} 是星期${WEEKDAYS.charAt(is - 1)}，通知写作星期${name}`,
      en: `${formatDay(day)} is weekday ${is} (Monday = 1); the notice says ${said}`,
    },
  ];
}
