import { describe, expect, test } from '@jest/globals';
import { createCalendar } from '../../src/calendar/calendar.js';
import { answerLine, readCase } from '../../src/calendar/deadline-case.js';
import { deadlineText, kindInWords, spanInChinese } from '../../src/calendar/deadline-text.js';
import { parseDay, type Day } from '../../src/calendar/day.js';
import { readNotice } from '../../src/calendar/notice-file.js';

const calendar = createCalendar();
const answer = (fields: object, lang: 'zh' | 'en' = 'zh') => answerLine(calendar, JSON.stringify(fields), lang);
const good = { id: 'a', start: '2024-02-01', amount: 15, unit: 'calendar-day' };
const day = (text: string): Day => parseDay(text)!;

test('a case is answered with its id', () => {
  expect(answer(good)).toEqual({
    isBad: false,
    answer: {
      id: 'a',
      lastDay: '2024-02-18',
      unrolled: '2024-02-16',
      clearDays: null,
      endsAt: null,
      provisional: false,
      earliest: '2024-02-18',
      latest: '2024-02-18',
      firstDayAfter: '2024-02-19',
      mayChange: false,
      moved: {
        from: '2024-02-16',
        to: '2024-02-18',
        over: ['2024-02-16', '2024-02-17'].map((date) => ({
          date,
          kind: 'holiday',
          statutory: false,
          festival: '春节',
          notice: '国办发明电〔2023〕7号',
          source: 'chinese-days@1.5.7',
          announced: true,
          mayChange: false,
        })),
      },
      convention: {
        firstDay: 'excluded',
        workdaySet: 'state-council-notice',
        restDays: 'all-rest-days',
        roll: 'next-working-day',
        close: null,
        hours: '09:00-18:00',
      },
      articles: ['200', '201', '203', '1259'],
    },
  });
});

test('the last days of the last announced December may change; keys that mean nothing are named', () => {
  expect(answer({ ...good, start: '2026-12-20', amount: 10, note: 1 }).answer).toMatchObject({
    lastDay: '2026-12-30',
    provisional: false,
    mayChange: true,
    ignored: ['note'],
  });
  expect(answer({ ...good, start: '2026-12-20', amount: 8 }).answer).toMatchObject({ lastDay: '2026-12-28', mayChange: false });
  expect(answer({ ...good, direction: 'forward', convention: {} }).answer).not.toHaveProperty('ignored');
});

test.each<[string, object, object]>([
  ['is the last day announced', { start: '2026-12-30', amount: 1, unit: 'working-day' }, { lastDay: '2026-12-31', mayChange: true }],
  [
    'rests on days not announced: it is provisional, which says more',
    { start: '2027-01-02', amount: 2, unit: 'working-day', direction: 'backward' },
    { lastDay: '2026-12-30', provisional: true, mayChange: false },
  ],
  [
    'lies past them and stands as it is',
    { start: '2026-12-20', amount: 30, convention: 'roll=none' },
    { lastDay: '2027-01-19', mayChange: false },
  ],
  [
    'lies before the calendar begins',
    { start: '2003-12-01', amount: 15, convention: 'roll=none' },
    { lastDay: '2003-12-16', mayChange: false },
  ],
])('a last day that %s', (_, fields, expected) => {
  expect(answer({ ...good, ...fields }).answer).toMatchObject(expected);
});

test('counted back the answer has the safe day, in hours the moment', () => {
  expect(answer({ start: '2026-03-20', amount: 5, unit: 'working-day', direction: 'backward' }).answer).toMatchObject({
    lastDay: '2026-03-13',
    clearDays: '2026-03-12',
    endsAt: null,
  });
  expect(answer({ start: '2023-03-08T10:00', amount: 48, unit: 'hour' }).answer).toMatchObject({
    lastDay: '2023-03-10',
    clearDays: null,
    endsAt: '2023-03-10T10:00:00+08:00',
  });
});

