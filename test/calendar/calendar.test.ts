import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { createCalendar, mayStillChange, type Calendar } from '../../src/calendar/calendar.js';
import { formatDay, parseDay, type Day } from '../../src/calendar/day.js';
import { CalendarRangeError } from '../../src/calendar/error.js';
import { MOVING_FESTIVALS } from '../../src/calendar/moving-festivals.js';
import { readNotice } from '../../src/calendar/notice-file.js';
import { EVERY_NTH } from '../support/chance.js';
import { SPECIAL } from './data.js';
import { naiveKind, plus } from './naive.js';

const calendar = createCalendar();
const day = (text: string): Day => parseDay(text)!;
const require = createRequire(import.meta.url);

describe('the published years', () => {
  test('are those of the package: a new version of it must be looked at', () => {
    const { version } = require('chinese-days/package.json') as { version: string };
    const { holidays } = require('chinese-days/dist/chinese-days.json') as { holidays: Record<string, string> };
    expect([version, calendar.recordOf(day('2025-10-01')).source]).toEqual(['1.5.7', 'chinese-days@1.5.7']);
    expect(
      Object.keys(holidays)
        .filter((date) => date.endsWith('-10-01'))
        .sort()
        .at(-1),
    ).toBe('2026-10-01');
  });

  test('run from 2004 to the last notice', () => {
    expect([calendar.first, calendar.last, calendar.foreseen].map(formatDay)).toEqual(['2004-01-01', '2026-12-31', '2099-12-31']);
  });

  test('2004-2006 are as the package has them, but for the worked Saturday of 2005-12-31', () => {
    const { holidays, workdays } = require('chinese-days/dist/chinese-days.json') as Record<string, Record<string, string>>;
    for (let date = '2004-01-01'; date <= '2006-12-31'; date = plus(date, EVERY_NTH)) {
      const isWeekend = [0, 6].includes(new Date(`${date}T00:00Z`).getUTCDay());
      const expected = holidays![date] ? 'holiday' : workdays![date] ? 'makeup-workday' : isWeekend ? 'weekend' : 'workday';
      expect([date, calendar.kindOf(day(date))]).toEqual([date, date === '2005-12-31' ? 'makeup-workday' : expected]);
    }
  });

  test('festivals are those of the notices', () => {
    const inNoticeOf2007: Record<string, string> = { '“五一”': '劳动节', '“十一”': '国庆节', '“五一”国际劳动节': '劳动节' };
    for (const [date, { festival }] of SPECIAL) {
      expect([date, calendar.recordOf(day(date)).festival]).toEqual([date, inNoticeOf2007[festival] ?? festival]);
    }
  });

  test.each([
    [
      '2023-09-29',
      { kind: 'holiday', statutory: true, festival: '中秋节、国庆节', notice: '国办发明电〔2022〕16号', announced: true, mayChange: false },
    ],
    ['2022-12-31', { kind: 'holiday', statutory: false, festival: '元旦', notice: '国办发明电〔2022〕16号' }],
    ['2023-01-28', { kind: 'makeup-workday', statutory: false, festival: '春节' }],
    ['2012-06-23', { kind: 'holiday', statutory: true, festival: '端午节', source: 'chinese-days@1.5.7, corrected by the notice' }],
    ['2014-04-06', { kind: 'weekend', statutory: false, festival: null, notice: null }],
    ['2020-02-01', { kind: 'holiday', notice: '国办发明电〔2020〕1号' }],
    ['2020-01-30', { kind: 'holiday', notice: '国办发明电〔2019〕16号' }],
    ['2019-05-05', { kind: 'makeup-workday', notice: '国办发明电〔2019〕3号' }],
    [
      '2015-09-03',
      { kind: 'holiday', statutory: false, festival: '抗日战争暨世界反法西斯战争胜利70周年纪念日', notice: '国发明电〔2015〕1号' },
    ],
    ['2014-01-30', { kind: 'workday', statutory: false }],
    ['2024-02-09', { kind: 'workday', statutory: false }],
    ['2025-01-28', { kind: 'holiday', statutory: true, festival: '春节' }],
    ['2025-05-02', { kind: 'holiday', statutory: true }],
    ['2024-05-02', { kind: 'holiday', statutory: false }],
    ['2020-10-01', { kind: 'holiday', statutory: true, festival: '国庆节、中秋节' }],
    ['2023-03-08', { kind: 'workday', festival: null, notice: null, source: 'week' }],
    ['2026-12-28', { announced: true, mayChange: false }],
    ['2026-12-29', { announced: true, mayChange: true }],
    ['2026-12-31', { announced: true, mayChange: true }],
  ])('%s', (date, expected) => {
    expect(calendar.recordOf(day(date))).toMatchObject(expected);
  });

  test('the statutory days of each year: 10, from 2008 on 11, from 2025 on 13 (fewer where two fall on one day)', () => {
    const count = (year: number): number => {
      let n = 0;
      for (let d = day(`${year}-01-01`); d <= day(`${year}-12-31`); d++) if (calendar.isStatutory(d)) n += 1;
      return n;
    };
    expect([2004, 2007, 2008, 2013, 2014, 2020, 2024, 2025, 2026].map(count)).toEqual([10, 10, 11, 11, 11, 10, 11, 13, 13]);
  });
});

