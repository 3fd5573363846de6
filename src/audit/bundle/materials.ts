/** What a check was made from, and how it is made again from that alone. */
import type { Calendar } from '../../calendar/calendar.js';
import type { Day } from '../../calendar/day.js';
import { checkAll, type Checked } from '../../check.js';
import type { RawEvent } from '../../events/files.js';
import type { InputFile } from '../../rulebook/read-rulebook.js';
import { calendarIn, type NoticeFiles } from '../../store/calendar-files.js';
import { inputsIn, waiversIn, type InputFiles } from '../../store/inputs.js';

/** Every file of a check, as bytes. */
export interface Materials extends InputFiles {
  readonly waivers: InputFile | null;
  readonly notices: NoticeFiles;
}

/** What was asked: with the files, all that the report depends on. */
export interface Asked {
  readonly asOf: Day;
  readonly readings: ReadonlyMap<string, string>;
  readonly sensitivity: boolean;
  readonly strict: boolean;
}

export interface Derived {
  readonly checked: readonly Checked[];
  readonly calendar: Calendar;
  /** As they were written, accepted or not. */
  readonly events: readonly RawEvent[];
}

/**
 * The check once more, from these files alone: neither the rulebooks nor the notices of this installation are read.
 * @param tableThrough the last year taken from the program's own table of holidays
 * @throws InputError, NoticeError where the files cannot be used
 */
export async function derive(files: Materials, asked: Asked, tableThrough: number): Promise<Derived> {
  const calendar = calendarIn(files.notices, { baseThrough: tableThrough });
  const waivers = files.waivers === null ? {} : { waivers: waiversIn(files.waivers) };
  const inputs = inputsIn(files);
  return { checked: await checkAll({ ...inputs, ...asked, ...waivers, calendar, reveal: true }), calendar, events: inputs.events };
}
