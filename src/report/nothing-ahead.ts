/** A calendar must have something in it (RFC 5545, 3.6): where no day is ahead, an entry that says so. */
import { escape, foldLines } from 'ical-generator';
import { neutralise } from '../input/quote.js';
import type { Language, Text } from '../input/problem.js';
import { digestOf } from '../input/digest.js';
import type { Report } from '../schema-types/report.js';

/** An entry of a diary (VJOURNAL), which takes up no time and reminds of nothing, on the as-of day. */
export function nothingAhead(reports: readonly Report[], says: Text, lang: Language): string {
  const contracts = reports.map(({ contract }) => contract.id).join(lang === 'zh' ? '、' : ', ');
  const day = reports[0]?.asOf.replaceAll('-', '') ?? '';
  const lines = [
    'BEGIN:VJOURNAL',
    `UID:none/${digestOf(contracts).slice(-16)}/${day}@heyue`,
    `DTSTAMP:${day}T000000Z`,
    `DTSTART;VALUE=DATE:${day}`,
    `SUMMARY:${escape(says[lang], false)}`,
    `DESCRIPTION:${escape(neutralise(contracts), false)}`,
    'END:VJOURNAL',
  ];
  return foldLines(lines.join('\r\n'));
}
