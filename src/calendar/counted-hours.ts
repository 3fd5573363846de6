/** A period in business hours day by day: how much of each day was counted. */
import { businessHours } from './convention.js';
import type { Calendar, DayRecord } from './calendar.js';
import { addDays, type Day } from './day.js';
import { momentOnDay } from './instant.js';
import type { PeriodEnd, PeriodRequest } from './period.js';

/** Neighbouring days of one kind of which equally much was counted. */
export interface CountedHours {
  readonly first: Day;
  readonly last: Day;
  readonly record: DayRecord;
  /** Counted of all these days together; a fraction of a second is left out. */
  readonly seconds: number;
}

/**
 * From the day on which the period starts to the day on which it ends, in the order of the count. Empty for other units, and where the
 * count leaves the years of the calendar.
 */
export function hoursOfPeriod(calendar: Calendar, request: PeriodRequest, end: PeriodEnd): readonly CountedHours[] {
  const { start, unit, direction } = request;
  const window = businessHours(end.convention.hours);
  if (unit !== 'business-hour' || typeof start === 'number' || end.endsAt === null || window === undefined) return [];
  const [from, to] = direction === 'backward' ? [end.endsAt, start] : [start, end.endsAt];
  if (from.day < calendar.first || to.day > calendar.foreseen) return [];
  const secondsOn = (day: Day): number => {
    if (!calendar.isWorkingDay(day, end.convention.workdaySet)) return 0;
    const opens = Math.max(momentOnDay(day, window.open).ms, from.ms);
    const closes = Math.min(momentOnDay(day, window.close).ms, to.ms);
    return Math.floor(Math.max(closes - opens, 0) / 1000);
  };
  const runs: (CountedHours & { readonly each: number })[] = [];
  const step = direction === 'backward' ? -1 : 1;
  for (let day = start.day; step * (end.endsAt.day - day) >= 0; day = addDays(day, step)) {
    const record = calendar.recordOf(day);
    const each = secondsOn(day);
    const open = runs.at(-1);
    if (open !== undefined && open.each === each && isSameKind(open.record, record))
      runs[runs.length - 1] = { ...open, last: day, seconds: open.seconds + each };
    else runs.push({ first: day, last: day, record, seconds: each, each });
  }
  return runs.map(({ first, last, record, seconds }) => ({ first, last, record, seconds }));
}

const isSameKind = (a: DayRecord, b: DayRecord): boolean =>
  a.kind === b.kind && a.festival === b.festival && a.notice === b.notice && a.announced === b.announced;
