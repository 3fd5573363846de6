import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { main } from '../../src/cli/main.js';
import type { Report } from '../../src/schema-types/report.js';

const FIXTURES = fileURLToPath(new URL('../../fixtures/call-center-service/', import.meta.url));
const CONTRACT = `${FIXTURES}contract.yaml`;
const EVENTS = `${FIXTURES}events.ndjson`;
const text = readFileSync(CONTRACT, 'utf8');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heyue-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

async function heyue(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await main(['check', ...args], {
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
  return { code, out, err };
}
const AS_OF = ['--as-of', '2023-10-12', '--format', 'json'];

describe('exit codes', () => {
  test('0: nothing to fail on, and standard output is the report alone', async () => {
    const { code, out, err } = await heyue(CONTRACT, '--events', EVENTS, ...AS_OF, '--fail-on', 'never');
    expect([code, err, (JSON.parse(out) as Report).schema]).toEqual([0, '', 'heyue/report@1']);
  });
  test('1: something is breached', async () => {
    expect((await heyue(CONTRACT, '--as-of', '2023-03-09', '--format', 'json')).code).toBe(1);
  });
  test('0 on the day of signing: a deadline whose last day is today is not missed', async () => {
    expect((await heyue(CONTRACT, '--as-of', '2023-03-08', '--format', 'json')).code).toBe(0);
  });
  test('3: undetermined, where that is to fail; else 0', async () => {
    const unkept = file('unkept.yaml', text.replace('coverage: {}', 'coverage: { payment: none, materials: none, number: none }'));
    const call = [unkept, '--as-of', '2023-03-10', '--format', 'json'];
    expect((await heyue(...call)).code).toBe(0);
    expect((await heyue(...call, '--fail-on', 'undetermined')).code).toBe(3);
  });
  test('2: a call that is wrong', async () => {
    expect((await heyue(CONTRACT, '--colour')).code).toBe(2);
    expect((await heyue(CONTRACT, '--as-of', '2023-02-30')).code).toBe(2);
    expect((await heyue(CONTRACT, '--format', 'docs')).code).toBe(2);
    expect((await heyue(CONTRACT, '--fail-on', 'anything')).code).toBe(2);
    expect((await heyue(CONTRACT, '--readings', 'misdial-week')).code).toBe(2);
  });
});

describe('wrong input: exit 2, file, line and column, what would be right, in both languages', () => {
  test.each([
    [
      'a file that is not there',
      'missing.yaml',
      undefined,
      /missing\.yaml:1:1 读不到这个文件：没有这个文件/,
      /this file cannot be read: there is none/,
    ],
    ['YAML that is none', 'bad.yaml', 'id: [1, 2', /bad\.yaml:1:\d+ /, /bad\.yaml:1:\d+ /],
    [
      'money with thousands',
      'money.yaml',
      text.replace('"2000.00"', '"2,000.00"'),
      /money\.yaml:10:16 .*总金额.*2,000\.00/,
      /totalAmount: .*write a plain decimal/,
    ],
    [
      'a term that there is not',
      'term.yaml',
      text.replace('penaltyRate', 'penaltyRates'),
      /term\.yaml:\d+:3 .*penaltyRates[\s\S]*是否指“penaltyRate”/,
      /has no term “penaltyRates”[\s\S]*perhaps “penaltyRate”/,
    ],
    [
      'a day that does not exist',
      'day.yaml',
      text.replace('2023-03-08', '2023-02-30').replace('signedOn: 2023-03-08', 'signedOn: 2023-02-30'),
      /day\.yaml:5:11 /,
      /day\.yaml:5:11 /,
    ],
    [
      'a rulebook that there is not',
      'book.yaml',
      text.replace('rulebook: call-center-service', 'rulebook: call-centre-service'),
      /book\.yaml:4:11 没有规则库“call-centre-service”[\s\S]*是否指“call-center-service”/,
      /there is no rulebook/,
    ],
    ['a key twice', 'twice.yaml', `${text}\nid: again\n`, /twice\.yaml:\d+:1 /, /twice\.yaml:\d+:1 /],
  ])('%s', async (_name, name, content, zh, en) => {
    const path = content === undefined ? join(folder, name) : file(name, content);
    const chinese = await heyue(path, ...AS_OF);
    const english = await heyue(path, ...AS_OF, '--lang', 'en');
    expect([chinese.code, chinese.out, english.code]).toEqual([2, '', 2]);
    expect(chinese.err).toMatch(zh);
    expect(english.err).toMatch(en);
  });
  test('all problems of all files at once', async () => {
    const { err } = await heyue(file('one.yaml', `${text}\ncolour: red\n`), file('two.yaml', 'id: [1'), ...AS_OF);
    expect([/one\.yaml:/, /two\.yaml:/].map((some) => some.test(err))).toEqual([true, true]);
  });
});

describe('events that cannot be used', () => {
  const lines = () =>
    file(
      'faulty.ndjson',
      '{"id":"x1","type":"payment.recieved","at":"2023-03-08","data":{"amount":"1"}}\n{"id":"x2","type":"payment.received","at":"2023-02-30","data":{"amount":"1"}}\nnot json\n',
    );
  test('are set aside, counted and shown; standard error says how many', async () => {
    const { code, out, err } = await heyue(CONTRACT, '--events', lines(), EVENTS, ...AS_OF, '--fail-on', 'never');
    const { dataQuality } = JSON.parse(out) as Report;
    expect(code).toBe(0);
    expect(dataQuality.setAside.map((one) => [one.file, one.line])).toEqual([
      ['faulty.ndjson', 1],
      ['faulty.ndjson', 2],
      ['faulty.ndjson', 3],
    ]);
    expect(err).toContain('有 3 条事件未被采用');
  });
  test('with --strict they are an error, each with its place', async () => {
    const { code, out, err } = await heyue(CONTRACT, '--events', lines(), ...AS_OF, '--strict');
    expect([code, out]).toEqual([2, '']);
    for (const line of [1, 2, 3]) expect(err).toMatch(new RegExp(`faulty\\.ndjson:${line}:1 `));
  });
});

describe('the folder of a rulebook of one’s own', () => {
  const RULES = fileURLToPath(new URL('../../rules/', import.meta.url));
  const copied = (): string => {
    const own = join(folder, 'own', 'any-name');
    cpSync(`${RULES}call-center-service`, own, { recursive: true });
    const renamed = readFileSync(join(own, 'rulebook.yaml'), 'utf8').replace('rulebook: call-center-service', 'rulebook: my-service');
    writeFileSync(join(own, 'rulebook.yaml'), renamed);
    return own;
  };
  const contract = (): string => file('mine.yaml', text.replace('rulebook: call-center-service', 'rulebook: my-service'));

  test('may be given itself, by whatever name; the call that makes the report again says so', async () => {
    const { code, out } = await heyue(contract(), '--as-of', '2023-03-08', '--rulebooks', copied());
    expect(code).toBe(0);
    expect(out.replace(/\n\s*/g, '')).toContain('--as-of 2023-03-08 --rulebooks <规则库的文件夹>');
  });
  test('where there is no rulebook, it is said what to give', async () => {
    const { code, err } = await heyue(contract(), '--as-of', '2023-03-08', '--rulebooks', join(folder, 'nowhere'));
    expect(code).toBe(2);
    expect(err).toContain('给规则库自己的文件夹（其中有 rulebook.yaml），或者它的上一级文件夹');
  });
  test('where the contract names another, that of the program is taken', async () => {
    const { code, err } = await heyue(CONTRACT, '--as-of', '2023-03-08', '--rulebooks', copied());
    expect([code, err]).toEqual([0, '']);
  });
});

test('one event is one event', async () => {
  const odd = file('odd.ndjson', '{"id":"x1","type":"payment.recieved","at":"2023-03-08","data":{}}\n');
  const { out, err } = await heyue(CONTRACT, '--events', odd, '--as-of', '2023-03-08', '--lang', 'en');
  expect(err).toBe('1 event was set aside; the report says why\n');
  expect(out.replace(/\n\s*/g, ' ')).toContain(
    'Note: 1 of 1 event is faulty and was set aside (see the end); corrected, the verdict may change.',
  );
});

test('readings that were tried are tried again', async () => {
  const { out } = await heyue(CONTRACT, '--as-of', '2023-03-08', '--sensitivity');
  expect(out.replace(/\n\s*/g, '')).toContain('--as-of 2023-03-08 --sensitivity');
});

describe('several outputs', () => {
  test('--format and --out in pairs: files, and nothing on standard output', async () => {
    const [json, plain] = [join(folder, 'r.json'), join(folder, 'r.txt')];
    const { code, out } = await heyue(
      CONTRACT,
      '--events',
      EVENTS,
      '--as-of',
      '2023-10-12',
      '--fail-on',
      'never',
      '--format',
      'json',
      '--out',
      json,
      '--format',
      'text',
      '--out',
      plain,
    );
    expect([code, out]).toEqual([0, '']);
    expect((JSON.parse(readFileSync(json, 'utf8')) as Report).asOf).toBe('2023-10-12');
    expect(readFileSync(plain, 'utf8')).toContain('1175.00');
  });
  test('two formats with no file for either is a wrong call', async () => {
    expect((await heyue(CONTRACT, '--as-of', '2023-10-12', '--format', 'json', '--format', 'text')).code).toBe(2);
  });
  test('several contracts are an array in the order of the arguments', async () => {
    const other = file('other.yaml', text.replace('HJ-2023-0308', 'HJ-2023-0309'));
    const { out } = await heyue(other, CONTRACT, '--as-of', '2023-03-08', '--format', 'json');
    expect((JSON.parse(out) as Report[]).map((report) => report.contract.id)).toEqual(['HJ-2023-0309', 'HJ-2023-0308']);
  });
  test('one contract given twice is refused', async () => {
    expect((await heyue(CONTRACT, CONTRACT, '--as-of', '2023-03-08')).code).toBe(2);
  });
});

test('the zone of the machine decides nothing', async () => {
  // .ci runs this file under several zones; the digest is the same in all of them.
  const { out } = await heyue(CONTRACT, '--events', EVENTS, ...AS_OF, '--fail-on', 'never');
  const { findings } = JSON.parse(out) as Report;
  expect(findings.filter((one) => one.rule === 'service-outage').map((one) => [one.instance, one.status, one.since])).toEqual([
    ['short-1', 'inactive', '2023-06-15'],
    ['out-1', 'available', '2023-10-12'],
  ]);
});
