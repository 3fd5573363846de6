/** Every refusal of the calendar, word for word in both languages: what is wrong, where, and what would be right. */
import { describe, expect, test } from '@jest/globals';
import { endOfBusinessHours } from '../../src/calendar/business-hours.js';
import { createCalendar } from '../../src/calendar/calendar.js';
import { parseConvention, readConvention } from '../../src/calendar/convention.js';
import { addDays, dayOf, parseDay, type Day } from '../../src/calendar/day.js';
import { answerLine, readCase } from '../../src/calendar/deadline-case.js';
import { CalendarError, CalendarRangeError, ConventionError, NoticeError, PeriodError } from '../../src/calendar/error.js';
import { instantAt, parseMoment } from '../../src/calendar/instant.js';
import { readNotice } from '../../src/calendar/notice-file.js';
import { readNoticeText } from '../../src/calendar/notice-text.js';
import { endOfPeriod } from '../../src/calendar/period.js';

type Sentence = readonly [zh: string, en: string, ask: () => unknown];

const calendar = createCalendar();
const day = (text: string): Day => parseDay(text)!;

function refusalOf(ask: () => unknown): CalendarError {
  try {
    ask();
  } catch (error) {
    if (error instanceof CalendarError) return error;
    throw error;
  }
  throw new Error('not refused');
}

function allSay(kind: typeof CalendarError, sentences: readonly Sentence[]): void {
  test.each(sentences)('%s', (zh, en, ask) => {
    const error = refusalOf(ask);
    expect([error.says, error.message, error.name]).toEqual([{ zh, en }, zh, kind.name]);
    expect(error).toBeInstanceOf(kind);
  });
}

describe('a day outside', () => {
  allSay(CalendarRangeError, [
    [
      '工作日历自 2004-01-01 起至 2099-12-31 止，2003-12-31 不在其中',
      'The calendar of working days runs from 2004-01-01 to 2099-12-31; 2003-12-31 is not in it',
      () => calendar.kindOf(day('2003-12-31')),
    ],
    [
      '工作日历自 2004-01-01 起至 2099-12-31 止，2100-01-01 不在其中',
      'The calendar of working days runs from 2004-01-01 to 2099-12-31; 2100-01-01 is not in it',
      () => calendar.nthWorkingDay(day('2099-12-30'), 9),
    ],
    [
      '工作日历自 2004-01-01 起至 2099-12-31 止，2003-12-31 不在其中',
      'The calendar of working days runs from 2004-01-01 to 2099-12-31; 2003-12-31 is not in it',
      () => calendar.nthWorkingDay(day('2004-01-05'), -9),
    ],
    ['日期超出 1900-2199 年，无法计算', 'The date lies outside the years 1900-2199', () => addDays(day('2199-12-31'), 1)],
    ['没有 2026年2月30日 这一天', 'There is no date 2026-2-30', () => dayOf(2026, 2, 30)],
    ['时刻超出 1900-2199 年，无法计算', 'The moment lies outside the years 1900-2199', () => instantAt(Date.UTC(2200, 0, 1))],
  ]);
});

describe('a period that cannot be counted', () => {
  const end = (fields: object) => () => endOfPeriod(calendar, { start: day('2023-03-08'), amount: 1, unit: 'year', ...fields });
  const line = { start: '2023-03-08', amount: 1, unit: 'year' };
  allSay(PeriodError, [
    ['期间的数量应为不小于 0 的整数，不能是 -1', 'The amount must be a whole number from 0 on, not -1', end({ amount: -1 })],
    [
      '没有单位「week」，可用：working-day、calendar-day、month、year、hour、business-hour',
      'There is no unit "week"; use working-day, calendar-day, month, year, hour, business-hour',
      end({ unit: 'week' }),
    ],
    [
      '首日计入的期间至少为 1',
      'A period that counts its first day is at least 1',
      end({ amount: 0, convention: { firstDay: 'included' } }),
    ],
    [
      '按小时计算的期间须写明起算时刻，如 2023-03-08T10:00',
      'A period of hours needs the moment from which it runs, such as 2023-03-08T10:00',
      end({ unit: 'hour' }),
    ],
    ['每行应为一个 JSON 对象', 'A line must be one JSON object', () => readCase([])],
    [
      'start：没有 2023-02-29 这一天（1900-2199年）',
      'start: There is no date 2023-02-29 (years 1900-2199)',
      () => readCase({ ...line, start: '2023-02-29' }),
    ],
    ['amount 应为不小于 0 的整数', 'amount must be a whole number from 0 on', () => readCase({ ...line, amount: '1' })],
    [
      'unit 应为 working-day、calendar-day、month、year、hour、business-hour 之一',
      'unit must be one of working-day, calendar-day, month, year, hour, business-hour',
      () => readCase({ ...line, unit: 'week' }),
    ],
    [
      'direction 应为 forward、backward 之一',
      'direction must be one of forward, backward',
      () => readCase({ ...line, direction: 'sideways' }),
    ],
  ]);

  test('a line that is no JSON', () => {
    const said = (lang: 'zh' | 'en') => answerLine(calendar, '{', lang).answer;
    expect([said('zh'), said('en')]).toEqual([
      { id: null, error: '不是合法的 JSON' },
      { id: null, error: 'This is no JSON' },
    ]);
  });
});

