/** Random conditions, and what Kleene's tables say of them, written apart from the engine. */
import fc from 'fast-check';
import { shapeKey, type LinkedCondition, type Shape } from '../../src/facts/condition.js';
import type { Truth } from '../../src/values/truth.js';

type Tree = 'leaf' | { readonly kind: 'all' | 'any'; readonly of: readonly Tree[] };

const tree = fc.letrec<{ node: Tree; group: Tree }>((tie) => ({
  node: fc.oneof({ depthSize: 'small', maxDepth: 4 }, fc.constant<Tree>('leaf'), tie('group')),
  group: fc.record({ kind: fc.constantFrom('all', 'any' as const), of: fc.array(tie('node'), { minLength: 1, maxLength: 9 }) }),
}));

/** Leaves numbered in the order in which they stand. */
function numbered(node: Tree, next: { leaf: number }): Shape {
  if (node === 'leaf') return next.leaf++;
  const of = node.of.map((one) => numbered(one, next));
  return node.kind === 'all' ? { all: of } : { any: of };
}

export const conditionOf = (shape: Shape): LinkedCondition => ({ leaves: [], shape, key: shapeKey(shape) });

export const countLeaves = (shape: Shape): number =>
  typeof shape === 'number' ? 1 : ('all' in shape ? shape.all : shape.any).reduce<number>((sum, one) => sum + countLeaves(one), 0);

export const shapes: fc.Arbitrary<Shape> = fc
  .oneof(tree.node, tree.group)
  .map((node) => numbered(node, { leaf: 0 }))
  .filter((shape) => countLeaves(shape) <= 40);

const RANK = { no: 0, unknown: 1, yes: 2 } as const;

export function kleene(shape: Shape, leaves: readonly Truth[]): Truth {
  if (typeof shape === 'number') return leaves[shape]!;
  const below = ('all' in shape ? shape.all : shape.any).map((one) => kleene(one, leaves)).sort((a, b) => RANK[a] - RANK[b]);
  return 'all' in shape ? below[0]! : below.at(-1)!;
}