test('a fault of the program is not told as one of the line', () => {
  const broken: typeof calendar = {
    ...calendar,
    workdays: () => {
      throw new Error('no working days today');
    },
  };
  expect(() => answerLine(broken, JSON.stringify({ ...good, unit: 'working-day' }), 'zh')).toThrow('no working days today');
});

test('units as the rule language calls them', () => {
  for (const [written, unit] of [
    ['days', 'calendar-day'],
    ['working-days', 'working-day'],
    ['months', 'month'],
  ])
    expect(answer({ ...good, unit: written }).answer).toEqual(answer({ ...good, unit }).answer);
});

test('conventions as an object, a list, a text or null', () => {
  for (const convention of [{ firstDay: 'included' }, ['firstDay=included'], 'firstDay=included']) {
    expect(answer({ ...good, convention }).answer).toMatchObject({ unrolled: '2024-02-15' });
  }
  expect(answer({ ...good, convention: null }).answer).toMatchObject({ unrolled: '2024-02-16' });
});

describe('a bad line answers its id and an error', () => {
  test.each<[object, string]>([
    [{ start: '2026-02-30' }, 'start：没有 2026-02-30 这一天'],
    [{ start: '20260214' }, 'start：时间「20260214」的写法不对'],
    [{ start: null }, 'start：时间必须是文本'],
    [{ start: 20260214 }, 'start：时间必须是文本'],
    [{ start: '99999-01-01' }, '写法不对'],
    [{ start: '2023-03-08T10:00+25:00' }, '没有 +25:00 这一时差'],
    [{ amount: -1 }, '不能是 -1'],
    [{ amount: 1.5 }, '不能是 1.5'],
    [{ amount: '3' }, 'amount 应为不小于 0 的整数'],
    [{ amount: null }, 'amount 应为'],
    [{ unit: 'week' }, 'unit 应为 working-day、'],
    [{ unit: undefined }, 'unit 应为'],
    [{ direction: 'sideways' }, 'direction 应为 forward、backward 之一'],
    [{ convention: { roll: 'up' } }, '约定 roll 不能是「up」'],
    [{ convention: 7 }, '约定 convention'],
    [{ unit: 'hour' }, '须写明起算时刻'],
    [{ start: '2003-01-01' }, '2003-01-16 不在其中'],
    [{ amount: 99999999 }, '1900-2199'],
  ])('%j', (fields, error) => {
    expect(answer({ ...good, ...fields })).toMatchObject({ isBad: true, answer: { id: 'a', error: expect.stringContaining(error) } });
  });

  test('what is no case at all', () => {
    expect(answerLine(calendar, '{', 'zh')).toEqual({ isBad: true, answer: { id: null, error: '不是合法的 JSON' } });
    expect(answerLine(calendar, '[1]', 'en')).toEqual({ isBad: true, answer: { id: null, error: 'A line must be one JSON object' } });
    expect(answerLine(calendar, 'null', 'zh')).toMatchObject({ isBad: true, answer: { id: null } });
    expect(answerLine(calendar, '20230308', 'zh')).toEqual({ isBad: true, answer: { id: null, error: '每行应为一个 JSON 对象' } });
    expect(answer({ ...good, amount: -1 }, 'en').answer).toMatchObject({ error: 'The amount must be a whole number from 0 on, not -1' });
  });
});

test('the text tells the count, what was skipped and why', () => {
  const text = deadlineText(calendar, readCase({ start: '2023-09-25', amount: 15, unit: 'working-day' }), 'zh');
  expect(text.split('\n')).toEqual([
    '自 2023-09-25（周一） 起 15个工作日',
    '  9月25日  工作日  起算日，不计',
    '  9月26日-28日  工作日  第1-3',
    '  9月29日-10月6日  中秋节、国庆节放假〔国办发明电〔2022〕16号〕  不计',
    '  10月7日-8日  调休上班（中秋节、国庆节）〔国办发明电〔2022〕16号〕  第4-5',
    '  10月9日-13日  工作日  第6-10',
    '  10月14日-15日  周末  不计',
    '  10月16日-19日  工作日  第11-14',
    '  10月20日  工作日  第15，期间届满',
    '最后一日: 2023-10-20（周五） 24:00',
    '次日: 2023-10-21',
    '计算约定: firstDay=excluded，workdaySet=state-council-notice，restDays=all-rest-days，roll=none，close=24:00，hours=09:00-18:00',
    '依据：《民法典》第200、201、204、1259条',
    '另一读法 firstDay=included：2023-10-19（周四）',
    '另一读法 workdaySet=mon-fri-excluding-holidays：2023-10-24（周二）',
    '',
  ]);
});

