/** Rulebooks go into a workbook and come back as they were; a changed cell changes what it shows and nothing else. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { writeWorkbook } from '../../src/workbook/write-workbook.js';
import {
  cellsOf,
  changed,
  find,
  imported,
  pagesOf,
  RULEBOOKS,
  stored,
  textsOf,
  WAREHOUSE,
  withCell,
  withoutRow,
  withRow,
  type Cells,
} from './bench.js';

const PAGES = pagesOf(WAREHOUSE);
const CELLS = cellsOf(PAGES);

describe('export, then import', () => {
  test.each(RULEBOOKS)(
    '%s is as it was, every byte',
    async (rulebook) => {
      const texts = textsOf(rulebook);
      const pages = pagesOf(texts);
      for (const bytes of [rulebook === 'office-lease' ? await writeWorkbook(pages) : stored(cellsOf(pages))]) {
        const result = imported(texts, bytes);
        expect(result.changes).toEqual([]);
        expect([...result.texts]).toEqual([...texts]);
        expect(result.others).toEqual([]);
      }
    },
    60_000,
  );

  test('the same bytes every time', async () => {
    expect(Buffer.from(await writeWorkbook(PAGES)).equals(Buffer.from(await writeWorkbook(PAGES)))).toBe(true);
  }, 60_000);

  test('rows in another order are no change', () => {
    const sorted = new Map([...CELLS].map(([name, [head = [], ...rows]]) => [name, [head, ...rows.toReversed()]]));
    expect(imported(WAREHOUSE, stored(sorted)).changes).toEqual([]);
  });

  test('columns in another order, and a title above, are no change', () => {
    const turned = new Map(
      [...CELLS].map(([name, rows]) => [name, name === '版本' ? rows : [['标题'], ...rows.map((row) => row.toReversed())]]),
    );
    expect(imported(WAREHOUSE, stored(turned)).changes).toEqual([]);
  });

  test('a column of somebody’s own is not taken, and said so', () => {
    const noted = new Map(
      [...CELLS].map(([name, rows]) => [
        name,
        name === '事实' ? rows.map((row, index) => [...row, index === 0 ? '法务批注' : '看过']) : rows,
      ]),
    );
    const { changes, others } = imported(WAREHOUSE, stored(noted));
    expect(changes).toEqual([]);
    expect(others.map(({ heading, place }) => [heading, place.cell])).toEqual([['法务批注', '事实!L1']]);
  });
});

describe('a changed cell', () => {
  const ONE: readonly (readonly [
    sheet: string,
    row: readonly string[],
    heading: string,
    now: string,
    file: string,
    before: string,
    after: string,
  ])[] = [
    ['参数', ['feeDay'], '中文名称', '付费日', 'rulebook.yaml', 'says: 每月付费日', 'says: 付费日'],
    ['参数', ['feeDay'], '缺省值', '5', 'rulebook.yaml', 'type: count, clause: "2.1"', 'type: count, clause: "2.1", default: 5'],
    ['参数', ['handlingRate'], '缺省值', '9.5', 'rulebook.yaml', 'default: "8"', 'default: "9.5"'],
    ['参数', ['visitWithin'], '条款号', '4.4', 'rulebook.yaml', 'type: hours, clause: "4.5"', 'type: hours, clause: "4.4"'],
    ['总则', ['keeper'], '内容', '保管人', 'rulebook.yaml', 'says: 保管方', 'says: 保管人'],
    ['总则', ['当事人 parties', 'owner'], '内容', '存货人', 'rulebook.yaml', '{ zh: 存货方, en: the owner }', '存货人'],
    [
      '读法',
      ['rest-days', 'moved', '顺延至下一个工作日'],
      '选项的含义',
      '顺延: 至工作日',
      'rulebook.yaml',
      'moved: 顺延至下一个工作日',
      'moved: "顺延: 至工作日"',
    ],
    ['事实', ['depositDue'], '中文名称', '期限末日', 'facts.yaml', 'says: 保证金期限末日', 'says: 期限末日'],
    [
      '事实',
      ['depositDue'],
      '其余',
      'from: signedOn\nfirst-day: included',
      'facts.yaml',
      'from: signedOn',
      'from: signedOn, first-day: included',
    ],
    ['事实', ['warnedOn'], '其余', 'from: arisenOn', 'facts.yaml', ', where: { kind: arrears }', ''],
    ['规则', ['deposit'], '轻重', '轻 low', 'clauses/2.2-deposit.yaml', 'severity: high', 'severity: low'],
    ['规则', ['deposit'], '轻重', 'medium', 'clauses/2.2-deposit.yaml', 'severity: high', 'severity: medium'],
    [
      '规则',
      ['deposit'],
      '法律依据',
      '民法典第五百八十六条、民法典第一条',
      'clauses/2.2-deposit.yaml',
      '[民法典第五百八十六条]',
      '[民法典第五百八十六条, 民法典第一条]',
    ],
    ['规则', ['deposit'], '终了之日', '', 'clauses/2.2-deposit.yaml', 'until: endedOn\n', ''],
    [
      '规则',
      ['end-for-arrears'],
      '成立条件',
      '{ fact: inArrears, operator: is, value: no }',
      'clauses/6.1-end-for-arrears.yaml',
      'operator: is, value: yes',
      'operator: is, value: no',
    ],
    [
      '条件',
      ['成立条件 when', '欠费达到上限 inArrears'],
      '与什么比较',
      '否',
      'clauses/6.1-end-for-arrears.yaml',
      'operator: is, value: yes',
      'operator: is, value: no',
    ],
    [
      '金额',
      ['付保证金 deposit'],
      '其中已付',
      '已退保证金 depositReturned',
      'clauses/2.2-deposit.yaml',
      'paid: depositPaid',
      'paid: depositReturned',
    ],
    ['用例合同', ['条款参数 terms', 'feeDay'], '内容', '12', 'cases/base.yaml', 'feeDay: 10', 'feeDay: 12'],
    ['用例合同', ['条款参数 terms', 'monthlyFee'], '内容', '990.50', 'cases/base.yaml', '"1000.00"', '"990.50"'],
    ['用例合同', ['当事人 parties', 'owner', 'title'], '内容', '存货方', 'cases/base.yaml', 'title: 甲方', 'title: 存货方'],
    [
      '用例合同',
      ['补充协议 amendments'],
      '内容',
      '[{ on: 2024-05-01, terms: { feeDay: 8 } }]',
      'cases/base.yaml',
      'amendments: []',
      'amendments: [{ on: 2024-05-01, terms: { feeDay: 8 } }]',
    ],
    ['用例事件', ['in-time'], '时间', '2024-01-15', 'clauses/2.2-deposit.yaml', '2024-01-15T16:00:00+08:00', '2024-01-15'],
    ['用例结论', ['in-time', '2024-01-07'], '状态', '待履行 pending', 'clauses/2.2-deposit.yaml', 'status: inactive', 'status: pending'],
  ];

  test.each(ONE)('%s %p %s: %s', (sheet, row, heading, now, file, before, after) => {
    const result = imported(WAREHOUSE, stored(withCell(CELLS, sheet, row, heading, now)));
    const old = WAREHOUSE.get(file)!;
    expect(old).toContain(before);
    expect(changed(WAREHOUSE, result)).toEqual({ [file]: old.replace(before, after) });
    expect(result.changes).toHaveLength(1);
  });

  test('a comment stands where it stood', () => {
    const texts = new Map(WAREHOUSE).set(
      'facts.yaml',
      `# 开头\n${WAREHOUSE.get('facts.yaml')!.replace('\n\n', '\n\n# 说明一句\n')}# 结尾\n`,
    );
    const cells = cellsOf(pagesOf(texts));
    const { row, column } = find(cells, '事实', [], '中文名称');
    const name = cells.get('事实')![5]![3]!;
    expect(row).toBeDefined();
    const now = changed(texts, imported(texts, stored(withCell(cells, '事实', [name], '中文名称', '另一种叫法'))))['facts.yaml']!;
    expect(now.split('\n').filter((line) => line.startsWith('#'))).toEqual(
      texts
        .get('facts.yaml')!
        .split('\n')
        .filter((line) => line.startsWith('#')),
    );
    expect(now).toContain('says: 另一种叫法');
    expect(column).toBe(4);
  });

  /** Cells of words for people, which any words will do for. */
  const WORDED: readonly (readonly [string, string])[] = [
    ['参数', '中文名称'],
    ['事件', '中文名称'],
    ['事实', '中文名称'],
    ['规则', '标题'],
    ['规则', '条款转述'],
    ['规则', '写成这样的理由'],
    ['读法', '问题'],
    ['读法', '选项的含义'],
    ['用例', '说的是什么'],
  ];
  const words = fc
    .string({ unit: fc.constantFrom(...Array.from('租金逾期的，；：“”"\'{}[]#&*!|>%@`-?, :0123456789aZ~\\')), minLength: 1, maxLength: 24 })
    .filter((one) => one.trim() === one && !/^\{.*\}$/.test(one));

  test('any words in any cell: the file says them there, and nothing else has changed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WORDED), fc.nat(), words, ([sheet, heading], pick, now) => {
        const rows = CELLS.get(sheet)!;
        const column = rows[0]!.indexOf(heading);
        const filled = rows.slice(1).filter((one) => one[column] !== '' && !one[column]!.startsWith('{'));
        const old = filled[pick % filled.length]!;
        const [file = '', path = ''] = old;
        const result = imported(
          WAREHOUSE,
          stored(
            new Map(CELLS).set(
              sheet,
              rows.map((one) => (one === old ? one.with(column, now) : one)),
            ),
          ),
        );
        const [before, after] = [plain(WAREHOUSE.get(file)!), plain(result.texts.get(file)!)];
        if (now === old[column]) return;
        const [one, ...others] = places(before, after);
        expect(others).toEqual([]);
        expect([one?.path.startsWith(path), one?.now]).toEqual([true, now]);
        expect(Object.keys(changed(WAREHOUSE, result))).toEqual([file]);
      }),
      { numRuns: 12, seed: 7 },
    );
  }, 60_000);

  const plain = (source: string): unknown =>
    parseAllDocuments(source, { schema: 'failsafe' }).map((document) => document.toJS() as unknown);

  function places(before: unknown, after: unknown, path = ''): readonly { readonly path: string; readonly now: unknown }[] {
    if (typeof before !== 'object' || before === null || typeof after !== 'object' || after === null)
      return before === after ? [] : [{ path, now: after }];
    const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((key) =>
      places(old[key], now[key], path === '' ? key : `${path}/${key}`),
    );
  }
});

