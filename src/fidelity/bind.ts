/** The figures of a clause bound to what can carry them; what is left on either side. */
import type { Clause, Lead } from '../agreement/clauses.js';
import type { Passage } from '../agreement/passage.js';
import { addMonths, LAST_YEAR, partsOf, type Day } from '../calendar/day.js';
import { decimal } from '../money/money.js';
import type { Term } from '../rulebook/declarations.js';
import { writeType } from '../values/type.js';
import type { Value } from '../values/value.js';
import { affinityOf, shareOf } from './affinity.js';
import type { Carriers } from './carriers.js';
import type { Expected } from './expected.js';
import type { Figure } from './figure.js';
import { saysTime, timeOf } from './basis.js';
import { isDiscount, ofItsKind } from './discount.js';
import { fitOf, isSameNumber, isValue, type Fit } from './fit.js';
import { swappedIn, type Swapped } from './swapped.js';

/** A figure with the passage in which it stands. */
export interface Found {
  readonly figure: Figure;
  readonly passage: Passage;
}

export type Mismatch = {
  readonly found: Found;
  readonly expected: Expected;
  /** `unit`: another unit; `time`: a rate for another time; `value`: another number. */
  readonly in: 'unit' | 'time' | 'value';
  /** Nothing else in the clause could be meant. */
  readonly isSure: boolean;
};

export interface Binding {
  readonly bound: readonly { readonly found: Found; readonly term: Term }[];
  readonly mismatches: readonly Mismatch[];
  /** Figures that stand each where the other should. */
  readonly swapped: readonly Swapped[];
  /** Rates that a clause shows without saying for what time they are. */
  readonly timeless: readonly { readonly found: Found; readonly expected: Expected }[];
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
  const reached = valued(carriers.reached);
  const carrierOf = (found: Found): Expected | undefined =>
    home.find((one) => fit(found.figure, one.term) === 'yes' && isCarriedBy(found.figure, one)) ??
    home.find((one) => isCarriedBy(found.figure, one));
  const otherCarrierOf = ({ figure }: Found): Expected | undefined =>
    reached.find(
      (one) =>
        isCarriedBy(figure, one) &&
        // Three months are no three times: the words beside them must say so.
        (fit(figure, one.term) === 'yes' || affinityOf(passage.text, figure, one.term.says.zh, figures) > 0),
    );
  const atHome = new Map(mine.flatMap((found) => [[found, carrierOf(found)] as const]));
  const bound = mine.flatMap((found) => {
    const one = atHome.get(found) ?? otherCarrierOf(found);
    return one === undefined ? [] : [{ found, term: one.term }];
  });
  const isBound = (found: Found): boolean =>
    bound.some((one) => one.found.figure === found.figure || isSameAmount(found.figure, one.found.figure)) ||
    isMadeOf(found.figure, all) ||
    isEndOf(found.figure, all) ||
    [...carriers.literals].some((literal) => found.figure.value.eq(decimal(literal)) && found.figure.family === 'count') ||
    [...carriers.home, ...carriers.reached].some((term) => isInList(found, term, expected.get(term.name)?.value));
  const lists = all.filter(({ term }) => term.type.kind === 'list');
  const isListed = (found: Found, { term, value }: Expected): boolean => isInList(found, term, value);
  let loose = mine.filter((found) => !isBound(found) && !found.figure.isFaint);
  const shows = (one: Expected): boolean =>
    [...mine, ...shared].some(({ figure }) => isCarriedBy(figure, one)) ||
    isSaidOtherwise(passage.text, one) ||
    isShownTogether(one, mine, all);
  let unshown = home.filter((one) => isShowable(one.value) && !shows(one));
  const mismatches: Mismatch[] = [];
  const settle = (found: Found, one: Expected, kind: Mismatch['in'], isSure: boolean): void => {
    mismatches.push({ found, expected: one, in: kind, isSure });
    loose = loose.filter((other) => other !== found);
    unshown = unshown.filter((other) => other !== one);
  };
  /** Figures that only a term of another clause has carried so far. */
  const borrowed = (): readonly Found[] =>
    mine.filter(
      (found) =>
        atHome.get(found) === undefined &&
        !loose.includes(found) &&
        !found.figure.isFaint &&
        mismatches.every((one) => one.found !== found),
    );

