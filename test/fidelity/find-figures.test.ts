/** Figures as agreements write them, and what only looks like one. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import nzh from 'nzh/cn';
import { compact, normalise } from '../../src/agreement/characters.js';
import { findFigures } from '../../src/fidelity/find-figures.js';
import type { Figure } from '../../src/fidelity/figure.js';
import { moneyInWords } from '../../src/money/words.js';
import { decimal } from '../../src/money/money.js';

const own = new Map([['tonne', '吨']]);
const figuresIn = (text: string): readonly Figure[] => findFigures(compact(normalise(text)).text, own);
const shown = (text: string): readonly string[] =>
  figuresIn(text).map(({ family, value, per }) => [family, value.toFixed(), ...(per ?? [])].join(' '));

test.each([
  ['三日内', ['days 3']],
  ['３ 个 工 作 日', ['working-days 3']],
  ['三十日', ['days 30']],
  ['十五天', ['days 15']],
  ['一周', ['days 7']],
  ['两个星期', ['days 14']],
  ['叁年', ['months 36']],
  ['六个月', ['months 6']],
  ['近三月', ['months 3']],
  ['半年', ['months 6']],
  ['一年半', ['months 18']],
  ['两个季度', ['months 6']],
  ['四十八小时', ['hours 48']],
  ['4个工作小时', ['business-hours 4']],
  ['20000分钟', ['minutes 20000']],
  ['30%', ['ratio 0.3']],
  ['百分之三十', ['ratio 0.3']],
  ['万分之五', ['ratio 0.0005']],
  ['千分之三', ['ratio 0.003']],
  ['5‰', ['ratio 0.005']],
  ['二分之一', ['ratio 0.5']],
  ['三成', ['ratio 0.3']],
  ['九折', ['ratio 0.9']],
  ['九五折', ['ratio 0.95']],
  ['八五折', ['ratio 0.85']],
  ['95折', ['ratio 0.95']],
  ['8.5折', ['ratio 0.85']],
  ['九点五折', ['ratio 0.95']],
  ['1.5倍', ['ratio 1.5']],
  ['2，000.00元', ['money 2000']],
  ['￥2,000', ['money 2000']],
  ['3万元', ['money 30000']],
  ['人民币壹万元整', ['money 10000']],
  ['0.1元/分钟', ['money 0.1 minutes']],
  ['每分钟0.1元', ['money 0.1 minutes']],
  ['20元/个/月', ['money 20 count months']],
  ['3500元/吨', ['money 3500 tonne']],
  ['12.5吨', ['other 12.5']],
  ['每月5日', ['day-of-month 5']],
  ['2024年1月8日', ['date 19730']],
  ['二〇二四年一月八日', ['date 19730']],
  ['09:00-18:00', ['clock 0']],
])('%s', (text, expected) => {
  expect(shown(text)).toEqual(expected);
});

test.each([
  '一方',
  '任何一方',
  '第三方',
  '第三条第二款',
  '《民法典》第五百八十五条',
  '一式',
  '统一',
  '一切',
  '附件一',
  '400号',
  '2023年度',
  '十分',
  '同一',
  '一经',
  '一并',
  '三折叠',
  '1:7折算',
])('%s is none', (text) => {
  expect(figuresIn(text)).toEqual([]);
});

test('one and two of something may be grammar', () => {
  expect(figuresIn('一个首选、两个备选、三个其他').map(({ isFaint }) => isFaint)).toEqual([true, true, false]);
});

test('the first working day after a holiday is where a last day moves; a third one is a figure', () => {
  const faint = (text: string): readonly boolean[] => figuresIn(text).map(({ isFaint }) => isFaint);
  expect(faint('遇法定节假日的，顺延至节后第一个工作日，周末不顺延。')).toEqual([true]);
  expect(faint('遇休息日的，以其后的第1个工作日为准。')).toEqual([true]);
  expect(faint('顺延至节后第三个工作日')).toEqual([false]);
  expect(faint('收到通知后第一个工作日')).toEqual([false]);
});

test('一方 is no figure of a rulebook that counts in 方', () => {
  expect(findFigures('任何一方违约的，每一方另付', new Map([['cubic', '方']])).map(({ written }) => written)).toEqual([]);
  expect(findFigures('运土二十方', new Map([['cubic', '方']])).map(({ written }) => written)).toEqual(['二十方']);
});

test.each([
  ['超过五日', 'more-than'],
  ['不超过五日', 'at-most'],
  ['五日以上', 'at-least'],
  ['不少于五日', 'at-least'],
  ['五日内', 'at-most'],
  ['不满五日', 'less-than'],
  ['五日', null],
])('%s is bounded', (text, bound) => {
  expect(figuresIn(text)[0]!.bound).toBe(bound);
});

describe('whatever the number', () => {
  const whole = fc.integer({ min: 3, max: 9999 });

  test('days in small characters, in those of banks and in digits are the same', () => {
    fc.assert(
      fc.property(whole, (n) => {
        for (const written of [nzh.encodeS(n, { tenMin: true }), nzh.encodeB(n), String(n)])
          expect(shown(`应在${written}个工作日内`)).toEqual([`working-days ${n}`]);
      }),
    );
  });

  test('an amount in words is the amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (cents) => {
        const amount = decimal(cents).div(100);
        const [only, second] = figuresIn(`共计${moneyInWords(amount)}。`);
        expect(second).toBeUndefined();
        expect([only!.value.toFixed(), only!.spelt]).toEqual([amount.toFixed(), true]);
      }),
    );
  });

  test('no text makes it fail', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('第一二十百万壹贰3.0元%日年月个工作分之半:/每，。甲方')), maxLength: 40 }),
        (text) => {
          for (const { at, written } of findFigures(text)) expect(text.slice(at, at + written.length)).toBe(written);
        },
      ),
    );
  });
});
