/** What is due, as a calendar to subscribe to: one all-day event for each last day. */
import ical, { escape, ICalCalendarMethod } from 'ical-generator';
import { DateTime } from 'luxon';
import { neutralise } from '../input/quote.js';
import type { Language, Text } from '../input/problem.js';
import type { Report } from '../schema-types/report.js';
import { partyOf, type DueEntry } from './due.js';
import { nothingAhead } from './nothing-ahead.js';
import { REVEALED } from './revealed.js';

const NOTHING_DUE: Text = { zh: '所问期间内没有到期的事项', en: 'Nothing is due within the days asked about' };

/**
 * Days are floating (no zone): a last day is that day wherever the reader is. The stamp is the as-of day, so that the bytes do not depend on the clock.
 * @param nothing what it says where there is no entry
 */
export function dueIcs(entries: readonly DueEntry[], reports: readonly Report[], lang: Language, nothing = NOTHING_DUE): string {
  const calendar = ical({
    prodId: { company: 'heyue', product: 'due', language: lang === 'zh' ? 'ZH' : 'EN' },
    name: lang === 'zh' ? '合同期限' : 'Contract deadlines',
    method: ICalCalendarMethod.PUBLISH,
    ...(reports.some(({ revealed }) => revealed === true) ? { description: escape(REVEALED[lang], false) } : {}),
  });
  for (const entry of entries) {
    const report = reports.find(({ contract }) => contract.id === entry.contract);
    calendar.createEvent({
      // The library escapes summary and description, not this.
      id: escape(neutralise(`${entry.contract}/${entry.rule}/${entry.instance ?? ''}/${entry.due}@heyue`), false),
      stamp: utc(report?.asOf ?? entry.due),
      start: utc(entry.due),
      end: utc(entry.due).plus({ days: 1 }),
      allDay: true,
      summary: neutralise(
        `${entry.clause} ${entry.title[lang]}${entry.begins === null ? '' : FORECAST[lang]}${entry.provisional ? PROVISIONAL[lang] : ''}`,
      ),
      description: [
        `${partyOf(entry, reports, lang)}${lang === 'zh' ? '：' : ': '}${entry.title[lang]}`,
        `${entry.contract}${entry.instance === null ? '' : ` ${entry.instance}`}${begins(entry, lang)}`,
        report?.contract.title ?? '',
      ]
        .map((line) => neutralise(line))
        .join('\n'),
    });
  }
  const written = `${calendar.toString()}\r\n`;
  if (entries.length > 0 || reports.length === 0) return written;
  return written.replace(/END:VCALENDAR\r\n$/, (end) => `${nothingAhead(reports, nothing, lang)}\r\n${end}`);
}

const PROVISIONAL: Text = { zh: '（暂定）', en: ' (provisional)' };
const FORECAST: Text = { zh: '（预计）', en: ' (forecast)' };

function begins(entry: DueEntry, lang: Language): string {
  if (entry.begins === null) return '';
  return lang === 'zh' ? `，无新记录则自 ${entry.begins} 起` : `, from ${entry.begins} on if nothing happens`;
}

const utc = (day: string): DateTime => DateTime.fromISO(day, { zone: 'utc' });
