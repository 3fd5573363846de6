import { describe, expect, test } from '@jest/globals';
import type { Language } from '../../src/input/problem.js';
import { pageOf } from '../../src/report/told/page.js';
import { broughtIn, claimsOf } from '../../src/report/claims.js';
import { stakeNotes } from '../../src/report/told/stake-notes.js';
import type { Report } from '../../src/schema-types/report.js';
import { heyue } from '../docs/heyue.js';
import { CONTRACT, EVENTS, page, reportOn } from './data.js';

const event = (id: string, type: string, at: string, data: object): string =>
  `${JSON.stringify({ id, contract: 'HJ-2023-0308', type, at, data })}\n`;

const TWICE =
  EVENTS +
  event('out-3', 'outage.started', '2023-10-16T09:00:00+08:00', { cause: 'provider' }) +
  event('out-4', 'outage.ended', '2023-10-27T09:00:00+08:00', { ref: 'out-3' });
const LOSS = TWICE + event('loss-1', 'loss.claimed', '2023-10-27', { by: 'customer', against: 'provider', amount: '5000.00' });

const shownAs = async (events: string): Promise<string[]> =>
  (await reportOn('2023-10-30', CONTRACT, events)).claims.map(
    ({ from, to, parts, amount }) => `${from} to ${to}: ${parts.map((part) => `${part.kind} ${part.amount}`).join(', ')} = ${amount}`,
  );

test('two outages give one penalty and one refund', async () => {
  expect(await shownAs(TWICE)).toEqual(['provider to customer: penalty 600.00, refund 1175.00 = 1775.00']);
});

test('a loss above the cap is cut to it; the refund stands beside it', async () => {
  expect(await shownAs(LOSS)).toEqual(['provider to customer: penalty 600.00, damages 1400.00, refund 1175.00 = 3175.00']);
  const found = page(await reportOn('2023-10-30', CONTRACT, LOSS)).replace(/\n\s*/g, '');
  expect(found).toContain('超出上限的3600.00元不在其内');
  expect(found).toContain('甲方向乙方主张损害赔偿5000.00元，计入1400.00元，上限尚余0.00元');
});

test('before anything is owed nothing is at stake', async () => {
  expect((await reportOn('2023-04-01')).claims).toEqual([]);
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
  expect(claimsOf(report).map(({ parts, amount }) => [parts.map((part) => `${part.kind} ${part.amount}`), amount])).toEqual([
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
  const total = (report: Report): readonly string[] => claimsOf(report).map(({ amount }) => String(amount));

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

const OVER = {
  kind: 'leaf',
  fact: 'overtime',
  says: { zh: '超时', en: 'overtime' },
  operator: 'more-than',
  operatorSays: { zh: '超过', en: 'more than' },
  negated: false,
  value: { zh: '3小时', en: '3 hours' },
  operand: { zh: '2小时', en: '2 hours' },
  operandSays: { zh: '免费时长', en: 'free hours' },
  holds: 'yes',
  margin: { zh: '多1小时', en: '1 hour more' },
};

test('what a limit shows is named beside the sums and not added to them; what is beyond it is told', () => {
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
          trace: { ledger: [], failure: null, working: [], conditions: [{ name: 'exceeded', exemption: null, holds: 'yes', tree: OVER }] },
          amounts: [{ kind: 'fee', from: 'a', to: 'b', amount, effect }],
        },
      ],
    }) as unknown as Report;
  const notes = (report: Report, lang: Language): readonly string[] => stakeNotes(pageOf(report, { lang }), false);
  expect(claimsOf(limit('owed', '5.00'))).toEqual([]);
  expect(notes(limit('owed', '5.00'), 'zh')).toEqual([
    '“4.4 超时费”所列款项没有另外计入以上金额（其中由其他条款产生的，已在各该条款中计入）。',
    '“4.4 超时费”已超出：超时3小时，超过免费时长2小时（多1小时）；超出的部分没有从以上金额中减去。',
  ]);
  expect(notes(limit('owed', '5.00'), 'en')).toEqual([
    'What “4.4 Overtime” shows is not added to these sums (what other clauses give of it is in them by those).',
    '“4.4 Overtime” is exceeded: overtime 3 hours is more than free hours 2 hours (1 hour more); what is beyond it is not taken off these sums.',
  ]);
  expect(notes(limit('owed', '0.00'), 'zh')).toEqual([]);
  expect(notes(limit('consumed', '5.00'), 'zh')).toEqual([]);
});

