/** A length of time held against the days from which and to which it runs, where the text writes all three: 租期五年，自…起至…止. */
import { addMonths, type Day } from '../calendar/day.js';
import type { Term } from '../rulebook/declarations.js';
import { edgeOf } from './edge.js';
import type { Figure } from './figure.js';

/** How far the days stand from the length, at most: further off they are of another. */
const NEAR = 52;

/** A longer time is none that an agreement runs for. */
const MOST = 1200;

/** The last day as it is written, where the length does not lead to it; null where it does, or nothing is written. */
export function endApart(text: string, length: Figure, figures: readonly Figure[], { type }: Pick<Term, 'type'>): Figure | null {
  const isLength = type.kind === 'duration' || (type.kind === 'quantity' && (type.units.years === 1 || type.units.months === 1));
  if (!isLength || (length.family !== 'months' && length.family !== 'days')) return null;
  if (!length.value.isInteger() || length.value.greaterThan(MOST)) return null;
  const end = length.at + length.written.length;
  const from = Math.max(length.at - NEAR, text.slice(0, length.at).search(/[^。；\n]*$/u));
  const behind = text.slice(end).search(/[。；\n]/u);
  const to = Math.min(end + NEAR, behind === -1 ? text.length : end + behind);
  const days = figures.filter(({ family, at }) => family === 'date' && at >= from && at < to);
  const [first, last, ...more] = days;
  if (first === undefined || last === undefined || more.length > 0) return null;
  if (edgeOf(text, first) !== 'first' || edgeOf(text, last) !== 'last') return null;
  const start = first.value.toNumber() as Day;
  const due = length.family === 'days' ? start + length.value.toNumber() : addMonths(start, length.value.toNumber());
  const stated = last.value.toNumber();
  // The first day is counted in, or it is not.
  return stated === due || stated === due - 1 ? null : last;
}
