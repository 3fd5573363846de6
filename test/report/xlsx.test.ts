/** The workbook of a report, read by another library than wrote it. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { read, utils, type WorkBook } from '@e965/xlsx';
import { FORMATS } from '../../src/report/formats.js';
import type { Language } from '../../src/input/problem.js';
import type { Report } from '../../src/schema-types/report.js';
import { calendar } from '../support/bench.js';
import { reportOn } from './data.js';

let report: Report;
let book: WorkBook;

const bytesOf = async (reports: readonly Report[], lang: Language = 'zh'): Promise<Uint8Array> =>
  (await FORMATS.xlsx(reports, { lang, color: false, width: 100 }, calendar)) as Uint8Array;
const rowsOf = (from: WorkBook, sheet: string): readonly Readonly<Record<string, unknown>>[] =>
  utils.sheet_to_json(from.Sheets[sheet]!, { UTC: true });

beforeAll(async () => {
  report = await reportOn('2023-10-12');
  book = read(await bytesOf([report]), { cellDates: true, UTC: true });
});

test('has a sheet for each thing that is asked for, with its heads', () => {
  expect(book.SheetNames).toEqual(['摘要', '结论', '款项', '期限', '上限台账', '证据', '计算', '期间逐日', '判断', '依据']);
  for (const name of book.SheetNames) expect(utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1 })[0]?.[0]).toBe('合同');
});

test('every finding is a row, with dates that are dates', () => {
  const rows = rowsOf(book, '结论');
  expect(rows).toHaveLength(report.findings.length);
  expect(rows.find((row) => row['规则'] === 'activation')).toMatchObject({ 结论: '已履行', 类别: '义务', 义务人: '乙方' });
  const due = rows.find((row) => row['规则'] === 'activation')?.['期限末日'];
  expect(due instanceof Date && due.toISOString().slice(0, 10)).toBe('2023-03-15');
});

test('money is a number that adds up', () => {
  const rows = rowsOf(book, '款项').filter((row) => row['规则'] === 'service-outage');
  expect(rows.map((row) => row['金额（元）'])).toEqual([600, 1175]);
  expect(rowsOf(book, '上限台账')[0]).toMatchObject({ '主张（元）': 600, '计入（元）': 600 });
});

test('what is due has the days left', () => {
  expect(rowsOf(book, '期限').map((row) => [row['规则'], row['还有几日']])).toContainEqual(['exhaustion-notice', 208]);
});

test('the days of a period stand with their notice', () => {
  const rows = rowsOf(book, '期间逐日').filter((row) => row['实例'] === 'out-1' && row['项目'] === '中断上限末日');
  expect(rows.map((row) => [row['日的种类'], row['计为第几日起'], row['放假通知']])).toContainEqual([
    '中秋节、国庆节放假',
    undefined,
    '国办发明电〔2022〕16号',
  ]);
});

test('what somebody has accepted says so beside its status', async () => {
  const waiver = { owner: '法务部', reason: '双方已书面同意', until: '2023-12-31' };
  const waived = { ...report, findings: report.findings.map((one) => (one.rule === 'provide-service' ? { ...one, waiver } : one)) };
  const row = rowsOf(read(await bytesOf([waived])), '结论').find((one) => one['规则'] === 'provide-service');
  expect(row).toMatchObject({ 结论: '已违约' });
  expect(row?.['接受']).toContain('双方已书面同意');
});

test('the verdict is on the first sheet', () => {
  expect(rowsOf(book, '摘要').map((row) => row['内容'])).toContain('乙方有1项违约；甲方有1项权利可以行使。');
});

describe('bytes', () => {
  test('are the same twice', async () => {
    expect(Buffer.from(await bytesOf([report])).equals(Buffer.from(await bytesOf([report])))).toBe(true);
  });

  test('of several contracts stand in one workbook', async () => {
    const other = { ...report, contract: { ...report.contract, id: 'HJ-2' } };
    const both = read(await bytesOf([report, other], 'en'));
    expect(new Set(rowsOf(both, 'Findings').map((row) => row['Contract']))).toEqual(new Set(['HJ-2023-0308', 'HJ-2']));
  });
});

test.each(['=HYPERLINK("//example.com","x")', '@SUM(A1)', '+1+cmd|x', '-1', '_x000D_', '\u001b[31m\u202e'])(
  'a text of a contract is no formula: %j',
  async (text) => {
    const both = { zh: text, en: text };
    const hostile = { ...report, findings: report.findings.map((finding) => ({ ...finding, title: both })) };
    const found = read(await bytesOf([hostile]));
    const cells = Object.entries(found.Sheets['结论']!).filter(([address]) => /^E\d+$/.test(address) && address !== 'E1');
    expect(cells).toHaveLength(report.findings.length);
    for (const [, cell] of cells as [string, { t: string; f?: string; v: string }][]) {
      expect(cell.t).toBe('s');
      expect(cell.f).toBeUndefined();
      expect(/[\u202e]/.test(cell.v)).toBe(false);
    }
  },
);
