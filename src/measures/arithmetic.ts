/** add, subtract, multiply, divide, smaller, larger, whole, take: by units, on ranges. */
import type { Compiled, Operand } from '../facts/fact.js';
import type { Scope } from '../facts/scope.js';
import type { Text } from '../input/problem.js';
import {
  add as addUp,
  divide as divided,
  larger as largerOf,
  multiply as multiplied,
  smaller as smallerOf,
  subtract as subtracted,
} from '../values/bounds.js';
import type { Decimal } from '../money/money.js';
import { combine, fits, MONEY, onlyUnit, writeType, type Type, type Units } from '../values/type.js';
import { ENDLESS, unknownOf } from '../values/unknown.js';
import { isExact, quantity, together, ZERO, type Quantity, type YesNo } from '../values/value.js';
import type { Linking, Measure } from './measure.js';

const isQuantity = (type: Type): boolean => type.kind === 'quantity';

const quantities = (operands: readonly Operand[], scope: Scope): Quantity[] => operands.map((one) => one.evaluate(scope) as Quantity);

/** The common type of operands; reports the first that has another unit. Figures take the unit of the others. */
function common(linking: Linking, key: string, operands: readonly Operand[]): Type | undefined {
  const named = operands.find((one) => !one.figure) ?? operands[0];
  const odd = operands.find((one) => named !== undefined && !one.figure && !fits(one.type, named.type));
  if (named === undefined) return undefined;
  if (odd === undefined) return named.type;
  return linking.fail(
    key,
    'unit-mismatch',
    {
      zh: `“${odd.says.zh}”是${linking.sayType(odd.type)}，与“${named.says.zh}”（${linking.sayType(named.type)}）单位不同`,
      en: `“${odd.name}” is ${writeType(odd.type)}, “${named.name}” is ${writeType(named.type)}`,
    },
    isDayKind(odd.type) && isDayKind(named.type)
      ? {
          zh: '日与工作日换算不了：各用 period 从某一日起算出末日，再比较日子',
          en: 'days and working days do not convert: count each to its last day with period, and compare the days',
        }
      : {
          zh: '单位相同的才能相加、相减或比较；先用 multiply 或 divide 换成同一单位',
          en: 'bring both to one unit with multiply or divide first',
        },
  );
}

const isDayKind = (type: Type): boolean => ['days', 'working-days'].includes(onlyUnit(type) ?? '');

const unitsOf = (type: Type): Units => (type.kind === 'quantity' ? type.units : {});

function of(
  key: string,
  parameters: readonly string[],
  typeOf: (linking: Linking, operands: readonly Operand[]) => Type | undefined,
  evaluate: (values: readonly Quantity[]) => Quantity | undefined,
  say: (shown: readonly string[]) => Text,
): Measure {
  return {
    parameters,
    link: (linking) => {
      const operands = linking.operands(key, isQuantity);
      const type = operands && typeOf(linking, operands);
      if (operands === undefined || type === undefined) return undefined;
      return {
        type,
        operands,
        events: [],
        evaluate: (scope, fact) =>
          evaluate(quantities(operands, scope)) ??
          unknownOf(type, [...together(quantities(operands, scope)).missing, { fact, why: 'division' }]),
        say: (show) => say(operands.map(show)),
      } satisfies Compiled;
    },
  };
}

/** The same of two, no more and no fewer: a third would have no say. */
function ofTwo(
  key: string,
  parameters: readonly string[],
  typeOf: (linking: Linking, operands: readonly [Operand, Operand]) => Type | undefined,
  evaluate: (a: Quantity, b: Quantity) => Quantity | undefined,
  say: (a: string, b: string) => Text,
): Measure {
  return of(
    key,
    parameters,
    (linking, operands) => {
      const [a, b, ...others] = operands;
      if (a === undefined || b === undefined || others.length > 0)
        return linking.fail(key, 'bad-length', { zh: `“${key}”要恰好两项`, en: `“${key}” takes two, no more and no fewer` }, PAIR);
      return typeOf(linking, [a, b]);
    },
    ([a, b]) => a && b && evaluate(a, b),
    (shown) => say(shown[0] ?? '', shown[1] ?? ''),
  );
}

const PAIR: Text = { zh: '写成 [a, b]；更多的分成几个事实', en: 'write [a, b]; make further steps facts of their own' };

const joined =
  (sign: string) =>
  (shown: readonly string[]): Text => ({ zh: shown.join(sign), en: shown.join(sign) });

const between =
  (sign: string) =>
  (a: string, b: string): Text =>
    joined(sign)([a, b]);

/** `add: [a, b, …]`. */
export const add = of('add', [], (linking, operands) => common(linking, 'add', operands), addUp, joined(' + '));

/** `multiply: [a, b, …]`. */
export const multiply = of(
  'multiply',
  [],
  (_linking, operands) => ({ kind: 'quantity', units: operands.map((one) => unitsOf(one.type)).reduce((a, b) => combine(a, b, 1), {}) }),
  multiplied,
  joined(' × '),
);

