/** The figures of a clause bound to what can carry them; what is left on either side. */
import type { Clause } from '../agreement/clauses.js';
import type { Term } from '../rulebook/declarations.js';
import { writeType } from '../values/type.js';
import type { Value } from '../values/value.js';
import { shareOf } from './affinity.js';
import { saysTime, timeOf } from './basis.js';
import type { Binding, Found, Mismatch, Open, Swapped } from './binding.js';
import type { Carriers } from './carriers.js';
import type { Expected } from './expected.js';
import type { Figure } from './figure.js';
import { fitOf, isMultipleSaid, isSameNumber, WELL, type Fit } from './fit.js';
import { isInList, isInRow } from './in-list.js';
import { isShowable, saysEachYear, Scope, type Above } from './scope.js';
import { isSum, isSumOfSentence, sumMeant } from './sums.js';
import { swappedIn } from './swapped.js';

/** @param above words over several clauses, in which a term of this one may be shown */
export function bind(
  clause: Pick<Clause, 'passage'>,
  figures: readonly Figure[],
  above: readonly Above[],
  carriers: Carriers,
  expected: ReadonlyMap<string, Expected>,
): Binding {
  const scope = new Scope(clause, figures, above, carriers, expected);
  const left = new Left(scope);
  left.drop(left.loose.filter((found) => isSumOfSentence(found, scope)));
  settleOtherUnits(scope, left);
  settleOtherNumbers(scope, left);
  settleBorrowed(scope, left);
  settleShared(scope, left);
  settleOutsideTables(scope, left);
  const valueless = carriers.home.filter((term) => isFigure(term) && !term.optional && !expected.has(term.name));
  const open = [...openAtHome(valueless, scope, left), ...openElsewhere(scope, left)];
  const unread = unreadIn(valueless, scope, left);
  settleRepeated(scope, left);
  left.drop(left.loose.filter((found) => isSum(found, scope)));
  const miscounted = miscountedIn(scope, left);
  const { mismatches, loose, unshown } = left;
  return {
    bound: scope.bound,
    mismatches,
    swapped: swappedOf(scope),
    timeless: timelessOf(scope),
    loose,
    miscounted,
    unshown,
    unread,
    open,
  };
}

/** What is left to be said of the figures and the terms of a clause; each is settled once. */
class Left {
  readonly mismatches: Mismatch[] = [];
  readonly #scope: Scope;
  loose: readonly Found[];
  unshown: readonly Expected[];

  constructor(scope: Scope) {
    this.#scope = scope;
    this.loose = scope.looseAtFirst();
    this.unshown = scope.unshownAtFirst();
  }

  /** Figures that only a term of another clause has carried so far. */
  get borrowed(): readonly Found[] {
    return this.#scope.mine.filter(
      (found) =>
        this.#scope.atHome.get(found) === undefined &&
        !this.loose.includes(found) &&
        !found.figure.isFaint &&
        this.mismatches.every((one) => one.found !== found),
    );
  }

  settle(found: Found, one: Expected, kind: Mismatch['in'], isSure: boolean): void {
    this.mismatches.push({ found, expected: one, in: kind, isSure });
    this.drop([found]);
    this.unshown = this.unshown.filter((other) => other !== one);
  }

  /** Figures of which something else is said. */
  drop(figures: readonly Found[]): void {
    this.loose = this.loose.filter((one) => !figures.includes(one));
  }
}

/** The same number with another unit: 3日 for three working days, or for another time: 每月 for 每日. */
function settleOtherUnits(scope: Scope, left: Left): void {
  for (const among of [() => left.loose, () => left.borrowed])
    for (const one of left.unshown) {
      const found = among().find(
        ({ figure }) =>
          OTHERWISE.includes(scope.fit(figure, one.term)) && isSameNumber(figure, one.value) && !scope.isCarriedBy(figure, one),
      );
      if (found !== undefined) left.settle(found, one, scope.fit(found.figure, one.term) === 'other-time' ? 'time' : 'unit', true);
    }
}

