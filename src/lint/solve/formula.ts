/** Conditions put together to be asked about: whether they can hold, whether one follows from others. */
import type { Leaf, LinkedCondition, Shape } from '../../facts/condition.js';
import type { Operand } from '../../facts/fact.js';
import type { Scope } from '../../facts/scope.js';
import { negated } from '../../values/truth.js';

export type Formula =
  { readonly leaf: Leaf } | { readonly all: readonly Formula[] } | { readonly any: readonly Formula[] } | { readonly not: Formula };

export const both = (...all: readonly Formula[]): Formula => ({ all });

export const not = (formula: Formula): Formula => ({ not: formula });

/** A condition; facts that only give a condition a name are opened, as far as so many levels. */
export const formulaOf = (condition: LinkedCondition, levels = 8): Formula => ofShape(condition, condition.shape, levels);

/** A part of a condition. */
export function ofShape(condition: LinkedCondition, shape: Shape, levels = 8): Formula {
  if (typeof shape !== 'number')
    return 'all' in shape
      ? { all: shape.all.map((one) => ofShape(condition, one, levels)) }
      : { any: shape.any.map((one) => ofShape(condition, one, levels)) };
  const leaf = condition.leaves[shape];
  if (leaf === undefined) throw new Error('a condition without its leaf');
  return opened(leaf, levels);
}

/** What a literal says; undefined where an operand is no literal. */
export function literalOf(operand: Operand): ReturnType<Operand['evaluate']> | undefined {
  const stands = operand.fact ?? operand.term ?? operand.reading ?? operand.inline;
  // Dates are never written out: an operand that is one without being a fact or term is a day that is always there.
  return stands === undefined && operand.type.kind !== 'date' && operand.type.kind !== 'instant' ? operand.evaluate(NO_SCOPE) : undefined;
}

/** Literals look at nothing. */
const NO_SCOPE = {} as Scope;

/** `{ fact: late, operator: is, value: yes }`, where `late` is a condition with a name, is that condition. */
function opened(leaf: Leaf, levels: number): Formula {
  const condition = leaf.fact.fact?.question === null ? leaf.fact.fact.compiled.condition : undefined;
  const wanted = literalOf(leaf.value);
  if (condition === undefined || leaf.operator !== 'is' || wanted?.type !== 'yes/no' || levels === 0) return { leaf };
  const inside = formulaOf(condition, levels - 1);
  return (leaf.negated ? negated(wanted.truth) : wanted.truth) === 'yes' ? inside : not(inside);
}

/** Every leaf of a formula. */
export function leavesOf(formula: Formula): readonly Leaf[] {
  if ('leaf' in formula) return [formula.leaf];
  if ('not' in formula) return leavesOf(formula.not);
  return ('all' in formula ? formula.all : formula.any).flatMap(leavesOf);
}
