/** Who signed a bundle, and whether what they signed is this bundle. */
import type { KeyObject } from 'node:crypto';
import type { BundleManifest } from '../../schema-types/bundle-manifest.js';
import { fault, type Fault } from '../bundle/fault.js';
import { differencesOf, pathOf } from '../bundle/differences.js';
import { firstDifference } from '../bundle/layout.js';
import { sayValue } from '../bundle/shown.js';
import { isSignedBy, readEnvelope, type Envelope } from './dsse.js';
import { keyIdOf } from './keys.js';
import { PAYLOAD_TYPE, statementBytes, statementOf } from './statement.js';

/** A public key, and the name of the file that it came from. */
export interface Key {
  readonly name: string;
  readonly key: KeyObject;
}

export interface Signatures {
  readonly faults: readonly Fault[];
  /** Those who signed, of the keys given. */
  readonly signers: readonly { readonly key: string; readonly keyid: string }[];
  /** What the others call their keys: nobody gave those, so nothing is known of them. */
  readonly unchecked: readonly string[];
}

/**
 * @param file the envelope's name
 * @param written the envelope; undefined where there is none
 */
export function verifySignatures(
  file: string,
  written: Uint8Array | undefined,
  manifest: BundleManifest,
  keys: readonly Key[],
): Signatures {
  const none = (zh: string, en: string): Signatures => ({ faults: [fault('signature', file, zh, en)], signers: [], unchecked: [] });
  if (written === undefined) return none('没有签名文件', 'there is no file of signatures');
  const envelope = readEnvelope(written);
  if (envelope === undefined)
    return none('不是 DSSE 签名文件，或者写成后被改动过', 'it is no DSSE envelope, or was changed after it was written');
  const binding = boundTo(file, envelope, manifest);
  // A key given twice is one signer.
  const known = new Map(keys.toReversed().map((one) => [keyIdOf(one.key), one]));
  const results = keys.filter((one) => known.get(keyIdOf(one.key)) === one).map((key) => ofKey(file, envelope, key));
  const good = results.flatMap((one) => ('kind' in one ? [] : [one]));
  return {
    faults: [
      ...(binding === undefined ? [] : [binding, ...good.map(({ key }) => ofSomethingElse(file, key))]),
      ...results.flatMap((one) => ('kind' in one ? [one] : [])),
    ],
    signers: binding === undefined ? good : [],
    unchecked: envelope.signatures.map(({ keyid }) => keyid).filter((keyid) => !known.has(keyid)),
  };
}

/** The signature is good, and says nothing of this bundle. */
const ofSomethingElse = (file: string, key: string): Fault =>
  fault(
    'signature',
    file,
    `${key} 的签名本身有效，但签的是另一份内容，不是这个证据包`,
    `the signature of ${key} is good, but over something else than this bundle`,
  );

/** What was signed is the statement of this bundle, to the byte. */
function boundTo(file: string, { payload, payloadType }: Envelope, manifest: BundleManifest): Fault | undefined {
  if (payloadType !== PAYLOAD_TYPE)
    return fault(
      'signature',
      file,
      `签的不是 in-toto 声明，而是 ${sayValue(payloadType).zh}`,
      `what is signed is no in-toto statement but ${sayValue(payloadType).en}`,
    );
  if (firstDifference(payload, statementBytes(manifest)) === undefined) return undefined;
  const first = firstOf(payload, statementOf(manifest));
  return fault('signature', file, `签的不是这个证据包${first.zh}`, `what is signed is not this bundle${first.en}`);
}

function firstOf(payload: Uint8Array, statement: object): { readonly zh: string; readonly en: string } {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(payload));
  } catch {
    return { zh: '', en: '' };
  }
  const all = differencesOf(value, JSON.parse(JSON.stringify(statement)));
  // The report before what it rests on, and the manifest's digest last: it differs with anything.
  const first = all.find(({ steps }) => steps[0] === 'subject') ?? all.find(({ steps }) => steps[1] !== 'manifest') ?? all[0];
  if (first === undefined) return { zh: '', en: '' };
  const [from, to] = [sayValue(first.from), sayValue(first.to)];
  return {
    zh: `：${pathOf(first.steps)} 签的是 ${from.zh}，这里是 ${to.zh}`,
    en: `: ${pathOf(first.steps)} was signed as ${from.en} and is ${to.en}`,
  };
}

function ofKey(file: string, envelope: Envelope, { name, key }: Key): Fault | { readonly key: string; readonly keyid: string } {
  const keyid = keyIdOf(key);
  const named = envelope.signatures.filter((one) => one.keyid === keyid);
  const own = named.filter((one) => isSignedBy(envelope, one, key));
  if (own.length === 1 && named.length === 1) return { key: name, keyid };
  if (named.length > 1) return fault('signature', file, `${name} 的签名不止一个`, `there is more than one signature of ${name}`);
  if (named.length === 1) return fault('signature', file, `${name} 的签名不对`, `the signature of ${name} is wrong`);
  return envelope.signatures.some((one) => isSignedBy(envelope, one, key))
    ? fault('signature', file, `${name} 的签名没有用它的标识 ${keyid}`, `the signature of ${name} does not bear its key id ${keyid}`)
    : fault('signature', file, `没有 ${name} 的签名`, `${name} did not sign`);
}
