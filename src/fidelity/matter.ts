/** Whether a chapter of the text is of the same matter as the rulebook's of that number: where it is of another, nothing is read by its number. */
import type { Agreement } from '../agreement/clauses.js';
import { pathOf } from '../agreement/label.js';
import type { Passage } from '../agreement/passage.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { pairsOf } from './affinity.js';

/** The chapter of a clause; undefined for an opening, which has no number. */
export const chapterOf = (clause: string): number | undefined => pathOf(clause)?.[0];

/** The numbers of chapters that are of another matter, each with the part of the text that comes nearest to it, if one does. */
export function chaptersAstray(agreement: Agreement, rulebook: Rulebook): ReadonlyMap<number, Passage | null> {
  const wanted = wordsWanted(rulebook);
  const weights = weightsOf([...wanted.values()]);
  const texts = new Map<number, { readonly heading: Passage | undefined; text: string }>();
  for (const { path, paragraphs } of agreement.outline.sections) {
    const chapter = path[0] ?? 0;
    const one = texts.get(chapter) ?? { heading: paragraphs[0], text: '' };
    one.text += paragraphs.map(({ text }) => `\n${text}`).join('');
    texts.set(chapter, one);
  }
  const score = (words: ReadonlySet<string>, text: string): number =>
    [...words].reduce((sum, word) => sum + (text.includes(word) ? (weights.get(word) ?? 0) : 0), 0);
  const astray = new Map<number, Passage | null>();
  for (const [chapter, words] of wanted) {
    const own = texts.get(chapter);
    if (own === undefined) continue;
    const its = score(words, own.text);
    const others = [...texts].flatMap(([number, one]) => (number === chapter ? [] : [{ ...one, score: score(words, one.text) }]));
    const [best] = others.toSorted((a, b) => b.score - a.score);
    if (its === 0 || (best !== undefined && its * 2 < best.score))
      astray.set(chapter, best === undefined || best.score <= its ? null : (best.heading ?? null));
  }
  return astray;
}

/** What the terms and rules of each chapter speak of; a chapter without terms has nothing that could be read. */
function wordsWanted({ declared, rules }: Rulebook): ReadonlyMap<number, ReadonlySet<string>> {
  const wanted = new Map<number, Set<string>>();
  for (const { clause, statute, says } of declared.terms.values()) {
    const chapter = clause === null || statute ? undefined : chapterOf(clause);
    if (chapter !== undefined) wanted.set(chapter, new Set([...(wanted.get(chapter) ?? []), ...pairsOf(says.zh)]));
  }
  for (const { clause, title } of rules) for (const pair of pairsOf(title.zh)) wanted.get(chapterOf(clause) ?? 0)?.add(pair);
  return wanted;
}

/** What many chapters say tells them less apart. */
function weightsOf(all: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const words of all) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, 1 / count]));
}
