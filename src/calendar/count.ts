import type { Calendar, DayRecord } from './calendar.js';
import { addDays, type Day } from './day.js';
import type { PeriodEnd, PeriodRequest } from './period.js';

/** One day of a period, as it was counted. */
export interface CountedDay {
  readonly day: Day;
  /** The calendar's record; null for days before its first year, which only counts of calendar days reach. */
  readonly record: DayRecord | null;
  /** 1 for the first day counted; null: not counted. */
  readonly counted: number | null;
  /** Why it is not counted, or what it is: the start, a day counted, a rest day skipped, a rest day from which the last day moved. */
  readonly role: 'start' | 'counted' | 'skipped' | 'moved-off' | 'last';
}

/** Neighbouring days told together: `2023-09-29` to `2023-10-06`, 中秋节、国庆节, not counted. */
export interface CountedRun {
  readonly first: CountedDay;
  readonly last: CountedDay;
}

/**
 * The count of a period day by day, from the start to the last day, in the order of the count (backwards for a backward one). Months and
 * years are not counted by days: of them only the start and the days at the end appear. Hours have no days to count: empty.
 */
export function countOfPeriod(calendar: Calendar, request: PeriodRequest, end: PeriodEnd): readonly CountedDay[] {
  const { unit } = request;
  if (unit === 'hour' || unit === 'business-hour') return [];
  const start = typeof request.start === 'number' ? request.start : request.start.day;
  const step = request.direction === 'backward' ? -1 : 1;
  const included = end.convention.firstDay === 'included';
  const recordOf = (day: Day): DayRecord | null => (day < calendar.first || day > calendar.foreseen ? null : calendar.recordOf(day));
  const counts = (day: Day): boolean => unit !== 'working-day' || calendar.isWorkingDay(day, end.convention.workdaySet);

  const days: CountedDay[] = [];
  let n = 0;
  const visit = (day: Day): void => {
    const isStart = day === start && !included;
    const isCounted = !isStart && counts(day);
    if (isCounted) n += 1;
    const role = isStart ? 'start' : isCounted ? 'counted' : 'skipped';
    days.push({ day, record: recordOf(day), counted: isCounted ? n : null, role });
  };

  if (unit === 'month' || unit === 'year') days.push({ day: start, record: recordOf(start), counted: included ? 1 : null, role: 'start' });
  else for (let day = start; step * (end.unrolled - day) >= 0; day = addDays(day, step)) visit(day);
  return closed(days, end, recordOf);
}

// The roll, if any, and the last day itself.
function closed(days: readonly CountedDay[], end: PeriodEnd, recordOf: (day: Day) => DayRecord | null): readonly CountedDay[] {
  const last = days.at(-1);
  const isTold = last?.day === end.unrolled;
  const before = isTold ? days.slice(0, -1) : days;
  const counted = isTold ? last.counted : null;
  if (!end.moved) return [...before, { day: end.lastDay, record: recordOf(end.lastDay), counted, role: 'last' }];
  const off = end.moved.over.map((record, i): CountedDay => ({
    day: record.day,
    record,
    counted: i === 0 ? counted : null,
    role: 'moved-off',
  }));
  return [...before, ...off, { day: end.lastDay, record: recordOf(end.lastDay), counted: null, role: 'last' }];
}

const isSameTelling = (a: CountedDay, b: CountedDay): boolean =>
  a.role === b.role &&
  (a.counted === null) === (b.counted === null) &&
  a.record?.kind === b.record?.kind &&
  a.record?.festival === b.record?.festival &&
  a.record?.notice === b.record?.notice;

/** Draws together neighbouring days of which the same is to be said; the start and the last day stand alone, by their roles. */
export function runsOf(days: readonly CountedDay[]): readonly CountedRun[] {
  const runs: CountedRun[] = [];
  for (const day of days) {
    const open = runs.at(-1);
    if (open && isSameTelling(open.last, day)) runs[runs.length - 1] = { first: open.first, last: day };
    else runs.push({ first: day, last: day });
  }
  return runs;
}
