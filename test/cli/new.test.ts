/** What `heyue new` writes works at once, and nothing that was there is lost. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { main } from '../../src/cli/main.js';
import { schemaAddress } from '../../src/store/schemas.js';
import { ROOT } from '../house/tree.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heyue-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(args: readonly string[], stdin: AsyncIterable<string> = Readable.from([])): Promise<Said> {
  let [out, err] = ['', ''];
  const code = await main(args, {
    out: (said) => {
      out += said;
    },
    err: (said) => {
      err += said;
    },
    color: false,
    width: 100,
    stdin,
  });
  expect(`${out}${err}`).not.toMatch(/\n\s+at .*:\d+:\d+/);
  return { code, out: out.replaceAll(folder, ''), err: err.replaceAll(folder, '') };
}

const make = (...args: string[]): Promise<Said> => run(['new', ...args]);

/** Somebody at a terminal who types these lines. */
const typing = (...lines: string[]): Readable => Object.assign(Readable.from(lines.map((line) => `${line}\n`)), { isTTY: true });

const textIn = (path: string): string => readFileSync(path, 'utf8');

let count = 0;
/** A new rulebook in a folder of its own. */
async function fresh(): Promise<string> {
  count += 1;
  const above = join(folder, `r${count}`);
  await make('rulebook', 'supply', '--party', 'buyer=买方', 'seller=卖方', '--clauses', '一.1,一.2', '--in', above);
  return join(above, 'supply');
}

async function holds(rulebook: string, cases: number): Promise<void> {
  const lint = await run(['lint', rulebook, '--format', 'json']);
  expect([lint.code, lint.err]).toEqual([0, '']);
  const proof = await run(['test', rulebook, '--lang', 'en']);
  expect([proof.code, proof.out]).toEqual([0, expect.stringContaining(`${cases} case`)]);
}

describe('rulebook', () => {
  test('is whole: lint and its cases pass at once', async () => {
    const { code, out } = await make('rulebook', 'supply', '--title', '供货合同', '--in', folder);
    expect([code, out.split('\n').length - 1]).toEqual([0, 4]);
    const here = join(folder, 'supply');
    expect(readdirSync(join(here, 'clauses'))).toEqual(['一-main-duty.yaml']);
    await holds(here, 3);
    expect((await run(['lint', here])).out).toBe('1 个规则库，没有发现问题\n');
  });

  test('each file begins with its schema', async () => {
    const here = await fresh();
    for (const [file, schema] of Object.entries({
      'rulebook.yaml': 'rulebook',
      'facts.yaml': 'facts',
      'cases/base.yaml': 'contract',
      'clauses/一.1-main-duty.yaml': 'rule',
    })) {
      const [, named = ''] = /^# yaml-language-server: \$schema=(\.\.\/.*)\n/u.exec(textIn(join(here, file))) ?? [];
      // It leads to the file itself: no network is needed.
      expect(realpathSync(resolve(dirname(realpathSync(join(here, file))), named))).toBe(
        realpathSync(join(ROOT, `schemas/${schema}.schema.json`)),
      );
    }
  });

  test('takes the schemas of the package installed above it', async () => {
    const project = join(folder, 'project');
    for (const name of ['rulebook', 'facts', 'rule', 'contract']) {
      const target = join(project, `node_modules/heyue/schemas/${name}.schema.json`);
      mkdirSync(dirname(target), { recursive: true });
      cpSync(join(ROOT, `schemas/${name}.schema.json`), target);
    }
    await make('rulebook', 'supply', '--in', join(project, 'rules'));
    const path = join(project, 'rules/supply/clauses/一-main-duty.yaml');
    const [, named = ''] = /\$schema=(.*)/.exec(textIn(path)) ?? [];
    expect(named).toBe('../../../node_modules/heyue/schemas/rule.schema.json');
    expect(existsSync(resolve(dirname(path), named))).toBe(true);
  });

  test('in English', async () => {
    const { code, err } = await make('rulebook', 'storage', '--in', folder, '--lang', 'en');
    expect([code, err]).toEqual([0, expect.stringContaining('next: heyue lint')]);
    expect(textIn(join(folder, 'storage/facts.yaml'))).toContain('# One step a fact');
    await holds(join(folder, 'storage'), 3);
  });

  test.each([
    [['Late_Payment'], '是否指“late-payment”'],
    [['a', '--party', 'buyer'], '当事人至少两方'],
    [['a', '--party', 'both=双方', 'b=乙'], 'both 指双方'],
    [['a', '--clauses', '一,一'], '不重复'],
    [[], '缺少 <id>'],
  ])('%j: %s', async (args, said) => {
    expect(await make('rulebook', ...args, '--in', folder)).toEqual({ code: 2, out: '', err: expect.stringContaining(said) });
  });

  test('overwrites nothing', async () => {
    const here = await fresh();
    const { code, err } = await make('rulebook', 'supply', '--in', dirname(here));
    expect([code, err]).toEqual([2, expect.stringContaining('不会覆盖')]);
  });

  test('asks in a terminal, again where an answer cannot be', async () => {
    const args = ['new', 'rulebook', '--in', join(folder, 'asked')];
    const { code, err } = await run(args, typing('Supply Goods', 'supply-goods', '供货', 'buyer=买方，seller=卖方', ''));
    expect([code, err]).toEqual([0, expect.stringMatching(/标识.*是否指“supply-goods”[^]*标题 \[supply-goods\][^]*条款号/)]);
    expect(textIn(join(folder, 'asked/supply-goods/rulebook.yaml'))).toContain('seller: { says: 卖方 }');
  });

  test('an answer that does not come', async () => {
    expect(await run(['new', 'rulebook', '--in', folder], typing())).toMatchObject({
      code: 2,
      err: expect.stringContaining('没有回答：<id>'),
    });
  });
});