describe('new rows and rows taken away', () => {
  const added: Cells = [
    ['参数', { 类别: '约定', 名称: 'graceDays', 中文名称: '宽限日数', 类型: '日 days', 条款号: '2.1', 缺省值: '5', 可以不写: '' }],
    ['事件', { 事件类型: 'thing.done', 中文名称: '办了一件事' }],
    ['事件', { 事件类型: 'thing.done', 字段: 'size', 中文名称: '大小', 类型: 'money' }],
    ['事实', { 名称: 'thingOn', 中文名称: '办事之日', 算法: '第一次 first', 对象: 'thing.done' }],
    ['事实', { 名称: 'graceEnd', 中文名称: '宽限末日', 算法: 'period', 对象: 'graceDays', 其余: 'from: thingOn' }],
    [
      '规则',
      {
        条款号: '2.1',
        规则标识: 'do-thing',
        标题: '办事',
        种类: '义务',
        义务人: '存货方 owner',
        应当做什么: '在宽限期内办事',
        期限末日: 'graceEnd',
        履行之时: '办事之日 thingOn',
        轻重: 'low',
      },
    ],
    ['条件', { 规则: 'do-thing', 用在: 'when', 事实: 'thingOn', 比较: 'happened', 与什么比较: '是' }],
    ['金额', { 规则: 'do-thing', 金额种类: 'penalty', 付款一方: 'owner', 收款一方: 'keeper', 数额: '月仓储费 monthlyFee' }],
    ['用例', { 规则或文件: 'do-thing', 编号: 'one', 说的是什么: '办了' }],
    [
      '用例事件',
      { 规则或文件: 'do-thing', 用例: 'one', 事件编号: 'e1', 事件类型: 'thing.done', 时间: '2023-03-08', 内容: '{ size: "1.00" }' },
    ],
    ['用例结论', { 规则或文件: 'do-thing', 用例: 'one', 检查日: '2023-03-09', 状态: 'fulfilled' }],
    ['读法', { 读法: 'some-reading', 条款号: '2.1', 问题: '怎样', 为什么有几种理解: '没写', 缺省的读法: 'a' }],
    ['读法', { 读法: 'some-reading', 选项: 'a', 选项的含义: '甲说' }],
    ['读法', { 读法: 'some-reading', 选项: 'b', 选项的含义: '乙说' }],
  ].reduce<Cells>((cells, [sheet, given]) => withRow(cells, sheet as string, given as Record<string, string>), CELLS);

  test('what is new stands behind what there was, in the style of the files', () => {
    const result = imported(WAREHOUSE, stored(added));
    const texts = changed(WAREHOUSE, result);
    expect(Object.keys(texts)).toEqual(['rulebook.yaml', 'facts.yaml', 'clauses/2.1-do-thing.yaml']);
    expect(texts['clauses/2.1-do-thing.yaml']).toBe(`clause: "2.1"
rule: do-thing
title: 办事
kind: duty
bearer: owner
must: 在宽限期内办事
severity: low
when: { fact: thingOn, operator: happened, value: yes }
due: graceEnd
performed: thingOn
amounts:
  - { kind: penalty, from: owner, to: keeper, amount: monthlyFee }
examples:
  - id: one
    title: 办了
    events:
      - { id: e1, type: thing.done, at: 2023-03-08, data: { size: "1.00" } }
    checks:
      - { asOf: 2023-03-09, expect: [{ status: fulfilled }] }
`);
    const lines = Object.entries(texts).flatMap(([name, now]) =>
      now.split('\n').filter((line) => WAREHOUSE.has(name) && !WAREHOUSE.get(name)!.includes(line)),
    );
    expect(lines.map((line) => line.trim())).toEqual([
      'graceDays: { says: 宽限日数, type: days, clause: "2.1", default: 5 }',
      'thing.done: { says: 办了一件事, data: { size: { says: 大小, type: money } } }',
      'some-reading: { clause: "2.1", about: 怎样, why: 没写, default: a, choices: { a: 甲说, b: 乙说 } }',
      'thingOn: { says: 办事之日, first: thing.done }',
      'graceEnd: { says: 宽限末日, period: graceDays, from: thingOn }',
    ]);
  });

  test('taken away again, everything is as it was', () => {
    const texts = imported(WAREHOUSE, stored(added)).texts;
    const cells = [
      ['参数', 'graceDays'],
      ['事件', 'thing.done'],
      ['事实', 'thingOn'],
      ['事实', 'graceEnd'],
      ['规则', 'do-thing'],
      ['读法', 'some-reading'],
    ].reduce<Cells>((left, [sheet = '', name = '']) => withoutRow(left, sheet, [name]), cellsOf(pagesOf(texts)));
    expect([...imported(texts, stored(cells)).texts]).toEqual([...WAREHOUSE]);
  });

  test('an instance of which nothing is to be found', () => {
    const given = { 规则或文件: 'weighing', 用例: 'ten-tonnes', 检查日: '2024-03-07', 是哪一次: 'g1', 不应有这一次: 'true' };
    const now = changed(WAREHOUSE, imported(WAREHOUSE, stored(withRow(CELLS, '用例结论', given))));
    expect(now['clauses/4.1-reports.yaml']).toContain('{ asOf: 2024-03-07, expect: [{ instance: g1, absent: true }] }');
  });

  test('a row that was copied with its hidden cells is new', () => {
    const { row, column } = find(CELLS, '参数', ['feeDay'], '名称');
    const copied = new Map(CELLS).set('参数', [...CELLS.get('参数')!, row.with(column, 'secondFeeDay')]);
    const now = changed(WAREHOUSE, imported(WAREHOUSE, stored(copied)))['rulebook.yaml']!;
    expect(now).toContain('  secondFeeDay: { says: 每月付费日, type: count, clause: "2.1" }\n');
  });

  test('the contract of the cases says more', () => {
    const cells = [
      { 类别: '条款参数 terms', 名称: 'freeTonnes', 内容: '2' },
      { 类别: '选定的读法', 名称: 'rest-days', 内容: 'not-moved' },
      { 类别: 'coverage', 名称: 'deposit.paid', 内容: 'none' },
      { 类别: '当事人', 名称: 'keeper', 项目: 'title', 内容: '乙方' },
    ].reduce<Cells>((all, given) => withRow(all, '用例合同', given), CELLS);
    const before = WAREHOUSE.get('cases/base.yaml')!;
    expect(changed(WAREHOUSE, imported(WAREHOUSE, stored(cells)))).toEqual({
      'cases/base.yaml': before
        .replace(/(\n {2}lots: .*\n)/, '$1  freeTonnes: 2\n')
        .replace('readings: {}', 'readings: { rest-days: not-moved }')
        .replace('coverage: {}', 'coverage: { deposit.paid: none }')
        .replace('{ name: 某通信公司 }', '{ name: 某通信公司, title: 乙方 }'),
    });
  });

  test('a condition gets a second leaf', () => {
    const cells = withRow(CELLS, '条件', {
      规则: 'end-for-arrears',
      用在: 'when',
      事实: 'signedOn',
      比较: 'happened',
      与什么比较: '是',
    });
    const texts = changed(WAREHOUSE, imported(WAREHOUSE, stored(cells)));
    const [now] = Object.values(texts);
    expect(now).toContain(`when:
  all:
    - { fact: inArrears, operator: is, value: yes }
    - { fact: signedOn, operator: happened, value: yes }
formality:`);
  });
});

describe('files that have changed since the export', () => {
  const later = new Map(WAREHOUSE).set(
    'rulebook.yaml',
    WAREHOUSE.get('rulebook.yaml')!
      .replace('says: 逾期日息', 'says: 滞纳金')
      .replace('terms:\n', 'terms:\n  noticeDays: { says: 通知日数, type: days, default: 3 }\n'),
  );

  test('what nobody touched in the workbook stays as the files have it now', () => {
    expect(imported(later, stored(CELLS)).changes).toEqual([]);
  });

  test('a change elsewhere is made', () => {
    const now = changed(later, imported(later, stored(withCell(CELLS, '参数', ['feeDay'], '中文名称', '付费之日'))))['rulebook.yaml']!;
    expect(now).toBe(later.get('rulebook.yaml')!.replace('says: 每月付费日', 'says: 付费之日'));
  });

  test('both at one place: the cell is named', () => {
    expect(() => imported(later, stored(withCell(CELLS, '参数', ['lateRate'], '中文名称', '日息')))).toThrow('“中文名称” is “滞纳金” now');
  });
});