describe('a convention that there is not', () => {
  const refused = (key: string, given: string, allowed: string, ask: () => unknown): Sentence => [
    `约定 ${key} 不能是「${given}」，可用：${allowed}`,
    `${key} cannot be "${given}"; use ${allowed}`,
    ask,
  ];
  const written = (text: string) => () => parseConvention([text]);
  allSay(ConventionError, [
    refused('firstDay', 'maybe', 'excluded, included', written('firstDay=maybe')),
    refused('restDays', 'none', 'all-rest-days, public-holidays, statutory-days-only', written('restDays=none')),
    refused('roll', 'up', 'next-working-day, previous-working-day, none', written('roll=up')),
    refused('close', '9:00', 'HH:MM (00:01-24:00)', written('close=9:00')),
    refused('hours', '09:00', 'HH:MM-HH:MM', written('hours=09:00')),
    refused(
      'workdaySet',
      'exchange',
      'state-council-notice, mon-fri-excluding-holidays, week:1-6 / week:1,2,3,6 / week:1-6+makeup',
      written('workdaySet=exchange'),
    ),
    refused('convention', '[]', '{ firstDay, workdaySet, restDays, roll, close, hours }', () => readConvention([])),
    [
      '没有名为「rol」的约定，可用：firstDay、workdaySet、restDays、roll、close、hours',
      'There is no convention "rol"; use firstDay, workdaySet, restDays, roll, close, hours',
      written('rol=none'),
    ],
    ['约定「roll」应写作 名称=值', 'Write the convention "roll" as key=value', written('roll')],
    ['约定 roll 写了两次', 'The convention roll is given twice', written('roll=none,roll=none')],
    [
      '营业时间「9-18」应写作 HH:MM-HH:MM',
      'Write the business hours "9-18" as HH:MM-HH:MM',
      () => endOfBusinessHours(calendar.workdays('state-council-notice', 'nominal'), instantAt(Date.UTC(2023, 2, 8)), 1, 'forward', '9-18'),
    ],
  ]);
});

