import type { Calendar } from '../calendar/calendar.js';
import type { Report } from '../schema-types/report.js';
import { dueEntries } from './due.js';
import { dueIcs } from './due-ics.js';
import type { Rendering } from './formats.js';

/** Every last day still ahead, however far, as a calendar to subscribe to. */
export const ics = (reports: readonly Report[], { lang }: Rendering, calendar: Calendar): string =>
  dueIcs(dueEntries(reports, calendar, Infinity), reports, lang);
