import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decimal } from '../../src/money/money.js';
import { add, divide, larger, multiply, smaller, subtract } from '../../src/values/bounds.js';
import { eitherOf } from '../../src/values/either.js';
import { allOf, anyOf, negated, type Truth } from '../../src/values/truth.js';
import { ENDLESS } from '../../src/values/unknown.js';
import { choice, moment, notYet, quantity, yesNo, ZERO, type Quantity } from '../../src/values/value.js';
import { written } from '../support/written.js';

interface Range {
  readonly low: number;
  readonly size: number | null;
}
const range = fc.record({ low: fc.integer({ min: 0, max: 6 }), size: fc.option(fc.integer({ min: 0, max: 4 })) });
const of = ({ low, size }: Range): Quantity => quantity(decimal(low), size === null ? null : decimal(low + size));
const points = ({ low, size }: Range): number[] => Array.from({ length: (size ?? 20) + 1 }, (_, index) => low + index);
const contains = (value: Quantity, n: number): boolean => value.low.lte(n) && (value.high?.gte(n) ?? true);

/** Every concrete result lies in the range, and both ends of a bounded range are reached: it is no wider than it must be. */
function holdsAtEveryPoint(result: Quantity, a: Range, b: Range, f: (x: number, y: number) => number): void {
  const found = points(a).flatMap((x) => points(b).map((y) => f(x, y)));
  expect(found.every((n) => contains(result, n))).toBe(true);
  if (a.size !== null && b.size !== null)
    expect([result.low.toNumber(), result.high?.toNumber()]).toEqual([Math.min(...found), Math.max(...found)]);
}

describe('arithmetic on ranges', () => {
  const cases: Readonly<Record<string, [(a: Quantity, b: Quantity) => Quantity, (x: number, y: number) => number]>> = {
    add: [(a, b) => add([a, b]), (x, y) => x + y],
    subtract: [(a, b) => subtract(a, b, ZERO), (x, y) => Math.max(0, x - y)],
    multiply: [(a, b) => multiply([a, b]), (x, y) => x * y],
    smaller: [smaller, Math.min],
    larger: [larger, Math.max],
  };
  test.each(Object.keys(cases))('%s', (name) => {
    const [ours, naive] = cases[name]!;
    fc.assert(
      fc.property(range, range, (a, b) => {
        holdsAtEveryPoint(ours(of(a), of(b)), a, b, naive);
      }),
      { numRuns: 1000 },
    );
  });

  test('nothing times what has no end is nothing', () => {
    const product = multiply([quantity(ENDLESS), quantity(ZERO)]);
    expect([product.low.toNumber(), product.high?.toNumber()]).toEqual([0, 0]);
  });

  test('divide: unknown where the divisor may be zero, else at every corner', () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        const result = divide(of(a), of(b));
        if (b.low === 0) expect(result).toBeUndefined();
        else
          for (const x of points(a))
            for (const y of points(b))
              expect(result!.low.lte(decimal(x).div(y)) && (result!.high?.gte(decimal(x).div(y)) ?? true)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("Kleene's tables", () => {
  const ALL: readonly Truth[] = ['yes', 'unknown', 'no'];
  const table = (of: (a: Truth, b: Truth) => Truth): string => ALL.map((a) => ALL.map((b) => of(a, b)[0]).join('')).join(' ');
  test('and', () => {
    expect(table((a, b) => allOf([a, b]))).toBe('yun uun nnn');
  });
  test('or', () => {
    expect(table((a, b) => anyOf([a, b]))).toBe('yyy yuu yun');
  });
  test('not', () => {
    expect(ALL.map(negated)).toEqual(['no', 'unknown', 'yes']);
  });
  test('of nothing', () => {
    expect([allOf([]), anyOf([])]).toEqual(['yes', 'no']);
  });
});

describe('one of several, it is not known which', () => {
  const n = (low: number, high: number | null = low) => quantity(decimal(low), high === null ? null : decimal(high));
  test.each([
    ['numbers', [n(1), n(5)], '1..5'],
    ['the same number', [n(2), n(2)], '2'],
    ['with an open end', [n(1), n(2, null)], '1..'],
    ['yes and no', [yesNo('yes'), yesNo('no')], 'unknown'],
    ['yes and yes', [yesNo('yes'), yesNo('yes')], 'yes'],
    ['choices', [choice(['a']), choice(['b'])], 'a|b'],
    ['a choice, or none', [choice(['a']), choice([], 'no')], 'a?'],
    ['any text', [choice(['a']), choice(null)], 'any'],
    ['days', [moment('day', 19_500, 19_500, 'yes'), moment('day', 19_502, 19_503, 'yes')], '2023-05-23..2023-05-26'],
    ['a day, or not yet', [moment('day', 19_500, 19_500, 'yes'), notYet()], '2023-05-23?'],
    ['not yet, twice', [notYet(), notYet()], 'not yet'],
    [
      'an instant and a day, by day',
      [moment('instant', 1_684_800_000_000, 1_684_800_000_000, 'yes'), moment('day', 19_502, 19_502, 'yes')],
      '2023-05-23..2023-05-25',
    ],
  ])('%s', (_name, values, expected) => {
    expect(written(eitherOf(values))).toBe(expected);
  });
});