test('a roll is told, and what is provisional', () => {
  const rolled = deadlineText(calendar, readCase(good), 'zh');
  expect(rolled).toContain(
    '  2月16日  春节放假〔国办发明电〔2023〕7号〕  第15，末日遇休，顺移\n  2月17日  春节放假〔国办发明电〔2023〕7号〕  末日遇休，顺移\n  2月18日  调休上班（春节）〔国办发明电〔2023〕7号〕  期间届满\n',
  );
  expect(rolled).toContain('另一读法 restDays=statutory-days-only：2024-02-16（周五）');
  const open = deadlineText(calendar, readCase({ start: '2026-12-20', amount: 30, unit: 'working-day' }), 'zh');
  expect(open).toContain('暂定：2026-12-31 之后的放假安排尚未公布；最早 2027-01-24，最迟 2027-02-02');
  expect(open).toContain('2027年1月1日  元旦放假，尚未公布');
  expect(deadlineText(calendar, readCase({ start: '2026-12-20', amount: 10, unit: 'calendar-day' }), 'zh')).toContain(
    '下一年度的通知仍可能调整这一天',
  );
});

test('backwards, months, hours, and English', () => {
  const back = deadlineText(calendar, readCase({ start: '2026-03-20', amount: 5, unit: 'working-day', direction: 'backward' }), 'zh');
  expect(back).toContain('  3月16日-19日  工作日  第1-4\n  3月14日-15日  周末  不计\n  3月13日  工作日  第5，期间届满\n');
  expect(back).toContain('稳妥起见最迟（其间留足全数）: 2026-03-12（周四）');
  const months = deadlineText(calendar, readCase({ start: '2023-03-08', amount: 3, unit: 'year', convention: 'firstDay=included' }), 'en');
  expect(months).toContain(
    '3 years from 2023-03-08 (Wed)\n  2023-03-08  working day  start, no. 1\n  2026-03-07..2026-03-08  weekend  a last day of rest: moves on\n  2026-03-09  working day  the period ends\nLast day: 2026-03-09 (Mon) 24:00\n',
  );
  const hours = deadlineText(calendar, readCase({ start: '2023-03-08T10:00', amount: 48, unit: 'hour' }), 'zh');
  expect(hours).toContain('自 2023-03-08T10:00:00+08:00 起 48小时\n最后一日: 2023-03-10（周五） 2023-03-10T10:00:00+08:00\n');
});

test('days before the calendar begins are told by date alone', () => {
  const text = deadlineText(calendar, readCase({ start: '2003-12-30', amount: 2, unit: 'calendar-day', convention: 'roll=none' }), 'zh');
  expect(text).toContain('  12月30日  起算日，不计\n  12月31日  第1\n  2004年1月1日  元旦放假  第2，期间届满\n');
});

test('a period of nothing ends on the day on which it begins, and there is no other way to count it', () => {
  const text = deadlineText(calendar, readCase({ start: '2023-03-08', amount: 0, unit: 'calendar-day' }), 'zh');
  expect(text).toContain('起 0日\n  3月8日  工作日  期间届满\n最后一日: 2023-03-08（周三） 24:00\n');
  expect(text).not.toContain('另一读法');
});

