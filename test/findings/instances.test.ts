import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/schema-types/report.js';
import { schemaFaults } from '../support/report-schema.js';
import { reportOf, type Scenario } from '../support/scenario.js';
import { event, rulebookOf, sourceOf, type WrittenEvent } from '../support/texts.js';

// Rules for each month, quarter, year, period and row, judged through check(): rules/README.md, “Each month, period, row”.

const LEASE = `
rulebook: lease
version: 1.0.0
title: 租赁
parties: { tenant: { says: 承租方 }, landlord: { says: 出租方 } }
counting: { roll: none }
terms:
  leaseFrom:    { says: 起租日, type: date, default: "2023-01-15" }
  leaseTo:      { says: 止租日, type: date, default: "2023-04-20" }
  rent:         { says: 月租, type: money, default: "100" }
  payDay:       { says: 每月几日付, type: count, default: 25 }
  ahead:        { says: 提前几日, type: days, default: 10 }
  period:       { says: 付租周期, type: months, default: 3 }
  fortnight:    { says: 两周, type: days, default: 14 }
  lasting:      { says: 期长, type: duration, default: P2M }
  contractYear: { says: 合同年度, type: years, default: 1 }
  wait:         { says: 等候, type: hours, default: "48" }
  dailyRate:    { says: 日息, type: ratio per days, default: "0.01" }
  trifle:       { says: 小额, type: money, default: "2" }
  lateFrom:     { says: 四月初, type: date, default: "2023-03-31" }
  cap:          { says: 赔偿上限, type: money, default: "100" }
  lots:         { says: 批次, columns: { name: { says: 批名, type: text }, due: { says: 交期, type: date }, amount: { says: 货款, type: money } }, optional: yes }
readings:
  scope: { clause: 一, about: 计入什么, why: 未写明, default: all, choices: { all: 全部, penalties: 只计违约金 } }
events:
  paid:    { says: 付租, data: { amount: { says: 金额, type: money } } }
  handed:  { says: 交房, data: {} }
  ended:   { says: 终止, data: {} }
  noise:   { says: 扰邻, data: {} }
  loss:    { says: 损失, data: { by: { says: 受损方, type: party }, against: { says: 责任方, type: party }, amount: { says: 金额, type: money } } }
  shipped: { says: 发货, data: { lot: { says: 批次, item: lots } } }
clauses: [一]
`;

const FACTS = `firstDay: { says: 首日, start: this }
lastDay: { says: 末日, end: this }
dueDay: { says: 应付日, day-of-month: payDay }
owed: { says: 累计应付, running: rent }
paidOn: { says: 付足日, reached: owed, adding: amount, of: paid }
early: { says: 提前日, period: ahead, from: firstDay, backward: yes }
afterwards: { says: 次月首日, day-after: lastDay }
handedOn: { says: 交房日, first: handed }
endedOn: { says: 终止日, first: ended }
noises: { says: 扰邻次数, count: noise, from: firstDay, to: lastDay }
noisy: { says: 扰邻, holds: { fact: noises, operator: at-least, value: 1 } }
thisLot: { says: 本批, item: name }
lotDue: { says: 交期, item: due }
unfit: { says: 不适住, determined: yes/no, question: 当月是否不适住, by: 法务部 }
unpaid: { says: 未付足, holds: { fact: paidOn, operator: after, value: { fact: dueDay } } }
firstPaid: { says: 首次付租, first: paid }
waited: { says: 等候, hours-between: [firstPaid, today] }
unanswered: { says: 未等到, hours-between: [firstPaid, handedOn] }
interest: { says: 利息, accrue: dailyRate, on: rent, after: firstPaid, through: today }
broken: { says: 有违约, standing: [r], is: [breached] }
howOften: { says: 欠租月数, how-many: unpaid, each: { month: calendar, from: leaseFrom, to: leaseTo } }
shippedHere: { says: 本期发货, first: shipped, where: { lot: { is: thisLot } }, from: firstDay, to: lastDay }
lotAmount: { says: 货款, item: amount }
soFar: { says: 累计货款, running: lotAmount }
nothing: { says: 没有发货, holds: { not: { fact: shippedHere, operator: happened, value: yes } } }
longest: { says: 连续未发, in-a-row: nothing, each: { item: lots, month: calendar, from: lotDue, to: leaseTo } }
late: { says: 四月以后, holds: { fact: firstDay, operator: after, value: { fact: lateFrom } } }
fewInARow: { says: 连续, in-a-row: late, each: { item: lots, month: calendar, from: lotDue, to: leaseTo } }
wholeEnd: { says: 整期末日, end: this, whole: yes }
shippedOn: { says: 发货日, first: shipped, where: { lot: { is: thisLot } } }
`;

