/** The figures of a clause bound to what can carry them; what is left on either side. */
import type { Clause, Lead } from '../agreement/clauses.js';
import type { Passage } from '../agreement/passage.js';
import { decimal } from '../money/money.js';
import type { Term } from '../rulebook/declarations.js';
import { writeType } from '../values/type.js';
import type { Value } from '../values/value.js';
import { affinityOf, shareOf } from './affinity.js';
import type { Carriers } from './carriers.js';
import type { Expected } from './expected.js';
import type { Figure } from './figure.js';
import { ofItsKind } from './discount.js';
import { fitOf, isSameNumber, isValue, type Fit } from './fit.js';

/** A figure with the passage in which it stands. */
export interface Found {
  readonly figure: Figure;
  readonly passage: Passage;
}

export type Mismatch = {
  readonly found: Found;
  readonly expected: Expected;
  /** `unit`: another unit; `value`: another number. */
  readonly in: 'unit' | 'value';
  /** Nothing else in the clause could be meant. */
  readonly isSure: boolean;
};

export interface Binding {
  readonly bound: readonly { readonly found: Found; readonly term: Term }[];
  readonly mismatches: readonly Mismatch[];
  /** Figures that nothing of the clause carries. */
  readonly loose: readonly Found[];
  /** Terms of the clause that its text does not show. */
  readonly unshown: readonly Expected[];
  /** Terms of the clause of which nobody says what they are, and which no figure of the clause could be. */
  readonly unread: readonly { readonly term: Term; readonly found: Found | null }[];
  /** Figures any of which a term of the clause may be, where nobody says which. */
  readonly open: readonly { readonly term: Term; readonly could: readonly Found[] }[];
}

/** @param above words over several clauses, in which a term of this one may be shown */
export function bind(
  { passage }: Pick<Clause, 'passage'>,
  figures: readonly Figure[],
  above: readonly { readonly lead: Lead; readonly figures: readonly Figure[] }[],
  carriers: Carriers,
  expected: ReadonlyMap<string, Expected>,
): Binding {
  const mine = figures.map((figure) => ({ figure, passage }));
  const shared = above.flatMap(({ lead, figures: others }) => others.map((figure) => ({ figure, passage: lead.passage })));
  const valued = (terms: readonly Term[]): readonly Expected[] => terms.flatMap((term) => expected.get(term.name) ?? []);
  const home = valued(carriers.home);
  const all = [...home, ...valued(carriers.reached)];
  const fit = (figure: Figure, term: Term): Fit =>
    carriers.home.includes(term) && figures.includes(figure) && !ofItsKind(term, carriers.home, figures).includes(figure)
      ? 'no'
      : fitOf(figure, term);
  const isCarriedBy = (figure: Figure, { term, value }: Expected): boolean =>
    WELL.includes(fit(figure, term)) && isValue(figure, term.type, value);
  const bound = mine.flatMap((found) => {
    const one = all.find((term) => isCarriedBy(found.figure, term));
    return one === undefined ? [] : [{ found, term: one.term }];
  });
  const isBound = (found: Found): boolean =>
    bound.some((one) => one.found.figure === found.figure || isSameAmount(found.figure, one.found.figure)) ||
    isMadeOf(found.figure, all) ||
    [...carriers.literals].some((literal) => found.figure.value.eq(decimal(literal)) && found.figure.family === 'count') ||
    [...carriers.home, ...carriers.reached].some((term) => isInList(found.figure, term, expected.get(term.name)?.value));
  let loose = mine.filter((found) => !isBound(found) && !found.figure.isFaint);
  const shows = (one: Expected): boolean =>
    [...mine, ...shared].some(({ figure }) => isCarriedBy(figure, one)) || isSaidOtherwise(passage.text, one);
  let unshown = home.filter((one) => isShowable(one.value) && !shows(one));
  const mismatches: Mismatch[] = [];
  const settle = (found: Found, one: Expected, kind: Mismatch['in'], isSure: boolean): void => {
    mismatches.push({ found, expected: one, in: kind, isSure });
    loose = loose.filter((other) => other !== found);
    unshown = unshown.filter((other) => other !== one);
  };

  // The same number with another unit: 3日 for three working days.
  for (const one of [...unshown]) {
    const found = loose.find(({ figure }) => fit(figure, one.term) === 'other-unit' && isSameNumber(figure, one.value));
    if (found !== undefined) settle(found, one, 'unit', true);
  }
  // Another number with the same unit; where several could be meant, the words around them decide.
  for (const wanted of ['yes', 'loosely', 'other-unit'] as const) {
    for (const one of [...unshown]) {
      const could = loose.filter(({ figure }) => fit(figure, one.term) === wanted);
      const rivals = (found: Found): number => unshown.filter((other) => fit(found.figure, other.term) === wanted).length;
      const [only] = could;
      if (only === undefined) continue;
      const isSure = wanted !== 'loosely' && could.length === 1 && rivals(only) === 1;
      if (!isSure && wanted !== 'yes') continue;
      const scored = could.map((found) => ({ found, score: affinityOf(passage.text, found.figure, one.term.says.zh, figures) }));
      const best = scored.toSorted((a, b) => b.score - a.score)[0];
      if (isSure || (best !== undefined && best.score > 0))
        settle(isSure ? only : (best?.found ?? only), one, wanted === 'other-unit' ? 'unit' : 'value', isSure);
    }
  }
  const valueless = carriers.home.filter((term) => isFigure(term) && !term.optional && !expected.has(term.name));
  const fitting = (term: Term, fits: readonly Fit[], among: readonly Found[]): readonly Found[] =>
    among.filter(({ figure }) => fits.includes(fit(figure, term)));
  const open = valueless.flatMap((term) => {
    const could = fitting(term, WELL, loose);
    return could.length === 0 ? [] : [{ term, could }];
  });
  loose = loose.filter((found) => !open.some(({ could }) => could.includes(found)));
  const unread = valueless.flatMap((term) => {
    if (fitting(term, WELL, [...mine, ...shared]).length > 0) return [];
    const [found = null] = fitting(term, ['other-unit'], loose);
    loose = loose.filter((one) => one !== found);
    return [{ term, found }];
  });
  // A figure that repeats a term of another clause, and repeats it wrongly.
  for (const found of [...loose]) {
    const others = valued(carriers.reached).filter(
      ({ term, value, from }) =>
        from !== 'statute' &&
        isShowable(value) &&
        fitOf(found.figure, term) === 'yes' &&
        isMeasuredAlike(found.figure, value) &&
        shareOf(passage.text, found.figure, term.says.zh) > 0.5,
    );
    const [only] = others;
    if (only !== undefined && others.length === 1 && !bound.some(({ term }) => term === only.term)) settle(found, only, 'value', true);
  }
  return { bound, mismatches, loose, unshown, unread, open };
}