test('the heads of the other periods in Chinese, and a roll off the very first day counted', () => {
  const linesOf = (fields: object): readonly string[] => deadlineText(calendar, readCase(fields), 'zh').split('\n');
  expect(linesOf({ start: '2023-03-08T10:00', amount: 3, unit: 'business-hour', direction: 'backward' })[0]).toBe(
    '自 2023-03-08T10:00:00+08:00 起倒推 3个工作小时',
  );
  expect(linesOf({ start: '2023-03-08', amount: 3, unit: 'year' })[0]).toBe('自 2023-03-08（周三） 起 3年');
  expect(linesOf({ start: '2023-03-08', amount: 1, unit: 'month', convention: 'firstDay=included' }).slice(0, 4)).toEqual([
    '自 2023-03-08（周三） 起 1个月',
    '  3月8日  工作日  起算日，第1',
    '  4月7日  工作日  期间届满',
    '最后一日: 2023-04-07（周五） 24:00',
  ]);
  expect(linesOf({ start: '2023-09-29', amount: 1, unit: 'calendar-day', convention: 'firstDay=included' }).slice(0, 5)).toEqual([
    '自 2023-09-29（周五） 起 1日',
    '  9月29日  中秋节、国庆节放假〔国办发明电〔2022〕16号〕  第1，末日遇休，顺移',
    '  9月30日-10月6日  中秋节、国庆节放假〔国办发明电〔2022〕16号〕  末日遇休，顺移',
    '  10月7日  调休上班（中秋节、国庆节）〔国办发明电〔2022〕16号〕  期间届满',
    '最后一日: 2023-10-07（周六） 24:00',
  ]);
});

describe('days are told together only where the same is to be said of them', () => {
  const linesOf = (fields: object): readonly string[] =>
    deadlineText(calendar, readCase(fields), 'zh')
      .split('\n')
      .filter((line) => line.startsWith('  '));

  test('a weekend apart from the days before it, though all are counted', () => {
    expect(linesOf({ start: '2023-03-08T10:00', amount: 6, unit: 'calendar-day' })).toEqual([
      '  3月8日  工作日  起算日，不计',
      '  3月9日-10日  工作日  第1-2',
      '  3月11日-12日  周末  第3-4',
      '  3月13日  工作日  第5',
      '  3月14日  工作日  第6，期间届满',
    ]);
  });

  test('two notices on one festival apart: the Spring Festival of 2020 was prolonged', () => {
    expect(linesOf({ start: '2020-01-22', amount: 2, unit: 'working-day' })).toEqual([
      '  1月22日  工作日  起算日，不计',
      '  1月23日  工作日  第1',
      '  1月24日-30日  春节放假〔国办发明电〔2019〕16号〕  不计',
      '  1月31日-2月2日  春节放假〔国办发明电〔2020〕1号〕  不计',
      '  2月3日  工作日  第2，期间届满',
    ]);
  });

  test('two festivals apart: in 2058 the Mid-Autumn Festival is on the second day of the National Day', () => {
    expect(linesOf({ start: '2058-09-30', amount: 1, unit: 'working-day' })).toEqual([
      '  9月30日  工作日，尚未公布  起算日，不计',
      '  10月1日  国庆节放假，尚未公布  不计',
      '  10月2日  国庆节、中秋节放假，尚未公布  不计',
      '  10月3日  国庆节放假，尚未公布  不计',
      '  10月4日  工作日，尚未公布  第1，期间届满',
    ]);
  });

  test('days before the calendar begins and after it ends, by date alone', () => {
    expect(linesOf({ start: '2003-12-28', amount: 4, unit: 'calendar-day', convention: 'roll=none' })).toEqual([
      '  12月28日  起算日，不计',
      '  12月29日-31日  第1-3',
      '  2004年1月1日  元旦放假  第4，期间届满',
    ]);
    expect(linesOf({ start: '2099-12-30', amount: 4, unit: 'calendar-day', convention: 'roll=none' })).toEqual([
      '  12月30日  工作日，尚未公布  起算日，不计',
      '  12月31日  工作日，尚未公布  第1',
      '  2100年1月1日-2日  第2-3',
      '  2100年1月3日  第4，期间届满',
    ]);
  });

  test('months have no days to count, hours none at all', () => {
    expect(linesOf({ start: '2023-03-08', amount: 1, unit: 'month' })).toEqual([
      '  3月8日  工作日  起算日，不计',
      '  4月8日-9日  周末  末日遇休，顺移',
      '  4月10日  工作日  期间届满',
    ]);
    expect(linesOf({ start: '2023-03-08T17:00', amount: 10, unit: 'business-hour' })).toEqual([]);
  });
});

