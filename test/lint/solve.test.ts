/** The solver against trying: on random conditions it says exactly what a walk over many values finds. */
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import type { Leaf } from '../../src/facts/condition.js';
import type { Operand } from '../../src/facts/fact.js';
import { Solver } from '../../src/lint/solve/solve.js';
import type { Formula } from '../../src/lint/solve/formula.js';
import { decimal } from '../../src/money/money.js';
import { OPERATORS, type OperatorName } from '../../src/operators/catalogue.js';
import type { Day } from '../../src/calendar/day.js';
import { choice, moment, msOfDay, notYet, quantity, yesNo, type Value } from '../../src/values/value.js';
import { COUNT, MONEY, type Type } from '../../src/values/type.js';
import { NO_NEEDS } from '../../src/facts/needs.js';
import { runs } from '../support/chance.js';
import { SHOP } from '../support/shop.js';
import { rulebookOf } from '../support/texts.js';
import { formulaOf } from '../../src/lint/solve/formula.js';

const TODAY = 100 as Day;

const operand = (name: string, type: Type, value?: Value): Operand => ({
  name,
  says: { zh: name, en: name },
  type,
  needs: NO_NEEDS,
  // What is no literal is a term, of which the solver knows no more than its type.
  ...(value === undefined ? { term: name } : {}),
  evaluate: () => value!,
});

const CHOICES: Type = { kind: 'choice', what: 'choice', of: ['red', 'blue', 'green'] };
const numbers = ['n1', 'n2', 'n3'].map((name) => operand(name, MONEY));
const days = ['d1', 'd2', 'd3'].map((name) => operand(name, { kind: 'date' }));
const instants = ['i1', 'i2'].map((name) => operand(name, { kind: 'instant' }));
const words = ['c1', 'c2'].map((name) => operand(name, CHOICES));
const truths = ['t1', 't2'].map((name) => operand(name, { kind: 'yes/no' }));
const figures = [0, 1, 2].map((n) => operand(String(n), COUNT, quantity(decimal(n))));
const yes = operand('yes', { kind: 'yes/no' }, yesNo('yes'));
const no = operand('no', { kind: 'yes/no' }, yesNo('no'));
const colours = ['red', 'blue', 'green'].map((word) => operand(word, CHOICES, choice([word])));
const warm = operand('red、green', CHOICES, choice(['red', 'green']));

const leaf = (facts: readonly Operand[], operators: readonly OperatorName[], values: readonly Operand[]): fc.Arbitrary<Formula> =>
  fc
    .record({
      fact: fc.constantFrom(...facts),
      operator: fc.constantFrom(...operators),
      value: fc.constantFrom(...values),
      negated: fc.boolean(),
    })
    .map((one) => ({ leaf: { ...one, place: { file: 'f', line: 1, column: 1 } } satisfies Leaf }));

const moments = [...days, ...instants];
const LEAVES = fc.oneof(
  leaf(numbers, ['more-than', 'at-least', 'less-than', 'at-most', 'equals'], [...numbers, ...figures]),
  leaf(moments, ['before', 'on-or-before', 'after', 'on-or-after', 'on'], moments),
  leaf(moments, ['happened'], [yes, no]),
  leaf(words, ['is'], [...words, ...colours]),
  leaf(words, ['one-of'], [warm]),
  leaf(words, ['happened'], [yes, no]),
  leaf(truths, ['is'], [yes, no, ...truths]),
);

const formulas = (leaves: fc.Arbitrary<Formula>): fc.Arbitrary<Formula> =>
  fc.letrec<{ node: Formula }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      leaves,
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('node').map((not) => ({ not })),
    ),
  })).node;

/** Many values for each variable: more than enough for a few variables to stand in every way to each other. */
const at = (day: number): Value => moment('day', day, day, 'yes');
const TERM_DAYS = [97, 98, 99, 100, 101, 102, 103].map(at);
const TERM_HOURS = [98, 99, 100, 101, 102]
  .flatMap((day) => [1, 2].map((hour) => msOfDay(day) + hour))
  .map((ms) => moment('instant', ms, ms, 'yes'));
const VALUES: Readonly<Record<string, readonly Value[]>> = {
  n: [0, 0.3, 0.6, 0.9, 1, 1.3, 1.6, 1.9, 2, 3, 4, 5].map((n) => quantity(decimal(n))),
  d: [...TERM_DAYS],
  i: [...TERM_HOURS],
  c: [...CHOICES.of.map((word) => choice([word]))],
  t: [yesNo('yes'), yesNo('no')],
};

const ABSENT: Readonly<Record<string, readonly Value[]>> = { d: [notYet()], i: [notYet()], c: [choice([], 'no')] };

const leavesOf = (formula: Formula): readonly Leaf[] =>
  'leaf' in formula
    ? [formula.leaf]
    : 'not' in formula
      ? leavesOf(formula.not)
      : ('all' in formula ? formula.all : formula.any).flatMap(leavesOf);

function holds(formula: Formula, world: ReadonlyMap<string, Value>): boolean {
  if ('not' in formula) return !holds(formula.not, world);
  if ('all' in formula) return formula.all.every((one) => holds(one, world));
  if ('any' in formula) return formula.any.some((one) => holds(one, world));
  const { fact, operator, value, negated } = formula.leaf;
  const side = (one: Operand): Value => (one.term === undefined ? one.evaluate(undefined as never) : world.get(one.name)!);
  return (OPERATORS[operator].test(side(fact), side(value), TODAY) === 'yes') !== negated;
}

