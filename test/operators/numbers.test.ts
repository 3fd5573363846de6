import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Day } from '../../src/calendar/day.js';
import { decimal } from '../../src/money/money.js';
import { OPERATORS } from '../../src/operators/catalogue.js';
import { OperandError } from '../../src/operators/operator.js';
import { choice, notYet, quantity, yesNo, type Choice } from '../../src/values/value.js';
import { NAIVE_NUMBERS, overAll } from './naive.js';

const D = 19_500 as Day;
const says = (operator: string, x: readonly [number, number | null], y: readonly [number, number | null]) => {
  const of = ([low, high]: readonly [number, number | null]) => quantity(decimal(low), high === null ? null : decimal(high));
  return OPERATORS[operator as 'equals'].test(of(x), of(y), D);
};

describe('numbers (art. 1259)', () => {
  test.each([
    // more-than, at-least, less-than, at-most, equals
    ['exactly the limit', [5, 5], [5, 5], ['no', 'yes', 'no', 'yes', 'yes']],
    ['one more', [6, 6], [5, 5], ['yes', 'yes', 'no', 'no', 'no']],
    ['one less', [4, 4], [5, 5], ['no', 'no', 'yes', 'yes', 'no']],
    ['at least six, perhaps any more', [6, null], [5, 5], ['yes', 'yes', 'no', 'no', 'no']],
    ['at least five, perhaps any more', [5, null], [5, 5], ['unknown', 'yes', 'no', 'unknown', 'unknown']],
    ['at least four, perhaps any more', [4, null], [5, 5], ['unknown', 'unknown', 'unknown', 'unknown', 'unknown']],
    ['up to the limit', [3, 5], [5, 5], ['no', 'unknown', 'unknown', 'yes', 'unknown']],
    ['against a limit that is open', [6, 6], [5, null], ['unknown', 'unknown', 'unknown', 'unknown', 'unknown']],
    ['below a limit that is open', [4, 4], [5, null], ['no', 'no', 'yes', 'yes', 'no']],
  ] as const)('%s', (_name, x, y, expected) => {
    expect(Object.keys(NAIVE_NUMBERS).map((operator) => says(operator, x, y))).toEqual(expected);
  });

  test('no digit is lost', () => {
    const [a, b] = ['9007199254740993', '9007199254740992'].map((text) => quantity(decimal(text)));
    expect(OPERATORS['more-than'].test(a!, b!, D)).toBe('yes');
    expect(OPERATORS.equals.test(quantity(decimal('0.1').plus('0.2')), quantity(decimal('0.3')), D)).toBe('yes');
  });

  const range = fc.record({ low: fc.integer({ min: 0, max: 6 }), size: fc.option(fc.integer({ min: 0, max: 4 })) });
  // An open end is enumerated far beyond any bounded one.
  const points = ({ low, size }: { low: number; size: number | null }): number[] =>
    Array.from({ length: (size ?? 30) + 1 }, (_, index) => low + index);
  test.each(Object.keys(NAIVE_NUMBERS))('%s over ranges says what every point of them says', (operator) => {
    fc.assert(
      fc.property(range, range, (x, y) => {
        const of = ({ low, size }: typeof x): readonly [number, number | null] => [low, size === null ? null : low + size];
        expect(says(operator, of(x), of(y))).toBe(overAll(points(x), points(y), NAIVE_NUMBERS[operator]!));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('choices', () => {
  const is = (x: Choice, y: Choice) => OPERATORS.is.test(x, y);
  const among = (x: Choice, listed: readonly string[]) => OPERATORS['one-of'].test(x, choice(listed));

  test('the same, another, none yet', () => {
    expect([is(choice(['a']), choice(['a'])), is(choice(['b']), choice(['a'])), is(choice([], 'no'), choice(['a']))]).toEqual([
      'yes',
      'no',
      'no',
    ]);
  });
  test('one that is open is not known, on either side', () => {
    expect(is(choice(['a', 'b'], 'maybe'), choice(['a']))).toBe('unknown');
    expect(is(choice(['a']), choice(['a', 'b'], 'maybe'))).toBe('unknown');
    expect(is(choice(['a']), choice(['a', 'b']))).toBe('unknown');
    expect(is(choice(['a'], 'maybe'), choice(['a']))).toBe('unknown');
    expect(is(choice(null, 'maybe'), choice(['a']))).toBe('unknown');
  });
  test('what it can never be it is not, however open', () => {
    expect([is(choice(['a', 'b']), choice(['c'])), is(choice(['c']), choice(['a', 'b']))]).toEqual(['no', 'no']);
  });
  test('a list is one of several', () => {
    expect([
      among(choice(['a']), ['a', 'b']),
      among(choice(['c']), ['a', 'b']),
      among(choice(['a', 'b']), ['a', 'b']),
      among(choice(['a', 'c']), ['a', 'b']),
      among(choice(['a'], 'maybe'), ['a', 'b']),
    ]).toEqual(['yes', 'no', 'yes', 'unknown', 'unknown']);
  });

  const open = fc.record({
    possible: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
    come: fc.constantFrom('yes', 'maybe', 'no' as const),
  });
  const pointsOf = ({ possible, come }: { possible: readonly string[]; come: string }): readonly (string | null)[] => [
    ...(come === 'no' ? [] : possible),
    ...(come === 'yes' ? [] : [null]),
  ];
  test('is, over what both may be', () => {
    fc.assert(
      fc.property(open, open, (x, y) => {
        expect(is(choice(x.possible, x.come), choice(y.possible, y.come))).toBe(
          overAll(pointsOf(x), pointsOf(y), (a, b) => a !== null && a === b),
        );
      }),
      { numRuns: 1000 },
    );
  });
  test('one-of, over what it may be', () => {
    fc.assert(
      fc.property(open, fc.uniqueArray(fc.constantFrom('a', 'b', 'c')), (x, listed) => {
        expect(among(choice(x.possible, x.come), listed)).toBe(overAll(pointsOf(x), [0], (a) => listed.some((one) => one === a)));
      }),
      { numRuns: 1000 },
    );
  });
  test('happened: whether it is there', () => {
    const there = (x: Choice) => OPERATORS.happened.test(x, yesNo('yes'), D);
    expect([there(choice(['a', 'b'])), there(choice(['a'], 'maybe')), there(choice([], 'no'))]).toEqual(['yes', 'unknown', 'no']);
  });
  test('yes and no', () => {
    expect(
      [
        ['yes', 'yes'],
        ['yes', 'no'],
        ['no', 'no'],
        ['unknown', 'yes'],
        ['no', 'unknown'],
      ].map(([x, y]) => OPERATORS.is.test(yesNo(x as 'yes'), yesNo(y as 'yes'))),
    ).toEqual(['yes', 'no', 'yes', 'unknown', 'unknown']);
  });
  test('another type is a fault that can be caught', () => {
    expect(() => OPERATORS.is.test(notYet(), yesNo('yes'))).toThrow(OperandError);
    expect(() => OPERATORS['one-of'].test(yesNo('yes'), choice(['a']))).toThrow(OperandError);
    expect(() => OPERATORS.equals.test(notYet(), quantity(decimal(1)), D)).toThrow(OperandError);
  });
});
