/** Contracts and events: a workbook to be filled in under a rulebook, and what becomes of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { declaredOf } from '../../src/rulebook/declared-of.js';
import { acceptEvents } from '../../src/events/accept.js';
import { readEventFile } from '../../src/events/files.js';
import { Zip } from '../../src/input/zip.js';
import { InputError } from '../../src/input/problem.js';
import { readAgreement } from '../../src/agreement/read-agreement.js';
import { draftFrom } from '../../src/fidelity/draft.js';
import { newContract } from '../../src/scaffold/contract.js';
import { contractPages, importContract, rulebookOfWorkbook } from '../../src/workbook/contract/contract-workbook.js';
import { eventPages } from '../../src/workbook/events-template.js';
import { Notes } from '../../src/workbook/notes.js';
import { openWorkbook } from '../../src/workbook/read-tables.js';
import { writeWorkbook } from '../../src/workbook/write-workbook.js';
import { ROOT } from '../house/tree.js';
import { rulebook } from '../support/rulebooks.js';
import { cellsOf, RULEBOOKS, SCHEMA_TEXTS, stored, withCell, withRow, type Cells } from './bench.js';

const NOTES = new Notes(SCHEMA_TEXTS);
const LEASE = rulebook('office-lease');
const take = (bytes: Uint8Array, contract: string | undefined) =>
  importContract(openWorkbook('合同.xlsx', bytes), LEASE, declaredOf(LEASE), NOTES, contract);
const problems = (bytes: Uint8Array): readonly string[] => {
  try {
    take(bytes, undefined);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ place, message }) => `${place.cell ?? place.file} ${message.zh}`);
  }
};

describe('a contract', () => {
  test.each(RULEBOOKS)('of %s: exported and imported, its file is as it was', (id) => {
    const text = readFileSync(join(ROOT, 'rules', id, 'cases/base.yaml'), 'utf8');
    const book = rulebook(id);
    const filled = openWorkbook('合同.xlsx', stored(cellsOf(contractPages(book, NOTES, text))));
    expect(rulebookOfWorkbook(filled)).toBe(id);
    const taken = importContract(filled, book, declaredOf(book), NOTES, text);
    expect([taken.changes, taken.text]).toEqual([[], text]);
  });

  const EMPTY = cellsOf(contractPages(LEASE, NOTES, undefined));
  const BASE = readFileSync(join(ROOT, 'rules/office-lease/cases/base.yaml'), 'utf8');
  /** What the contract of the cases says, typed into an empty workbook. */
  const values = [...BASE.matchAll(/^ {2}(\w+): "?([^"\n{]+?)"?$/gm)].map(([, name = '', value = '']) => [name, value] as const);
  const filled = (): Cells => {
    const typed = values.reduce((cells, [name, value]) => withCell(cells, '约定', [name], '值', value), EMPTY);
    const head = [
      ['合同', '合同编号', '内容', 'ZL-9'],
      ['合同', '签订日', '内容', '2023-02-15'],
      ['当事人', '出租方 landlord', '名称', '某置业公司'],
      ['当事人', '承租方 tenant', '名称', '某科技公司'],
    ].reduce((cells, [sheet = '', row = '', heading = '', value = '']) => withCell(cells, sheet, [row], heading, value), typed);
    return withRow(withRow(head, '维修期限', { 缺陷种类: '电梯', 维修期限: '1' }), '补充协议', {
      生效日: '2024-05-01',
      改动的条款参数: '{ rentDay: 8 }',
    });
  };

  test('what changed in a row that has no name of its own is called by what it says first', () => {
    const there = cellsOf(contractPages(LEASE, NOTES, BASE));
    const gone = new Map(withCell(there, '维修期限', ['空调'], '维修期限', '4'));
    gone.set(
      '维修期限',
      gone.get('维修期限')!.filter((row) => !row.includes('给排水')),
    );
    expect(take(stored(gone), BASE).changes.map(({ says }) => says.zh)).toEqual(['空调：维修期限由“3”改为“4”', '删去 给排水']);
  });

  test('shares are shown in percent, multiples as they are, and both are taken back as they were', async () => {
    const bytes = await writeWorkbook(contractPages(LEASE, NOTES, BASE));
    const styles = new TextDecoder().decode(new Zip(bytes, { parts: 100, bytes: 1e7, ratio: 1000, freely: 1e6 }).read('xl/styles.xml'));
    // 0% and 0.00% are among the formats that have a number of their own.
    for (const format of ['numFmtId="9"', 'numFmtId="10"', 'formatCode="0.0%"']) expect(styles).toContain(format);
    expect(take(bytes, BASE)).toMatchObject({ changes: [], text: BASE });
  });

  test('a row that must be there is named, and nobody is told to take it out', () => {
    const there = cellsOf(contractPages(LEASE, NOTES, BASE));
    const without = new Map(there).set(
      '约定',
      there.get('约定')!.filter((row) => !row.includes('rentPrice')),
    );
    const said = (cells: Cells): readonly string[] => {
      try {
        take(stored(cells), BASE);
        return [];
      } catch (error) {
        return (error as InputError).problems.map(({ message, repair }) => `${message.zh}；${repair?.zh ?? ''}`);
      }
    };
    expect(said(without)).toEqual([expect.stringMatching(/^“rentPrice.*”这一行不能删；恢复这一行/u) as unknown]);
    expect(said(withCell(there, '约定', ['rentPrice'], '值', ''))).toEqual(['“值”不能为空；填写这一格']);
  });

  test('filled in becomes its file, with nothing in it that was left empty', () => {
    const { text } = take(stored(filled()), undefined);
    expect(text).toContain(
      'id: ZL-9\ntitle: 写字楼租赁合同\nrulebook: office-lease\nsignedOn: 2023-02-15\nparties:\n  landlord:\n    name: 某置业公司\n',
    );
    expect(text).toContain('  lateRate: "0.0005"\n');
    expect(text).toContain('  repairTimes:\n    - { kind: 电梯, within: 1 }\n');
    expect(text).toContain('amendments:\n  - { on: 2024-05-01, terms: { rentDay: 8 } }\n');
    expect(text).not.toMatch(/readings|coverage|determinations/);
  });

  test('what is missing or wrong is said at its cell', () => {
    const cells = withCell(withCell(filled(), '约定', ['area'], '值', ''), '约定', ['rentDay'], '值', '五号');
    expect(problems(stored(cells))).toEqual([
      '约定!F2 没有填写',
      '约定!F13 “每月付款日”（rentDay）：“五号”不能作为次数：应为不小于零的十进制数，如 3 或 "0.30"',
    ]);
  });

  test('an amount in full-width digits: how it is to be typed', () => {
    const cells = withCell(withCell(filled(), '约定', ['rentPrice'], '值', '１２０．００元'), '约定', ['rentDay'], '值', '５');
    try {
      take(stored(cells), undefined);
      throw new Error('it was taken');
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      expect(error.problems.map(({ repair }) => repair?.zh)).toEqual(expect.arrayContaining(['写成 120.00', '写成 5']));
    }
  });

  test('one value changed in a contract that is there', () => {
    const pages = cellsOf(contractPages(LEASE, NOTES, BASE));
    expect(take(stored(withCell(pages, '约定', ['rentDay'], '值', '8')), BASE).text).toBe(BASE.replace('rentDay: 5', 'rentDay: 8'));
  });
});

