import { describe, expect, test } from '@jest/globals';
import { createCalendar } from '../../src/calendar/calendar.js';
import { parseConvention } from '../../src/calendar/convention.js';
import { formatDay, parseDay, type Day } from '../../src/calendar/day.js';
import { CalendarRangeError, PeriodError } from '../../src/calendar/error.js';
import { formatInstant, parseMoment } from '../../src/calendar/instant.js';
import { endOfPeriod, type PeriodEnd, type PeriodUnit } from '../../src/calendar/period.js';
import { tries } from '../support/chance.js';
import { seeded } from './random.js';

const calendar = createCalendar();
const day = (text: string): Day => parseDay(text)!;

function end(
  start: string,
  amount: number,
  unit: PeriodUnit,
  convention = '',
  direction: 'forward' | 'backward' = 'forward',
  of = calendar,
): PeriodEnd {
  const moment = parseMoment(start);
  if (moment.kind === 'bad') throw new Error(start);
  const from = moment.kind === 'day' ? moment.day : moment.instant;
  return endOfPeriod(of, {
    start: from,
    amount,
    unit,
    direction,
    convention: convention === '' ? {} : parseConvention(convention.split(' ')),
  });
}

describe('the last day', () => {
  test.each<[string, number, PeriodUnit, string, string, string]>([
    // start, amount, unit, convention, unrolled, last day
    ['2023-03-08', 3, 'year', '', '2026-03-08', '2026-03-09'],
    ['2023-03-08', 36, 'month', '', '2026-03-08', '2026-03-09'],
    ['2023-03-08', 3, 'year', 'firstDay=included roll=none', '2026-03-07', '2026-03-07'],
    ['2023-03-08', 3, 'year', 'firstDay=included', '2026-03-07', '2026-03-09'],
    ['2024-02-29', 3, 'year', 'firstDay=included roll=none', '2027-02-28', '2027-02-28'],
    ['2024-02-29', 1, 'year', 'roll=none', '2025-02-28', '2025-02-28'],
    ['2024-02-29', 4, 'year', 'firstDay=included roll=none', '2028-02-28', '2028-02-28'],
    ['2023-01-31', 1, 'month', 'firstDay=included roll=none', '2023-02-28', '2023-02-28'],
    ['2023-03-01', 1, 'month', 'firstDay=included roll=none', '2023-03-31', '2023-03-31'],
    ['2023-01-01', 3, 'year', 'firstDay=included roll=none', '2025-12-31', '2025-12-31'],
    ['2023-01-31', 1, 'month', '', '2023-02-28', '2023-02-28'],
    ['2023-01-31', 2, 'month', '', '2023-03-31', '2023-03-31'],
    ['2014-05-29', 2, 'month', 'firstDay=included', '2014-07-28', '2014-07-28'],
    // A roll may end on a worked Sunday.
    ['2024-02-01', 15, 'calendar-day', '', '2024-02-16', '2024-02-18'],
    ['2024-02-01', 15, 'calendar-day', 'firstDay=included', '2024-02-15', '2024-02-18'],
    ['2024-02-01', 1, 'calendar-day', 'firstDay=included', '2024-02-01', '2024-02-01'],
    ['2024-02-01', 15, 'calendar-day', 'workdaySet=mon-fri-excluding-holidays', '2024-02-16', '2024-02-19'],
    ['2024-02-01', 15, 'calendar-day', 'roll=previous-working-day', '2024-02-16', '2024-02-09'],
    ['2024-02-01', 15, 'calendar-day', 'restDays=statutory-days-only', '2024-02-16', '2024-02-16'],
    ['2024-02-01', 9, 'calendar-day', 'restDays=statutory-days-only', '2024-02-10', '2024-02-13'],
    ['2024-02-01', 9, 'calendar-day', 'restDays=statutory-days-only roll=previous-working-day', '2024-02-10', '2024-02-09'],
    // 遇法定节假日顺延至节后第一个工作日: from any day of the block of 10-17 February to the worked Sunday; a plain Saturday stays.
    ['2024-02-01', 9, 'calendar-day', 'restDays=public-holidays', '2024-02-10', '2024-02-18'],
    ['2024-02-01', 15, 'calendar-day', 'restDays=public-holidays', '2024-02-16', '2024-02-18'],
    ['2024-02-01', 9, 'calendar-day', 'restDays=public-holidays roll=previous-working-day', '2024-02-10', '2024-02-09'],
    ['2024-03-01', 15, 'calendar-day', 'restDays=public-holidays', '2024-03-16', '2024-03-16'],
    // New Year's Day of 2022 is a Saturday with the Sunday and the Monday off: all of them move.
    ['2021-12-22', 11, 'calendar-day', 'restDays=public-holidays', '2022-01-02', '2022-01-04'],
    ['2023-09-25', 15, 'working-day', '', '2023-10-20', '2023-10-20'],
    ['2023-09-25', 15, 'working-day', 'firstDay=included', '2023-10-19', '2023-10-19'],
    ['2023-10-01', 1, 'working-day', 'firstDay=included', '2023-10-07', '2023-10-07'],
    ['2023-10-01', 1, 'working-day', 'workdaySet=week:1-6', '2023-10-07', '2023-10-07'],
    ['2023-10-01', 2, 'working-day', 'workdaySet=week:1-6', '2023-10-09', '2023-10-09'],
    ['2023-10-01', 2, 'working-day', 'workdaySet=week:1-6+makeup', '2023-10-08', '2023-10-08'],
    ['2023-10-01', 0, 'calendar-day', '', '2023-10-01', '2023-10-07'],
    ['2023-10-01', 0, 'working-day', '', '2023-10-01', '2023-10-01'],
    ['2023-03-08T10:00', 3, 'calendar-day', '', '2023-03-11', '2023-03-13'],
    ['2023-03-08T20:00:00Z', 1, 'calendar-day', '', '2023-03-10', '2023-03-10'],
  ])('%s + %d %s %s', (start, amount, unit, convention, unrolled, lastDay) => {
    const e = end(start, amount, unit, convention);
    expect([e.unrolled, e.lastDay].map(formatDay)).toEqual([unrolled, lastDay]);
    expect([e.firstDayAfter - e.lastDay, e.provisional, e.clearDays]).toEqual([1, false, null]);
  });
});

