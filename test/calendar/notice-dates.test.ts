/** What a date of a notice takes from those before it: the month, the year, the block to which it belongs. */
import { describe, expect, test } from '@jest/globals';
import { formatDay } from '../../src/calendar/day.js';
import { readDates, type DateContext } from '../../src/calendar/notice-dates.js';

const contextOf = (fields: Partial<DateContext> = {}): DateContext => ({ year: 2027, isNewYear: false, month: null, block: [], ...fields });

/** The days of texts that follow one another in an item, and what was found wrong in them. */
function read(texts: readonly string[], fields: Partial<DateContext> = {}) {
  const context = contextOf(fields);
  const all = texts.map((text) => readDates(text, context));
  return { days: all.map(({ days }) => days.map(formatDay)), wrong: all.flatMap(({ problems }) => problems.map(({ zh }) => zh)) };
}

describe('a date without a month', () => {
  test('is of the month last named', () => {
    expect(read(['2月20日、21日', '27日'])).toEqual({ days: [['2027-02-20', '2027-02-21'], ['2027-02-27']], wrong: [] });
  });

  test('is of the block, where the block has such a day: in 2006 the 29th of 1月29日至2月4日 is in January, the 2nd in February', () => {
    expect(read(['1月29日至2月4日', '29日、30日', '2日、3日'], { year: 2006 }).days.slice(1)).toEqual([
      ['2006-01-29', '2006-01-30'],
      ['2006-02-02', '2006-02-03'],
    ]);
  });

  test('but not once its own list has named a month', () => {
    expect(read(['4月29日至5月3日', '5月8日、29日']).days[1]).toEqual(['2027-05-08', '2027-05-29']);
  });

  test('the block is the last range, not the last list', () => {
    expect(read(['4月29日至5月3日', '5月8日、9日', '29日、30日']).days[2]).toEqual(['2027-04-29', '2027-04-30']);
  });

  test('cannot be read before any month was named', () => {
    expect(read(['5日、6月5日'])).toEqual({ days: [['2027-06-05']], wrong: ['「5日」没有月份'] });
  });
});

describe('a date without a year', () => {
  test('is of the year of the notice, whatever the order of the list', () => {
    expect(read(['10月9日、9月26日']).days).toEqual([['2027-10-09', '2027-09-26']]);
  });

  test('is of the year of the date before it in its list', () => {
    expect(read(['2026年12月26日、27日', '1月9日']).days).toEqual([['2026-12-26', '2026-12-27'], ['2027-01-09']]);
  });

  test('is of the next year, where a range ends in an earlier month; and what follows in the list too', () => {
    expect(read(['2026年12月31日至1月2日、9日']).days).toEqual([['2026-12-31', '2027-01-01', '2027-01-02', '2027-01-09']]);
    expect(read(['12月31日至1月2日']).days).toEqual([['2027-12-31', '2028-01-01', '2028-01-02']]);
  });

  test('in the item of 元旦 a December is that of the year before, before or after a January', () => {
    const days = [['2026-12-31', '2027-01-01'], ['2027-01-09', '2026-12-26'], ['2027-01-10']];
    expect(read(['12月31日至1月1日', '1月9日、12月26日', '1月10日'], { isNewYear: true }).days).toEqual(days);
  });
});

describe('a range', () => {
  test('of one day is that day', () => {
    expect(read(['5月1日至5月1日'])).toEqual({ days: [['2027-05-01']], wrong: [] });
  });

  test('that ends before it begins is said, and has the day on which it begins alone', () => {
    expect(read(['5月3日至1日'])).toEqual({ days: [['2027-05-03']], wrong: ['「5月3日至1日」的末日早于首日'] });
  });

  test('from a day that there is not has its last day alone', () => {
    expect(read(['2月30日至3月2日'])).toEqual({ days: [['2027-03-02']], wrong: ['没有 2027年2月30日 这一天'] });
  });
});

test.each(['0月1日', '13月1日', '1月0日', '1月32日', '2月29日', '1026年1月1日'])('there is no %s', (text) => {
  const { days, wrong } = read([text]);
  expect(days).toEqual([[]]);
  expect(wrong).toEqual([expect.stringContaining('这一天')]);
});

describe('a day of the week beside a date must be its own', () => {
  test.each([
    '2月7日（周日）',
    '2月7日（星期日）',
    '2月7日（星期天）',
    '2月7日（礼拜天）',
    '2月6日（农历正月初一、周六）',
    '2月6日（春节）',
    '2月6日',
  ])('%s', (text) => {
    expect(read([text]).wrong).toEqual([]);
  });

  test.each([
    ['2月7日（周一）', '2027-02-07 是星期日，通知写作星期一'],
    ['2月1日（星期天）', '2027-02-01 是星期一，通知写作星期天'],
    ['2月6日（农历正月初一、周日）', '2027-02-06 是星期六，通知写作星期日'],
  ])('%s', (text, wrong) => {
    expect(read([text]).wrong).toEqual([wrong]);
  });
});
