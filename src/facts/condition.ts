import type { Place } from '../input/problem.js';
import type { OperatorName } from '../operators/catalogue.js';
import { OPERATORS } from '../operators/catalogue.js';
import { negated, type Truth } from '../values/truth.js';
import { byDay, type Value } from '../values/value.js';
import type { Operand } from './fact.js';
import type { Scope } from './scope.js';

export interface Leaf {
  readonly fact: Operand;
  readonly operator: OperatorName;
  readonly value: Operand;
  /** In normal form a negation stays at the leaf. */
  readonly negated: boolean;
  readonly place: Place;
}

/** Negation normal form: leaves by index, so that it is monotone in what they say. */
export type Shape = number | { readonly all: readonly Shape[] } | { readonly any: readonly Shape[] };

export interface LinkedCondition {
  readonly leaves: readonly Leaf[];
  readonly shape: Shape;
  /** The shape as text: conditions of one shape share one decision table. */
  readonly key: string;
}

/** What one leaf says, with the values it was held against. */
export interface LeafResult {
  readonly leaf: Leaf;
  readonly fact: Value;
  readonly value: Value;
  readonly truth: Truth;
}

export const shapeKey = (shape: Shape): string =>
  typeof shape === 'number'
    ? String(shape)
    : 'all' in shape
      ? `all(${shape.all.map(shapeKey).join(',')})`
      : `any(${shape.any.map(shapeKey).join(',')})`;

/** Evaluates every leaf; none is skipped, so that the trace is whole. */
export function evaluateLeaves(condition: LinkedCondition, scope: Scope): LeafResult[] {
  return condition.leaves.map((leaf) => {
    const fact = leaf.fact.evaluate(scope);
    const value = leaf.value.evaluate(scope);
    watchDays(scope, leaf.fact, fact);
    watchDays(scope, leaf.value, value);
    const found = OPERATORS[leaf.operator].test(fact, value, scope.world.today);
    return { leaf, fact, value, truth: leaf.negated ? negated(found) : found };
  });
}

/** A day ahead that is held against something may decide it when it comes, and the day after. */
function watchDays(scope: Scope, operand: Operand, value: Value): void {
  // Today itself is always followed by tomorrow; what it is held against says when that matters.
  if (operand.name === 'today' || value.type !== 'moment' || value.come === 'no') return;
  const { earliest, latest } = byDay(value);
  for (const bound of [earliest, latest]) {
    scope.world.watch(bound);
    scope.world.watch(bound + 1);
  }
}

export const judge = (condition: LinkedCondition, results: readonly LeafResult[], scope: Scope): Truth =>
  scope.world.decide(
    condition,
    results.map((result) => result.truth),
  );
