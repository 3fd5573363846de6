/** What is said by its name, with its unit, and for what it is: whose breach, what came later, which limit there is none of. */
import { describe, expect, test } from '@jest/globals';
import { decidedOf } from '../../src/report/told/decided.js';
import { entriesOf } from '../../src/report/told/evidence.js';
import { sayLeaf } from '../../src/report/told/leaf.js';
import { groundOf } from '../../src/report/told/ledger.js';
import { missingOf } from '../../src/report/told/missing.js';
import { pageOf } from '../../src/report/told/page.js';
import { allClauses } from '../../src/report/told/appendix.js';
import { sarif } from '../../src/report/sarif.js';
import type { Draw, Finding, Leaf, Report } from '../../src/schema-types/report.js';
import { schemaFaults } from '../support/report-schema.js';
import { CONTRACT, EVENTS, page, reportOn } from './data.js';

const plain = (text: string): string => text.replace(/\n\s*/g, '');
const line = (id: string, type: string, at: string, data: object): string =>
  JSON.stringify({ id, contract: 'HJ-2023-0308', type, at: `${at}T10:00:00+08:00`, data });
const with_ = (...lines: readonly string[]): string => `${EVENTS.trimEnd()}\n${lines.join('\n')}\n`;
const same = (text: string) => ({ zh: text, en: text });

describe('what came after the day asked about', () => {
  test('is counted apart; before the signing the first page says so', async () => {
    const early = await reportOn('2023-03-07');
    expect(schemaFaults(early)).toEqual([]);
    const count = early.dataQuality.accepted;
    expect(early.dataQuality.later).toBe(count);
    expect(plain(page(early))).toContain(`采用${count}条（其中${count}条在检查日之后，没有考虑）`);
    expect(plain(page(early))).toContain('注意：检查日早于签订日2023年3月8日，合同当时尚未签订。');
    expect(page(early, 'en')).toContain('before the signing on 2023-03-08');
    const late = await reportOn('2024-03-08');
    expect(late.dataQuality).not.toHaveProperty('later');
    expect(page(late)).not.toContain('检查日早于');
  });
});

test('a breach of what both must keep is not said to be of both', async () => {
  const report = await reportOn('2023-11-01', CONTRACT, with_(line('d1', 'confidence.breached', '2023-10-30', { by: 'customer' })));
  const both = report.findings.map((one): Finding => (one.rule === 'confidentiality' ? { ...one, status: 'breached' } : one));
  const shown = plain(page({ ...report, findings: both }));
  expect(shown).toContain('双方都须遵守的有1项违约');
  expect(shown).not.toContain('双方有1项违约');
  expect(page({ ...report, findings: both }, 'en')).toContain('1 breach of what both must keep');
});

test('SARIF says of an amount what is still open of it', async () => {
  const events = with_(line('r1', 'refund.paid', '2023-10-20', { amount: 100 }));
  const said = sarif([await reportOn('2023-10-30', CONTRACT, events)], { lang: 'zh', color: false, width: 100 });
  expect(said).toContain('退款 1175.00元，尚欠1075.00元');
});

test('what a person has determined stands in the finding that rests on it', async () => {
  const made = '[{ fact: cause, instance: out-1, value: provider, on: 2023-10-12, by: 法务部, reason: 机房日志 }]';
  const contract = CONTRACT.replace('determinations: []', `determinations: ${made}`);
  const report = await reportOn('2023-10-30', contract, EVENTS.replace('"data": {"cause": "provider"}', '"data": {}'));
  const one = (instance: string): readonly string[] =>
    decidedOf(
      pageOf(report, { lang: 'zh' }),
      report.findings.find((finding) => finding.rule === 'service-outage' && finding.instance === instance)!,
    );
  expect(one('out-1')).toEqual(['“原因”为乙方（法务部，2023年10月12日：机房日志）']);
  expect(plain(page(report))).toContain('认定  “原因”为乙方（法务部，2023年10月12日：机房日志）。');
  const before = await reportOn('2023-10-11', contract);
  expect(before.findings.flatMap((finding) => decidedOf(pageOf(before, { lang: 'zh' }), finding))).toEqual([]);
});

