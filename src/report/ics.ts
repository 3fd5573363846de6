import type { Calendar } from '../calendar/calendar.js';
import type { Text } from '../input/problem.js';
import type { Report } from '../schema-types/report.js';
import { dueEntries } from './due.js';
import { dueIcs } from './due-ics.js';
import type { Rendering } from './formats.js';

const NOTHING_AHEAD: Text = { zh: '至检查日，没有尚未到期的期限', en: 'As of this day no deadline lies ahead' };
const NOT_BEGUN: Text = {
  zh: `${NOTHING_AHEAD.zh}；还没有开始的各月、各期，用 heyue due 可以预计`,
  en: `${NOTHING_AHEAD.en}; heyue due looks ahead to months and periods that have not begun`,
};

/** Every last day still ahead, however far, as a calendar to subscribe to. */
export const ics = (reports: readonly Report[], { lang }: Rendering, calendar: Calendar): string =>
  dueIcs(dueEntries(reports, calendar, Infinity), reports, lang, reports.some((one) => one.recurring === true) ? NOT_BEGUN : NOTHING_AHEAD);