/** An amount in words, and the same in digits. */
const isSameAmount = (words: Figure, digits: Figure): boolean =>
  words.spelt !== null && digits.family === 'money' && words.value.eq(digits.value);

/** A length in days says nothing of one in months. */
const isMeasuredAlike = (figure: Figure, value: Value): boolean =>
  value.type !== 'duration' || (figure.family === 'days') === value.days > 0;

const WELL: readonly Fit[] = ['yes', 'loosely'];

/** A figure that some row of a list has, or may have where its rows are not known. */
export function isInList(figure: Figure, term: Term, value: Value | undefined): boolean {
  if (term.type.kind !== 'list') return false;
  return Object.entries(term.type.columns).some(([name, type]) => {
    if (!WELL.includes(fitOf(figure, { type, says: term.says }))) return false;
    if (value?.type !== 'list') return true;
    const cells = value.rows.flatMap((row) => row[name] ?? []);
    return cells.some((cell) => isValue(figure, type, cell)) || isTotal(figure, cells);
  });
}

/** 合计1700吨: all rows together. */
function isTotal({ value }: Figure, cells: readonly Value[]): boolean {
  const numbers = cells.flatMap((cell) => (cell.type === 'quantity' ? [cell.low] : []));
  return numbers.length > 1 && numbers.length === cells.length && numbers.reduce((sum, one) => sum.plus(one)).eq(value);
}

/** 付至95%: what a ratio of the clause leaves of the whole, or two of them together. */
function isMadeOf({ family, value }: Figure, all: readonly Expected[]): boolean {
  if (family !== 'ratio') return false;
  const ratios = all.flatMap(({ term, value: one }) => (writeType(term.type) === 'ratio' && one.type === 'quantity' ? [one.low] : []));
  return ratios.some((one, index) => decimal(1).minus(one).eq(value) || ratios.slice(index + 1).some((other) => one.plus(other).eq(value)));
}

/** Terms that a clause shows by a figure. */
const isFigure = ({ type }: Term): boolean => ['quantity', 'duration', 'date', 'instant'].includes(type.kind);

const isShowable = (value: Value): boolean =>
  value.type === 'quantity' ||
  value.type === 'duration' ||
  value.type === 'moment' ||
  (value.type === 'choice' && value.possible?.length === 1);

/** 一半 for a half, 每个合同年度 for a year; a text that stands there as it is. */
function isSaidOtherwise(text: string, { term, value }: Expected): boolean {
  if (value.type === 'choice')
    return value.possible?.[0] !== undefined && text.includes(value.possible[0].normalize('NFKC').replaceAll(' ', ''));
  if (value.type !== 'quantity') return false;
  if (value.low.eq(decimal('0.5'))) return /一半|半数/u.test(text);
  return value.low.eq(1) && writeType(term.type) === 'years' && /每(?:一?个)?[^，。；\d每]{0,6}年度/u.test(text);
}