test('what has no finding is named by its title in the list of clauses', async () => {
  const report = await reportOn('2023-10-30');
  const cells = allClauses(pageOf(report, { lang: 'zh' })).flatMap((block) => (block.kind === 'table' ? block.rows : []));
  const said = cells.map((row) => row.cells.map(({ text }) => text).join(' ')).join('\n');
  expect(said).toContain('七.4 不可抗力事件（免责事由）');
  expect(said).toContain('更名过户（没有涉及）');
  expect(said).not.toContain('force-majeure');
});

describe('of a limit that has not come', () => {
  const leaf = { kind: 'leaf', fact: 'done', says: same('进入'), operator: 'before', operatorSays: same('早于'), negated: false } as const;
  const asked: Leaf = {
    ...leaf,
    value: same('2024-01-02'),
    operand: same('尚未发生'),
    operandSays: same('可以进入之时'),
    holds: 'yes',
    margin: null,
  };
  const step = (fact: string, says: string, rests: readonly string[], formula = '首次') =>
    ({ fact, says: same(says), value: same('尚未发生'), formula: same(formula), rests }) as const;
  const shown = pageOf(
    { contract: { parties: [] }, readings: [{ about: same('有没有期限'), says: same('无期限') }], findings: [] } as unknown as Report,
    { lang: 'zh' },
  );
  const said = (...working: readonly object[]): string =>
    sayLeaf(shown, asked, { trace: { conditions: [], working } } as unknown as Finding).split('；')[1] ?? '';
  test('the record is named that there is not', () => {
    expect(said(step('notice', '通知', []), step('from', '可以进入之时', ['notice']))).toBe('没有“通知”的记录，也就没有“可以进入之时”');
  });
  test('the reading is named that sets none', () => {
    expect(said(step('from', '可以进入之时', [], '有没有期限 尚未发生'))).toBe('没有“可以进入之时”（读法：无期限）');
  });
  test('it is just not there where it hangs on several things, or is an act itself', () => {
    expect(said(step('a', '甲', []), step('b', '乙', []), step('from', '可以进入之时', ['a', 'b']))).toBe('尚无“可以进入之时”');
    expect(said(step('from', '可以进入之时', []))).toBe('尚无“可以进入之时”');
  });
});

test('what hangs on holidays not announced is named by its deadline, else as the calendar', () => {
  const gap = { fact: 'calendar', says: same('calendar'), why: 'calendar', events: null, from: null, question: null, by: null };
  const told = (working: readonly object[]): readonly string[] => {
    const finding = { status: 'pending', kind: 'duty', instance: null, missingDetails: [gap], trace: { conditions: [], working } };
    return missingOf(
      pageOf({ contract: { parties: [] }, findings: [] } as unknown as Report, { lang: 'zh' }),
      finding as unknown as Finding,
    );
  };
  const counted = [
    { from: '2027-01-01', to: '2027-01-03', kind: 'holiday', festival: '元旦', notice: null, counted: [], provisional: true },
  ];
  const due = { fact: 'due', says: same('付款末日'), value: same('2027-01-08'), formula: same(''), rests: [], counted };
  expect(told([due])).toEqual(['“付款末日”取决于尚未公布的放假安排']);
  expect(told([])).toEqual(['“工作日历”取决于尚未公布的放假安排']);
});

test('a draw of which there is no log says so', () => {
  const shown = pageOf({ contract: { parties: [] }, findings: [] } as unknown as Report, { lang: 'zh' });
  expect(groundOf(shown, { rule: null, event: null } as Draw)).toBe('没有记录可查的损失');
});

test('sums of money have their unit, other figures none', () => {
  const events = [1, 2, 3, 4].map((n) => ({
    id: `p${n}`,
    type: 'paid',
    says: same('付款'),
    at: `2024-01-0${n}T10:00:00+08:00`,
    data: { sum: n, count: n },
    fields: [
      { name: 'sum', says: same('金额'), value: same(`${n}.00元`) },
      { name: 'count', says: same('件数'), value: same(String(n)) },
    ],
  }));
  const shown = pageOf({ contract: { parties: [] }, findings: [], events } as unknown as Report, { lang: 'zh' });
  const [entry] = entriesOf(
    shown,
    events.map(({ id }) => id),
  );
  expect(entry?.what).toContain('金额 合计 10.00元（1.00＋2.00＋3.00＋4.00）；件数 合计 10（1＋2＋3＋4）');
});
