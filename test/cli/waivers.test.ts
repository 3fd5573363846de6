/** Findings that somebody has accepted: counted apart, never hidden, never failed on. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/schema-types/report.js';
import { heyue } from '../docs/heyue.js';
import { textOf } from '../house/tree.js';
import { schemaFaults } from '../support/report-schema.js';

const folder = mkdtempSync(join(tmpdir(), 'heyue-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const CONTRACT = 'fixtures/call-center-service/contract.yaml';
/** Nothing paid and nothing handed in: two breaches on the fourth day. */
const call = (waivers: string, ...more: string[]): string =>
  ['check', CONTRACT, '--as-of 2023-03-14 --waivers', waivers, ...more].join(' ');
const waive = (rule: string, more = ''): string =>
  `- { rule: ${rule}, ${more === '' ? 'instance: null, ' : more}owner: 法务部, reason: 双方已书面同意延期, until: 2023-06-30 }\n`;
const BOTH = `${waive('payment')}${waive('opening-materials')}`;

const reportOf = async (waivers: string, ...more: string[]): Promise<Report> => {
  const { out } = await heyue(call(waivers, '--format json', ...more));
  return JSON.parse(out) as Report;
};

describe('a waiver', () => {
  test('is shown with the finding, which is counted apart', async () => {
    const plain = JSON.parse((await heyue(`check ${CONTRACT} --as-of 2023-03-14 --format json`)).out) as Report;
    const breached = plain.findings.filter(({ status }) => status === 'breached').map(({ rule }) => rule);
    expect(breached).toEqual(['opening-materials', 'payment']);
    const report = await reportOf(file('one.yaml', waive('payment')));
    expect(schemaFaults(report)).toEqual([]);
    const finding = report.findings.find(({ rule }) => rule === 'payment');
    expect(finding).toMatchObject({ status: 'breached', waiver: { owner: '法务部', reason: '双方已书面同意延期', until: '2023-06-30' } });
    expect(report.summary).toMatchObject({ breached: 1, waived: 1 });
    expect(Object.values(report.summary).reduce((sum, count) => sum + count)).toBe(report.findings.length);
    expect(report.waivers).toMatchObject([{ rule: 'payment', instance: null, state: 'used' }]);
  });

  test('fails nothing; what it does not cover does', async () => {
    expect((await heyue(call(file('none.yaml', '[]')))).code).toBe(1);
    expect((await heyue(call(file('one.yaml', waive('payment'))))).code).toBe(1);
    expect((await heyue(call(file('both.yaml', BOTH)))).code).toBe(0);
  });

  test('covers what cannot be told, too', async () => {
    const unknown = file(
      'unknown.yaml',
      textOf(CONTRACT).replace('coverage: {}', 'coverage: { payment: none, materials: none, number: none }'),
    );
    const line = `check ${unknown} --as-of 2023-03-10 --fail-on undetermined`;
    expect((await heyue(line)).code).toBe(3);
    const { findings } = JSON.parse((await heyue(`${line} --format json`)).out) as Report;
    const open = findings.filter(({ status }) => status === 'undetermined');
    const all = file('open.yaml', open.map(({ rule, instance }) => waive(rule, `instance: ${JSON.stringify(instance)}, `)).join(''));
    expect((await heyue(`${line} --waivers ${all}`)).code).toBe(0);
  });

  test('holds through its last day', async () => {
    const until = (day: string): string => file(`${day}.yaml`, BOTH.replaceAll('2023-06-30', day));
    expect((await heyue(call(until('2023-03-14')))).code).toBe(0);
    expect((await heyue(call(until('2023-03-13')))).code).toBe(1);
    expect((await reportOf(until('2023-03-13'))).waivers?.map(({ state }) => state)).toEqual(['expired', 'expired']);
  });

  test('of a finding that is neither is said to have served nothing', async () => {
    const report = await reportOf(file('unused.yaml', waive('invoice')));
    expect(report.waivers?.map(({ state }) => state)).toEqual(['unused']);
    expect(report.summary).not.toHaveProperty('waived');
  });

  test('of one contract holds in that one alone', async () => {
    const other = file('other.yaml', textOf(CONTRACT).replace('id: HJ-2023-0308', 'id: HJ-2023-0309'));
    const one = file('mine.yaml', BOTH.replaceAll('rule:', 'contract: HJ-2023-0309, rule:'));
    const { out, code } = await heyue(`check ${CONTRACT} ${other} --as-of 2023-03-14 --format json --waivers ${one}`);
    const reports = JSON.parse(out) as readonly Report[];
    expect([code, reports.map(({ summary }) => summary.waived)]).toEqual([1, [undefined, 2]]);
  });
});