const MONTHS = '{ month: calendar, from: leaseFrom, to: leaseTo }';
/** A month's rent, due on a day of the month. */
const rent = (each: string, more = ''): string =>
  `{ clause: 一, rule: r, title: 付租, kind: duty, bearer: tenant, toward: landlord, each: ${each}, due: dueDay, performed: paidOn${more} }`;
const right = (each: string, more = ''): string =>
  `{ clause: 一, rule: r, title: 可以, kind: right, holder: tenant, each: ${each}${more} }`;
const LOTS = [
  { name: '甲', due: '2023-03-31', amount: '30' },
  { name: '乙', due: '2023-04-30', amount: '20' },
];

const paid = (id: string, at: string, amount = 100): WrittenEvent => event(id, 'paid', at, { amount });
const ended = (at: string): WrittenEvent => event('e1', 'ended', at);

type Given = Pick<Scenario, 'terms'> & {
  readonly events?: readonly WrittenEvent[];
  readonly coverage?: Readonly<Record<string, string>>;
  readonly amendments?: readonly unknown[];
  readonly determinations?: readonly unknown[];
};

async function findingsOf(
  clauses: string,
  asOf: string,
  { events = [], terms = {}, ...contract }: Given = {},
): Promise<Report['findings']> {
  const base = {
    id: 'L-1',
    rulebook: 'lease',
    signedOn: '2023-01-03',
    parties: { tenant: { name: '某科技公司' }, landlord: { name: '某通信公司' } },
    terms: {},
  };
  const rulebook = rulebookOf({ rulebook: LEASE, facts: FACTS, clauses });
  const report = await reportOf({ rulebook, base: sourceOf('base.json', JSON.stringify(base)) }, { contract, terms, events }, asOf);
  expect(schemaFaults(report)).toEqual([]);
  expect(report.findings.map((one) => one.trace.failure)).toEqual(report.findings.map(() => null));
  return report.findings;
}

/** `2023-02 breached`, one for each instance. */
const found = async (clauses: string, asOf: string, given: Given = {}): Promise<readonly string[]> =>
  (await findingsOf(clauses, asOf, given)).map((one) => `${String(one.instance)} ${one.status}`);
const ids = async (clauses: string, asOf: string, given: Given = {}): Promise<readonly (string | null)[]> =>
  (await findingsOf(clauses, asOf, given)).map((one) => one.instance);
const one = async (instance: string | null, clauses: string, asOf: string, given: Given = {}): Promise<Report['findings'][number]> => {
  const finding = (await findingsOf(clauses, asOf, given)).find((other) => other.instance === instance);
  if (finding === undefined) throw new Error(`no finding for ${String(instance)}`);
  return finding;
};

test('two periods that begin together and are cut to the same day are not taken for one another', async () => {
  const of = (rule: string, every: string): string =>
    `{ clause: 一, rule: ${rule}, title: 交接, kind: duty, bearer: tenant, each: { every: ${every}, from: leaseFrom, to: leaseTo }, due: wholeEnd, performed: handedOn }`;
  const findings = await findingsOf(`${of('r', 'contractYear')}\n---\n${of('s', 'lasting')}`, '2023-01-20', {
    terms: { leaseTo: '2023-02-01' },
  });
  expect(findings.map(({ rule, due }) => [rule, due])).toEqual([
    ['r', '2024-01-14'],
    ['s', '2023-03-14'],
  ]);
});

