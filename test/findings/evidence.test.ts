/** A finding names every event on which its status, its days, its sums and what is still open of them rest, and no other. */
import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/schema-types/report.js';
import { run } from '../support/rulebooks.js';
import { reportOf } from '../support/scenario.js';

const evidenceOf = ({ findings }: Report, rule: string, instance: string | null = null): readonly string[] =>
  [...(findings.find((one) => one.rule === rule && one.instance === instance)?.evidence ?? ['no such finding'])].sort();

const goods = run('sale-of-goods');
const SALE = [
  { id: 'paid', type: 'deposit.paid', at: '2023-11-10T10:00', data: { amount: '2500000.00' } },
  { id: 'first', type: 'goods.delivered', at: '2023-12-15T10:00', data: { instalment: '第1批', shipment: 'A', tonnes: 60 } },
  { id: 'report', type: 'progress.reported', at: '2023-12-20T10:00', data: {} },
  { id: 'end', type: 'contract.terminated', at: '2024-02-26T10:00', data: { by: 'buyer', basis: 'terminate-for-delay' } },
  { id: 'choice', type: 'remedy.elected', at: '2024-03-01T10:00', data: { by: 'buyer', remedy: 'deposit' } },
  { id: 'returned', type: 'deposit.returned', at: '2024-03-05T10:00', data: { amount: '500000.00' } },
  { id: 'later', type: 'deposit.returned', at: '2024-05-01T10:00', data: { amount: '1.00' } },
];

describe('what a finding rests on', () => {
  test('a deposit given back in part, and the ending on which the right to it rests', async () => {
    const evidence = evidenceOf(await reportOf(goods, { events: SALE }, '2024-03-10'), 'deposit-double');
    expect(evidence).toEqual(expect.arrayContaining(['choice', 'end', 'paid', 'returned']));
    expect(evidence).not.toContain('report');
    expect(evidence).not.toContain('later');
  });

  test('the right that the ending used rests on the deliveries that were late; so does what follows from it', async () => {
    const report = await reportOf(goods, { events: SALE }, '2024-03-10');
    expect(evidenceOf(report, 'terminate-for-delay')).toEqual(['end', 'first']);
    expect(evidenceOf(report, 'deposit-double')).toEqual(['choice', 'end', 'first', 'paid', 'returned']);
  });

  test('a figure that is held against a limit, kept or passed', async () => {
    const report = await reportOf(goods, { events: SALE }, '2023-12-31');
    expect(report.findings.find(({ rule }) => rule === 'deposit-ceiling')?.status).toBe('breached');
    expect(evidenceOf(report, 'deposit-ceiling')).toEqual(['paid']);
    expect(report.findings.find(({ rule, instance }) => rule === 'delivered-quantity' && instance === '第1批')?.status).toBe('met');
    expect(evidenceOf(report, 'delivered-quantity', '第1批')).toEqual(['first']);
    expect(evidenceOf(report, 'delivered-quantity', '第2批')).toEqual([]);
  });

  test('a cap rests on the claims under it, not on what was given back beside it', async () => {
    const evidence = evidenceOf(await reportOf(goods, { events: SALE }, '2024-03-10'), 'liability-cap');
    expect(evidence).toEqual(['choice', 'end', 'first', 'paid']);
  });

  test('what was paid on later months plays no part in a month that is cleared', async () => {
    const paid = (id: string, at: string, amount: string) => ({ id, type: 'payment.received', at, data: { amount, purpose: 'rent' } });
    const events = [
      { id: 'keys', type: 'premises.handed-over', at: '2023-03-15T10:00', data: {} },
      paid('may', '2023-05-18T16:00', '49355.00'),
      paid('june', '2023-06-05T16:00', '40000.00'),
    ];
    const report = await reportOf(run('office-lease'), { events }, '2023-06-20');
    expect(evidenceOf(report, 'monthly-rent', '2023-05')).toEqual(['may']);
    expect(evidenceOf(report, 'monthly-rent', '2023-06')).toEqual(['june', 'may']);
  });

  test('every event that is named is described', async () => {
    const { findings, events } = await reportOf(goods, { events: SALE }, '2024-03-10');
    const described = new Set(events.map(({ id }) => id));
    expect(findings.flatMap(({ evidence }) => evidence).filter((id) => !described.has(id))).toEqual([]);
  });
});
