/**
 * The ways in which variables can stand to each other and to the figures and days they are compared with. What a leaf says hangs on that alone, so that
 * trying one value for each way tries all.
 */
import { decimal, type Decimal } from '../../money/money.js';
import type { Day } from '../../calendar/day.js';
import { choice, moment, msOfDay, notYet, quantity, yesNo, type Value } from '../../values/value.js';
import type { Variable } from './variable.js';

export type World = ReadonlyMap<string, Value>;

type Of<K extends Variable['kind']> = Extract<Variable, { readonly kind: K }>;

/** The day asked about, as good as any. */
export const TODAY = 20_000 as Day;

/** Every way for variables of one kind, which stand in comparisons with one another. */
export function* worldsOf(variables: readonly Variable[], figures: readonly Decimal[], words: readonly string[]): Generator<World> {
  const of = <K extends Variable['kind']>(kind: K): readonly Of<K>[] => variables.filter((one): one is Of<K> => one.kind === kind);
  for (const quantities of ofQuantities(of('quantity'), figures))
    for (const moments of ofMoments(of('moment')))
      for (const choices of ofChoices(of('choice'), words))
        for (const truths of ofTruths(of('yes/no'))) yield new Map([...quantities, ...moments, ...choices, ...truths]);
}

type Entry = readonly [key: string, value: Value];

/** Numbers: at a figure, at another variable, or in between. */
function* ofQuantities(variables: readonly Of<'quantity'>[], figures: readonly Decimal[]): Generator<readonly Entry[]> {
  // What is bound by 0, or counts 0, 1, 2, must find them among the points, else there would seem to be no room beside them.
  const bounds = variables.flatMap((one) => (one.whole ? [0, 1, 2] : one.notBelowZero ? [0] : []));
  yield* place(variables, [...new Set([...figures.map(Number), ...bounds])], []);

  function* place(left: readonly Of<'quantity'>[], points: readonly number[], placed: readonly Entry[]): Generator<readonly Entry[]> {
    const [next, ...others] = left;
    if (next === undefined) {
      yield placed;
      return;
    }
    for (const at of spots(points)) {
      if (next.notBelowZero && at < 0) continue;
      // Between 0, 1 and 2 there is no whole number; elsewhere there are enough.
      if (next.whole && at > 0 && at < 2 && at !== 1) continue;
      yield* place(others, insert(points, at), [...placed, [next.key, quantity(decimal(at))]]);
    }
  }
}

/** The points themselves, and one spot before, between and after them. */
function spots(points: readonly number[]): readonly number[] {
  const sorted = points.toSorted((a, b) => a - b);
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
  const between = sorted.slice(1).map((point, index) => ((sorted[index] ?? 0) + point) / 2);
  return sorted.length === 0 ? [0] : [first - 1, ...sorted, ...between, last + 1];
}

const insert = (points: readonly number[], at: number): readonly number[] => (points.includes(at) ? points : [...points, at]);

interface Placed {
  readonly variable: Of<'moment'>;
  /** Days by their order around 0, the day asked about; null: not come. */
  readonly day: number | null;
  readonly clock: number;
}

/** Days and instants: not come, or on, before, between or after each other and the day asked about. */
function* ofMoments(variables: readonly Of<'moment'>[]): Generator<readonly Entry[]> {
  yield* place(variables, []);

  function* place(left: readonly Of<'moment'>[], placed: readonly Placed[]): Generator<readonly Entry[]> {
    const [variable, ...others] = left;
    if (variable === undefined) {
      yield inDays(placed);
      return;
    }
    if (!variable.surelyCome) yield* place(others, [...placed, { variable, day: null, clock: 0 }]);
    for (const day of spots([...new Set([0, ...placed.flatMap((one) => one.day ?? [])])])) {
      if (variable.past && day > 0) continue;
      const clocks = placed.flatMap((one) => (one.day === day && one.variable.grain === 'instant' ? [one.clock] : []));
      const at = variable.grain === 'day' ? [0] : spots([...new Set(clocks)]);
      for (const clock of at) yield* place(others, [...placed, { variable, day, clock }]);
    }
  }
}

const MINUTE = 60_000;

/** The order of days and of hours within them, as days and hours. */
function inDays(placed: readonly Placed[]): readonly Entry[] {
  const days = [...new Set([0, ...placed.flatMap((one) => one.day ?? [])])].sort((a, b) => a - b);
  const clocks = [...new Set(placed.map((one) => one.clock))].sort((a, b) => a - b);
  return placed.map(({ variable, day, clock }): Entry => {
    if (day === null) return [variable.key, notYet()];
    const at = TODAY + days.indexOf(day) - days.indexOf(0);
    if (variable.grain === 'day') return [variable.key, moment('day', at, at, 'yes')];
    const ms = msOfDay(at) + (clocks.indexOf(clock) + 1) * MINUTE;
    return [variable.key, moment('instant', ms, ms, 'yes')];
  });
}

/** Choices: each that is named, and as many others as there are variables to differ by. */
function* ofChoices(variables: readonly Of<'choice'>[], words: readonly string[]): Generator<readonly Entry[]> {
  const [variable, ...others] = variables;
  if (variable === undefined) {
    yield [];
    return;
  }
  const rest =
    variable.of?.filter((one) => !words.includes(one)) ?? variables.map((_one, index) => `${words.join('')}\u0000${String(index)}`);
  const named = words.filter((word) => variable.of?.includes(word) !== false);
  const values = [...named.map((word) => choice([word])), ...rest.map((word) => choice([word]))];
  if (!variable.surelyCome) values.push(choice([], 'no'));
  for (const value of values) for (const more of ofChoices(others, words)) yield [[variable.key, value], ...more];
}

function* ofTruths(variables: readonly Of<'yes/no'>[]): Generator<readonly Entry[]> {
  const [variable, ...others] = variables;
  if (variable === undefined) {
    yield [];
    return;
  }
  for (const truth of ['yes', 'no'] as const) for (const more of ofTruths(others)) yield [[variable.key, yesNo(truth)], ...more];
}
