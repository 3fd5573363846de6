import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { main } from '../../src/cli/main.js';
import { filesOf, RULE } from '../lint/base.js';
import type { Sample } from '../../src/lint/check.js';
import { mkdirSync } from 'node:fs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heyue-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A rulebook in a folder of its own, in a folder of rulebooks. */
function rulebook(name: string, sample: Sample): string {
  const { rulebook: text, facts, rule } = filesOf(sample);
  const here = join(folder, name, 'base');
  mkdirSync(join(here, 'clauses'), { recursive: true });
  writeFileSync(join(here, 'rulebook.yaml'), text);
  writeFileSync(join(here, 'facts.yaml'), facts);
  writeFileSync(join(here, 'clauses', '一-pay.yaml'), RULE);
  if (rule !== '') writeFileSync(join(here, 'clauses', 'sample.yaml'), rule);
  return here;
}

async function heyue(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await main(['lint', ...args], {
    out: (said) => {
      out += said;
    },
    err: (said) => {
      err += said;
    },
    color: false,
    width: 100,
    stdin: (async function* () {})(),
  });
  expect(`${out}${err}`).not.toMatch(/\n\s+at .*:\d+:\d+/);
  return { code, out: out.replaceAll(`${folder}/`, ''), err: err.replaceAll(`${folder}/`, '') };
}

const WRONG: Sample = { facts: 'early： { says: 提前, first: paid, before: duw }\n' };