describe('months, quarters and years', () => {
  test('while there is none: one finding without an instance, inactive', async () => {
    expect(await found(rent(MONTHS), '2023-01-14')).toEqual(['null inactive']);
  });
  test('of a prohibition: compliant', async () => {
    const quiet = `{ clause: 一, rule: r, title: 不得扰邻, kind: prohibition, bearer: tenant, each: ${MONTHS}, breached: { fact: noisy, operator: is, value: yes } }`;
    expect(await found(quiet, '2023-01-14')).toEqual(['null compliant']);
    expect(await found(quiet, '2023-03-01', { events: [event('n1', 'noise', '2023-01-31T23:59')] })).toEqual([
      '2023-01 breached',
      '2023-02 compliant',
      '2023-03 compliant',
    ]);
  });
  test('a month from its first day on, the first from where the term begins', async () => {
    expect(await ids(rent(MONTHS), '2023-01-15')).toEqual(['2023-01']);
    expect(await ids(rent(MONTHS), '2023-01-31')).toEqual(['2023-01']);
    expect(await ids(rent(MONTHS), '2023-02-01')).toEqual(['2023-01', '2023-02']);
  });
  test('the last is the one in which the term ends, though it be by one day', async () => {
    const all = ['2023-01', '2023-02', '2023-03', '2023-04'];
    expect(await ids(rent(MONTHS), '2023-08-01')).toEqual(all);
    expect(await ids(rent(MONTHS), '2023-08-01', { terms: { leaseTo: '2023-04-01' } })).toEqual(all);
    expect(await ids(rent(MONTHS), '2023-08-01', { terms: { leaseTo: '2023-03-31' } })).toEqual(all.slice(0, 3));
  });
  test('quarters and years of the calendar', async () => {
    const long = { terms: { leaseTo: '2024-01-01' } };
    expect(await ids(right('{ quarter: calendar, from: leaseFrom, to: leaseTo }'), '2024-06-01', long)).toEqual([
      '2023-Q1',
      '2023-Q2',
      '2023-Q3',
      '2023-Q4',
      '2024-Q1',
    ]);
    expect(await ids(right('{ year: calendar, from: leaseFrom, to: leaseTo }'), '2024-06-01', long)).toEqual(['2023', '2024']);
    expect(await ids(right('{ year: calendar, from: leaseFrom, to: leaseTo }'), '2023-12-31', long)).toEqual(['2023']);
  });
  test('without `to` there is no end', async () => {
    expect(await ids(right('{ month: calendar, from: leaseFrom }'), '2024-03-01')).toHaveLength(15);
  });
  test('a term that ends before it begins has no month', async () => {
    expect(await ids(rent(MONTHS), '2023-08-01', { terms: { leaseTo: '2023-01-14' } })).toEqual([null]);
  });
});

describe('periods', () => {
  test('counted from the first day, never chained; the instance is its first day', async () => {
    const each = '{ every: period, from: leaseFrom, to: leaseTo }';
    const terms = { leaseFrom: '2023-01-31', leaseTo: '2023-12-31' };
    expect(await ids(right(each), '2023-04-29', { terms })).toEqual(['2023-01-31']);
    expect(await ids(right(each), '2023-04-30', { terms })).toEqual(['2023-01-31', '2023-04-30']);
    expect(await ids(right(each), '2024-06-01', { terms })).toEqual(['2023-01-31', '2023-04-30', '2023-07-31', '2023-10-31']);
  });
  test('of days, of years and of a duration', async () => {
    expect(await ids(right('{ every: fortnight, from: leaseFrom, to: leaseTo }'), '2023-02-12')).toEqual([
      '2023-01-15',
      '2023-01-29',
      '2023-02-12',
    ]);
    const terms = { leaseFrom: '2024-02-29', leaseTo: '2027-01-01' };
    expect(await ids(right('{ every: contractYear, from: leaseFrom, to: leaseTo }'), '2028-06-01', { terms })).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2026-02-28',
    ]);
    expect(await ids(right('{ every: lasting, from: leaseFrom, to: leaseTo }'), '2023-06-01')).toEqual(['2023-01-15', '2023-03-15']);
  });
  test('the last one begins on the last day of the term at the latest', async () => {
    const each = '{ every: period, from: leaseFrom, to: leaseTo }';
    expect(await ids(right(each), '2023-06-01', { terms: { leaseTo: '2023-04-15' } })).toEqual(['2023-01-15', '2023-04-15']);
    expect(await ids(right(each), '2023-06-01', { terms: { leaseTo: '2023-04-14' } })).toEqual(['2023-01-15']);
  });
  test('of no length: none can be told, and it says what is missing', async () => {
    const [finding] = await findingsOf(right('{ every: fortnight, from: leaseFrom }'), '2023-03-01', { terms: { fortnight: 0 } });
    expect([finding!.instance, finding!.status, finding!.missing]).toEqual([null, 'undetermined', ['fortnight']]);
    expect(finding!.missingDetails[0]!.says.zh).toBe('两周');
  });
});

