import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Command } from 'commander';
import { registerCalendar } from '../../src/cli/calendar.js';
import { registerDeadline } from '../../src/cli/deadline.js';
import { daysOfNotice } from './data.js';

const folder = mkdtempSync(join(tmpdir(), 'heyue-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const noticeText = (name: string): string => fileURLToPath(new URL(`./data/notices/${name}.txt`, import.meta.url));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

interface Ran {
  readonly out: string;
  readonly err: string;
  readonly code: number | undefined;
}

async function run(args: readonly string[], stdin = ''): Promise<Ran> {
  let [out, err] = ['', ''];
  let code: number | undefined;
  const program = new Command();
  const io = {
    color: false,
    width: 80,
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    exit: (n: number) => {
      code = n;
    },
    stdin: (async function* () {
      await Promise.resolve();
      yield stdin;
    })(),
  };
  registerDeadline(program, io);
  registerCalendar(program, io);
  await program.parseAsync(args, { from: 'user' });
  return { out, err, code };
}

const line = (text: string): object => JSON.parse(text) as object;

describe('heyue deadline', () => {
  test('text, and JSON with the calendar it rests on', async () => {
    const args = ['deadline', '--from', '2023-03-08', '--amount', '3', '--unit', 'year'];
    expect(await run(args)).toMatchObject({ err: '', code: 0, out: expect.stringContaining('最后一日: 2026-03-09（周一） 24:00') });
    expect((await run([...args, '--lang', 'en'])).out).toContain('Last day: 2026-03-09 (Mon)');
    const json = await run([...args, '--format', 'json', '--convention', 'firstDay=included', 'roll=none']);
    expect(line(json.out)).toMatchObject({
      lastDay: '2026-03-07',
      alternatives: [],
      calendar: { first: '2004-01-01', last: '2026-12-31', digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
    });
  });

  test('a batch answers line by line, and says at the end that one was bad', async () => {
    const good = '{"id":1,"start":"2023-03-08","amount":3,"unit":"year"}';
    const all = await run(['deadline', '--batch'], `${good}\n\n{"id":2,"start":"2026-02-30","amount":3,"unit":"year"}\r\nnot json\n`);
    expect(all.code).toBe(2);
    expect(all.out.trim().split('\n').map(line)).toMatchObject([
      { id: 1, lastDay: '2026-03-09' },
      { id: 2, error: expect.stringContaining('2026-02-30') },
      { id: null, error: '不是合法的 JSON' },
    ]);
    expect(await run(['deadline', '--batch'], good)).toMatchObject({ code: 0, err: '' });
    expect(await run(['deadline', '--batch', '--calendar', 'nowhere.yaml'], good)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('nowhere.yaml:1:1 读不到这个文件：没有这个文件'),
    });
  });

  test.each<[string[], string]>([
    [['--from', '2023-03-08', '--amount', '3'], '需要 --from、--amount 和 --unit'],
    [['--from', '2023-03-08', '--amount', '1e3', '--unit', 'year'], 'amount 应为不小于 0 的整数'],
    [['--from', '2023-03-08', '--amount', '1.5', '--unit', 'year'], '不能是 1.5'],
    [['--from', '2023-03-08', '--amount=-1', '--unit', 'year'], '不能是 -1'],
    [['--from', '2026-02-30', '--amount', '1', '--unit', 'year'], '没有 2026-02-30 这一天'],
    [['--from', '2023-03-08', '--amount', '1', '--unit', 'year', '--format', 'xml'], '--format 应为 text 或 json'],
    [['--from', '2023-03-08', '--amount', '1', '--unit', 'year', '--convention', 'x=1'], '没有名为「x」的约定'],
  ])('%j', async (args, message) => {
    expect(await run(['deadline', ...args])).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
  });
});

describe('heyue calendar', () => {
  test('csv, json and text', async () => {
    const range = ['--from', '2026-02-13', '--to', '2026-02-15'];
    expect(await run(['calendar', ...range, '--format', 'csv'])).toEqual({
      code: 0,
      err: '',
      out: 'date,kind\n2026-02-13,workday\n2026-02-14,makeup-workday\n2026-02-15,holiday\n',
    });
    expect(line((await run(['calendar', ...range, '--format', 'json'])).out)).toMatchObject([
      { date: '2026-02-13', kind: 'workday' },
      { date: '2026-02-14', kind: 'makeup-workday', festival: '春节' },
      { date: '2026-02-15', statutory: false },
    ]);
    expect((await run(['calendar', ...range])).out).toBe(
      '2026-02-13  工作日\n2026-02-14  调休上班（春节）  国办发明电〔2025〕7号\n2026-02-15  春节放假  国办发明电〔2025〕7号\n',
    );
    expect((await run(['calendar', '--from', '2026-02-17', '--to', '2026-02-17', '--lang', 'en'])).out).toBe(
      '2026-02-17  holiday 春节  statutory  国办发明电〔2025〕7号\n',
    );
  });

  test('without a range all announced years; past them with a warning', async () => {
    const all = await run(['calendar', '--format', 'csv']);
    expect([all.out.split('\n').length, all.err]).toEqual([8401 + 2, '']);
    const open = await run(['calendar', '--from', '2027-01-01', '--to', '2027-01-01', '--format', 'csv']);
    expect(open).toMatchObject({
      code: 0,
      out: 'date,kind\n2027-01-01,holiday\n',
      err: expect.stringContaining('2026-12-31 之后的放假安排尚未公布'),
    });
  });

  test.each<[string[], string]>([
    [['--from', '2026-02-30'], '--from 应为 YYYY-MM-DD 的日期，不能是「2026-02-30」'],
    [['--from', '2026-02-03', '--to', '2026-02-02'], '--to 早于 --from'],
    [['--from', '2003-12-31'], '2003-12-31 不在其中'],
    [['--format', 'pdf'], '--format 应为 text、csv 或 json'],
  ])('%j', async (args, message) => {
    expect(await run(['calendar', ...args])).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
  });

  test('a notice imported serves as a notice file', async () => {
    const { out, code, err } = await run(['calendar', 'import', noticeText('2025'), '--format', 'json']);
    expect([code, err]).toEqual([0, '']);
    expect(line(out)).toMatchObject({
      year: 2025,
      source: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）',
      publishedAt: '2024-11-12',
      ...daysOfNotice(2025),
    });
    const path = join(folder, '2025.yaml');
    expect(await run(['calendar', 'import', noticeText('2025'), '--out', path])).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(path, 'utf8')).toContain('publishedAt: 2024-11-12\noff:\n  - 2025-01-01\n');
    const listed = await run(['calendar', '--calendar', path, '--from', '2025-01-26', '--to', '2025-01-28', '--format', 'csv']);
    expect(listed).toEqual({ code: 0, err: '', out: 'date,kind\n2025-01-26,makeup-workday\n2025-01-27,workday\n2025-01-28,holiday\n' });
  });

  test('from standard input, in GB18030, and what contradicts itself is not written', async () => {
    expect((await run(['calendar', 'import', '-', '--format', 'json'], readFileSync(noticeText('2023'), 'utf8'))).code).toBe(0);
    const wrong = file('wrong.txt', readFileSync(noticeText('2023'), 'utf8').replace('共7天', '共8天'));
    expect(await run(['calendar', 'import', wrong])).toEqual({ code: 2, out: '', err: 'wrong.txt:6 共8天\n  写作共8天，按日期是7天\n' });
    const unread = file('unread.txt', readFileSync(noticeText('2023'), 'utf8').replace('4月5日放假，共1天', '4月5日放假，4月6日另行安排'));
    expect(await run(['calendar', 'import', unread])).toMatchObject({
      code: 2,
      out: expect.stringContaining('- 2023-04-05'),
      err: expect.stringContaining('4月6日另行安排'),
    });
    expect(await run(['calendar', 'import', noticeText('2023'), '--format', 'xml'])).toMatchObject({ code: 2, out: '' });
    expect(await run(['calendar', 'import', join(folder, 'nowhere.txt')])).toMatchObject({
      code: 2,
      err: expect.stringContaining('读不到这个文件'),
    });
    expect(await run(['calendar', 'import', file('bad.txt', 'x\u0000'), '--lang', 'en'])).toMatchObject({ code: 2, out: '' });
  });

  test('anything but import', async () => {
    for (const args of [['export', 'x'], ['import']])
      expect(await run(['calendar', ...args])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('用法') });
  });

  test('a notice file that is none', async () => {
    const path = file('x.yaml', 'year: 2027\n');
    expect(await run(['calendar', '--calendar', path])).toMatchObject({
      code: 2,
      err: expect.stringContaining('x.yaml：publishedAt 应为 YYYY-MM-DD'),
    });
    expect(await run(['calendar', '--calendar', file('y.yaml', 'a: [')])).toMatchObject({
      code: 2,
      err: expect.stringContaining('y.yaml:1:'),
    });
  });
});
