/** A number that a workbook shows as a date or a time, as text in the forms that events take. No zone: it is the wall clock. */
import { dayOf, formatDay, type Day } from '../../calendar/day.js';
import type { Text } from '../../input/problem.js';
import type { Shows } from '../../input/workbook/number-format.js';

export type SerialText = { readonly text: string } | { readonly fault: Text };

const MS = 86_400_000;
/** The day of serial 0, from 1 March 1900 on: before it the first system counts a 29 February 1900 that never was. */
const EPOCH = dayOf(1900, 3, 1) - 61;
const EPOCH_1904 = dayOf(1904, 1, 1);
const FALSE_LEAP_DAY = 60;
/** 2199-12-31 or thereabouts: nothing later can be reckoned with. */
const LATEST = dayOf(2199, 12, 31);

const fault = (zh: string, en: string): SerialText => ({ fault: { zh, en } });

/** To the millisecond, which is what a workbook's numbers can hold of a date. */
export function serialText(serial: number, shows: Exclude<Shows, 'number'>, isFrom1904: boolean): SerialText {
  const total = Math.round(serial * MS);
  if (total < 0) return fault('是负数，不能作为日期', 'is below zero and cannot be a date');
  if (shows === 'span') return { text: clock(total) };
  const whole = Math.floor(total / MS);
  const inDay = total - whole * MS;
  if (shows === 'time' && whole === 0) return { text: clock(inDay) };
  if (shows === 'month') return fault('只写到年月，没有写明是哪一日', 'shows a year or a month alone and does not say which day');
  if (whole === 0 && !isFrom1904) return fault('只有时刻，没有日期', 'has a time but no date');
  if (whole === FALSE_LEAP_DAY && !isFrom1904) return fault('是 1900-02-29，没有这一天', 'is 1900-02-29, a day that never was');
  const day = isFrom1904 ? EPOCH_1904 + whole : EPOCH + whole + (whole < FALSE_LEAP_DAY ? 1 : 0);
  if (day > LATEST) return fault('作为日期太晚了（1900-2199 年）', 'is too late for a date (years 1900-2199)');
  const date = formatDay(day as Day);
  return { text: inDay === 0 && shows === 'day' ? date : `${date}T${clock(inDay)}` };
}

/** The day that a number would be, were it shown as a date; undefined if it would be none that anyone means. */
export function likelyDay(serial: number, isFrom1904: boolean): string | undefined {
  if (serial < 10_000 || serial > 75_000) return undefined;
  const read = serialText(Math.floor(serial), 'day', isFrom1904);
  return 'text' in read ? read.text : undefined;
}

const pad = (n: number, width = 2): string => `${n}`.padStart(width, '0');

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const rest = ms - seconds * 1000;
  const time = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return rest === 0 ? time : `${time}.${pad(rest, 3)}`;
}