describe('counted back', () => {
  test.each<[string, number, PeriodUnit, string, string, string]>([
    // start, amount, unit, convention, last day, clear day
    ['2026-03-20', 5, 'working-day', '', '2026-03-13', '2026-03-12'],
    ['2026-03-20', 5, 'working-day', 'firstDay=included', '2026-03-16', '2026-03-13'],
    ['2026-03-20', 10, 'calendar-day', '', '2026-03-10', '2026-03-09'],
    ['2026-03-20', 5, 'calendar-day', '', '2026-03-13', '2026-03-13'],
    ['2026-03-20', 5, 'calendar-day', 'roll=none', '2026-03-15', '2026-03-14'],
    ['2026-03-31', 1, 'month', 'roll=none', '2026-02-28', '2026-02-27'],
    ['2026-03-31', 1, 'month', 'roll=none firstDay=included', '2026-03-01', '2026-02-28'],
    ['2026-03-20', 1, 'year', '', '2025-03-20', '2025-03-19'],
  ])('%s - %d %s %s', (start, amount, unit, convention, lastDay, clear) => {
    const e = end(start, amount, unit, convention, 'backward');
    expect([e.lastDay, e.clearDays!].map(formatDay)).toEqual([lastDay, clear]);
  });
});

describe('hours', () => {
  test.each<[string, number, PeriodUnit, string, 'forward' | 'backward', string]>([
    ['2023-03-08T10:00', 48, 'hour', '', 'forward', '2023-03-10T10:00:00+08:00'],
    ['2023-09-30T10:00', 24, 'hour', '', 'forward', '2023-10-01T10:00:00+08:00'],
    ['2023-03-08T10:00', 48, 'hour', '', 'backward', '2023-03-06T10:00:00+08:00'],
    // 23 hours on the wall clock: summer time begins on 1986-05-04.
    ['1986-05-03T12:00', 24, 'hour', '', 'forward', '1986-05-04T13:00:00+09:00'],
    ['2023-03-08T17:00', 1, 'business-hour', '', 'forward', '2023-03-08T18:00:00+08:00'],
    ['2023-03-08T17:00', 3, 'business-hour', '', 'forward', '2023-03-09T11:00:00+08:00'],
    ['2023-03-08T17:00', 10, 'business-hour', '', 'forward', '2023-03-09T18:00:00+08:00'],
    ['2023-03-08T17:00', 11, 'business-hour', '', 'forward', '2023-03-10T10:00:00+08:00'],
    ['2023-03-08T07:00', 1, 'business-hour', '', 'forward', '2023-03-08T10:00:00+08:00'],
    ['2023-03-08T19:00', 1, 'business-hour', '', 'forward', '2023-03-09T10:00:00+08:00'],
    ['2023-09-28T17:00', 2, 'business-hour', '', 'forward', '2023-10-07T10:00:00+08:00'],
    ['2023-10-01T12:00', 1, 'business-hour', '', 'forward', '2023-10-07T10:00:00+08:00'],
    ['2023-09-28T17:00', 2, 'business-hour', 'workdaySet=mon-fri-excluding-holidays', 'forward', '2023-10-09T10:00:00+08:00'],
    ['2023-03-08T17:00', 2, 'business-hour', 'hours=08:30-17:30', 'forward', '2023-03-09T10:00:00+08:00'],
    ['2023-03-08T10:00', 0, 'business-hour', '', 'forward', '2023-03-08T10:00:00+08:00'],
    ['2023-03-08T20:00', 0, 'business-hour', '', 'forward', '2023-03-08T20:00:00+08:00'],
    ['2023-10-01T12:00', 0, 'business-hour', '', 'backward', '2023-10-01T12:00:00+08:00'],
    ['2023-03-08T10:00', 1, 'business-hour', '', 'backward', '2023-03-08T09:00:00+08:00'],
    ['2023-03-08T10:00', 2, 'business-hour', '', 'backward', '2023-03-07T17:00:00+08:00'],
    ['2023-10-07T08:00', 9, 'business-hour', '', 'backward', '2023-09-28T09:00:00+08:00'],
  ])('%s %d %s %s %s', (start, amount, unit, convention, direction, endsAt) => {
    const e = end(start, amount, unit, convention, direction);
    expect(formatInstant(e.endsAt!)).toBe(endsAt);
    expect([e.lastDay, e.unrolled, e.earliest, e.latest]).toEqual(Array(4).fill(e.endsAt!.day));
    expect([e.clearDays, e.moved]).toEqual([null, null]);
  });
});

