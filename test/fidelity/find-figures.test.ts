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
  ['十（10）个工作日', ['working-days 10']],
  ['十（12）个工作日', ['working-days 10', 'working-days 12']],
  ['0.5毫米', ['other 0.5']],
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
  ['一点五倍', ['ratio 1.5']],
  ['千分之一点五', ['ratio 0.0015']],
  ['每日万分之零点五', ['ratio 0.00005']],
  ['百分之十五点五', ['ratio 0.155']],
  ['十万分之五', ['ratio 0.00005']],
  ['一又二分之一', ['ratio 1.5']],
  ['三成五', ['ratio 0.35']],
  ['三成半', ['ratio 0.35']],
  ['8个百分点', ['ratio 0.08']],
  ['两个半月', ['months 2.5']],
  ['三个半月', ['months 3.5']],
  ['两年半', ['months 30']],
  ['五年零六个月', ['months 66']],
  ['一天半', ['days 1.5']],
  ['一万二千五百点五元', ['money 12500.5']],
  ['二十八元五角', ['money 28.5']],
  ['三至五个工作日', ['working-days 3', 'working-days 5']],
  ['7-10个工作日', ['working-days 7', 'working-days 10']],
  ['捌佰伍拾（850）吨', ['other 850']],
  ['捌佰陆拾（850）吨', ['other 860', 'other 850']],
  ['保险每次为一年', ['months 12']],
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

test.each([
  ['三元五', '三元'],
  ['28元3角5分', '28元3角'],
  ['1万2千元', '2千元'],
  ['3小时30分钟', '3小时'],
  ['一个月零五天', '一个月'],
  ['一个月零五天', '五天'],
  ['百分之三至五', '百分之三'],
  ['百分之五半', '百分之五'],
  ['三分之一年', '三分之一'],
  ['按LPR加50个基点', '50个基点'],
  ['上浮2个百分点', '2个百分点'],
  ['八点三十日', undefined],
  ['百分之8点5', undefined],
])('%s: what is cut off is not read', (text, cut) => {
  for (const { written, family } of figuresIn(text)) if (written === cut || cut === undefined) expect(['other', 'clock']).toContain(family);
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

  test('a number with a part is read as it is or not at all', () => {
    const digits = '零一二三四五六七八九';
    const part = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3 });
    const units: readonly (readonly [before: string, behind: string, factor: string])[] = [
      ['百分之', '', '0.01'],
      ['千分之', '', '0.001'],
      ['万分之', '', '0.0001'],
      ['十万分之', '', '0.00001'],
      ['', '%', '0.01'],
      ['', '倍', '1'],
      ['', '成', '0.1'],
      ['', '折', '0.1'],
      ['', '个百分点', '0.01'],
      ['', '元', '1'],
      ['', '万元', '10000'],
      ['', '个月', '1'],
      ['', '年', '12'],
      ['', '日', '1'],
      ['', '个工作日', '1'],
      ['', '小时', '1'],
      ['', '吨', '1'],
    ];
    const behinds = fc.constantFrom('', '半', '零五', '五', '零六个月', '点五', '又二分之一');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999 }),
        part,
        fc.constantFrom(...units),
        behinds,
        (whole, decimals, [first, last, factor], on) => {
          const point = decimals.length === 0 ? '' : `点${decimals.map((one) => digits[one]).join('')}`;
          const number = decimal(`${whole}${decimals.length === 0 ? '' : `.${decimals.join('')}`}`);
          const behind = last === '' ? '' : on;
          const text = `${first}${nzh.encodeS(whole, { tenMin: true })}${point}${last}${behind}`;
          const value = number.times(decimal(factor));
          const more: Readonly<Record<string, readonly string[]>> = {
            '': ['0'],
            半: ['0.5'],
            五: ['0.5'],
            零六个月: [],
            零五: [],
            点五: [],
            又二分之一: [],
          };
          const wanted = [
            ...(more[behind] ?? []).map((one) => value.plus(decimal(one).times(decimal(factor))).toFixed()),
            ...(last === '年' && behind === '零六个月' ? [value.plus(6).toFixed()] : []),
          ];
          const read = findFigures(`按${text}，`, own).filter(({ family }) => family !== 'other' || last === '吨');
          for (const one of read)
            if (one.unit !== one.written) expect([text, wanted]).toEqual([text, expect.arrayContaining([one.value.toFixed()])]);
        },
      ),
      { numRuns: 2000 },
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
