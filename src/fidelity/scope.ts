/** What figures of a clause there are, and what there is that may carry them. */
import type { Clause, Lead } from '../agreement/clauses.js';
import type { Passage } from '../agreement/passage.js';
import { decimal } from '../money/money.js';
import type { Term } from '../rulebook/declarations.js';
import { writeType } from '../values/type.js';
import type { Value } from '../values/value.js';
import { affinityOf } from './affinity.js';
import type { Bound, Found } from './binding.js';
import type { Carriers } from './carriers.js';
import { ofItsKind } from './discount.js';
import type { Expected } from './expected.js';
import type { Figure } from './figure.js';
import { fitOf, isValue, WELL, type Fit } from './fit.js';
import { isInList } from './in-list.js';
import { isEndOf, isMadeOf, isShownTogether } from './made-of.js';

/** Words over several clauses, in which a term of each may be shown. */
export interface Above {
  readonly lead: Lead;
  readonly figures: readonly Figure[];
}

export class Scope {
  readonly passage: Passage;
  readonly figures: readonly Figure[];
  readonly above: readonly Above[];
  readonly carriers: Carriers;
  readonly expected: ReadonlyMap<string, Expected>;
  /** The figures of the clause, and those above it. */
  readonly mine: readonly Found[];
  readonly shared: readonly Found[];
  /** What the terms of the clause should be, what those that its rules come to should, and both. */
  readonly home: readonly Expected[];
  readonly reached: readonly Expected[];
  readonly all: readonly Expected[];
  /** The term of the clause itself that carries a figure. */
  readonly atHome: ReadonlyMap<Found, Expected | undefined>;
  readonly bound: readonly Bound[];

  constructor(
    { passage }: Pick<Clause, 'passage'>,
    figures: readonly Figure[],
    above: readonly Above[],
    carriers: Carriers,
    expected: ReadonlyMap<string, Expected>,
  ) {
    const valued = (terms: readonly Term[]): readonly Expected[] => terms.flatMap((term) => expected.get(term.name) ?? []);
    this.passage = passage;
    this.figures = figures;
    this.above = above;
    this.carriers = carriers;
    this.expected = expected;
    this.mine = figures.map((figure) => ({ figure, passage }));
    this.shared = above.flatMap(({ lead, figures: others }) => others.map((figure) => ({ figure, passage: lead.passage })));
    this.home = valued(carriers.home);
    this.reached = valued(carriers.reached);
    this.all = [...this.home, ...this.reached];
    this.atHome = new Map(this.mine.map((found) => [found, this.#carrierOf(found)]));
    this.bound = this.mine.flatMap((found) => {
      const one = this.atHome.get(found) ?? this.#otherCarrierOf(found);
      return one === undefined ? [] : [{ found, term: one.term }];
    });
  }

  fit(figure: Figure, term: Term): Fit {
    const { home } = this.carriers;
    const isOfAnother = home.includes(term) && this.figures.includes(figure) && !ofItsKind(term, home, this.figures).includes(figure);
    return isOfAnother ? 'no' : fitOf(figure, term);
  }

  isCarriedBy(figure: Figure, { term, value }: Expected): boolean {
    return WELL.includes(this.fit(figure, term)) && isValue(figure, term.type, value);
  }

  affinity(figure: Figure, term: Term): number {
    return affinityOf(this.passage.text, figure, term.says.zh, this.figures);
  }

  /** Figures that nothing carries. */
  looseAtFirst(): readonly Found[] {
    return this.mine.filter((found) => !this.#isBound(found) && !found.figure.isFaint);
  }

  /** Terms that the clause should show and does not. */
  unshownAtFirst(): readonly Expected[] {
    return this.home.filter((one) => isShowable(one.value) && !this.#shows(one));
  }

  #carrierOf({ figure }: Found): Expected | undefined {
    return (
      this.home.find((one) => this.fit(figure, one.term) === 'yes' && this.isCarriedBy(figure, one)) ??
      this.home.find((one) => this.isCarriedBy(figure, one))
    );
  }

  #otherCarrierOf({ figure }: Found): Expected | undefined {
    return this.reached.find(
      (one) =>
        this.isCarriedBy(figure, one) &&
        // Three months are no three times: the words beside them must say so.
        (this.fit(figure, one.term) === 'yes' || this.affinity(figure, one.term) > 0),
    );
  }

  #isBound(found: Found): boolean {
    const { home, reached, literals } = this.carriers;
    return (
      this.bound.some((one) => one.found.figure === found.figure || isSameAmount(found.figure, one.found.figure)) ||
      isMadeOf(found.figure, this.home, this.all) ||
      isEndOf(found.figure, this.all) ||
      [...literals].some((literal) => found.figure.value.eq(decimal(literal)) && found.figure.family === 'count') ||
      [...home, ...reached].some((term) => isInList(found, term, this.expected.get(term.name)?.value))
    );
  }

  #shows(one: Expected): boolean {
    return (
      [...this.mine, ...this.shared].some(({ figure }) => this.isCarriedBy(figure, one)) ||
      isSaidOtherwise(this.passage.text, one) ||
      isShownTogether(one, this.mine, this.all)
    );
  }
}

/** An amount in words, and the same in digits. */
const isSameAmount = (words: Figure, digits: Figure): boolean =>
  words.spelt !== null && digits.family === 'money' && words.value.eq(digits.value);

/** Whether a clause can show it by a figure or by its words. */
export const isShowable = (value: Value): boolean =>
  value.type === 'quantity' ||
  value.type === 'duration' ||
  value.type === 'moment' ||
  (value.type === 'choice' && value.possible?.length === 1);

const EACH_YEAR = /每(?:一?个)?[^，。；\d每]{0,6}年度|每(?:届?满)?[一1]年/u;

/** 每个合同年度: one year, without a figure. */
export const saysEachYear = (text: string): boolean => EACH_YEAR.test(text);

/** 一半 for a half, 每个合同年度 for a year; a text that stands there as it is. */
function isSaidOtherwise(text: string, { term, value }: Expected): boolean {
  if (value.type === 'choice')
    return value.possible?.[0] !== undefined && text.includes(value.possible[0].normalize('NFKC').replaceAll(' ', ''));
  if (value.type !== 'quantity') return false;
  if (value.low.eq(decimal('0.5'))) return /一半|半数/u.test(text);
  return value.low.eq(1) && writeType(term.type) === 'years' && saysEachYear(text);
}
