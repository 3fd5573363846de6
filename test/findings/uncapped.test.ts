/** Claims that events state and no cap takes in: the report names each, and its head counts it. */
import { describe, expect, test } from '@jest/globals';
import { check } from '../../src/check.js';
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
counting: { roll: none }
terms:
  until:        { says: 租期末日, type: date, default: "2024-03-31" }
  contractYear: { says: 合同年度, type: years, default: 1 }
  cap:          { says: 年度上限额, type: money, default: "100" }
  fine:         { says: 约定违约金, type: money, default: "30" }
events:
  loss: { says: 损失, data: { by: { says: 受损方, type: party }, against: { says: 责任方, type: party }, amount: { says: 金额, type: money } } }
  fault: { says: 失误, data: {} }
clauses: [一, 二]
`;
const FACTS = 'faultOn: { says: 失误日, moment: this }\nfaults: { says: 失误次数, count: fault }\n';
const cap = (
  more: string,
): string => `{ clause: 一, rule: cap, title: 年度上限, kind: limit, each: { every: contractYear, from: signedOn, to: until }${more},
  ledger: { ceiling: cap, debtors: [owner], draws: [penalty, damages], claims: [{ event: loss, kind: damages, from: against, to: by, amount: amount }] } }`;
const FINE = `{ clause: 二, rule: fine, title: 失误违约金, kind: right, holder: user, against: owner, each: fault,
  when: { fact: faultOn, operator: happened, value: yes }, amounts: [{ kind: penalty, from: owner, to: user, amount: fine }] }`;

const loss = (id: string, at: string, amount: number, against = 'owner'): WrittenEvent =>
  event(id, 'loss', at, { by: against === 'owner' ? 'user' : 'owner', against, amount });

const CONTRACT = JSON.stringify({
  id: 'H-1',
  rulebook: 'hire',
  signedOn: '2023-01-03',
  parties: { owner: { name: '某科技公司' }, user: { name: '某通信公司' } },
  terms: {},
});

async function reportOn(asOf: string, events: readonly WrittenEvent[], more = ''): Promise<Report> {
  const rulebook = rulebookOf({ rulebook: HIRE, facts: FACTS, clauses: `${cap(more)}\n---\n${FINE}` });
  const [report] = await check({
    contracts: [sourceOf('contract.json', CONTRACT)],
    rulebooks: new Map([['hire', rulebook]]),
    events: linesOf(events).rows,
    unread: [],
    asOf: dayOf(asOf),
    calendar,
  });
  expect(schemaFaults(report!)).toEqual([]);
  return report!;
}
const sums = (report: Report): readonly string[] =>
  report.claims.flatMap(({ from, parts, amount }) => parts.map((part) => `${from} ${part.kind} ${part.amount} of ${amount}`));

describe('a claim after the last year of the cap', () => {
  const report = reportOn('2024-06-01', [loss('a', '2023-05-01', 150), loss('b', '2024-03-31', 20), loss('c', '2024-04-01', 40)]);

  test('is named with its amount, its event and why', async () => {
    expect((await report).uncapped).toEqual([
      { rule: 'cap', event: 'c', day: '2024-04-01', kind: 'damages', from: 'owner', to: 'user', amount: '40.00', why: 'no-period' },
    ]);
  });
  test('is counted uncut beside what each year allows', async () => {
    expect(sums(await report)).toEqual(['owner damages 160.00 of 160.00']);
  });
  test('is said at the head, in both languages, and its event stands among those of the report', async () => {
    const joined = (lang: 'zh' | 'en', by: string): Promise<string> => report.then((one) => page(one, lang).replace(/\n\s*/g, by));
    expect(await joined('zh', '')).toContain(
      '不受上限限制：2024年4月1日租用方向出租方主张的损害赔偿 40.00元（c）没有计入“一 年度上限”，其日期不在该上限的任何期间之内。',
    );
    expect(await joined('en', ' ')).toContain(
      'Under no cap: the damages of 40.00 CNY claimed by 租用方 on 2024-04-01 (c) is not in “一 年度上限”: it lies in none of its periods.',
    );
    expect((await report).events.map(({ id }) => id)).toContain('c');
  });
});

test('where every claim is in a ledger nothing is said', async () => {
  const report = await reportOn('2024-06-01', [loss('a', '2023-05-01', 150)]);
  expect(report).not.toHaveProperty('uncapped');
  expect(page(report)).not.toContain('不受上限限制');
});

test('a claim against a party that the cap does not protect is not cut, and named', async () => {
  const report = await reportOn('2023-06-01', [loss('a', '2023-05-01', 150, 'user')]);
  expect(report.uncapped).toMatchObject([{ event: 'a', from: 'user', why: 'not-covered' }]);
  expect(sums(report)).toEqual(['user damages 150.00 of 150.00']);
});

test('while the cap does not apply, it takes in nothing', async () => {
  const when = ', when: { fact: faults, operator: more-than, value: 0 }';
  expect((await reportOn('2023-06-01', [loss('a', '2023-05-01', 150)], when)).uncapped).toMatchObject([
    { event: 'a', amount: '150.00', why: 'not-in-force' },
  ]);
});

test('a penalty that arose after the last year is counted beside the capped ones', async () => {
  const fault = (id: string, at: string): WrittenEvent => event(id, 'fault', at, {});
  const report = await reportOn('2024-06-01', [fault('f', '2023-05-01'), fault('g', '2024-05-01'), loss('a', '2023-05-02', 90)]);
  expect(sums(report)).toEqual(['owner penalty 60.00 of 130.00', 'owner damages 70.00 of 130.00']);
});