describe('the same in English', () => {
  const linesOf = (fields: object): readonly string[] => deadlineText(calendar, readCase(fields), 'en').trimEnd().split('\n');
  const convention = (roll: string, close = '24:00') =>
    `Convention: firstDay=excluded, workdaySet=state-council-notice, restDays=all-rest-days, roll=${roll}, close=${close}, hours=09:00-18:00`;

  test('a roll over a holiday, and the readings under which it would be another day', () => {
    expect(linesOf(good)).toEqual([
      '15 days from 2024-02-01 (Thu)',
      '  2024-02-01  working day  start, not counted',
      '  2024-02-02  working day  no. 1',
      '  2024-02-03  weekend  no. 2',
      '  2024-02-04  worked weekend 春节 [国办发明电〔2023〕7号]  no. 3',
      '  2024-02-05..2024-02-09  working day  no. 4-8',
      '  2024-02-10..2024-02-15  holiday 春节 [国办发明电〔2023〕7号]  no. 9-14',
      '  2024-02-16  holiday 春节 [国办发明电〔2023〕7号]  no. 15, a last day of rest: moves on',
      '  2024-02-17  holiday 春节 [国办发明电〔2023〕7号]  a last day of rest: moves on',
      '  2024-02-18  worked weekend 春节 [国办发明电〔2023〕7号]  the period ends',
      'Last day: 2024-02-18 (Sun) 24:00',
      'First day after: 2024-02-19',
      convention('next-working-day'),
      'Civil Code arts. 200, 201, 203, 1259',
      'Another reading, workdaySet=mon-fri-excluding-holidays: 2024-02-19 (Mon)',
      'Another reading, restDays=statutory-days-only: 2024-02-16 (Fri)',
      'Another reading, roll=none: 2024-02-16 (Fri)',
    ]);
  });

  test('counted back, with the safe day', () => {
    expect(linesOf({ start: '2026-03-20', amount: 5, unit: 'working-day', direction: 'backward' })).toEqual([
      '5 working days back from 2026-03-20 (Fri)',
      '  2026-03-20  working day  start, not counted',
      '  2026-03-19..2026-03-16  working day  no. 1-4',
      '  2026-03-15..2026-03-14  weekend  not counted',
      '  2026-03-13  working day  no. 5, the period ends',
      'Last day: 2026-03-13 (Fri) 24:00',
      'Safe day (the full number between): 2026-03-12 (Thu)',
      'First day after: 2026-03-14',
      convention('none'),
      'Civil Code arts. 200, 201, 204, 1259',
      'Another reading, firstDay=included: 2026-03-16 (Mon)',
    ]);
  });

  test('past the last notice', () => {
    expect(linesOf({ start: '2026-12-29', amount: 4, unit: 'working-day' })).toEqual([
      '4 working days from 2026-12-29 (Tue)',
      '  2026-12-29  working day  start, not counted',
      '  2026-12-30..2026-12-31  working day  no. 1-2',
      '  2027-01-01  holiday 元旦, not announced yet  not counted',
      '  2027-01-02..2027-01-03  weekend, not announced yet  not counted',
      '  2027-01-04  working day, not announced yet  no. 3',
      '  2027-01-05  working day, not announced yet  no. 4, the period ends',
      'Last day: 2027-01-05 (Tue) 24:00',
      'First day after: 2027-01-06',
      'Provisional: no notice covers the days after 2026-12-31; earliest 2027-01-03, latest 2027-01-06 (from past notices, no guarantee)',
      convention('none'),
      'Civil Code arts. 200, 201, 204, 1259',
      'Another reading, firstDay=included: 2027-01-04 (Mon)',
    ]);
    const note = "Note: next year's notice may still change this day";
    expect(linesOf({ start: '2026-12-20', amount: 9, unit: 'calendar-day' })).toContain(note);
    expect(linesOf({ start: '2026-12-20', amount: 8, unit: 'calendar-day' })).not.toContain(note);
    // Nothing rolls, nothing is read: the day stands, though no notice covers it.
    expect(linesOf({ start: '2026-12-20', amount: 30, unit: 'calendar-day', convention: 'roll=none' })).not.toContain(note);
  });

  test.each([
    ['2023-03-08T10:00', 3, 'hour', 'forward', '3 hours from 2023-03-08T10:00:00+08:00', '2023-03-08 (Wed) 2023-03-08T13:00:00+08:00'],
    [
      '2023-03-08T10:00',
      3,
      'business-hour',
      'backward',
      '3 business hours back from 2023-03-08T10:00:00+08:00',
      '2023-03-07 (Tue) 2023-03-07T16:00:00+08:00',
    ],
    ['2023-03-08', 2, 'month', 'forward', '2 months from 2023-03-08 (Wed)', '2023-05-08 (Mon) 24:00'],
  ])('%s %d %s %s', (start, amount, unit, direction, first, last) => {
    const lines = linesOf({ start, amount, unit, direction });
    expect(lines[0]).toBe(first);
    expect(lines).toContain(`Last day: ${last}`);
  });

  test('a close of business', () => {
    const lines = linesOf({ start: '2023-03-08', amount: 2, unit: 'calendar-day', convention: 'close=17:30' });
    expect(lines.slice(-5, -1)).toEqual([
      'Last day: 2023-03-10 (Fri) 2023-03-10T17:30:00+08:00',
      'First day after: 2023-03-11',
      convention('next-working-day', '17:30'),
      'Civil Code arts. 200, 201, 203, 204, 1259',
    ]);
  });
});

