/** Signatures: who signed is known, and nothing but what was signed passes. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { envelopeText, preAuthEncoding, readEnvelope, signed, type Envelope } from '../../../src/audit/signature/dsse.js';
import { keyIdOf, privateKey, publicKey } from '../../../src/audit/signature/keys.js';
import { PAYLOAD_TYPE, statementBytes, statementOf } from '../../../src/audit/signature/statement.js';
import { verifySignatures, type Signatures } from '../../../src/audit/signature/verify.js';
import { problemsOf } from '../../support/texts.js';
import { sealed, withDigests, withText, partsOf } from '../bundle/small.js';
import type { BundleManifest } from '../../../src/schema-types/bundle-manifest.js';

const { bytes, manifest } = await sealed();
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const pair = generateKeyPairSync('ed25519');
const second = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');
const [a, b] = [
  { name: 'a.pem', key: pair.publicKey },
  { name: 'b.pem', key: second.publicKey },
];

const bare: Envelope = { payload: statementBytes(manifest), payloadType: PAYLOAD_TYPE, signatures: [] };
const twice = signed(signed(bare, pair.privateKey), second.privateKey);
const written = envelopeText(twice);

const verify = (text: string, keys = [a, b], of: BundleManifest = manifest): Signatures =>
  verifySignatures('s.json', encode(text), of, keys);
const says = ({ faults }: Signatures): readonly string[] => faults.map((one) => one.says.en);

test('the bytes that are signed are those of the protocol', () => {
  // The example of the DSSE v1 protocol, and its rule: lengths are of bytes.
  expect(Buffer.from(preAuthEncoding('http://example.com/HelloWorld', encode('hello world'))).toString()).toBe(
    'DSSEv1 29 http://example.com/HelloWorld 11 hello world',
  );
  expect(Buffer.from(preAuthEncoding('', encode('合'))).toString()).toBe('DSSEv1 0  3 合');
});

test('the statement names the report, and all that it follows from', () => {
  expect(statementOf(manifest)).toMatchObject({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'report.json', digest: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } }],
    predicate: {
      program: { name: 'heyue' },
      asOf: '2024-01-31',
      rulebooks: [{ id: 'deposit' }],
      calendar: { digest: expect.stringMatching(/^sha256:/) },
      inputs: expect.arrayContaining([expect.objectContaining({ name: 'contracts/contract.yaml' })]),
    },
  });
});

describe('verifying', () => {
  test('says who signed', () => {
    expect(verify(written)).toEqual({
      faults: [],
      signers: [
        { key: 'a.pem', keyid: keyIdOf(pair.publicKey) },
        { key: 'b.pem', keyid: keyIdOf(second.publicKey) },
      ],
      unchecked: [],
    });
  });

  test('a key given twice is one signer', () => {
    expect(verify(written, [a, { ...a, name: 'same.pem' }, b]).signers.map(({ key }) => key)).toEqual(['a.pem', 'b.pem']);
  });

  test('says which signatures it knows nothing of', () => {
    expect(verify(written, [b])).toMatchObject({ faults: [], signers: [{ key: 'b.pem' }], unchecked: [keyIdOf(pair.publicKey)] });
  });

  test('a key id is the digest of the public key', () => {
    expect(keyIdOf(pair.privateKey)).toBe(keyIdOf(pair.publicKey));
  });

  test('refuses a key that did not sign, and no signatures at all', () => {
    expect(says(verify(written, [{ name: 'c.pem', key: other.publicKey }]))).toEqual(['c.pem did not sign']);
    expect(says(verifySignatures('s.json', undefined, manifest, [a]))).toEqual(['there is no file of signatures']);
  });

  test('refuses signatures of another bundle, and says what differs', async () => {
    const changed = withDigests(withText(bytes, 'report.json', '"status": "fulfilled"', '"status": "breached"'));
    const forged = JSON.parse(new TextDecoder().decode(partsOf(changed).get('manifest.json'))) as BundleManifest;
    expect(says(verify(written, [a], forged))).toEqual([
      expect.stringMatching(
        /^what is signed is not this bundle: subject\[0\]\.digest\.sha256 was signed as "[0-9a-f]{64}" and is "[0-9a-f]{64}"$/,
      ),
      'the signature of a.pem is good, but over something else than this bundle',
    ]);
    const { manifest: another } = await sealed();
    expect(says(verify(written, [a, b], another))).toEqual([]);
  });

  test('refuses another type of payload', () => {
    const odd = signed({ ...bare, payloadType: 'text/plain' }, pair.privateKey);
    expect(says(verify(envelopeText(odd), [a]))).toEqual([
      expect.stringContaining('no in-toto statement'),
      expect.stringContaining('is good, but over something else'),
    ]);
  });

  test('refuses one key’s signature under the name of another', () => {
    const [one, two] = twice.signatures;
    const crossed = {
      ...twice,
      signatures: [
        { ...one!, sig: two!.sig },
        { ...two!, sig: one!.sig },
      ],
    };
    expect(says(verify(envelopeText(crossed)))).toEqual(['the signature of a.pem is wrong', 'the signature of b.pem is wrong']);
    const renamed = { ...twice, signatures: [{ ...one!, keyid: 'sha256:00' }] };
    expect(says(verify(envelopeText(renamed), [a]))[0]).toContain('does not bear its key id');
    const doubled = { ...twice, signatures: [one!, one!] };
    expect(says(verify(envelopeText(doubled), [a]))).toEqual(['there is more than one signature of a.pem']);
  });

  test('refuses a signature over the payload alone', () => {
    const sig = sign(null, bare.payload, pair.privateKey).toString('base64');
    const naked = { ...bare, signatures: [{ keyid: keyIdOf(pair.publicKey), sig }] };
    expect(says(verify(envelopeText(naked), [a]))).toEqual(['the signature of a.pem is wrong']);
  });

  test('refuses the second half of a signature raised by the order of the curve', () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const sig = Buffer.from(twice.signatures[0]!.sig, 'base64');
    let scalar = order + [...sig.subarray(32)].reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
    for (let at = 32; at < 64; at += 1, scalar /= 256n) sig[at] = Number(scalar % 256n);
    const raised = { ...twice, signatures: [{ ...twice.signatures[0]!, sig: sig.toString('base64') }] };
    expect(says(verify(envelopeText(raised), [a]))).toEqual(['the signature of a.pem is wrong']);
  });

  test('every byte of the envelope counts', () => {
    const all = encode(written);
    const missed = [...all.keys()].filter((at) => {
      const turned = all.slice();
      turned[at] = all[at]! ^ 0x01;
      // A blank may be another blank: nothing that is said changes.
      if (/\s/.test(String.fromCharCode(all[at]!)) && /\s/.test(String.fromCharCode(turned[at]))) return false;
      return verifySignatures('s.json', turned, manifest, [a, b]).faults.length === 0;
    });
    expect(missed).toEqual([]);
    const cuts = [...all.keys()].filter(
      (length) => verifySignatures('s.json', all.subarray(0, length), manifest, [a, b]).faults.length === 0,
    );
    // But for the last line end, which says nothing.
    expect(cuts).toEqual([all.length - 1]);
  });
});

describe('an envelope written in a second way is none', () => {
  const sig = twice.signatures[0]!.sig;
  test.each([
    ['a key twice', written.replace('"payloadType"', '"payload": "","payloadType"')],
    ['an escape', written.replace('"sig"', '"s\\u0069g"')],
    ['a key more', written.replace('"payloadType"', '"more": 1,"payloadType"')],
    ['base64 without its padding', written.replace(sig, sig.replace(/=+$/, ''))],
    ['base64 for addresses', written.replace(sig, sig.replaceAll('+', '-').replaceAll('/', '_').replace(/^./, '-'))],
    [
      'bits left over',
      written.replace(
        sig,
        sig.replace(/.==$/, (end) => `${String.fromCharCode(end.charCodeAt(0) + 1)}==`),
      ),
    ],
    ['a short signature', written.replace(sig, 'AAAA')],
    ['a BOM', `\ufeff${written}`],
    ['no JSON', written.slice(1)],
    ['a list', '[]'],
    ['no object', 'null'],
    ['signatures that are none', written.replace(/"signatures": \[[^\]]*\]/, '"signatures": [1]')],
  ])('%s', (_, text) => {
    expect(readEnvelope(encode(text))).toBeUndefined();
  });

  test('with other blanks it is the same', () => {
    expect(readEnvelope(encode(JSON.stringify(JSON.parse(written))))).toEqual(readEnvelope(encode(written)));
  });
});

test('who signs again has one signature', () => {
  expect(signed(twice, pair.privateKey).signatures).toHaveLength(2);
});

describe('keys', () => {
  const pem = (text: string | Buffer): { readonly name: string; readonly bytes: Uint8Array } => ({
    name: 'key.pem',
    bytes: encode(String(text)),
  });
  const pkcs8 = { format: 'pem', type: 'pkcs8' } as const;
  const spki = { format: 'pem', type: 'spki' } as const;
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const why = (read: () => unknown): string | undefined => problemsOf(read)[0]?.message.en;

  test('Ed25519 in its usual files is taken', () => {
    expect(keyIdOf(privateKey(pem(pair.privateKey.export(pkcs8))))).toBe(keyIdOf(publicKey(pem(pair.publicKey.export(spki)))));
  });

  test('any other is refused, and why', () => {
    expect(why(() => privateKey(pem(rsa.privateKey.export(pkcs8))))).toBe('it is a key of rsa');
    expect(why(() => publicKey(pem(rsa.publicKey.export(spki))))).toBe('it is a key of rsa');
    expect(why(() => publicKey(pem(pair.privateKey.export(pkcs8))))).toContain('this is a private key');
    expect(why(() => privateKey(pem(pair.publicKey.export(spki))))).toBe('it is no key that can be used');
    expect(why(() => privateKey(pem(pair.privateKey.export({ ...pkcs8, cipher: 'aes-256-cbc', passphrase: 'x' }))))).toContain(
      'has a password',
    );
    expect(why(() => privateKey(pem('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n')))).toBe(
      'it is no key that can be used',
    );
  });
});
