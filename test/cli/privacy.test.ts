/** Personal data come out of no command, in no format and in no message, unless it is asked for. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FORMATS } from '../../src/report/formats.js';
import type { Report } from '../../src/schema-types/report.js';
import { seeded } from '../calendar/random.js';
import { heyue } from '../docs/heyue.js';
import { ROOT, textOf } from '../house/tree.js';
import { KINDS, SPELLINGS, type Kind } from '../masking/invented.js';
import { schemaFaults } from '../support/report-schema.js';
import { textIn } from '../support/text-in.js';

const folder = mkdtempSync(join(tmpdir(), 'heyue-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const file = (name: string, content: string, mode = 0o600): string => {
  writeFileSync(join(folder, name), content, { mode });
  return join(folder, name);
};

const FIXTURE = textOf('fixtures/call-center-service/contract.yaml');
const ID = 'HJ-2023-0308';
const event = (id: string, type: string, at: string, data: object = {}): string => JSON.stringify({ id, contract: ID, type, at, data });

/** Two outages whose ids are telephone numbers that look alike once masked. */
const OUTAGES = [
  event('13812345678', 'outage.started', '2023-05-08T09:00:00+08:00', { cause: 'provider' }),
  event('end-1', 'outage.ended', '2023-05-09T09:00:00+08:00', { ref: '13812345678' }),
  event('13899995678', 'outage.started', '2023-06-05T09:00:00+08:00', { cause: 'provider' }),
  event('act-1', 'service.activated', '2023-03-13T09:00:00+08:00', { number: '13700001111' }),
  event('pay-1', 'payment.received', '2023-03-08T10:00:00+08:00', { amount: '13812345678.00' }),
];

const call = (contract: string, events: string, ...more: string[]): string =>
  ['check', contract, '--events', events, '--as-of 2023-10-12 --fail-on never', ...more].join(' ');
const jsonOf = async (line: string): Promise<Report> => JSON.parse((await heyue(`${line} --format json`)).out) as Report;

