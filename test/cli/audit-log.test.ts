/** The log of checks from the command line: what it keeps, what it tells, what it finds. */
import { appendFileSync, chmodSync, copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { readLine } from '../../src/audit/log/line.js';
import { heyue } from '../docs/heyue.js';
import { ROOT, textOf } from '../house/tree.js';
import { FIXTURES } from '../support/fixtures.js';

const folder = mkdtempSync(join(tmpdir(), 'heyue-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

// A check reads the rulebook anew, as the command does.
jest.setTimeout(60_000);

const CONTRACT = 'fixtures/call-center-service/contract.yaml';
const EVENTS = 'fixtures/call-center-service/events.ndjson';
const check = (log: string, ...more: readonly string[]) => heyue(['check', CONTRACT, '--log', log, ...more].join(' '));
const linesOf = (log: string): readonly string[] => readFileSync(log, 'utf8').split('\n').slice(0, -1);

interface Shown {
  readonly checks: readonly {
    readonly sequence: number;
    readonly changed: null | {
      readonly findings: readonly { readonly rule: string }[];
      readonly counts: unknown;
      readonly report: string;
      readonly reasons: Readonly<Record<string, unknown>>;
    };
  }[];
}
const show = async (log: string, ...more: readonly string[]): Promise<Shown> => {
  const { out } = await heyue(['audit show', CONTRACT, '--log', log, '--format json', ...more].join(' '));
  return JSON.parse(out) as Shown;
};

/** A day may stand in an entry: as the last of a period. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

describe('an entry', () => {
  const schema = JSON.parse(textOf('schemas/log-entry.schema.json')) as object;
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);

  test.each(FIXTURES)(
    'of $rulebook is as its schema says, and nothing of the contract can be read in it',
    async ({ contract, events, asOf, rulebook }) => {
      const log = join(folder, `${rulebook}.log`);
      const { out } = await heyue(`check ${contract} --events ${events} --as-of ${asOf} --format json --reveal --log ${log}`);
      const entries = linesOf(log).map((line) => readLine(Buffer.from(line))!.entry);
      for (const entry of entries) expect([validate(entry), validate.errors]).toEqual([true, null]);
      const report = JSON.parse(out) as {
        readonly contract: { readonly id: string; readonly title: string; readonly parties: readonly { readonly name: string }[] };
        readonly findings: readonly { readonly instance: string | null; readonly amounts: readonly { readonly amount: string | null }[] }[];
      };
      const secrets = [
        report.contract.id,
        report.contract.title,
        ...report.contract.parties.map(({ name }) => name),
        ...report.findings.flatMap(({ instance, amounts }) => [
          ...(instance === null || DAY.test(instance) ? [] : [`"${instance}"`]),
          ...amounts.map(({ amount }) => `"${amount}"`),
        ]),
      ];
      expect(secrets.filter((secret) => readFileSync(log, 'utf8').includes(secret))).toEqual([]);
    },
  );

  test('is there for each contract of a check, and the same whatever is masked', async () => {
    const [two, pseudonyms] = [join(folder, 'two.log'), file('key', 'k'.repeat(32))];
    chmodSync(pseudonyms, 0o600);
    const other = file('other.yaml', textOf(CONTRACT).replace('HJ-2023-0308', 'HJ-2'));
    await check(two, other, '--as-of 2023-03-08');
    await check(two, '--as-of 2023-03-08 --reveal');
    await check(two, `--as-of 2023-03-08 --pseudonyms ${pseudonyms}`);
    const { checks } = await show(two);
    expect(checks.map(({ sequence }) => sequence)).toEqual([2, 4, 5]);
    for (const { changed } of checks.slice(1))
      expect(changed).toMatchObject({ findings: [], counts: [], report: 'masked', reasons: { day: null, events: [], contract: [] } });
    expect((await heyue(`audit show ${CONTRACT} --log ${two}`)).out).toContain('    交出的报告只是遮蔽的方式不同');
  });
});

describe('what changed, and why', () => {
  const NOTHING = { day: null, events: [], contract: [], rulebook: null, readings: [], calendar: false, waivers: false, program: null };
  const BEFORE = `--events ${EVENTS} --as-of 2023-10-11`;
  const before = join(folder, 'before.log');
  beforeAll(async () => {
    await check(before, BEFORE);
  });
  /** The reasons and the rules, of a check after one of 11 October. */
  const after = async (
    name: string,
    line: string,
    contract = CONTRACT,
  ): Promise<{ readonly rules: readonly string[]; readonly reasons: unknown }> => {
    const log = join(folder, `${name}.log`);
    copyFileSync(before, log);
    await heyue(`check ${contract} --log ${log} ${line}`);
    const { changed } = (await show(log, '--events', EVENTS)).checks[1]!;
    return { rules: changed!.findings.map(({ rule }) => rule), reasons: changed!.reasons };
  };

  test('nothing', async () => {
    expect(await after('nothing', BEFORE)).toEqual({ rules: [], reasons: NOTHING });
  });

  test('a new day', async () => {
    const { rules, reasons } = await after('day', `--events ${EVENTS} --as-of 2023-10-12`);
    expect(rules).toContain('service-outage');
    expect(reasons).toEqual({ ...NOTHING, day: { from: '2023-10-11', to: '2023-10-12' } });
  });

  test('a new event, one that is gone, one that is another', async () => {
    const lines = textOf(EVENTS).trim().split('\n');
    const [gone, changed] = [
      JSON.parse(lines[0]!) as { id: string },
      JSON.parse(lines.find((line) => line.includes('"use-1"'))!) as { id: string },
    ];
    const now = [
      ...lines.slice(1).filter((line) => !line.includes(`"${changed.id}"`)),
      JSON.stringify({ ...changed, data: { minutes: 1, sms: 0 } }),
      JSON.stringify({ id: 'pay-9', contract: 'HJ-2023-0308', type: 'payment.received', at: '2023-03-09', data: { amount: '2000.00' } }),
    ];
    const { rules, reasons } = await after('events', `--events ${file('now.ndjson', now.join('\n'))} --as-of 2023-10-11`);
    expect(rules).toContain('payment');
    const mark = expect.stringMatching(/^[0-9a-f]{16}$/);
    expect(reasons).toEqual({
      ...NOTHING,
      events: [
        {
          type: 'payment.received',
          count: { from: 1, to: 1 },
          added: [{ mark, name: null }],
          removed: [{ mark, name: gone.id }],
          changed: [],
        },
        { type: 'usage.recorded', count: { from: 7, to: 7 }, added: [], removed: [], changed: [{ mark, name: 'use-1' }] },
      ],
    });
  });

  test('a new reading', async () => {
    expect(await after('reading', `${BEFORE} --readings remaining-fee=pro-rata`)).toMatchObject({
      reasons: { ...NOTHING, readings: ['remaining-fee'] },
    });
  });

  test('another contract file', async () => {
    const other = file('terms.yaml', textOf(CONTRACT).replace('penaltyRate: "0.30"', 'penaltyRate: "0.20"'));
    expect(await after('contract', BEFORE, other)).toMatchObject({ reasons: { ...NOTHING, contract: ['terms'] } });
  });

  test('a new rule', async () => {
    const rulebooks = join(folder, 'rules');
    cpSync(join(ROOT, 'rules/call-center-service'), join(rulebooks, 'call-center-service'), { recursive: true });
    const head = join(rulebooks, 'call-center-service/rulebook.yaml');
    writeFileSync(head, readFileSync(head, 'utf8').replace(/^version: .*$/m, 'version: 1.0.1'));
    const { reasons } = await after('rulebook', `${BEFORE} --rulebooks ${rulebooks}`);
    expect(reasons).toMatchObject({ ...NOTHING, rulebook: { from: { version: '1.0.0' }, to: { version: '1.0.1' } } });
  });

  test('a new calendar', async () => {
    const notice = file('2027.yaml', 'year: 2027\nsource: 某通知\npublishedAt: 2026-11-05\noff: [2027-01-01]\nmakeup: []\n');
    expect(await after('calendar', `${BEFORE} --calendar ${notice}`)).toMatchObject({ reasons: { ...NOTHING, calendar: true } });
  });

  describe('what the log holds as a number alone, or not at all', () => {
    const told = async (name: string, line: string): Promise<readonly [string, Shown['checks'][number]['changed']]> => {
      const log = join(folder, `${name}.log`);
      copyFileSync(before, log);
      await heyue(`check ${CONTRACT} --log ${log} ${line}`);
      return [(await heyue(`audit show ${CONTRACT} --log ${log}`)).out, (await show(log)).checks[1]!.changed];
    };

    test('events set aside, events given twice', async () => {
      const faulty = file('faulty.ndjson', `${textOf(EVENTS).trim()}\n{"id":"odd","type":"none","at":"2023-03-09"}\n`);
      const [aside, changed] = await told('aside', `--events ${faulty} --as-of 2023-10-11`);
      expect(changed).toMatchObject({ counts: [{ of: 'setAside', from: 0, to: 1 }], report: 'unexplained', reasons: NOTHING });
      expect(aside).toContain(
        '  结论没有变动\n  变动\n    未采用的事件 0 → 1件\n    报告与前一次不同，其中有日志没有记下的内容\n  原因\n    日志所记的依据都没有变动；',
      );
      const [twice] = await told('twice', `--events ${EVENTS} ${EVENTS} --as-of 2023-10-11`);
      expect(twice).toMatch(/ {4}重复的事件 0 → \d+件\n/);
    });

    test('what only the report says', async () => {
      const [text, changed] = await told('sensitive', `${BEFORE} --sensitivity`);
      expect(changed).toMatchObject({ findings: [], counts: [], report: 'unexplained', reasons: NOTHING });
      expect(text).toContain('日志没有记下的内容');
      expect((await told('same', BEFORE))[1]).toMatchObject({ counts: [], report: 'same' });
      expect((await told('later', `--events ${EVENTS} --as-of 2023-10-12`))[1]).toMatchObject({ report: 'changed' });
    });
  });

  test('where the log was mended, in its place', async () => {
    const log = join(folder, 'mended.log');
    copyFileSync(before, log);
    appendFileSync(log, '{"entry":{"asOf');
    await check(log, BEFORE);
    const { out } = await heyue(`audit show ${CONTRACT} --log ${log}`);
    expect(out.split('\n\n').map((part) => part.split('  ')[0])).toEqual([expect.stringContaining('核对过2次'), '第2条', '第3条', '第4条']);
    expect(out).toContain('第3条  2024-01-08 09:00:00  修复：前一次没有写完，截去15个字节\n');
  });

  test('in the words of the report, and of its rulebook; without it, by ids, and it is said why', async () => {
    const { out } = await heyue(`audit show ${CONTRACT} --log ${before}`);
    const report = (await heyue(`check ${CONTRACT} ${BEFORE}`)).out.replace(/\n +/g, '');
    const [, , , , summary = ''] = out.split('\n');
    expect(summary).toContain('相符1，未超出3');
    expect(report).toContain(`：${summary.trim()}。`);
    const rulebooks = join(folder, 'other-rules');
    cpSync(join(ROOT, 'rules/call-center-service'), join(rulebooks, 'call-center-service'), { recursive: true });
    const head = join(rulebooks, 'call-center-service/rulebook.yaml');
    writeFileSync(head, readFileSync(head, 'utf8').replace(/^version: .*$/m, 'version: 1.0.1'));
    const log = join(folder, 'ids.log');
    await check(log, `--events ${EVENTS} --as-of 2023-10-11 --rulebooks ${rulebooks}`);
    await check(log, `--events ${EVENTS} --as-of 2023-10-12 --rulebooks ${rulebooks}`);
    const ids = (await heyue(`audit show ${CONTRACT} --log ${log}`)).out;
    expect(ids).toContain('    service-outage（');
    expect(ids).toContain('未超出/相符4');
    expect(ids).toContain('规则库 call-center-service 1.0.1 不在手边，或者已与核对时不同');
    expect((await heyue(`audit show ${CONTRACT} --log ${log} --rulebooks ${rulebooks}`)).out).toContain('    七.2 中断超过上限（');
  });

  test('a list of waivers', async () => {
    const waivers = file('waivers.yaml', '- { rule: service-outage, owner: 法务部, reason: 双方已书面同意, until: 2023-12-31 }\n');
    expect(await after('waivers', `${BEFORE} --waivers ${waivers}`)).toMatchObject({ reasons: { ...NOTHING, waivers: true } });
  });

  test('is told in words, of any two checks', async () => {
    const log = join(folder, 'words.log');
    for (const day of ['2023-03-08', '2023-10-11', '2023-10-12']) await check(log, `--events ${EVENTS} --as-of ${day}`);
    const { out } = await heyue(`audit show HJ-2023-0308 --log ${log} --events ${EVENTS} --from 3 --to 4`);
    expect(out.split('\n')).toContain('    七.2 中断超过上限（out-1）：未触发 → 可以行使；金额有变动');
    expect(out.split('\n')).toContain('    检查日 2023-10-11 → 2023-10-12');
    const english = (await heyue(`audit show HJ-2023-0308 --log ${log} --lang en`)).out.split('\n');
    expect(english[0]).toBe('HJ-2023-0308: 3 checks (words.log, 4 entries)');
    expect(english).toContain('    the day asked about: 2023-10-11 → 2023-10-12');
    const wrong = await heyue(`audit show HJ-2023-0308 --log ${log} --from 9 --lang en`);
    expect(wrong).toMatchObject({ code: 2, err: 'entry 9 is no check of this contract; its own are 2, 3, 4\n' });
    expect(await heyue(`audit show HJ-0 --log ${log} --lang en`)).toEqual({
      code: 2,
      out: '',
      err: 'words.log has no check of the contract “HJ-0”\n',
    });
  });
});

describe('heyue audit verify', () => {
  const log = join(folder, 'verified.log');
  const heads = join(folder, 'heads');

  beforeAll(async () => {
    for (const day of ['2023-03-08', '2023-03-09', '2023-03-10']) {
      await check(log, `--as-of ${day}`);
      appendFileSync(heads, (await heyue(`audit head ${log}`)).out);
    }
  });

  test('says that a log stands, with its head, its hash, or a file of them', async () => {
    const { out, code } = await heyue(`audit verify ${log} --lang en`);
    const [, head = ''] = out
      .trim()
      .split('\n')
      .map((line) => line.trim());
    expect({ code, out }).toEqual({ code: 0, out: `verified.log: stands; entries: 4\n  ${head}\n` });
    expect(readFileSync(heads, 'utf8')).toContain(head);
    for (const one of [head, head.slice(head.indexOf(':') + 1), heads])
      expect((await heyue(`audit verify ${log} --head ${one}`)).code).toBe(0);
    const { sequence, hash } = JSON.parse((await heyue(`audit head ${log} --format json`)).out) as { sequence: number; hash: string };
    expect(`${sequence}:${hash}`).toBe(head);
  });

  test('names the entry that is wrong: exit 1', async () => {
    const lines = linesOf(log);
    const changed = file('changed.log', `${lines.with(2, lines[2]!.replace('"asOf":"2023', '"asOf":"2024')).join('\n')}\n`);
    expect(await heyue(`audit verify ${changed} --lang en`)).toMatchObject({
      code: 1,
      out: 'changed.log: does not stand: entry 3 is not as it was written\n  compare with a copy kept elsewhere; the entries before it stand\n',
    });
    const { out, code } = await heyue(`audit verify ${changed} --format json`);
    expect([code, JSON.parse(out)]).toMatchObject([1, { stands: false, entries: 2, fault: { kind: 'damaged', entry: 3 } }]);
    const cut = file('cut.log', `${lines.slice(0, 2).join('\n')}\n`);
    expect((await heyue(`audit verify ${cut}`)).code).toBe(0);
    expect(await heyue(`audit verify ${cut} --head ${heads}`)).toMatchObject({
      code: 1,
      out: 'cut.log：不成立：缺第3条至第4条：末尾被删，或者这是一份较早的日志\n  用备份比对；其前的各条仍然可信\n',
    });
    expect(await heyue(`audit head ${changed}`)).toMatchObject({ code: 1, out: '' });
    const shown = await heyue(`audit show HJ-2023-0308 --log ${changed} --lang en`);
    expect(shown).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^HJ-2023-0308: 1 check /),
      err: expect.stringContaining('entry 3 is not'),
    });
  });

  test('refuses a head that is none, and a file that is not there: exit 2', async () => {
    expect(await heyue(`audit verify ${log} --head nonsense --lang en`)).toMatchObject({ code: 2, out: '' });
    expect((await heyue(`audit verify ${join(folder, 'none.log')}`)).code).toBe(2);
    expect((await heyue(`audit show HJ-1 --log ${join(folder, 'none.log')}`)).code).toBe(2);
  });
});

describe('a log that cannot be written', () => {
  test('lets no report out', async () => {
    const [log, out] = [file('no.log', 'text\n'), join(folder, 'no.json')];
    expect(await check(log, `--as-of 2023-03-09 --format json --out ${out}`)).toMatchObject({ code: 2, out: '' });
    expect(existsSync(out)).toBe(false);
    expect(await check(join(log, 'below'), '--as-of 2023-03-09')).toMatchObject({ code: 2, out: '' });
  });

  test('of which a copy is kept goes on from the copy', async () => {
    const [log, copy] = [join(folder, 'kept.log'), join(folder, 'copy.log')];
    await check(log, '--as-of 2023-03-09');
    copyFileSync(log, copy);
    await check(copy, '--as-of 2023-03-10');
    expect((await show(copy)).checks).toHaveLength(2);
  });
});
