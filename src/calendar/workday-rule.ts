import type { Weekday } from './day.js';

/**
 * Which days are working days: as the State Council's notices arrange them (worked weekends included), Monday to Friday but for the
 * holidays of the notices (banks, exchanges), or a week of the contract's own, in which the holidays are free all the same.
 */
export type WorkdayRule = 'state-council-notice' | 'mon-fri-excluding-holidays' | OwnWeek;

export interface OwnWeek {
  /** The days of the week that are worked, Monday = 1. */
  readonly week: readonly Weekday[];
  /** Whether a weekend that the notice has worked counts as well. */
  readonly makeup: boolean;
}

/** The same rule as bits: bit n for weekday n, bit 0 for worked weekends. */
export function ruleBits(rule: WorkdayRule): number {
  if (rule === 'state-council-notice') return 0b0011_1111;
  if (rule === 'mon-fri-excluding-holidays') return 0b0011_1110;
  return rule.week.reduce((bits, weekday) => bits | (1 << weekday), rule.makeup ? 1 : 0);
}
