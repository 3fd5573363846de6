import { byDay, endOfDay, type Moment } from '../values/value.js';

/** The latest that a moment can be, as the end of a stretch: of some time of a day, 24:00 of it. */
export function pastEnd(one: Moment): number {
  const { earliest, latest } = one;
  return Number.isFinite(latest) && earliest !== latest && latest === endOfDay(byDay(one).latest) ? latest + 1 : latest;
}
