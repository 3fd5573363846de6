import { describe, expect, test } from '@jest/globals';
import { dueEntries, dueText } from '../../src/report/due.js';
import { dueIcs } from '../../src/report/due-ics.js';
import type { Report } from '../../src/schema-types/report.js';
import { calendar } from '../support/bench.js';
import { run } from '../support/rulebooks.js';
import { reportOf } from '../support/scenario.js';

const OPENING = {
  events: [
    { id: 'p1', type: 'payment.received', at: '2023-09-27T10:00:00+08:00', data: { amount: '2000.00' } },
    { id: 'm1', type: 'materials.submitted', at: '2023-09-27T10:00:00+08:00', data: {} },
    { id: 'm2', type: 'materials.approved', at: '2023-09-27T15:00:00+08:00', data: {} },
  ],
  contract: { signedOn: '2023-09-27' },
};

const asOf = (day: string): Promise<Report> => reportOf(run('call-center-service'), OPENING, day);

describe('what is due', () => {
  test('three working days over the National Day holiday: 28 September, then the worked 7 and 8 October', async () => {
    const [entry] = dueEntries([await asOf('2023-09-28')], calendar, 30).filter((one) => one.rule === 'activation');
    expect(entry).toMatchObject({
      contract: 'HJ-2023-0308',
      instance: null,
      due: '2023-10-08',
      daysLeft: 10,
      workingDaysLeft: 2,
      provisional: false,
    });
  });

  test('on its last day it is due today, and the day after it is no longer due but broken', async () => {
    expect(dueEntries([await asOf('2023-10-08')], calendar, 30).find((one) => one.rule === 'activation')?.daysLeft).toBe(0);
    expect(dueEntries([await asOf('2023-10-09')], calendar, 30).find((one) => one.rule === 'activation')).toBeUndefined();
  });

  test('what lies beyond the days asked about is left out', async () => {
    expect(dueEntries([await asOf('2023-09-28')], calendar, 9)).toEqual([]);
  });

  test('the text says who, what and how long', async () => {
    const report = await asOf('2023-09-28');
    expect(dueText(dueEntries([report], calendar, 30), [report], 'zh')).toContain(
      '2023-10-08  还有 10 日（2 个工作日）\n    HJ-2023-0308  二.2.1  乙方：',
    );
    expect(dueText([], [report], 'zh')).toBe('没有即将到期的事项。\n');
  });

  test('the calendar has one all-day event, stamped with the day asked about', async () => {
    const report = await asOf('2023-09-28');
    const lines = dueIcs(dueEntries([report], calendar, 30), [report], 'zh').split('\r\n');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines).toEqual(expect.arrayContaining(['DTSTAMP:20230928T000000Z', 'DTSTART;VALUE=DATE:20231008', 'DTEND;VALUE=DATE:20231009']));
  });

  test('a calendar without events says that nothing is due in these days, not that nothing ever is', async () => {
    const report = await asOf('2023-09-28');
    const lines = dueIcs([], [report], 'zh').split('\r\n');
    expect(lines.filter((line) => line.startsWith('BEGIN:'))).toEqual(['BEGIN:VCALENDAR', 'BEGIN:VJOURNAL']);
    expect(lines).toContain('SUMMARY:所问期间内没有到期的事项');
  });
});
