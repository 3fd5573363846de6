/** 九五折: a ratio, which a term that speaks of a discount means and the others beside it do not. */
import type { Term } from '../rulebook/declarations.js';
import type { Figure } from './figure.js';

/** Whether a ratio is written as a discount. */
export const isDiscount = ({ family, written }: Figure): boolean => family === 'ratio' && written.endsWith('折');

const wantsDiscount = ({ says }: Term): boolean => /折(?![旧算合叠])/u.test(says.zh);

/** Of several figures those that a term may mean, where a discount and another ratio stand side by side. */
export function ofItsKind(term: Term, beside: readonly Term[], figures: readonly Figure[]): readonly Figure[] {
  if (!beside.some(wantsDiscount) || !figures.some(isDiscount)) return figures;
  const wanted = wantsDiscount(term);
  return figures.filter((one) => one.family !== 'ratio' || isDiscount(one) === wanted);
}
