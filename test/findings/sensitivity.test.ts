import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { check } from '../../src/check.js';
import { readEventFile } from '../../src/events/files.js';
import type { Report } from '../../src/schema-types/report.js';
import { calendar, dayOf } from '../support/bench.js';
import { rulebook } from '../support/rulebooks.js';
import { sourceOf } from '../support/texts.js';

const fixture = (name: string): Buffer => readFileSync(new URL(`../../fixtures/call-center-service/${name}`, import.meta.url));

/** The fixture on the day the right to end arises, with every other reading tried. */
async function tried(readings: ReadonlyMap<string, string> = new Map(), events = fixture('events.ndjson')): Promise<Report> {
  const [report] = await check({
    contracts: [sourceOf('contract.yaml', fixture('contract.yaml').toString('utf8'))],
    rulebooks: new Map([['call-center-service', rulebook('call-center-service')]]),
    events: readEventFile('events.ndjson', events).rows,
    unread: [],
    asOf: dayOf('2023-10-12'),
    calendar,
    readings,
    sensitivity: true,
  });
  return report!;
}

describe('what hangs on a reading', () => {
  let report: Report;
  beforeAll(async () => {
    report = await tried();
  });

  const outage = (reading: string, value: string) =>
    report.sensitivity
      .find((one) => one.reading === reading && one.value === value)
      ?.changes.find((change) => change.rule === 'service-outage' && change.instance === 'out-1');

  test('counted by whole working days, nine days of outage are not more than five', () => {
    // 29 September to 6 October are holidays; whole days without service are 7, 8, 9, 10 and 11 October: five, not more.
    expect(outage('outage-days', 'whole')?.to).toMatchObject({ status: 'inactive', amounts: [] });
  });

  test('counted by days touched, the right arises a day earlier', () => {
    expect(outage('outage-days', 'touched')).toMatchObject({ from: { since: '2023-10-12' }, to: { since: '2023-10-11' } });
  });

  test('with a year to use it, the right to end has a last day', () => {
    expect(outage('termination-lapse', 'one-year')?.to).toEqual({ due: '2024-10-12' });
  });

  test('a reading on which nothing hangs here is listed with no changes', () => {
    expect(report.sensitivity.find((one) => one.reading === 'cap-party' && one.value === 'provider-only')?.changes).toEqual([]);
  });

  test('two readings together are told only where they bring what neither brings alone', () => {
    const both = report.combinations.find(
      (one) => one.readings['outage-days'] === 'touched' && one.readings['termination-lapse'] === 'one-year',
    );
    expect(both?.changes.find((change) => change.rule === 'service-outage')?.to).toMatchObject({ due: '2024-10-11' });
    expect(report.combinations.some((one) => one.readings['cap-party'] !== undefined)).toBe(false);
  });

  test('the alternatives are those not chosen', async () => {
    const chosen = await tried(new Map([['outage-days', 'touched']]));
    expect(chosen.sensitivity.filter((one) => one.reading === 'outage-days').map((one) => one.value)).toEqual(['elapsed', 'whole']);
  });
});

test('without being asked, no reading is tried', async () => {
  const [report] = await check({
    contracts: [sourceOf('contract.yaml', fixture('contract.yaml').toString('utf8'))],
    rulebooks: new Map([['call-center-service', rulebook('call-center-service')]]),
    events: [],
    unread: [],
    asOf: dayOf('2023-10-12'),
    calendar,
  });
  expect(report?.sensitivity).toEqual([]);
});

test('of a sum that is not known the bounds are compared', async () => {
  const events = fixture('events.ndjson')
    .toString('utf8')
    .split('\n')
    .map((line) => (line.includes('"out-1"') ? line.replace('"cause": "provider"', '') : line));
  const report = await tried(new Map(), Buffer.from(events.join('\n')));
  const [change] = report.sensitivity
    .filter(({ reading }) => reading === 'remaining-fee')
    .flatMap(({ changes }) => changes.filter(({ rule }) => rule === 'service-outage'));
  const refundOf = (side: Record<string, unknown> | undefined): unknown =>
    (side?.['amounts'] as readonly { kind: string }[]).find(({ kind }) => kind === 'refund');
  expect(refundOf(change?.from)).toMatchObject({ amount: null, atLeast: '0.00', atMost: '1175.00' });
  expect(refundOf(change?.to)).toMatchObject({ amount: null, atLeast: '0.00', atMost: '1611.31' });
});
