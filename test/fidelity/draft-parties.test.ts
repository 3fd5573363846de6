/** Parties in a draft: who is who, and how the text calls them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readAgreement } from '../../src/agreement/read-agreement.js';
import { draftFrom } from '../../src/fidelity/draft.js';
import { ROOT } from '../house/tree.js';
import { rulebook } from '../support/rulebooks.js';

const SALE = readFileSync(join(ROOT, 'test/fidelity/sale.txt'), 'utf8');
const LEASE = readFileSync(join(ROOT, 'test/fidelity/lease.txt'), 'utf8');

async function parties(book: string, text: string): Promise<Readonly<Record<string, string | undefined>>> {
  const { values, open } = draftFrom(await readAgreement('agreement.txt', new TextEncoder().encode(text)), rulebook(book));
  const keys = [...rulebook(book).declared.parties.keys()].flatMap((key) => [`${key}.name`, `${key}.title`]);
  return Object.fromEntries(keys.map((key) => [key, values.get(`parties.${key}`)?.yaml ?? open.get(`parties.${key}`)?.zh]));
}

const supply = SALE.replaceAll('买方（甲方）', '需方')
  .replaceAll('卖方（乙方）', '供方')
  .replaceAll('买方', '需方')
  .replaceAll('卖方', '供方');

test('需方 and 供方 are told by what each must do, and called so', async () => {
  expect(await parties('sale-of-goods', supply)).toEqual({
    'buyer.name': '某建设公司',
    'buyer.title': '需方',
    'seller.name': '某钢构公司',
    'seller.title': '供方',
  });
});

test('where the clauses do not tell them apart they are asked about', async () => {
  const [head = ''] = supply.split('第一条');
  expect(await parties('sale-of-goods', `${head}第一条 标的与价款\n1.1 双方依图纸制作。\n`)).toMatchObject({
    'buyer.name': '文本里没有找到“买方”的名称',
  });
});

test('出租方（甲方） is called as the clauses call it', async () => {
  const text = LEASE.replace('出租方：', '出租方（甲方）：').replace('承租方：', '承租方（乙方）：');
  expect(await parties('office-lease', text)).toMatchObject({ 'landlord.title': '出租方', 'tenant.title': '承租方' });
  const [head = '', ...clauses] = text.split('一、房屋');
  const body = clauses.join('一、房屋').replaceAll('出租方', '甲方').replaceAll('承租方', '乙方');
  expect(await parties('office-lease', `${head}一、房屋${body}`)).toEqual({
    'landlord.name': '某置业公司',
    'landlord.title': '甲方',
    'tenant.name': '某科技公司',
    'tenant.title': '乙方',
  });
});

test('who by the text does what the other party does by the rulebook is not taken', async () => {
  const [head = '', ...clauses] = SALE.split('第一条');
  const other: Readonly<Record<string, string>> = { 买方: '卖方', 卖方: '买方' };
  const body = clauses.join('第一条').replaceAll(/[买卖]方(?!（盖章）)/gu, (one) => other[one] ?? one);
  const read = await parties('sale-of-goods', `${head}第一条${body}`);
  expect(read['buyer.name']).toMatch(/^文本称“某建设公司”为“买方”（第 2 行），但条款里由它做的多是规则库里另一方的事/u);
  expect(read['seller.name']).toMatch(/^文本称“某钢构公司”为“卖方”/u);
});
