/** Two figures of which the text means one or the other, or all between them: 3至5日, 15个工作日或25日. Neither is the number. */
import type { Family, Figure } from './figure.js';

const RANGE = /^[至到~～—–-]$/u;
const EITHER = /^(?:\([^()]{1,8}\))?,?，?或者?$/u;
const DATED: readonly Family[] = ['date', 'clock', 'day-of-month'];
const LENGTHS: readonly Family[] = ['days', 'working-days', 'months', 'hours', 'business-hours', 'minutes'];
/** 连续2个月或一年内累计5个月: each of the two counts something of its own. */
const COUNTED = /(?:连续|累计)$/u;
const COUNTS = /^[以之]?内?[^，。；]{0,4}(?:累计|连续)/u;

/** Both of each such pair, in their order. */
export function alternativesIn(text: string, figures: readonly Figure[]): readonly (readonly [Figure, Figure])[] {
  return figures.flatMap((one, index): readonly (readonly [Figure, Figure])[] => {
    const next = figures[index + 1];
    if (next === undefined || DATED.includes(one.family) || one.family === 'other' || !isAlike(one, next)) return [];
    const between = text.slice(one.at + one.written.length, next.at);
    const isEither =
      EITHER.test(between) && !COUNTED.test(text.slice(0, one.at)) && !COUNTS.test(text.slice(next.at + next.written.length));
    return RANGE.test(between) || isEither ? [[one, next]] : [];
  });
}

const isAlike = (one: Figure, other: Figure): boolean =>
  one.family === other.family || (LENGTHS.includes(one.family) && LENGTHS.includes(other.family));
