import { expect, test } from '@jest/globals';
import { formatMoney } from '../../src/money/money.js';
import { stakesOf } from '../../src/report/text/stake.js';
import type { Report } from '../../src/schema-types/report.js';
import { CONTRACT, EVENTS, page, reportOn } from './data.js';

const event = (id: string, type: string, at: string, data: object): string =>
  `${JSON.stringify({ id, contract: 'HJ-2023-0308', type, at, data })}\n`;

const TWICE =
  EVENTS +
  event('out-3', 'outage.started', '2023-10-16T09:00:00+08:00', { cause: 'provider' }) +
  event('out-4', 'outage.ended', '2023-10-27T09:00:00+08:00', { ref: 'out-3' });
const LOSS = TWICE + event('loss-1', 'loss.claimed', '2023-10-27', { by: 'customer', against: 'provider', amount: '5000.00' });

const shownAs = async (events: string): Promise<string[]> =>
  stakesOf(await reportOn('2023-10-30', CONTRACT, events)).map(
    ({ from, to, parts, total }) =>
      `${from} to ${to}: ${parts.map(({ kind, sum }) => `${kind} ${formatMoney(sum)}`).join(', ')} = ${total}`,
  );

test('two outages give one penalty and one refund', async () => {
  expect(await shownAs(TWICE)).toEqual(['provider to customer: penalty 600.00, refund 1175.00 = 1775.00']);
});

test('a loss above the cap is cut to it; the refund stands beside it', async () => {
  expect(await shownAs(LOSS)).toEqual(['provider to customer: penalty 600.00, damages 1400.00, refund 1175.00 = 3175.00']);
  const found = page(await reportOn('2023-10-30', CONTRACT, LOSS)).replace(/\n\s*/g, '');
  expect(found).toContain('超出上限的3600.00元不在其内');
  expect(found).toContain('主张5000.00元，计入1400.00元，上限尚余0.00元');
});

test('before anything is owed nothing is at stake', async () => {
  expect(stakesOf(await reportOn('2023-04-01'))).toEqual([]);
});

test('each month of rent is its own sum; grounds for one refund give it once', () => {
  const owed = (rule: string, instance: string | null, kind: string, amount: string, more: object = {}) => ({
    kind: 'duty',
    status: 'breached',
    rule,
    instance,
    trace: { ledger: [] },
    amounts: [{ kind, from: 'tenant', to: 'landlord', amount, currency: 'CNY', effect: 'owed', fact: `${kind}Of`, ...more }],
  });
  const report = {
    contract: { parties: [{ party: 'landlord' }, { party: 'tenant' }] },
    findings: [
      owed('rent', '2025-01', 'fee', '9000.00'),
      owed('rent', '2025-02', 'fee', '9000.00', { outstanding: '4000.00' }),
      owed('outage', 'o1', 'penalty', '600.00', { once: true }),
      owed('outage', 'o2', 'penalty', '600.00', { once: true }),
      owed('ending', null, 'refund', '50.00'),
      owed('outage', 'o1', 'refund', '50.00', { once: true }),
    ],
  } as unknown as Report;
  expect(stakesOf(report).map(({ parts, total }) => [parts.map(({ kind, sum }) => `${kind} ${formatMoney(sum)}`), total])).toEqual([
    [['penalty 600.00', 'refund 50.00', 'fee 13000.00'], '13650.00'],
  ]);
});