describe('what nobody can tell', () => {
  const rent = (status: string, more: object) => ({
    kind: 'duty',
    status,
    rule: 'rent',
    instance: '2024-02',
    bearer: 'tenant',
    performedOn: null,
    trace: { ledger: [] },
    amounts: [{ kind: 'fee', from: 'tenant', to: 'landlord', amount: '9000.00', currency: 'CNY', effect: 'owed', ...more }],
  });
  const claims = (...findings: readonly object[]) =>
    claimsOf({ contract: { parties: [{ party: 'landlord' }, { party: 'tenant' }] }, findings } as unknown as Report);

  test('is not certain, and is not left out', () => {
    expect(claims(rent('undetermined', { outstanding: null, outstandingAtLeast: '0.00', outstandingAtMost: '9000.00' }))).toEqual([
      {
        from: 'tenant',
        to: 'landlord',
        amount: null,
        atLeast: '0.00',
        atMost: '9000.00',
        currency: 'CNY',
        parts: [{ kind: 'fee', amount: null, atLeast: '0.00', atMost: '9000.00' }],
      },
    ]);
    expect(claims(rent('undetermined', {}))[0]).toMatchObject({ amount: null, atLeast: '0.00', atMost: '9000.00' });
  });
  test('stands beside what is certain', () => {
    const both = [rent('breached', { outstanding: '4000.00' }), { ...rent('undetermined', {}), instance: '2024-03' }];
    expect(claims(...both)[0]).toMatchObject({ atLeast: '4000.00', atMost: '13000.00' });
  });
  test('has no upper bound where one of its sums has none', () => {
    expect(
      claims(rent('breached', { amount: null, atLeast: '5.00', atMost: null }), { ...rent('breached', {}), instance: '2024-03' })[0],
    ).toMatchObject({
      atLeast: '9005.00',
      atMost: null,
    });
  });
  test('on its first page, in words, of a log with a gap', async () => {
    const gap = CONTRACT.replace(/coverage: \{[^}]*\}/, 'coverage: { outage: 2023-09-30 }');
    expect(gap).not.toBe(CONTRACT);
    const found = page(await reportOn('2023-10-12', gap)).replace(/\n\s*/g, '');
    expect(found).toMatch(/金额.{0,30}可以向乙方主张什么款项不能认定：违约金至多 600.00元，退款至多 1175.00元。/);
  });
});

/** A broken duty of the seller that gives a penalty of 100. */
const penalty = (instance: string, ofAmount: object = {}, ofFinding: object = {}) => ({
  kind: 'duty',
  status: 'breached',
  rule: 'delivery',
  instance,
  bearer: 'seller',
  performedOn: null,
  trace: { ledger: [] },
  amounts: [{ kind: 'penalty', from: 'seller', to: 'buyer', amount: '100.00', currency: 'CNY', effect: 'owed', ...ofAmount }],
  ...ofFinding,
});
/** What of it, or of a loss that an event states, drew on a cap. */
const draw = (instance: string | null, allowed: string) => ({
  day: '2024-01-01',
  rule: instance === null ? null : 'delivery',
  instance,
  event: instance === null ? 'loss-1' : null,
  kind: 'penalty',
  from: 'seller',
  to: 'buyer',
  asked: '100.00',
  allowed,
  left: '0.00',
});
const cap = (amount: string, ...ledger: readonly object[]) => ({
  kind: 'limit',
  status: 'exceeded',
  rule: 'cap',
  instance: null,
  trace: { ledger },
  amounts: [{ kind: 'penalty', from: 'seller', to: 'buyer', amount, currency: 'CNY', effect: 'owed' }],
});
const claims = (...findings: readonly object[]) =>
  claimsOf({ contract: { parties: [{ party: 'seller' }, { party: 'buyer' }] }, findings } as unknown as Report)[0];

describe('a finding that somebody has accepted', () => {
  const waiver = { owner: '采购部', reason: '已另行补偿', until: '2024-12-31' };

  test('is summed apart', () => {
    expect(claims(penalty('a'), penalty('b', {}, { waiver }))).toMatchObject({
      amount: '100.00',
      accepted: [{ kind: 'penalty', amount: '100.00' }],
    });
  });
  test('is summed apart under a cap too, as the cap cut it', () => {
    const cut = cap('150.00', draw('a', '100.00'), draw('b', '50.00'));
    expect(claims(penalty('a'), penalty('b', {}, { waiver }), cut)).toMatchObject({
      amount: '100.00',
      parts: [{ kind: 'penalty', amount: '100.00' }],
      accepted: [{ kind: 'penalty', amount: '50.00' }],
    });
  });
});