describe('rule', () => {
  test('one of each kind: they link, and their examples pass', async () => {
    const here = await fresh();
    for (const kind of ['duty', 'prohibition', 'right', 'limit', 'check', 'exemption']) {
      const { code, err } = await make('rule', `a-${kind}`, '--rulebook', here, '--clause', '一.2', '--kind', kind, '--title', `某${kind}`);
      expect([code, err]).toEqual([0, '']);
    }
    await holds(here, 18);
    const lint = JSON.parse((await run(['lint', here, '--format', 'json'])).out) as {
      readonly problems: readonly { readonly code: string }[];
    };
    expect(lint.problems.map(({ code }) => code)).toEqual(['exemption-unused']);
  });

  test('of an event type that is there; comments, marks and ends of lines stay', async () => {
    const here = await fresh();
    const facts = join(here, 'facts.yaml');
    writeFileSync(facts, `\ufeff${textIn(facts).replaceAll('\n', '\r\n')}# 完\r\n`);
    const before = textIn(facts);
    const declared = textIn(join(here, 'rulebook.yaml'));
    await make('rule', 'no-second', '--rulebook', here, '--clause', '一.1', '--kind', 'limit', '--event', 'main-duty.performed');
    const after = textIn(facts);
    expect(after.split('\r\n').filter((line) => !before.split('\r\n').includes(line))).toEqual([
      '# 一.1 no-second',
      'noSecondCount: { says: 记录“no-second”的次数, count: main-duty.performed }',
    ]);
    expect([after.startsWith('\ufeff'), after.endsWith('# 完\r\n'), textIn(join(here, 'rulebook.yaml'))]).toEqual([true, true, declared]);
    await holds(here, 6);
  });

  test.each([
    [['--clause', '一.3', '--kind', 'duty'], '没有条款“一.3”；是否指“一.1”'],
    [['--clause', '一.1', '--kind', 'dutty'], '没有种类“dutty”；是否指“duty”'],
    [['--clause', '一.1', '--kind', 'duty', '--bearer', 'byer'], '没有当事人“byer”；是否指“buyer”'],
    [['--clause', '一.1', '--kind', 'right', '--bearer', 'buyer'], 'right（权利）用 --holder，不用 --bearer'],
    [[], '缺少 --clause、--kind'],
  ])('%j: %s', async (args, said) => {
    const here = await fresh();
    expect(await make('rule', 'late', '--rulebook', here, ...args)).toEqual({ code: 2, out: '', err: expect.stringContaining(said) });
    expect(readdirSync(join(here, 'clauses'))).toEqual(['一.1-main-duty.yaml']);
  });

  test('an id that is there, a folder that is none', async () => {
    const here = await fresh();
    const args = ['--clause', '一.1', '--kind', 'duty', '--lang', 'en'];
    expect((await make('rule', 'main-duty', '--rulebook', here, ...args)).err).toBe(
      'there is a rule “main-duty” already: choose another id\n',
    );
    expect((await make('rule', 'late', '--rulebook', folder, ...args)).err).toMatch(/there is no rulebook.yaml in/);
  });
});

