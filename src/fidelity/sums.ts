/** Amounts that no term is, but that terms come to: 850 for each of 128 a month, two months of that, two fees together. */
import { decimal, type Decimal } from '../money/money.js';
import { combine, unitsIn, type Units } from '../values/type.js';
import { isExact } from '../values/value.js';
import { timeOf } from './basis.js';
import type { Found } from './binding.js';
import type { Expected } from './expected.js';
import type { Figure } from './figure.js';
import type { Scope } from './scope.js';

/** What terms come to, and of which it is made. */
export interface Sum {
  readonly value: Decimal;
  readonly terms: readonly string[];
  /** 850 × 128. */
  readonly working: string;
}

/** A number with its units, and whose it is. */
interface Factor {
  readonly name: string;
  readonly value: Decimal;
  readonly units: Units;
  /** For what time an amount is, whether its unit says so or its name. */
  readonly time: string | null;
  /** Of all rows of a list. */
  readonly isTotal: boolean;
}

/** An amount that terms of the contract come to, one of them of the clause. */
export function isSum({ figure, passage }: Found, scope: Scope): boolean {
  return figure.family === 'money' && sumsOf(scope, constantsNear(passage.text, figure)).some(({ value }) => value.eq(figure.value));
}

/** Such an amount whose terms stand beside it in its sentence. */
export function isSumOfSentence(found: Found, scope: Scope): boolean {
  if (found.figure.family !== 'money') return false;
  const beside = besideIn(found, scope);
  return sumsOf(scope, constantsNear(found.passage.text, found.figure)).some(
    ({ value, terms }) => value.eq(found.figure.value) && terms.some((one) => beside.has(one)),
  );
}

