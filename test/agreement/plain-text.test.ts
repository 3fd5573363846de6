/** Text files as they are pasted together: tables set with blanks or bars, page numbers beside the text, seals in one line, account numbers in groups. */
import { describe, expect, test } from '@jest/globals';
import { agreementOf, type Agreement } from '../../src/agreement/clauses.js';
import { readAgreement } from '../../src/agreement/read-agreement.js';
import { wordOf } from '../support/documents.js';

const documentOf = (text: string) => readAgreement('a.txt', new TextEncoder().encode(text));
const rowsIn = async (text: string): Promise<readonly (readonly string[])[]> =>
  (await documentOf(text)).lines.flatMap(({ cells }) => (cells === null ? [] : [cells]));
const agreement = async (text: string): Promise<Agreement> => agreementOf(await documentOf(text), ['1.1', '1.2', '2.1']);

describe('a table', () => {
  const ROWS = [
    ['批次', '交货日', '数量(吨)'],
    ['第一批', '2024年6月20日', '300'],
    ['第二批', '2024年7月20日', '400'],
  ];
  test.each([
    ['blanks', '批次      交货日          数量（吨）\n第一批    2024年6月20日   300\n第二批    2024年7月20日   400'],
    ['wide blanks', '批次　　交货日　　数量（吨）\n第一批　　2024年6月20日　　300\n第二批　　2024年7月20日　　400'],
    ['bars', '批次 | 交货日 | 数量（吨）\n第一批 | 2024年6月20日 | 300\n第二批 | 2024年7月20日 | 400'],
    [
      'bars at the edges, and a line below the heading',
      '| 批次 | 交货日 | 数量（吨） |\n|----|:---:|---|\n| 第一批 | 2024年6月20日 | 300 |\n| 第二批 | 2024年7月20日 | 400 |',
    ],
    [
      'a frame',
      '┌──┬──┬──┐\n│批次│交货日│数量（吨）│\n├──┼──┼──┤\n│第一批│2024年6月20日│300│\n├──┼──┼──┤\n│第二批│2024年7月20日│400│\n└──┴──┴──┘',
    ],
  ])('set with %s', async (_what, table) => {
    expect(await rowsIn(`1.1 分批交货：\n${table}\n1.2 运费由卖方付。`)).toEqual(ROWS);
  });

  test.each([
    ['fields side by side', '甲方（章）：某公司      乙方（章）：某厂\n日期：2024年3月8日      日期：2024年3月8日'],
    ['seals and days', '甲方（盖章）      乙方（盖章）\n2024年3月8日      2024年3月8日'],
    ['headings behind their numbers', '第一条    总则\n第二条    付款'],
    ['a single line', '某公司  某厂'],
    ['sentences', '甲方  应当付款。\n乙方  应当开票。'],
  ])('is not %s', async (_what, text) => {
    expect(await rowsIn(text)).toEqual([]);
  });

  test('has each cell where it stands in the file', async () => {
    const { lines } = await documentOf('项目      金额\n场地费    300元');
    expect(lines.map(({ text, columns }) => columns[text.indexOf('\t') + 1])).toEqual([9, 8]);
  });
});

describe('what a page adds', () => {
  test.each([
    ['采购合同                     第 1 页 共 3 页', '采购合同'],
    ['第1页/共3页      采购合同', '采购合同'],
  ])('%s', async (line, text) => {
    expect((await documentOf(line)).lines.map((one) => one.text)).toEqual([text]);
  });

  test.each(['第 2 页 共 4 页', '第2页/共4页', '第 2 页（共 4 页）', '共 4 页 第 2 页', '页码：2/4', '- 2 -', '第二页'])(
    '%s in the middle of a clause parts nothing',
    async (page) => {
      const { clauses } = await agreement(`第一条 付款\n1.1 甲方在收到货物后\n${page}\n30日内付款。\n1.2 乙方开票。`);
      expect(clauses.get('1.1')?.passage.text).toBe('甲方在收到货物后30日内付款。');
      const word = agreementOf(
        await readAgreement('a.docx', wordOf(['第一条 付款', '1.1 甲方在收到货物后', page, '30日内付款。', '1.2 乙方开票。'])),
        ['1.1', '1.2'],
      );
      expect(word.clauses.get('1.1')?.passage.text).toBe('甲方在收到货物后30日内付款。');
    },
  );
});

describe('signatures are no clause', () => {
  test.each([
    '甲方（章）：某公司      乙方（章）：某厂',
    '甲方（盖章）        乙方（盖章）',
    '甲方：（章）      乙方：（章）',
    '甲方（公章）：        乙方（公章）：',
  ])('%s', async (seals) => {
    const { clauses, outline } = await agreement(
      `第一条 付款\n1.1 付款。\n1.2 开票。\n第二条 附则\n2.1 一式两份。\n\n${seals}\n日期：2024年3月8日      日期：2024年3月8日`,
    );
    expect(clauses.get('2.1')?.passage.text).toBe('一式两份。');
    expect(outline.tail.map(({ text }) => text).join()).toContain('甲方');
  });
});

test('an account number in groups is one number', async () => {
  const { clauses } = await agreement('第一条 付款\n1.1 账号 6222 0210 0100 1234 567，开户行某银行；2024 年付 100 万元。');
  expect(clauses.get('1.1')?.passage.text).toBe('账号6222021001001234567，开户行某银行；2024年付100万元。');
});
