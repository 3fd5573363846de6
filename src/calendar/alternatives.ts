import type { Calendar } from './calendar.js';
import { parseConvention } from './convention.js';
import { endOfPeriod, type PeriodEnd, type PeriodRequest } from './period.js';

/** Another way to count that would give another last day. */
export interface Alternative {
  /** The one point that differs, as a convention is written: `firstDay=included`. */
  readonly change: string;
  readonly end: PeriodEnd;
}

/** The points on which the parties, or courts, most often differ: the first day, the worked weekends, what 法定休假日 covers, the roll. */
const OPEN_POINTS = ['firstDay=included', 'workdaySet=mon-fri-excluding-holidays', 'restDays=statutory-days-only', 'roll=none'] as const;

/** The other readings of a period, one point changed each, that end on another day than the answer given. */
export function alternativesTo(calendar: Calendar, request: PeriodRequest, end: PeriodEnd): readonly Alternative[] {
  if (request.amount === 0) return [];
  return OPEN_POINTS.map((change) => ({
    change,
    end: endOfPeriod(calendar, { ...request, convention: { ...request.convention, ...parseConvention([change]) } }),
  })).filter((alternative) => alternative.end.lastDay !== end.lastDay);
}
