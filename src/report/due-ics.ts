/** What is due, as a calendar to subscribe to: one all-day event for each last day. */
import ical, { ICalCalendarMethod } from 'ical-generator';
import { DateTime } from 'luxon';
import { neutralise } from '../input/quote.js';
import type { Language } from '../input/problem.js';
import type { Report } from '../schema-types/report.js';
import type { DueEntry } from './due.js';

/** Days are floating (no zone): a last day is that day wherever the reader is. The stamp is the as-of day, so that the bytes do not depend on the clock. */
export function dueIcs(entries: readonly DueEntry[], reports: readonly Report[], lang: Language): string {
  const calendar = ical({
    prodId: { company: 'heyue', product: 'due', language: lang === 'zh' ? 'ZH' : 'EN' },
    name: lang === 'zh' ? '合同期限' : 'Contract deadlines',
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const entry of entries) {
    const asOf = reports.find((report) => report.contract.id === entry.contract)?.asOf ?? entry.due;
    calendar.createEvent({
      id: `${entry.contract}/${entry.rule}/${entry.instance ?? ''}/${entry.due}@heyue`,
      stamp: utc(asOf),
      start: utc(entry.due),
      end: utc(entry.due).plus({ days: 1 }),
      allDay: true,
      summary: neutralise(
        `${entry.clause} ${entry.title[lang]}${entry.provisional ? (lang === 'zh' ? '（暂定）' : ' (provisional)') : ''}`,
      ),
      description: neutralise(`${entry.contract}${entry.instance === null ? '' : ` ${entry.instance}`}`),
    });
  }
  return `${calendar.toString()}\r\n`;
}

const utc = (day: string): DateTime => DateTime.fromISO(day, { zone: 'utc' });