/** `divide: [a, b]`; by a sure zero it is without end, by a range with zero in it unknown. */
export const divide = ofTwo(
  'divide',
  [],
  (_linking, [a, b]) => ({ kind: 'quantity', units: combine(unitsOf(a.type), unitsOf(b.type), -1) }),
  (a, b) => {
    if (b.low.isZero() && b.high?.isZero() === true) {
      // Whether nothing is left, or what is left lasts for ever.
      if (a.low.isZero() && !isExact(a)) return undefined;
      return quantity(a.low.isZero() ? ZERO : ENDLESS, undefined, together([a, b]));
    }
    return divided(a, b);
  },
  between(' ÷ '),
);

/** `smaller: [a, b]`. */
export const smaller = ofTwo(
  'smaller',
  [],
  (linking, operands) => common(linking, 'smaller', operands),
  smallerOf,
  (a, b) => ({
    zh: `${a} 与 ${b} 中较小者`,
    en: `the smaller of ${a} and ${b}`,
  }),
);

/** `larger: [a, b]`. */
export const larger = ofTwo(
  'larger',
  [],
  (linking, operands) => common(linking, 'larger', operands),
  largerOf,
  (a, b) => ({
    zh: `${a} 与 ${b} 中较大者`,
    en: `the larger of ${a} and ${b}`,
  }),
);

/** `subtract: [a, b], not-below: 0`. Amounts do not go below zero, so the floor is zero whether written or not; it is written for the reader. */
const taken = ofTwo(
  'subtract',
  ['not-below'],
  (linking, operands) => common(linking, 'subtract', operands),
  (a, b) => subtracted(a, b, ZERO),
  between(' − '),
);

/** Where the floor was what gave the result, the formula says so. */
export const subtract: Measure = {
  ...taken,
  link: (linking) => {
    const compiled = taken.link(linking);
    if (compiled === undefined) return undefined;
    return {
      ...compiled,
      tell: (scope, show) => {
        const [a, b] = quantities(compiled.operands, scope);
        if (a?.high == null || b === undefined || !b.low.gt(a.high)) return undefined;
        const { zh, en } = compiled.say(show);
        return { zh: `${zh}，不低于0，取0`, en: `${en}, not below 0: 0` };
      },
    };
  },
};

const ROUNDINGS = {
  down: { round: (x: Decimal) => x.floor(), zh: '舍去', en: 'rounded down' },
  up: { round: (x: Decimal) => x.ceil(), zh: '进一', en: 'rounded up' },
  nearest: { round: (x: Decimal) => x.round(), zh: '四舍五入', en: 'rounded to the nearest' },
} as const;

const CENTS = 100;

/** `whole: x, rounding: down | up | nearest, to: unit | cent`: without a fraction, of money perhaps without one of a cent. */
export const whole: Measure = {
  parameters: ['rounding', 'to'],
  link: (linking) => {
    const of = linking.operand('whole', isQuantity);
    const how = linking.has('rounding') ? linking.word('rounding', ['down', 'up', 'nearest']) : 'down';
    const to = linking.has('to') ? linking.word('to', ['unit', 'cent']) : 'unit';
    if (of === undefined || how === undefined || to === undefined) return undefined;
    if (to === 'cent' && !fits(of.type, MONEY))
      return linking.fail('to', 'unit-mismatch', {
        zh: `“${of.says.zh}”是${linking.sayType(of.type)}，只有金额可以取整到分`,
        en: `“${of.name}” is ${writeType(of.type)}; only money is rounded to the cent`,
      });
    const { zh, en } = ROUNDINGS[how];
    const round = (x: Decimal): Decimal => (to === 'unit' ? ROUNDINGS[how].round(x) : ROUNDINGS[how].round(x.times(CENTS)).div(CENTS));
    return {
      type: of.type,
      operands: [of],
      events: [],
      evaluate: (scope) => {
        const value = of.evaluate(scope) as Quantity;
        return { ...value, low: round(value.low), high: value.high === null ? null : round(value.high) };
      },
      say: (show) => ({
        zh: `${show(of)}取整${to === 'cent' ? '到分' : ''}（${zh}）`,
        en: `${show(of)} ${en}${to === 'cent' ? ' to the cent' : ''}`,
      }),
    };
  },
};

/** `take: x, only-if: yes/no`: x, else 0. */
export const take: Measure = {
  parameters: ['only-if'],
  link: (linking) => {
    const of = linking.operand('take', isQuantity);
    const only = linking.operand('only-if', (type) => type.kind === 'yes/no');
    if (of === undefined || only === undefined) return undefined;
    return {
      type: of.type,
      operands: [of, only],
      events: [],
      evaluate: (scope) => {
        const value = of.evaluate(scope) as Quantity;
        const { truth, ...rest } = only.evaluate(scope) as YesNo;
        if (truth === 'no') return quantity(ZERO, ZERO, { evidence: rest.evidence });
        const support = together([value, rest]);
        return truth === 'yes' ? { ...value, ...support } : quantity(ZERO, value.high, support);
      },
      say: (show) => ({ zh: `${show(of)}（仅在${show(only)}时）`, en: `${show(of)}, only if ${show(only)}` }),
    };
  },
};
