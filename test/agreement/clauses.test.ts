/** Numbers as agreements write them, found as the clauses that a rulebook lists. */
import { describe, expect, test } from '@jest/globals';
import { agreementOf, type Agreement } from '../../src/agreement/clauses.js';
import { labelOf, pathOf } from '../../src/agreement/label.js';
import { readTextFile } from '../../src/agreement/text-file.js';

const read = (text: string, clauses: readonly string[]): Agreement =>
  agreementOf(readTextFile('a.txt', new TextEncoder().encode(text)), clauses);

const textsOf = ({ clauses }: Agreement): Readonly<Record<string, string>> =>
  Object.fromEntries([...clauses].map(([number, { passage }]) => [number, passage.text]));

describe('labels', () => {
  test.each([
    ['一、合作', 'han', [1]],
    ['十二、其他', 'han', [12]],
    ['第三条 交货', 'article', [3]],
    ['第二章 总则', 'chapter', [2]],
    ['3. 交货', 'arabic', [3]],
    ['3、交货', 'arabic', [3]],
    ['3.2 交货', 'dotted', [3, 2]],
    ['3.2.1交货', 'dotted', [3, 2, 1]],
    ['(四)交货', 'paren-han', [4]],
    ['(4)交货', 'paren-arabic', [4]],
    ['4)交货', 'half-paren', [4]],
    ['④交货', 'circled', [4]],
  ])('%s', (text, style, numbers) => {
    expect(labelOf(text)).toMatchObject({ style, numbers });
  });

  test.each(['30日内付清', '1.5倍违约金', '2023年3月8日', '一方违约的', '第三方', '100元', '三个工作日', '0.1元'])(
    '%s has none',
    (text) => {
      expect(labelOf(text)).toBeUndefined();
    },
  );

  test.each([
    ['七.9', [7, 9]],
    ['三.2.5', [3, 2, 5]],
    ['1.2', [1, 2]],
    ['十二', [12]],
    ['第十二条', [12]],
  ])('a rulebook’s %s', (clause, path) => {
    expect(pathOf(clause)).toEqual(path);
  });
});