describe('a notice that contradicts itself or another', () => {
  const notice = (fields: object, file = 'a.yaml') =>
    readNotice({ year: 2027, source: '某通知', publishedAt: '2026-11-05', off: [], makeup: [], ...fields }, file);
  const laid =
    (...all: readonly ReturnType<typeof notice>[]) =>
    () =>
      createCalendar(all);
  allSay(NoticeError, [
    ['a.yaml：year 2004 不在 2005-2099 之内', 'a.yaml: year 2004 is not within 2005-2099', laid(notice({ year: 2004 }))],
    [
      'a.yaml：2026-11-30 不在 2026-12-01 至 2028-01-31 之内，不属于2027年的通知',
      'a.yaml: 2026-11-30 lies outside 2026-12-01 to 2028-01-31: not of the notice of 2027',
      laid(notice({ off: ['2026-11-30'] })),
    ],
    [
      'a.yaml：2027-01-01 在 off、makeup 中出现两次',
      'a.yaml: 2027-01-01 is given twice in off and makeup',
      laid(notice({ off: ['2027-01-01', '2027-01-01'] })),
    ],
    [
      'a.yaml：2027-01-04 不是周六或周日，不能是调休上班日',
      'a.yaml: 2027-01-04 is no Saturday or Sunday, so it cannot be a worked weekend',
      laid(notice({ makeup: ['2027-01-04'] })),
    ],
    [
      'a.yaml：2027-05-01 是法定节日，不能是调休上班日',
      'a.yaml: 2027-05-01 is a statutory holiday, so it cannot be a worked weekend',
      laid(notice({ makeup: ['2027-05-01'] })),
    ],
    [
      'a.yaml：supersedes 所指的「前一通知」不在日历中，应写明被替代通知的 source 或文号',
      'a.yaml: supersedes names "前一通知", which the calendar does not have; write the source or number of the notice replaced',
      laid(notice({ supersedes: '前一通知' })),
    ],
    [
      'a.yaml：有2028年的通知而没有2027年的，中间的年份无从得知，请先加入2027年的通知',
      'a.yaml: there is a notice for 2028 but none for 2027; add that of 2027 first',
      laid(notice({ year: 2028 })),
    ],
    [
      'b.yaml 与 a.yaml 对 2027-01-02 的安排相反，且发布日期相同，无法判断以何者为准',
      'b.yaml and a.yaml contradict each other on 2027-01-02 and were published on the same day',
      laid(notice({ off: ['2027-01-02'] }), notice({ makeup: ['2027-01-02'] }, 'b.yaml')),
    ],
    // One that came from no file is named by its source.
    ['某通知：year 2004 不在 2005-2099 之内', '某通知: year 2004 is not within 2005-2099', laid({ ...notice({ year: 2004 }), file: null })],
  ]);
});

describe('a notice file that cannot be read', () => {
  const file = { year: 2027, source: '某通知', publishedAt: '2026-11-05', off: [], makeup: [] };
  const read = (fields: object) => () => readNotice({ ...file, ...fields }, 'a.yaml');
  allSay(NoticeError, [
    [
      'a.yaml：应有 year、source、publishedAt、off、makeup 等字段',
      'a.yaml: expected the fields year, source, publishedAt, off, makeup',
      () => readNotice(null, 'a.yaml'),
    ],
    [
      'a.yaml：没有字段 ofs，可用：year、source、publishedAt、supersedes、off、makeup、festivals',
      'a.yaml: there is no field ofs; use year, source, publishedAt, supersedes, off, makeup, festivals',
      read({ ofs: [] }),
    ],
    ['a.yaml：year 应为四位年份', 'a.yaml: year must be a year of four digits', read({ year: 20270 })],
    ['a.yaml：publishedAt 应为 YYYY-MM-DD', 'a.yaml: publishedAt must be YYYY-MM-DD', read({ publishedAt: '20261105' })],
    ['a.yaml：source 应为文字', 'a.yaml: source must be text', read({ source: 5 })],
    ['a.yaml：supersedes 应为文字', 'a.yaml: supersedes must be text', read({ supersedes: '  ' })],
    ['a.yaml：off 应为日期列表', 'a.yaml: off must be a list of dates', read({ off: '2027-01-01' })],
    [
      'a.yaml：makeup[1]「2027-02-30」不是日期（YYYY-MM-DD）',
      'a.yaml: makeup[1] "2027-02-30" is no date (YYYY-MM-DD)',
      read({ makeup: ['2027-02-28', '2027-02-30'] }),
    ],
    ['a.yaml：festivals 应为 节日: [日期] 的对照', 'a.yaml: festivals must map a festival to its dates', read({ festivals: ['元旦'] })],
    ['a.yaml：festivals.元旦 应为日期列表', 'a.yaml: festivals.元旦 must be a list of dates', read({ festivals: { 元旦: '2027-01-01' } })],
  ]);
});

