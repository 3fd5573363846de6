import { expect, test } from '@jest/globals';
import { check } from '../../src/check.js';
import { calendar, dayOf } from '../support/bench.js';
import { schemaFaults } from '../support/report-schema.js';
import { reportOf } from '../support/scenario.js';
import { event, rulebookOf, sourceOf } from '../support/texts.js';

// Business hours that nobody can read make the rules fail that count in them, and those alone.

const RULEBOOK = `
rulebook: gym
version: 1.0.0
title: 健身
parties: { member: { says: 会员 }, gym: { says: 健身房 } }
counting: { roll: none }
terms:
  wait: { says: 等候, type: business-hours, default: 16 }
  opening: { says: 营业时间, type: text }
  fine: { says: 违约金, type: money, default: "10" }
events:
  joined: { says: 入会, data: {} }
  opened: { says: 开门, data: {} }
clauses: [一]
`;
const FACTS = `
openBy: { says: 最迟开门, period: wait, from: signedOn, hours: opening }
openedOn: { says: 开门, first: opened }
daysToOpen: { says: 开门日数, days-between: [signedOn, openBy] }
finePerDay: { says: 每日违约金, divide: [fine, daysToOpen] }
total: { says: 违约金合计, multiply: [finePerDay, daysToOpen] }
nextDay: { says: 次日, day-after: openBy }
monthEnd: { says: 月末, end: this }
`;
const CLAUSES = `
{ rule: opens, clause: 一, title: 开门, kind: duty, bearer: gym, due: openBy, performed: openedOn, amounts: [{ kind: penalty, from: gym, to: member, amount: fine }] }
---
{ rule: right, clause: 一, title: 退会, kind: right, holder: member, when: { fact: openedOn, operator: happened, value: no }, lapses: openBy, amounts: [{ kind: refund, from: gym, to: member, amount: total }] }
---
{ rule: monthly, clause: 一, title: 每月, kind: duty, bearer: gym, each: { month: calendar, from: nextDay }, due: monthEnd, performed: openedOn }
---
{ rule: sound, clause: 一, title: 没有问题, kind: duty, bearer: gym, performed: openedOn, amounts: [{ kind: penalty, from: gym, to: member, amount: total }] }
`;

const base = {
  id: 'G-1',
  rulebook: 'gym',
  signedOn: '2024-01-02',
  parties: { member: { name: '某公司' }, gym: { name: '某健身房' } },
  terms: {},
};
const rulebook = rulebookOf({ rulebook: RULEBOOK, facts: FACTS, clauses: CLAUSES });
const as = (opening: string) =>
  reportOf(
    { rulebook, base: sourceOf('base.json', JSON.stringify(base)) },
    { terms: { opening }, events: [event('o', 'opened', '2024-01-04')] },
    '2024-01-10',
  );

test('a rule that fails says so, whatever of it fails, and stops no other', async () => {
  const report = await as('早九晚五');
  expect(schemaFaults(report)).toEqual([]);
  expect(
    report.findings.map(({ rule, status, trace, due, nextChange }) => [rule, status, trace.failure !== null, due, nextChange]),
  ).toEqual([
    ['monthly', 'undetermined', true, null, null],
    ['opens', 'undetermined', true, null, null],
    ['right', 'undetermined', true, null, null],
    ['sound', 'fulfilled', false, null, null],
  ]);
});

test('a figure that was not needed and cannot be worked out is shown as such', async () => {
  const sound = (await as('早九晚五')).findings.find(({ rule }) => rule === 'sound');
  expect([sound?.status, sound?.amounts]).toEqual(['fulfilled', []]);
  expect(sound?.trace.working.find(({ fact }) => fact === 'total')?.value.zh).toMatch(/^不能算出：/);
});

test('with hours that can be read none of them fails', async () => {
  expect((await as('09:00-17:00')).findings.map(({ trace }) => trace.failure).filter((one) => one !== null)).toEqual([]);
});

test('what will be due is told of the others all the same', async () => {
  const contract = sourceOf('contract.json', JSON.stringify({ ...base, terms: { opening: '早九晚五' } }));
  const [report] = await check({
    contracts: [contract],
    rulebooks: new Map([['gym', rulebook]]),
    events: [],
    unread: [],
    asOf: dayOf('2024-01-10'),
    through: dayOf('2024-12-31'),
    calendar,
  });
  expect(report?.upcoming).toEqual([]);
});
