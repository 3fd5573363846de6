/** Which of the two days of a term a date is: 自…起 the first, 至…止 the last. */
import type { Term } from '../rulebook/declarations.js';
import type { Figure } from './figure.js';

export type Edge = 'first' | 'last';

/** As the words right beside it say. */
export function edgeOf(text: string, { at, written }: Figure): Edge | null {
  const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at + written.length, at + written.length + 3)];
  if (/[至到]$|截止$/u.test(before) || /^(?:为?止|届满|期满|终止)/u.test(after)) return 'last';
  return /[自从]$/u.test(before) || /^(?:起|开始|[至到][\d一二])/u.test(after) ? 'first' : null;
}

/** As the name of a term says. */
function edgeWanted({ says: { zh }, type }: Term): Edge | null {
  if (type.kind !== 'date' && type.kind !== 'instant') return null;
  const [isFirst, isLast] = [/起(?!诉)|开始/u.test(zh), /止|届满|期满|结束|到期/u.test(zh)];
  return isFirst === isLast ? null : isFirst ? 'first' : 'last';
}

/** Of several dates those that stand at the edge which the term names; all of them where none does. */
export function atItsEdge(term: Term, candidates: readonly Figure[], text: string): readonly Figure[] {
  const wanted = edgeWanted(term);
  const fitting = wanted === null ? [] : candidates.filter((one) => edgeOf(text, one) === wanted);
  return fitting.length === 0 ? candidates : fitting;
}
