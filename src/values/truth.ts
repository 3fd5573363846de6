/** What can be said of a statement: it holds, it does not, or the records do not tell. */
export type Truth = 'yes' | 'no' | 'unknown';

export const truth = (holds: boolean): Truth => (holds ? 'yes' : 'no');

export const negated = (t: Truth): Truth => (t === 'yes' ? 'no' : t === 'no' ? 'yes' : 'unknown');

/** Kleene's strong conjunction: one "no" decides, whatever is unknown beside it. */
export function allOf(truths: Iterable<Truth>): Truth {
  let result: Truth = 'yes';
  for (const t of truths) {
    if (t === 'no') return 'no';
    if (t === 'unknown') result = 'unknown';
  }
  return result;
}

/** Kleene's strong disjunction. */
export function anyOf(truths: Iterable<Truth>): Truth {
  let result: Truth = 'no';
  for (const t of truths) {
    if (t === 'yes') return 'yes';
    if (t === 'unknown') result = 'unknown';
  }
  return result;
}
