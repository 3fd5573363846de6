/** Figures that no term is, but that are made of terms: a remainder, a sum, the last day of a length. */
import { addMonths, LAST_YEAR, partsOf, type Day } from '../calendar/day.js';
import { decimal } from '../money/money.js';
import { writeType } from '../values/type.js';
import type { Found } from './binding.js';
import { isDiscount } from './discount.js';
import type { Expected } from './expected.js';
import type { Figure } from './figure.js';

/** 付至95%: what a ratio leaves of the whole, or two of them together, one of which is of the clause itself. */
export function isMadeOf(figure: Figure, home: readonly Expected[], all: readonly Expected[]): boolean {
  const { family, value } = figure;
  // 九五折 is no remainder of five per cent.
  if (family !== 'ratio' || isDiscount(figure)) return false;
  const ratios = all.flatMap((of) =>
    writeType(of.term.type) === 'ratio' && of.value.type === 'quantity' ? [{ isOwn: home.includes(of), share: of.value.low }] : [],
  );
  return ratios.some(
    ({ isOwn, share }, index) =>
      decimal(1).minus(share).eq(value) ||
      ratios.slice(index + 1).some((other) => (isOwn || other.isOwn) && share.plus(other.share).eq(value)),
  );
}

/** 至2026年3月14日止: the last day of a length of the clause from a day of it, or the day behind it. */
export function isEndOf({ family, value }: Figure, all: readonly Expected[]): boolean {
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
export const isShownTogether = (one: Expected, mine: readonly Found[], all: readonly Expected[]): boolean => {
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
