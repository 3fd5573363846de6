import { describe, expect, test } from '@jest/globals';
import type { Language } from '../../src/input/problem.js';
import { formatMoney } from '../../src/money/money.js';
import { pageOf } from '../../src/report/told/page.js';
import { stakesOf } from '../../src/report/told/stake.js';
import { stakeNotes } from '../../src/report/told/stake-notes.js';
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

describe('a payment that came late', () => {
  const late = (kind: string, from: string, more: object = {}, performedOn: string | null = '2025-02-10') =>
    ({
      contract: { parties: [{ party: 'landlord' }, { party: 'tenant' }] },
      findings: [
        {
          kind: 'duty',
          status: 'breached',
          rule: 'rent',
          instance: '2025-02',
          bearer: 'tenant',
          performedOn,
          trace: { ledger: [] },
          amounts: [{ kind, from, to: from === 'tenant' ? 'landlord' : 'tenant', amount: '9000.00', effect: 'owed', ...more }],
        },
      ],
    }) as unknown as Report;
  const total = (report: Report): readonly string[] => stakesOf(report).map((stake) => stake.total);

  test('is paid: the fee is what the duty consists in', () => {
    expect(total(late('fee', 'tenant'))).toEqual([]);
    expect(total(late('refund', 'tenant'))).toEqual([]);
  });
  test('leaves the penalty for its lateness open', () => {
    expect(total(late('penalty', 'tenant'))).toEqual(['9000.00']);
  });
  test('is open as long as it has not come', () => {
    expect(total(late('fee', 'tenant', {}, null))).toEqual(['9000.00']);
  });
  test('is what says how much is paid, where something does', () => {
    expect(total(late('fee', 'tenant', { outstanding: '10.00' }))).toEqual(['10.00']);
  });
  test('of one side is no payment of the other', () => {
    expect(total(late('fee', 'landlord'))).toEqual(['9000.00']);
  });
});

test('what a limit shows is named beside the sums, and not in them', () => {
  const limit = (effect: string, amount: string) =>
    ({
      contract: {
        parties: [
          { party: 'a', says: { zh: '甲方', en: 'A' } },
          { party: 'b', says: { zh: '乙方', en: 'B' } },
        ],
      },
      findings: [
        {
          kind: 'limit',
          status: 'exceeded',
          clause: '4.4',
          title: { zh: '超时费', en: 'Overtime' },
          rule: 'overtime',
          trace: { ledger: [] },
          amounts: [{ kind: 'fee', from: 'a', to: 'b', amount, effect }],
        },
      ],
    }) as unknown as Report;
  const notes = (report: Report, lang: Language): readonly string[] => stakeNotes(pageOf(report, { lang }), false);
  expect(stakesOf(limit('owed', '5.00'))).toEqual([]);
  expect(notes(limit('owed', '5.00'), 'zh')).toEqual(['“4.4 超时费”所列款项没有计入以上金额，见“三、其余各条”。']);
  expect(notes(limit('owed', '5.00'), 'en')).toEqual(['What “4.4 Overtime” shows is not in these sums; see part 3.']);
  expect(notes(limit('owed', '0.00'), 'zh')).toEqual([]);
  expect(notes(limit('consumed', '5.00'), 'zh')).toEqual([]);
});