describe('a text that is no time', () => {
  test.each<[text: unknown, zh: string, en: string]>([
    [5, '时间必须是文本，如 2023-03-08', 'A time must be text, such as 2023-03-08'],
    ['2026-02-30', '没有 2026-02-30 这一天（1900-2199年）', 'There is no date 2026-02-30 (years 1900-2199)'],
    ['2026-02-30T10:00', '没有 2026-02-30 这一天（1900-2199年）', 'There is no date 2026-02-30 (years 1900-2199)'],
    [
      '16:30',
      '时间「16:30」的写法不对，应为 2023-03-08、2023-03-08T10:00 或 2023-03-08T10:00:00+08:00',
      '"16:30" is no time; write 2023-03-08, 2023-03-08T10:00 or 2023-03-08T10:00:00+08:00',
    ],
    ['2023-03-08T25:00', '没有「2023-03-08T25:00」这一时刻', 'There is no time "2023-03-08T25:00"'],
    ['2023-03-08T10:00+25:00', '没有 +25:00 这一时差', 'There is no offset +25:00'],
    ['1986-05-04T02:30', '「1986-05-04T02:30」因夏令时拨快而不存在', '"1986-05-04T02:30" was skipped by summer time'],
    [
      '1986-09-14T01:30',
      '「1986-09-14T01:30」因夏令时结束而有两次，请写明时差',
      '"1986-09-14T01:30" came twice (summer time); write its offset',
    ],
  ])('%j', (text, zh, en) => {
    expect(parseMoment(text as string)).toEqual({ kind: 'bad', reason: zh, says: { zh, en } });
  });
});

describe('what is wrong in the text of a notice', () => {
  const told = (items: string) =>
    readNoticeText(`国务院办公厅关于2027年部分节假日安排的通知\n现将具体安排通知如下。\n${items}\n国务院办公厅\n2026年11月4日`).problems;
  test.each<[text: string, line: number, passage: string, zh: string, en: string]>([
    ['一、元旦：1日放假。', 3, '1日放假', '「1日」没有月份', '"1日" names no month'],
    ['一、元旦：1月32日放假。', 3, '1月32日放假', '没有 2027年1月32日 这一天', 'There is no date 2027-1-32'],
    ['一、元旦：1月3日至1日放假。', 3, '1月3日至1日放假', '「1月3日至1日」的末日早于首日', '"1月3日至1日" ends before it begins'],
    [
      '一、元旦：1月1日（周六）放假。',
      3,
      '1月1日（周六）放假',
      '2027-01-01 是星期五，通知写作星期六',
      '2027-01-01 is weekday 5 (Monday = 1); the notice says 6',
    ],
    ['一、元旦：1月1日至3日放假，\n共4天。', 4, '共4天', '写作共4天，按日期是3天', 'says 4 days, but its dates are 3'],
    ['一、元旦：1月1日放假，共10天。', 3, '共10天', '写作共10天，按日期是1天', 'says 10 days, but its dates are 1'],
    ['一、元旦：1月1日放假4天。', 3, '1月1日放假4天', '写作共4天，按日期是1天', 'says 4 days, but its dates are 1'],
  ])('%s', (items, line, passage, zh, en) => {
    expect(told(items)).toContainEqual({ kind: 'contradiction', line, passage, says: { zh, en } });
  });

  test('a passage with dates that was not understood', () => {
    expect(told('一、元旦：1月1日放假。\n二、春节：2月6日至8日游园。')).toEqual([
      {
        kind: 'unread',
        line: 4,
        passage: '2月6日至8日游园',
        says: { zh: '没有读懂，请对照通知核对', en: 'was not understood; check it against the notice' },
      },
    ]);
  });

  test.each<[text: string, line: number, passage: string, zh: string, en: string]>([
    ['一、元旦：1月1日至3日放假。\n1月2日上班。', 4, '2027-01-02', '2027-01-02 既放假又上班', '2027-01-02 is both off and worked'],
    ['一、元旦：1月1日放假，1月4日上班。', 3, '2027-01-04', '上班的 2027-01-04 不是周末', '2027-01-04 is worked but is no weekend'],
    ['一、元旦：1月1日放假，1月8日上班。', 3, '2027-01-08', '上班的 2027-01-08 不是周末', '2027-01-08 is worked but is no weekend'],
    ['一、元旦：照常。', 3, '国务院办公厅关于2027年部分节假日安排的通知', '没有读到任何放假的日期', 'no day off was found'],
  ])('%s', (items, line, passage, zh, en) => {
    expect(told(items)).toEqual([{ kind: 'contradiction', line, passage, says: { zh, en } }]);
  });

  test('no notice at all', () => {
    expect(readNoticeText('  今天天气很好\n明天也是').problems).toEqual([
      {
        kind: 'contradiction',
        line: 1,
        passage: '今天天气很好',
        says: {
          zh: '找不到通知的年份或成文日期，应有「关于2023年部分节假日安排的通知」与文末的日期',
          en: 'No year or date of publication: expected the title 关于2023年部分节假日安排的通知 and the date at the end',
        },
      },
    ]);
  });
});