describe('case', () => {
  test('among the rule’s examples, or in a file of its own: it passes', async () => {
    const here = await fresh();
    const args = ['--rulebook', here, '--rule', 'main-duty'];
    expect(await make('case', 'mine', ...args)).toMatchObject({ code: 0, err: '' });
    expect(await make('case', 'whole', ...args, '--file', 'whole')).toMatchObject({ code: 0, err: '' });
    expect(await make('case', 'second', ...args, '--file', 'whole.yaml')).toMatchObject({ code: 0, err: '' });
    expect(textIn(join(here, 'cases/whole.yaml'))).toMatch(
      /schemas\/cases\.schema\.json\n[^]*- id: whole\n[^]*rule: main-duty[^]*- id: second\n/,
    );
    await holds(here, 6);
  });

  test('events with every field, rows and answers among them', async () => {
    const here = join(folder, 'warehousing');
    cpSync(join(ROOT, 'test/docs/warehousing'), here, { recursive: true });
    for (const rule of ['receipt', 'release', 'end-for-arrears', 'yearly-cap'])
      expect(await make('case', 'mine', '--rulebook', here, '--rule', rule)).toMatchObject({ code: 0, err: '' });
    expect(textIn(join(here, 'clauses/3.1-receipt.yaml'))).toContain('type: receipt.issued, at: 2024-01-10, data: { ref: e1 }');
    const { code } = await run(['test', here]);
    expect(code).toBe(0);
    expect((await make('case', 'mine', '--rulebook', here, '--rule', 'flood')).err).toContain('是免责，自己没有结论');
    expect((await make('case', 'mine', '--rulebook', here, '--rule', 'receipt')).err).toContain('已有用例“mine”');
  }, 60_000);
});

describe('contract', () => {
  test('has every term and reading, and is refused until it is filled in', async () => {
    const out = join(folder, 'C-1.yaml');
    const rulebook = join(ROOT, 'test/docs/warehousing');
    const made = await make('contract', 'C-1', '--rulebook', rulebook, '--out', out);
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toMatch(/填好以下 24 项之前，heyue check 不接受它：\n {2}signedOn（签订日）\n {2}parties\.owner\.name/);
    const text = textIn(out);
    expect(text).toContain('  deposit:   # ？保证金；金额；如 "100.00"；条款 2.2\n');
    expect(text).toContain('  # leaving: pick-up   # 出库方式；pick-up 自提、carriage 送货；条款 3.2；不写即为此\n');
    expect(text).toContain('#   rest-days: moved   # 2.2 末日遇休息日是否顺延\n#   #   moved：顺延至下一个工作日\n');
    const checked = await run(['check', out, '--rulebooks', rulebook, '--as-of', '2024-06-01']);
    expect([checked.code, checked.err]).toEqual([2, expect.stringContaining('“signedOn”')]);
    expect(await make('contract', 'C-1', '--rulebook', rulebook, '--out', out)).toMatchObject({
      code: 2,
      err: expect.stringContaining('不会覆盖'),
    });
  });

  test('with what it shows by way of example it is checked', async () => {
    const out = join(folder, 'C-2.yaml');
    const rulebook = join(ROOT, 'test/docs/warehousing');
    await make('contract', 'C-2', '--rulebook', rulebook, '--out', out);
    const filled = textIn(out)
      .replace(/name: {3}# .*/g, 'name: 某科技公司')
      .replace(/signedOn: .*/, 'signedOn: 2024-01-08')
      .replace(/^( {2}\w+:) .*；如 ([^；]+)；.*$/gm, '$1 $2')
      .replace(/^ {2}# (\w+:.*)$/gm, '  $1')
      .replace(/^ {2}# {3}- /gm, '    - ');
    writeFileSync(out, filled);
    const { code, err } = await run(['check', out, '--rulebooks', rulebook, '--as-of', '2024-01-08', '--fail-on', 'never']);
    expect([code, err]).toEqual([0, '']);
  });

  test('of one of the program’s own rulebooks', async () => {
    const [id = ''] = readdirSync(join(ROOT, 'rules')).filter((name) => existsSync(join(ROOT, 'rules', name, 'rulebook.yaml')));
    const out = join(folder, 'C-3.yaml');
    expect(await make('contract', 'C-3', '--rulebook', id, '--out', out, '--lang', 'en')).toMatchObject({ code: 0, err: '' });
    expect(textIn(out)).toContain(`rulebook: ${id}\n`);
    expect((await make('contract', 'C-4', '--rulebook', `${id}x`)).err).toContain(`没有规则库“${id}x”`);
  });
});

test('inside the package the schema is named by its path from there', () => {
  expect(schemaAddress(join(ROOT, 'rules/new/clauses/一-a.yaml'), 'rule')).toBe('../../../schemas/rule.schema.json');
});
