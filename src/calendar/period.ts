import { articlesOf, type Article } from './articles.js';
import { endOfBusinessHours } from './business-hours.js';
import { nthAfter, type Calendar, type DayRecord } from './calendar.js';
import { defaultConvention, minutesOf, type Convention, type Direction } from './convention.js';
import { addDays, addMonths, partsOf, type Day } from './day.js';
import { PeriodError } from './error.js';
import { instantAt, momentOnDay, type Instant } from './instant.js';
import type { Outlook } from './outlook.js';
import type { WorkdaySet } from './workday-set.js';

export const PERIOD_UNITS = ['working-day', 'calendar-day', 'month', 'year', 'hour', 'business-hour'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

export interface PeriodRequest {
  /** A day, or the moment; hours need a moment, the other units take the moment's day. */
  readonly start: Day | Instant;
  /** A whole number, 0 or more. */
  readonly amount: number;
  readonly unit: PeriodUnit;
  readonly direction?: Direction;
  /** Departures from the default convention of the direction. */
  readonly convention?: Partial<Convention>;
}

/** The last day was a day of rest and moved. */
interface Moved {
  readonly from: Day;
  readonly to: Day;
  /** The days of rest passed over, from the unrolled last day on, in the order in which they were passed. */
  readonly over: readonly DayRecord[];
}

export interface PeriodEnd {
  /** The last day on which the act is in time. */
  readonly lastDay: Day;
  /** The last day before art. 203 moved it. */
  readonly unrolled: Day;
  /** Counted back in days: the day that leaves the full number between it and the start; else null. */
  readonly clearDays: Day | null;
  /** The moment at which it ends, for hours and where the convention has a close of business; null: 24:00 of the last day. */
  readonly endsAt: Instant | null;
  /** Whether a roll or a count of working days read a day after the last announced year. */
  readonly provisional: boolean;
  /** Bounds of `lastDay` where it is provisional, else `lastDay` itself. */
  readonly earliest: Day;
  readonly latest: Day;
  readonly firstDayAfter: Day;
  readonly moved: Moved | null;
  /** The convention as applied: hours and working days never roll. */
  readonly convention: Convention;
  readonly articles: readonly Article[];
}

/**
 * The end of a period under the Civil Code, arts. 200-204 and 1259, or the convention given.
 * Combined durations are months: P1Y6M is 18 months from the anchor, never 12 and then 6.
 * @throws PeriodError for an amount that is not a whole number from 0 on, hours from a bare day, or an empty period with its first day in
 * @throws CalendarRangeError where a working day before 2004 or after the lunar table is needed, or the end lies outside 1900-2199
 */
export function endOfPeriod(calendar: Calendar, request: PeriodRequest): PeriodEnd {
  const { amount, unit, direction = 'forward' } = request;
  checkRequest(request);
  const rolls = unit === 'calendar-day' || unit === 'month' || unit === 'year';
  const asked: Convention = { ...defaultConvention(direction), ...request.convention };
  const convention: Convention = rolls ? asked : { ...asked, roll: 'none' };
  const articles = articlesOf(unit, asked, direction);

  if (unit === 'hour' || unit === 'business-hour') {
    const start = momentOf(request.start);
    const endIn = (outlook: Outlook): Instant =>
      unit === 'hour'
        ? instantAt(start.ms + (direction === 'forward' ? 1 : -1) * amount * MS_PER_HOUR)
        : endOfBusinessHours(calendar.workdays(convention.workdaySet, outlook), start, amount, direction, convention.hours);
    const endsAt = endIn('nominal');
    const provisional = unit === 'business-hour' && Math.max(start.day, endsAt.day) > calendar.last;
    const bounds = provisional ? ([endIn('most').day, endIn('fewest').day] as const) : [endsAt.day];
    const end = { lastDay: endsAt.day, unrolled: endsAt.day, clearDays: null, endsAt, moved: null };
    return { ...end, provisional, ...boundsOf(bounds), firstDayAfter: addDays(endsAt.day, 1), convention, articles };
  }

  const start = typeof request.start === 'number' ? request.start : request.start.day;
  const counted = (n: number, outlook: Outlook): Day => countFrom(calendar, start, n, unit, direction, convention, outlook);
  const rolledEnd = (outlook: Outlook): Day => rollOff(calendar, counted(amount, outlook), convention, outlook);
  const unrolled = counted(amount, 'nominal');
  const lastDay = rolledEnd('nominal');
  const provisional = lastDayRead(start, unrolled, lastDay, request, convention) > calendar.last;
  const bounds = provisional ? ([rolledEnd('most'), rolledEnd('fewest')] as const) : [lastDay];
  return {
    lastDay,
    unrolled,
    clearDays: direction === 'backward' ? clearDay(calendar, counted, unrolled, amount, unit, convention) : null,
    endsAt: convention.close === null ? null : momentOnDay(lastDay, minutesOf(convention.close) ?? MINUTES_PER_DAY),
    provisional,
    ...boundsOf(bounds),
    firstDayAfter: addDays(lastDay, 1),
    moved: movedOver(calendar, unrolled, lastDay),
    convention,
    articles,
  };
}

const MS_PER_HOUR = 3_600_000;
const MINUTES_PER_DAY = 1440;

function checkRequest({ amount, unit, convention }: PeriodRequest): void {
  if (!Number.isSafeInteger(amount) || amount < 0) {
    throw new PeriodError({
      zh: `期间的数量应为不小于 0 的整数，不能是 ${amount}`,
      en: `The amount must be a whole number from 0 on, not ${amount}`,
    });
  }
  if (!PERIOD_UNITS.includes(unit)) {
    throw new PeriodError({
      zh: `没有单位「${unit}」，可用：${PERIOD_UNITS.join('、')}`,
      en: `There is no unit "${unit}"; use ${PERIOD_UNITS.join(', ')}`,
    });
  }
  if (amount === 0 && convention?.firstDay === 'included') {
    throw new PeriodError({ zh: '首日计入的期间至少为 1', en: 'A period that counts its first day is at least 1' });
  }
}

function momentOf(start: Day | Instant): Instant {
  if (typeof start !== 'number') return start;
  throw new PeriodError({
    zh: '按小时计算的期间须写明起算时刻，如 2023-03-08T10:00',
    en: 'A period of hours needs the moment from which it runs, such as 2023-03-08T10:00',
  });
}

function boundsOf(days: readonly Day[]): { readonly earliest: Day; readonly latest: Day } {
  return { earliest: Math.min(...days) as Day, latest: Math.max(...days) as Day };
}

// The last day before any roll.
function countFrom(
  calendar: Calendar,
  start: Day,
  amount: number,
  unit: 'working-day' | 'calendar-day' | 'month' | 'year',
  direction: Direction,
  convention: Convention,
  outlook: Outlook,
): Day {
  const sign = direction === 'forward' ? 1 : -1;
  const included = convention.firstDay === 'included';
  switch (unit) {
    case 'working-day':
      // Counting the first day in is counting from the day before it.
      return nthAfter(calendar.workdays(convention.workdaySet, outlook), included ? addDays(start, -sign) : start, sign * amount);
    case 'calendar-day':
      return addDays(start, sign * (included ? amount - 1 : amount));
    case 'month':
      return correspondingDay(start, sign * amount, included);
    case 'year':
      return correspondingDay(start, sign * amount * 12, included);
  }
}

// With the first day in, the period ends on the eve of the corresponding day; where there is none, on the month's last day all the same.
function correspondingDay(start: Day, months: number, included: boolean): Day {
  const end = addMonths(start, months);
  if (!included) return end;
  if (months < 0) return addDays(end, 1);
  return partsOf(end).day === partsOf(start).day ? addDays(end, -1) : end;
}

// Where the last day is a day of rest in the convention's sense, the working day (or the day that is no statutory one) that it moves to.
function rollOff(calendar: Calendar, day: Day, convention: Convention, outlook: Outlook): Day {
  if (convention.roll === 'none') return day;
  const step = convention.roll === 'next-working-day' ? 1 : -1;
  const set = calendar.workdays(convention.workdaySet, outlook);
  switch (convention.restDays) {
    case 'all-rest-days':
      return set.has(day) ? day : nthAfter(set, day, step);
    case 'public-holidays':
      return restsForHoliday(calendar, set, day, outlook) ? nthAfter(set, day, step) : day;
    case 'statutory-days-only': {
      let to = day;
      while (calendar.isStatutory(to)) to = addDays(to, step);
      return to;
    }
  }
}

// A weekend that adjoins a holiday is part of it, or a period that ends later would end sooner: the Friday off moves to Monday, the Saturday not.
function restsForHoliday(calendar: Calendar, set: WorkdaySet, day: Day, outlook: Outlook): boolean {
  if (set.has(day)) return false;
  const next = nthAfter(set, day, 1);
  for (let one = addDays(nthAfter(set, day, -1), 1); one < next; one = addDays(one, 1)) if (calendar.isHoliday(one, outlook)) return true;
  return false;
}

// A count reads the days up to its last one (counted back: from its first one); a roll reads the day it leaves and the one it reaches.
function lastDayRead(start: Day, unrolled: Day, lastDay: Day, { amount, unit, direction }: PeriodRequest, convention: Convention): number {
  if (unit !== 'working-day') return convention.roll === 'none' ? -Infinity : Math.max(unrolled, lastDay);
  if (amount === 0) return -Infinity;
  if (direction !== 'backward') return lastDay;
  return convention.firstDay === 'included' ? start : start - 1;
}

// One more day back from the n-th; for days that roll, the roll comes after it.
function clearDay(
  calendar: Calendar,
  counted: (n: number, outlook: Outlook) => Day,
  unrolled: Day,
  amount: number,
  unit: PeriodUnit,
  convention: Convention,
): Day {
  return unit === 'working-day' ? counted(amount + 1, 'nominal') : rollOff(calendar, addDays(unrolled, -1), convention, 'nominal');
}

function movedOver(calendar: Calendar, from: Day, to: Day): Moved | null {
  if (from === to) return null;
  const step = to > from ? 1 : -1;
  const over: DayRecord[] = [];
  for (let day = from; day !== to; day = addDays(day, step)) over.push(calendar.recordOf(day));
  return { from, to, over };
}