describe('clauses', () => {
  test('chapters, items and items of items', () => {
    const agreement = read('一、甲\n1. 乙\n1.1 丙。\n1.2 丁。\n2. 戊\n（1）己；\n（2）庚。\n二、辛\n壬。\n', [
      '一.1.1',
      '一.1.2',
      '一.2.1',
      '一.2.2',
      '二',
    ]);
    expect(textsOf(agreement)).toEqual({ '一.1.1': '丙。', '一.1.2': '丁。', '一.2.1': '己；', '一.2.2': '庚。', 二: '辛壬。' });
    expect(agreement.missing).toEqual([]);
    expect(agreement.unknown).toEqual([]);
  });

  test('articles counted through the chapters, with numbers of the article before their items', () => {
    const agreement = read('第一章 总则\n第一条 甲\n1.1 乙。\n1.2 丙。\n第二章 分则\n第二条 丁\n2.1 戊。\n', ['1.1', '1.2', '2.1']);
    expect(textsOf(agreement)).toEqual({ '1.1': '乙。', '1.2': '丙。', '2.1': '戊。' });
  });

  test.each([
    ['articles', '第一章 总则\n第1条 甲。\n第2条 乙。\n第二章 分则\n第1条 丙。\n第2条 丁。\n（1）戊；\n（2）己。\n'],
    ['articles in characters', '第一章 总则\n第一条 甲。\n第二条 乙。\n第二章 分则\n第一条 丙。\n第二条 丁。\n（1）戊；\n（2）己。\n'],
    ['items', '一、总则\n1. 甲。\n2. 乙。\n二、分则\n1. 丙。\n2. 丁。\n（1）戊；\n（2）己。\n'],
  ])('%s that each chapter counts anew are called by both', (_what, text) => {
    const expected = ['甲。', '乙。', '丙。', '丁。\n戊；\n己。'];
    for (const clauses of [
      ['1.1', '1.2', '2.1', '2.2'],
      ['一.1', '一.2', '二.1', '二.2'],
    ]) {
      const agreement = read(text, clauses);
      expect(clauses.map((clause) => textsOf(agreement)[clause])).toEqual(expected);
      expect(agreement.unknown).toEqual([]);
    }
  });

  test('an annex that counts its articles anew makes no chapter of a heading', () => {
    const agreement = read('第一章 总则\n第一条 甲。\n第二章 分则\n第二条 乙。\n甲方（盖章）：某科技公司\n附件一 细则\n第一条 丙。\n', [
      '1',
      '2',
    ]);
    expect(textsOf(agreement)).toEqual({ 1: '甲。', 2: '乙。' });
  });

  test('paragraphs of an article without numbers, where there are just as many', () => {
    const agreement = read('第一条 付款\n\n甲方先付。\n\n乙方后交。\n\n第二条 交货\n\n送到。\n', ['1.1', '1.2', '2']);
    expect(textsOf(agreement)).toMatchObject({ '1.1': '甲方先付。', '1.2': '乙方后交。', 2: expect.stringContaining('送到。') });
  });

  test('a page that is out of its place', () => {
    const agreement = read('一、甲\n1. 乙。\n2. 丙。\n三、丁\n1. 戊。\n二、己\n1. 庚。\n', ['一.1', '一.2', '二.1', '三.1']);
    expect(Object.keys(textsOf(agreement))).toEqual(['一.1', '一.2', '二.1', '三.1']);
    expect(agreement.outline.sections.map(({ path }) => path.join('.'))).toEqual(['1', '1.1', '1.2', '2', '2.1', '3', '3.1']);
    expect(agreement.outline.moved.map(({ to }) => to.join('.'))).toEqual(['3', '2']);
  });

  test('a number that is nowhere is left out; what follows it was not moved', () => {
    const agreement = read('第一条 甲\n1.1 乙。\n第二条 丙\n2.1 丁。\n第四条 戊\n4.1 己。\n', ['1.1', '2.1', '4.1']);
    expect(Object.keys(textsOf(agreement))).toEqual(['1.1', '2.1', '4.1']);
    expect(agreement.outline.moved).toEqual([]);
  });

  test('the rest of a clause list that a page has carried away', () => {
    const agreement = read('一、甲\n1. 乙。\n3. 丁。\n4. 戊。\n二、己\n1. 庚。\n2. 辛。\n', ['一.1', '二.1', '二.2', '二.3', '二.4']);
    expect(textsOf(agreement)).toMatchObject({ '二.3': '丁。', '二.4': '戊。' });
  });

  test('a figure at the beginning of a line is no number', () => {
    const agreement = read('一、甲方应当在收到通知后\n30日内付清，逾期的按\n1.5倍计算。\n二、乙。\n', ['一', '二']);
    expect(textsOf(agreement)).toEqual({ 一: '甲方应当在收到通知后30日内付清，逾期的按1.5倍计算。', 二: '乙。' });
  });

  test('what only one of them has', () => {
    const agreement = read('一、甲。\n二、乙。\n四、丁。\n', ['一', '二', '三']);
    expect(agreement.missing).toEqual(['三']);
    expect(agreement.unknown.map(({ number }) => number)).toEqual(['四']);
  });

  test('signatures end the last clause', () => {
    const agreement = read('一、甲。\n甲方（盖章）：某科技公司\n日期：2024年1月8日\n', ['一']);
    expect(textsOf(agreement)).toEqual({ 一: '甲。' });
    expect(agreement.outline.tail.map(({ text }) => text)).toEqual(['甲方(盖章)：某科技公司', '日期：2024年1月8日']);
  });

  test('a text that begins at its third chapter, its items in brackets', () => {
    const agreement = read('某约定书\n（三）剩下的。\n三、甲\n（一）乙。\n（二）丙。\n四、丁\n（一）戊。\n', [
      '一.1',
      '二.3',
      '三.1',
      '三.2',
      '四.1',
    ]);
    expect(textsOf(agreement)).toEqual({ '二.3': '剩下的。', '三.1': '乙。', '三.2': '丙。', '四.1': '戊。' });
    expect(agreement.missing).toEqual(['一.1']);
  });
});