/** 合计, 即, 相当于: that it is made of others. */
const SAYS_SUM = /(?:合计|总计|共计|总额|总价|总金额|折合|[，,(]即|相当于|共)[^，。；\d]{0,6}$/u;
const SAYS_SUM_BEHIND = /^[，,(]?(?:即|相当于)/u;

/** What an amount should be that its sentence calls a sum, where the terms beside it leave but one answer. */
export function sumMeant(found: Found, scope: Scope): Sum | undefined {
  const { figure, passage } = found;
  if (figure.family !== 'money' || figure.spelt !== null) return undefined;
  const [before, after] = [passage.text.slice(0, figure.at), passage.text.slice(figure.at + figure.written.length)];
  if (!SAYS_SUM.test(before) && !SAYS_SUM_BEHIND.test(after)) return undefined;
  const beside = besideIn(found, scope);
  const counted = productsOf(scope, constantsNear(passage.text, figure))
    .map((sum) => ({ sum, own: sum.terms.filter((one) => beside.has(one)).length }))
    .filter(({ own }) => own > 0);
  const near = counted.filter(({ sum: { value } }) => value.lessThan(figure.value.times(2)) && value.times(2).greaterThan(figure.value));
  const could = near.length > 0 ? near : counted;
  const most = Math.max(...could.map(({ own }) => own));
  const best = could.filter(({ own }) => own === most);
  const fewest = Math.min(...best.map(({ sum }) => sum.terms.length));
  const [only, ...more] = best.filter(({ sum }) => sum.terms.length === fewest);
  return more.every(({ sum }) => only?.sum.value.eq(sum.value)) ? only?.sum : undefined;
}

/** The terms whose figures stand in the same sentence. */
function besideIn({ figure: { at }, passage: { text } }: Found, { bound }: Scope): ReadonlySet<string> {
  const start = Math.max(...['。', '；', '\n'].map((sign) => text.lastIndexOf(sign, at - 1) + 1));
  const length = text.slice(start).search(/[。；\n]/u);
  const end = length === -1 ? text.length : start + length;
  return new Set(bound.flatMap(({ found: { figure }, term }) => (figure.at >= start && figure.at < end ? [term.name] : [])));
}

/** How many months an amount for a year or a quarter has, as the words before it call it. */
function constantsNear(text: string, { at, time }: Figure): readonly number[] {
  const before = text.slice(Math.max(0, at - 12), at);
  const many = /半年/u.test(before) ? 6 : /年/u.test(before) || time === 'years' ? 12 : /季/u.test(before) || time === 'quarters' ? 3 : 1;
  return many === 1 ? [1] : [1, many];
}

const sumsOf = (scope: Scope, constants: readonly number[]): readonly Sum[] => [...productsOf(scope, constants), ...additionsOf(scope)];

/** Amounts of the clause together, two of them or all. */
function additionsOf({ all }: Scope): readonly Sum[] {
  const amounts = all
    .flatMap((one) => factorsOf(one))
    .filter(({ value, units }) => units.money === 1 && unitsIn(units).length === 1 && !value.isZero());
  const together = (some: readonly Factor[]): Sum => ({
    value: some.reduce((sum, { value }) => sum.plus(value), decimal(0)),
    terms: some.map(({ name }) => name),
    working: some.map(({ value }) => value.toFixed()).join(' + '),
  });
  const pairs = amounts.flatMap((one, index) => amounts.slice(index + 1).map((other) => together([one, other])));
  return amounts.length > 2 ? [...pairs, together(amounts)] : pairs;
}

/** An amount times one or two others that leave money. */
function productsOf(scope: Scope, constants: readonly number[]): readonly Sum[] {
  const mine = new Set(scope.all.map(({ term }) => term.name));
  const factors = [...scope.expected.values()]
    .filter(({ from }) => from !== 'statute')
    .flatMap((one) => factorsOf(one))
    // Times nothing, or once, is no sum.
    .filter(({ value }) => !value.isZero() && !value.eq(1));
  // A share is one of the clause's own.
  const others = factors.filter(({ name, units }) => units.money === undefined && (mine.has(name) || unitsIn(units).length > 0));
  const pairs = others.flatMap((one, index) => [[one], ...others.slice(index + 1).map((other) => [one, other])]);
  return factors
    .filter(({ units, isTotal }) => units.money === 1 && !isTotal)
    .flatMap((amount) =>
      [[], ...pairs].flatMap((some): readonly Sum[] => {
        const parts = [amount, ...some];
        if (!parts.some(({ name }) => mine.has(name))) return [];
        const units = some.reduce((product, one) => combine(product, one.units, 1), amount.units);
        const times = timesLeft(units, amount.time);
        // So many times an amount: of the clause's own, as a share is.
        if (times === undefined || (units.count === 1 && !some.every(({ name }) => mine.has(name)))) return [];
        const value = parts.reduce((product, one) => product.times(one.value), decimal(1)).times(times);
        return constants.flatMap((many) =>
          some.length === 0 && many === 1
            ? []
            : {
                value: value.times(many),
                terms: parts.map(({ name }) => name),
                working: [...parts.map((one) => one.value.toFixed()), ...(times === 1 ? [] : [times]), ...(many === 1 ? [] : [many])].join(
                  ' × ',
                ),
              },
        );
      }),
    );
}

/**
 * Whether units come to money, and what it is yet to be multiplied with; undefined where they do not. An amount for a month
 * may be so by its name alone, and stay one for a month.
 */
function timesLeft(units: Units, time: string | null): number | undefined {
  const left = unitsIn(units).filter((unit) => unit !== 'money');
  if (units.money !== 1 || left.length > 1) return undefined;
  const [unit] = left;
  if (unit === undefined) return 1;
  if (units[unit] === -1) return unit === 'months' || unit === 'years' ? 1 : undefined;
  if (units[unit] !== 1) return undefined;
  if (unit === 'count' || unit === time) return 1;
  return unit === 'years' && time === 'months' ? 12 : undefined;
}

/** A term as a factor; a list by what its columns come to. */
function factorsOf({ term, value }: Expected): readonly Factor[] {
  const { name, type } = term;
  if (value.type === 'quantity' && type.kind === 'quantity')
    return isExact(value) ? [{ name, value: value.low, units: type.units, time: timeOf(term), isTotal: false }] : [];
  if (value.type === 'duration')
    return value.days === 0 ? [{ name, value: decimal(value.months), units: { months: 1 }, time: null, isTotal: false }] : [];
  if (value.type !== 'list' || type.kind !== 'list') return [];
  return Object.entries(type.columns).flatMap(([column, of]): readonly Factor[] => {
    const cells = value.rows.flatMap((row) => {
      const cell = row[column];
      return cell?.type === 'quantity' && isExact(cell) ? [cell.low] : [];
    });
    if (of.kind !== 'quantity' || cells.length < 2 || cells.length < value.rows.length) return [];
    return [{ name, value: cells.reduce((sum, one) => sum.plus(one)), units: of.units, time: null, isTotal: true }];
  });
}
