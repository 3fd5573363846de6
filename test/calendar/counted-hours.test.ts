import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCalendar } from '../../src/calendar/calendar.js';
import { hoursOfPeriod } from '../../src/calendar/counted-hours.js';
import { addDays, formatDay, parseDay, type Day } from '../../src/calendar/day.js';
import { momentOnDay, parseMoment } from '../../src/calendar/instant.js';
import { endOfPeriod, type PeriodRequest } from '../../src/calendar/period.js';

const calendar = createCalendar();
const day = (text: string): Day => parseDay(text) as Day;
const count = (request: PeriodRequest) => hoursOfPeriod(calendar, request, endOfPeriod(calendar, request));
const inHours = (start: string, hour: number, amount: number, direction: 'forward' | 'backward' = 'forward'): PeriodRequest => ({
  start: momentOnDay(day(start), hour * 60),
  amount,
  unit: 'business-hour',
  direction,
});

test('eighteen business hours over the Spring Festival of 2024: 3 on the 8th, 9 on its eve, 6 on the Sunday worked in exchange', () => {
  expect(
    count(inHours('2024-02-08', 15, 18)).map(({ first, last, record, seconds }) => [
      formatDay(first),
      formatDay(last),
      record.kind,
      seconds / 3600,
    ]),
  ).toEqual([
    ['2024-02-08', '2024-02-08', 'workday', 3],
    ['2024-02-09', '2024-02-09', 'workday', 9],
    ['2024-02-10', '2024-02-17', 'holiday', 0],
    ['2024-02-18', '2024-02-18', 'makeup-workday', 6],
  ]);
});

test('a start within a minute is counted to the second', () => {
  const start = parseMoment('2024-02-08T15:00:20+08:00');
  if (start.kind !== 'instant') throw new Error('no instant');
  expect(count({ start: start.instant, amount: 4, unit: 'business-hour' }).map(({ seconds }) => seconds)).toEqual([10_780, 3620]);
});

test('counted back, the latest day stands first', () => {
  expect(count(inHours('2024-02-18', 15, 18, 'backward')).map(({ first, seconds }) => [formatDay(first), seconds / 3600])).toEqual([
    ['2024-02-18', 6],
    ['2024-02-17', 0],
    ['2024-02-09', 9],
    ['2024-02-08', 3],
  ]);
});

test('what is counted is what the period is long', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 0, max: 24 * 60 - 1 }),
      fc.integer({ min: 0, max: 120 }),
      fc.constantFrom('forward' as const, 'backward' as const),
      (after, minute, amount, direction) => {
        const start = momentOnDay(addDays(day('2023-03-01'), after), minute);
        const runs = count({ start, amount, unit: 'business-hour', direction });
        expect(runs.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(amount * 3600);
      },
    ),
  );
});

test('days and plain hours are not counted by business hours', () => {
  expect(count({ start: day('2024-02-08'), amount: 5, unit: 'working-day' })).toEqual([]);
  expect(count({ ...inHours('2024-02-08', 15, 18), unit: 'hour' })).toEqual([]);
});
