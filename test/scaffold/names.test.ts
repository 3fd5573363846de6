import { describe, expect, test } from '@jest/globals';
import { camel, clauseFile, notAmong, wrongId, wrongKey } from '../../src/scaffold/names.js';
import { scalar } from '../../src/scaffold/scalar.js';
import { parse } from 'yaml';

describe('ids', () => {
  test.each(['a', 'late-payment', 'a1-2b'])('%s', (id) => {
    expect(wrongId(id)).toBeUndefined();
  });
  test.each([
    ['LatePayment', 'late-payment'],
    ['late_payment', 'late-payment'],
    ['late payment-', 'late-payment'],
    ['1-payment', 'payment'],
  ])('%s: %s', (id, meant) => {
    expect(wrongId(id)).toEqual({ zh: expect.stringContaining(`是否指“${meant}”`), en: expect.stringContaining(`perhaps “${meant}”`) });
  });
  test('nothing to go by', () => {
    expect(wrongId('付款')?.zh).toBe('标识“付款”应为小写字母、数字和连字符，如 late-payment');
  });
  test('parties', () => {
    expect([wrongKey('buyer'), wrongKey('both')?.en, wrongKey('买方')?.zh]).toEqual([
      undefined,
      expect.stringContaining('both parties'),
      expect.stringContaining('buyer'),
    ]);
  });
});

test('what was meant, or what there is', () => {
  const what = { zh: '条款', en: 'clause' };
  expect(notAmong(what, '四.1', ['四.1'])).toBeUndefined();
  expect(notAmong(what, '四.12', ['四.1', '九'])?.zh).toBe('没有条款“四.12”；是否指“四.1”');
  expect(notAmong(what, '五', ['四.1', '九'])?.en).toBe('there is no clause “五”; there are 四.1, 九');
});

test('facts and files are named after the rule', () => {
  expect([camel('late-payment-2'), clauseFile('四.1', 'late'), clauseFile('1/2', 'late')]).toEqual([
    'latePayment2',
    'clauses/四.1-late.yaml',
    'clauses/1-2-late.yaml',
  ]);
});

test.each([
  '甲方',
  '一.1',
  '2.1',
  'yes',
  'No',
  'null',
  'a: b',
  'a # b',
  '“甲”',
  "it's",
  '- a',
  '',
  ' a',
  '2024-01-08',
  '[a]',
  '3',
  '甲，乙',
])('the text “%s” is that text wherever it stands', (text) => {
  expect(parse(`a: { b: ${scalar(text)} }`)).toEqual({ a: { b: text } });
});
