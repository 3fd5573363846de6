/** The candidate that a mistyped word most likely meant; undefined if none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  // A third of the word may be wrong, but never all of it.
  let least = Math.min(Math.max(1, Math.floor(word.length / 3)), Math.max(0, word.length - 1)) + 1;
  for (const candidate of candidates) {
    const edits = distance(word.toLowerCase(), candidate.toLowerCase(), least);
    if (edits < least) {
      best = candidate;
      least = edits;
    }
  }
  return best;
}

/** So many of the candidates, those that are most like the word first. */
export function mostAlike(word: string, candidates: readonly string[], most: number): readonly string[] {
  const far = word.length + Math.max(0, ...candidates.map((one) => one.length));
  return candidates
    .map((one) => ({ one, edits: distance(word.toLowerCase(), one.toLowerCase(), far) - sharedStart(word, one) }))
    .toSorted((a, b) => a.edits - b.edits)
    .slice(0, most)
    .map(({ one }) => one);
}

/** How many letters two words begin with alike. */
function sharedStart(a: string, b: string): number {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  return same;
}

/** Insertions, deletions, replacements and swaps of neighbours between two words; `most` if there are at least so many. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) >= most) return most;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (before[j - 2] ?? 0) + 1 : Infinity;
      row.push(Math.min(change, swap, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? most;
}