describe('what a day is, in both languages', () => {
  const off = { year: 2027, source: '某通知', publishedAt: '2026-11-05', off: ['2027-07-05'], makeup: ['2027-07-04'] };
  const next = createCalendar([readNotice(off, 'a.yaml')]);
  test.each([
    ['2027-07-05', '放假', 'holiday'],
    ['2027-07-04', '调休上班', 'worked weekend'],
    ['2027-05-01', '劳动节放假', 'holiday 劳动节'],
    ['2027-07-10', '周末', 'weekend'],
    ['2027-07-06', '工作日', 'working day'],
    ['2028-07-06', '工作日，尚未公布', 'working day, not announced yet'],
    ['2026-02-14', '调休上班（春节）', 'worked weekend 春节'],
  ])('%s', (date, zh, en) => {
    const record = next.recordOf(day(date));
    expect([kindInWords(record, 'zh'), kindInWords(record, 'en')]).toEqual([zh, en]);
  });
});

test('each day of a week by its name', () => {
  const dates = ['2023-03-06', '2023-03-07', '2023-03-08', '2023-03-09', '2023-03-10', '2023-03-11', '2023-03-12'];
  const headOf = (start: string, lang: 'zh' | 'en') =>
    deadlineText(calendar, readCase({ start, amount: 1, unit: 'working-day' }), lang).split('\n')[0];
  expect(dates.map((start) => headOf(start, 'zh'))).toEqual(
    ['周一', '周二', '周三', '周四', '周五', '周六', '周日'].map((name, i) => `自 ${dates[i]}（${name}） 起 1个工作日`),
  );
  expect(dates.map((start) => headOf(start, 'en'))).toEqual(
    ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((name, i) => `1 working days from ${dates[i]} (${name})`),
  );
});

test('spans in Chinese', () => {
  expect(spanInChinese(day('2023-10-01'), day('2023-10-07'), 2023)).toBe('10月1日-7日');
  expect(spanInChinese(day('2023-10-06'), day('2023-09-29'), 2023)).toBe('9月29日-10月6日');
  expect(spanInChinese(day('2022-12-31'), day('2023-01-02'), 2022)).toBe('12月31日-2023年1月2日');
  expect(spanInChinese(day('2023-09-29'), day('2023-09-29'), 2022)).toBe('2023年9月29日');
});