describe('a contract drawn from its text, changed in a workbook', () => {
  const textOf = (file: string): Uint8Array => readFileSync(join(ROOT, 'test/fidelity', file));
  const drawn = async (lang: 'zh' | 'en'): Promise<string> => {
    const { values, open } = draftFrom(await readAgreement('agreement.txt', textOf('lease.txt')), LEASE);
    const style = { lang, schema: () => '' };
    const read = { agreement: 'agreement.txt', values, open };
    return newContract({ id: 'ZL-9', title: null, rulebook: LEASE, file: 'contract.yaml', read }, style).text;
  };
  const lineOf = (text: string, key: string): string => text.split('\n').find((line) => line.trim().startsWith(`${key}:`))!;

  test.each([
    ['zh', '；确定；', '；手工改过；'],
    ['en', '; sure; ', '; changed by hand; '],
  ] as const)('in %s: what was read is no longer sure where it was changed, and as it was elsewhere', async (lang, sure, byHand) => {
    const before = (await drawn(lang)).replace(/^( {2}rentDay: .*)$/m, '$1 # 确定').replace(/^( {2}lateRate):.*$/m, '$1:');
    expect(lineOf(before, 'rentDay')).toContain(sure);
    const cells = withCell(cellsOf(contractPages(LEASE, NOTES, before)), '约定', ['lateRate'], '值', '0.0005');
    const after = take(stored(withCell(cells, '约定', ['rentDay'], '值', '8')), before).text;
    expect(lineOf(after, 'rentDay')).toBe(lineOf(before, 'rentDay').replace(/: \S+/, ': 8').replace(sure, byHand));
    expect(after.split('\n').filter((line) => !before.split('\n').includes(line))).toEqual([
      lineOf(after, 'rentDay'),
      '  lateRate: "0.0005"',
    ]);
  });
});

