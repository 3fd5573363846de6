/** Files that are not what they are given as, and calls that ask for what there is not: a wrong call, never a word of tampering. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { generateKeyPairSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { storedZip } from '../../src/input/stored-zip.js';
import { partsOf, sealed, withDigests, withParts, withText } from '../audit/bundle/small.js';
import { append, linesIn } from '../audit/log/sample.js';
import { heyue } from '../docs/heyue.js';

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'heyue-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const at = (name: string): string => join(folder, name);
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content);
  return at(name);
};
const verify = (rest: string) => heyue(`audit verify ${rest} --lang en`);

const CHECKS = 8;
const log = at('whole.log');
const heads = at('heads');
let lines: readonly Buffer[];
const { bytes: bundle, manifest } = await sealed();
const zip = at('a.zip');
const signer = generateKeyPairSync('ed25519');

beforeAll(async () => {
  for (let n = 0; n < CHECKS; n += 1) {
    await append(log, n);
    appendFileSync(heads, (await heyue(`audit head ${log}`)).out);
  }
  lines = linesIn(readFileSync(log));
  file('a.zip', bundle);
  writeFileSync(at('one.pem'), signer.privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
  file('one.pub', signer.publicKey.export({ format: 'pem', type: 'spki' }));
});

describe('a file that is neither bundle nor log', () => {
  test.each<readonly [string, string | Uint8Array]>([
    ['contract.yaml', 'id: HJ-1\ntitle: 某合同\n'],
    ['report.json', '{\n  "schema": "heyue/report@1"\n}\n'],
    ['one-line.json', '{"schema":"heyue/report@1"}'],
    ['text.txt', '一段文字\n'],
    ['key.pub', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n'],
    ['a.dsse.json', '{"payload":"","payloadType":"","signatures":[]}\n'],
    ['random', Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919 + (index >> 3)) & 0xff)],
    ['empty.zip', ''],
    ['text.zip', 'text\n'],
    ['other.zip', storedZip(new Map([['word/document.xml', new Uint8Array([1])]]))],
  ])('%s: exit 2, and nobody is accused', async (name, content) => {
    const path = file(name, content);
    for (const more of ['', ` --head ${heads}`]) {
      if (more !== '' && name.endsWith('.zip')) continue;
      const { code, out, err } = await verify(path + more);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`${name}: it is neither a bundle nor a log of checks`);
    }
  });

  test('an archive, none, or an empty file: which, is said', async () => {
    expect((await heyue(`audit verify ${file('other.zip', storedZip(new Map([['a', new Uint8Array()]])))}`)).err).toContain(
      '是压缩包，但不是',
    );
    expect((await heyue(`audit verify ${file('text.zip', 'text')}`)).err).toContain('不是压缩包');
    expect((await heyue(`audit verify ${file('empty.zip', '')}`)).err).toContain('是空文件');
  });

  test('is no log to take a head of, to show, or to sign', async () => {
    const path = file('text.txt', 'text\n');
    expect(await heyue(`audit head ${path} --lang en`)).toMatchObject({ code: 2, err: expect.stringContaining('neither') });
    expect(await heyue(`audit show a --log ${path} --lang en`)).toMatchObject({ code: 2, err: expect.stringContaining('neither') });
    expect(await heyue(`audit sign ${path} --key ${at('one.pem')} --lang en`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('nothing was signed'),
    });
  });

  test('an empty log has no entry; with a head of it, its entries are missing', async () => {
    const path = file('empty.log', '');
    expect(await heyue(`audit verify ${path}`)).toMatchObject({ code: 2, out: '', err: 'empty.log：没有记录，是空文件\n' });
    expect(await heyue(`audit verify ${path} --head ${heads}`)).toMatchObject({
      code: 1,
      out: 'empty.log：不成立：缺第1条至第9条：末尾被删，或者这是一份较早的日志\n  用备份比对\n',
    });
  });

  test('of a log all but one entry may be gone, or its first be changed: it is a log', async () => {
    const changed = Buffer.from(lines[0]!);
    changed[3]! ^= 1;
    const cases = [
      [...lines.slice(1)],
      [changed, ...lines.slice(1)],
      [changed],
      [lines[0]!.subarray(0, 40)],
      [Buffer.from('{"ent')],
      [Buffer.alloc(200), ...lines.slice(2, 3)],
    ];
    for (const [index, some] of cases.entries()) {
      const { code, out } = await verify(file(`first-${index}.log`, Buffer.concat(some)));
      expect([index, code]).toEqual([index, 1]);
      expect(out).toContain('does not stand');
      expect(out).not.toContain('the entries before it stand');
    }
  });

  test('a bundle without its manifest, or cut, is a bundle that does not stand', async () => {
    expect(
      await verify(
        file(
          'no-manifest.zip',
          withParts(bundle, (parts) => parts.delete('manifest.json')),
        ),
      ),
    ).toMatchObject({ code: 1 });
    expect(await verify(file('cut.zip', bundle.subarray(0, 300)))).toMatchObject({ code: 1, err: '' });
    expect(await verify(file('ends.zip', bundle.subarray(4, -4)))).toMatchObject({ code: 1, err: '' });
  });
});

describe('a log cut in the middle of an entry, with the heads that were kept', () => {
  test('was complete, and is not mended', async () => {
    const before = Buffer.concat(lines.slice(0, 4)).length;
    const path = file('cut.log', readFileSync(log));
    truncateSync(path, before + 30);
    const { code, out } = await heyue(`audit verify ${path} --head ${heads}`);
    expect(code).toBe(1);
    expect(out).toContain('第5条只剩一部分，缺第6条至第9条：按另行保存的摘要，第9条写完过');
    expect(out).not.toContain('修复');
    const { fault } = JSON.parse((await heyue(`audit verify ${path} --head ${heads} --format json`)).out) as { readonly fault: unknown };
    expect(fault).toEqual({ kind: 'cut', entry: 5, head: 9, torn: true });
    const [hash = ''] = /[0-9a-f]{64}$/.exec(readFileSync(heads, 'utf8').trim()) ?? [];
    const byHash = (await heyue(`audit verify ${path} --head ${hash}`)).out;
    expect(byHash).not.toContain('修复');
    // Without a head it may have been stopped.
    expect((await heyue(`audit verify ${path}`)).out).toContain('修复');
  });

  test('in the last one, or of its end alone', async () => {
    for (const less of [30, 1]) {
      const path = file('cut.log', readFileSync(log).subarray(0, -less));
      expect((await heyue(`audit verify ${path} --head ${heads}`)).out).toContain('第9条只剩一部分：按另行保存的摘要，第9条写完过');
    }
  });

  test('one entry that is missing is one', async () => {
    const path = file('cut.log', Buffer.concat(lines.slice(0, -1)));
    expect((await heyue(`audit verify ${path} --head ${heads}`)).out).toContain('缺第9条：');
  });
});

describe('the digest of a bundle', () => {
  const hex = manifest.digest.slice('sha256:'.length);

  test('with its name or without, or in a file', async () => {
    for (const head of [manifest.digest, hex, file('digest', `${manifest.digest}\n`), file('hex', hex)])
      expect([head, (await verify(`${zip} --head ${head}`)).code]).toEqual([head, 0]);
  });

  test('another is another bundle; what is no digest is a wrong call', async () => {
    expect(await verify(`${zip} --head ${'0'.repeat(64)}`)).toMatchObject({ code: 1 });
    for (const head of [hex.slice(1), 'sha256:', 'nonsense', `17:${manifest.digest}`, file('none', 'nothing\n')])
      expect(await verify(`${zip} --head ${head}`)).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining('--head is the digest'),
      });
  });
});

test('a log has no signatures: a key for it is a wrong call', async () => {
  expect(await verify(`${log} --key ${at('one.pub')}`)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--key') });
});

test('of several files those that can be verified are, whatever the others are', async () => {
  const { code, out, err } = await verify(`${log} ${at('nowhere')} ${zip}`);
  expect(code).toBe(2);
  expect(out).toContain('whole.log: stands');
  expect(out).toContain('a.zip: it stands');
  expect(err).toContain('nowhere');
});

describe('a manifest that names another version than the report', () => {
  const forged = (manifestSays: string, reportSays: string): Uint8Array =>
    withDigests(withText(bundle, 'report.json', '"version": "0.1.0"', `"version": "${reportSays}"`), (one) => ({
      ...one,
      program: { ...one.program, version: manifestSays },
    }));

  test.each([
    ['0.0.8', '0.0.9'],
    ['0.0.8', '0.1.0'],
    ['0.1.0', '0.0.9'],
  ])('%s and %s: both are named, and it is not signed', async (one, other) => {
    const path = file('versions.zip', forged(one, other));
    const { code, out } = await verify(path);
    expect(code).toBe(1);
    expect(out).toContain(`the report says that version "${other}" made it, the manifest (manifest.json) that "${one}" did`);
    const signing = await heyue(`audit sign ${path} --key ${at('one.pem')} --lang en`);
    expect(signing).toMatchObject({ code: 1, out: '', err: expect.stringContaining('Nothing was signed') });
  });
});

describe('a key whose signature is over something else', () => {
  test('is said to have signed, and what', async () => {
    const other = file('other-one.zip', withDigests(withText(bundle, 'contracts/contract.yaml', 'title: 某合同', 'title: 某合同 ')));
    expect(await heyue(`audit sign ${other} --key ${at('one.pem')}`)).toMatchObject({ code: 0 });
    const { code, out } = await heyue(`audit verify ${zip} --signature ${other}.dsse.json --key ${at('one.pub')}`);
    expect(code).toBe(1);
    expect(out).toContain('one.pub 的签名本身有效，但签的是另一份内容');
    expect(out).not.toContain('未给公钥');
  });

  test('where the manifest cannot be read, that nothing was verified is said', async () => {
    const path = file(
      'unreadable.zip',
      withParts(bundle, (parts) => parts.set('manifest.json', new Uint8Array([0x7b]))),
    );
    expect((await heyue(`audit verify ${path} --key ${at('one.pub')}`)).out).toContain('签名没有核验');
  });
});

test('two files of one name in a bundle are named', async () => {
  const parts = partsOf(bundle);
  const twins = storedZip(new Map([...parts, ['Report.JSON', new Uint8Array([1])]]));
  expect((await heyue(`audit verify ${file('twins.zip', twins)}`)).out).toContain('有“report.json”，又有“Report.JSON”');
});

test('a public key is not taken to sign with, whoever may read it', async () => {
  expect((await heyue(`audit sign ${zip} --key ${at('one.pub')}`)).err).toContain('这是公钥；签名要用私钥');
});

test('a bundle is its owner’s alone, unless there was one that others could read', async () => {
  const check = 'check fixtures/call-center-service/contract.yaml --as-of 2023-03-09 --fail-on never --format json --bundle';
  await heyue(`${check} ${at('mine.zip')}`);
  expect(statSync(at('mine.zip')).mode & 0o777).toBe(0o600);
  const path = file('theirs.zip', '');
  const before = statSync(path).mode;
  await heyue(`${check} ${path}`);
  expect(statSync(path).mode).toBe(before);
});

test('where the bundle cannot be written, no report is given out', async () => {
  const path = join(file('in-the-way', ''), 'a.zip');
  const ran = await heyue(`check fixtures/call-center-service/contract.yaml --as-of 2023-03-09 --format json --bundle ${path}`);
  expect(ran).toMatchObject({ code: 2, out: '', err: `${path}：写不了这个文件：路径中有一段不是文件夹\n` });
});

test('a torn last entry is mended with a word; one that does not follow is not written after', async () => {
  const check = 'check fixtures/call-center-service/contract.yaml --as-of 2023-03-09 --fail-on never --lang en --log';
  const path = file('torn.log', Buffer.concat([...lines, lines[1]!.subarray(0, 33)]));
  expect((await heyue(`${check} ${path}`)).err).toContain('The last entry of torn.log was not written to its end; 33 bytes of it cut');
  const unlinked = file('unlinked.log', Buffer.concat([...lines.slice(0, 3), lines.at(-1)!]));
  expect(await heyue(`${check} ${unlinked}`)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('does not follow') });
});
