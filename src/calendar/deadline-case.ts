import { isRecord } from '../input/written.js';
import type { Article } from './articles.js';
import { mayStillChange, type Calendar, type DayKind, type DayRecord } from './calendar.js';
import { nameOfRule, parseConvention, readConvention, type Convention, type Direction } from './convention.js';
import { formatDay } from './day.js';
import { CalendarError, PeriodError } from './error.js';
import { formatInstant, parseMoment } from './instant.js';
import { endOfPeriod, PERIOD_UNITS, type PeriodEnd, type PeriodRequest, type PeriodUnit } from './period.js';

/** A day as JSON shows it. */
export interface DayAnswer {
  readonly date: string;
  readonly kind: DayKind;
  readonly statutory: boolean;
  readonly festival: string | null;
  readonly notice: string | null;
  readonly source: string;
  readonly announced: boolean;
  readonly mayChange: boolean;
}

/** A convention as JSON and the command line write it. */
type ConventionAnswer = Omit<Convention, 'workdaySet'> & { readonly workdaySet: string };

/** The answer to one deadline case; dates are YYYY-MM-DD, `endsAt` carries its offset. */
export interface DeadlineAnswer {
  readonly lastDay: string;
  readonly unrolled: string;
  readonly clearDays: string | null;
  readonly endsAt: string | null;
  readonly provisional: boolean;
  readonly earliest: string;
  readonly latest: string;
  readonly firstDayAfter: string;
  /** The last day may still be changed by the next year's notice (the last days of the last announced December). */
  readonly mayChange: boolean;
  /** Why it moved: the days of rest passed over; null where it did not. */
  readonly moved: { readonly from: string; readonly to: string; readonly over: readonly DayAnswer[] } | null;
  readonly convention: ConventionAnswer;
  readonly articles: readonly Article[];
}

/** What a line of `--batch` may name. */
const CASE_KEYS = ['id', 'start', 'amount', 'unit', 'direction', 'convention'];

/**
 * Reads a deadline case: `{ start, amount, unit, direction?, convention? }`, with `start` a date or a local time, and `convention` an
 * object or a list of key=value.
 * @throws PeriodError or ConventionError saying which field is wrong and what would be right
 */
export function readCase(value: unknown): PeriodRequest {
  if (!isRecord(value)) throw new PeriodError({ zh: '每行应为一个 JSON 对象', en: 'A line must be one JSON object' });
  const { start, amount, unit, direction, convention } = value;
  const moment = parseMoment(start as string);
  if (moment.kind === 'bad') throw new PeriodError({ zh: `start：${moment.says.zh}`, en: `start: ${moment.says.en}` });
  if (typeof amount !== 'number') {
    throw new PeriodError({ zh: 'amount 应为不小于 0 的整数', en: 'amount must be a whole number from 0 on' });
  }
  const request: PeriodRequest = {
    start: moment.kind === 'day' ? moment.day : moment.instant,
    amount,
    unit: oneOf('unit', typeof unit === 'string' ? (AS_IN_RULES[unit] ?? unit) : unit, PERIOD_UNITS),
    direction: direction === undefined ? 'forward' : oneOf('direction', direction, ['forward', 'backward'] as const),
  };
  if (convention === undefined || convention === null) return request;
  const isList = Array.isArray(convention) || typeof convention === 'string';
  return { ...request, convention: isList ? parseConvention([convention].flat().map(String)) : readConvention(convention) };
}

/** The units as the rule language calls them, and as they are called in the plural. */
const AS_IN_RULES: Readonly<Record<string, PeriodUnit>> = {
  days: 'calendar-day',
  'calendar-days': 'calendar-day',
  'working-days': 'working-day',
  months: 'month',
  years: 'year',
  hours: 'hour',
  'business-hours': 'business-hour',
};

function oneOf<T extends PeriodUnit | Direction>(name: string, value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((a) => a === value);
  if (found !== undefined) return found;
  throw new PeriodError({ zh: `${name} 应为 ${allowed.join('、')} 之一`, en: `${name} must be one of ${allowed.join(', ')}` });
}

/** Answers one line of a batch; a line that cannot be answered gives `{ id, error }`. Keys that mean nothing here are named in `ignored`. */
export function answerLine(calendar: Calendar, line: string, lang: 'zh' | 'en'): { readonly answer: object; readonly isBad: boolean } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { answer: { id: null, error: lang === 'zh' ? '不是合法的 JSON' : 'This is no JSON' }, isBad: true };
  }
  const fields = isRecord(value) ? value : {};
  const id = fields['id'] ?? null;
  const ignored = Object.keys(fields).filter((key) => !CASE_KEYS.includes(key));
  try {
    const answer = answerOf(calendar, endOfPeriod(calendar, readCase(value)));
    return { answer: { id, ...answer, ...(ignored.length === 0 ? {} : { ignored }) }, isBad: false };
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    return { answer: { id, error: error.says[lang] }, isBad: true };
  }
}

/** A period's end as JSON. */
export function answerOf(calendar: Calendar, end: PeriodEnd): DeadlineAnswer {
  return {
    lastDay: formatDay(end.lastDay),
    unrolled: formatDay(end.unrolled),
    clearDays: end.clearDays === null ? null : formatDay(end.clearDays),
    endsAt: end.endsAt === null ? null : formatInstant(end.endsAt),
    provisional: end.provisional,
    earliest: formatDay(end.earliest),
    latest: formatDay(end.latest),
    firstDayAfter: formatDay(end.firstDayAfter),
    mayChange: !end.provisional && mayStillChange(calendar, end.lastDay),
    moved: end.moved && {
      from: formatDay(end.moved.from),
      to: formatDay(end.moved.to),
      over: end.moved.over.map(dayAnswer),
    },
    convention: { ...end.convention, workdaySet: nameOfRule(end.convention.workdaySet) },
    articles: end.articles,
  };
}

/** A day's record as JSON. */
export function dayAnswer(record: DayRecord): DayAnswer {
  const { day, ...rest } = record;
  return { date: formatDay(day), ...rest };
}