test('a close of business ends the last day', () => {
  expect(formatInstant(end('2024-02-01', 15, 'calendar-day', 'close=17:30').endsAt!)).toBe('2024-02-18T17:30:00+08:00');
  expect(formatInstant(end('2024-02-01', 1, 'working-day', 'close=24:00').endsAt!)).toBe('2024-02-03T00:00:00+08:00');
  expect(end('2024-02-01', 1, 'working-day').endsAt).toBeNull();
});

test('a period runs forward unless it is said to run back', () => {
  const { lastDay, convention } = endOfPeriod(calendar, { start: day('2023-03-08'), amount: 2, unit: 'calendar-day' });
  expect([formatDay(lastDay), convention.roll]).toEqual(['2023-03-10', 'next-working-day']);
});

test('a last day that is worked did not move', () => {
  expect(end('2023-03-08', 2, 'calendar-day').moved).toBeNull();
  expect(end('2023-03-08', 3, 'calendar-day').moved).not.toBeNull();
});

test('why it moved', () => {
  const e = end('2024-02-01', 15, 'calendar-day');
  expect([e.moved!.from, e.moved!.to].map(formatDay)).toEqual(['2024-02-16', '2024-02-18']);
  expect(e.moved!.over.map((r) => [formatDay(r.day), r.kind, r.festival, r.notice])).toEqual([
    ['2024-02-16', 'holiday', '春节', '国办发明电〔2023〕7号'],
    ['2024-02-17', 'holiday', '春节', '国办发明电〔2023〕7号'],
  ]);
  expect(end('2026-03-20', 5, 'calendar-day', '', 'backward').moved!.over.map((r) => formatDay(r.day))).toEqual([
    '2026-03-15',
    '2026-03-14',
  ]);
});

test.each<[PeriodUnit, string, string]>([
  ['year', '', '200,201,202,203,1259'],
  ['month', 'firstDay=included', '200,201,202,203,204,1259'],
  ['calendar-day', 'roll=none', '200,201,204,1259'],
  ['calendar-day', 'restDays=statutory-days-only', '200,201,203,204,1259'],
  ['working-day', '', '200,201,204,1259'],
  ['working-day', 'close=17:00', '200,201,203,204,1259'],
  ['calendar-day', 'close=17:00', '200,201,203,204,1259'],
])('the articles of %s %s', (unit, convention, articles) => {
  expect(end('2023-03-08', 1, unit, convention).articles.join()).toBe(articles);
});

test('the articles of hours', () => {
  expect(end('2023-03-08T10:00', 1, 'hour', 'firstDay=included close=17:00').articles.join()).toBe('200,201,1259');
  expect(end('2023-03-08T10:00', 1, 'business-hour').articles.join()).toBe('200,201,204,1259');
  // A close of business ends days, no hours.
  expect(end('2023-03-08T10:00', 1, 'business-hour', 'close=17:00').articles.join()).toBe('200,201,204,1259');
});