describe('each format says it', () => {
  const one = file('both.yaml', BOTH);

  test('the text, in the head, by the finding and in the list', async () => {
    const { out } = await heyue(call(one));
    expect(out).not.toContain('没有发现违约');
    expect(out).toContain('另有2项违约已由法务部接受');
    expect(out).toContain('已接受2');
    expect(out.replaceAll(/\s/g, '')).toContain('已由法务部接受至2023年6月30日：双方已书面同意延期');
    expect(out).toContain('接受清单');
    const english = await heyue(call(one, '--lang en'));
    expect(english.out).toContain('2 more breached, accepted by 法务部');
    expect(out.replaceAll(/\s/g, '')).toContain('四.1签订当日付款（payment）：由法务部接受至2023年6月30日');
  });

  test('the text names the day on which it is accepted no longer, if nothing changes before', async () => {
    const soon = file('soon.yaml', BOTH.replaceAll('2023-06-30', '2023-03-14'));
    const { out } = await heyue(call(soon));
    expect(out.replaceAll(/\s/g, '')).toContain(
      '结论最早在2023年3月15日变化：对“二.1.1提交开户资料”“四.1签订当日付款”的接受至前一日为止。',
    );
    expect((await heyue(call(soon, '--lang en'))).out.replaceAll(/\s+/g, ' ')).toContain('comes on 2023-03-15, when the acceptance of “');
  });

  test('JUnit skips it', async () => {
    const { out } = await heyue(call(one, '--format junit'));
    expect(out).toMatch(/failures="0"/);
    expect(out).toMatch(/<skipped message="[^"]*违约。已由法务部接受至/);
  });

  test('SARIF suppresses it', async () => {
    const { out } = await heyue(call(one, '--format sarif'));
    const { runs } = JSON.parse(out) as { readonly runs: readonly { readonly results: readonly Record<string, unknown>[] }[] };
    const failed = runs[0]?.results.filter(({ kind }) => kind === 'fail') ?? [];
    expect(failed.map(({ suppressions }) => suppressions)).toEqual(
      failed.map(() => [
        { kind: 'external', status: 'accepted', justification: '双方已书面同意延期', properties: { owner: '法务部', until: '2023-06-30' } },
      ]),
    );
  });
});

describe('a file that cannot be used: where, what, and what would be right', () => {
  test.each([
    ['an unknown rule', waive('payments'), /bad\.yaml:1:11 没有规则“payments”\n {2}应为：是否指“payment”/],
    ['an unknown instance', waive('payment', 'instance: e99, '), /bad\.yaml:1:3 规则“payment”没有事项“e99”\n {2}应为：不写 instance/],
    ['an instance of a rule that has none', waive('payment', 'instance: 2023-03, '), /bad\.yaml:1:3 规则“payment”没有事项“2023-03”/],
    ['no day', waive('payment').replace('2023-06-30', '2023-06-31'), /bad\.yaml:1:\d+ .*2023-06-31/],
    ['twice', `${waive('payment')}${waive('payment')}`, /bad\.yaml:2:3 规则“payment”的同一事项在第1行已经列过/],
    ['no owner', '- { rule: payment, reason: 同意, until: 2023-06-30 }', /bad\.yaml:1:3 .*owner/],
    ['another key', waive('payment').replace('owner:', 'who: 甲, owner:'), /bad\.yaml:1:\d+ .*who/],
    [
      'another contract',
      waive('payment').replace('rule:', 'contract: HJ-2023-0307, rule:'),
      /bad\.yaml:1:\d+ 本次检查没有合同“HJ-2023-0307”\n {2}应为：是否指“HJ-2023-0308”/,
    ],
    ['no list', 'rule: payment', /bad\.yaml:1:1 /],
    ['nothing', '', /bad\.yaml:1:1 /],
  ])('%s', async (_what, content, said) => {
    const { code, err, out } = await heyue(call(file('bad.yaml', content)));
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(said);
    expect((await heyue(call(file('bad.yaml', content), '--lang en'))).err).toMatch(/^bad\.yaml:\d+:\d+ [^\p{Script=Han}]/u);
  });
});