describe('exit codes', () => {
  test('0: nothing at error level', async () => {
    expect(await heyue(rulebook('clean', {}))).toEqual({ code: 0, out: '1 个规则库，没有发现问题\n', err: '' });
    expect((await heyue(rulebook('warned', { facts: 'early: { says: 提前, first: paid }\n' }))).code).toBe(0);
  });
  test('1: something at error level', async () => {
    expect((await heyue(rulebook('wrong', WRONG))).code).toBe(1);
  });
  test('1: a rulebook that cannot be read', async () => {
    const here = rulebook('unread', {});
    rmSync(join(here, 'facts.yaml'));
    const { code, out } = await heyue(here);
    expect([code, out]).toEqual([1, expect.stringContaining('unreadable-file')]);
  });
  test.each([
    [['--format', 'xml'], /没有格式“xml”/],
    [['no-such-rulebook'], /没有规则库/],
    [['--explain', 'circel'], /是否指“circle”/],
    [['--fix'], /请写明是哪个规则库/],
  ])('2: a call that is wrong: %s', async (args, says) => {
    const { code, err, out } = await heyue(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(says);
  });
});

describe('formats', () => {
  test('text: place, level, code, what is wrong and what would be right', async () => {
    const { out } = await heyue(rulebook('text', WRONG));
    expect(out).toBe(`text/base/facts.yaml:5:1 警告 unused-fact 没有规则用到事实 early（提前）
  应为：写进应当用它的规则，或删去
text/base/facts.yaml:5:6 错误 full-width “：”是全角的，这里要用半角
  应为：“:”
text/base/facts.yaml:5:41 错误 unknown-name 没有名为“duw”的事实或条款参数
  应为：是否指“due”
2 个错误，1 个警告，其中 2 个可以用 --fix 修复
说明：heyue lint --explain <代码>
`);
    expect((await heyue(rulebook('text', WRONG), '--lang', 'en')).out).toContain('facts.yaml:5:6 error full-width');
  });
  test('json', async () => {
    const { out } = await heyue(rulebook('json', WRONG), '--format', 'json');
    const { schema, counts, problems } = JSON.parse(out) as { schema: string; counts: object; problems: Record<string, unknown>[] };
    expect([schema, counts]).toEqual(['heyue/lint@1', { error: 2, warning: 1, note: 0 }]);
    expect(problems.map(({ code, line, column, fixable }) => [code, line, column, fixable])).toEqual([
      ['unused-fact', 5, 1, false],
      ['full-width', 5, 6, true],
      ['unknown-name', 5, 41, true],
    ]);
  });
  test('github: one command a finding, nothing that could end it early', async () => {
    const { out } = await heyue(rulebook('git,hub', WRONG), '--format', 'github');
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toBe('::error file=git%2Chub/base/facts.yaml,line=5,col=6,title=full-width::“：”是全角的，这里要用半角%0A应为：“:”');
    expect(lines[0]).toMatch(/^::warning /);
  });
  test('sarif', async () => {
    const { out } = await heyue(rulebook('sarif', WRONG), '--format', 'sarif');
    const log = JSON.parse(out) as {
      version: string;
      runs: {
        tool: { driver: { rules: { id: string }[] } };
        results: {
          ruleId: string;
          ruleIndex: number;
          level: string;
          locations: { physicalLocation: { artifactLocation: { uri: string }; region: object } }[];
        }[];
      }[];
    };
    const [run] = log.runs;
    expect([log.version, log.runs.length, run!.results.length]).toEqual(['2.1.0', 1, 3]);
    for (const result of run!.results) {
      expect(run!.tool.driver.rules[result.ruleIndex]!.id).toBe(result.ruleId);
      expect(['error', 'warning', 'note']).toContain(result.level);
      expect(result.locations[0]!.physicalLocation.artifactLocation.uri).toMatch(/^[\x21-\x7e]+$/);
    }
    expect(run!.results[1]!.locations[0]!.physicalLocation.region).toEqual({ startLine: 5, startColumn: 6 });
  });
});

describe('--fix', () => {
  test('repairs what is certain and prints what is left', async () => {
    const here = rulebook('fix', WRONG);
    const before = readFileSync(join(here, 'facts.yaml'), 'utf8');
    const { code, out, err } = await heyue(here, '--fix');
    expect([code, err]).toEqual([0, '已修复 2 处：fix/base/facts.yaml\n']);
    expect(out).toContain('unused-fact');
    expect(out).not.toContain('full-width');
    expect(readFileSync(join(here, 'facts.yaml'), 'utf8')).toBe(before.replace('early：', 'early:').replace('duw', 'due'));
    expect((await heyue(here, '--fix')).err).toBe('');
  });
  test('keeps the mark and the ends of lines of a file from Windows', async () => {
    const here = rulebook('windows', WRONG);
    const path = join(here, 'facts.yaml');
    const windows = `\ufeff${readFileSync(path, 'utf8').replaceAll('\n', '\r\n')}`;
    writeFileSync(path, windows);
    await heyue(here, '--fix');
    expect(readFileSync(path, 'utf8')).toBe(windows.replace('early：', 'early:').replace('duw', 'due'));
  });
  test('leaves a rulebook in which nothing is certain as it is', async () => {
    const here = rulebook('unsure', { facts: 'early: { says: 提前, first: paid, before: zzz }\n' });
    const copy = join(folder, 'unsure-copy');
    cpSync(here, copy, { recursive: true });
    expect((await heyue(here, '--fix')).code).toBe(1);
    for (const file of ['rulebook.yaml', 'facts.yaml'])
      expect(readFileSync(join(here, file), 'utf8')).toBe(readFileSync(join(copy, file), 'utf8'));
  });
});

test('--explain without a code lists all of them', async () => {
  const { code, out } = await heyue('--explain');
  const lines = out.trimEnd().split('\n');
  expect([code, lines.length > 80]).toEqual([0, true]);
  expect(lines).toContain('circle  循环引用');
  expect(lines).toEqual([...lines].sort());
  expect((await heyue('--explain', '--lang', 'en')).out).toContain('\ncircle  a circle\n');
});

test('--explain says what a code means, with an example', async () => {
  const { code, out } = await heyue('--explain', 'threshold-gap');
  expect(code).toBe(0);
  expect(out).toMatch(/^threshold-gap（警告）：/);
  expect(out).toContain('错的写法：');
  expect((await heyue('--explain', 'circle', '--lang', 'en')).out).toMatch(/^circle \(error\): a circle\n/);
});

test('all rulebooks of a folder', async () => {
  rulebook('many', {});
  expect((await heyue('--rulebooks', join(folder, 'many'))).out).toBe('1 个规则库，没有发现问题\n');
});
