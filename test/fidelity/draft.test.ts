/** What is drafted from an agreement: never a value that the text contradicts, and each of the others with where it comes from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readAgreement } from '../../src/agreement/read-agreement.js';
import { draftFrom, type Draft } from '../../src/fidelity/draft.js';
import { filledIn } from '../../src/fidelity/filled-in.js';
import { parseDocuments } from '../../src/input/yaml.js';
import { declaredOf } from '../../src/rulebook/declared-of.js';
import { ROOT } from '../house/tree.js';
import { rulebook } from '../support/rulebooks.js';

const LEASE = rulebook('office-lease');
const TEXT = readFileSync(join(ROOT, 'test/fidelity/lease.txt'), 'utf8');

async function drafted(...changes: readonly (readonly [from: string, to: string])[]): Promise<Draft> {
  let text = TEXT;
  for (const [from, to] of changes) {
    expect(text.split(from)).toHaveLength(2);
    text = text.replace(from, to);
  }
  return draftFrom(await readAgreement('agreement.txt', new TextEncoder().encode(text)), LEASE);
}

const PRICE = '人民币壹佰伍拾元整（￥150.00）';

describe('two numbers for one thing: neither is taken, both are asked about', () => {
  test.each([
    ['digits behind the words', PRICE, '人民币壹佰伍拾元整（￥180.00元）', 'rentPrice', ['壹佰伍拾元整', '180.00元']],
    ['words behind the digits', PRICE, '￥150.00元（大写：壹佰捌拾元整）', 'rentPrice', ['150.00元', '壹佰捌拾元整']],
    ['a period', '期前三个月以书面提出', '期前三个月（4个月）以书面提出', 'renewalNotice', ['三个月', '4个月']],
    ['all numbers from one to another', '期前三个月以书面提出', '期前三至五个月以书面提出', 'renewalNotice', ['三', '五个月']],
    ['one or the other', '期前三个月以书面提出', '期前3个月或5个月（以较长者为准）以书面提出', 'renewalNotice', ['3个月', '5个月']],
    ['a rate', '百分之二十。', '百分之二十（25%）。', 'lateFeeCap', ['百分之二十', '25%']],
  ])('%s', async (_what, from, to, name, both) => {
    const { values, open } = await drafted([from, to]);
    const key = `terms.${name}`;
    expect(values.has(key)).toBe(false);
    for (const one of both) expect(open.get(key)?.zh).toContain(one);
  });
});

describe('a length is a multiple only where the text says what it is so many months of', () => {
  const DEPOSIT = '数额相当于首年三个月的租金';
  test.each([
    [DEPOSIT, '数额见附件，保函期两年', 'depositMonths'],
    [DEPOSIT, '数额见附件，保函期三个月', 'depositMonths'],
    ['按日租金的两倍付占用费', '付占用费，占用满２个月的另议', 'holdoverMultiple'],
  ])('%s → %s', async (from, to, name) => {
    expect((await drafted([from, to])).values.has(`terms.${name}`)).toBe(false);
  });

  test.each(['数额相当于首年三个月的租金', '数额为三个月租金', '相当于3个月的月租金'])('%s', async (now) => {
    expect((await drafted([DEPOSIT, now])).values.get('terms.depositMonths')?.yaml).toContain('3.00');
  });
});

describe('what a day is', () => {
  const START = '租期叁年，从2023年3月15日起算，起租当日计入。';

  test.each([
    '租期叁年，自2023年3月15日起算，至2026年3月14日止。',
    '租期叁年，自2023年3月15日起至2026年3月14日止。',
    '租期叁年（2023年3月15日至2026年3月14日）。',
  ])('the start of a term is not its end: %s', async (now) => {
    const { values } = await drafted([START, now]);
    expect(values.get('terms.leaseStart')?.yaml).toBe('2023-03-15');
    expect(values.get('terms.leaseStart')?.from.zh).toContain('可能');
  });

  test.each(['租期叁年，2023年3月15日、2026年3月14日各办一次手续。', '租期叁年，自2023年3月15日起或者自2023年4月15日起。'])(
    'neither, where the text does not say: %s',
    async (now) => {
      expect((await drafted([START, now])).values.has('terms.leaseStart')).toBe(false);
    },
  );

  test('the fourth day behind another is four days behind it', async () => {
    const { values } = await drafted(['快递发出满3日视为送达', '快递发出后第四日视为送达']);
    expect(values.get('terms.courierDays')).toMatchObject({
      yaml: '4',
      from: { zh: expect.stringContaining('“第四日”；可能') as unknown },
    });
    expect((await drafted(['快递发出满3日视为送达', '快递的第四日视为送达'])).values.has('terms.courierDays')).toBe(false);
  });
});

describe('the title', () => {
  test.each([
    ['写字楼租赁合同', '某大厦房屋租用约定书', '某大厦房屋租用约定书'],
    ['写字楼租赁合同', '房屋租赁合同书（写字楼）', '房屋租赁合同书(写字楼)'],
  ])('is the first line: %s, %s', async (from, to, title) => {
    const { values } = await drafted([from, to]);
    expect(values.get('title')).toMatchObject({ yaml: title, from: { zh: expect.stringContaining('第 1 行') as unknown } });
  });

  test.each(['某公司文件', '本合同由下列双方签订，共同遵守。'])('is not any first line: %s', async (line) => {
    expect((await drafted(['写字楼租赁合同', line])).values.has('title')).toBe(false);
  });
});

describe('what pages repeat', () => {
  test('the title is read where every page begins with it', async () => {
    const lines = TEXT.split('\n');
    const text = [...lines.slice(0, 30), '写字楼租赁合同', ...lines.slice(30)].join('\n');
    const { values } = draftFrom(await readAgreement('agreement.txt', new TextEncoder().encode(text)), LEASE);
    expect(values.get('title')).toMatchObject({ yaml: '写字楼租赁合同', from: { zh: expect.stringContaining('第 1 行') as unknown } });
  });

  test.each(['某置业公司 版权所有', '合同编号：ZL-2023-0215', '某置业有限公司'])('a footer parts no sentence: %s', async (footer) => {
    const { values } = await drafted(['付款可以宽限3个工作日', `付款可以宽限3\n${footer}\n个工作日`]);
    expect(values.get('terms.rentGrace')?.yaml).toBe('3');
  });
});

describe('who the parties are', () => {
  const both = async (...changes: readonly (readonly [string, string])[]): Promise<readonly (string | undefined)[]> => {
    const { values } = await drafted(...changes);
    return ['landlord', 'tenant'].map((key) => values.get(`parties.${key}.name`)?.yaml);
  };

  test('甲方（出租人）is 出租方', async () => {
    const names = await both(['出租方：某置业公司', '甲方（出租人）：某置业公司'], ['承租方：某科技公司', '乙方（承租人）：某科技公司']);
    expect(names).toEqual(['某置业公司', '某科技公司']);
  });

  test('two on one line of signatures are two', async () => {
    const text = `${TEXT.trimEnd()}\n出租方（盖章）：某置业公司\u3000\u3000承租方（盖章）：某科技公司\n`;
    const { values } = draftFrom(await readAgreement('agreement.txt', new TextEncoder().encode(text)), LEASE);
    expect(['landlord', 'tenant'].map((key) => values.get(`parties.${key}.name`)?.yaml)).toEqual(['某置业公司', '某科技公司']);
  });
});

test('clauses that the text lacks are named', async () => {
  expect((await drafted()).clauses.missing).toEqual([]);
  expect((await drafted(['4. 承租方用坏的，由承租方自己修。\n', ''])).clauses.missing).toEqual(['八.4']);
});

test('a draft is compared as far as it is filled in; what is open is named', () => {
  const text = readFileSync(join(ROOT, 'rules/office-lease/cases/base.yaml'), 'utf8')
    .replace(/^ {2}rentDay: .*$/mu, '  rentDay:')
    .replace(/^ {2}leaseStart: .*$/mu, '  leaseStart: ？')
    .replace(/^signedOn: .*$/mu, 'signedOn:');
  const [source] = parseDocuments('draft.yaml', new TextEncoder().encode(text)).documents;
  const { contract, open, problems } = filledIn(source!, declaredOf(LEASE));
  expect(problems).toEqual([]);
  expect(open.map(({ key }) => key)).toEqual(['signedOn', 'terms.leaseStart', 'terms.rentDay']);
  const { terms } = contract!.source.value as { readonly terms: object };
  expect([Object.hasOwn(terms, 'rentDay'), Object.hasOwn(terms, 'rentGrace')]).toEqual([false, true]);
});
