import { describe, expect, test } from '@jest/globals';
import { formatDay, parseDay } from '../../src/calendar/day.js';
import { formatInstant, instantAt, momentOnDay, parseMoment, startOfDay } from '../../src/calendar/instant.js';

const read = (text: string): string => {
  const moment = parseMoment(text);
  if (moment.kind === 'bad') return 'bad';
  return moment.kind === 'day' ? formatDay(moment.day) : formatInstant(moment.instant);
};

describe('a text becomes a day or a moment in Shanghai', () => {
  test.each([
    ['2023-03-08', '2023-03-08'],
    ['2023-03-08T10:00', '2023-03-08T10:00:00+08:00'],
    ['2023-03-08 10:00', '2023-03-08T10:00:00+08:00'],
    ['2023-03-08T10:00:05', '2023-03-08T10:00:05+08:00'],
    ['2023-03-08T10:00:05.7', '2023-03-08T10:00:05.700+08:00'],
    ['2023-03-08T10:00:05.007', '2023-03-08T10:00:05.007+08:00'],
    ['2023-03-08T10:00:00+08:00', '2023-03-08T10:00:00+08:00'],
    ['2023-03-08T17:00:00Z', '2023-03-09T01:00:00+08:00'],
    ['2023-03-08T15:59:59.999Z', '2023-03-08T23:59:59.999+08:00'],
    ['2023-03-08T16:00Z', '2023-03-09T00:00:00+08:00'],
    ['2023-03-08T10:00-08:00', '2023-03-09T02:00:00+08:00'],
    ['2023-03-08T10:00+05:45', '2023-03-08T12:15:00+08:00'],
    ['2023-03-08T10:00+14:00', '2023-03-08T04:00:00+08:00'],
    ['2023-03-08T10:00-12:00', '2023-03-09T06:00:00+08:00'],
    ['2023-03-08T24:00', '2023-03-09T00:00:00+08:00'],
    ['2023-03-08T24:00:00Z', '2023-03-09T08:00:00+08:00'],
    ['2023-03-08T00:00', '2023-03-08T00:00:00+08:00'],
    // Summer time: 1986-05-04 02:00 to 1986-09-14 02:00, and so until 1991.
    ['1986-05-04T01:59', '1986-05-04T01:59:00+08:00'],
    ['1986-07-01T12:00', '1986-07-01T12:00:00+09:00'],
    ['1991-09-15T03:00', '1991-09-15T03:00:00+08:00'],
    ['1986-07-01T23:30:00+08:00', '1986-07-02T00:30:00+09:00'],
    ['1991-12-31T23:59', '1991-12-31T23:59:00+08:00'],
    ['1992-01-01T07:59', '1992-01-01T07:59:00+08:00'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('what is no time is refused with its reason', () => {
  test.each([
    ['2026-02-30', '没有 2026-02-30 这一天'],
    ['2026-02-30T10:00', '没有 2026-02-30 这一天'],
    ['99999-01-01', '写法不对'],
    ['20260214', '写法不对'],
    ['16:30', '写法不对'],
    ['2026-02', '写法不对'],
    ['2026-W10', '写法不对'],
    ['于2023-03-08T10:00', '写法不对'],
    ['2023-03-08T10', '写法不对'],
    ['2023-03-08t10:00', '写法不对'],
    ['2023-03-08T10:00z', '写法不对'],
    ['2023-03-08T10:00+0800', '写法不对'],
    ['2023-03-08T10:00:00.1234', '写法不对'],
    ['2023-03-08T10:00[Asia/Shanghai]', '写法不对'],
    ['2023-03-08T25:00', '没有「2023-03-08T25:00」这一时刻'],
    ['2023-03-08T24:00:01', '没有'],
    ['2023-03-08T10:60', '没有'],
    ['2023-03-08T23:59:60', '没有'],
    ['2023-03-08T10:00+25:00', '没有 +25:00 这一时差'],
    ['2023-03-08T10:00+08:60', '没有 +08:60 这一时差'],
    ['2023-03-08T10:00+08:07', '时差'],
    ['2023-03-08T10:00+14:15', '时差'],
    ['2023-03-08T10:00-12:15', '时差'],
    ['2023-03-08T10:00-00:00', '时差'],
    ['1986-05-04T02:30', '夏令时拨快而不存在'],
    ['1986-09-14T01:30', '有两次'],
    ['', '写法不对'],
  ])('%j', (text, reason) => {
    expect(parseMoment(text)).toMatchObject({ kind: 'bad', reason: expect.stringContaining(reason) });
  });

  test.each([null, undefined, 20230308, new Date(0), { isLuxonDateTime: true }])('%p', (value) => {
    expect(parseMoment(value as unknown as string)).toMatchObject({ kind: 'bad', reason: '时间必须是文本，如 2023-03-08' });
  });
});

test('a date is a day, a time a moment', () => {
  const texts = ['2023-03-08', '2023-03-08T10:00', '2023-03-08T10:00+08:00', '2023-03-08T10'];
  expect(texts.map((text) => parseMoment(text).kind)).toEqual(['day', 'instant', 'instant', 'bad']);
});

test('days begin and moments fall where Shanghai has them', () => {
  const day = parseDay('2023-03-08')!;
  expect(startOfDay(day)).toEqual({ ms: Date.UTC(2023, 2, 7, 16), day });
  expect(formatInstant(startOfDay(parseDay('1986-07-01')!))).toBe('1986-07-01T00:00:00+09:00');
  expect(formatInstant(momentOnDay(day, 1440))).toBe('2023-03-09T00:00:00+08:00');
  expect(formatInstant(momentOnDay(parseDay('1986-05-04')!, 600))).toBe('1986-05-04T10:00:00+09:00');
  // Summer time skipped 02:00-03:00 on this day, and in 1940 the hour after midnight: the clock is taken to run on.
  expect(formatInstant(momentOnDay(parseDay('1986-05-04')!, 150))).toBe('1986-05-04T03:30:00+09:00');
  expect(formatInstant(startOfDay(parseDay('1940-06-01')!))).toBe('1940-06-01T01:00:00+09:00');
  expect(formatInstant(momentOnDay(parseDay('1940-06-01')!, 30))).toBe('1940-06-01T01:30:00+09:00');
  expect(instantAt(Date.UTC(2023, 2, 8, 16)).day).toBe(day + 1);
  expect(() => instantAt(Date.UTC(2200, 0, 1))).toThrow('1900-2199');
});
