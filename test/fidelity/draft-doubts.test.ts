/** What a draft leaves open because the text contradicts itself or is numbered otherwise, and what it reads because the words beside it say so. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readAgreement } from '../../src/agreement/read-agreement.js';
import { draftFrom, type Draft } from '../../src/fidelity/draft.js';
import { ROOT } from '../house/tree.js';
import { rulebook } from '../support/rulebooks.js';

const TEXTS = { 'office-lease': 'lease.txt', 'sale-of-goods': 'sale.txt', 'software-service': 'reworded/software-service.txt' } as const;
type Kind = keyof typeof TEXTS;

const drafted = async (kind: Kind, text: string): Promise<Draft> =>
  draftFrom(await readAgreement('agreement.txt', new TextEncoder().encode(text)), rulebook(kind));

async function changed(kind: Kind, ...changes: readonly (readonly [from: string, to: string])[]): Promise<Draft> {
  let text = readFileSync(join(ROOT, 'test/fidelity', TEXTS[kind]), 'utf8');
  for (const [from, to] of changes) {
    expect(text.split(from)).toHaveLength(2);
    text = text.replace(from, to);
  }
  return drafted(kind, text);
}

describe('one thing said in two clauses with two numbers is asked about', () => {
  test.each([
    ['sale-of-goods', '其余5%留作质保金', '其余3%作为质保金', 'retentionShare', ['5%', '3%']],
    ['sale-of-goods', '5.1 到货时', '5.1 质保期18个月；到货时', 'warranty', ['12个月', '18个月']],
  ] as const)('%s: %s → %s', async (kind, from, to, name, both) => {
    const { values, open } = await changed(kind, [from, to]);
    expect(values.has(`terms.${name}`)).toBe(false);
    expect(open.get(`terms.${name}`)?.zh).toMatch(/^文本里前后不一致/u);
    for (const one of both) expect(open.get(`terms.${name}`)?.zh).toContain(`“${one}”`);
  });

  test('the same number twice is one', async () => {
    const { values } = await changed('sale-of-goods', ['其余5%留作质保金', '其余5%作为质保金']);
    expect(values.get('terms.retentionShare')?.yaml).toBe('"0.05"');
  });
});

describe('a length of time and the days that it runs between', () => {
  const START = '租期叁年，从2023年3月15日起算，起租当日计入。';

  test.each([
    '租期五年，自2023年3月15日起至2026年3月14日止。',
    '租期自2023年3月15日起至2026年3月14日止，共计五年。',
    '租期叁年（自2023年3月15日起至2027年3月14日止）。',
  ])('do not fit: %s', async (now) => {
    const { values, open } = await changed('office-lease', [START, now]);
    expect(values.has('terms.term')).toBe(false);
    expect(open.get('terms.term')?.zh).toMatch(/前后不一致：(?=.*“[五叁]年”).*“202[67]年3月14日”/u);
  });

  test.each([
    '租期叁年，自2023年3月15日起至2026年3月14日止。',
    '租期叁年，自2023年3月15日起至2026年3月15日止。',
    '租期自2023年3月15日起至2026年3月14日止，共36个月。',
    '租期叁年，自2023年3月15日起算。',
  ])('fit: %s', async (now) => {
    expect((await changed('office-lease', [START, now])).values.get('terms.term')?.yaml).toBe('P3Y');
  });
});

describe('of several figures the one that is called as the term is', () => {
  const LATER = '付到该批结算货款的95%（即再付65%），其余5%留作质保金';

  test('a share, beside what another term is called by', async () => {
    const { values } = await changed('sale-of-goods', [LATER, '付该批货款的65%作为验收款，余5%作为质保金']);
    expect(values.get('terms.acceptanceShare')).toMatchObject({ yaml: '"0.65"', from: { zh: expect.stringContaining('可能') as unknown } });
    expect((await changed('sale-of-goods', [LATER, '付到95%，余5%'])).values.has('terms.acceptanceShare')).toBe(false);
  });

  test('months, of which a year is none', async () => {
    const { values } = await changed('software-service', ['连续三个月', '连续2个月']);
    expect(values.get('terms.badMonthsInRow')?.yaml).toBe('2');
    expect(values.get('terms.badMonthsInYear')?.yaml).toBe('4');
  });

  test('一个合同年度 is no multiple', async () => {
    const text = readFileSync(join(ROOT, 'test/fidelity/reworded/software-service.txt'), 'utf8').replace(
      /^(9\.1 ?).*$/mu,
      '$1任何一方在一个合同年度内的责任以已付的费用为限。',
    );
    expect((await drafted('software-service', text)).values.has('terms.liabilityCap')).toBe(false);
  });
});

test('what only another clause has is not taken, but shown', async () => {
  const { values, open } = await changed('sale-of-goods', ['到货后10日内，买方检验并', '检验期间为到货后10日，买方']);
  expect(values.has('terms.inspectionWithin')).toBe(false);
  expect(open.get('terms.inspectionWithin')?.zh).toBe('它的条款里没有；条款 5.2（第 44 行）的“10日”或许就是，请人核对');
});

describe('a text that is numbered otherwise', () => {
  const OTHER = `房屋租赁协议
甲方（出租方）：某置业公司
乙方（承租方）：某设计公司
一、房屋
1、房屋建筑面积320平方米。
二、租金
1、每月租金48000元，每季度首月5日前支付当季租金。
2、逾期付款的，每日按欠款的0.05%付违约金。
三、租期
1、租赁期限三年，自2024年1月1日至2026年12月31日。
四、押金
1、签约之日起3日内交付押金144000元，即三个月租金。
五、物业费
1、物业管理费每平方米每月12元。
六、维修
1、接到报修后3日内维修。
`;

  test('is not read by numbers that are of another matter; where it may stand is said', async () => {
    const { values, open } = await drafted('office-lease', OTHER);
    for (const name of ['term', 'rentPrice', 'rentDay', 'depositWithin']) expect(values.has(`terms.${name}`)).toBe(false);
    expect(open.get('terms.term')?.zh).toBe(
      '文本的条款编号与规则库不同，二.1 所在的一章讲的是别的事；这一项或许在“租期”之下（第 9 行）：要由人读出',
    );
    expect(values.get('terms.managementPrice')?.yaml).toBe('"12.00"');
  });

  test.each(Object.keys(TEXTS) as Kind[])('%s is not', async (kind) => {
    const { open } = await changed(kind);
    expect([...open.values()].filter(({ zh }) => zh.includes('编号与规则库不同'))).toEqual([]);
  });
});
