/** Every number is read back as it is written, by whoever writes it. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import nzh from 'nzh/cn';
import { readNumeral, writeNumeral } from '../../src/input/numeral.js';

const whole = fc.integer({ min: 0, max: 9999 });

test('in small characters', () => {
  fc.assert(fc.property(whole, (n) => readNumeral(nzh.encodeS(n)) === n && readNumeral(nzh.encodeS(n, { tenMin: true })) === n));
});

test('in those of banks', () => {
  fc.assert(fc.property(whole, (n) => readNumeral(nzh.encodeB(n)) === n));
});

test('our own', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999 }),
      (n) => readNumeral(writeNumeral(n)) === n && writeNumeral(n) === nzh.encodeS(n, { tenMin: true }),
    ),
  );
});

test.each([
  ['两百', 200],
  ['廿五', 25],
  ['二〇二三', 2023],
  ['一万二千', 12_000],
  ['三亿零五万', 300_050_000],
  ['拾伍', 15],
])('%s', (written, n) => {
  expect(readNumeral(written)).toBe(n);
});

test.each(['', '十百', '五三十', '一百二', '百五', '零十', '万', '一万万', '二三'])('%s is none', (written) => {
  expect(readNumeral(written)).toBeUndefined();
});

test.each([20, 400])('%s digits side by side are more than is exact', (many) => {
  expect(readNumeral('二'.repeat(many))).toBeUndefined();
});
