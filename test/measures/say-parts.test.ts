/** A sum is told with the figures it was made of, so that who reads it can add them up. */
import { expect, test } from '@jest/globals';
import { tellSum, type Part } from '../../src/measures/say-parts.js';

const SUM = { zh: '各期租金之和', en: 'sum of the rent' };
const part = (of: string | null, figure: string, sure = true): Part => ({ of, figure, sure });

test('equal figures of months in a row are told once, with how many and which', () => {
  const parts = [part('2023-05', '34839.00元'), ...['06', '07', '08'].map((month) => part(`2023-${month}`, '90000.00元'))];
  expect(tellSum(SUM, parts)).toEqual({
    zh: '各期租金之和 34839.00元（2023-05）＋90000.00元×3（2023-06至2023-08）',
    en: 'sum of the rent: 34839.00元 (2023-05) + 90000.00元 × 3 (2023-06 to 2023-08)',
  });
});

test('equal figures with another between them stay apart', () => {
  expect(
    tellSum(
      SUM,
      ['1', '2', '1'].map((figure) => part(null, figure)),
    )?.zh,
  ).toBe('各期租金之和 1＋2＋1');
});

test('what perhaps does not count says so', () => {
  const parts = [part('甲', '5元'), part('乙', '5元', false)];
  expect(tellSum(SUM, parts)?.zh).toBe('各期租金之和 5元（甲）＋5元（乙，不能确定是否计入）');
  expect(tellSum(SUM, [part(null, '5 CNY', false)])?.en).toBe('sum of the rent: 5 CNY (perhaps)');
});

test('of nothing there is nothing to list', () => {
  expect(tellSum(SUM, [])).toBeUndefined();
});
