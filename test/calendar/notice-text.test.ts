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

/** As the notice of 2007 has it: the day of the festival, not its name. */
const IN_2007: Readonly<Record<string, string>> = { '“五一”': '劳动节', '“十一”': '国庆节', '“五一”国际劳动节': '劳动节' };

test.each(yearly.filter((year) => year >= 2007 && year !== 2019 && year !== 2020))('the festivals of %i are those of the list', (year) => {
  const { festivals } = readNoticeText(textOf(`${year}`)).notice!;
  const read = [...festivals].map(([day, festival]) => [formatDay(day), festival]);
  const listed = [...SPECIAL].filter(([, s]) => s.noticeYear === year).map(([date, { festival }]) => [date, IN_2007[festival] ?? festival]);
  expect(read.sort()).toEqual(listed.sort());
});

test.each([
  ['2006', '国办发明电〔2005〕35号', '2005-12-16'],
  ['2007', '国办发明电〔2006〕49号', '2006-12-14'],
  ['2008', null, '2007-12-16'],
  ['2009', '国办发明电〔2008〕42号', '2008-12-03'],
  ['2010', '国办发明电〔2009〕27号', '2009-12-07'],
  ['2012', '国办发明电〔2011〕45号', '2011-12-05'],
  ['2013', '国办发明电〔2012〕33号', '2012-12-08'],
  ['2014', '国办发明电〔2013〕28号', '2013-12-11'],
  ['2016', '国办发明电〔2015〕18号', '2015-12-10'],
  ['2018', '国办发明电〔2017〕12号', '2017-11-30'],
  ['2019', '国办发明电〔2018〕15号', '2018-12-04'],
  ['2020', '国办发明电〔2019〕16号', '2019-11-21'],
  ['2023', '国办发明电〔2022〕16号', '2022-12-08'],
  ['2024', '国办发明电〔2023〕7号', '2023-10-25'],
  ['2025', '国办发明电〔2024〕12号', '2024-11-12'],
  ['2026', '国办发明电〔2025〕7号', '2025-11-04'],
])('the notice of %s is %s of %s', (year, number, publishedAt) => {
  const { source, ...notice } = readNoticeText(textOf(year)).notice!;
  expect(source).toBe(`国务院办公厅关于${year}年部分节假日安排的通知${number === null ? '' : `（${number}）`}`);
  expect(notice).toMatchObject({ year: Number(year), supersedes: null, file: null });
  expect(formatDay(notice.publishedAt)).toBe(publishedAt);
});

describe('the date under a notice', () => {
  const signed = (date: string) =>
    readNoticeText(`国务院办公厅关于2027年部分节假日安排的通知\n现安排如下。\n一、元旦：1月1日放假。\n国务院办公厅\n${date}\n`).notice;
  test.each([
    ['2026年11月4日', '2026-11-04'],
    ['2026年01月01日', '2026-01-01'],
    ['2026年12月31日', '2026-12-31'],
    ['二〇二六年十月二十日', '2026-10-20'],
    ['二○二六年一月二十一日', '2026-01-21'],
    ['二零二六年十一月三十日', '2026-11-30'],
    ['二〇二六年十二月十日', '2026-12-10'],
    ['二〇二六年九月三十一日', null],
    ['二〇二六年十三月一日', null],
    ['2026年2月29日', null],
    ['2026年0月1日', null],
    ['2026年1月0日', null],
    ['2026年13月1日', null],
  ])('%s', (date, expected) => {
    const notice = signed(date);
    expect(notice && formatDay(notice.publishedAt)).toBe(expected);
  });

  test('the last of several is the one; without it there is no notice', () => {
    expect(formatDay(signed('2026年11月4日\n国务院办公厅2026年11月5日印发')!.publishedAt)).toBe('2026-11-05');
    expect(signed('')).toBeNull();
  });
});

describe('how a clause may be written', () => {
  const read = (items: string) => {
    const text = `国务院办公厅关于2027年部分节假日安排的通知\n现安排如下。\n${items}\n国务院办公厅\n2026年11月4日`;
    const { notice, problems } = readNoticeText(text);
    expect(problems).toEqual([]);
    const { off, makeup, festivals = {} } = noticeToFile(notice!);
    return { off, makeup, festivals };
  };

  test('an item with no name, and more than ten of them', () => {
    expect(read('一、1月1日至1月3日放假，共3天。')).toEqual({
      off: ['2027-01-01', '2027-01-02', '2027-01-03'],
      makeup: [],
      festivals: {},
    });
    expect(read('十、中秋节：9月15日放假。\n十一、国庆节：10月1日放假。').festivals).toEqual({
      中秋节: ['2027-09-15'],
      国庆节: ['2027-10-01'],
    });
  });

  test('a bare December is of the year before in the item of 元旦 alone', () => {
    expect(read('一、元旦：12月31日放假。\n二、冬至：12月22日放假。').off).toEqual(['2026-12-31', '2027-12-22']);
  });

  test('days out of order', () => {
    const { notice } = readNoticeText(
      '国务院办公厅关于2027年部分节假日安排的通知\n现安排如下。\n一、元旦：1月4日、1月1日放假，1月10日、1月9日上班。\n国务院办公厅\n2026年11月4日',
    );
    expect([notice!.off, notice!.makeup].map((days) => days.map(formatDay))).toEqual([
      ['2027-01-01', '2027-01-04'],
      ['2027-01-09', '2027-01-10'],
    ]);
  });

  test('work that begins again on a weekend is worked there; on a Friday or Monday that is nothing new', () => {
    expect(read('一、元旦：1月1日放假，1月2日起正常上班。').makeup).toEqual(['2027-01-02']);
    expect(read('一、元旦：1月1日放假，1月4日起正常上班。').makeup).toEqual([]);
    expect(read('一、元旦：1月1日放假，1月8日起上班。').makeup).toEqual([]);
  });

  test('a number of days that is not said of the holiday is not counted', () => {
    expect(read('一、春节：2月6日放假，共1天，春运共40天，共15天左右。').off).toEqual(['2027-02-06']);
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