/** Another number with the same unit; where several could be meant, the words around them decide. */
function settleOtherNumbers(scope: Scope, left: Left): void {
  for (const wanted of ['yes', 'loosely', 'other-unit', 'other-time'] as const)
    for (const one of left.unshown) {
      const could = left.loose.filter(({ figure }) => scope.fit(figure, one.term) === wanted);
      const rivals = (found: Found): number => left.unshown.filter((other) => scope.fit(found.figure, other.term) === wanted).length;
      const [only] = could;
      if (only === undefined) continue;
      const isSure = wanted !== 'loosely' && could.length === 1 && rivals(only) === 1;
      const isMultiple = wanted === 'loosely' && could.length === 1 && rivals(only) === 1 && saysMultiple(scope, only, one);
      if (isMultiple) left.settle(only, one, 'value', false);
      if (isMultiple || (!isSure && wanted !== 'yes')) continue;
      const scored = could.map((found) => ({ found, score: scope.affinity(found.figure, one.term) }));
      const best = scored.toSorted((a, b) => b.score - a.score)[0];
      if (isSure || (best !== undefined && best.score > 0)) left.settle(isSure ? only : (best?.found ?? only), one, kindOf(wanted), isSure);
    }
}

/** 三个月租金, where the term is so many times the rent of a month. */
const saysMultiple = (scope: Scope, { figure }: Found, { term }: Expected): boolean =>
  figure.family === 'months' && isMultipleSaid(figure, term, scope.passage.text) && scope.affinity(figure, term) > 0;

/** A figure that only by chance is that of another clause. */
function settleBorrowed(scope: Scope, left: Left): void {
  for (const one of left.unshown) {
    const [only, ...more] = left.borrowed.filter(({ figure }) => scope.fit(figure, one.term) === 'yes');
    if (only !== undefined && more.length === 0) left.settle(only, one, 'value', false);
  }
}

/** One figure for two terms, where another is there that may be meant for one of them. */
function settleShared(scope: Scope, left: Left): void {
  const { home, mine } = scope;
  for (const [index, one] of home.entries())
    for (const other of home.slice(index + 1)) {
      const pair = [one, other];
      const [both, ...more] = mine.filter(({ figure }) => pair.every((each) => scope.isCarriedBy(figure, each)));
      if (both === undefined || more.length > 0) continue;
      if (mine.some((found) => found !== both && pair.some((each) => scope.isCarriedBy(found.figure, each)))) continue;
      const found = [...left.loose, ...left.borrowed].find(({ figure }) => pair.some(({ term }) => scope.fit(figure, term) === 'yes'));
      const meant = pair.find(({ term }) => found !== undefined && scope.fit(found.figure, term) === 'yes');
      if (found !== undefined && meant !== undefined) left.settle(found, meant, 'value', false);
    }
}

/** A table of the clause shows its rows; it shows no term whose place another figure of the sentences has taken. */
function settleOutsideTables(scope: Scope, left: Left): void {
  const { home, mine, bound } = scope;
  const lists = scope.all.filter(({ term }) => term.type.kind === 'list');
  const isListed = (found: Found): boolean => lists.some(({ term, value }) => isInList(found, term, value));
  for (const one of home) {
    const showing = mine.filter(({ figure }) => scope.isCarriedBy(figure, one));
    if (showing.length === 0 || !showing.every((found) => isInRow(found) && isListed(found))) continue;
    const [only, ...more] = mine.filter(
      (found) =>
        !isInRow(found) &&
        !found.figure.isFaint &&
        found.figure.family === showing[0]?.figure.family &&
        WELL.includes(scope.fit(found.figure, one.term)) &&
        !bound.some((other) => other.found === found) &&
        isListed(found),
    );
    if (only !== undefined && more.length === 0) left.settle(only, one, 'value', false);
  }
}

/** What a statute says no clause has the wrong way round. */
function swappedOf(scope: Scope): readonly Swapped[] {
  const { home, mine } = scope;
  const told = scope.all.filter(({ from, value }) => !['text', 'statute'].includes(from) && isShowable(value));
  return swappedIn(
    scope.passage.text,
    mine,
    told.filter(
      (one) => home.includes(one) || mine.some(({ figure }) => scope.fit(figure, one.term) === 'yes' && scope.isCarriedBy(figure, one)),
    ),
  );
}

