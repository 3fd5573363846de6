import { describe, expect, test } from '@jest/globals';
import { addDays, addMonths, dayOf, formatDay, monthLength, parseDay, partsOf, weekdayOf } from '../../src/calendar/day.js';
import { CalendarRangeError } from '../../src/calendar/error.js';
import { EVERY_NTH } from '../support/chance.js';

const day = (text: string) => parseDay(text)!;

test('every day of 1900-2199 reads, writes and counts as UTC has it', () => {
  let expected = Date.UTC(1900, 0, 1) / 86_400_000;
  for (let date = new Date(Date.UTC(1900, 0, 1)); date.getUTCFullYear() < 2200; date.setUTCDate(date.getUTCDate() + EVERY_NTH)) {
    const text = date.toISOString().slice(0, 10);
    const parsed = parseDay(text);
    const { year, month, day: dayOfMonth } = partsOf(parsed!);
    const given = [parsed, formatDay(parsed!), dayOf(year, month, dayOfMonth), weekdayOf(parsed!)];
    const wanted = [expected, text, expected, date.getUTCDay() || 7];
    if (given.join() !== wanted.join()) expect(given).toEqual(wanted);
    expected += EVERY_NTH;
  }
  expect(expected - Date.UTC(1900, 0, 1) / 86_400_000).toBe(Math.ceil(109_573 / EVERY_NTH) * EVERY_NTH);
});

test.each([
  '2026-02-30',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2023-02-29',
  '1900-02-29',
  '2100-02-29',
  '20260214',
  '2026-2-14',
  '2026/02/14',
  '2026年2月14日',
  '99999-01-01',
  '1899-12-31',
  '2200-01-01',
  '2026-02-14T00:00',
  ' 2026-02-14',
  '2026-02-14 ',
  '',
  '２０２６-02-14',
  '-026-02-14',
  '2026-W10',
  '2026-045',
  '+026-02-14',
  '2026-02-1x',
  '2026-0x-14',
  '20x6-02-14',
  'x026-02-14',
  '2026/02-14',
  '2026-02/14',
  // The signs before 0 and after 9: read as figures, these would be the days 9 and 10 and the years 1996 and 2106.
  '2026-02-1/',
  '2026-02-0:',
  '20/6-02-14',
  '20:6-02-14',
])('%j is no day', (text) => {
  expect(parseDay(text)).toBeUndefined();
});

test.each([null, undefined, 20260214, NaN, new Date(0), {}, ['2026-02-14'], { toString: () => '2026-02-14' }])('%p is no day', (value) => {
  expect(parseDay(value as string)).toBeUndefined();
});

// The 29th of February 2000 is the last day of the calendar's 400 years.
test.each([
  ['1900-01-01', { year: 1900, month: 1, day: 1 }],
  ['2199-12-31', { year: 2199, month: 12, day: 31 }],
  ['2000-02-29', { year: 2000, month: 2, day: 29 }],
  ['2000-03-01', { year: 2000, month: 3, day: 1 }],
  ['2024-02-29', { year: 2024, month: 2, day: 29 }],
])('%s is a day', (text, parts) => {
  expect([partsOf(day(text)), formatDay(day(text))]).toEqual([parts, text]);
});

describe('dayOf refuses what is no date', () => {
  test.each([
    [2026, 2, 30],
    [2026, 13, 1],
    [2026, 0, 1],
    [2026, 1, 0],
    [2026.5, 1, 1],
    [2026, 1, 1.5],
    [2026, 1.5, 1],
    [NaN, 1, 1],
    [1899, 12, 31],
    [2200, 1, 1],
  ])('%p-%p-%p', (year, month, dayOfMonth) => {
    expect(() => dayOf(year, month, dayOfMonth)).toThrow(CalendarRangeError);
  });
});

describe('addMonths goes to the corresponding day, or the last of the month', () => {
  test.each([
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2023-03-31', -1, '2023-02-28'],
    ['2023-01-15', -1, '2022-12-15'],
    ['2023-12-15', 1, '2024-01-15'],
    ['2023-05-31', -15, '2022-02-28'],
    ['2023-03-08', 36, '2026-03-08'],
    ['2023-03-08', 0, '2023-03-08'],
  ])('%s %p', (from, months, to) => {
    expect(formatDay(addMonths(day(from), months))).toBe(to);
  });
});

test('what leaves the years is an error', () => {
  expect(() => addDays(day('2199-12-31'), 1)).toThrow('日期超出 1900-2199 年');
  expect(() => addDays(day('1900-01-01'), -1)).toThrow(CalendarRangeError);
  expect(() => addMonths(day('2199-12-31'), 1)).toThrow(CalendarRangeError);
  expect(() => addDays(day('2020-01-01'), NaN)).toThrow(CalendarRangeError);
  expect(formatDay(addDays(day('2199-12-30'), 1))).toBe('2199-12-31');
});

test('months have their length', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((m) => monthLength(2023, m))).toEqual([
    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
  ]);
  expect([1900, 2000, 2024, 2100].map((y) => monthLength(y, 2))).toEqual([28, 29, 29, 28]);
  expect([monthLength(2023, 0), monthLength(2023, 13)]).toEqual([0, 0]);
});