describe('what each says', () => {
  test('every month with its own due day and its own share of what was paid', async () => {
    const events = [paid('p1', '2023-01-20'), paid('p2', '2023-03-01', 150)];
    expect(await found(rent(MONTHS), '2023-01-25')).toEqual(['2023-01 pending']);
    expect(await found(rent(MONTHS), '2023-01-26')).toEqual(['2023-01 breached']);
    expect(await found(rent(MONTHS), '2023-03-25', { events })).toEqual(['2023-01 fulfilled', '2023-02 breached', '2023-03 pending']);
    expect(await found(rent(MONTHS), '2023-03-26', { events })).toEqual(['2023-01 fulfilled', '2023-02 breached', '2023-03 breached']);
  });
  test('a due day that the month does not have is its last', async () => {
    const terms = { payDay: 31 };
    expect(await one('2023-02', rent(MONTHS), '2023-02-28', { terms })).toMatchObject({ due: '2023-02-28', status: 'pending' });
    expect(await one('2023-02', rent(MONTHS), '2023-03-01', { terms })).toMatchObject({ due: '2023-02-28', status: 'breached' });
  });
  test('since when, and when it changes next', async () => {
    expect(await one('2023-02', rent(MONTHS), '2023-02-10')).toMatchObject({
      status: 'pending',
      since: '2023-02-01',
      nextChange: '2023-02-26',
      nextStatus: 'breached',
    });
    expect(await one('2023-01', rent(MONTHS), '2023-02-10')).toMatchObject({ status: 'breached', since: '2023-01-26', nextChange: null });
  });
  test('none yet: inactive since the signing', async () => {
    expect(await one(null, rent(MONTHS), '2023-01-10')).toMatchObject({ status: 'inactive', since: '2023-01-03' });
  });
  test('terms as amended to the first day of the month, not later', async () => {
    const given = { amendments: [{ on: '2023-02-10', terms: { payDay: 5 } }] };
    expect(await one('2023-02', rent(MONTHS), '2023-03-02', given)).toMatchObject({ due: '2023-02-25' });
    expect(await one('2023-03', rent(MONTHS), '2023-03-02', given)).toMatchObject({ due: '2023-03-05' });
  });
  test('an amendment that makes the term longer adds months from its day on', async () => {
    const given = { amendments: [{ on: '2023-06-10', terms: { leaseTo: '2023-05-31' } }] };
    expect(await ids(rent(MONTHS), '2023-06-09', given)).toHaveLength(4);
    expect(await ids(rent(MONTHS), '2023-06-10', given)).toHaveLength(5);
  });
  test('an ending before its last day ends it; what is broken stays broken', async () => {
    const rule = rent(MONTHS, ', until: endedOn');
    const on = async (day: string): Promise<readonly string[]> => found(rule, '2023-03-01', { events: [ended(day)] });
    expect(await on('2023-02-25')).toEqual(['2023-01 breached', '2023-02 inactive', '2023-03 inactive']);
    expect(await on('2023-02-26')).toEqual(['2023-01 breached', '2023-02 breached', '2023-03 inactive']);
  });
});