/** Rates of the clause for which it nowhere says a time. */
function timelessOf(scope: Scope): Binding['timeless'] {
  const texts = [scope.passage, ...scope.above.map(({ lead }) => lead.passage)].map(({ text }) => text);
  return scope.home.flatMap((one): Binding['timeless'] => {
    const [time, type] = [timeOf(one.term), writeType(one.term.type)];
    if (time === null || type === 'ratio' || !type.startsWith('ratio')) return [];
    const found = scope.mine.find(({ figure }) => scope.isCarriedBy(figure, one));
    if (found === undefined || found.figure.time !== null) return [];
    return texts.some((text) => saysTime(text, time)) ? [] : [{ found, expected: one }];
  });
}

const fitting = (scope: Scope, term: Term, fits: readonly Fit[], among: readonly Found[]): readonly Found[] =>
  among.filter(({ figure }) => fits.includes(scope.fit(figure, term)));

/** Figures that a term of the clause may be of which nobody says what it is. */
function openAtHome(valueless: readonly Term[], scope: Scope, left: Left): readonly Open[] {
  const open = valueless.flatMap((term) => {
    const could = fitting(scope, term, WELL, left.loose);
    return could.length === 0 ? [] : [{ term, could }];
  });
  left.drop(open.flatMap(({ could }) => could));
  return open;
}

/** What a rule of the clause comes to may be said here, and not in the clause of the term. */
function openElsewhere(scope: Scope, left: Left): readonly Open[] {
  const open = scope.carriers.reached.flatMap((term) => {
    if (!isFigure(term) || term.optional || scope.expected.has(term.name)) return [];
    const could = fitting(scope, term, ['yes'], left.loose).filter(({ figure }) => scope.affinity(figure, term) > 0);
    return could.length === 0 ? [] : [{ term, could }];
  });
  left.drop(open.flatMap(({ could }) => could));
  return open;
}

/** Terms of which nobody says what they are, and that the clause does not show. */
function unreadIn(valueless: readonly Term[], scope: Scope, left: Left): Binding['unread'] {
  return valueless.flatMap((term) => {
    if (fitting(scope, term, WELL, [...scope.mine, ...scope.shared]).length > 0) return [];
    if (writeType(term.type) === 'years' && saysEachYear(scope.passage.text)) return [];
    const [found = null] = fitting(scope, term, ['other-unit', 'other-time'], left.loose);
    if (found !== null) left.drop([found]);
    return [{ term, found }];
  });
}

/** A figure that repeats a term of another clause, and repeats it wrongly. */
function settleRepeated(scope: Scope, left: Left): void {
  for (const found of left.loose) {
    const [only, ...more] = scope.reached.filter(
      ({ term, value, from }) =>
        from !== 'statute' &&
        isShowable(value) &&
        fitOf(found.figure, term) === 'yes' &&
        isMeasuredAlike(found.figure, value) &&
        shareOf(scope.passage.text, found.figure, term.says.zh) > 0.5,
    );
    if (only !== undefined && more.length === 0 && !scope.bound.some(({ term }) => term === only.term))
      left.settle(found, only, 'value', true);
  }
}

/** What is called a sum and is none; nothing else is said of it. */
function miscountedIn(scope: Scope, left: Left): Binding['miscounted'] {
  const miscounted = left.loose.flatMap((found) => {
    const sum = sumMeant(found, scope);
    return sum === undefined ? [] : [{ found, sum }];
  });
  left.drop(miscounted.map(({ found }) => found));
  return miscounted;
}

/** A length in days says nothing of one in months. */
const isMeasuredAlike = (figure: Figure, value: Value): boolean =>
  value.type !== 'duration' || (figure.family === 'days') === value.days > 0;

/** Where the same number is another thing: 480小时 for 480 minutes as well, which might be meant loosely. */
const OTHERWISE: readonly Fit[] = ['other-unit', 'other-time', 'loosely'];
const kindOf = (fit: Fit): Mismatch['in'] => (fit === 'other-unit' ? 'unit' : fit === 'other-time' ? 'time' : 'value');

/** Terms that a clause shows by a figure. */
const isFigure = ({ type }: Term): boolean => ['quantity', 'duration', 'date', 'instant'].includes(type.kind);
