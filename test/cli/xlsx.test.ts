/** `heyue check` on a workbook: the same findings as on any other log, and every doubt told with its cell. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { utils, write, type CellObject } from '@e965/xlsx';
import type { Report } from '../../src/schema-types/report.js';
import { heyue } from '../docs/heyue.js';
import { ROOT, textOf } from '../house/tree.js';
import { schemaFaults } from '../support/report-schema.js';
import { number, row, text, workbookOf } from '../support/workbooks.js';

const folder = mkdtempSync(join(tmpdir(), 'heyue-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const CONTRACT = 'fixtures/call-center-service/contract.yaml';
const EVENTS = 'fixtures/call-center-service/events.ndjson';
const file = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const check = async (events: string, asOf: string, ...more: readonly string[]) =>
  heyue(`check ${CONTRACT} --events ${events} --as-of ${asOf} --fail-on never ${more.join(' ')}`.trim());
const report = async (events: string, asOf: string): Promise<Report> =>
  JSON.parse((await check(events, asOf, '--format json')).out) as Report;

interface Written {
  readonly id: string;
  readonly at: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** The day or the moment, without its offset, as Excel keeps it: days since the end of 1899. */
function serial(at: string): CellObject {
  const isDay = at.length === 10;
  return {
    t: 'n',
    v: Date.parse(isDay ? at : at.replace('+08:00', 'Z')) / 86_400_000 + 25_569,
    z: isDay ? 'yyyy-mm-dd' : 'yyyy/m/d h:mm:ss',
  };
}

describe('the example’s events in a workbook', () => {
  const events = textOf(EVENTS)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Written & Readonly<Record<string, unknown>>);
  const fields = [...new Set(events.flatMap(({ data = {} }) => Object.keys(data)))];
  const cell = (value: unknown) =>
    typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : (value as string | undefined);
  const table = events.map(({ id, contract, type, at, data = {} }) => [
    id,
    contract,
    type,
    serial(at),
    ...fields.map((field) => cell(data[field])),
  ]);
  const sheet = utils.aoa_to_sheet([['履行记录'], ['id', 'contract', 'type', 'at', ...fields], ...table] as unknown[][]);
  const path = file('events.xlsx', write(utils.book_new(sheet, '事件'), { type: 'buffer', compression: true }) as Uint8Array);

  test('find the same', async () => {
    const [expected, found] = [await report(EVENTS, '2023-10-12'), await report(path, '2023-10-12')];
    expect(found.dataQuality).toEqual(expected.dataQuality);
    expect(found.findings).toEqual(expected.findings);
  });
});

describe('what is doubtful', () => {
  const sheet = `<sheetData>${row(...['id', 'type', 'at', 'amount'].map(text))}
    ${row(text('p1'), text('payment.received'), number(44_993, 1), '<c><f>B9*2</f><v>1500</v></c>')}
    ${row(text('p2'), text('payment.received'), number(44_993), number(1))}
    ${row(text('p3'), text('payment.received'), number(44_994, 1), text('1,200.00'))}
    ${row(text('p4'), text('payment.recieved'), number(44_994, 1), number(1))}
  </sheetData>`;
  const path = file('odd.xlsx', workbookOf({ sheets: { 事件: sheet }, formats: ['yyyy-mm-dd'] }));

  test('is in the report, with its cell', async () => {
    const found = await report(path, '2023-03-13');
    expect(schemaFaults(found)).toEqual([]);
    expect(found.dataQuality.setAside.map(({ file: name, line, column, cell: where, id }) => [name, line, column, where, id])).toEqual([
      ['odd.xlsx', 3, 3, '事件!C3', null],
      ['odd.xlsx', 4, 4, '事件!D4', 'p3'],
      ['odd.xlsx', 5, 2, '事件!B5', 'p4'],
    ]);
    expect(found.dataQuality.remarks?.map(({ cell: where, says }) => [where, says.en])).toEqual([
      ['事件!D2', expect.stringMatching(/^formulas were read by the values stored in the file.*: D2$/)],
    ]);
  });

  test('is told in both languages', async () => {
    const zh = await check(path, '2023-03-13');
    expect(zh.out).toContain('未采用 odd.xlsx 事件!D4（p3）：');
    expect(zh.out).toContain('注意 odd.xlsx 事件!D2：公式按文件里存的结果读取');
    expect(zh.err).toBe('有 3 条事件未被采用，原因见报告\n事件文件有 1 处需要注意，见报告\n');
    const en = await check(path, '2023-03-13', '--lang en');
    expect(en.out).toContain('set aside odd.xlsx:事件!B5 (p4): ');
    expect(en.out).toContain('note odd.xlsx:事件!D2: formulas were read');
  });

  test('is an error where it must be strict', async () => {
    const { code, err } = await check(path, '2023-03-13', '--strict');
    expect(code).toBe(2);
    expect(err.split('\n').filter((line) => line.startsWith('odd.xlsx:'))).toEqual([
      expect.stringMatching(/^odd\.xlsx:事件!D2 .*公式/),
      expect.stringMatching(/^odd\.xlsx:事件!C3 /),
      expect.stringMatching(/^odd\.xlsx:事件!D4 /),
      expect.stringMatching(/^odd\.xlsx:事件!B5 /),
    ]);
  });
});

test('a workbook that Calc has saved', async () => {
  const path = join(ROOT, 'test/events/data/calc.xlsx');
  expect(readFileSync(path).length).toBeLessThan(6000);
  const { dataQuality, events } = await report(path, '2023-03-13');
  expect([dataQuality.accepted, dataQuality.setAside]).toEqual([3, []]);
  expect(dataQuality.remarks?.map(({ cell: where }) => where)).toEqual(['events!E3']);
  expect(events.map(({ id, at, data }) => [id, at, data])).toEqual([
    ['pay-1', '2023-03-08', { amount: '1500.1' }],
    ['pay-2', '2023-03-10T16:30:00+08:00', { amount: '499.9' }],
    ['act-1', '2023-03-13T09:00:00+08:00', { number: '4000000001' }],
  ]);
});
