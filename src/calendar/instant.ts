import { DateTime } from 'luxon';
import { formatDay, parseDay, type Day } from './day.js';
import { CalendarRangeError, type Said } from './error.js';

/** A moment, and the civil day in Shanghai on which it falls. */
export interface Instant {
  /** UTC milliseconds since 1970-01-01T00:00Z */
  readonly ms: number;
  readonly day: Day;
}

/** What a text says about time: a bare date, a moment, or neither. `reason` is Chinese; `says` has both languages. */
export type Moment =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'instant'; readonly instant: Instant }
  | { readonly kind: 'bad'; readonly reason: string; readonly says: Said };

const ZONE = 'Asia/Shanghai';
const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;
const CHINA_OFFSET_MINUTES = 480;
/** 1992-01-01T00:00Z: since then Shanghai has been at +08:00 with no summer time, and integers are enough. */
const PLAIN_SINCE_MS = 8035 * MS_PER_DAY;

const FORM = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::(\d\d)(?:\.(\d{1,3}))?)?(Z|[+-]\d\d:\d\d)?$/;

function offsetMinutes(ms: number): number {
  return ms >= PLAIN_SINCE_MS ? CHINA_OFFSET_MINUTES : DateTime.fromMillis(ms, { zone: ZONE }).offset;
}

/**
 * The moment at UTC milliseconds.
 * @throws CalendarRangeError outside the years 1900-2199
 */
export function instantAt(ms: number): Instant {
  const day = Math.floor((ms + offsetMinutes(ms) * MS_PER_MINUTE) / MS_PER_DAY) as Day;
  if (parseDay(formatDay(day)) !== day) {
    throw new CalendarRangeError({ zh: '时刻超出 1900-2199 年，无法计算', en: 'The moment lies outside the years 1900-2199' });
  }
  return { ms, day };
}

// A wall clock reading has one UTC moment, or none (the hour skipped when summer time begins), or two (when it ends).
function utcOfWall(wallMs: number): readonly number[] {
  const plain = wallMs - CHINA_OFFSET_MINUTES * MS_PER_MINUTE;
  if (plain >= PLAIN_SINCE_MS) return [plain];
  const offsets = new Set([offsetMinutes(plain - MS_PER_DAY), offsetMinutes(plain + MS_PER_DAY)]);
  return [...offsets].map((o) => wallMs - o * MS_PER_MINUTE).filter((ms) => wallMs - ms === offsetMinutes(ms) * MS_PER_MINUTE);
}

// The first moment that the wall clock reads so. In the hour that summer time skipped the clock is taken to run on as before, at +08:00.
const firstUtcOfWall = (wallMs: number): number => utcOfWall(wallMs)[0] ?? wallMs - CHINA_OFFSET_MINUTES * MS_PER_MINUTE;

/** The first moment of a day in Shanghai (00:00, or 01:00 where summer time skipped the hour). */
export function startOfDay(day: Day): Instant {
  return { ms: firstUtcOfWall(day * MS_PER_DAY), day };
}

/** The moment of a wall clock time in Shanghai, in minutes after 00:00 of the day; 1440 is the 24:00 that ends it. */
export function momentOnDay(day: Day, minutes: number): Instant {
  return instantAt(firstUtcOfWall(day * MS_PER_DAY + minutes * MS_PER_MINUTE));
}

const bad = (zh: string, en: string): Moment => ({ kind: 'bad', reason: zh, says: { zh, en } });

// Z, with no figures in it, is no hours and no minutes.
function parseOffset(text: string): number | undefined {
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(4));
  const total = (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
  // Zones lie between -12:00 and +14:00 at quarters of an hour; -00:00 says that the offset is not known (RFC 3339, 4.3).
  return minutes >= 60 || minutes % 15 !== 0 || total < -720 || total > 840 || text === '-00:00' ? undefined : total;
}

/**
 * Reads a date, or a time with or without an offset: `2023-03-08`, `2023-03-08T10:00[:00[.000]]` (Shanghai), the same with `Z` or
 * `+08:00`; a space may stand in place of T, and T24:00 is the end of its day, so the first moment of the next.
 */
export function parseMoment(text: string): Moment {
  if (typeof text !== 'string') return bad('时间必须是文本，如 2023-03-08', 'A time must be text, such as 2023-03-08');
  const bare = parseDay(text);
  if (bare !== undefined) return { kind: 'day', day: bare };
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return bad(`没有 ${text} 这一天（1900-2199年）`, `There is no date ${text} (years 1900-2199)`);
  const parts = FORM.exec(text);
  if (!parts) {
    return bad(
      `时间「${text}」的写法不对，应为 2023-03-08、2023-03-08T10:00 或 2023-03-08T10:00:00+08:00`,
      `"${text}" is no time; write 2023-03-08, 2023-03-08T10:00 or 2023-03-08T10:00:00+08:00`,
    );
  }
  const [, ss = '', fraction = '', offsetText] = parts;
  const [date, hh, mm] = [text.slice(0, 10), text.slice(11, 13), text.slice(14, 16)];
  const day = parseDay(date);
  if (day === undefined) return bad(`没有 ${date} 这一天（1900-2199年）`, `There is no date ${date} (years 1900-2199)`);
  const inDay = ((Number(hh) * 60 + Number(mm)) * 60 + Number(ss)) * 1000 + Number(fraction.padEnd(3, '0'));
  if (Number(mm) > 59 || Number(ss) > 59 || inDay > MS_PER_DAY) return bad(`没有「${text}」这一时刻`, `There is no time "${text}"`);
  const wall = day * MS_PER_DAY + inDay;
  if (offsetText !== undefined) {
    const offset = parseOffset(offsetText);
    if (offset === undefined) return bad(`没有 ${offsetText} 这一时差`, `There is no offset ${offsetText}`);
    return { kind: 'instant', instant: instantAt(wall - offset * MS_PER_MINUTE) };
  }
  const [ms, second] = utcOfWall(wall);
  if (ms === undefined) return bad(`「${text}」因夏令时拨快而不存在`, `"${text}" was skipped by summer time`);
  if (second !== undefined)
    return bad(`「${text}」因夏令时结束而有两次，请写明时差`, `"${text}" came twice (summer time); write its offset`);
  return { kind: 'instant', instant: instantAt(ms) };
}

const pad = (n: number, width = 2): string => `${n}`.padStart(width, '0');

/** The moment in Shanghai time, `2023-03-08T10:00:00+08:00`; milliseconds only where there are any. */
export function formatInstant(instant: Instant): string {
  const offset = offsetMinutes(instant.ms);
  const inDay = instant.ms + offset * MS_PER_MINUTE - instant.day * MS_PER_DAY;
  const seconds = Math.floor(inDay / 1000);
  const millis = inDay - seconds * 1000;
  const clock = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return `${formatDay(instant.day)}T${clock}${millis === 0 ? '' : `.${pad(millis, 3)}`}+${pad(Math.floor(offset / 60))}:${pad(offset % 60)}`;
}
