/** `heyue due` on a lease: what is due now, and in the months to come. */
import { expect, test } from '@jest/globals';
import { heyue } from '../docs/heyue.js';

const CALL = 'due fixtures/office-lease/contract.yaml --events fixtures/office-lease/events.csv --as-of 2024-02-15 --within 30';

test('the text marks what has not begun, in both languages', async () => {
  const { out, code } = await heyue(CALL);
  expect(code).toBe(0);
  expect(out).toContain(
    '2024-03-08  还有 22 日（16 个工作日），预计：自 2024-03-01 起\n    ZL-2023-0215  四.1  承租方：按月支付租金（2024-03）\n',
  );
  expect((await heyue(`${CALL} --lang en`)).out).toContain(
    '2024-03-08  22 days left (16 working days), forecast: from 2024-03-01 on\n    ZL-2023-0215  四.1  承租方: 按月支付租金 (2024-03)\n',
  );
});

test('the JSON has the day on which it begins, null for what is open', async () => {
  const entries = JSON.parse((await heyue(`${CALL} --format json`)).out) as readonly Record<string, unknown>[];
  expect(entries.find((one) => one.rule === 'monthly-rent')).toMatchObject({
    instance: '2024-03',
    due: '2024-03-08',
    begins: '2024-03-01',
  });
  const now = JSON.parse((await heyue(`${CALL.replace('02-15', '03-01')} --format json`)).out) as readonly Record<string, unknown>[];
  expect(now.find((one) => one.rule === 'monthly-rent')).toMatchObject({ instance: '2024-03', due: '2024-03-08', begins: null });
});

test('the calendar names it a forecast', async () => {
  const { out } = await heyue(`${CALL} --format ics`);
  expect(out).toContain('SUMMARY:四.1 按月支付租金（预计）\r\n');
  expect(out.replaceAll('\r\n ', '')).toContain(
    'DESCRIPTION:承租方：按月支付租金\\nZL-2023-0215 2024-03，无新记录则自 2024-03-01 起\\n写字楼租赁合同\r\n',
  );
});

test('a duty of both is said of both', async () => {
  const call = 'due fixtures/sale-of-goods/contract.yaml --events fixtures/sale-of-goods/events.ndjson --as-of 2024-07-20';
  expect((await heyue(call)).out).toContain('双方：提交不可抗力证明');
  expect((await heyue(`${call} --lang en`)).out).toContain('both parties: 提交不可抗力证明');
});
