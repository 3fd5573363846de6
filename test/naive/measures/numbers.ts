/** Arithmetic on what lies between two numbers. */
import { by, compare, ENDLESS, fraction, least, minus, most, ONE, plus, rounded, times, whole, ZERO, type Fraction } from '../fraction.js';
import { ANY_NUMBER, asNum, asTruth, isExact, num, type Choice, type Num } from '../values.js';
import { readWords } from '../words.js';
import { numbers, sumOf, type Measures } from './common.js';

export function subtract(a: Num, b: Num): Num {
  return num(b.high === null ? ZERO : most(ZERO, minus(a.low, b.high)), a.high === null ? null : most(ZERO, minus(a.high, b.low)));
}

function divide(a: Num, b: Num): Num {
  if (compare(b.low, ZERO) > 0) return num(b.high === null ? ZERO : by(a.low, b.high), a.high === null ? null : by(a.high, b.low));
  if (!isExact(b)) return ANY_NUMBER;
  // By a sure nothing: without end, and nothing of nothing is nothing.
  if (isExact(a)) return num(compare(a.low, ZERO) === 0 ? ZERO : ENDLESS);
  return compare(a.low, ZERO) > 0 ? num(ENDLESS) : ANY_NUMBER;
}

const smaller = (a: Num, b: Num): Num =>
  num(least(a.low, b.low), a.high === null ? b.high : b.high === null ? a.high : least(a.high, b.high));
const larger = (a: Num, b: Num): Num => num(most(a.low, b.low), a.high === null || b.high === null ? null : most(a.high, b.high));

export const add = (values: readonly Num[]): Num => num(sumOf(values.map(({ low }) => low)) ?? ZERO, sumOf(values.map(({ high }) => high)));

function multiply(values: readonly Num[]): Num {
  const isNothing = values.some(({ high }) => high !== null && compare(high, ZERO) === 0);
  const high = values.reduce<Fraction | null>(
    (product, value) => (product === null || value.high === null ? null : times(product, value.high)),
    ONE,
  );
  return num(
    values.reduce((product, { low }) => times(product, low), ONE),
    isNothing ? ZERO : high,
  );
}

/** Once more by the ratio for each whole year. */
function grown(value: Fraction, ratio: Fraction, years: Fraction): Fraction {
  let result = value;
  for (let year = ONE; compare(year, years) <= 0; year = plus(year, ONE)) result = times(result, plus(ONE, ratio));
  return result;
}

export const OF_NUMBERS: Measures = {
  add: (written, here, evaluator) => add(numbers(written.add, here, evaluator)),
  subtract: (written, here, evaluator) => {
    const [a, b] = numbers(written.subtract, here, evaluator) as [Num, Num];
    return subtract(a, b);
  },
  multiply: (written, here, evaluator) => multiply(numbers(written.multiply, here, evaluator)),
  divide: (written, here, evaluator) => {
    const [a, b] = numbers(written.divide, here, evaluator) as [Num, Num];
    return divide(a, b);
  },
  smaller: (written, here, evaluator) => numbers(written.smaller, here, evaluator).reduce(smaller),
  larger: (written, here, evaluator) => numbers(written.larger, here, evaluator).reduce(larger),
  whole: (written, here, evaluator) => {
    const { low, high } = asNum(evaluator.operand(written.whole, here));
    const way = written.rounding === 'up' || written.rounding === 'nearest' ? written.rounding : 'down';
    const scale = whole(written.to === 'cent' ? 100 : 1);
    const round = (value: Fraction): Fraction => by(rounded(times(value, scale), way), scale);
    return num(round(low), high === null ? null : round(high));
  },
  grown: (written, here, evaluator) => {
    const [value, ratio, years] = [written.grown, written.by, written.over].map((one) => asNum(evaluator.operand(one, here))) as [
      Num,
      Num,
      Num,
    ];
    const isEndless = value.high === null || ratio.high === null || years.high === null || years.high.under === 0n;
    return num(grown(value.low, ratio.low, years.low), isEndless ? null : grown(value.high, ratio.high, years.high));
  },
  take: (written, here, evaluator) => {
    const value = asNum(evaluator.operand(written.take, here));
    const truth = asTruth(evaluator.operand(written['only-if'], here));
    return truth === 'yes' ? value : num(ZERO, truth === 'no' ? ZERO : value.high);
  },
  'money-in-words': (written, here, evaluator) => {
    const text = evaluator.operand(written['money-in-words'], here) as Choice;
    const amount = readWords(text.among?.[0]);
    return amount === undefined ? ANY_NUMBER : num(fraction(amount));
  },
};
