/** The steps by which a value was worked out: each formula says what its value is, on whatever day that was. */
import { beforeAll, expect, test } from '@jest/globals';
import type { Finding, Report, Step } from '../../src/schema-types/report.js';
import { check } from '../../src/check.js';
import { linesOf, event, rulebookOf, sourceOf, type WrittenEvent } from '../support/texts.js';
import { calendar, dayOf } from '../support/bench.js';
import { page, reportOn } from './data.js';

let report: Report;

beforeAll(async () => {
  report = await reportOn('2023-10-12');
});

const finding = (rule: string): Finding => report.findings.find((one) => one.rule === rule)!;
const step = (rule: string, fact: string): Step | undefined => finding(rule).trace.working.find((one) => one.fact === fact);

test('what was on another day is shown as it was then, and worked out for that day', () => {
  const atStart = step('exhaustion-notice', 'consumptionAtStart')!;
  expect(atStart.formula.zh).toBe('考察期之前的末日 2023-06-27日终的已消费金额 342.50元');
  expect(atStart.value.zh).toBe('342.50元');
  expect(atStart.rests).toEqual(['consumption@2023-06-27', 'consumedUntil']);
  expect(step('exhaustion-notice', 'consumption@2023-06-27')).toMatchObject({
    says: { zh: '已消费金额（2023-06-27日终）', en: '已消费金额 (at the end of 2023-06-27)' },
    value: { zh: '342.50元' },
  });
});

test('each step rests on steps that stand before it', () => {
  for (const { trace } of report.findings)
    for (const [index, { rests }] of trace.working.entries()) {
      const before = new Set(trace.working.slice(0, index).map(({ fact }) => fact));
      expect(rests.filter((one) => !before.has(one))).toEqual([]);
    }
});

const REPAIR = `
rulebook: repair
version: 1.0.0
title: 维修
parties: { owner: { says: 业主 }, smith: { says: 维修方 } }
counting: { roll: none }
terms:
  repairWithin: { says: 修复时限, type: hours, default: 24 }
  payWithin: { says: 付款期限, type: days, default: 10 }
  credit: { says: 预付款, type: money, default: "20" }
  price: { says: 单价, type: money, default: "50" }
events: { fault: { says: 报修, data: {} }, repaired: { says: 修好, data: {} }, paid: { says: 付款, data: { amount: { says: 金额, type: money }, for: { says: 依据, type: rule, default: none } } } }
clauses: [一, 二]
`;
const REPAIR_FACTS = `
faultAt: { says: 报修之时, moment: this }
repairedAt: { says: 修好, first: repaired }
faults: { says: 报修次数, count: fault }
repairDue: { says: 修复末时, period: repairWithin, from: faultAt }
dueMoney: { says: 应退款, subtract: [credit, price], not-below: 0 }
backMoney: { says: 应补款, subtract: [price, credit], not-below: 0 }
payDue: { says: 付款末日, period: payWithin, from: signedOn }
refundedOn: { says: 退清, reached: dueMoney, adding: amount, of: paid }
repaidOn: { says: 补清, reached: backMoney, adding: amount, of: paid }
`;
const REPAIR_RULES = `{ clause: 一, rule: repair, title: 修复, kind: duty, bearer: smith, toward: owner, performed: repairedAt, each: fault, due: repairDue,
  met: { fact: repairedAt, operator: on-or-before, value: { fact: repairDue } },
  breached: { fact: repairedAt, operator: after, value: { fact: repairDue } } }
---
{ clause: 一, rule: report, title: 维修报告, kind: duty, bearer: smith, toward: owner, performed: repairedAt,
  when: { fact: faults, operator: more-than, value: 0 }, met: { fact: repairedAt, operator: happened, value: yes } }
---
{ clause: 二, rule: refund, title: 退款, kind: limit, exceeded: { fact: dueMoney, operator: more-than, value: { fact: backMoney } } }
---
{ clause: 二, rule: give-back, title: 退清, kind: duty, bearer: smith, toward: owner, performed: refundedOn, due: payDue }
---
{ clause: 二, rule: make-up, title: 补清, kind: duty, bearer: owner, toward: smith, performed: repaidOn, due: payDue }`;

