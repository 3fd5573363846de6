/** How much the words around a figure speak of what a term says. */
import type { Figure } from './figure.js';

/** Pairs of characters that both have, in the figure's own part of the sentence. */
export function affinityOf(text: string, figure: Figure, says: string): number {
  const before =
    text
      .slice(Math.max(0, figure.at - 24), figure.at)
      .split(/[。；\n\t]/u)
      .at(-1) ?? '';
  const after = text.slice(figure.at + figure.written.length, figure.at + figure.written.length + 14).split(/[，。；\n\t]/u)[0] ?? '';
  const near = `${before}|${after}`;
  const pairs = new Set(Array.from({ length: Math.max(says.length - 1, 0) }, (_, index) => says.slice(index, index + 2)));
  return [...pairs].filter((pair) => near.includes(pair)).length;
}
