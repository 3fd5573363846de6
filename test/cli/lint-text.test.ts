/** `heyue lint --text` and `heyue new contract --from`, as they are called. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { main } from '../../src/cli/main.js';
import { asPages, asText, asWord } from '../fidelity/invented.js';
import { pdfOf, wordOf } from '../support/documents.js';
import { ROOT } from '../house/tree.js';

// A whole rulebook is linted each time.
jest.setTimeout(120_000);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heyue-'));
  writeFileSync(join(folder, 'agreement.txt'), asText());
  writeFileSync(join(folder, 'agreement.docx'), wordOf(asWord()));
  writeFileSync(join(folder, 'agreement.pdf'), pdfOf(asPages()));
  writeFileSync(join(folder, 'wrong.txt'), asText({ from: '服务期叁年', to: '服务期贰年' }));
  writeFileSync(join(folder, 'clash.txt'), asText({ from: '服务期叁年', to: '服务期叁年（试用的为贰年）' }));
  writeFileSync(join(folder, 'empty.pdf'), pdfOf([[]]));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const CONTRACT = join(ROOT, 'fixtures/call-center-service/contract.yaml');

async function heyue(...args: string[]): Promise<{ code: number; out: string; err: string }> {
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
    stdin: Readable.from([]),
  });
  expect(`${out}${err}`).not.toMatch(/\n\s+at .*:\d+:\d+|undefined|\[object/);
  return { code, out: out.replaceAll(`${folder}/`, ''), err: err.replaceAll(`${folder}/`, '') };
}

const beside = (file: string, ...more: string[]): ReturnType<typeof heyue> =>
  heyue('lint', 'call-center-service', '--text', join(folder, file), '--contract', CONTRACT, ...more);

describe('heyue lint --text', () => {
  test('says what differs, with both places', async () => {
    const { code, out } = await beside('wrong.txt');
    expect(code).toBe(1);
    expect(out).toMatch(/^wrong\.txt:\d+:\d+ 错误 text-figure-differs 条款 五\.1 写“贰年”/mu);
    expect(out).toContain('  另见：contract.yaml:12:9\n');
  });

  test('for programs, and in English', async () => {
    const sarif = JSON.parse((await beside('wrong.txt', '--format', 'sarif', '--lang', 'en')).out) as {
      readonly runs: readonly {
        readonly results: readonly { readonly ruleId: string; readonly level: string; readonly message: { readonly text: string } }[];
      }[];
    };
    expect(sarif.runs[0]!.results.filter(({ level }) => level === 'error')).toMatchObject([{ ruleId: 'text-figure-differs' }]);
    const sentence = /clause 五\.1 says “贰年”, but for term .* the contract says 3 years/u;
    expect(sarif.runs[0]!.results.find(({ level }) => level === 'error')!.message.text).toMatch(sentence);
  });

  test('2: a file that gives no text', async () => {
    expect(await beside('empty.pdf')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('OCR') });
  });

  test('2: a call that does not go together', async () => {
    expect(await heyue('lint', '--text', join(folder, 'agreement.txt'))).toMatchObject({ code: 2, err: expect.stringContaining('哪一个') });
    expect(await heyue('lint', 'office-lease', '--contract', CONTRACT)).toMatchObject({ code: 2, err: expect.stringContaining('--text') });
    const other = await heyue('lint', 'office-lease', '--text', join(folder, 'agreement.txt'), '--contract', CONTRACT);
    expect(other.code).toBe(2);
  });
});

describe('heyue new contract --from', () => {
  const draft = async (file: string, ...more: string[]): Promise<{ text: string; out: string; path: string }> => {
    const path = join(folder, `${file}.yaml`);
    rmSync(path, { force: true });
    const { code, out } = await heyue(
      'new',
      'contract',
      'HT-1',
      '--rulebook',
      'call-center-service',
      '--from',
      join(folder, file),
      '--out',
      path,
      ...more,
    );
    expect(code).toBe(0);
    return { text: readFileSync(path, 'utf8'), out, path };
  };

  test.each(['agreement.txt', 'agreement.docx', 'agreement.pdf'])('%s: what it states, each with its place', async (file) => {
    const { text, out } = await draft(file);
    expect(text).toMatch(/^ {2}penaltyRate: "0\.30" {3}# 条款 七\.1，第 \d+ (行|段|页第 \d+ 行)，“30%”；确定/mu);
    expect(text).toMatch(/^ {2}term: P3Y /mu);
    expect(text).toMatch(/^ {2}totalAmount: "2000\.00" /mu);
    expect(text).toMatch(/^ {2}misdialSpan: 7 /mu);
    expect(text).toMatch(/^signedOn: 2023-03-08 /mu);
    expect(text).toMatch(/^ {4}name: 某科技公司 /mu);
    expect(text).toContain('    - { name: "虚拟总机", monthlyRent: "100.00", enabled: false }\n');
    // What the text puts into words, or leaves to a person, is asked for.
    expect(text).toMatch(/^ {2}liabilityCap: {3}# ？/mu);
    expect(out).toMatch(/firstTimeCustomer.*要由人读出/u);
  });

  test('answered, it is a contract that check reads', async () => {
    const { text, path } = await draft('agreement.txt');
    writeFileSync(
      path,
      text.replace('firstTimeCustomer:   #', 'firstTimeCustomer: true   #').replace('liabilityCap:   #', 'liabilityCap: "1.00"   #'),
    );
    const { code, err } = await heyue('check', path, '--as-of', '2023-03-08');
    expect([code, err]).toEqual([0, '']);
  });

  test('of two that clash both are named, and neither is written', async () => {
    const { text, out } = await draft('clash.txt');
    expect(text).toMatch(/^ {2}term: {3}# ？.*看不出是哪一个：“叁年”（第 \d+ 行）、“贰年”（第 \d+ 行）/mu);
    expect(out).toMatch(/terms\.term（服务期限）：看不出是哪一个/u);
  });

  test('no value that the text does not have', async () => {
    const { text } = await draft('agreement.txt', '--lang', 'en');
    const stated = [...text.matchAll(/^ {2}(\w+): (\S+) {3}# clause .*, “(.*)”; (?:sure|likely)/gmu)];
    expect(stated.length).toBeGreaterThan(18);
    const plain = asText().normalize('NFKC');
    for (const [, , , written = ''] of stated)
      expect(plain.replaceAll(',', '')).toContain(written.replaceAll(/[,，]/g, '').replace('¥', ''));
  });

  test('nothing is written from a file that gives no text', async () => {
    const path = join(folder, 'nothing.yaml');
    const { code } = await heyue(
      'new',
      'contract',
      'HT-1',
      '--rulebook',
      'call-center-service',
      '--from',
      join(folder, 'empty.pdf'),
      '--out',
      path,
    );
    expect([code, existsSync(path)]).toEqual([2, false]);
  });
});