describe('what other rules and persons say of a month', () => {
  const unfit =
    '{ clause: 一, rule: unfit-to-live-in, title: 不适住, kind: exemption, for: tenant, when: { fact: unfit, operator: is, value: yes }, proof: { by: tenant, failing: stands } }';
  const excused = `${rent(MONTHS, ', unless: [unfit-to-live-in]')}\n---\n${unfit}`;

  test('an exemption is read in the month that it defends; a determination for a month is for that one', async () => {
    const determinations = [{ fact: 'unfit', instance: '2023-02', value: true, on: '2023-03-01', by: '法务部', reason: '漏水' }];
    const of = async (asOf: string): Promise<readonly string[]> =>
      (await findingsOf(excused, asOf, { determinations }))
        .filter(({ rule }) => rule === 'r')
        .map(({ instance, status }) => `${String(instance)} ${status}`);
    expect(await of('2023-02-28')).toEqual(['2023-01 breached', '2023-02 breached']);
    expect(await of('2023-03-01')).toEqual(['2023-01 breached', '2023-02 excused', '2023-03 pending']);
  });
  test('another rule asks whether any month is broken, and how many are', async () => {
    const end = `{ clause: 一, rule: may-end, title: 可以解除, kind: right, holder: landlord, when: { all: [{ fact: broken, operator: is, value: yes }, { fact: howOften, operator: at-least, value: 2 }] } }`;
    const of = async (asOf: string): Promise<string | undefined> =>
      (await findingsOf(`${rent(MONTHS)}\n---\n${end}`, asOf)).find(({ rule }) => rule === 'may-end')?.status;
    expect(await of('2023-01-26')).toBe('inactive');
    expect(await of('2023-02-25')).toBe('inactive');
    expect(await of('2023-02-26')).toBe('available');
  });
  test('that right is foreseen in the second month', async () => {
    const end = `{ clause: 一, rule: r, title: 可以解除, kind: right, holder: landlord, when: { fact: howOften, operator: at-least, value: 2 } }`;
    const [finding] = await findingsOf(end, '2023-01-20');
    expect(finding).toMatchObject({ status: 'inactive', nextChange: '2023-02-26', nextStatus: 'available' });
  });
  test('amounts with the terms of the month', async () => {
    const fee = right(
      MONTHS,
      ', when: { fact: unpaid, operator: is, value: yes }, amounts: [{ kind: penalty, from: tenant, to: landlord, amount: rent }]',
    );
    const all = await findingsOf(fee, '2023-03-26', { amendments: [{ on: '2023-02-10', terms: { rent: '120' } }] });
    expect(all.map(({ instance, status, since, amounts }) => [instance, status, since, amounts.map((one) => one.amount)])).toEqual([
      ['2023-01', 'available', '2023-01-26', ['100.00']],
      ['2023-02', 'available', '2023-02-26', ['100.00']],
      ['2023-03', 'available', '2023-03-26', ['120.00']],
    ]);
  });
  test('a rule that an amendment takes away does not apply to the months that begin after it', async () => {
    const given = { amendments: [{ on: '2023-02-10', rules: { r: 'removed' } }] };
    expect(await found(rent(MONTHS), '2023-03-26', given)).toEqual(['2023-01 breached', '2023-02 breached', '2023-03 inactive']);
  });
  test('that a month is not paid is known on the day after its due day, though nothing happens in between', async () => {
    const counted =
      '{ clause: 一, rule: r, title: 欠租不过两月, kind: limit, exceeded: { fact: howOften, operator: more-than, value: 2 } }';
    const since = async (asOf: string, given: Given = {}): Promise<unknown> => {
      const { status, since } = await one(null, counted, asOf, given);
      return [status, since];
    };
    expect(await since('2023-03-25')).toEqual(['met', '2023-01-03']);
    expect(await since('2023-08-01')).toEqual(['exceeded', '2023-03-26']);
    expect(await since('2023-08-01', { events: [paid('p1', '2023-01-25'), paid('p2', '2023-04-30', 1)] })).toEqual([
      'exceeded',
      '2023-04-26',
    ]);
  });
  test('one month of two rules, each with the terms of its own day', async () => {
    const other = rent(MONTHS, ', arises: early').replace('rule: r,', 'rule: in-advance,');
    const all = await findingsOf(`${rent(MONTHS)}\n---\n${other}`, '2023-02-01', {
      amendments: [{ on: '2023-01-25', terms: { payDay: 5 } }],
    });
    expect(all.filter(({ instance }) => instance === '2023-02').map(({ rule, due }) => [rule, due])).toEqual([
      ['in-advance', '2023-02-25'],
      ['r', '2023-02-05'],
    ]);
  });
});

describe('what grows with the days', () => {
  test.each([
    // What is asked about is the end of a day: 36 hours after 12:00 of the first, 60 on the day after.
    ['hours by the clock to the day asked about', 'waited', 'wait', ['2023-02-03', 'exceeded', '2023-02-03']],
    ['hours by the clock to what has not come', 'unanswered', 'wait', ['2023-02-03', 'exceeded', '2023-02-03']],
    ['interest through the day asked about', 'interest', 'trifle', ['2023-02-04', 'exceeded', '2023-02-04']],
  ])('%s: the day of its change is foreseen, and kept', async (_name, growing, most, days) => {
    const limit = `{ clause: 一, rule: r, title: 不得超过, kind: limit, exceeded: { fact: ${growing}, operator: more-than, value: { fact: ${most} } } }`;
    const given = { events: [paid('p1', '2023-02-01T12:00')] };
    const before = await one(null, limit, '2023-02-01', given);
    const after = await one(null, limit, '2023-03-01', given);
    expect([before.status, after.status]).toEqual(['met', 'exceeded']);
    expect([before.nextChange, before.nextStatus, after.since]).toEqual(days);
  });
});