  // The same number with another unit: 3日 for three working days, or for another time: 每月 for 每日.
  for (const among of [() => loose, borrowed])
    for (const one of [...unshown]) {
      const found = among().find(
        ({ figure }) => OTHERWISE.includes(fit(figure, one.term)) && isSameNumber(figure, one.value) && !isCarriedBy(figure, one),
      );
      if (found !== undefined) settle(found, one, fit(found.figure, one.term) === 'other-time' ? 'time' : 'unit', true);
    }
  // Another number with the same unit; where several could be meant, the words around them decide.
  for (const wanted of ['yes', 'loosely', 'other-unit', 'other-time'] as const) {
    for (const one of [...unshown]) {
      const could = loose.filter(({ figure }) => fit(figure, one.term) === wanted);
      const rivals = (found: Found): number => unshown.filter((other) => fit(found.figure, other.term) === wanted).length;
      const [only] = could;
      if (only === undefined) continue;
      const isSure = wanted !== 'loosely' && could.length === 1 && rivals(only) === 1;
      if (!isSure && wanted !== 'yes') continue;
      const scored = could.map((found) => ({ found, score: affinityOf(passage.text, found.figure, one.term.says.zh, figures) }));
      const best = scored.toSorted((a, b) => b.score - a.score)[0];
      if (isSure || (best !== undefined && best.score > 0)) settle(isSure ? only : (best?.found ?? only), one, kindOf(wanted), isSure);
    }
  }
  // A figure that only by chance is that of another clause.
  for (const one of [...unshown]) {
    const could = borrowed().filter(({ figure }) => fit(figure, one.term) === 'yes');
    const [only] = could;
    if (only !== undefined && could.length === 1) settle(only, one, 'value', false);
  }
  // One figure for two terms, where another is there that may be meant for one of them.
  for (const [index, one] of home.entries())
    for (const other of home.slice(index + 1)) {
      const both = mine.filter(({ figure }) => isCarriedBy(figure, one) && isCarriedBy(figure, other));
      if (both.length !== 1 || mine.some((found) => !both.includes(found) && [one, other].some((term) => isCarriedBy(found.figure, term))))
        continue;
      const found = [...loose, ...borrowed()].find(({ figure }) => [one, other].some(({ term }) => fit(figure, term) === 'yes'));
      const meant = [one, other].find(({ term }) => found !== undefined && fit(found.figure, term) === 'yes');
      if (found !== undefined && meant !== undefined) settle(found, meant, 'value', false);
    }
  // A table of the clause shows its rows; it shows no term whose place another figure of the sentences has taken.
  for (const one of home) {
    const showing = mine.filter(({ figure }) => isCarriedBy(figure, one));
    if (showing.length === 0 || !showing.every((found) => lists.some((list) => isInRow(found) && isListed(found, list)))) continue;
    const [only, ...more] = mine.filter(
      (found) =>
        !isInRow(found) &&
        !found.figure.isFaint &&
        found.figure.family === showing[0]?.figure.family &&
        WELL.includes(fit(found.figure, one.term)) &&
        !bound.some((other) => other.found === found) &&
        lists.some((list) => isListed(found, list)),
    );
    if (only !== undefined && more.length === 0) settle(only, one, 'value', false);
  }
  // What a statute says no clause has the wrong way round.
  const told = all.filter(({ from, value }) => !['text', 'statute'].includes(from) && isShowable(value));
  const swapped = swappedIn(
    passage.text,
    mine,
    told.filter((one) => home.includes(one) || mine.some(({ figure }) => fit(figure, one.term) === 'yes' && isCarriedBy(figure, one))),
  );
  const timeless = home.flatMap((one): Binding['timeless'] => {
    const time = timeOf(one.term);
    if (time === null || writeType(one.term.type) === 'ratio' || !writeType(one.term.type).startsWith('ratio')) return [];
    const found = mine.find(({ figure }) => isCarriedBy(figure, one));
    if (found === undefined || found.figure.time !== null) return [];
    return [passage, ...above.map(({ lead }) => lead.passage)].some(({ text }) => saysTime(text, time)) ? [] : [{ found, expected: one }];
  });
  const valueless = carriers.home.filter((term) => isFigure(term) && !term.optional && !expected.has(term.name));
  const fitting = (term: Term, fits: readonly Fit[], among: readonly Found[]): readonly Found[] =>
    among.filter(({ figure }) => fits.includes(fit(figure, term)));
  const open = valueless.flatMap((term) => {
    const could = fitting(term, WELL, loose);
    return could.length === 0 ? [] : [{ term, could }];
  });
  loose = loose.filter((found) => !open.some(({ could }) => could.includes(found)));
  // What a rule of the clause comes to may be said here, and not in the clause of the term.
  const lent = carriers.reached.flatMap((term) => {
    if (!isFigure(term) || term.optional || expected.has(term.name)) return [];
    const could = fitting(term, ['yes'], loose).filter(({ figure }) => affinityOf(passage.text, figure, term.says.zh, figures) > 0);
    return could.length === 0 ? [] : [{ term, could }];
  });
  loose = loose.filter((found) => !lent.some(({ could }) => could.includes(found)));
  const unread = valueless.flatMap((term) => {
    if (fitting(term, WELL, [...mine, ...shared]).length > 0) return [];
    if (writeType(term.type) === 'years' && EACH_YEAR.test(passage.text)) return [];
    const [found = null] = fitting(term, ['other-unit', 'other-time'], loose);
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
  return { bound, mismatches, swapped, timeless, loose, unshown, unread, open: [...open, ...lent] };
}

/** An amount in words, and the same in digits. */
const isSameAmount = (words: Figure, digits: Figure): boolean =>
  words.spelt !== null && digits.family === 'money' && words.value.eq(digits.value);

/** A length in days says nothing of one in months. */
const isMeasuredAlike = (figure: Figure, value: Value): boolean =>
  value.type !== 'duration' || (figure.family === 'days') === value.days > 0;

const WELL: readonly Fit[] = ['yes', 'loosely'];
/** Where the same number is another thing: 480小时 for 480 minutes as well, which might be meant loosely. */
const OTHERWISE: readonly Fit[] = ['other-unit', 'other-time', 'loosely'];
const kindOf = (fit: Fit): Mismatch['in'] => (fit === 'other-unit' ? 'unit' : fit === 'other-time' ? 'time' : 'value');

/** A figure that some row of a list has, or may have where its rows are not known. */
export function isInList({ figure, passage }: Found, term: Term, value: Value | undefined): boolean {
  if (term.type.kind !== 'list') return false;
  if (Object.values(term.type.columns).some(({ kind }) => kind === 'text') && isRowName(figure, passage)) return true;
  return Object.entries(term.type.columns).some(([name, type]) => {
    if (!WELL.includes(fitOf(figure, { type, says: term.says }))) return false;
    if (value?.type !== 'list') return true;
    const cells = value.rows.flatMap((row) => row[name] ?? []);
    return cells.some((cell) => isValue(figure, type, cell)) || isTotal(figure, cells);
  });
}

/** Whether a figure stands in a row of a table. */
const isInRow = ({ figure: { at }, passage: { rows, text } }: Found): boolean =>
  rows.some((row) => row.at <= at && !text.slice(row.at, at).includes('\n'));

/** 二档, which is all that stands in the first cell of a row: what the row is called. */
const isRowName = ({ at, written }: Figure, { rows }: Passage): boolean =>
  rows.some((row) => row.at === at && row.cells[0]?.normalize('NFKC').replaceAll(' ', '') === written);

/** 合计1700吨: all rows together. */
function isTotal({ value }: Figure, cells: readonly Value[]): boolean {
  const numbers = cells.flatMap((cell) => (cell.type === 'quantity' ? [cell.low] : []));
  return numbers.length > 1 && numbers.length === cells.length && numbers.reduce((sum, one) => sum.plus(one)).eq(value);
}

/** 付至95%: what a ratio of the clause leaves of the whole, or two of them together. */
function isMadeOf(figure: Figure, all: readonly Expected[]): boolean {
  const { family, value } = figure;
  // 九五折 is no remainder of five per cent.
  if (family !== 'ratio' || isDiscount(figure)) return false;
  const ratios = all.flatMap(({ term, value: one }) => (writeType(term.type) === 'ratio' && one.type === 'quantity' ? [one.low] : []));
  return ratios.some((one, index) => decimal(1).minus(one).eq(value) || ratios.slice(index + 1).some((other) => one.plus(other).eq(value)));
}

/** 至2026年3月14日止: the last day of a length of the clause from a day of it, or the day behind it. */
function isEndOf({ family, value }: Figure, all: readonly Expected[]): boolean {
  const starts = all.flatMap(({ value: one }) => (one.type === 'moment' && one.grain === 'day' ? [one.earliest as Day] : []));
  const months = all.flatMap(({ term, value: one }) => {
    if (one.type === 'duration') return one.days === 0 ? [one.months] : [];
    const factor = { months: 1, years: 12 }[writeType(term.type)];
    return one.type === 'quantity' && factor !== undefined ? [one.low.times(factor).toNumber()] : [];
  });
  return family === 'date' && starts.some((start) => months.some((many) => isBehind(value.toNumber(), start, many)));
}

/** Whether a day is the last of so many months, or the one behind them; no day is where the calendar has ended. */
function isBehind(day: number, start: Day, many: number): boolean {
  if (!Number.isInteger(many) || partsOf(start).year + many / 12 >= LAST_YEAR) return false;
  const end = addMonths(start, many);
  return day === end || day === end - 1;
}

/** 95%, of which 30% before: two ratios together show each of them. */
const isShownTogether = (one: Expected, mine: readonly Found[], all: readonly Expected[]): boolean => {
  const { term, value } = one;
  if (writeType(term.type) !== 'ratio' || value.type !== 'quantity') return false;
  return all.some(
    (other) =>
      other !== one &&
      writeType(other.term.type) === 'ratio' &&
      other.value.type === 'quantity' &&
      [other.value.low, other.value.low.plus(value.low)].every((wanted) =>
        mine.some(({ figure }) => figure.family === 'ratio' && figure.value.eq(wanted)),
      ),
  );
};

/** Terms that a clause shows by a figure. */
const isFigure = ({ type }: Term): boolean => ['quantity', 'duration', 'date', 'instant'].includes(type.kind);

const isShowable = (value: Value): boolean =>
  value.type === 'quantity' ||
  value.type === 'duration' ||
  value.type === 'moment' ||
  (value.type === 'choice' && value.possible?.length === 1);

const EACH_YEAR = /每(?:一?个)?[^，。；\d每]{0,6}年度|每(?:届?满)?[一1]年/u;

/** 一半 for a half, 每个合同年度 for a year; a text that stands there as it is. */
function isSaidOtherwise(text: string, { term, value }: Expected): boolean {
  if (value.type === 'choice')
    return value.possible?.[0] !== undefined && text.includes(value.possible[0].normalize('NFKC').replaceAll(' ', ''));
  if (value.type !== 'quantity') return false;
  if (value.low.eq(decimal('0.5'))) return /一半|半数/u.test(text);
  return value.low.eq(1) && writeType(term.type) === 'years' && EACH_YEAR.test(text);
}
