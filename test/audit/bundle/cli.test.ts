/** Bundles on the command line: each kind of contract and of file, sealed, verified from the bundle alone, and signed. */
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { FORMATS } from '../../../src/input/formats.js';
import { heyue, type Ran } from '../../docs/heyue.js';
import { ROOT, textOf } from '../../house/tree.js';
import { partsOf, withParts, withText } from './small.js';

// A check takes its time where the machine has other work.
jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'heyue-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const at = (name: string): string => join(folder, name);
function write(name: string, content: string | Uint8Array): string {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
  return at(name);
}

const FIXTURES = 'fixtures/';
const LIFE = `${FIXTURES}call-center-service/contract.yaml --events ${FIXTURES}call-center-service/events.ndjson --as-of 2023-10-12`;

const verify = (rest: string): Promise<Ran> => heyue(`audit verify ${rest}`);
const check = (rest: string): Promise<Ran> => heyue(`check ${rest} --fail-on never --format json`);

describe('each kind of contract', () => {
  test.each([
    ['call-center-service', 'events.ndjson', '2023-10-12'],
    ['office-lease', 'events.csv', '2024-02-15'],
    ['sale-of-goods', 'events.ndjson', '2024-06-30'],
    ['software-service', 'events.xlsx', '2024-06-30'],
  ])(
    '%s stands',
    async (id, events, asOf) => {
      await check(`${FIXTURES}${id}/contract.yaml --events ${FIXTURES}${id}/${events} --as-of ${asOf} --bundle ${at('one.zip')}`);
      const { code, out } = await verify(at('one.zip'));
      expect(out).toContain('成立');
      expect(code).toBe(0);
    },
    120_000,
  );
});

test('a bundle has the same bytes on every run, and the report that --reveal writes', async () => {
  const masked = await check(`${LIFE} --bundle ${at('one.zip')}`);
  const { out } = await check(`${LIFE} --bundle ${at('two.zip')} --reveal`);
  expect(readFileSync(at('one.zip')).equals(readFileSync(at('two.zip')))).toBe(true);
  expect(new TextDecoder().decode(partsOf(readFileSync(at('one.zip'))).get('report.json'))).toBe(out);
  expect(masked.out).not.toBe(out);
});

describe('a bundle of everything', () => {
  const own = (): string => at('own');
  beforeAll(async () => {
    cpSync(join(ROOT, 'rules/call-center-service'), join(own(), 'call-center-service'), { recursive: true });
    const clause = join(own(), 'call-center-service/rulebook.yaml');
    writeFileSync(clause, readFileSync(clause, 'utf8').replace(/^version: .*$/m, 'version: 9.9.9'));
    // The text is ASCII but for one field, whose two characters are these bytes in GB18030.
    const [head, tail] = ['id,contract,type,at,number\nx1,HJ-2,service.activated,2023-03-14,', '\n'].map((one) => Buffer.from(one));
    write('a/events.csv', Buffer.concat([head!, Buffer.from([0xb9, 0xcc, 0xbb, 0xb0]), tail!]));
    write('b/events.csv', 'id,contract,type,at,amount\ny1,HJ-1,payment.received,2023-03-09,2000.00\ny2,HJ-1,none,2023-03-09,1\n');
    for (const id of ['HJ-1', 'HJ-2'])
      write(`${id}/contract.yaml`, textOf(`${FIXTURES}call-center-service/contract.yaml`).replace(/^id: .*$/m, `id: ${id}`));
    write('waivers.yaml', '- { rule: payment, contract: HJ-2, owner: 法务部, reason: 双方已书面同意延期, until: 2023-12-31 }\n');
    write('2027.yaml', 'year: 2027\nsource: 国办发明电〔2026〕7号\npublishedAt: 2026-11-04\noff: [2027-01-01]\nmakeup: []\n');
    await check(
      `${at('HJ-1/contract.yaml')} ${at('HJ-2/contract.yaml')} --events ${at('a/events.csv')} ${at('b/events.csv')} --waivers ${at('waivers.yaml')} ` +
        `--rulebooks ${own()} --calendar ${at('2027.yaml')} --as-of 2023-03-20 --readings misdial-week=every-day --sensitivity --bundle ${at('all.zip')}`,
    );
    // What it was made from is gone.
    for (const name of ['own', 'a', 'b', 'HJ-1', 'HJ-2', 'waivers.yaml', '2027.yaml']) rmSync(at(name), { recursive: true });
  });

  const manifest = (): { readonly files: readonly { readonly path: string }[]; readonly rulebooks: unknown } =>
    JSON.parse(new TextDecoder().decode(partsOf(readFileSync(at('all.zip'))).get('manifest.json'))) as ReturnType<typeof manifest>;

  test('stands by itself', async () => {
    expect(await verify(at('all.zip'))).toMatchObject({ code: 0, err: '' });
  });

  test('names no folder of this machine', () => {
    const paths = manifest().files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'contracts/contract.yaml',
        'contracts/2/contract.yaml',
        'events/events.csv',
        'events/2/events.csv',
        'waivers/waivers.yaml',
        'rulebooks/call-center-service/rulebook.yaml',
        'calendar/given/2027.yaml',
        'report.json',
      ]),
    );
    expect(readFileSync(at('all.zip')).includes(folder)).toBe(false);
    expect(manifest().rulebooks).toEqual([expect.objectContaining({ id: 'call-center-service', version: '9.9.9' })]);
  });

  test('its manifest fits the schema', () => {
    const ajv = new Ajv({ strict: true, strictRequired: false });
    ajv.addKeyword({ keyword: 'says' });
    for (const [format, accepts] of Object.entries(FORMATS)) ajv.addFormat(format, accepts);
    const validate = ajv.compile(JSON.parse(textOf('schemas/bundle-manifest.schema.json')) as object);
    expect(validate(manifest()) ? [] : validate.errors).toEqual([]);
  });

  test('of several reports, the one that was changed is named', async () => {
    write('changed.zip', withText(readFileSync(at('all.zip')), 'report.json', '"version": "9.9.9"', '"version": "9.9.8"'));
    const { code, out } = await verify(`${at('changed.zip')} --lang en`);
    expect(code).toBe(1);
    expect(out).toContain('[0].rulebook.version: "9.9.8" → "9.9.9"');
  });
});