describe('months and periods of each row', () => {
  const EACH = '{ item: lots, month: calendar, from: lotDue, to: leaseTo }';
  const shipped = (id: string, at: string, lot: string): WrittenEvent => event(id, 'shipped', at, { lot });
  const ship = (each: string): string =>
    `{ clause: 一, rule: r, title: 发货, kind: duty, bearer: tenant, toward: landlord, each: ${each}, due: lastDay, performed: shippedHere }`;
  const terms = { lots: LOTS, leaseTo: '2023-05-31' };

  test('each row has those from and to its own days; the instance is both', async () => {
    expect(await ids(ship(EACH), '2023-03-30', { terms })).toEqual([null]);
    expect(await ids(ship(EACH), '2023-05-02', { terms })).toEqual(['甲/2023-03', '甲/2023-04', '甲/2023-05', '乙/2023-04', '乙/2023-05']);
    expect(await ids(ship('{ item: lots, every: period, from: leaseFrom, to: lotDue }'), '2023-06-01', { terms })).toEqual([
      '甲/2023-01-15',
      '乙/2023-01-15',
      '乙/2023-04-15',
    ]);
  });
  test('each reads its own row and its own month', async () => {
    const events = [shipped('s1', '2023-04-10', '甲'), shipped('s2', '2023-05-03', '乙')];
    expect(await found(ship(EACH), '2023-05-04', { terms, events })).toEqual([
      '甲/2023-03 breached',
      '甲/2023-04 fulfilled',
      '甲/2023-05 pending',
      '乙/2023-04 breached',
      '乙/2023-05 fulfilled',
    ]);
    expect(await one('甲/2023-05', ship(EACH), '2023-05-04', { terms, events })).toMatchObject({
      since: '2023-05-01',
      nextChange: '2023-06-01',
      nextStatus: 'breached',
    });
  });
  test('the sum so far, those in a row and how many there are: row by row', async () => {
    const most = (fact: string, limit: number): string =>
      `{ clause: 一, rule: r, title: 上限, kind: limit, exceeded: { fact: ${fact}, operator: more-than, value: ${limit} } }`;
    const status = async (fact: string, limit: 0 | 1 | 2): Promise<string> =>
      (await one(null, most(fact, limit), '2023-06-01', { terms })).status;
    // 甲 has three months and 乙 two.
    expect([await status('longest', 2), await status('longest', 1)]).toEqual(['exceeded', 'exceeded']);
    expect(await status('fewInARow', 2)).toBe('met');
    expect(await status('fewInARow', 1)).toBe('exceeded');
    const fee = `{ clause: 一, rule: r, title: 可以, kind: right, holder: tenant, each: ${EACH}, amounts: [{ kind: fee, from: tenant, to: landlord, amount: soFar }] }`;
    const finding = await one('乙/2023-05', fee, '2023-05-02', { terms });
    expect(finding.amounts.map(({ amount }) => amount)).toEqual(['40.00']);
  });
});

describe('with `arises` it is there from that day on instead', () => {
  const inAdvance = rent(MONTHS, ', arises: early').replace('due: dueDay', 'due: firstDay');

  test('rent that is due before its month begins', async () => {
    expect(await ids(inAdvance, '2023-01-04')).toEqual([null]);
    expect(await found(inAdvance, '2023-01-05')).toEqual(['2023-01 pending']);
    expect(await ids(inAdvance, '2023-01-21')).toEqual(['2023-01']);
    expect(await found(inAdvance, '2023-01-22')).toEqual(['2023-01 breached', '2023-02 pending']);
    expect(await one('2023-02', inAdvance, '2023-01-22')).toMatchObject({
      due: '2023-02-01',
      since: '2023-01-22',
      nextChange: '2023-02-02',
    });
  });
  test('no month after the end of the term', async () => {
    expect(await ids(inAdvance, '2023-04-30')).toEqual(['2023-01', '2023-02', '2023-03', '2023-04']);
  });
  test('paid before it arose: fulfilled', async () => {
    const given = { events: [paid('p1', '2023-01-10', 200)] };
    expect(await found(inAdvance, '2023-01-22', given)).toEqual(['2023-01 fulfilled', '2023-02 fulfilled']);
  });
  test('terms as amended to the day it arises', async () => {
    const rule = inAdvance.replace('due: firstDay', 'due: dueDay');
    const amendments = [{ on: '2023-01-25', terms: { payDay: 5 } }];
    expect(await one('2023-02', rule, '2023-02-01', { amendments })).toMatchObject({ due: '2023-02-25' });
    expect(await one('2023-02', rule, '2023-02-01', { amendments: [{ on: '2023-01-22', terms: { payDay: 5 } }] })).toMatchObject({
      due: '2023-02-05',
    });
  });
  test('or after it is over', async () => {
    const inArrears = rent(MONTHS, ', arises: afterwards');
    expect(await ids(inArrears, '2023-01-31')).toEqual([null]);
    expect(await ids(inArrears, '2023-02-01')).toEqual(['2023-01']);
    expect(await ids(inArrears, '2023-04-20')).toEqual(['2023-01', '2023-02', '2023-03']);
    expect(await ids(inArrears, '2023-04-21')).toEqual(['2023-01', '2023-02', '2023-03', '2023-04']);
  });
});

