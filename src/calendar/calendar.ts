import { createHash } from 'node:crypto';
import { applyNotices } from './apply-notices.js';
import { BASE_FIRST_YEAR, BASE_LAST_YEAR, baseTable, type SpecialDay } from './base-table.js';
import { addDays, dayOf, formatDay, weekdayOf, type Day } from './day.js';
import { announcedFlags, foresee, isHoliday, isWorked, KIND_MASK, STATUTORY } from './day-flags.js';
import { CalendarRangeError } from './error.js';
import type { Notice } from './notice.js';
import type { Outlook } from './outlook.js';
import { LAST_STATUTORY_YEAR, statutoryFestivalsOn } from './statutory.js';
import { ruleBits, type WorkdayRule } from './workday-rule.js';
import { workdaySet, type WorkdaySet } from './workday-set.js';

export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup-workday';

/** What is known of one day. */
export interface DayRecord {
  readonly day: Day;
  readonly kind: DayKind;
  /** A holiday of art. 2 of 全国年节及纪念日放假办法, in the version then in force; a bridging day or a substitute is not. */
  readonly statutory: boolean;
  /** 国庆节, 国庆节、中秋节, …: of the holiday, or for which the weekend is worked; null on plain days. */
  readonly festival: string | null;
  /** The notice, e.g. 国办发明电〔2022〕16号; null where its number is not known, and on plain days. */
  readonly notice: string | null;
  readonly source: string;
  /** Whether an official notice covers the day. */
  readonly announced: boolean;
  /** Whether a notice still to come may change it: all days not announced, and the last three days of the last announced year. */
  readonly mayChange: boolean;
}

/** Chinese days of work and rest. Days before `first` and after `foreseen` throw CalendarRangeError wherever they are asked for. */
export interface Calendar {
  readonly first: Day;
  /** The last day of the last year with a notice. */
  readonly last: Day;
  /** The last day for which the statutory days are known; between `last` and it all is provisional. */
  readonly foreseen: Day;
  /** `sha256:…` over every day and its label: equal digests give equal answers. */
  readonly digest: string;
  /** The notice files applied, in the order in which they were published. */
  readonly notices: readonly Notice[];
  recordOf(day: Day): DayRecord;
  kindOf(day: Day): DayKind;
  isStatutory(day: Day): boolean;
  /** Whether the day is off for a holiday, statutory or as announced: of a day not yet announced, by an outlook whether it may be. */
  isHoliday(day: Day, outlook: Outlook): boolean;
  isWorkingDay(day: Day, rule?: WorkdayRule): boolean;
  /** The n-th working day after a day (n > 0) or before it (n < 0); the day itself is not counted. */
  nthWorkingDay(from: Day, n: number, rule?: WorkdayRule): Day;
  /** How many working days lie in [first, last], both included; none where last is before first. */
  workingDaysIn(first: Day, last: Day, rule?: WorkdayRule): number;
  /** All working days under a rule, with days not yet announced read by an outlook. */
  workdays(rule: WorkdayRule, outlook: Outlook): WorkdaySet;
}

const KINDS = ['workday', 'weekend', 'holiday', 'makeup-workday'] as const;

/** December days that the next year's notice has changed before (2007-12-29, 2022-12-31, …). */
const OPEN_DAYS_AT_YEAR_END = 3;

export interface CalendarOptions {
  /** Takes the package's table only through this year, as it stood then (2004-2026). */
  readonly baseThrough?: number;
}

/**
 * The calendar of 2004 to the last announced year, from the chinese-days package's table as the notices correct it, and from notice files.
 * @throws NoticeError where a notice contradicts itself, another of the same date, or the calendar
 */
