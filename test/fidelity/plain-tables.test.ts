/** Tables of a text file that are set with blanks or with |: compared row by row, as those of other files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { foundIn, loudIn } from './loud.js';
import { ROOT } from '../house/tree.js';

const LEASE = readFileSync(join(ROOT, 'test/fidelity/lease.txt'), 'utf8');
const SALE = readFileSync(join(ROOT, 'test/fidelity/sale.txt'), 'utf8');

/** The rows of a text set otherwise. */
const set = (text: string, write: (cells: readonly string[]) => string): string =>
  text
    .split('\n')
    .map((line) => (line.includes('\t') ? write(line.split('\t')) : line))
    .join('\n');

const WAYS: readonly (readonly [way: string, write: (cells: readonly string[]) => string])[] = [
  [
    'blanks',
    (cells) =>
      cells
        .map((cell) => cell.padEnd(12, ' '))
        .join('  ')
        .trimEnd(),
  ],
  ['wide blanks', (cells) => cells.join('　　').trimEnd()],
  ['|', (cells) => cells.join('|')],
  ['| on either side', (cells) => `| ${cells.join(' | ')} |`],
];

describe.each(WAYS)('set with %s', (_way, write) => {
  test('a faithful table has nothing against it', async () => {
    expect(await loudIn('office-lease', set(LEASE, write), '二、期限', '二、期限')).toEqual([]);
    expect(await loudIn('sale-of-goods', set(SALE, write), '第二条 付款', '第二条 付款')).toEqual([]);
  });

  test('a cell that was changed is told at its row', async () => {
    const [from, to] = [write(['空调', '3']), write(['空调', '5'])];
    const text = set(LEASE, write);
    expect(await loudIn('office-lease', text, from, to)).toEqual([expect.stringContaining('“空调”一行没有 3') as unknown]);
    const [found] = (await foundIn('office-lease', text.replace(from, to))).filter(({ level }) => level !== 'note');
    expect(found?.place.line).toBe(text.split('\n').indexOf(from) + 1);
    const cells = ['第6批', '2024年5月15日', '150', ''];
    expect(await loudIn('sale-of-goods', set(SALE, write), write(cells), write(['第6批', '2024年5月16日', '150', '']))).toEqual([
      expect.stringContaining('“第6批”一行没有 2024-05-15') as unknown,
    ]);
  });
});

test('lines ruled between the rows are passed over', async () => {
  const ruled = set(LEASE, (cells) => `| ${cells.join(' | ')} |`).replace(/(\| 缺陷种类.*\n)/u, '$1|------|:----:|\n');
  expect(await loudIn('office-lease', ruled, '| 空调 | 3 |', '| 空调 | 5 |')).toEqual([
    expect.stringContaining('“空调”一行没有 3') as unknown,
  ]);
});

test('lines of signatures side by side are no table', async () => {
  const signed = LEASE.replace(
    /出租方（盖章）[\s\S]*$/u,
    '出租方（盖章）：某置业公司    承租方（盖章）：某科技公司\n2023年2月15日    2023年2月15日\n',
  );
  expect(await loudIn('office-lease', signed, '二、期限', '二、期限')).toEqual([]);
});

test('a number with commas and without a unit is named in one piece', async () => {
  const text = `${LEASE.trimEnd()}\n附件一 设备清单\n名称    数\n门    1,000\n窗    12,500.5\n`;
  const notes = (await foundIn('office-lease', text)).map(({ message }) => message.zh).filter((one) => one.includes('没有写单位'));
  expect(notes).toEqual(['附件一里的数字没有写单位，没有核对：“1,000”、“12,500.5”']);
});