test('working days and hours are told with no roll, counted back rolls back', () => {
  expect(end('2023-03-08', 1, 'working-day').convention.roll).toBe('none');
  expect(end('2023-03-08T10:00', 1, 'hour', 'roll=next-working-day').convention.roll).toBe('none');
  expect(end('2023-03-08', 1, 'month', '', 'backward').convention.roll).toBe('previous-working-day');
  expect(end('2023-03-08', 1, 'month').convention).toMatchObject({ roll: 'next-working-day', hours: '09:00-18:00', close: null });
});

describe('past the last notice', () => {
  test.each<[string, number, PeriodUnit, string, 'forward' | 'backward', boolean]>([
    ['2026-12-25', 4, 'working-day', '', 'forward', false],
    ['2026-12-25', 5, 'working-day', '', 'forward', true],
    ['2027-01-01', 2, 'working-day', '', 'backward', false],
    ['2027-01-02', 2, 'working-day', '', 'backward', true],
    ['2027-01-01', 2, 'working-day', 'firstDay=included', 'backward', true],
    ['2024-03-08', 3, 'year', '', 'forward', true],
    ['2024-03-08', 3, 'year', 'roll=none', 'forward', false],
    ['2026-12-01', 30, 'calendar-day', '', 'forward', false],
    ['2026-12-01', 31, 'calendar-day', '', 'forward', true],
    ['2027-01-20', 1, 'month', '', 'backward', false],
    ['2027-05-20', 0, 'working-day', '', 'forward', false],
  ])('%s %d %s %s %s: provisional %p', (start, amount, unit, convention, direction, provisional) => {
    const e = end(start, amount, unit, convention, direction);
    expect(e.provisional).toBe(provisional);
    if (!provisional) expect([e.earliest, e.latest]).toEqual([e.lastDay, e.lastDay]);
  });

  test('nominal, earliest and latest', () => {
    const e = end('2026-12-20', 30, 'working-day');
    expect([e.lastDay, e.earliest, e.latest].map(formatDay)).toEqual(['2027-02-01', '2027-01-24', '2027-02-02']);
    const roll = end('2024-10-02', 3, 'year');
    expect([roll.lastDay, roll.earliest, roll.latest].map(formatDay)).toEqual(['2027-10-04', '2027-10-04', '2027-10-11']);
    // Saturday 2 October 2027 is statutory; Saturday 9 October may still be given to the holiday, or be worked for it.
    const byHoliday = (start: string) => end(start, 3, 'year', 'restDays=public-holidays');
    const inside = byHoliday('2024-10-02');
    expect([inside.lastDay, inside.earliest, inside.latest].map(formatDay)).toEqual(['2027-10-04', '2027-10-04', '2027-10-11']);
    const beside = byHoliday('2024-10-09');
    expect([beside.lastDay, beside.earliest, beside.latest, beside.provisional]).toEqual([
      ...['2027-10-09', '2027-10-09', '2027-10-11'].map((date) => parseDay(date)),
      true,
    ]);
    const plain = end('2024-06-16', 3, 'year');
    expect([plain.lastDay, plain.earliest, plain.latest].map(formatDay)).toEqual(['2027-06-16', '2027-06-16', '2027-06-16']);
    // In July and August no weekend lies near enough to a festival to be worked for it.
    const summer = end('2027-07-05', 30, 'working-day');
    expect([summer.lastDay, summer.earliest, summer.latest].map(formatDay)).toEqual(['2027-08-16', '2027-08-16', '2027-08-16']);
  });

  test('business hours', () => {
    expect(end('2026-12-31T17:00', 2, 'business-hour')).toMatchObject({ provisional: true });
    expect(end('2026-12-31T17:00', 1, 'business-hour')).toMatchObject({ provisional: false });
    expect(end('2026-12-31T17:00', 99, 'hour')).toMatchObject({ provisional: false });
  });

  test('a roll off the last announced day reads the next year', () => {
    // Without the notice of 2023, 2022-12-31 is an ordinary Saturday.
    const until2022 = createCalendar([], { baseThrough: 2022 });
    const e = end('2022-12-01', 30, 'calendar-day', '', 'forward', until2022);
    expect([formatDay(until2022.last), formatDay(e.lastDay), e.provisional]).toEqual(['2022-12-31', '2023-01-02', true]);
    expect(formatDay(e.latest) >= '2023-01-03').toBe(true);
  });

  test('replayed: what the notices of 2019-2026 then brought lay within the bounds', () => {
    const random = seeded(2019);
    let replayed = 0;
    for (let year = 2018; year <= 2025; year++) {
      const then = createCalendar([], { baseThrough: year });
      for (let i = 0; i < tries(500); i++) {
        const start = formatDay((day(`${year}-07-01`) + random.int(500)) as Day);
        const unit = random.pick(['working-day', 'calendar-day', 'month'] as const);
        const amount = 1 + random.int(unit === 'month' ? 4 : 60);
        const direction = random.pick(['forward', 'backward'] as const);
        const guess = end(start, amount, unit, '', direction, then);
        const truth = end(start, amount, unit, '', direction);
        if (!guess.provisional || truth.provisional) continue;
        replayed += 1;
        const isWithin = guess.earliest <= truth.lastDay && truth.lastDay <= guess.latest;
        const isOrdered = guess.earliest <= guess.lastDay && guess.lastDay <= guess.latest;
        if (!isWithin || !isOrdered)
          throw new Error(JSON.stringify({ year, start, amount, unit, direction, truth: formatDay(truth.lastDay) }));
      }
    }
    expect(replayed).toBeGreaterThan(tries(2000));
  });
});

