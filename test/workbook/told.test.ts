/** What is said of an import: of a conflict once, of a row that is still used what would help, of an article what lint has against it. */
import { describe, expect, test } from '@jest/globals';
import { cellsOf, imported, pagesOf, problemsIn, stored, WAREHOUSE, withCell } from './bench.js';

const CELLS = cellsOf(pagesOf(WAREHOUSE));

describe('a row that was changed on both sides', () => {
  const later = new Map(WAREHOUSE).set('rulebook.yaml', WAREHOUSE.get('rulebook.yaml')!.replace('says: 逾期日息', 'says: 滞纳金'));

  test('in two cells is said once, at the cell that was changed here', () => {
    expect(problemsIn(later, stored(withCell(CELLS, '参数', ['lateRate'], '条款号', '3.1')))).toEqual([
      expect.stringMatching(/^参数!H\d+ 导出之后 rulebook\.yaml 的这一行已有改动：“中文名称”现在是“滞纳金”；应为：重新导出/u) as unknown,
    ]);
  });

  test('in one cell is said once', () => {
    const both = withCell(withCell(CELLS, '参数', ['lateRate'], '中文名称', '日息'), '参数', ['lateRate'], '条款号', '3.1');
    expect(problemsIn(later, stored(both))).toHaveLength(1);
  });
});

test('a term that is taken out and still used is told so where it is used', () => {
  const cells = new Map(CELLS).set(
    '参数',
    CELLS.get('参数')!.filter((row) => !row.includes('feeDay')),
  );
  const found = problemsIn(WAREHOUSE, stored(cells));
  expect(found[0]).toMatch(/^\S+!\S+ “feeDay”在“参数”表里被删去了，这里还在用；应为：恢复“参数”表里的那一行，或者先改掉所有用到它的地方$/u);
  expect(found.join()).not.toContain('写出它');
});

test('what lint has against a change is said at its cell', () => {
  const { warnings } = imported(WAREHOUSE, stored(withCell(CELLS, '规则', ['deposit'], '法律依据', '民法典第九千条')));
  expect(warnings.map(({ zh }) => zh)).toEqual([
    expect.stringMatching(/^规则库\.xlsx:规则!\w+ .*九千条.*heyue lint --explain no-such-article/u),
  ]);
  expect(imported(WAREHOUSE, stored(withCell(CELLS, '规则', ['deposit'], '标题', '交付押金'))).warnings).toEqual([]);
});
