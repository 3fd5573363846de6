import type { Weekday } from './day.js';
import { ConventionError } from './error.js';
import type { OwnWeek, WorkdayRule } from './workday-rule.js';

export type Direction = 'forward' | 'backward';
type Roll = 'next-working-day' | 'previous-working-day' | 'none';

/**
 * Which last days move: every day of rest (art. 203); those of a run of days of rest with a holiday in it, but no plain weekend; the
 * statutory days proper, and then only to the first day that is none.
 */
const REST_DAYS = ['all-rest-days', 'public-holidays', 'statutory-days-only'] as const;
type RestDays = (typeof REST_DAYS)[number];

/** How a period is counted: every point on which the parties may depart from the Civil Code (art. 204) by name. */
export interface Convention {
  /** Whether the day from which the period runs is counted (art. 201: it is not). */
  readonly firstDay: 'excluded' | 'included';
  readonly workdaySet: WorkdayRule;
  readonly restDays: RestDays;
  /** Where a last day that is a day of rest moves to. */
  readonly roll: Roll;
  /** Close of business on the last day, HH:MM; null: the day ends at 24:00. */
  readonly close: string | null;
  /** Business hours of a working day, HH:MM-HH:MM. */
  readonly hours: string;
}

const DEFAULT: Convention = {
  firstDay: 'excluded',
  workdaySet: 'state-council-notice',
  restDays: 'all-rest-days',
  roll: 'next-working-day',
  close: null,
  hours: '09:00-18:00',
};

/**
 * The convention of the Civil Code, arts. 200-203. Counted back, a last day on a rest day moves further back: the article counts
 * forward only, and the person to be notified must not lose days.
 */
export function defaultConvention(direction: Direction = 'forward'): Convention {
  return direction === 'forward' ? DEFAULT : { ...DEFAULT, roll: 'previous-working-day' };
}

const CHOICES = {
  firstDay: ['excluded', 'included'],
  restDays: REST_DAYS,
  roll: ['next-working-day', 'previous-working-day', 'none'],
} as const;

const KEYS = ['firstDay', 'workdaySet', 'restDays', 'roll', 'close', 'hours'] as const;
type Key = (typeof KEYS)[number];

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** Minutes after 00:00 of a clock time HH:MM (24:00 = 1440); undefined for other text. */
export function minutesOf(clock: string): number | undefined {
  return CLOCK.test(clock) ? Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) : undefined;
}

/** The opening and closing minute of business hours; undefined where the text is not HH:MM-HH:MM, or ends before it begins. */
export function businessHours(hours: string): { readonly open: number; readonly close: number } | undefined {
  const [from = '', to = '', ...more] = hours.split('-');
  const open = minutesOf(from);
  const close = minutesOf(to);
  return more.length > 0 || open === undefined || close === undefined || open >= close ? undefined : { open, close };
}

function refuse(key: string, given: unknown, allowed: string): ConventionError {
  const shown = typeof given === 'string' ? given : JSON.stringify(given);
  return new ConventionError({ zh: `约定 ${key} 不能是「${shown}」，可用：${allowed}`, en: `${key} cannot be "${shown}"; use ${allowed}` });
}

const WEEK_FORM = 'week:1-6 / week:1,2,3,6 / week:1-6+makeup';

// week:1-6 is Monday to Saturday; +makeup adds the weekends that the notice has worked.
function parseWeek(text: string): OwnWeek | undefined {
  const parts = /^week:([1-7](?:-[1-7])?(?:,[1-7](?:-[1-7])?)*)(\+makeup)?$/.exec(text);
  if (!parts) return undefined;
  const week = new Set<Weekday>();
  for (const part of (parts[1] ?? '').split(',')) {
    const from = Number(part[0]);
    const to = Number(part[2] ?? part[0]);
    if (to < from) return undefined;
    for (let weekday = from; weekday <= to; weekday++) week.add(weekday as Weekday);
  }
  return { week: [...week].sort((a, b) => a - b), makeup: parts[2] !== undefined };
}

/** The name of a rule as a convention writes it: state-council-notice, week:1,2,3,4,5,6, … */
export function nameOfRule(rule: WorkdayRule): string {
  return typeof rule === 'string' ? rule : `week:${rule.week.join(',')}${rule.makeup ? '+makeup' : ''}`;
}

function readWorkdaySet(value: unknown): WorkdayRule {
  if (value === 'state-council-notice' || value === 'mon-fri-excluding-holidays') return value;
  const week = typeof value === 'string' ? parseWeek(value) : undefined;
  if (!week) throw refuse('workdaySet', value, `state-council-notice, mon-fri-excluding-holidays, ${WEEK_FORM}`);
  return week;
}

function oneOf<T extends string>(key: string, value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((a) => a === value);
  if (found === undefined) throw refuse(key, value, allowed.join(', '));
  return found;
}

function readClose(value: unknown): string | null {
  if (value === null) return null;
  if (typeof value !== 'string' || !minutesOf(value)) throw refuse('close', value, 'HH:MM (00:01-24:00)');
  return value;
}

function readHours(value: unknown): string {
  if (typeof value !== 'string' || !businessHours(value)) throw refuse('hours', value, 'HH:MM-HH:MM');
  return value;
}

const READERS: { readonly [K in Key]: (value: unknown) => Convention[K] } = {
  firstDay: (value) => oneOf('firstDay', value, CHOICES.firstDay),
  workdaySet: readWorkdaySet,
  restDays: (value) => oneOf('restDays', value, CHOICES.restDays),
  roll: (value) => oneOf('roll', value, CHOICES.roll),
  close: readClose,
  hours: readHours,
};

/**
 * Reads the departures from the default convention, as an object of JSON or YAML writes them.
 * @throws ConventionError for an unknown key or value, naming what would be right
 */
export function readConvention(value: unknown): Partial<Convention> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refuse('convention', value, `{ ${KEYS.join(', ')} }`);
  let read: Partial<Convention> = {};
  for (const [key, given] of Object.entries(value)) {
    const known = KEYS.find((k) => k === key);
    if (!known) {
      throw new ConventionError({
        zh: `没有名为「${key}」的约定，可用：${KEYS.join('、')}`,
        en: `There is no convention "${key}"; use ${KEYS.join(', ')}`,
      });
    }
    read = { ...read, [known]: READERS[known](given) };
  }
  return read;
}

/**
 * Reads a list of `key=value`; one text may hold several, separated by commas between keys (`firstDay=included,roll=none`).
 * @throws ConventionError for text that is no `key=value`, a key given twice, or an unknown key or value
 */
export function parseConvention(pairs: readonly string[]): Partial<Convention> {
  const given: Record<string, string> = {};
  // A comma inside week:1,2,3 is not followed by a key.
  for (const pair of pairs.flatMap((text) => text.split(/,(?=[A-Za-z]+=)/))) {
    const at = pair.indexOf('=');
    const key = pair.slice(0, at);
    if (at < 1) throw new ConventionError({ zh: `约定「${pair}」应写作 名称=值`, en: `Write the convention "${pair}" as key=value` });
    if (Object.hasOwn(given, key)) throw new ConventionError({ zh: `约定 ${key} 写了两次`, en: `The convention ${key} is given twice` });
    given[key] = pair.slice(at + 1);
  }
  return readConvention(given);
}
