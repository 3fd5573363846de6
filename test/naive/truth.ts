/** Three values: it holds, it does not, the records do not tell. */
export type Truth = 'yes' | 'no' | 'unknown';

export const sure = (holds: boolean): Truth => (holds ? 'yes' : 'no');
export const not = (truth: Truth): Truth => (truth === 'unknown' ? 'unknown' : sure(truth === 'no'));
export const every = (truths: readonly Truth[]): Truth => (truths.includes('no') ? 'no' : truths.includes('unknown') ? 'unknown' : 'yes');
export const some = (truths: readonly Truth[]): Truth => (truths.includes('yes') ? 'yes' : truths.includes('unknown') ? 'unknown' : 'no');
