/** The last day to perform, or to use a right. */
import type { Day } from '../calendar/day.js';
import { byDay, type Moment } from '../values/value.js';
import type { Judgment } from './verdicts.js';

export interface LastDay {
  readonly day: Day | null;
  /** It rests on a year not announced; then the day is nominal. */
  readonly provisional: boolean;
}

const NONE: LastDay = { day: null, provisional: false };

export function lastDayOf({ rule, scope, status, due, answers, failure }: Judgment): LastDay {
  // What failed is not asked once more.
  if (failure !== null) return NONE;
  const lapses =
    rule.kind === 'right' && rule.lapses !== null && status !== 'inactive' ? byDay(rule.lapses.evaluate(scope) as Moment) : null;
  const open = rule.kind === 'right' ? lapses : due;
  if (open === null || (status === 'inactive' && answers.when !== 'yes')) return NONE;
  if (open.nominal !== undefined) return { day: open.nominal, provisional: true };
  return { day: exactDay(open), provisional: false };
}

/** The day of what has come or is sure to come on it. */
export const exactDay = (moment: Moment): Day | null =>
  moment.come === 'yes' && moment.earliest === moment.latest ? (moment.earliest as Day) : null;