test('of the days announced, the last three of the last December may still change: notices have reached back so far', () => {
  const dates = ['2003-12-31', '2025-12-31', '2026-12-28', '2026-12-29', '2026-12-31', '2027-01-01'];
  expect(dates.map((date) => mayStillChange(calendar, day(date)))).toEqual([false, false, false, true, true, false]);
});

test('counting and finding agree with asking day by day', () => {
  const from = day('2021-01-01');
  let seen = 0;
  for (let date = '2021-01-02'; date <= '2022-12-31'; date = plus(date, 1)) {
    const isWork = ['workday', 'makeup-workday'].includes(naiveKind(date));
    expect(calendar.isWorkingDay(day(date))).toBe(isWork);
    if (isWork) {
      seen += 1;
      expect(formatDay(calendar.nthWorkingDay(from, seen))).toBe(date);
    }
    expect(calendar.workingDaysIn((from + 1) as Day, day(date))).toBe(seen);
  }
  expect(formatDay(calendar.nthWorkingDay(day('2026-02-24'), -1))).toBe('2026-02-14');
  expect(calendar.nthWorkingDay(from, 0)).toBe(from);
  expect(calendar.workingDaysIn(day('2021-02-01'), day('2021-01-01'))).toBe(0);
});

describe('days outside', () => {
  test.each(['2003-12-31', '2100-01-01'])('%s is an error for every question', (date) => {
    const d = day(date);
    for (const ask of [
      () => calendar.kindOf(d),
      () => calendar.recordOf(d),
      () => calendar.isStatutory(d),
      () => calendar.isWorkingDay(d),
      () => calendar.nthWorkingDay(d, 1),
      () => calendar.nthWorkingDay(d, -1),
      () => calendar.workingDaysIn(d, d),
    ]) {
      expect(ask).toThrow(CalendarRangeError);
      expect(ask).toThrow(`${date} 不在其中`);
    }
  });

  test('running off either end is an error', () => {
    expect(() => calendar.nthWorkingDay(day('2004-01-05'), -9)).toThrow(CalendarRangeError);
    expect(() => calendar.nthWorkingDay(day('2099-12-30'), 9)).toThrow(CalendarRangeError);
  });

  test('past the last notice nothing is announced: Monday to Friday but for the statutory days', () => {
    expect(calendar.recordOf(day('2027-02-06'))).toMatchObject({
      kind: 'holiday',
      statutory: true,
      festival: '春节',
      announced: false,
      mayChange: true,
      notice: null,
      source: 'not announced',
    });
    expect(calendar.recordOf(day('2027-10-01'))).toMatchObject({ kind: 'holiday', statutory: true, festival: '国庆节' });
    expect(calendar.recordOf(day('2058-10-02'))).toMatchObject({ kind: 'holiday', statutory: true, festival: '国庆节、中秋节' });
    expect(calendar.recordOf(day('2027-10-04'))).toMatchObject({ kind: 'workday', statutory: false, festival: null, announced: false });
    expect(calendar.recordOf(day('2027-10-09'))).toMatchObject({ kind: 'weekend', announced: false });
  });

  test('what is asked first makes no difference', () => {
    expect(createCalendar().kindOf(day('2027-10-01'))).toBe('holiday');
    expect(createCalendar().isWorkingDay(day('2027-10-01'))).toBe(false);
    expect(createCalendar().isStatutory(day('2027-10-01'))).toBe(true);
  });

  test('the moving festivals are those that the package computes', () => {
    // The package answers by the machine's zone, and west of UTC for the day before: it is asked in a process that is in China.
    const years = MOVING_FESTIVALS.map(([spring, qingming, dragon, moon], i) => {
      const text = (md: number): string => `${2004 + i}-${`${md}`.padStart(4, '0').replace(/(..)(..)/, '$1-$2')}`;
      return { year: 2004 + i, qingming: text(qingming), lunar: [spring, dragon, moon].map(text) };
    });
    const ask = `const { default: lunar } = require('chinese-days');
      const { years } = JSON.parse(process.argv[1]);
      console.log(JSON.stringify(years.map(({ year, lunar: days }) => ({
        year, qingming: lunar.getSolarTermDate(year, 4, 'pure_brightness'), lunar: days.map((day) => lunar.getLunarDate(day)) }))));`;
    const said = execFileSync(process.execPath, ['-e', ask, JSON.stringify({ years })], {
      env: { ...process.env, TZ: 'Asia/Shanghai' },
      encoding: 'utf8',
    });
    const computed = JSON.parse(said) as {
      readonly year: number;
      readonly qingming: string;
      readonly lunar: readonly { readonly lunarMon: number; readonly lunarDay: number; readonly isLeap: boolean }[];
    }[];
    const lunarDay = ({ lunarMon, lunarDay: of, isLeap }: (typeof computed)[number]['lunar'][number]): string =>
      `${lunarMon}/${of}${isLeap ? ' leap' : ''}`;
    expect(computed.map(({ year, lunar, qingming }) => [year, ...lunar.map(lunarDay), qingming])).toEqual(
      years.map(({ year, qingming }) => [year, '1/1', '5/5', '8/15', qingming]),
    );
  });
});

