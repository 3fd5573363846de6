/** Days as whole numbers: a table written out day by day. Working days are those of test/calendar, 2007-2026; no other is asked for. */
import { naiveKind, naiveStatutory } from '../calendar/naive.js';

export const DAY = 86_400_000;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2150;

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const civil: Civil[] = [];
const texts: string[] = [];
const numbers = new Map<string, number>();

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const monthLength = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

const pad = (n: number): string => String(n).padStart(2, '0');
for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
  for (let month = 1; month <= 12; month++) {
    for (let day = 1; day <= monthLength(year, month); day++) {
      const text = `${year}-${pad(month)}-${pad(day)}`;
      numbers.set(text, texts.length);
      texts.push(text);
      civil.push({ year, month, day });
    }
  }
}

/** A question about days for which there is no calendar yet. */
export class BeyondCalendar extends Error {}

/** The number of a date. */
export function dayOf(text: string): number {
  const found = numbers.get(text);
  if (found === undefined) throw Number(text.slice(0, 4)) > LAST_YEAR ? new BeyondCalendar(`no day ${text}`) : new Error(`no day ${text}`);
  return found;
}
export function textOf(day: number): string {
  const found = texts[day];
  if (found === undefined) throw new Error(`no day ${day}`);
  return found;
}

export const CALENDAR_FIRST = dayOf('2007-01-01');
export const CALENDAR_LAST = dayOf('2026-12-31');
const works: boolean[] = [];
const statutory: boolean[] = [];
const holidays: boolean[] = [];
for (let day = CALENDAR_FIRST; day <= CALENDAR_LAST; day++) {
  works[day] = ['workday', 'makeup-workday'].includes(naiveKind(textOf(day)));
  statutory[day] = naiveStatutory(textOf(day));
  holidays[day] = naiveKind(textOf(day)) === 'holiday';
}
const known = (table: readonly boolean[], day: number): boolean => {
  const found = table[day];
  if (found === undefined) throw new BeyondCalendar(`the calendar does not reach ${texts[day] ?? day}`);
  return found;
};
export const isWorkingDay = (day: number): boolean => known(works, day);
const isHoliday = (day: number): boolean => known(holidays, day);
const isStatutoryDay = (day: number): boolean => known(statutory, day);

/** 0 is Monday: 1990-01-01 was one. */
export const weekday = (day: number): number => day % 7;

/** The corresponding day so many months on, or the month's last. */
export function monthsOn(day: number, months: number): number {
  const { year, month, day: date } = civil[day] as Civil;
  const count = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return dayOf(`${newYear}-${pad(newMonth)}-${pad(Math.min(date, monthLength(newYear, newMonth)))}`);
}

export const partsOf = (day: number): Civil => civil[day] as Civil;

/** The first day of the calendar's stretch of so many months in which a day lies. */
export function firstOfMonth(day: number, length: number): number {
  const { year, month } = partsOf(day);
  return dayOf(`${year}-${pad(month - ((month - 1) % length))}-01`);
}

/** The day of a number in the month of a day, or its last. */
export function dayInMonth(day: number, date: number): number {
  const { year, month } = partsOf(day);
  return dayOf(`${year}-${pad(month)}-${pad(Math.max(1, Math.min(date, monthLength(year, month))))}`);
}

const dateInMonth = (day: number): number => (civil[day] as Civil).day;

export interface Period {
  readonly unit: 'days' | 'working-days' | 'months';
  readonly amount: number;
  readonly backward: boolean;
  /** The first day counts. */
  readonly included: boolean;
  readonly roll: string;
}

/** The last day of a period, counted one by one from the day it starts from. */
export function lastDayOf(start: number, { unit, amount, backward, included, roll }: Period): number {
  const step = backward ? -1 : 1;
  // Of no length, with its first day in, it is over on the eve.
  if (amount === 0 && included) return start - step;
  if (unit === 'working-days') {
    let day = included ? start - step : start;
    for (let left = amount; left > 0;) {
      day += step;
      if (isWorkingDay(day)) left -= 1;
    }
    return day;
  }
  let day = unit === 'days' ? start + step * amount : monthsOn(start, step * amount);
  // With the first day in, a period ends on the eve of the corresponding day; where there is none, on the month's last day all the same.
  if (included && (unit === 'days' || dateInMonth(day) === dateInMonth(start))) day -= step;
  if (roll === 'none') return day;
  if (roll === 'after-statutory-holiday') while (isStatutoryDay(day)) day += step;
  else if (roll === 'working-day-after-public-holiday') {
    const rests: number[] = [];
    for (let d = day; !isWorkingDay(d); d += 1) rests.push(d);
    for (let d = day; !isWorkingDay(d); d -= 1) rests.push(d);
    if (rests.some((d) => isHoliday(d))) while (!isWorkingDay(day)) day += step;
  } else while (!isWorkingDay(day)) day += roll === 'previous-working-day' ? -1 : step;
  return day;
}

/** When it opens and closes, in milliseconds of the day. */
export interface Hours {
  readonly opens: number;
  readonly closes: number;
}
export function readHours(text: string): Hours {
  const parts = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(text);
  if (parts === null) throw new Error(`no hours ${text}`);
  const [opensAt = 0, opensPast = 0, closesAt = 0, closesPast = 0] = parts.slice(1).map(Number);
  return { opens: (opensAt * 60 + opensPast) * 60_000, closes: (closesAt * 60 + closesPast) * 60_000 };
}

/** So much time on, of which only what is within the hours of working days counts: opening by opening, one day after another. */
export function addWorkingTime(start: number, length: number, { opens, closes }: Hours, step: 1 | -1): number {
  let left = length;
  if (left === 0) return start;
  for (let day = Math.floor(start / DAY); ; day += step) {
    if (!isWorkingDay(day)) continue;
    const [open, close] = [day * DAY + opens, day * DAY + closes];
    const from = step === 1 ? Math.max(start, open) : Math.min(start, close);
    const room = step === 1 ? close - from : from - open;
    if (room <= 0) continue;
    if (left <= room) return from + step * left;
    left -= room;
  }
}

/** A moment on the clock of Shanghai: milliseconds after 1990-01-01T00:00. A bare date is some moment of its day. */
export function readMoment(text: string): { readonly from: number; readonly to: number } {
  const date = numbers.get(text);
  if (date !== undefined) return { from: date * DAY, to: date * DAY + DAY - 1 };
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?$/.exec(text);
  if (parts === null) throw new Error(`no moment ${text}`);
  const [, day = '', hour = '', minute = '', second = '0', zone = '+08:00'] = parts;
  const [zoneHour, zoneMinute] = zone === 'Z' ? [0, 0] : [Number(zone.slice(0, 3)), Number(zone.slice(4))];
  const minutes = Number(hour) * 60 + Number(minute) + (8 - zoneHour) * 60 - (zone.startsWith('-') ? -zoneMinute : zoneMinute);
  const at = dayOf(day) * DAY + minutes * 60_000 + Number(second) * 1000;
  return { from: at, to: at };
}
