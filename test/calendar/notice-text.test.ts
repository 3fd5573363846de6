import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { formatDay } from '../../src/calendar/day.js';
import { noticeToFile } from '../../src/calendar/notice-file.js';
import { readNoticeText } from '../../src/calendar/notice-text.js';
import { daysOfNotice, SPECIAL } from './data.js';

const folder = new URL('./data/notices/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(`${name}.txt`, folder), 'utf8');
const fileOf = (text: string) => noticeToFile(readNoticeText(text).notice!);

const yearly = readdirSync(folder)
  .filter((name) => /^\d{4}\.txt$/.test(name))
  .map((name) => Number(name.slice(0, 4)));

describe('a yearly notice gives the days that holiday-cn lists for it', () => {
  test.each(yearly.filter((year) => year >= 2007 && year !== 2019 && year !== 2020))('%i', (year) => {
    const read = readNoticeText(textOf(`${year}`));
    expect(read.problems).toEqual([]);
    const expected = daysOfNotice(year);
    expect(read.notice!.year).toBe(year);
    expect(read.notice!.off.map(formatDay)).toEqual(expected.off);
    expect(read.notice!.makeup.map(formatDay)).toEqual(expected.makeup);
  });
});

describe('a notice that changes single days', () => {
  test('2019: Labour Day', () => {
    const read = readNoticeText(textOf('2019-labour'));
    expect(read.problems).toEqual([]);
    expect(noticeToFile(read.notice!)).toEqual({
      year: 2019,
      source: '国务院办公厅关于调整2019年劳动节假期安排的通知（国办发明电〔2019〕3号）',
      publishedAt: '2019-03-22',
      off: ['2019-05-01', '2019-05-02', '2019-05-03', '2019-05-04'],
      makeup: ['2019-04-28', '2019-05-05'],
      festivals: { 劳动节: ['2019-04-28', '2019-05-01', '2019-05-02', '2019-05-03', '2019-05-04', '2019-05-05'] },
    });
  });

  test('2020: the Spring Festival prolonged', () => {
    const read = readNoticeText(textOf('2020-extension'));
    expect(read.problems).toEqual([]);
    expect(read.notice!.off.map(formatDay)).toEqual(['2020-01-28', '2020-01-29', '2020-01-30', '2020-01-31', '2020-02-01', '2020-02-02']);
    expect(read.notice!.makeup).toEqual([]);
  });

  test('2015: the holiday of 3 September, with no numbered items', () => {
    const read = readNoticeText(textOf('2015-september'));
    expect(read.problems).toEqual([]);
    expect(read.notice!.off.map(formatDay)).toEqual(['2015-09-03', '2015-09-04', '2015-09-05']);
    expect(read.notice!.makeup.map(formatDay)).toEqual(['2015-09-06']);
  });

  test.each(['2019', '2020'])('the notice of %s together with its change gives the days as they were', (year) => {
    const base = fileOf(textOf(year));
    const change = fileOf(textOf(year === '2019' ? '2019-labour' : '2020-extension'));
    const kinds = new Map(base.makeup.map((day) => [day, 'makeup-workday']));
    for (const file of [base, change]) {
      for (const day of file.off) kinds.set(day, 'holiday');
      for (const day of file.makeup) kinds.set(day, 'makeup-workday');
    }
    const expected = [...SPECIAL].filter(([, s]) => s.noticeYear === Number(year)).map(([day, s]) => [day, s.kind]);
    expect([...kinds].sort()).toEqual(expected.sort());
  });
});

test('2006, before the list of days begins', () => {
  const read = readNoticeText(textOf('2006'));
  expect(read.problems).toEqual([]);
  expect(read.notice!.makeup.map(formatDay)).toEqual([
    '2005-12-31',
    '2006-01-28',
    '2006-02-05',
    '2006-04-29',
    '2006-04-30',
    '2006-09-30',
    '2006-10-08',
  ]);
  expect(formatDay(read.notice!.publishedAt)).toBe('2005-12-16');
});

describe('what is wrong in a notice is said with its line', () => {
  const of2023 = textOf('2023');
  const problemsOf = (from: string, to: string) => {
    expect(of2023).toContain(from);
    return readNoticeText(of2023.replace(from, to)).problems.map((p) => [p.kind, p.line, p.says.zh]);
  };

  test.each([
    ['1月28日（星期六）', '1月28日（星期日）', ['contradiction', 6, '2023-01-28 是星期六，通知写作星期日']],
    ['共7天', '共8天', ['contradiction', 6, '写作共8天，按日期是7天']],
    ['1月28日（星期六）、', '1月25日、1月28日（星期六）、', ['contradiction', 6, '2023-01-25 既放假又上班']],
    ['6月22日至24日', '6月31日至24日', ['contradiction', 9, '没有 2023年6月31日 这一天']],
    ['4月5日放假，共1天', '4月5日举行活动', ['unread', 7, '没有读懂，请对照通知核对']],
  ])('%s → %s', (from, to, problem) => {
    expect(problemsOf(from, to)).toContainEqual(problem);
  });

  test('a date with no month, and no day off at all', () => {
    expect(problemsOf('4月5日放假，共1天', '5日放假')).toContainEqual(['contradiction', 7, '「5日」没有月份']);
    const title = '国务院办公厅关于2027年部分节假日安排的通知';
    expect(readNoticeText(`${title}\n安排如下。\n一、元旦：照常。\n国务院办公厅\n2026年11月4日`).problems.map((p) => p.says.zh)).toEqual([
      '没有读到任何放假的日期',
    ]);
  });

  test('a worked day that is no weekend', () => {
    expect(problemsOf('6月25日（星期日）上班', '6月26日上班')).toContainEqual(['contradiction', 9, '上班的 2023-06-26 不是周末']);
  });

  test.each(['', '今天天气很好', '关于2023年部分节假日安排的通知'])('no notice at all: %j', (text) => {
    const read = readNoticeText(text);
    expect(read.notice).toBeNull();
    expect(read.problems).toHaveLength(1);
  });
});

test('spaces, full-width digits, dashes and line ends do not matter', () => {
  const plain = fileOf(textOf('2025'));
  const pasted = textOf('2025')
    .replace(/至/g, '－')
    .replace(/（/g, ' ( ')
    .replace(/）/g, ' ) ')
    .replace(/，/g, ',')
    .replace(/：/g, ':\r\n　　')
    .replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  expect(fileOf(pasted)).toEqual(plain);
});
