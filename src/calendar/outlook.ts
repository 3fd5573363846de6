import { addDays, type Day } from './day.js';
import { statutoryHolidays, type StatutoryFestival, type StatutoryHoliday } from './statutory.js';

/**
 * How the days of a year with no notice yet are read:
 * nominal: Monday to Friday but for the statutory days; most: the most working days there may be; fewest: the fewest.
 */
export type Outlook = 'nominal' | 'most' | 'fewest';

/** Days before the first and after the last statutory day that the widest usual block of a festival has taken (notices of 2019-2026). */
const WIDEST_BLOCK: Readonly<Record<StatutoryFestival, readonly [before: number, after: number]>> = {
  元旦: [2, 3],
  春节: [2, 6],
  清明节: [3, 3],
  劳动节: [3, 4],
  端午节: [3, 3],
  中秋节: [3, 3],
  国庆节: [3, 6],
};

/** A weekend no further than this from a festival may be worked instead. */
const MAKEUP_REACH = 14;

/** A run of days, both ends included. */
export interface Span {
  readonly first: Day;
  readonly last: Day;
}

const around = (h: StatutoryHoliday, before: number, after: number): Span => ({
  first: addDays(h.first, -before),
  last: addDays(h.last, after),
});

/** The widest blocks that a year's notice may give, and the days among which its worked weekends may lie. Not a guarantee. */
export function possibleBlocks(year: number): { readonly blocks: readonly Span[]; readonly makeup: readonly Span[] } {
  const holidays = statutoryHolidays(year);
  return {
    blocks: holidays.map((h) => around(h, ...WIDEST_BLOCK[h.festival])),
    makeup: holidays.map((h) => around(h, MAKEUP_REACH, MAKEUP_REACH)),
  };
}