describe('what cannot be counted is an error', () => {
  test.each<[number, string]>([
    [-1, '不能是 -1'],
    [1.5, '不能是 1.5'],
    [NaN, '不能是 NaN'],
    [Infinity, '不能是 Infinity'],
    [2 ** 53, '整数'],
  ])('amount %p', (amount, message) => {
    expect(() => end('2023-03-08', amount, 'calendar-day')).toThrow(PeriodError);
    expect(() => end('2023-03-08', amount, 'calendar-day')).toThrow(message);
  });

  test('the others', () => {
    expect(() => end('2023-03-08', 1, 'week' as PeriodUnit)).toThrow('没有单位「week」');
    expect(() => end('2023-03-08', 0, 'calendar-day', 'firstDay=included')).toThrow('至少为 1');
    expect(() => end('2023-03-08', 1, 'hour')).toThrow('须写明起算时刻');
    expect(() => end('2023-03-08', 1, 'business-hour')).toThrow('须写明起算时刻');
    expect(() => end('2003-03-08', 1, 'calendar-day')).toThrow(CalendarRangeError);
    expect(() => end('2003-03-08', 1, 'working-day')).toThrow('2003-03-08 不在其中');
    expect(() => end('2023-03-08', 999, 'year')).toThrow('1900-2199');
    expect(() => end('2023-03-08', 99_999_999, 'calendar-day')).toThrow('1900-2199');
    expect(() => end('2099-01-08', 300, 'working-day')).toThrow(CalendarRangeError);
    expect(formatDay(end('2001-03-08', 5, 'calendar-day', 'roll=none').lastDay)).toBe('2001-03-13');
  });

  test('the day outside from which a count runs is not read', () => {
    expect(formatDay(end('2003-12-31', 1, 'working-day').lastDay)).toBe('2004-01-02');
    expect(formatDay(end('2004-01-01', 1, 'working-day', 'firstDay=included').lastDay)).toBe('2004-01-02');
    expect(() => end('2003-12-30', 1, 'working-day')).toThrow('2003-12-30 不在其中');
    expect(() => end('2100-01-02', 1, 'working-day', '', 'backward')).toThrow('2100-01-02 不在其中');
    // The day that is missing is named: the one from which it runs, or the one that it would reach.
    expect(() => end('2003-12-30', 1, 'working-day', '', 'backward')).toThrow('2003-12-30 不在其中');
    expect(() => end('2004-01-01', 1, 'working-day', '', 'backward')).toThrow('2003-12-31 不在其中');
    expect(() => end('2099-12-31', 1, 'working-day')).toThrow('2100-01-01 不在其中');
    expect(() => end('2100-01-01', 1, 'working-day')).toThrow('2100-01-01 不在其中');
    expect(formatDay(end('2100-01-01', 1, 'working-day', 'roll=none', 'backward').lastDay)).toBe('2099-12-31');
    expect(formatDay(end('2004-01-01', 0, 'calendar-day').lastDay)).toBe('2004-01-02');
    // No day at all, and nothing said of how to count.
    expect(formatDay(endOfPeriod(calendar, { start: day('2023-03-08'), amount: 0, unit: 'year' }).lastDay)).toBe('2023-03-08');
  });
});
