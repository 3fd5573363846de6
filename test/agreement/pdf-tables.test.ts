/**
 * Tables as a word processor prints them: each cell wrapped for itself, a heading repeated overleaf, a row cut in two by the end of the page.
 * The files were made by LibreOffice of an invented agreement: narrow columns with borders; a heading over two columns; rows that touch, as
 * Word sets them; no borders, and cells set in the middle. And of a shorter one, its cells narrower than their words: ruled and centred; set
 * in the middle without borders; without anything that parts its rows.
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

const PARTS = [
  ['名称', '计划交付日', '应付金额(元)'],
  ['需求确认', '2023-07-14', '36,000.00'],
  ['系统部署', '2023-09-15', '48,000.00'],
  ['上线试运行', '2023-10-20', '36,000.00'],
  ['合计', '', '120,000.00'],
];

describe('cells narrower than their words', () => {
  test.each(['table-ruled.pdf', 'table-middle.pdf'])('%s', async (file) => {
    expect(await rowsIn(file)).toEqual(PARTS);
  });

  test.each(['table-ruled.pdf', 'table-middle.pdf', 'table-loose.pdf'])('the clause behind the table begins a line: %s', async (file) => {
    const { lines } = await readAgreement(file, readFileSync(join(ROOT, 'test/agreement/files', file)));
    expect(lines.filter(({ text }) => text.startsWith('2.2')).map(({ cells }) => cells)).toEqual([null]);
  });

  test('rows that nothing parts are not guessed: their lines stay, and the first of them is told', async () => {
    const { lines, looseTables } = await readAgreement('a.pdf', readFileSync(join(ROOT, 'test/agreement/files/table-loose.pdf')));
    expect(lines.filter(({ cells }) => cells !== null)).toEqual([]);
    expect(lines.map(({ text }) => text).join('')).toContain('系统部');
    expect(looseTables.map(({ line, text }) => [line, text.slice(0, 2)])).toEqual([[3, '名称']]);
  });
});

describe('ruled tables', () => {
  /** Pieces of text, and lines from point to point. */
  const drawn = async (
    texts: readonly (readonly [x: number, y: number, text: string])[],
    lines: readonly (readonly [number, number, number, number])[],
    more = '',
  ) => {
    const hex = (text: string): string => Array.from(text, (one) => one.charCodeAt(0).toString(16).padStart(4, '0')).join('');
    const shown = texts.map(([x, y, text]) => `1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj`).join('\n');
    const ruled = lines.map(([x, y, right, top]) => `${x} ${y} m ${right} ${top} l S`).join('\n');
    const content = new TextEncoder().encode(`${more} ${ruled} BT /F 10 Tf ${shown} ET`);
    return (await readAgreement('a.pdf', pdfOf([[]], { content }))).lines.map(({ cells, text }) => cells ?? text);
  };
  const grid = (xs: readonly number[], ys: readonly number[]): readonly (readonly [number, number, number, number])[] => [
    ...xs.map((x) => [x, ys.at(-1)!, x, ys[0]!] as const),
    ...ys.map((y) => [xs[0]!, y, xs.at(-1)!, y] as const),
  ];
  const HEAD = [60, 780, '一、各批货物的数量和价款如下表所列：'] as const;
  const TAIL = [60, 600, '二、付款的办法由双方另行约定。'] as const;

  test('a cell over two rows is of the first, one over two columns of the left, one from edge to edge a line', async () => {
    expect(
      await drawn(
        [
          HEAD,
          [62, 745, '第一类'],
          [62, 715, '软件'],
          [112, 731, '甲'],
          [162, 731, '100'],
          [112, 706, '乙丙'],
          [62, 680, '(一)另有'],
          TAIL,
        ],
        [
          [60, 760, 200, 760],
          [60, 740, 200, 740],
          [110, 720, 200, 720],
          [60, 695, 200, 695],
          [60, 670, 200, 670],
          [60, 760, 60, 670],
          [200, 760, 200, 670],
          [110, 740, 110, 695],
          [160, 740, 160, 720],
        ],
      ),
    ).toEqual([
      '一、各批货物的数量和价款如下表所列：',
      '第一类',
      ['软件', '甲', '100'],
      ['', '乙丙', ''],
      '(一)另有',
      '二、付款的办法由双方另行约定。',
    ]);
  });

  test('thin bars, and lines in a changed measure, are lines; a box around a page is no table', async () => {
    const texts = [HEAD, [62, 745, '名称'], [112, 745, '数量'], [62, 725, '钢'], [62, 714, '梁'], [112, 720, '100'], TAIL] as const;
    const rows = ['一、各批货物的数量和价款如下表所列：', ['名称', '数量'], ['钢梁', '100'], '二、付款的办法由双方另行约定。'];
    const edges = grid([60, 110, 160], [760, 740, 705]);
    const bars = edges.map(([x, y, right, top]) => `${x} ${Math.min(y, top)} ${right - x || 0.5} ${Math.abs(top - y) || 0.5} re f`);
    expect(await drawn(texts, [], bars.join('\n'))).toEqual(rows);
    expect(
      await drawn(
        texts,
        [],
        `q 2 0 0 2 0 0 cm ${edges.map((one) => `${one[0] / 2} ${one[1] / 2} m ${one[2] / 2} ${one[3] / 2} l S`).join(' ')} Q`,
      ),
    ).toEqual(rows);
    expect(await drawn([HEAD, TAIL], grid([40, 550], [800, 40]))).toEqual([rows[0], rows[3]]);
  });

  test('text that goes over a line without a blank leaves the table as its lines', async () => {
    const read = await drawn(
      [HEAD, [62, 745, '名称'], [112, 745, '数量'], [62, 725, '第一批2024'], [140, 725, '年'], TAIL],
      grid([60, 90, 180], [760, 740, 705]),
    );
    expect(read.filter((line) => typeof line !== 'string')).toEqual([]);
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