describe('notices', () => {
  const notice = (fields: object, file = 'a.yaml') =>
    readNotice({ year: 2027, source: '某通知（国办发明电〔2026〕9号）', publishedAt: '2026-11-05', off: [], makeup: [], ...fields }, file);
  const of2027 = notice({
    off: ['2027-01-01', '2027-01-02', '2027-01-03', '2026-12-31'],
    makeup: ['2026-12-26'],
    festivals: { 元旦: ['2026-12-31', '2026-12-26'] },
  });

  test('a new year is announced, reaches into the December before, and has its source', () => {
    const next = createCalendar([of2027]);
    expect(formatDay(next.last)).toBe('2027-12-31');
    expect(next.recordOf(day('2026-12-31'))).toMatchObject({
      kind: 'holiday',
      festival: '元旦',
      notice: '国办发明电〔2026〕9号',
      mayChange: false,
    });
    expect(next.kindOf(day('2026-12-26'))).toBe('makeup-workday');
    expect(next.recordOf(day('2027-01-01'))).toMatchObject({ kind: 'holiday', festival: '元旦', statutory: true, announced: true });
    // A statutory day is free by law, whether or not the file repeats it.
    expect(next.recordOf(day('2027-10-01'))).toMatchObject({ kind: 'holiday', statutory: true, announced: true });
    expect(next.digest).not.toBe(calendar.digest);
    expect(createCalendar([of2027]).digest).toBe(next.digest);
    expect(calendar.kindOf(day('2026-12-31'))).toBe('workday');
  });

  test('a notice reaches into the January after, which else no notice covers', () => {
    const next = createCalendar([notice({ off: ['2028-01-03'], makeup: ['2028-01-08'] })]);
    expect(next.recordOf(day('2028-01-03'))).toMatchObject({ kind: 'holiday', statutory: false, announced: true });
    expect(next.recordOf(day('2028-01-08'))).toMatchObject({ kind: 'makeup-workday', announced: true });
    expect(next.recordOf(day('2028-01-04'))).toMatchObject({ kind: 'workday', announced: false });
    // What is announced is read as it is, however the rest is guessed.
    for (const outlook of ['nominal', 'most', 'fewest'] as const) {
      const set = next.workdays('state-council-notice', outlook);
      expect([set.has(day('2028-01-03')), set.has(day('2028-01-08'))]).toEqual([false, true]);
    }
  });

  test('a Sunday announced as worked is worked for certain, in a week that has Sundays too', () => {
    const rule = { week: [1, 2, 3, 4, 5, 6, 7], makeup: true } as const;
    const isWorked = (of: Calendar) => of.workdays(rule, 'fewest').has(day('2028-01-02'));
    // The New Year of 2028 may have it off, until the notice of 2027 says otherwise.
    expect([isWorked(createCalendar([notice({})])), isWorked(createCalendar([notice({ makeup: ['2028-01-02'] })]))]).toEqual([false, true]);
  });

  test('the digest names the days with their labels: reports carry it, and the same calendar must have the same one tomorrow', () => {
    expect(calendar.digest).toBe('sha256:889ddf0d8ee8ec81e2a5574de83712ca0f172abfe6faeff6c1a99fa19e4c2948');
    const digestOf = (fields: object) => createCalendar([notice({ off: ['2027-01-02'], ...fields })]).digest;
    expect(new Set([{}, { source: '另一通知' }, { festivals: { 元旦: ['2027-01-02'] } }, { off: ['2027-01-03'] }].map(digestOf)).size).toBe(
      4,
    );
  });

  test('the later notice wins, whatever the order of the files', () => {
    const later = notice({ publishedAt: '2027-03-01', off: ['2027-05-03'], makeup: ['2027-01-03'], source: '后一通知' }, 'b.yaml');
    for (const list of [
      [of2027, later],
      [later, of2027],
    ]) {
      const both = createCalendar(list);
      expect(both.kindOf(day('2027-01-03'))).toBe('makeup-workday');
      expect(both.kindOf(day('2027-01-02'))).toBe('holiday');
      expect(both.recordOf(day('2027-05-03'))).toMatchObject({ kind: 'holiday', notice: '后一通知', source: '后一通知' });
      expect(both.notices.map((n) => n.file)).toEqual(['a.yaml', 'b.yaml']);
    }
  });

  test('of two notices of one date that of the earlier year comes first; a year is not missed because its notice came late', () => {
    const of2028 = notice({ year: 2028, off: ['2028-01-03'] }, 'c.yaml');
    expect(createCalendar([of2028, notice({ off: ['2027-01-04'] })]).notices.map(({ year }) => year)).toEqual([2027, 2028]);
    const late = createCalendar([of2028, notice({ publishedAt: '2027-01-10', off: ['2027-01-04'] })]);
    expect([late.notices.map(({ year }) => year), formatDay(late.last)]).toEqual([[2028, 2027], '2028-12-31']);
  });

  test('a notice on a year long announced changes its days and no other year', () => {
    const next = createCalendar([notice({ year: 2020, publishedAt: '2021-03-01', off: ['2020-10-01'], makeup: ['2020-10-11'] })]);
    expect(formatDay(next.last)).toBe('2026-12-31');
    expect(next.recordOf(day('2020-10-01'))).toMatchObject({ festival: '国庆节、中秋节' });
    expect(next.recordOf(day('2020-10-11'))).toMatchObject({ kind: 'makeup-workday', festival: null });
  });

  test('a day off keeps the festival that it had, unless the notice or the law names one', () => {
    const days = { off: ['2026-02-18', '2026-02-20', '2026-02-21'], festivals: { 元宵节: ['2026-02-21'] } };
    const next = createCalendar([notice({ year: 2026, publishedAt: '2026-01-05', ...days })]);
    expect(['2026-02-18', '2026-02-20', '2026-02-21'].map((date) => next.recordOf(day(date)).festival)).toEqual(['春节', '春节', '元宵节']);
    // In the block of 2023, of two festivals, this is the day of one.
    const of2023 = createCalendar([notice({ year: 2023, publishedAt: '2023-09-01', off: ['2023-10-01'] })]);
    expect([calendar, of2023].map((one) => one.recordOf(day('2023-10-01')).festival)).toEqual(['中秋节、国庆节', '国庆节']);
  });

  test('the first and the last day that a notice may arrange, and the first and the last year', () => {
    const next = createCalendar([notice({ off: ['2026-12-01', '2028-01-31'] })]);
    expect(['2026-12-01', '2028-01-31'].map((date) => next.kindOf(day(date)))).toEqual(['holiday', 'holiday']);
    expect(createCalendar([notice({ year: 2005, off: ['2005-01-04'] })]).kindOf(day('2005-01-04'))).toBe('holiday');
    expect(() => createCalendar([notice({ year: 2099 })])).toThrow('有2099年的通知而没有2027年的');
    expect(() => createCalendar([of2027, notice({ year: 2029 })])).toThrow('有2029年的通知而没有2028年的');
    for (const year of [2004, 2100]) expect(() => createCalendar([notice({ year })])).toThrow(`year ${year} 不在 2005-2099 之内`);
    expect(() => createCalendar([{ ...of2027, year: 2027.5 }])).toThrow('year 2027.5 不在');
  });

  test('a notice is superseded by its number or by its whole title, and on the same day too', () => {
    for (const supersedes of ['国办发明电〔2026〕9号', '某通知（国办发明电〔2026〕9号）']) {
      const next = createCalendar([of2027, notice({ supersedes, source: '更正', makeup: ['2027-01-02'] }, 'b.yaml')]);
      expect(['2026-12-31', '2027-01-02'].map((date) => next.kindOf(day(date)))).toEqual(['workday', 'makeup-workday']);
    }
    const first = notice({ source: '无文号的通知', off: ['2027-05-03'] });
    const next = createCalendar([first, notice({ supersedes: '无文号的通知', off: [], source: '更正' }, 'b.yaml')]);
    expect(next.kindOf(day('2027-05-03'))).toBe('workday');
  });

  test('a notice that supersedes another takes all its days away', () => {
    const whole = notice({ publishedAt: '2026-11-20', supersedes: '国办发明电〔2026〕9号', source: '更正', off: ['2027-01-01'] }, 'b.yaml');
    const next = createCalendar([of2027, whole]);
    expect(next.kindOf(day('2026-12-31'))).toBe('workday');
    expect(next.kindOf(day('2026-12-26'))).toBe('weekend');
    const base = notice({ year: 2026, publishedAt: '2026-01-05', supersedes: '国办发明电〔2025〕7号', off: ['2026-02-17'] });
    expect(createCalendar([base]).kindOf(day('2026-10-10'))).toBe('weekend');
    // A statutory day needs no notice.
    expect(['2026-10-01', '2026-10-05'].map((date) => createCalendar([base]).kindOf(day(date)))).toEqual(['holiday', 'workday']);
  });

  test.each([
    [{ off: ['2027-01-01', '2027-01-01'] }, 'a.yaml：2027-01-01 在 off、makeup 中出现两次'],
    [{ off: ['2027-01-02'], makeup: ['2027-01-02'] }, 'a.yaml：2027-01-02 在 off、makeup 中出现两次'],
    [{ makeup: ['2027-01-04'] }, '2027-01-04 不是周六或周日'],
    [{ makeup: ['2027-01-08'] }, '2027-01-08 不是周六或周日'],
    [{ makeup: ['2027-05-01'] }, '2027-05-01 是法定节日'],
    [{ off: ['2026-11-30'] }, '2026-11-30 不在 2026-12-01 至 2028-01-31 之内'],
    [{ off: ['2028-02-01'] }, '2028-02-01 不在'],
    [{ year: 2028 }, '有2028年的通知而没有2027年的'],
    [{ year: 2004 }, 'year 2004 不在 2005-2099 之内'],
    [{ supersedes: '没有的通知' }, 'supersedes 所指的「没有的通知」不在日历中'],
  ])('%p is refused', (fields, message) => {
    expect(() => createCalendar([notice(fields)])).toThrow(message);
  });

  test('two notices of one date that contradict each other are refused with both places', () => {
    const other = notice({ makeup: ['2027-01-02'] }, 'b.yaml');
    expect(() => createCalendar([of2027, other])).toThrow('b.yaml 与 a.yaml 对 2027-01-02 的安排相反');
    expect(() => createCalendar([of2027, notice({ off: ['2027-01-02'] }, 'b.yaml')])).not.toThrow();
  });

  test.each([
    [null, 'x.yaml：应有 year'],
    [[], 'x.yaml：应有 year'],
    [{ year: 27 }, 'year 应为四位年份'],
    [{ year: 2027, publishedAt: '2026-13-01' }, 'publishedAt 应为 YYYY-MM-DD'],
    [{ year: 2027, publishedAt: '2026-11-01', source: ' ' }, 'source 应为文字'],
    [{ year: 2027, publishedAt: '2026-11-01', source: 'x' }, 'off 应为日期列表'],
    [{ year: 2027, publishedAt: '2026-11-01', source: 'x', off: ['2027-02-30'] }, 'off[0]「2027-02-30」不是日期'],
    [{ year: 2027, publishedAt: '2026-11-01', source: 'x', off: [], makeup: [20270101] }, 'makeup[0]「20270101」不是日期'],
    [{ year: 2027, publishedAt: '2026-11-01', source: 'x', off: [], makeup: [], festivals: [] }, 'festivals 应为'],
    [{ year: 2027, ofs: [] }, '没有字段 ofs'],
  ])('the file %j is refused', (value, message) => {
    expect(() => readNotice(value, 'x.yaml')).toThrow(message);
  });
});