function tried(formula: Formula, mayBeAbsent: boolean): boolean {
  const names = [...new Set(leavesOf(formula).flatMap(({ fact, value }) => [fact, value].flatMap((one) => one.term ?? [])))];
  const walk = (index: number, world: Map<string, Value>): boolean => {
    const name = names[index];
    if (name === undefined) return holds(formula, world);
    return [...VALUES[name[0]!]!, ...(mayBeAbsent ? (ABSENT[name[0]!] ?? []) : [])].some((value) =>
      walk(index + 1, new Map(world).set(name, value)),
    );
  };
  return walk(0, new Map());
}

const terms = (optional: boolean) =>
  new Map(
    [...numbers, ...moments, ...words, ...truths].map((one) => [
      one.name,
      { name: one.name, says: one.says, type: one.type, clause: null, optional, default: undefined, statute: false, personal: false },
    ]),
  );
/** Terms without which no contract is, and terms that may be left out. */
const SOLVERS = [false, true].map((mayBeAbsent) => ({ mayBeAbsent, solver: new Solver({ terms: terms(mayBeAbsent), events: new Map() }) }));
const few = (formula: Formula): boolean =>
  new Set(leavesOf(formula).flatMap(({ fact, value }) => [fact, value].flatMap((one) => one.term ?? []))).size <= 4;

describe('what the solver says is what trying finds', () => {
  test.each([
    ['any leaves', LEAVES],
    ['numbers', leaf(numbers, ['more-than', 'at-least', 'less-than', 'at-most', 'equals'], [...numbers, ...figures])],
    [
      'days',
      leaf(days, ['before', 'on-or-before', 'after', 'on-or-after', 'on', 'happened'] as const, days).filter(
        (one) => 'leaf' in one && one.leaf.operator !== 'happened',
      ),
    ],
    [
      'days and instants',
      leaf(
        [...days.slice(0, 1), ...instants],
        ['before', 'on-or-before', 'after', 'on-or-after', 'on'],
        [...days.slice(0, 1), ...instants],
      ),
    ],
  ])('%s', (_name, leaves) => {
    fc.assert(
      fc.property(formulas(leaves).filter(few), (formula) => {
        for (const { solver, mayBeAbsent } of SOLVERS) {
          const found = solver.canHold(formula);
          if (found !== 'unsure') expect(found === 'yes').toBe(tried(formula, mayBeAbsent));
        }
      }),
      runs(300),
    );
  });
});

describe('of facts it knows what they can be', () => {
  const FACTS = `
n: { says: 件, count: delivered }
sum: { says: 合计, sum: amount, of: paid }
less: { says: 差额, subtract: [price, rent] }
paidOn: { says: 付款, first: paid }
due: { says: 末日, period: fewDays, from: paidOn }
late: { says: 逾期, holds: { fact: paidOn, operator: after, value: { fact: dueDay } } }
again: { says: 又名, same-as: paidOn }
`;
  const ask = (condition: string): string => {
    const rulebook = rulebookOf({ rulebook: SHOP, facts: `${FACTS}\nasked: { says: 问, holds: ${condition} }\n` });
    return new Solver(rulebook.declared).canHold(formulaOf(rulebook.facts.get('asked')!.compiled.condition!));
  };
  test.each([
    ['a count below zero', '{ fact: n, operator: less-than, value: 0 }', 'no'],
    [
      'a count between one and two',
      '{ all: [{ fact: n, operator: more-than, value: 1 }, { fact: n, operator: less-than, value: 2 }] }',
      'no',
    ],
    [
      'a sum between one and two',
      '{ all: [{ fact: sum, operator: more-than, value: 1 }, { fact: sum, operator: less-than, value: 2 }] }',
      'yes',
    ],
    ['a sum below zero', '{ fact: sum, operator: less-than, value: 0 }', 'no'],
    ['a difference below zero', '{ fact: less, operator: less-than, value: 0 }', 'yes'],
    ['a happening ahead of today', '{ fact: paidOn, operator: after, value: { fact: today } }', 'no'],
    ['a deadline ahead of today', '{ fact: due, operator: after, value: { fact: today } }', 'yes'],
    [
      'before and not happened',
      '{ all: [{ fact: paidOn, operator: before, value: { fact: dueDay } }, { fact: paidOn, operator: happened, value: no }] }',
      'no',
    ],
    [
      'after a day that has passed, and not happened',
      '{ all: [{ fact: paidOn, operator: after, value: { fact: dueDay } }, { fact: paidOn, operator: happened, value: no }] }',
      'yes',
    ],
    [
      'a named condition against its parts',
      '{ all: [{ fact: late, operator: is, value: yes }, { fact: paidOn, operator: on-or-before, value: { fact: dueDay } }] }',
      'no',
    ],
    [
      'a named condition denied',
      '{ all: [{ fact: late, operator: is, value: no }, { fact: paidOn, operator: after, value: { fact: dueDay } }] }',
      'no',
    ],
    [
      'another name of the same',
      '{ all: [{ fact: again, operator: happened, value: yes }, { fact: paidOn, operator: happened, value: no }] }',
      'no',
    ],
    ['never before', '{ fact: never, operator: before, value: { fact: dueDay } }', 'no'],
  ])('%s', (_name, condition, found) => {
    expect(ask(condition)).toBe(found);
  });
});