async function repairOn(asOf: string, events: readonly WrittenEvent[]): Promise<Report> {
  const rulebook = rulebookOf({ rulebook: REPAIR, facts: REPAIR_FACTS, clauses: REPAIR_RULES });
  const parties = { owner: { name: '某科技公司' }, smith: { name: '某通信公司' } };
  const contract = { id: 'R-1', rulebook: 'repair', signedOn: '2024-01-03', parties, terms: {} };
  const [found] = await check({
    contracts: [sourceOf('contract.json', JSON.stringify(contract))],
    rulebooks: new Map([['repair', rulebook]]),
    events: linesOf(events).rows,
    unread: [],
    asOf: dayOf(asOf),
    calendar,
  });
  return found!;
}

test('a difference that was cut at nothing says so in its formula; one that was not does not', async () => {
  const [rule] = (await repairOn('2024-06-01', [])).findings.filter((one) => one.rule === 'refund');
  const told = (fact: string): unknown => rule?.trace.working.find((one) => one.fact === fact)?.formula;
  expect(told('dueMoney')).toEqual({
    zh: '预付款 20.00元 − 单价 50.00元，不低于0，取0',
    en: '预付款 20.00 CNY − 单价 50.00 CNY, not below 0: 0',
  });
  expect(told('backMoney')).toMatchObject({ zh: '单价 50.00元 − 预付款 20.00元' });
});

test('what was late by hours of one day says by how much, and runs no further', async () => {
  const report = await repairOn('2024-06-01', [
    event('f', 'fault', '2024-02-17T15:00:00+08:00'),
    event('r', 'repaired', '2024-02-18T17:30:00+08:00'),
  ]);
  const [rule] = report.findings.filter((one) => one.rule === 'repair');
  expect(rule).toMatchObject({ status: 'breached', due: '2024-02-18', performedOn: '2024-02-18' });
  const margins = rule?.trace.conditions.map(({ tree }) => (tree.kind === 'leaf' ? tree.margin : null));
  expect(margins).toContainEqual({ zh: '晚2小时30分钟', en: '2 hours 30 minutes later' });
  expect(page(report)).toMatch(/期限末日2024年2月18日；2024年2月18日履行。/);
});

test('what was not asked of anybody is performed on no day', async () => {
  const found = (await repairOn('2024-06-01', [event('r', 'repaired', '2024-02-18T17:30:00+08:00')])).findings;
  expect(found.find((one) => one.rule === 'report')).toMatchObject({ status: 'inactive', performedOn: null });
});

test('what is nothing was performed on no day: nobody did anything', async () => {
  const report = await repairOn('2024-06-01', [event('p', 'paid', '2024-01-09', { amount: '30' })]);
  const given = report.findings.find((one) => one.rule === 'give-back');
  expect(given).toMatchObject({ status: 'fulfilled', due: '2024-01-13', performedOn: null });
  expect(given?.trace.working.find((one) => one.fact === 'refundedOn')?.value.zh).toBe('2024-01-03（要达到的是0）');
  expect(report.findings.find((one) => one.rule === 'make-up')).toMatchObject({ status: 'fulfilled', performedOn: '2024-01-09' });
});

test('a datum that names a rule is shown by its title', async () => {
  const { events } = await repairOn('2024-06-01', [
    event('p1', 'paid', '2024-01-09', { amount: '10', for: 'make-up' }),
    event('p2', 'paid', '2024-01-10', { amount: '20', for: 'none' }),
  ]);
  const shown = events.map(({ fields }) => fields.find(({ name }) => name === 'for')?.value.zh);
  expect(shown).toEqual(['补清', '无']);
});
