import type { Convention } from '../calendar/convention.js';

/** Where a last day that is a day of rest moves (Civil Code arts. 203, 204). */
export const ROLLS = [
  'next-working-day',
  'working-day-after-public-holiday',
  'after-statutory-holiday',
  'previous-working-day',
  'none',
] as const;
export type RollWord = (typeof ROLLS)[number];

/** The days that move, of each word that moves a last day on (counted back: back). */
export const MOVED_DAYS: Readonly<Record<Exclude<RollWord, 'previous-working-day' | 'none'>, Convention['restDays']>> = {
  'next-working-day': 'all-rest-days',
  'working-day-after-public-holiday': 'public-holidays',
  'after-statutory-holiday': 'statutory-days-only',
};