describe('heyue audit verify', () => {
  beforeAll(async () => {
    await check(`${LIFE} --bundle ${at('life.zip')}`);
  });

  test('says that the data are not masked, and the digest to keep', async () => {
    const { err } = await heyue(`check ${LIFE} --fail-on never --bundle ${at('life.zip')} --lang en`);
    expect(err).toMatch(/Bundle life\.zip: sha256:[0-9a-f]{64}\nThe data in this bundle are not masked/);
  });

  test('by the digest that was kept', async () => {
    const { digest } = JSON.parse((await verify(`${at('life.zip')} --format json`)).out) as { readonly digest: string };
    expect(await verify(`${at('life.zip')} --head ${digest}`)).toMatchObject({ code: 0 });
    const wrong = await verify(`${at('life.zip')} --head sha256:${'0'.repeat(64)} --lang en`);
    expect(wrong).toMatchObject({ code: 1, out: expect.stringContaining('not the bundle whose digest was kept') });
  });

  test('names file, finding and value', async () => {
    write('bad.zip', withText(readFileSync(at('life.zip')), 'report.json', '"status": "breached"', '"status": "fulfilled"'));
    const { code, out } = await verify(`${at('bad.zip')} --lang en`);
    expect(code).toBe(1);
    expect(out).toMatch(
      /bad\.zip: it does not stand\n[^]*report\.json: its content has another digest[^]*\n {4}\(as the bundle says → as it is when made again\)\n {4}\S+ [^:\n]+: status "fulfilled" → "breached" \(findings\[\d+\]\.status\)/,
    );
  });

  test('shows a text in the reader’s language alone, and under the file that it is in', async () => {
    const changed = withParts(readFileSync(at('life.zip')), (parts) => {
      const report = JSON.parse(new TextDecoder().decode(parts.get('report.json'))) as { readonly findings: { title: object }[] };
      report.findings[0]!.title = { zh: '又一', en: 'another' };
      parts.set('report.json', new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`));
    });
    write('text.zip', changed);
    const { out } = await verify(`${at('text.zip')} --head sha256:${'0'.repeat(64)}`);
    expect(out.split('\n').filter((line) => line.includes('.zh'))).toHaveLength(1);
    expect(out).not.toContain('.en');
    // What is wrong with the archive comes after the list of what differs in the report, and does not stand between.
    expect(out).toMatch(/report\.json：与重新推导所得不同\n {4}（证据包所写 → 重新推导所得）\n {4}\S[^\n]*\n {2}不是另行保存的/);
  });

  test('several at once: one that does not stand is enough', async () => {
    const { code, out } = await verify(`${at('life.zip')} ${at('bad.zip')} --format json`);
    expect(code).toBe(1);
    expect((JSON.parse(out) as readonly { readonly stands: boolean }[]).map(({ stands }) => stands)).toEqual([true, false]);
  });

  test('what cannot be read is a wrong call', async () => {
    expect(await verify(at('none.zip'))).toMatchObject({ code: 2, out: '' });
  });

  test('without its ending it is known by what is inside', async () => {
    write('life', readFileSync(at('life.zip')));
    expect(await verify(at('life'))).toMatchObject({ code: 0 });
  });
});

describe('heyue audit sign', () => {
  const keys = (name: string): void => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    write(`${name}.pem`, privateKey.export({ format: 'pem', type: 'pkcs8' }));
    write(`${name}.pub`, publicKey.export({ format: 'pem', type: 'spki' }));
    chmodSync(at(`${name}.pem`), 0o600);
  };
  beforeAll(async () => {
    for (const name of ['first', 'second', 'third']) keys(name);
    await check(`${LIFE} --bundle ${at('signed.zip')}`);
  });

  test('several sign, one after the other; verifying needs the public keys alone', async () => {
    expect(await verify(`${at('signed.zip')} --key ${at('first.pub')} --lang en`)).toMatchObject({
      code: 1,
      out: expect.stringContaining('signed.zip.dsse.json: there is no file of signatures'),
    });
    for (const name of ['first', 'second'])
      expect(await heyue(`audit sign ${at('signed.zip')} --key ${at(`${name}.pem`)}`)).toMatchObject({ code: 0 });
    const both = await verify(`${at('signed.zip')} --key ${at('first.pub')} ${at('second.pub')} --lang en`);
    expect(both.out).toMatch(/signed by first\.pub \(sha256:[0-9a-f]{64}\)\n {2}signed by second\.pub/);
    expect(both.code).toBe(0);
    const third = await verify(`${at('signed.zip')} --key ${at('third.pub')} --lang en`);
    expect(third).toMatchObject({ code: 1, out: expect.stringContaining('third.pub did not sign') });
  });

  test('a key that others can read is refused, and how to mend that is said', async () => {
    chmodSync(at('third.pem'), 0o644);
    const { code, err } = await heyue(`audit sign ${at('signed.zip')} --key ${at('third.pem')} --lang en`);
    expect(code).toBe(2);
    expect(err).toMatch(/others can read the key file\n.*chmod 600 third\.pem/);
  });

  test('what does not stand is not signed', async () => {
    write('forged.zip', withText(readFileSync(at('signed.zip')), 'report.json', '"status": "breached"', '"status": "fulfilled"'));
    const { code, err } = await heyue(`audit sign ${at('forged.zip')} --key ${at('first.pem')} --lang en`);
    expect(code).toBe(1);
    expect(err).toMatch(/does not stand[^]*\nNothing was signed/);
  });

  test('signatures of another bundle are not written over', async () => {
    write('other.zip.dsse.json', readFileSync(at('signed.zip.dsse.json')));
    await check(`${LIFE.replace('2023-10-12', '2023-10-13')} --bundle ${at('other.zip')}`);
    expect(await heyue(`audit sign ${at('other.zip')} --key ${at('first.pem')} --lang en`)).toMatchObject({ code: 2 });
    const { code, out } = await verify(`${at('other.zip')} --lang en`);
    expect(code).toBe(1);
    expect(out).toContain('what is signed is not this bundle: subject[0].digest.sha256');
    const elsewhere = at('elsewhere.json');
    expect(await heyue(`audit sign ${at('other.zip')} --key ${at('first.pem')} --signature ${elsewhere}`)).toMatchObject({ code: 0 });
    expect(await verify(`${at('other.zip')} --signature ${elsewhere} --key ${at('first.pub')}`)).toMatchObject({ code: 0 });
  });

  test('a private key is not taken to verify with', async () => {
    expect(await verify(`${at('signed.zip')} --key ${at('first.pem')} --lang en`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('this is a private key'),
    });
  });
});
