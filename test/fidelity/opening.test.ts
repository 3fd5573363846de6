/** What stands before the first number, as the clause of a rulebook that has no number; discounts; what only looks like a figure. */
import { describe, expect, test } from '@jest/globals';
import { readAgreement } from '../../src/agreement/read-agreement.js';
import type { Document } from '../../src/agreement/line.js';
import { draftFrom, type Draft } from '../../src/fidelity/draft.js';
import { fidelity } from '../../src/fidelity/fidelity.js';
import { rulebookOf, sourceOf } from '../support/texts.js';

const BOOK = `rulebook: storage
version: 0.1.0
title: 仓储约定
parties:
  owner: { says: 存货方 }
  keeper: { says: 保管方 }
terms:
  storageStart: { says: 起始日, type: date, clause: 首部 }
  storageTerm: { says: 仓储期限, type: duration, clause: 首部 }
  noticeWithin: { says: 通知期限, type: days, clause: 一 }
  fullRate: { says: 满仓率下限, type: ratio, clause: 二 }
  discount: { says: 折后比例, type: ratio, clause: 二 }
  storageYear: { says: 仓储年度, type: years, clause: 三, default: 1 }
events:
  goods.stored: { says: 入库, data: {} }
clauses: [首部, 一, 二, 三]
informative: { 首部: 期限, 一: 通知, 二: 折扣, 三: 年度 }
`;
const CLAUSES = [
  '一、货物入库后七日内通知；末日遇节假日的，顺延至节后第一个工作日。',
  '二、每月满仓率低于百分之九十的，仓储费打九折。',
  '三、一方经催告仍不履行的，一并承担费用，以仓储年度内已付的为限。',
];
const HEAD = ['仓储约定', '存货方：某科技公司', '保管方：某通信公司', '签订日期：2024年4月2日', '首部 仓储自2024年5月6日起，期限二年。'];
const documentOf = async (...lines: readonly string[]): Promise<Document> =>
  await readAgreement('agreement.txt', new TextEncoder().encode(`${lines.join('\n')}\n`));
const drafted = async (...lines: readonly string[]): Promise<Draft> =>
  draftFrom(await documentOf(...lines), rulebookOf({ rulebook: BOOK }));

async function found(lines: readonly string[], text = BOOK): Promise<readonly string[]> {
  const findings = fidelity({
    document: await documentOf(...lines),
    rulebook: rulebookOf({ rulebook: text }),
    source: sourceOf('rulebook.yaml', text),
    contract: null,
  });
  return findings.map(({ code, message }) => `${code} ${message.zh}`);
}

const valuesOf = ({ values }: Draft): Readonly<Record<string, string>> =>
  Object.fromEntries([...values].map(([key, { yaml }]) => [key, yaml]));
const of = (all: readonly string[], code: string): readonly string[] => all.filter((one) => one.startsWith(`${code} `));

describe('the opening, which has no number', () => {
  test.each([
    ['under its name', HEAD],
    ['without its name', [...HEAD.slice(0, 4), '仓储自2024年5月6日起，期限二年。']],
    [
      'with the day of signing in its own sentence',
      [...HEAD.slice(0, 3), '双方于2024年4月2日签订本约定，仓储自2024年5月6日起，期限二年。'],
    ],
  ])('its terms are read: %s', async (_how, head) => {
    expect(valuesOf(await drafted(...head, ...CLAUSES))).toMatchObject({
      signedOn: '2024-04-02',
      'terms.storageStart': '2024-05-06',
      'terms.storageTerm': 'P2Y',
    });
    expect(of(await found([...head, ...CLAUSES]), 'text-clause-missing')).toEqual([]);
  });

  test('its terms are compared', async () => {
    const text = BOOK.replace('{ says: 仓储期限, type: duration,', '{ says: 仓储期限, type: duration, default: P3Y,');
    expect(of(await found([...HEAD, ...CLAUSES], text), 'text-figure-differs')).toEqual([
      expect.stringMatching(/条款 首部 写“二年”.*storageTerm/u) as unknown,
    ]);
  });

  test('is missing where nothing but the title and the parties stands there', async () => {
    expect(of(await found([...HEAD.slice(0, 4), ...CLAUSES]), 'text-clause-missing')).toEqual([expect.stringContaining('首部') as unknown]);
  });

  test('no other clause without a number is passed over', async () => {
    const text = BOOK.replace('二, 三]', '二, 三, 尾部]').replace('三: 年度', '三: 年度, 尾部: 签署');
    expect(of(await found([...HEAD, ...CLAUSES], text), 'text-clause-missing')).toEqual([expect.stringContaining('尾部') as unknown]);
  });
});

describe('a discount', () => {
  test.each([
    ['九折', '0.90'],
    ['九五折', '0.95'],
    ['95折', '0.95'],
    ['九点五折', '0.95'],
  ])('is the term that says so, and the ratio beside it the other: %s', async (written, value) => {
    const values = valuesOf(await drafted(...HEAD, ...CLAUSES.map((line) => line.replace('九折', written))));
    expect(values).toMatchObject({ 'terms.fullRate': '"0.90"', 'terms.discount': `"${value}"` });
  });

  test('that differs is one finding, whatever ratio stands beside it', async () => {
    const text = BOOK.replace('type: ratio, clause', 'type: ratio, default: "0.90", clause').replace(
      '{ says: 折后比例, type: ratio,',
      '{ says: 折后比例, type: ratio, default: "0.90",',
    );
    const changed = CLAUSES.map((line) => line.replace('九折', '八折'));
    expect(of(await found([...HEAD, ...CLAUSES], text), 'text-figure-differs')).toEqual([]);
    expect(of(await found([...HEAD, ...changed], text), 'text-figure-differs')).toEqual([
      expect.stringMatching(/条款 二 写“八折”.*（discount）/u) as unknown,
    ]);
  });
});

test('the first working day to which a last day moves is no figure to carry', async () => {
  const all = await found([...HEAD, ...CLAUSES]);
  expect(of(all, 'text-figure-uncarried').filter((one) => one.includes('工作日'))).toEqual([]);
});

test('一方, 一经, 一并 do not show a one', async () => {
  const missing = of(await found([...HEAD, ...CLAUSES]), 'text-term-missing');
  expect(missing).toEqual([expect.stringContaining('（storageYear）') as unknown]);
  expect(missing[0]).not.toContain('只有');
});

test('每个仓储年度 shows a year', async () => {
  const lines = CLAUSES.map((line) => line.replace('以仓储年度', '以每个仓储年度'));
  expect(of(await found([...HEAD, ...lines]), 'text-term-missing')).toEqual([]);
});

describe('the day of signing', () => {
  test.each([
    '签订日期：2024年4月2日',
    '签署日期：2024年4月2日',
    '签订时间：2024年4月2日',
    '签约日期：二〇二四年四月二日',
    '本约定于2024年4月2日在某地签订。',
  ])('is the one that is called so: %s', async (line) => {
    const { values, open } = await drafted('仓储约定', line, '起始日期为2024年5月6日，双方在此之前签订交接单。', ...CLAUSES);
    expect(open.get('signedOn')).toBeUndefined();
    expect(values.get('signedOn')).toMatchObject({ yaml: '2024-04-02', from: { zh: expect.stringContaining('第 2 行') as unknown } });
  });

  test('two that are called so clash', async () => {
    const { open } = await drafted('仓储约定', '签订日期：2024年4月2日', '签署日期：2024年4月3日', ...CLAUSES);
    expect(open.get('signedOn')?.zh).toContain('看不出是哪一个');
  });
});
