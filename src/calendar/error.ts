/** A sentence in both languages of the program. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

/** Something about days or periods that cannot be used as given. `message` is Chinese; `says` has both languages. */
export class CalendarError extends Error {
  readonly says: Said;
  constructor(says: Said) {
    super(says.zh);
    this.name = new.target.name;
    this.says = says;
  }
}

/** A day that the calendar does not cover: before its first year, or after the last year of the lunar table. */
export class CalendarRangeError extends CalendarError {}

/** A period that cannot be counted: a bad amount, unit or start. */
export class PeriodError extends CalendarError {}

/** A convention that is not one of the named ones. */
export class ConventionError extends CalendarError {}

/** A notice that contradicts itself or the calendar; the sentence names the place. */
export class NoticeError extends CalendarError {}
