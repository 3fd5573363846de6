/** How much the words around a figure speak of what a term says. */
import type { Figure } from './figure.js';

/** What many terms say at their end: it tells nothing. */
const TAIL = /(?:比例|比率|期限|上限|金额|期间|天数|日数|标准|期|率)$/u;

/** What part of a term's own words stand around the figure, from 0 to 1. */
export function shareOf(text: string, figure: Figure, says: string): number {
  const near = text.slice(Math.max(0, figure.at - 24), figure.at + figure.written.length + 14);
  const pairs = pairsOf(says.replace(TAIL, ''));
  return pairs.length === 0 ? 0 : pairs.filter((pair) => near.includes(pair)).length / pairs.length;
}

/**
 * Pairs of characters that both have, in the figure's own part of the sentence; those before it count twice.
 * @param others what else it could be: what they all say tells nothing
 */
export function affinityOf(
  text: string,
  figure: Figure,
  says: string,
  figures: readonly Figure[] = [],
  others: readonly string[] = [],
): number {
  const end = figure.at + figure.written.length;
  const from = Math.max(0, figure.at - 24, ...figures.map((one) => one.at + one.written.length).filter((at) => at <= figure.at));
  const to = Math.min(end + 14, ...figures.map(({ at }) => at).filter((at) => at >= end));
  const before =
    text
      .slice(from, figure.at)
      .split(/[。；\n\t]/u)
      .at(-1) ?? '';
  const after = text.slice(end, to).split(/[，。；\n\t]/u)[0] ?? '';
  const rivals = others.filter((one) => one !== says);
  const telling = pairsOf(says).filter((pair) => rivals.length === 0 || !rivals.every((one) => one.includes(pair)));
  return telling.reduce((sum, pair) => sum + (before.includes(pair) ? 2 : 0) + (after.includes(pair) ? 1 : 0), 0);
}

/** Every two characters that stand side by side. */
export const pairsOf = (says: string): readonly string[] => [
  ...new Set(Array.from({ length: Math.max(says.length - 1, 0) }, (_, index) => says.slice(index, index + 2))),
];
