/** What stands before the first number of an agreement, as the clause by which a rulebook calls it: 首部, 前言. */
import { pathOf } from './label.js';
import type { Passage } from './passage.js';

/** The clause that is the opening: the first that a rulebook lists, where it has no number. */
export const openingOf = ([first]: readonly string[]): string | undefined =>
  first !== undefined && pathOf(first) === undefined ? first : undefined;

/** Its paragraphs, from the one that begins with its name if there is such a one; none, where only a title and parties stand there. */
export function openingIn(paragraphs: readonly Passage[], name: string): readonly Passage[] {
  const bare = name.normalize('NFKC').replaceAll(' ', '');
  const named = paragraphs.findIndex(({ text }) => text.startsWith(bare));
  if (named !== -1) return paragraphs.slice(named);
  return paragraphs.some(({ text }) => /[，,。；;]/u.test(text)) ? paragraphs : [];
}
