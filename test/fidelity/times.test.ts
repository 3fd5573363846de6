/** Times of agreements as banks and lawyers write them. */
import { describe, expect, test } from '@jest/globals';
import { bareNumbers, findFigures } from '../../src/fidelity/find-figures.js';

const sure = (text: string): readonly string[] =>
  findFigures(text).flatMap(({ written, family, value, isFaint }) => (isFaint ? [] : [`${written} ${family} ${value.toFixed()}`]));

describe('working days', () => {
  test.each([
    ['收到发票后7个银行工作日内付款', '7个银行工作日 working-days 7'],
    ['收到发票后7银行工作日内付款', '7银行工作日 working-days 7'],
    ['收到发票后三个法定工作日内付款', '三个法定工作日 working-days 3'],
    ['收到发票后5个银行营业日内付款', '5个银行营业日 working-days 5'],
  ])('%s', (text, found) => {
    expect(sure(text)).toEqual([found]);
  });
});

describe('a year of so many days is no period', () => {
  test.each(['利息按日计算，一年按360日计。', '1年以365天计。', '一年为三百六十天。'])('%s', (text) => {
    expect(sure(text)).toHaveLength(1);
    expect(sure(text)[0]).toMatch(/ days 36/u);
  });

  test('a year that is counted otherwise is one', () => {
    expect(sure('质保期一年，按30日计一个月。')).toContain('一年 months 12');
  });
});

describe('a rate right behind its time is for that time', () => {
  test.each([
    ['按应付未付款项日万分之三支付违约金', 'days'],
    ['应支付日万分之三的滞纳金', 'days'],
    ['另计年百分之六的利息', 'years'],
    ['自到期日万分之三计', null],
  ])('%s', (text, time) => {
    expect(findFigures(text).find(({ family }) => family === 'ratio')?.time).toBe(time);
  });
});

test('the pages of a document are no number of it', () => {
  expect(bareNumbers('设备租赁合同第2页共4页', new Map())).toEqual([]);
});
