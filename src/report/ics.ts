import type { Calendar } from '../calendar/calendar.js';
import type { Text } from '../input/problem.js';
import type { Report } from '../schema-types/report.js';
import { dueEntries } from './due.js';
import { dueIcs } from './due-ics.js';
import type { Rendering } from './formats.js';

const NOTHING_AHEAD: Text = { zh: '至检查日，没有尚未到期的期限', en: 'As of this day no deadline lies ahead' };

/** Every last day still ahead, however far, as a calendar to subscribe to. */
export const ics = (reports: readonly Report[], { lang }: Rendering, calendar: Calendar): string =>
  dueIcs(dueEntries(reports, calendar, Infinity), reports, lang, NOTHING_AHEAD);
