/** Two figures of a clause that stand each where the other should: both are there, and the words around them say so. */
import { affinityOf, pairsOf } from './affinity.js';
import type { Found, Swapped } from './binding.js';
import type { Expected } from './expected.js';
import { fitOf, isValue } from './fit.js';

/** By how much the words must speak for it. */
const MARGIN = 2;
/** What it weighs that a figure has just the unit of a term, and for what time. */
const UNIT = 3;
/** What it weighs that 分别 says which is which by their order. */
const ORDER = 4;

/** @param all what is shown in the clause, of its own terms and of others */
export function swappedIn(text: string, mine: readonly Found[], all: readonly Expected[]): readonly Swapped[] {
  const figures = mine.map(({ figure }) => figure);
  const spots = new Map(all.map((one) => [one, mine.filter(({ figure }) => carries(figure, one))]));
  const told = new Set<Expected>();
  return all.flatMap((one, index) =>
    all.slice(index + 1).flatMap((other): readonly Swapped[] => {
      if (told.has(one) || told.has(other)) return [];
      const [a, b] = [spots.get(one) ?? [], spots.get(other) ?? []].map((found) =>
        found.filter(({ figure }) => fits(figure, one) && fits(figure, other)),
      );
      const [first, second] = [a?.[0], b?.[0]];
      if (a === undefined || b === undefined || first === undefined || second === undefined) return [];
      if (a.some((found) => b.includes(found))) return [];
      const rivals = [one.term.says.zh, other.term.says.zh];
      const score = (expected: Expected, found: readonly Found[]): number =>
        Math.max(
          ...found.map(
            ({ figure }) =>
              affinityOf(text, figure, expected.term.says.zh, figures, rivals) + (fitOf(figure, expected.term) === 'yes' ? UNIT : 0),
          ),
        );
      const order = orderOf(text, one, other, [first, second]);
      const straight = score(one, a) + score(other, b) + (order === 'straight' ? ORDER : 0);
      const crossed = score(one, b) + score(other, a) + (order === 'crossed' ? ORDER : 0);
      if (crossed < straight + MARGIN) return [];
      told.add(one).add(other);
      return [{ one: { expected: one, found: second }, other: { expected: other, found: first } }];
    }),
  );
}

const fits = (figure: Found['figure'], { term }: Expected): boolean => ['yes', 'loosely'].includes(fitOf(figure, term));
const carries = (figure: Found['figure'], one: Expected): boolean => fits(figure, one) && isValue(figure, one.term.type, one.value);

/** 二级、三级故障分别在4小时、8小时内: the first named has the first figure. */
function orderOf(text: string, one: Expected, other: Expected, [a, b]: readonly [Found, Found]): 'straight' | 'crossed' | null {
  const start = Math.min(a.figure.at, b.figure.at);
  const from = Math.max(0, ...['。', '；', '\n'].map((end) => text.lastIndexOf(end, start - 1) + 1));
  const before = text.slice(from, start);
  if (!/分别|依次/u.test(before)) return null;
  const telling = (mine: Expected, others: Expected): number =>
    Math.max(-1, ...pairsOf(mine.term.says.zh).map((pair) => (others.term.says.zh.includes(pair) ? -1 : before.indexOf(pair))));
  const [first, second] = [telling(one, other), telling(other, one)];
  if (first === -1 || second === -1 || first === second) return null;
  return first < second === a.figure.at < b.figure.at ? 'straight' : 'crossed';
}