describe('a term whose days are events', () => {
  const UNTIL_ENDED = '{ month: calendar, from: leaseFrom, to: endedOn }';
  const FROM_HANDED = '{ month: calendar, from: handedOn, to: leaseTo }';

  test('`to` not yet: no end so far; once it has come, no month after it', async () => {
    const events = [ended('2023-02-10')];
    expect(await ids(right(UNTIL_ENDED), '2023-02-09', { events })).toEqual(['2023-01', '2023-02']);
    expect(await ids(right(UNTIL_ENDED), '2023-03-01', { events })).toEqual(['2023-01', '2023-02']);
    expect(await ids(right(UNTIL_ENDED), '2023-03-01')).toEqual(['2023-01', '2023-02', '2023-03']);
  });
  test('an end recorded late takes away the months that had begun', async () => {
    expect(await ids(right(UNTIL_ENDED), '2023-05-01', { events: [ended('2023-01-31')] })).toEqual(['2023-01']);
  });
  test('`to` in a gap: the month after it may be none, and it says what is missing', async () => {
    const given = { coverage: { ended: '2023-02-10' }, terms: { payDay: 3 } };
    const all = await findingsOf(rent(UNTIL_ENDED), '2023-03-05', given);
    expect(all.map((finding) => [finding.instance, finding.status, finding.missing])).toEqual([
      ['2023-01', 'breached', []],
      ['2023-02', 'breached', []],
      ['2023-03', 'undetermined', ['endedOn']],
    ]);
  });
  test('`from` not yet: none', async () => {
    const events = [event('h1', 'handed', '2023-02-20')];
    expect(await found(rent(FROM_HANDED), '2023-02-19', { events })).toEqual(['null inactive']);
    expect(await found(rent(FROM_HANDED), '2023-02-20', { events })).toEqual(['2023-02 pending']);
  });
  test('`from` in a gap: one finding without an instance, undetermined, and it says what is missing', async () => {
    const coverage = { handed: '2023-01-20' };
    expect(await found(rent(FROM_HANDED), '2023-01-20', { coverage })).toEqual(['null inactive']);
    const unknown = await findingsOf(rent(FROM_HANDED), '2023-02-20', { coverage });
    expect(unknown.map((finding) => [finding.instance, finding.status])).toEqual([[null, 'undetermined']]);
    expect(unknown[0]!.missingDetails.map(({ why, events, from }) => [why, events, from])).toEqual([['coverage', 'handed', '2023-01-21']]);
  });
  test('nor is it known where it is recorded after the gap began', async () => {
    const given = { coverage: { handed: '2023-01-20' }, events: [event('h1', 'handed', '2023-02-20')] };
    expect(await found(rent(FROM_HANDED), '2023-02-25', given)).toEqual(['null undetermined']);
  });
});

describe('rows', () => {
  const each = '{ item: lots }';
  const deliver = `{ clause: 一, rule: r, title: 交货, kind: duty, bearer: landlord, each: ${each}, due: lotDue, performed: shippedOn }`;

  test('each under its name, with its own due day and the events that name it', async () => {
    const events = [event('s1', 'shipped', '2023-04-02', { lot: '甲' }), event('s2', 'shipped', '2023-04-30', { lot: '乙' })];
    expect(await found(deliver, '2023-01-03', { terms: { lots: LOTS } })).toEqual(['甲 pending', '乙 pending']);
    expect(await found(deliver, '2023-04-01', { terms: { lots: LOTS }, events })).toEqual(['甲 breached', '乙 pending']);
    expect(await found(deliver, '2023-05-01', { terms: { lots: LOTS }, events })).toEqual(['甲 breached', '乙 fulfilled']);
    expect(await one('甲', deliver, '2023-05-01', { terms: { lots: LOTS }, events })).toMatchObject({
      due: '2023-03-31',
      performedOn: '2023-04-02',
      since: '2023-04-01',
    });
  });
  test('a list left out has none', async () => {
    expect(await found(deliver, '2023-05-01')).toEqual(['null inactive']);
  });
  test('rows as amended: one that is gone, one that is new, one that is due later', async () => {
    const lots = [
      { name: '甲', due: '2023-04-15', amount: 1 },
      { name: '丙', due: '2023-05-31', amount: 1 },
    ];
    const given = { terms: { lots: LOTS }, amendments: [{ on: '2023-02-01', terms: { lots } }] };
    expect(await ids(deliver, '2023-01-31', given)).toEqual(['甲', '乙']);
    expect(await found(deliver, '2023-04-01', given)).toEqual(['甲 pending', '丙 pending']);
    expect(await one('甲', deliver, '2023-04-01', given)).toMatchObject({ due: '2023-04-15', nextChange: '2023-04-16' });
  });
});

