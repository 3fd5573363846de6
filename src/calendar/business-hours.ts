import { businessHours, type Direction } from './convention.js';
import { nthAfter } from './calendar.js';
import { ConventionError } from './error.js';
import { instantAt, momentOnDay, startOfDay, type Instant } from './instant.js';
import type { WorkdaySet } from './workday-set.js';

const MS_PER_MINUTE = 60_000;

/**
 * The moment at which `amount` business hours from `start` have run (or before it). Only the business hours of working days count; a start
 * outside them waits for the next opening. A period that is used up exactly at closing ends there, not at the next opening.
 * @throws ConventionError where `hours` is not HH:MM-HH:MM
 * @throws CalendarRangeError where the working days needed lie outside the set
 */
export function endOfBusinessHours(set: WorkdaySet, start: Instant, amount: number, direction: Direction, hours: string): Instant {
  const window = businessHours(hours);
  if (!window)
    throw new ConventionError({ zh: `营业时间「${hours}」应写作 HH:MM-HH:MM`, en: `Write the business hours "${hours}" as HH:MM-HH:MM` });
  if (amount === 0) return start;
  const isForward = direction === 'forward';
  const perDay = (window.close - window.open) * MS_PER_MINUTE;
  const total = amount * 60 * MS_PER_MINUTE;

  // What is left of the first day's hours on the side to which the count runs.
  const midnight = startOfDay(start.day).ms;
  const open = midnight + window.open * MS_PER_MINUTE;
  const close = midnight + window.close * MS_PER_MINUTE;
  const from = Math.min(Math.max(start.ms, open), close);
  const leftToday = isForward ? close - from : from - open;
  const left = set.has(start.day) ? leftToday : 0;
  // The full days after the first; -1 where the hours of the first are enough.
  const beyond = total - left;
  const fullDays = Math.ceil(beyond / perDay) - 1;
  const day = nthAfter(set, start.day, (isForward ? 1 : -1) * (fullDays + 1));
  const used = beyond - fullDays * perDay;
  return isForward ? instantAt(momentOnDay(day, window.open).ms + used) : instantAt(momentOnDay(day, window.close).ms - used);
}
