/** Whether the words right beside a figure call it as a term is called: 余3%作为质保金. */
import type { Term } from '../rulebook/declarations.js';
import { pairsOf } from './affinity.js';
import type { Figure } from './figure.js';
import { fitOf } from './fit.js';

/** What kind of number a term is, which the text leaves to its unit. */
const KIND = /(?:比例|比率|期限|期间|天数|日数|金额|标准)$/u;
const BEFORE = 24;
const BEHIND = 14;

/** What a term is called, without its kind of number. */
const coreOf = ({ says }: Pick<Term, 'says'>): string => says.zh.replace(KIND, '');

/** All of what the term is called, in one part of the sentence that has no other figure. */
export function isNamed(text: string, figure: Figure, figures: readonly Figure[], term: Pick<Term, 'says'>): boolean {
  const pairs = pairsOf(coreOf(term));
  const end = figure.at + figure.written.length;
  const from = Math.max(0, figure.at - BEFORE, ...figures.map((one) => one.at + one.written.length).filter((at) => at <= figure.at));
  const to = Math.min(end + BEHIND, ...figures.map(({ at }) => at).filter((at) => at >= end));
  const before = text.slice(from, figure.at).split(PART).at(-1) ?? '';
  const behind = text.slice(end, to).split(PART)[0] ?? '';
  return pairs.length > 0 && [before, behind].some((part) => pairs.every((pair) => part.includes(pair)));
}

const PART = /[，。；,;\n\t]/u;

/** Whether the words call it as another term is called that says more: 5%作为质保金返还 of 质保金 and of 质保金返还. */
export const isAnothers = (text: string, figure: Figure, figures: readonly Figure[], term: Term, all: Iterable<Term>): boolean =>
  [...all].some(
    (other) =>
      other !== term && !coreOf(term).includes(coreOf(other)) && fitOf(figure, other) === 'yes' && isNamed(text, figure, figures, other),
  );
