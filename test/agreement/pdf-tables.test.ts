/**
 * Tables as a word processor prints them: each cell wrapped for itself, a heading repeated overleaf, a row cut in two by the end of the page.
 * The files were made by LibreOffice of an invented agreement: narrow columns with borders; a heading over two columns; rows that touch, as
 * Word sets them; no borders, and cells set in the middle.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readAgreement } from '../../src/agreement/read-agreement.js';
import { pdfOf } from '../support/documents.js';
import { ROOT } from '../house/tree.js';

const rowsIn = async (file: string): Promise<readonly (readonly string[])[]> => {
  const { lines } = await readAgreement(file, readFileSync(join(ROOT, 'test/agreement/files', file)));
  return lines.flatMap(({ cells }) => (cells === null ? [] : [cells]));
};

const HEADING = ['批次', '交货日', '数量(吨)', '部位', '价款'];
const ROWS = [
  ['第1批', '2023年12月15日', '100', '1-3轴钢柱及柱脚', '人民币680,000.00元'],
  ['第2批', '2024年1月15日', '100', '4轴', '人民币680,000.00元'],
  ['第3批', '2024年2月19日', '120', '5-6轴钢梁、支撑、檩条和连接板', '人民币816,000.00元'],
  ['第4批', '2024年3月15日', '120', '', '人民币816,000.00元'],
  ['第5批', '2024年4月20日', '120', '7轴', '人民币816,000.00元'],
  ['第6批', '2024年5月15日', '150', '8-10轴屋面', '人民币1,020,000.00元'],
  ['第7批', '2024年6月14日', '150', '', '人民币1,020,000.00元'],
  ['第8批', '2024年7月15日', '150', '11轴', '人民币1,020,000.00元'],
  ['第9批', '2024年8月15日', '150', '', '人民币1,020,000.00元'],
  ['第10批', '2024年9月30日', '120', '12轴', '人民币816,000.00元'],
  ['第11批', '2024年10月31日', '120', '', '人民币816,000.00元'],
  ['第12批', '2024年12月16日', '100', '收尾', '人民币680,000.00元'],
];

describe('tables of a printed agreement', () => {
  test.each(['table-narrow.pdf', 'table-close.pdf', 'table-bare.pdf'])('%s', async (file) => {
    expect((await rowsIn(file)).filter((cells) => cells.join() !== HEADING.join())).toEqual(ROWS);
  });

  test('a heading over two columns stands above the first of them', async () => {
    expect(await rowsIn('table-merged.pdf')).toEqual([
      ['批次', '交货计划', '', '部位', '价款'],
      ['', '交货日', '数量(吨)', '', ''],
      ...ROWS,
    ]);
  });

  test('what follows the table is no row of it', async () => {
    const { lines } = await readAgreement('a.pdf', readFileSync(join(ROOT, 'test/agreement/files/table-narrow.pdf')));
    expect(lines.filter(({ cells }) => cells === null).map(({ text }) => text.slice(0, 3))).toEqual(
      expect.arrayContaining(['2.1', '2.2', '2.3']),
    );
  });
});

describe('tables of a page', () => {
  const at = (xs: readonly number[], texts: readonly string[]): { readonly x: number; readonly text: string }[] =>
    xs.flatMap((x, cell) => (texts[cell] === undefined || texts[cell] === '' ? [] : [{ x, text: texts[cell] }]));
  const cellsIn = async (...lines: readonly (readonly { readonly x: number; readonly text: string }[])[]) =>
    (await readAgreement('a.pdf', pdfOf([['一、服务的内容和价款如下表所列：', ...lines, '二、付款的办法由双方另行约定。']]))).lines.flatMap(
      ({ cells }) => (cells === null ? [] : [cells]),
    );

  test('numbers one under the other are two rows, though nothing stands before the second', async () => {
    const xs = [60, 200, 300];
    expect(await cellsIn(at(xs, ['类别', '数量', '单价']), at(xs, ['硬件', '100', '50.00']), at(xs, ['', '120', '60.00']))).toEqual([
      ['类别', '数量', '单价'],
      ['硬件', '100', '50.00'],
      ['', '120', '60.00'],
    ]);
  });

  test('an empty cell is a cell, at the end of its row too', async () => {
    const xs = [60, 200, 300];
    expect(await cellsIn(at(xs, ['名称', '月租', '备注']), at(xs, ['甲', '100', '']), at(xs, ['乙', '', '无']))).toEqual([
      ['名称', '月租', '备注'],
      ['甲', '100', ''],
      ['乙', '', '无'],
    ]);
  });

  test('a list whose numbers stand apart is no table', async () => {
    const xs = [60, 100];
    expect(await cellsIn(at(xs, ['(1)', '甲方提供场地']), at(xs, ['(2)', '乙方派人值守']))).not.toContainEqual([
      '(1)(2)',
      expect.anything(),
    ]);
  });

  test('a number that no document has as its page stays', async () => {
    const { lines } = await readAgreement('a.pdf', pdfOf([['一、本合同自下列年份起履行', '2024'], ['年，至双方另行商定之日止。']]));
    expect(lines.map(({ text }) => text)).toContain('2024');
  });
});