describe('a cap for each contract year', () => {
  const CAP = `{ clause: 一, rule: r, title: 年度上限, kind: limit, each: { every: contractYear, from: signedOn },
    ledger: { ceiling: cap, debtors: [tenant, landlord], draws: [penalty, damages], claims: [{ event: loss, kind: damages, from: against, to: by, amount: amount }] } }`;
  const loss = (id: string, at: string, amount: number): WrittenEvent =>
    event(id, 'loss', at, { by: 'landlord', against: 'tenant', amount });
  const damages = async (asOf: string, given: Given): Promise<readonly unknown[]> =>
    (await findingsOf(CAP, asOf, given)).map(({ instance, status, amounts, trace }) => [
      instance,
      status,
      amounts.map((amount) => amount.amount),
      trace.ledger.map((drawn) => drawn.event),
    ]);

  test('what arose on the last day of a year is drawn in it, the day after in the next', async () => {
    const events = [loss('a', '2024-01-02', 80), loss('b', '2024-01-03', 80)];
    expect(await damages('2024-02-01', { events })).toEqual([
      ['2023-01-03', 'met', ['80.00'], ['a']],
      ['2024-01-03', 'met', ['80.00'], ['b']],
    ]);
  });
  test('each year cuts its own', async () => {
    const events = [loss('a', '2023-06-01', 80), loss('b', '2024-01-02', 80), loss('c', '2024-01-03', 100)];
    expect(await damages('2024-02-01', { events })).toEqual([
      ['2023-01-03', 'exceeded', ['100.00'], ['a', 'b']],
      ['2024-01-03', 'met', ['100.00'], ['c']],
    ]);
  });
  test('with the ceiling as amended to the first day of the year', async () => {
    const events = [loss('a', '2023-06-01', 120), loss('b', '2024-01-03', 120)];
    const amendments = [{ on: '2023-05-01', terms: { cap: '110' } }];
    expect(await damages('2024-02-01', { events, amendments })).toEqual([
      ['2023-01-03', 'exceeded', ['100.00'], ['a']],
      ['2024-01-03', 'exceeded', ['110.00'], ['b']],
    ]);
  });
  test('by the reading as amended to the first day of the year', async () => {
    const byReading = CAP.replace(
      'draws: [penalty, damages]',
      'draws: { reading: scope, choices: { all: [penalty, damages], penalties: [penalty] } }',
    );
    const events = [loss('a', '2023-06-01', 120), loss('b', '2024-01-03', 120)];
    const amendments = [{ on: '2023-07-01', readings: { scope: 'penalties' } }];
    expect((await findingsOf(byReading, '2024-02-01', { events, amendments })).map(({ instance, status }) => [instance, status])).toEqual([
      ['2023-01-03', 'exceeded'],
      ['2024-01-03', 'met'],
    ]);
  });
  test('a gap that begins in the second year leaves the first as it is', async () => {
    const given = { events: [loss('a', '2023-06-01', 80)], coverage: { loss: '2024-01-31' } };
    expect((await damages('2024-02-01', given)).map((year) => (year as unknown[]).slice(0, 2))).toEqual([
      ['2023-01-03', 'met'],
      ['2024-01-03', 'undetermined'],
    ]);
  });
  test('penalties of a right are drawn in the year in which it arose', async () => {
    const overdue = `{ clause: 一, rule: late-fee, title: 违约金, kind: right, holder: landlord, each: loss, when: { fact: lossOn, operator: happened, value: yes }, amounts: [{ kind: penalty, from: tenant, to: landlord, amount: rent }] }`;
    const capped = `${CAP.replace('claims: [{ event: loss, kind: damages, from: against, to: by, amount: amount }]', 'claims: []')}\n---\n${overdue}`;
    const rulebook = rulebookOf({ rulebook: LEASE, facts: `${FACTS}lossOn: { says: 损失日, moment: this }\n`, clauses: capped });
    const base = {
      id: 'L-1',
      rulebook: 'lease',
      signedOn: '2023-01-03',
      parties: { tenant: { name: '某科技公司' }, landlord: { name: '某通信公司' } },
    };
    const report = await reportOf(
      { rulebook, base: sourceOf('base.json', JSON.stringify({ ...base, terms: {} })) },
      { events: [loss('a', '2024-01-02', 1), loss('b', '2024-01-03', 1)] },
      '2024-02-01',
    );
    const years = report.findings.filter((finding) => finding.rule === 'r');
    expect(years.map(({ instance, trace }) => [instance, trace.ledger.map((drawn) => [drawn.instance, drawn.allowed])])).toEqual([
      ['2023-01-03', [['a', '100.00']]],
      ['2024-01-03', [['b', '100.00']]],
    ]);
  });
});