describe('a report', () => {
  const contract = file('contract.yaml', FIXTURE.replace('某科技公司', '某科技公司（经办人zhang@example.com）'));
  const events = file('events.ndjson', OUTAGES.join('\n'));

  test('is masked, and what is not personal stays', async () => {
    const report = await jsonOf(call(contract, events));
    expect(schemaFaults(report)).toEqual([]);
    expect(report.contract.parties[0]?.name).toBe('某科技公司（经办人z***@example.com）');
    expect(report.contract.id).toBe(ID);
    expect(report).not.toHaveProperty('revealed');
    expect(/13812345678(?!\.00)|13899995678|zhang@/.exec(JSON.stringify(report))).toBeNull();
  });

  test('keeps two events apart that look alike', async () => {
    const { findings, events: cited } = await jsonOf(call(contract, events));
    const instances = new Set(findings.flatMap(({ instance }) => (instance?.startsWith('138') === true ? [instance] : [])));
    expect([...instances].sort()).toEqual(['138****5678', '138****5678#2']);
    const ids = cited.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(findings.flatMap(({ evidence }) => evidence).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('says it where nothing is masked', async () => {
    const report = await jsonOf(call(contract, events, '--reveal'));
    expect(report).toMatchObject({ revealed: true });
    expect(schemaFaults(report)).toEqual([]);
    const { out } = await heyue(call(contract, events, '--reveal'));
    expect(out).toContain('zhang@example.com');
    // On the first page, for whoever is handed it.
    expect(out.split('金额')[0]).toContain('没有遮蔽个人信息');
    expect(out.split('\n').find((line) => line.includes('heyue check'))).toContain('heyue check');
  });
});

describe('what a rulebook declares personal', () => {
  cpSync(join(ROOT, 'rules/call-center-service'), join(folder, 'rules/call-center-service'), { recursive: true });
  const path = join(folder, 'rules/call-center-service/rulebook.yaml');
  const declared = readFileSync(path, 'utf8')
    .replace('channel: { says: 渠道, type: text, optional: yes }', 'channel: { says: 渠道, type: text, optional: yes, personal: yes }')
    .replace('type: text, clause: 三.1.7, optional: yes }', 'type: text, clause: 三.1.7, optional: yes, personal: yes }');
  writeFileSync(path, declared);

  test('is masked by its field, and in sentences', async () => {
    const contract = file('declared.yaml', FIXTURE.replace('readings: {}', 'readings: {}').replace('determinations: []', ''));
    const events = file(
      'declared.ndjson',
      [
        ...OUTAGES,
        event('adv-1', 'number.advertised', '2023-03-20T09:00:00+08:00', { channel: '张三丰' }),
        event('odd-张三丰', 'nothing.known', '2023-03-20'),
      ].join('\n'),
    );
    const { out } = await heyue(call(contract, events, '--rulebooks', join(folder, 'rules'), '--format json'));
    expect(out).not.toContain('张三丰');
    expect(out).toContain('odd-张**');
  });
});

describe('with a key', () => {
  const contract = file('keyed.yaml', FIXTURE);
  const events = file('keyed.ndjson', OUTAGES.join('\n'));
  const key = file('key', 'a key that is long enough to serve\n');

  test('events and persons have the same other names in every report', async () => {
    const one = await jsonOf(call(contract, events, '--pseudonyms', key));
    const other = await jsonOf(call(file('again.yaml', FIXTURE.replace('某科技公司', '"13700001111"')), events, '--pseudonyms', key));
    expect(schemaFaults(one)).toEqual([]);
    expect(one.pseudonyms).toMatch(/^[A-Z]{10}$/);
    expect(one.events.map(({ id }) => id)).toEqual(one.events.map(() => expect.stringMatching(/^E-[A-Z]{10}$/)));
    expect(one.findings.flatMap(({ evidence }) => evidence).filter((id) => !/^E-/.test(id))).toEqual([]);
    expect(other.contract.parties[0]?.name).toMatch(/^P-[A-Z]{10}$/);
    expect(JSON.stringify(other.events)).toBe(JSON.stringify(one.events));
    expect(/13812345678[^.]|13700001111|pay-1/.exec(JSON.stringify([one, other]))).toBeNull();
  });

  test('says exactly what has other names, and that the names of persons in texts stay', async () => {
    const named = file('named.yaml', FIXTURE.replace('某科技公司', '张伟（13700001111）').replace(/^title: .*$/m, 'title: 张伟的服务协议'));
    const { out } = await heyue(call(named, events, '--pseudonyms', key));
    const shown = out.replaceAll(/\s/g, '');
    expect(shown).toContain('事件编号、电话、身份证号、账号、邮箱，以及规则库写明是个人信息的各项，已换成假名');
    expect(shown).toContain('当事人的名称和文字里的人名不识别，照原样');
    expect(shown).toContain('张伟的服务协议');
    expect(shown).not.toContain('13700001111');
  });

  test('another key gives other names', async () => {
    const other = file('other', 'another key that is long enough too');
    const [one, two] = await Promise.all([key, other].map((path) => jsonOf(call(contract, events, '--pseudonyms', path))));
    expect(one?.events[0]?.id).not.toBe(two?.events[0]?.id);
  });

  test('a key that others can read, or that is short, is refused', async () => {
    const open = await heyue(call(contract, events, '--pseudonyms', file('open', 'a key that is long enough to serve', 0o644)));
    expect([open.code, open.err]).toEqual([2, expect.stringContaining('open:1:1 密钥文件别人也能读\n  应为：chmod 600 open')]);
    const short = await heyue(call(contract, events, '--pseudonyms', file('short', 'short')));
    expect([short.code, short.err]).toEqual([2, expect.stringContaining('密钥只有5个字节')]);
    expect((await heyue(call(contract, events, '--reveal', '--pseudonyms', key))).code).toBe(2);
  });
});

describe('a message', () => {
  test.each([
    ['a value', FIXTURE.replace('"2000.00"', '"电话13812345678"')],
    ['a key', FIXTURE.replace('readings: {}', 'readings: { "13812345678": 1 }')],
    ['invisible characters', FIXTURE.replace('"2000.00"', '"138\u200b1234\u200b5678"')],
    ['a rulebook', FIXTURE.replace('rulebook: call-center-service', 'rulebook: a13812345678')],
  ])('about %s', async (_what, content) => {
    const { code, err } = await heyue(`check ${file('wrong.yaml', content)} --as-of 2023-10-12`);
    expect(code).toBe(2);
    if (!content.includes('\u200b')) expect(err).toMatch(/138\*{4}5678/);
    expect(err.replaceAll(/\\u\{[0-9A-F]+\}/g, '')).not.toMatch(/1381234/);
  });

  test('about a file, an option or a call', async () => {
    for (const line of [
      'check 13812345678.yaml',
      `check ${file('good.yaml', FIXTURE)} --as-of 13812345678`,
      'check --13812345678',
      'explain 13812345678',
    ]) {
      const { err, code } = await heyue(line);
      expect([code, err]).toEqual([2, expect.not.stringContaining('13812345678')]);
    }
  });
});

describe('made-up identifiers in every place and spelling', () => {
  const SEED = 20260310;
  const chance = seeded(SEED);
  const kinds = Object.keys(KINDS) as Kind[];
  const made = Object.values(SPELLINGS).flatMap((spell) =>
    kinds.flatMap((kind) =>
      Array.from({ length: 2 }, () => {
        const value = KINDS[kind](chance);
        return {
          secret: kind === 'email' ? value.slice(0, value.indexOf('@')) : value.replace(/^0/, '').slice(0, -4),
          written: spell(kind, value),
        };
      }),
    ),
  );
  const visible = made.filter(({ written }) => !written.includes('\u200b'));
  const contract = file(
    'many.yaml',
    FIXTURE.replace('某科技公司', visible.map(({ written }) => written).join('；'))
      .replace('title: 企业呼叫中心服务协议', `title: "${visible.map(({ written }) => written).join('、')}"`)
      .replace(
        'determinations: []',
        `determinations:\n${visible.map(({ written }) => `  - { fact: hardship, value: no, on: 2023-05-01, by: "${written}", reason: "由${written}所述" }`).join('\n')}`,
      ),
  );
  const events = file(
    'many.ndjson',
    made
      .flatMap(({ written }, index) => [
        event(written, 'service.activated', '2023-03-13T09:00:00+08:00', { number: written }),
        ...(index % 11 === 0
          ? [event(`out/${index}/${written}`, 'outage.started', '2023-05-08T09:00:00+08:00', { cause: 'provider' })]
          : []),
        event(`odd-${index}`, written, '2023-03-13'),
        event(`bad-${index}`, 'payment.received', '2023-03-13', { amount: `约${written}` }),
      ])
      .join('\n'),
  );
  const bare = (text: string): string => text.normalize('NFKC').replaceAll(/\\u\{200B\}|[\s\u200b_-]/g, '');
  const through = (text: string): readonly string[] => {
    const said = bare(text);
    return made.filter(({ secret }) => said.includes(secret.replaceAll('-', ''))).map(({ written }) => written);
  };

  const outOf = (format: string): string => join(folder, `out.${format}`);
  const outputs = Object.keys(FORMATS).flatMap((format) => ['--format', format, '--out', outOf(format)]);
  beforeAll(async () => {
    const { code, err } = await heyue(call(contract, events, ...outputs));
    expect([code, through(err)]).toEqual([0, []]);
  }, 600_000);

  test.each(Object.keys(FORMATS))(
    `%s (seed ${SEED})`,
    async (format) => {
      const text = await textIn(format, readFileSync(outOf(format)));
      expect(text).toContain('HJ-2023-0308');
      expect(through(text)).toEqual([]);
    },
    60_000,
  );

  test('due, in each format, and with --strict every message', async () => {
    for (const format of ['text', 'json', 'ics']) {
      const { out, err } = await heyue(`due ${contract} --events ${events} --as-of 2023-05-08 --within 400 --format ${format}`);
      expect([through(out), through(err)]).toEqual([[], []]);
    }
    const strict = await heyue(call(contract, events, '--strict'));
    expect([strict.code, through(strict.err)]).toEqual([2, []]);
    expect(strict.err.length).toBeGreaterThan(1000);
  });
});