describe('a ratio', () => {
  const BASE = readFileSync(join(ROOT, 'rules/office-lease/cases/base.yaml'), 'utf8');
  const cells = cellsOf(contractPages(LEASE, NOTES, BASE));
  const typed = (now: string): Uint8Array => stored(withCell(cells, '约定', ['lateRate'], '值', now));

  test.each([
    ['0.05%', '0.0005'],
    ['45%', '0.45'],
    ['４５％', '0.45'],
    ['130%', '1.3'],
  ])('typed as the text %s is %s', (now, value) => {
    expect(take(typed(now), BASE).text).toMatch(new RegExp(`lateRate: "?${value.replace('.', '\\.')}"?\\b`));
  });

  test('a multiple may be typed where nothing stood; no more than ten of them', () => {
    const empty = BASE.replace(/^ {2}arrearsMultiple: .*\n/m, '');
    const there = cellsOf(contractPages(LEASE, NOTES, empty));
    const multiple = (now: string): Uint8Array => stored(withCell(there, '约定', ['arrearsMultiple'], '值', now));
    expect(take(multiple('3'), empty).text).toContain('arrearsMultiple: 3');
    expect(() => take(multiple('40'), empty)).toThrow(InputError);
    expect(take(multiple('4000%'), empty).text).toContain('arrearsMultiple: 40');
  });

  test('above the whole is asked about, at its cell; one that was above it stays', () => {
    const asked = (): unknown => take(typed('40'), BASE);
    expect(asked).toThrow(InputError);
    try {
      asked();
    } catch (error) {
      const [problem] = (error as InputError).problems;
      expect([problem?.place.cell, problem?.message.zh, problem?.repair?.zh]).toEqual([
        expect.stringMatching(/^约定!F\d+$/),
        '这里是比例，40 就是 4000%',
        '百分之 40 写成 0.4 或 40%；确实是 40 倍的，把格子设为文本，写成 4000%',
      ]);
    }
    const high = BASE.replace(/lateRate: "[^"]*"/, 'lateRate: "1.3"');
    const there = cellsOf(contractPages(LEASE, NOTES, high));
    expect(take(stored(withCell(there, '约定', ['lateRate'], '值', '1.4')), high).text).toContain('lateRate: "1.4"');
  });
});

describe('events', () => {
  test('the sheet is read as it is; empty it holds none', async () => {
    const found = readEventFile('事件.xlsx', await writeWorkbook(eventPages(LEASE)));
    expect([found.problems, found.rows, found.bad]).toEqual([[], [], []]);
    expect(found.remarks).toBeUndefined();
  }, 60_000);

  test('filled in, its rows are events', () => {
    const cells = cellsOf(eventPages(LEASE));
    const [head = []] = cells.get('事件')!;
    const given: Readonly<Record<string, string>> = {
      id: 'p1',
      type: 'payment.received',
      at: '2023-04-05',
      amount: '90000',
      purpose: 'rent',
    };
    const found = readEventFile('事件.xlsx', stored(cells.set('事件', [head, head.map((heading) => given[heading] ?? '')])));
    expect(found.rows.map(({ value }) => value)).toEqual([
      { id: 'p1', type: 'payment.received', at: '2023-04-05', data: { amount: '90000', purpose: 'rent' } },
    ]);
  });

  test('a type is taken as the drop-down offers it, and by either of its names; another is offered the nearest', () => {
    const cells = cellsOf(eventPages(LEASE));
    const [head = []] = cells.get('事件')!;
    const types = ['支付押金 deposit.paid', '支付押金', 'deposit.paid', '付支押金', '支付 deposit.paid'];
    const rows = types.map((type, index) =>
      head.map((heading) => ({ id: `e${index}`, type, at: '2023-02-15', amount: '10' })[heading] ?? ''),
    );
    const { rows: read } = readEventFile('事件.xlsx', stored(cells.set('事件', [head, ...rows])));
    const { events, setAside } = acceptEvents(read, [{ contract: 'Z', types: LEASE.declared.events, rowNames: () => [] }]);
    expect(events.get('Z')!.map(({ id, type }) => [id, type])).toEqual(['e0', 'e1', 'e2'].map((id) => [id, 'deposit.paid']));
    expect(setAside.map(({ reason }) => reason.zh)[0]).toBe('没有“付支押金”这种事件，是否指“支付押金 deposit.paid”');
    const pages = eventPages(LEASE);
    expect(pages.lists.get('type')).toContain('支付押金 deposit.paid');
  });

  test.each(RULEBOOKS)('%s: every field of every type has its column', (id) => {
    const book = rulebook(id);
    const [sheet] = eventPages(book).pages;
    const headings = sheet!.columns.map(({ heading }) => heading);
    expect(headings.slice(0, 5)).toEqual(['id', 'contract', 'type', 'at', 'ref']);
    for (const { fields } of book.declared.events.values()) expect(headings).toEqual(expect.arrayContaining([...fields.keys()]));
    expect(new Set(headings).size).toBe(headings.length);
  });
});