export function createCalendar(notices: readonly Notice[] = [], options: CalendarOptions = {}): Calendar {
  const baseLastYear = options.baseThrough ?? BASE_LAST_YEAR;
  const base = baseTable();
  for (const [day, special] of base) if (special.noticeYear > baseLastYear) base.delete(day);
  const { days: specials, lastYear, applied } = applyNotices(base, baseLastYear, notices);

  const first = dayOf(BASE_FIRST_YEAR, 1, 1);
  const last = dayOf(lastYear, 12, 31);
  const foreseen = dayOf(LAST_STATUTORY_YEAR, 12, 31);
  const years = { first: BASE_FIRST_YEAR, announced: lastYear };
  const flags = announcedFlags(years, specials);
  let isForeseen = false;
  const sets = new Map<string, WorkdaySet>();
  let digest: string | undefined;

  // Most answers lie in the announced years: the others are worked out when one is first asked for.
  const foreseeOnce = (): void => {
    if (isForeseen) return;
    foresee(flags, years, specials);
    isForeseen = true;
  };
  const flagsOf = (day: Day): number => {
    if (day > last) foreseeOnce();
    const found = flags[day - first];
    if (found === undefined) throw outOfRange(day, first, foreseen);
    return found;
  };
  const kindOf = (day: Day): DayKind => KINDS[(flagsOf(day) & KIND_MASK) as 0 | 1 | 2 | 3];

  const workdays = (rule: WorkdayRule, outlook: Outlook): WorkdaySet => {
    const bits = ruleBits(rule);
    const key = `${bits} ${outlook}`;
    let set = sets.get(key);
    if (!set) {
      foreseeOnce();
      set = workdaySet(first, foreseen, (day) => isWorked(flags[day - first] ?? 0, weekdayOf(day), bits, outlook));
      sets.set(key, set);
    }
    return set;
  };
  const within = (day: Day): Day => {
    flagsOf(day);
    return day;
  };

  return {
    first,
    last,
    foreseen,
    get digest() {
      foreseeOnce();
      digest ??= digestOf(first, last, flags, specials);
      return digest;
    },
    notices: applied,
    kindOf,
    isStatutory: (day) => (flagsOf(day) & STATUTORY) !== 0,
    isHoliday: (day, outlook) => isHoliday(flagsOf(day), outlook),
    recordOf: (day) => {
      const kind = kindOf(day);
      const special = specials.get(day);
      const announced = day <= last || special !== undefined;
      return {
        day,
        kind,
        statutory: (flagsOf(day) & STATUTORY) !== 0,
        festival: special?.festival ?? (kind === 'holiday' ? statutoryFestivalsOn(day).join('、') : null),
        notice: special?.notice ?? null,
        source: special?.source ?? (announced ? 'week' : 'not announced'),
        announced,
        mayChange: day > last - OPEN_DAYS_AT_YEAR_END,
      };
    },
    isWorkingDay: (day, rule = 'state-council-notice') => isWorked(flagsOf(day), weekdayOf(day), ruleBits(rule), 'nominal'),
    nthWorkingDay: (from, n, rule = 'state-council-notice') => nthAfter(workdays(rule, 'nominal'), within(from), n),
    workingDaysIn: (from, to, rule = 'state-council-notice') => {
      if (to < from) return 0;
      const set = workdays(rule, 'nominal');
      return set.countThrough(within(to)) - set.countThrough((within(from) - 1) as Day);
    },
    workdays,
  };
}

/** Whether a day already announced may still be changed by the next year's notice: it is one of the last of the last announced December. */
export function mayStillChange(calendar: Calendar, day: Day): boolean {
  return day <= calendar.last && day > calendar.last - OPEN_DAYS_AT_YEAR_END;
}

/**
 * The n-th working day of a set after a day (n > 0) or before it (n < 0), the day itself not counted; the day itself for 0.
 * @throws CalendarRangeError where the day, or the one sought, lies outside the set
 */
export function nthAfter(set: WorkdaySet, from: Day, n: number): Day {
  if (n === 0) return from;
  const isForward = n > 0;
  // The day itself is not read: it may be the one just outside.
  const isNear = isForward ? from >= set.first - 1 && from <= set.last : from >= set.first && from <= set.last + 1;
  if (!isNear) throw outOfRange(from, set.first, set.last);
  const rank = isForward ? set.countThrough(from) + n : set.countThrough((from - 1) as Day) + n + 1;
  const found = set.at(rank);
  if (found === undefined) throw outOfRange(isForward ? addDays(set.last, 1) : addDays(set.first, -1), set.first, set.last);
  return found;
}

function outOfRange(day: Day, first: Day, last: Day): CalendarRangeError {
  return new CalendarRangeError({
    zh: `工作日历自 ${formatDay(first)} 起至 ${formatDay(last)} 止，${formatDay(day)} 不在其中`,
    en: `The calendar of working days runs from ${formatDay(first)} to ${formatDay(last)}; ${formatDay(day)} is not in it`,
  });
}

function digestOf(first: Day, last: Day, flags: Uint8Array, specials: ReadonlyMap<Day, SpecialDay>): string {
  const hash = createHash('sha256')
    .update(`heyue/calendar@1 ${formatDay(first)} ${formatDay(last)}\n`)
    .update(flags);
  const labels = [...specials].sort(([a], [b]) => a - b).map(([day, s]) => `${day} ${s.festival ?? ''} ${s.notice ?? ''} ${s.source}`);
  hash.update(labels.join('\n'));
  return `sha256:${hash.digest('hex')}`;
}
