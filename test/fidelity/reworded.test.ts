/** The agreements of the shipped rulebooks in other words, twice: unbroken, nothing is said against them; broken in one place, it is said. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readAgreement } from '../../src/agreement/read-agreement.js';
import { readContract } from '../../src/contract/read-contract.js';
import { draftFrom, type Draft } from '../../src/fidelity/draft.js';
import { fidelity } from '../../src/fidelity/fidelity.js';
import { parseDocuments } from '../../src/input/yaml.js';
import { declaredOf } from '../../src/rulebook/declared-of.js';
import { linkRulebook } from '../../src/rulebook/read-rulebook.js';
import { writtenRulebook } from '../../src/store/rulebooks.js';
import { ROOT } from '../house/tree.js';
import { BREAKS } from './breaks.js';
import { SAME } from './same.js';

const textOf = (kind: string): string => readFileSync(join(ROOT, 'test/fidelity/reworded', `${kind}.txt`), 'utf8');
const documentOf = async (text: string): ReturnType<typeof readAgreement> =>
  await readAgreement('agreement.txt', new TextEncoder().encode(text));

const BOOKS = new Map(
  Object.keys(BREAKS).map((text) => {
    const kind = text.replace(/-again$/u, '');
    const written = writtenRulebook(join(ROOT, 'rules', kind));
    const rulebook = linkRulebook(written);
    const base = [`rules/${kind}/cases/base.yaml`, `fixtures/${kind}/contract.yaml`].map((path) => join(ROOT, path));
    const file = kind === 'call-center-service' ? base[1]! : base.find((path) => existsSync(path))!;
    const [source] = parseDocuments('contract.yaml', readFileSync(file)).documents;
    return [text, { rulebook, source: written.rulebook, contract: readContract(source!, declaredOf(rulebook)).contract! }] as const;
  }),
);

async function loud(kind: string, text: string, isAlone = false): Promise<readonly string[]> {
  const document = await documentOf(text);
  return fidelity({ ...BOOKS.get(kind)!, ...(isAlone ? { contract: null } : {}), document }).flatMap(({ code, level, message }) =>
    level === 'note' ? [] : [`${level} ${code} ${message.zh}`],
  );
}

function changed(kind: string, from: string, to: string): string {
  const text = textOf(kind);
  expect(text.split(from)).toHaveLength(2);
  return text.replace(from, to);
}

const drafted = async (kind: string, from: string, to: string): Promise<Draft> =>
  draftFrom(await documentOf(changed(kind, from, to)), BOOKS.get(kind)!.rulebook);

describe.each(Object.keys(BREAKS))('%s', (kind) => {
  test('is faithful', async () => {
    expect(await loud(kind, textOf(kind))).toEqual([]);
    expect(await loud(kind, textOf(kind), true)).toEqual([]);
  });

  test.each(BREAKS[kind]!)('%s -> %s is told', async (from, to) => {
    expect(await loud(kind, changed(kind, from, to))).not.toEqual([]);
  });
});

describe.each(Object.keys(SAME))('%s', (kind) => {
  test.each(SAME[kind]!)('%s -> %s is the same', async (from, to) => {
    expect(await loud(kind, changed(kind, from, to))).toEqual([]);
  });
});

describe('what is told', () => {
  test.each([
    [
      'sale-of-goods',
      '连续两批或者累计三批',
      '连续三批或者累计两批',
      /warning .*“两批”读来是“累计严重迟延批数”.*“三批”是“连续严重迟延批数”.*写反/u,
    ],
    [
      'software-service',
      '4个工作小时内响应，三级故障在8个',
      '8个工作小时内响应，三级故障在4个',
      /warning .*二级故障响应时限.*三级故障响应时限.*写反/u,
    ],
    ['sale-of-goods', '5.475%的年利率', '5.475%的月利率', /error text-unit-differs .*“5\.475%”按月计.*interestRate.*按年计/u],
    ['office-lease', '起按日加收', '起按周加收', /error text-unit-differs .*“0\.05%”按周计.*lateRate.*按日计/u],
    ['office-lease', '150元/平方米/月', '150元/平方米/季度', /error text-unit-differs .*“150元”按季计.*rentPrice.*按月计/u],
    ['software-service', '按日支付未付', '支付未付', /warning text-unit-differs .*“万分之五”没有写明按什么计/u],
    ['software-service', '在24小时内通知', '在24分钟内通知', /error text-unit-differs .*breachNoticeWithin/u],
    ['software-service', '8小时；在此', '480小时；在此', /error text-unit-differs .*maintenanceAllowance/u],
    [
      'office-lease',
      '30天，承租方有权',
      '30天，出租方有权',
      /warning text-party .*三\.3.*有权.*“出租方”.*late-handover-termination.*“承租方”.*写反/u,
    ],
    ['office-lease', '每月5号前支付', '每月5号后支付', /warning text-bound-differs .*“.*每月5号后支付.*rentDay.*最晚的期限.*写反/u],
    [
      'call-center-service',
      '超过三个工作日，乙',
      '不超过三个工作日，乙',
      /warning text-bound-differs .*payment-default.*超过它的才有后果/u,
    ],
  ])('%s: %s -> %s', async (kind, from, to, said) => {
    expect(await loud(kind, changed(kind, from, to))).toEqual([expect.stringMatching(said) as unknown]);
  });
});

describe('a rate for another time is never drafted as sure', () => {
  test.each([
    ['sale-of-goods', '5.475%的年利率', '5.475%的月利率', 'interestRate'],
    ['office-lease', '起按日加收', '起按月加收', 'lateRate'],
    ['office-lease', '150元/平方米/月', '150元/平方米/年', 'rentPrice'],
    ['software-service', '每月至少备份', '每周至少备份', 'backupsPerMonth'],
  ])('%s: %s -> %s', async (kind, from, to, name) => {
    const { values, open } = await drafted(kind, from, to);
    expect(values.get(`terms.${name}`)).toBeUndefined();
    expect(open.get(`terms.${name}`)?.zh).toMatch(/“.+”（第 \d+ 行）/u);
  });

  test('nor one for which no time is said', async () => {
    const { values } = await drafted('software-service', '按日支付未付', '支付未付');
    expect(values.get('terms.lateRate')?.from.zh).toContain('可能');
  });
});

describe('an amount whose words stand in another clause and differ', () => {
  const CHANGE = ['sale-of-goods', '壹仟壹佰伍拾陆万元整', '壹仟壹佰陆拾伍万元整'] as const;

  test('is drafted neither from the one nor from the other', async () => {
    const { values, open } = await drafted(...CHANGE);
    for (const key of ['terms.totalPrice', 'terms.totalPriceInWords']) {
      expect(values.has(key)).toBe(false);
      expect(open.get(key)?.zh).toMatch(/“1156万元”.*“人民币壹仟壹佰陆拾伍万元整”/u);
    }
  });

  test('is told without a contract', async () => {
    expect(await loud('sale-of-goods', changed(...CHANGE), true)).toEqual([
      expect.stringMatching(/error text-words-differ .*1\.2.*“1156万元”.*1\.3.*大写/u) as unknown,
    ]);
  });
});

test('what a person must choose from holds what is in another unit', async () => {
  const { open } = await drafted('software-service', '二级故障在4个工作小时内响应', '二级故障在4小时内响应');
  expect(open.get('terms.majorResponse')?.zh).toContain('“4小时”');
});

test('one figure is not taken for two terms', async () => {
  const { values, open } = await drafted('office-lease', '达2个月，或欠付总额达到月租金2倍', '达两个月租金');
  for (const key of ['terms.arrearsMonths', 'terms.arrearsMultiple']) {
    expect(values.has(key)).toBe(false);
    expect(open.get(key)?.zh).toContain('“两个月”');
  }
});

test('a number of an annex that has no unit is named', async () => {
  const text = `${textOf('office-lease').trimEnd()}\n附件一：平整度要求\n部位\t偏差\n墙面\t±0.02\n地面\t0.5\n`;
  const findings = fidelity({ ...BOOKS.get('office-lease')!, document: await documentOf(text) });
  const notes = findings.map(({ level, message }) => `${level} ${message.zh}`).filter((one) => one.includes('没有写单位'));
  expect(notes).toEqual(['note 附件一里的数字没有写单位，没有核对：“±0.02”、“0.5”']);
});
