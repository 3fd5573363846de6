import { describe, expect, test } from '@jest/globals';
import { formatDay, parseDay } from '../../src/calendar/day.js';
import { statutoryFestivalsOn, statutoryHolidays } from '../../src/calendar/statutory.js';

const spansOf = (year: number) =>
  Object.fromEntries(statutoryHolidays(year).map((h) => [h.festival, `${formatDay(h.first).slice(5)}/${formatDay(h.last).slice(5)}`]));

describe('the holidays for all citizens, by the version of the law', () => {
  test.each([
    [2007, 'of 1999', { 元旦: '01-01/01-01', 春节: '02-18/02-20', 劳动节: '05-01/05-03', 国庆节: '10-01/10-03' }],
    // With the eve of the Spring Festival, and three festivals more.
    [
      2008,
      'of 2007',
      {
        元旦: '01-01/01-01',
        春节: '02-06/02-08',
        清明节: '04-04/04-04',
        劳动节: '05-01/05-01',
        端午节: '06-08/06-08',
        中秋节: '09-14/09-14',
        国庆节: '10-01/10-03',
      },
    ],
    // Without the eve.
    [
      2014,
      'of 2013',
      {
        元旦: '01-01/01-01',
        春节: '01-31/02-02',
        清明节: '04-05/04-05',
        劳动节: '05-01/05-01',
        端午节: '06-02/06-02',
        中秋节: '09-08/09-08',
        国庆节: '10-01/10-03',
      },
    ],
    // With the eve again, and two days of May.
    [
      2025,
      'of 2024',
      {
        元旦: '01-01/01-01',
        春节: '01-28/01-31',
        清明节: '04-04/04-04',
        劳动节: '05-01/05-02',
        端午节: '05-31/05-31',
        中秋节: '10-06/10-06',
        国庆节: '10-01/10-03',
      },
    ],
  ])('%i: that %s', (year, _, spans) => {
    expect(spansOf(year)).toEqual(spans);
  });

  test.each([
    ['the last year before the eve was free', 2007, '02-18/02-20'],
    ['the last year in which it was', 2013, '02-09/02-11'],
    ['the last year in which it was not', 2024, '02-10/02-12'],
  ])('%s: %i', (_, year, spring) => {
    expect(spansOf(year)['春节']).toBe(spring);
  });
});

test.each([2003, 2100, NaN])('there are none in %p, of which the lunar table says nothing', (year) => {
  expect(statutoryHolidays(year)).toEqual([]);
});

test.each([
  ['2020-10-01', ['国庆节', '中秋节']],
  ['2058-10-02', ['国庆节', '中秋节']],
  ['2023-09-29', ['中秋节']],
  ['2025-01-28', ['春节']],
  ['2025-01-31', ['春节']],
  ['2025-02-01', []],
  ['2025-01-27', []],
  ['2100-01-01', []],
])('%s', (date, festivals) => {
  expect(statutoryFestivalsOn(parseDay(date)!)).toEqual(festivals);
});