describe('what has been paid', () => {
  test('is not claimed again', () => {
    expect(claims(penalty('a', { outstanding: '30.00' }))).toMatchObject({
      amount: '30.00',
      parts: [{ kind: 'penalty', amount: '30.00' }],
    });
  });
  test('is not claimed again under a cap, where it counts up to what the cap let through', () => {
    const drawn = [draw('a', '100.00'), draw('b', '50.00')];
    expect(claims(penalty('a', { outstanding: '30.00' }), penalty('b'), cap('150.00', ...drawn))).toMatchObject({ amount: '80.00' });
    expect(claims(penalty('a'), penalty('b', { outstanding: '10.00' }), cap('150.00', ...drawn))).toMatchObject({ amount: '100.00' });
    const unknown = { outstanding: null, outstandingAtLeast: '40.00', outstandingAtMost: '90.00' };
    expect(claims(penalty('a', unknown), penalty('b'), cap('150.00', ...drawn))).toMatchObject({ atLeast: '90.00', atMost: '140.00' });
  });
  test('is said not to be recorded, where no rule says what is paid', () => {
    const unrecorded = { paymentRecorded: false };
    expect(claims(penalty('a', unrecorded), penalty('b'))?.parts).toEqual([
      { kind: 'penalty', amount: '200.00', paymentUnrecorded: '100.00' },
    ]);
    expect(
      claims(penalty('a', unrecorded), penalty('b'), cap('120.00', draw('a', '70.00'), draw('b', '30.00'), draw(null, '20.00')))?.parts,
    ).toEqual([{ kind: 'penalty', amount: '120.00', paymentUnrecorded: '90.00' }]);
  });
  test('is said on the first page not to be recorded', async () => {
    const found = page(await reportOn('2023-10-12')).replace(/\n\s*/g, '');
    expect(found).toContain(
      '可以向乙方主张 1775.00元：违约金 600.00元，退款 1175.00元。其中违约金 600.00元，规则没有载明已付多少；已经支付的，应当减去。',
    );
  });
  test.each([
    ['2024-12-16', '2701.75', '630.00元 paid on 1 March, 52.50元 of what is left of that payment on a later penalty'],
    ['2025-01-10', '0.00', 'the rest paid that day'],
    ['2026-04-10', '0.00', 'what came after was kept from the deposit'],
  ])(
    'of the penalties of a lease, as of %s, leaves %s: %s',
    async (asOf, open) => {
      const { code, out } = await heyue(
        `check fixtures/office-lease/contract.yaml --events fixtures/office-lease/events.csv --as-of ${asOf} --format json --fail-on never`,
      );
      expect(code).toBe(0);
      const claimed = (JSON.parse(out) as Report).claims.find(({ from }) => from === 'tenant')?.parts ?? [];
      expect(claimed.find(({ kind }) => kind === 'penalty')?.amount ?? '0.00').toBe(open);
    },
    60_000,
  );
});

test('what a cap cut says so where it stands, and the amounts that are in the claims sum up to them', async () => {
  const small = CONTRACT.replace('liabilityCap: "1.00"', 'liabilityCap: "0.20"');
  expect(small).not.toBe(CONTRACT);
  const report = await reportOn('2023-10-12', small);
  expect(report.claims.map(({ amount }) => amount)).toEqual(['1575.00']);
  expect(page(report)).toContain('违约金 600.00元，乙方应付甲方，按“七.9 赔偿上限”只计入400.00元');
  const brought = report.findings.flatMap(({ rule, amounts }) =>
    amounts.flatMap((amount) => {
      const sum = broughtIn(report).get(amount);
      return sum === undefined ? [] : [`${rule} ${amount.kind} ${sum}`];
    }),
  );
  expect(brought).toEqual(['service-outage refund 1175.00', 'liability-cap penalty 400.00']);
});

test('that a sum grows by the day is said, and only where it changes the day after', async () => {
  const text = async (asOf: string): Promise<string> => {
    const call = `check fixtures/sale-of-goods/contract.yaml --events fixtures/sale-of-goods/events.ndjson --as-of ${asOf} --fail-on never`;
    return (await heyue(call)).out.replaceAll(/\n\s*/g, '');
  };
  const says = '有的款项（例如逐日累计的违约金）次日即改变';
  expect(await text('2024-07-20')).not.toContain(says);
  expect(await text('2024-03-15')).toContain(says);
}, 60_000);
