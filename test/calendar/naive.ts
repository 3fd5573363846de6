// A slow second implementation that walks day by day over date texts. It shares no code and no data with the program: the days are those
// of holiday-cn, the lunar dates those of the machine's ICU, Qingming is typed by hand. Years 2007-2026.
import { SPECIAL } from './data.js';

const MS_PER_DAY = 86_400_000;
const utc = (date: string): Date => new Date(`${date}T00:00:00Z`);

// The dates in a row, so that a walk need not write each anew.
const DATES = Array.from({ length: 9000 }, (_, i) => new Date(Date.UTC(2005, 0, 1) + i * MS_PER_DAY).toISOString().slice(0, 10));
const PLACE = new Map(DATES.map((date, i) => [date, i]));

export function plus(date: string, days: number): string {
  const near = DATES[(PLACE.get(date) ?? -1e6) + days];
  return near ?? new Date(utc(date).getTime() + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** 0 = Sunday */
const weekday = (date: string): number => utc(date).getUTCDay();

export function naiveKind(date: string): 'workday' | 'weekend' | 'holiday' | 'makeup-workday' {
  const special = SPECIAL.get(date);
  const isWeekend = weekday(date) === 0 || weekday(date) === 6;
  return special?.kind ?? (isWeekend ? 'weekend' : 'workday');
}

const QINGMING_ON_THE_4TH = [2008, 2009, 2012, 2013, 2016, 2017, 2020, 2021, 2024, 2025];
const lunarFormat = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
const lunar = (date: string): string => lunarFormat.format(utc(date));

const statutoryCache = new Map<string, boolean>();
export function naiveStatutory(date: string): boolean {
  const known = statutoryCache.get(date);
  if (known !== undefined) return known;
  const year = Number(date.slice(0, 4));
  const monthDay = date.slice(5);
  const solar = ['01-01', '05-01', '10-01', '10-02', '10-03'];
  if (year < 2008) solar.push('05-02', '05-03');
  if (year >= 2025) solar.push('05-02');
  if (year >= 2008) solar.push(QINGMING_ON_THE_4TH.includes(year) ? '04-04' : '04-05');
  const moon = ['1/1', '1/2'];
  if (year < 2008 || year >= 2014) moon.push('1/3');
  if (year >= 2008) moon.push('5/5', '8/15');
  const isEve = ((year >= 2008 && year < 2014) || year >= 2025) && lunar(plus(date, 1)) === '1/1';
  const is = solar.includes(monthDay) || moon.includes(lunar(date)) || isEve;
  statutoryCache.set(date, is);
  return is;
}

interface NaiveConvention {
  readonly firstDay: 'excluded' | 'included';
  readonly workdaySet: 'state-council-notice' | 'mon-fri-excluding-holidays' | 'week:1-6';
  readonly restDays: 'all-rest-days' | 'public-holidays' | 'statutory-days-only';
  readonly roll: 'next-working-day' | 'previous-working-day' | 'none';
}

const workCaches = {
  'state-council-notice': new Map<string, boolean>(),
  'mon-fri-excluding-holidays': new Map<string, boolean>(),
  'week:1-6': new Map<string, boolean>(),
};
function works(date: string, set: NaiveConvention['workdaySet']): boolean {
  const cache = workCaches[set];
  const known = cache.get(date);
  if (known !== undefined) return known;
  const is = worksUncached(date, set);
  cache.set(date, is);
  return is;
}

function worksUncached(date: string, set: NaiveConvention['workdaySet']): boolean {
  const kind = naiveKind(date);
  if (set === 'state-council-notice') return kind === 'workday' || kind === 'makeup-workday';
  if (kind === 'holiday') return false;
  const day = weekday(date);
  return set === 'week:1-6' ? day !== 0 : day !== 0 && day !== 6;
}

function rolled(date: string, c: NaiveConvention): string {
  if (c.roll === 'none') return date;
  const isRest = (d: string): boolean => (c.restDays === 'statutory-days-only' ? naiveStatutory(d) : !works(d, c.workdaySet));
  let day = date;
  if (c.restDays === 'public-holidays') {
    let holidays = 0;
    for (let d = date; isRest(d); d = plus(d, 1)) if (naiveKind(d) === 'holiday') holidays += 1;
    for (let d = date; isRest(d); d = plus(d, -1)) if (naiveKind(d) === 'holiday') holidays += 1;
    if (holidays === 0) return date;
  }
  while (isRest(day)) day = plus(day, c.roll === 'next-working-day' ? 1 : -1);
  return day;
}

/** The same day-of-month months later or earlier, or the month's last day. */
function monthsOn(date: string, months: number): { readonly date: string; readonly isSame: boolean } {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const target = new Date(Date.UTC(year, month - 1 + months, 1));
  const length = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(day, length));
  return { date: target.toISOString().slice(0, 10), isSame: day <= length };
}

export interface NaiveCase {
  readonly start: string;
  readonly amount: number;
  readonly unit: 'working-day' | 'calendar-day' | 'month' | 'year';
  readonly direction: 'forward' | 'backward';
  readonly convention: NaiveConvention;
}

function unrolledEnd({ start, amount, unit, direction, convention: c }: NaiveCase): string {
  const step = direction === 'forward' ? 1 : -1;
  const included = c.firstDay === 'included';
  if (unit === 'working-day' || unit === 'calendar-day') {
    const counts = (d: string): boolean => unit === 'calendar-day' || works(d, c.workdaySet);
    let day = start;
    let left = amount;
    if (included && counts(day)) left -= 1;
    while (left > 0) {
      day = plus(day, step);
      if (counts(day)) left -= 1;
    }
    return day;
  }
  const end = monthsOn(start, step * amount * (unit === 'year' ? 12 : 1));
  if (!included) return end.date;
  if (direction === 'backward') return plus(end.date, 1);
  return end.isSame ? plus(end.date, -1) : end.date;
}

export function naiveEnd(one: NaiveCase): { readonly lastDay: string; readonly unrolled: string; readonly clearDays: string | null } {
  const unrolled = unrolledEnd(one);
  const rolls = one.unit !== 'working-day';
  const clear = rolls ? rolled(plus(unrolled, -1), one.convention) : unrolledEnd({ ...one, amount: one.amount + 1 });
  return { lastDay: rolls ? rolled(unrolled, one.convention) : unrolled, unrolled, clearDays: one.direction === 'backward' ? clear : null };
}

/** Business hours by walking minute by minute over local wall time (fixed +08:00); times are `YYYY-MM-DDTHH:MM`. */
export function naiveBusinessEnd(start: string, hours: number, open: number, close: number): string {
  let date = start.slice(0, 10);
  let minute = Number(start.slice(11, 13)) * 60 + Number(start.slice(14));
  let left = hours * 60;
  let isWorked = works(date, 'state-council-notice');
  while (left > 0) {
    if (isWorked && minute >= open && minute < close) left -= 1;
    minute += 1;
    if (minute === 1440 && left > 0) {
      date = plus(date, 1);
      isWorked = works(date, 'state-council-notice');
      minute = 0;
    }
  }
  return `${date}T${`${Math.floor(minute / 60)}`.padStart(2, '0')}:${`${minute % 60}`.padStart(2, '0')}`;
}
