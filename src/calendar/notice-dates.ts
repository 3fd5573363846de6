import { dayOf, formatDay, monthLength, partsOf, weekdayOf, type Day } from './day.js';
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
  let rangeFrom: Day | null = null;
  let yearBefore: number | null = null;
  let isMonthNamed = false;
  for (const found of text.matchAll(new RegExp(`(^|[至、和])${ATOM}`, 'g'))) {
    const [, joint, yearText, monthText, dayText, remark] = found;
    isMonthNamed ||= monthText !== undefined;
    const inBlock = isMonthNamed ? undefined : context.block.find((day) => partsOf(day).day === Number(dayText));
    if (inBlock !== undefined) context.month = partsOf(inBlock).month;
    const month = monthText === undefined ? context.month : Number(monthText);
    if (month === null) {
      problems.push({ zh: `「${found[0]}」没有月份`, en: `"${found[0]}" names no month` });
      continue;
    }
    const year = yearOf(yearText, month, joint === '至' ? rangeFrom : null, yearBefore, context);
    context.month = month;
    if (yearText !== undefined) yearBefore = year;
    const day = realDay(year, month, Number(dayText));
    if (day === undefined) {
      problems.push({ zh: `没有 ${year}年${month}月${dayText ?? ''}日 这一天`, en: `There is no date ${year}-${month}-${dayText ?? ''}` });
      continue;
    }
    problems.push(...wrongWeekday(day, remark));
    if (joint === '至' && rangeFrom !== null) {
      if (day < rangeFrom) problems.push({ zh: `「${text}」的末日早于首日`, en: `"${text}" ends before it begins` });
      for (let next = rangeFrom + 1; next <= day; next++) days.push(next as Day);
    } else days.push(day);
    rangeFrom = day;
  }
  if (text.includes('至')) context.block = days;
  return { days, problems };
}

function yearOf(text: string | undefined, month: number, from: Day | null, before: number | null, context: DateContext): number {
  if (text !== undefined) return Number(text);
  if (from !== null) return Number(formatDay(from).slice(0, 4)) + (month < Number(formatDay(from).slice(5, 7)) ? 1 : 0);
  if (context.isNewYear) return month === 12 ? context.year - 1 : context.year;
  return before ?? context.year;
}

function realDay(year: number, month: number, day: number): Day | undefined {
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month) ? dayOf(year, month, day) : undefined;
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
      zh: `${formatDay(day)} 是星期${WEEKDAYS[is - 1] ?? ''}，通知写作星期${name}`,
      en: `${formatDay(day)} is weekday ${is} (Monday = 1); the notice says ${said}`,
    },
  ];
}
