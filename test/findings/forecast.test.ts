/** What will be due if nothing more happens, and has not begun. */
import { describe, expect, test } from '@jest/globals';
import { check } from '../../src/check.js';
import type { Day } from '../../src/calendar/day.js';
import { dueEntries } from '../../src/report/due.js';
import type { Report } from '../../src/schema-types/report.js';
import { page } from '../report/data.js';
import { calendar, dayOf } from '../support/bench.js';
import { schemaFaults } from '../support/report-schema.js';
import { event, linesOf, rulebookOf, sourceOf, type WrittenEvent } from '../support/texts.js';

const HIRE = `
rulebook: hire
version: 1.0.0
title: 租用
parties: { owner: { says: 出租方 }, user: { says: 租用方 } }
counting: { roll: next-working-day }
terms:
  hireFrom: { says: 起租日, type: date, default: "2024-01-15" }
  hireTo:   { says: 止租日, type: date, default: "2024-04-20" }
  rent:     { says: 月租, type: money, default: "100" }
  payDay:   { says: 每月几日付, type: count, default: 5 }
  ahead:    { says: 提前几日, type: days, default: 10 }
  more:     { says: 续租期间, type: months, default: 2 }
  notice:   { says: 不续租通知期, type: days, default: 15 }
  back:     { says: 返还期限, type: days, default: 3 }
events:
  paid:    { says: 付租, data: { amount: { says: 金额, type: money } } }
  refused: { says: 不续租, data: {} }
clauses: [一, 二]
`;
const FACTS = `firstDay: { says: 首日, start: this }
dueDay: { says: 应付日, day-of-month: payDay }
owed: { says: 累计应付, running: rent }
paidOn: { says: 付足日, reached: owed, adding: amount, of: paid }
early: { says: 提前日, period: ahead, from: firstDay, backward: yes, roll: none }
hireEnd: { says: 租期末日, renewed: hireTo, by: more, refused: refused, notice: notice }
backBy: { says: 返还末日, period: back, from: hireTo }
backOn: { says: 返还, first: refused }
`;
const rent = (to: string, more = ''): string =>
  `{ clause: 一, rule: rent, title: 付租, kind: duty, bearer: user, toward: owner, each: { month: calendar, from: hireFrom, to: ${to}${more} }, due: dueDay, performed: paidOn }`;
const RETURN = `{ clause: 二, rule: return, title: 返还, kind: duty, bearer: user, toward: owner, when: { fact: today, operator: after, value: { fact: hireTo } }, due: backBy, performed: backOn }`;
const OPTION = `{ clause: 二, rule: option, title: 续租权, kind: right, holder: user, against: owner, when: { fact: today, operator: after, value: { fact: hireFrom } }, lapses: hireTo }`;

interface Given {
  readonly clauses?: string;
  readonly events?: readonly WrittenEvent[];
  readonly coverage?: Readonly<Record<string, string>>;
}

async function reportOn(asOf: string, within: number | undefined, { clauses = rent('hireTo'), events = [], coverage = {} }: Given = {}) {
  const rulebook = rulebookOf({ rulebook: HIRE, facts: FACTS, clauses });
  const contract = { id: 'H-1', rulebook: 'hire', signedOn: '2024-01-03', coverage, terms: {} };
  const parties = { owner: { name: '某科技公司' }, user: { name: '某通信公司' } };
  const [report] = await check({
    contracts: [sourceOf('contract.json', JSON.stringify({ ...contract, parties }))],
    rulebooks: new Map([['hire', rulebook]]),
    events: linesOf(events).rows,
    unread: [],
    asOf: dayOf(asOf),
    calendar,
    ...(within === undefined ? {} : { through: (dayOf(asOf) + within) as Day }),
  });
  expect(schemaFaults(report!)).toEqual([]);
  return report!;
}
const told = (report: Report, within: number): readonly string[] =>
  dueEntries([report], calendar, within).map(
    ({ rule, instance, due, begins }) => `${rule} ${instance ?? '-'} ${due}${begins === null ? '' : ` from ${begins}`}`,
  );
const due = async (asOf: string, within: number, given: Given = {}): Promise<readonly string[]> =>
  told(await reportOn(asOf, within, given), within);

describe('months that have not begun', () => {
  test('are listed with their last day, after what is open now', async () => {
    expect(await due('2024-02-01', 90)).toEqual([
      'rent 2024-02 2024-02-05',
      'rent 2024-03 2024-03-05 from 2024-03-01',
      'rent 2024-04 2024-04-05 from 2024-04-01',
    ]);
  });
  test('as far as the days asked about go, the last of them too', async () => {
    expect(await due('2024-02-06', 28)).toEqual(['rent 2024-03 2024-03-05 from 2024-03-01']);
    expect(await due('2024-02-06', 27)).toEqual([]);
  });
  test('also before the first has begun', async () => {
    // The month's day was over when the lease began: it cannot be kept, and is not listed.
    expect(await due('2024-01-10', 60)).toEqual(['rent 2024-02 2024-02-05 from 2024-02-01', 'rent 2024-03 2024-03-05 from 2024-03-01']);
  });
  test('what is already paid for is not', async () => {
    expect(await due('2024-02-06', 60, { events: [event('p', 'paid', '2024-02-03', { amount: 300 })] })).toEqual([
      'rent 2024-04 2024-04-05 from 2024-04-01',
    ]);
  });
  test('those of a lease that goes on unless refused are there, until it is', async () => {
    const clauses = rent('hireEnd');
    expect(await due('2024-04-10', 90, { clauses })).toEqual([
      'rent 2024-05 2024-05-05 from 2024-05-01',
      'rent 2024-06 2024-06-05 from 2024-06-01',
      'rent 2024-07 2024-07-05 from 2024-07-01',
    ]);
    expect(await due('2024-04-10', 90, { clauses, events: [event('r', 'refused', '2024-04-01')] })).toEqual([]);
  });
  test('a gap in the log to come leaves them open, and due', async () => {
    expect(await due('2024-02-06', 30, { coverage: { paid: '2024-02-20' } })).toEqual(['rent 2024-03 2024-03-05 from 2024-03-01']);
  });
});

describe('what is not triggered yet', () => {
  test('a duty that will be there is listed from that day on', async () => {
    // 2024-04-23 is a Tuesday: three days from a Saturday.
    expect(await due('2024-04-01', 30, { clauses: RETURN })).toEqual(['return - 2024-04-23 from 2024-04-21']);
    expect(await due('2024-04-01', 21, { clauses: RETURN })).toEqual([]);
  });
  test('a right that will be there is listed with the day on which it lapses', async () => {
    expect(await due('2024-01-10', 120, { clauses: OPTION })).toEqual(['option - 2024-04-20 from 2024-01-16']);
  });
});

test('the page says that it is a month that begins, where nothing else changes sooner', async () => {
  const report = await reportOn('2024-01-10', undefined);
  expect(report.nextChange).toBe('2024-01-15');
  expect(page(report)).toContain('没有新的记录，结论最早在2024年1月15日变化：新的月份或者周期开始。');
  expect(page(report, 'en')).toContain('If nothing happens, the first change comes on 2024-01-15, when a month or period begins.');
});

test('the report says it only when asked, and its other parts are the same', async () => {
  const { upcoming, ...rest } = await reportOn('2024-02-01', 60);
  expect(upcoming).toMatchObject([{ rule: 'rent', instance: '2024-03', begins: '2024-03-01', due: '2024-03-05', provisional: false }]);
  expect(await reportOn('2024-02-01', undefined)).toEqual(rest);
});
