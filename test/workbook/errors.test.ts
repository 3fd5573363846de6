/** What is wrong with a workbook is said at its cell, and nothing is written; files that are no such workbook say what they are. */
import { describe, expect, test } from '@jest/globals';
import { partsOf, row, text, workbookOf, zipOf } from '../support/workbooks.js';
import { cellsOf, imported, pagesOf, problemsIn, stored, WAREHOUSE, withCell, withRow, type Cells } from './bench.js';

const CELLS = cellsOf(pagesOf(WAREHOUSE));
const problems = (cells: Cells): readonly string[] => problemsIn(WAREHOUSE, stored(cells));

/** The letters of a heading's column. */
function addressOf(sheet: string, heading: string): string {
  let n = CELLS.get(sheet)![0]!.indexOf(heading) + 1;
  let letters = '';
  for (; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

describe('a cell', () => {
  const WRONG: readonly (readonly [sheet: string, row: readonly string[], heading: string, now: string, said: string])[] = [
    ['规则', ['deposit'], '期限末日', 'depositDu', '规则!AG4 没有名为“depositDu”的事实或条款参数'],
    ['规则', ['deposit'], '种类', '错的', '规则!H4 “错的”不在可选的内容里'],
    ['规则', ['deposit'], '标题', '', '规则!G4 “标题”不能为空'],
    ['规则', ['deposit'], '规则标识', 'pledge', '规则!F4 “规则标识”不能改；原来是“deposit”'],
    ['规则', ['end-for-arrears'], '成立条件', '{ fact： inArrears }', '规则!X23 “：”是全角标点'],
    ['规则', ['end-for-arrears'], '成立条件', '{ fact: nothing, operator: is, value: yes }', '规则!X23 没有名为“nothing”的事实或条款参数'],
    ['条件', ['成立条件 when', '欠费达到上限 inArrears'], '事实', 'nothing', '条件!G16 没有名为“nothing”的事实或条款参数'],
    ['参数', ['feeDay'], '类型', 'furlongs', '参数!G5 没有“furlongs”这种类型'],
    ['参数', ['feeDay'], '值', 'P1Y', '参数!I5 不认识的键“值”'],
    ['事实', ['depositDue'], '算法', '期间', '事实!F2 “期间”不在可选的内容里'],
    ['事实', ['depositDue'], '对象', '', '事实!G2 “对象”不能为空'],
    ['用例合同', ['条款参数 terms', 'feeDay'], '内容', '五号', '用例合同!H12 “每月付费日”（feeDay）：“五号”不能作为次数'],
    ['用例结论', ['in-time', '2024-01-07'], '检查日', '2024-02-30', '用例结论!F18 “检查日”的值“2024-02-30”不是存在的日期'],
    [
      '用例结论',
      ['in-time', '2024-01-07'],
      '检查日',
      '45000',
      '用例结论!F18 “检查日”是数字 45000，没有日期格式，看不出是哪一日；应为：把这一格设为日期格式',
    ],
    ['用例事件', ['in-time'], '内容', '｛ amount： "10.00" ｝', '“｛”是全角标点，这里要用半角'],
    ['用例事件', ['in-time'], '内容', '{ amount： "10.00" }', '“：”是全角标点，这里要用半角'],
    ['用例事件', ['in-time'], '内容', '十元', '用例事件!'],
    ['用例事件', ['in-time'], '事件编号', 'u９', '“u９”里有全角字符；应为：写成 u9'],
    ['用例事件', ['in-time'], '时间', '２０２４-01-07', '应为：写成 2024-01-07'],
    ['事实', ['depositDue'], '对象', '［signedOn, 5］', '“［”是全角标点，这里要用半角'],
  ];

  test.each(WRONG)('%s %p %s: %s', (sheet, words, heading, now, said) => {
    const found = problems(withCell(CELLS, sheet, words, heading, now));
    expect(found.some((one) => one.includes(said))).toBe(true);
    expect(found.every((one) => /!/.test(one.split(' ')[0]!))).toBe(true);
  });

  test('two cells that change one place', () => {
    const one = withCell(CELLS, '规则', ['end-for-arrears'], '成立条件', '{ fact: inArrears, operator: is, value: no }');
    const both = withCell(one, '条件', ['成立条件 when', '欠费达到上限 inArrears'], '与什么比较', '否');
    expect(problems(both).join()).toContain('与 规则!X23 改的是文件里的同一处');
  });

  test('a rule added under a clause that the rulebook does not list', () => {
    const [rule] = CELLS.get('规则')!.filter((cells) => cells.includes('deposit'));
    const heads = CELLS.get('规则')![0]!;
    const given = Object.fromEntries(heads.map((heading, at) => [heading, at < 3 ? '' : (rule![at] ?? '')]));
    const found = problems(withRow(CELLS, '规则', { ...given, 规则标识: 'extra', 条款号: '9.9' }));
    expect(found).toEqual([
      expect.stringMatching(/^规则!D\d+ rulebook\.yaml 的 clauses 里没有“9\.9”；应为：在 rulebook\.yaml 的 clauses 里按文本次序加上“9\.9”/),
    ]);
  });

  test('a new row without what it needs, or with a name that is taken', () => {
    expect(problems(withRow(CELLS, '参数', { 中文名称: '没有名称' }))).toEqual([
      expect.stringMatching(/^参数!\D+\d+ 新的一行没有写“名称”/) as unknown as string,
      expect.stringContaining('可能还有别的问题') as unknown as string,
    ]);
    expect(problems(withRow(CELLS, '参数', { 名称: 'feeDay', 中文名称: '重名', 类型: 'count' })).join()).toContain('已经有“feeDay”');
    expect(problems(withRow(CELLS, '金额', { 规则: 'no-such', 金额种类: 'fee' })).join()).toContain('没有规则“no-such”');
  });

  test('a new row: each mistake at its own cell', () => {
    const row = { 条款号: '2.1', 规则标识: 'new-one', 标题: '新的', 种类: '上限 limit', 条款转述: '不得超过。', 写成这样的理由: '无' };
    const [literal] = problems(withRow(CELLS, '规则', { ...row, 超过: '{ fact: feeDay, operator: more-than, value: 5 }' }));
    expect(literal).toMatch(new RegExp(`^规则!${addressOf('规则', '超过')}\\d+ `));
    const [operator] = problems(withRow(CELLS, '规则', { ...row, 成立条件: '{ fact: inArrears, operator: larger, value: no }' }));
    expect(operator).toMatch(new RegExp(`^规则!${addressOf('规则', '成立条件')}\\d+ `));
    const two = problems(withRow(CELLS, '规则', { ...row, 超过: '{ fact： a }', 成立条件: '｛ fact: a ｝', 期限末日: 'ａ１' }));
    expect(two.filter((one) => one.includes('全角'))).toHaveLength(3);
  });

  test('a new term that every contract must have: the cases lack it, and that is said', () => {
    const row = { 类别: '约定 terms', 名称: 'keyDeposit', 中文名称: '钥匙押金', 类型: '金额 money', 条款号: '2.1' };
    const taken = imported(WAREHOUSE, stored(withRow(CELLS, '参数', row)));
    expect(taken.warnings.map(({ zh }) => zh)).toEqual([
      expect.stringContaining('“钥匙押金”（keyDeposit）'),
      expect.stringMatching(/^规则库\.xlsx:参数!\w+ 没有规则用到条款参数 keyDeposit/u),
    ]);
    expect(imported(WAREHOUSE, stored(withRow(CELLS, '参数', { ...row, 可以不写: '是' }))).warnings).toEqual([]);
  });

  test('mistakes of several kinds are told at once, and what follows from one is not a second', () => {
    const wrong = [
      ['规则', ['deposit'], '种类', '错的'],
      ['规则', ['deposit'], '期限末日', 'depositDu'],
      ['规则', ['end-for-arrears'], '成立条件', '{ fact： inArrears }'],
      ['参数', ['feeDay'], '类型', 'furlongs'],
      ['用例结论', ['in-time', '2024-01-07'], '检查日', '2024-02-30'],
      ['用例事件', ['in-time'], '事件编号', 'u９'],
    ] as const;
    const cells = wrong.reduce((all, [sheet, words, heading, now]) => withCell(all, sheet, [...words], heading, now), CELLS);
    const found = problems(withRow(cells, '事实', { 名称: 'newFact', 中文名称: '新的', 算法: '没有的算法', 对象: '[feeDay]' }));
    for (const said of ['“错的”', '“depositDu”', '“：”是全角', '“furlongs”', '“2024-02-30”', 'u９', '事实!'])
      expect(found.filter((one) => one.includes(said)).length).toBeGreaterThan(0);
  });

  /** The cell of 缺省值 of visitWithin, and of 可以不写 of lots, stored otherwise. */
  const withStored = (sheet: string, name: string, heading: string, cell: string): Uint8Array =>
    workbookOf({
      sheets: Object.fromEntries(
        [...CELLS].map(([title, all]) => [
          title,
          `<sheetData>${all.map((one) => row(...one.map((said, at) => (title === sheet && one.includes(name) && all[0]![at] === heading ? cell : said === '' ? '<c/>' : text(said))))).join('')}</sheetData>`,
        ]),
      ),
    });

  test('an error value, a formula without its value, a number that lost digits: what to do is said', () => {
    const said = (cell: string): string => problemsIn(WAREHOUSE, withStored('参数', 'visitWithin', '缺省值', cell)).join();
    expect(said('<c t="e"><v>#REF!</v></c>')).toMatch(/^参数!L\d+ 是错误值 #REF!；应为：改正公式或填入内容/);
    expect(said('<c><f>A1+1</f></c>')).toMatch(/^参数!L\d+ 是公式；规则和数据要写成内容本身；应为：复制后“选择性粘贴：数值”/);
    expect(said('<c><v>1234567890123456789</v></c>')).toMatch(/^参数!L\d+ 数字格子只存得下 15 位/);
  });

  test('blanks around a text, as pasting leaves them, change nothing', () => {
    const column = CELLS.get('参数')![1]!.findIndex((_, at) => CELLS.get('参数')![0]![at] === '中文名称');
    const sheet = CELLS.get('参数')!.map((cells, index) =>
      cells.map((cell, at) => (index > 0 && at === column && cell !== '' ? ` ${cell} \u3000` : cell)),
    );
    const { changes } = imported(WAREHOUSE, stored(new Map([...CELLS, ['参数', sheet]])));
    expect(changes).toEqual([]);
  });

  test('TRUE and FALSE, as programs make them of 是 and 否', () => {
    const { texts } = imported(WAREHOUSE, withStored('参数', 'lots', '可以不写', '<c t="b"><v>0</v></c>'));
    expect(texts.get('rulebook.yaml')).toBe(
      WAREHOUSE.get('rulebook.yaml')!.replace('clause: "3.2"\n    optional: yes', 'clause: "3.2"\n    optional: no'),
    );
  });

  test('a formula, an error value', () => {
    const rows = [...CELLS].map(
      ([name, all]) =>
        [
          name,
          `<sheetData>${all.map((one, at) => row(...one.map((cell, index) => (name === '事实' && at === 1 && index === 4 ? '<c t="str"><f>1+1</f><v>2</v></c>' : cell === '' ? '<c/>' : text(cell))))).join('')}</sheetData>`,
        ] as const,
    );
    expect(problemsIn(WAREHOUSE, workbookOf({ sheets: Object.fromEntries(rows) }))).toEqual([
      '事实!E2 是公式；规则和数据要写成内容本身；应为：复制后“选择性粘贴：数值”',
    ]);
  });
});

describe('a workbook', () => {
  const said = (bytes: Uint8Array): string => problemsIn(WAREHOUSE, bytes).join('\n');

  test('a sheet is missing, or called otherwise', () => {
    const renamed = new Map([...CELLS].map(([name, rows]) => [name === '事实' ? '事实表' : name, rows]));
    expect(said(stored(renamed))).toContain('没有工作表“事实”；应为：一张名为“事实”的工作表，而不是“事实表”');
  });

  /** As it was exported before a column was there. */
  const without = (sheet: string, heading: string): Cells => {
    const at = CELLS.get(sheet)![0]!.indexOf(heading);
    return new Map([...CELLS].map(([name, rows]) => [name, name === sheet ? rows.map((cells) => cells.toSpliced(at, 1)) : rows]));
  };

  test('a column that no row fills may be missing; one with something in it may not, nor one that must be filled', () => {
    const [heads = [], ...rows] = CELLS.get('用例结论')!;
    const isEmpty = (heading: string): boolean => rows.every((cells) => cells[heads.indexOf(heading)] === '');
    const [empty] = heads.filter((heading) => isEmpty(heading) && !['删除', '其余'].includes(heading));
    expect(imported(WAREHOUSE, stored(without('用例结论', empty!))).changes).toEqual([]);
    expect(isEmpty('不应有这一次')).toBe(false);
    expect(problems(without('用例结论', '不应有这一次')).join()).toContain('表头缺少“不应有这一次”列');
    expect(problems(without('事实', '中文名称')).join()).toContain('表头缺少“中文名称”列');
  });

  test('what is written beside the columns is told with its cell', () => {
    const [head = [], ...rows] = CELLS.get('规则')!;
    const width = head.length + 1;
    const beside = new Map(CELLS).set('规则', [
      head,
      ...rows.map((cells, at) => (at === 2 ? [...cells, ...Array<string>(width - cells.length).fill(''), '问法务'] : cells)),
    ]);
    expect(imported(WAREHOUSE, stored(beside)).others).toEqual([
      { heading: '“问法务”', place: expect.objectContaining({ cell: expect.stringMatching(/^规则![A-Z]+4$/) as unknown }) as unknown },
    ]);
  });

  test('a heading is missing, or called otherwise', () => {
    const renamed = new Map(
      [...CELLS].map(([name, rows]) => [name, name === '事实' ? rows.map((one, at) => (at === 0 ? one.with(4, '叫法') : one)) : rows]),
    );
    expect(said(stored(renamed))).toContain('事实!A1 表头缺少“中文名称”列；应为：一列名为“中文名称”，而不是“叫法”');
  });

  test('of another kind', () => {
    expect(said(stored(new Map([['事件', [['id', 'type', 'at']]]])))).toContain('不是 heyue 导出的这种工作簿');
  });

  test.each([
    [
      'a password',
      new Uint8Array([...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], ...Buffer.from('EncryptedPackage', 'utf16le')]),
      '工作簿设了密码',
    ],
    ['a bomb', zipOf({ 'xl/workbook.xml': '<workbook/>' }, { size: 2 ** 31 }), '解压后超过'],
    ['no workbook', zipOf({ 'a.txt': 'a' }), '这是压缩包，里面没有工作簿'],
    ['a Word file', zipOf({ 'word/document.xml': '<a/>' }), '这是 Word'],
    [
      'an old one (.xls)',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(512)]),
      '这是旧格式的工作簿（.xls、.et），不能读取；应为：用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”',
    ],
    ['an OpenDocument file', zipOf({ mimetype: 'x', 'content.xml': '<a/>' }), '这是 OpenDocument 文件（.ods）'],
    ['a web page', Buffer.from('<html><table></table></html>'), '这其实是网页'],
    [
      'a zip with a password',
      zipOf({ 'xl/workbook.xml': '<workbook/>' }, { encrypted: true }),
      '工作簿设了密码，读不到内容；应为：在 Excel 或 WPS 里取消密码后另存',
    ],
    ['a text', Buffer.from('规则,标题\n'), '这其实是文字文件'],
    ['nothing', new Uint8Array(), '文件是空的'],
    ['cut off', stored(CELLS).subarray(0, 5000), '工作簿已损坏'],
  ])('%s', (_name, bytes, words) => {
    expect(said(bytes)).toContain(words);
  });

  test('macros beside the sheets are never looked at, and that is said', () => {
    const parts = partsOf({
      sheets: Object.fromEntries(
        [...CELLS].map(([name, rows]) => [
          name,
          `<sheetData>${rows.map((one) => row(...one.map((cell) => (cell === '' ? '<c/>' : text(cell))))).join('')}</sheetData>`,
        ]),
      ),
    });
    expect(imported(WAREHOUSE, zipOf({ ...parts, 'xl/vbaProject.bin': 'x' }))).toMatchObject({ changes: [], hasMacros: true });
    expect(imported(WAREHOUSE, zipOf(parts)).hasMacros).toBe(false);
  });
});
