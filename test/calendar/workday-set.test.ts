import { expect, test } from '@jest/globals';
import { formatDay, parseDay, weekdayOf, type Day } from '../../src/calendar/day.js';
import { workdaySet } from '../../src/calendar/workday-set.js';

const day = (text: string): Day => parseDay(text)!;
// Wednesday to the Wednesday after: six working days, Monday to Friday.
const [first, last] = [day('2023-03-08'), day('2023-03-15')];
const set = workdaySet(first, last, (d) => {
  if (d < first || d > last) throw new Error(`${formatDay(d)} was asked for`);
  return weekdayOf(d) <= 5;
});

test('a day of the range is in it or not, a day outside never', () => {
  const dates = ['03-07', '03-08', '03-10', '03-11', '03-12', '03-13', '03-15', '03-16', '03-17'];
  expect(dates.map((date) => set.has(day(`2023-${date}`)))).toEqual([false, true, true, false, false, true, true, false, false]);
  expect(workdaySet(first, last, () => false).has(first)).toBe(false);
});

test('the count runs from nothing on the day before the range to all on its last day', () => {
  const dates = ['03-07', '03-08', '03-10', '03-12', '03-13', '03-15'];
  expect(dates.map((date) => set.countThrough(day(`2023-${date}`)))).toEqual([0, 1, 3, 3, 4, 6]);
});

test('the n-th day, and none before the first or after the last', () => {
  const nth = [-1, 0, 1, 3, 4, 6, 7].map((n) => set.at(n));
  expect(nth.map((d) => d && formatDay(d))).toEqual([
    undefined,
    undefined,
    '2023-03-08',
    '2023-03-10',
    '2023-03-13',
    '2023-03-15',
    undefined,
  ]);
});
