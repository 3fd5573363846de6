import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Day } from '../../src/calendar/day.js';
import { OPERATORS } from '../../src/operators/catalogue.js';
import { OperandError } from '../../src/operators/operator.js';
import { day, moment, msOfDay, notYet, quantity, yesNo, ZERO, type Moment } from '../../src/values/value.js';
import { NAIVE, overAll, type Point } from './naive.js';

const D = 19_500 as Day;
const at = (offset: number) => day((D + offset) as Day);
const says = (operator: keyof typeof NAIVE, x: Moment, y: Moment) => OPERATORS[operator as 'before'].test(x, y, D);
const OF_DAYS = ['before', 'on-or-before', 'after', 'on-or-after'] as const;

describe('the table of rules/README.md, cell by cell', () => {
  const rows: readonly [string, Moment, Moment, readonly ('yes' | 'no')[]][] = [
    ['a day before a day', at(-2), at(-1), ['yes', 'yes', 'no', 'no']],
    ['a day, the same day', at(-1), at(-1), ['no', 'yes', 'no', 'yes']],
    ['a day after a day', at(-1), at(-2), ['no', 'no', 'yes', 'yes']],
    ['two days ahead', at(3), at(5), ['yes', 'yes', 'no', 'no']],
    ['not yet, a day ahead', notYet(), at(1), ['no', 'no', 'no', 'no']],
    ['not yet, the day asked about', notYet(), at(0), ['no', 'no', 'no', 'yes']],
    ['not yet, a day past', notYet(), at(-1), ['no', 'no', 'yes', 'yes']],
    ['a day past, not yet', at(-1), notYet(), ['yes', 'yes', 'no', 'no']],
    ['the day asked about, not yet', at(0), notYet(), ['yes', 'yes', 'no', 'no']],
    ['a day ahead, not yet', at(1), notYet(), ['no', 'no', 'no', 'no']],
    ['not yet, not yet', notYet(), notYet(), ['no', 'no', 'no', 'no']],
  ];
  test.each(rows)('%s', (_name, x, y, expected) => {
    expect(OF_DAYS.map((operator) => says(operator, x, y))).toEqual(expected);
  });

  test('"not after" is not "on or before" while the day is ahead', () => {
    expect([says('after', notYet(), at(1)), says('on-or-before', notYet(), at(1))]).toEqual(['no', 'no']);
  });
});

describe('days and instants', () => {
  const instant = (offset: number, hour: number) =>
    moment('instant', msOfDay(D + offset) + hour * 3_600_000, msOfDay(D + offset) + hour * 3_600_000, 'yes');
  const bare = (offset: number) => moment('instant', msOfDay(D + offset), msOfDay(D + offset + 1) - 1, 'yes');

  test('two instants are compared by the clock', () => {
    expect(OF_DAYS.map((operator) => says(operator, instant(0, 9), instant(0, 10)))).toEqual(['yes', 'yes', 'no', 'no']);
  });
  test('a day and an instant by day', () => {
    expect(OF_DAYS.map((operator) => says(operator, instant(0, 9), at(0)))).toEqual(['no', 'yes', 'no', 'yes']);
    expect(OF_DAYS.map((operator) => says(operator, at(0), instant(0, 23)))).toEqual(['no', 'yes', 'no', 'yes']);
  });
  test('the order within a bare date is not known', () => {
    expect(OF_DAYS.map((operator) => says(operator, bare(0), bare(0)))).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
    expect(OF_DAYS.map((operator) => says(operator, bare(-1), bare(0)))).toEqual(['yes', 'yes', 'no', 'no']);
  });
  test('but it is the same day', () => {
    expect(says('on', bare(0), bare(0))).toBe('yes');
    expect(says('on', instant(0, 9), at(0))).toBe('yes');
    expect(says('on', instant(0, 9), at(1))).toBe('no');
  });
  test('midnight belongs to the day it begins', () => {
    expect(says('on', instant(0, 0), at(0))).toBe('yes');
    expect(says('on', instant(-1, 24), at(0))).toBe('yes');
  });
});

describe('happened', () => {
  const happened = (x: Moment, wanted: 'yes' | 'no' = 'yes') => OPERATORS.happened.test(x, yesNo(wanted), D);
  test.each([
    ['past', at(-1), 'yes'],
    ['the day asked about', at(0), 'yes'],
    ['ahead', at(1), 'no'],
    ['not yet', notYet(), 'no'],
    ['from yesterday to tomorrow', moment('day', D - 1, D + 1, 'yes'), 'unknown'],
    ['perhaps past', moment('day', D - 3, D - 1, 'maybe'), 'unknown'],
    ['perhaps, but in any case ahead', moment('day', D + 1, D + 3, 'maybe'), 'no'],
  ] as const)('%s', (_name, x, expected) => {
    expect(happened(x)).toBe(expected);
    expect(happened(x, 'no')).toBe(expected === 'yes' ? 'no' : expected === 'no' ? 'yes' : 'unknown');
  });
});

test('another type is a fault that can be caught', () => {
  expect(() => OPERATORS.before.test(quantity(ZERO), at(0), D)).toThrow(OperandError);
  expect(() => OPERATORS.happened.test(at(0), at(0), D)).toThrow(OperandError);
});

// Small ranges around the day asked about, every point of them enumerated.
const range = fc
  .record({
    low: fc.integer({ min: -4, max: 4 }),
    size: fc.integer({ min: 0, max: 4 }),
    come: fc.constantFrom('yes', 'maybe', 'no' as const),
    grain: fc.constantFrom('day', 'quarters' as const),
  })
  .map(({ low, size, come, grain }) => {
    // Quarters of a day, counted from the start of the day asked about.
    const points = come === 'no' ? [] : Array.from({ length: size + 1 }, (_, index) => low + index);
    const toMs = (n: number): number => msOfDay(D) + n * 21_600_000;
    const value =
      come === 'no'
        ? notYet()
        : grain === 'day'
          ? moment('day', D + low, D + low + size, come)
          : moment('instant', toMs(low), toMs(low + size), come);
    return { grain: come === 'no' ? null : grain, points, open: come !== 'yes', value };
  });
type Range = typeof range extends fc.Arbitrary<infer R> ? R : never;

function pointsOf(x: Range, other: Range): readonly Point[] {
  const mixed = x.grain !== null && other.grain !== null && x.grain !== other.grain;
  const points = mixed && x.grain === 'quarters' ? x.points.map((n) => Math.floor(n / 4)) : x.points;
  return x.open ? [...points, null] : points;
}

test.each(Object.keys(NAIVE))('%s over ranges says what every point of them says', (operator) => {
  fc.assert(
    fc.property(range, range, (x, y) => {
      const byClock = operator !== 'on' && [x.grain, y.grain].every((grain) => grain !== 'day') && (x.grain ?? y.grain) === 'quarters';
      const byDays = (points: readonly Point[], grain: Range['grain']): readonly Point[] =>
        operator === 'on' && grain === 'quarters' ? points.map((n) => (n === null ? null : Math.floor(n / 4))) : points;
      const [xs, ys] =
        operator === 'on'
          ? [byDays(x.open ? [...x.points, null] : x.points, x.grain), byDays(y.open ? [...y.points, null] : y.points, y.grain)]
          : [pointsOf(x, y), pointsOf(y, x)];
      const endOfToday = byClock ? 3.999 : 0;
      expect(says(operator, x.value, y.value)).toBe(overAll(xs, ys, (a, b) => NAIVE[operator]!(a, b, endOfToday)));
    }),
    { numRuns: 3000 },
  );
});
