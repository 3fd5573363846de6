/** Claims that events state and no cap takes in: the report names each, and its head counts it. */
import { describe, expect, test } from '@jest/globals';
import { read, utils } from '@e965/xlsx';
import { FORMATS } from '../../src/report/formats.js';
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
  loss: { says: 损失, data: { by: { says: 受损方, type: party }, against: { says: 责任方, type: party }, amount: { says: 金额, type: money }, ground: { says: 缘由, one-of: { wilful: 故意, other: 其他 }, optional: yes } } }
  fault: { says: 失误, data: {} }
clauses: [一, 二]
`;
const FACTS =
  'faultOn: { says: 失误日, moment: this }\nfaults: { says: 失误次数, count: fault }\nlossGround: { says: 损失缘由, field: ground, of: this }\nwilful: { says: 属于故意, holds: { fact: lossGround, operator: is, value: wilful } }\n';
const cap = (
  more: string,
  outside: string,
): string => `{ clause: 一, rule: cap, title: 年度上限, kind: limit, each: { every: contractYear, from: signedOn, to: until }${more},
  ledger: { ceiling: cap, debtors: [owner], draws: [penalty, damages]${outside}, claims: [{ event: loss, kind: damages, from: against, to: by, amount: amount }] } }`;
const FINE = `{ clause: 二, rule: fine, title: 失误违约金, kind: right, holder: user, against: owner, each: fault,
  when: { fact: faultOn, operator: happened, value: yes }, amounts: [{ kind: penalty, from: owner, to: user, amount: fine }] }`;

const loss = (id: string, at: string, amount: number, against = 'owner', more: object = {}): WrittenEvent =>
  event(id, 'loss', at, { by: against === 'owner' ? 'user' : 'owner', against, amount, ...more });

const CONTRACT = {
  id: 'H-1',
  rulebook: 'hire',
  signedOn: '2023-01-03',
  parties: { owner: { name: '某科技公司' }, user: { name: '某通信公司' } },
  terms: {},
};

async function reportOn(asOf: string, events: readonly WrittenEvent[], more = '', outside = '', coverage = {}): Promise<Report> {
  const rulebook = rulebookOf({ rulebook: HIRE, facts: FACTS, clauses: `${cap(more, outside)}\n---\n${FINE}` });
  const [report] = await check({
    contracts: [sourceOf('contract.json', JSON.stringify({ ...CONTRACT, coverage }))],
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

describe('a claim of which nobody can tell whether the cap covers it', () => {
  const OUTSIDE = ', outside: [{ claims-where: wilful }]';
  const before = [loss('a', '2023-05-01', 150, 'owner', { ground: 'other' })];
  const at = (events: readonly WrittenEvent[]): Promise<Report> => reportOn('2023-06-01', events, '', OUTSIDE);
  const bounds = (report: Report): readonly unknown[] => report.claims.flatMap(({ amount, atLeast, atMost }) => [amount, atLeast, atMost]);

  test('may be had in full where the cap is used up, and not twice where it is not', async () => {
    const used = await at([...before, loss('b', '2023-05-02', 50)]);
    expect(used.uncapped).toMatchObject([{ event: 'b', amount: '50.00', why: 'undetermined', beyond: '50.00' }]);
    expect(bounds(used)).toEqual([null, '100.00', '150.00']);
    const room = await at([loss('b', '2023-05-02', 50)]);
    expect(room.uncapped).toMatchObject([{ event: 'b', beyond: '0.00' }]);
    expect(bounds(room)).toEqual([null, '0.00', '50.00']);
    // Beside the cap it leaves the whole of it to what comes after.
    const first = await at([loss('b', '2023-04-02', 50), ...before]);
    expect(bounds(first)).toEqual([null, '100.00', '150.00']);
  });

  test('is told with what it asks, in both languages', async () => {
    const used = await at([...before, loss('b', '2023-05-02', 50)]);
    const told = page(used).replace(/\s/g, '');
    expect(told).toContain('租用方向出租方主张损害赔偿50.00元，计入0.00元（是否计入不能认定）');
    expect(told).toContain('另有不能认定的：损害赔偿至多50.00元');
    expect(told).toContain(
      '是否受上限限制不能认定：2023年5月2日租用方向出租方主张的损害赔偿50.00元（b）；不计入“一年度上限”的，在其允许的以外至多另可主张50.00元。',
    );
    expect(page(used, 'en').replace(/\n\s*/g, ' ')).toContain('up to 50.00 CNY more may be claimed than that allows.');
  });
});

describe('losses that nobody recorded', () => {
  const OUTSIDE = ', outside: [{ claims-where: wilful }]';
  const fault = event('f', 'fault', '2023-03-01', {});
  const unrecorded = (outside: string): Promise<Report> => reportOn('2023-06-01', [fault], '', outside, { loss: '2023-03-31' });
  const most = ({ claims }: Report, debtor: string): unknown =>
    claims.find(({ from }) => from === debtor)?.parts.find(({ kind }) => kind === 'damages')?.atMost;

  test('may be under no cap where it leaves some out, or does not protect who owes them: nobody knows how much', async () => {
    const report = await unrecorded(OUTSIDE);
    const hidden = { rule: 'cap', event: null, day: '2023-04-01', kind: 'damages', amount: null, why: 'unrecorded' };
    expect(report.uncapped).toEqual([
      { ...hidden, from: 'owner', to: 'user' },
      { ...hidden, from: 'user', to: 'owner' },
    ]);
    expect([most(report, 'owner'), most(report, 'user')]).toEqual([null, null]);
    const told = page(report).replace(/\s/g, '');
    expect(told).toContain('租用方可以向出租方主张至少30.00元：违约金30.00元；另有不能认定的：损害赔偿数额不明。');
    expect(told).toContain('没有记录的损害赔偿主张（2023年4月1日起记录不全），不受“一年度上限”限制的，数额不明。');
  });

  test('are within the cap where it takes in all of them', async () => {
    const report = await unrecorded('');
    expect(report.uncapped?.map(({ from }) => from)).toEqual(['user']);
    expect(most(report, 'owner')).toBe('70.00');
  });
});

test('in the workbook what stands beside the cap has a row, and the column adds up to the first page', async () => {
  const report = await reportOn('2024-06-01', [loss('a', '2023-05-01', 150), loss('c', '2024-04-01', 40)]);
  const bytes = (await FORMATS.xlsx([report], { lang: 'zh', color: false, width: 100 }, calendar)) as Uint8Array;
  const rows: Record<string, unknown>[] = utils.sheet_to_json(read(bytes).Sheets['款项']!);
  expect(rows.at(-1)).toMatchObject({
    条款: '一',
    实例: 'c',
    事项: '年度上限',
    '计入主张（元）': 40,
    性质: '不受此上限限制：其日期不在该上限的任何期间之内',
  });
  expect(rows.reduce((sum, row) => sum + Number(row['计入主张（元）']), 0)).toBe(140);
});
