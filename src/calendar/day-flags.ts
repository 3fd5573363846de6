import type { SpecialDay } from './base-table.js';
import { dayOf, weekdayOf, type Day } from './day.js';
import { possibleBlocks, type Outlook } from './outlook.js';
import { LAST_STATUTORY_YEAR, statutoryHolidays } from './statutory.js';

// One byte a day: its kind in the low bits, whether it is statutory and, where no notice covers it, what a notice may make of it.
export const KIND_MASK = 3;
const WEEKEND = 1;
const HOLIDAY = 2;
const MAKEUP = 3;
export const STATUTORY = 4;
const MAYBE_OFF = 8;
const MAYBE_MAKEUP = 16;

/** The years that the flags tell apart. */
export interface FlagYears {
  readonly first: number;
  /** The last year with a notice. */
  readonly announced: number;
}

/** The flags of all days from the first year to the last announced one; the bytes after it are left for `foresee`. */
export function announcedFlags(years: FlagYears, specials: ReadonlyMap<Day, SpecialDay>): Uint8Array {
  const first = dayOf(years.first, 1, 1);
  const flags = new Uint8Array(dayOf(LAST_STATUTORY_YEAR, 12, 31) - first + 1);
  const saturday = 6 - weekdayOf(first);
  for (let i = saturday; i < flags.length; i += 7) {
    flags[i] = WEEKEND;
    flags[i + 1] = WEEKEND;
  }
  for (let year = years.first; year <= years.announced; year++) markStatutory(flags, first, year);
  for (const [day, special] of specials) setKind(flags, day - first, special.off ? HOLIDAY : MAKEUP);
  return flags;
}

/** Completes the flags for the years that no notice covers yet; a special day among them (a January in an old notice) stays as it is. */
export function foresee(flags: Uint8Array, years: FlagYears, specials: ReadonlyMap<Day, SpecialDay>): void {
  const first = dayOf(years.first, 1, 1);
  const from = dayOf(years.announced, 12, 31) - first + 1;
  const mark = (start: number, end: number, bit: number): void => {
    // A New Year block reaches back into December; what is announced there stands.
    for (let i = Math.max(start, from); i <= end; i++) flags[i] = (flags[i] ?? 0) | bit;
  };
  for (let year = years.announced + 1; year <= LAST_STATUTORY_YEAR; year++) {
    markStatutory(flags, first, year);
    const { blocks, makeup } = possibleBlocks(year);
    for (const span of blocks) mark(span.first - first, span.last - first, MAYBE_OFF);
    for (const span of makeup) mark(span.first - first, span.last - first, MAYBE_MAKEUP);
  }
  for (const day of specials.keys()) flags[day - first] = (flags[day - first] ?? 0) & (KIND_MASK | STATUTORY);
}

function setKind(flags: Uint8Array, index: number, kind: number): void {
  flags[index] = ((flags[index] ?? 0) & ~KIND_MASK) | kind;
}

// A statutory day is free by law, whether or not a notice repeats it.
function markStatutory(flags: Uint8Array, first: Day, year: number): void {
  for (const h of statutoryHolidays(year)) {
    for (let i = h.first - first; i <= h.last - first; i++) {
      setKind(flags, i, HOLIDAY);
      flags[i] = (flags[i] ?? 0) | STATUTORY;
    }
  }
}

/** Whether a day is worked under a rule (`ruleBits`), days not yet announced being read at their most, fewest or nominal. */
export function isWorked(flags: number, weekday: number, bits: number, outlook: Outlook): boolean {
  const kind = flags & KIND_MASK;
  if (kind === HOLIDAY) return false;
  if ((bits & (1 << weekday)) !== 0) return outlook !== 'fewest' || (flags & MAYBE_OFF) === 0;
  if ((bits & 1) === 0) return false;
  return kind === MAKEUP || (outlook === 'most' && (flags & MAYBE_MAKEUP) !== 0);
}

/** Whether a day is off for a holiday: in the fewest working days, each day that the widest usual block may take is. */
export function isHoliday(flags: number, outlook: Outlook): boolean {
  return (flags & KIND_MASK) === HOLIDAY || (outlook === 'fewest' && (flags & MAYBE_OFF) !== 0);
}
