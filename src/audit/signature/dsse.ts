/** A DSSE v1 envelope: a payload with the signatures of any number of signers. */
import { sign as signWith, verify as verifyWith, type KeyObject } from 'node:crypto';
import { keyIdOf } from './keys.js';

export interface Signature {
  readonly keyid: string;
  readonly sig: string;
}

export interface Envelope {
  readonly payload: Uint8Array;
  readonly payloadType: string;
  readonly signatures: readonly Signature[];
}

/** What is really signed: type and payload, each with its length, so that no two pairs give the same bytes. */
export function preAuthEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const type = Buffer.from(payloadType, 'utf8');
  return Buffer.concat([Buffer.from(`DSSEv1 ${type.length} `), type, Buffer.from(` ${payload.length} `), payload]);
}

/** The envelope with one signature more; one signer signs once. */
export function signed(envelope: Envelope, key: KeyObject): Envelope {
  const keyid = keyIdOf(key);
  const sig = signWith(null, preAuthEncoding(envelope.payloadType, envelope.payload), key).toString('base64');
  return { ...envelope, signatures: [...envelope.signatures.filter((one) => one.keyid !== keyid), { keyid, sig }] };
}

/** Whether a signature is of this key over this payload. What the envelope calls its key decides nothing. */
export const isSignedBy = ({ payload, payloadType }: Envelope, { sig }: Signature, key: KeyObject): boolean =>
  verifyWith(null, preAuthEncoding(payloadType, payload), key, Buffer.from(sig, 'base64'));

export const envelopeText = ({ payload, payloadType, signatures }: Envelope): string =>
  `${JSON.stringify({ payload: Buffer.from(payload).toString('base64'), payloadType, signatures }, null, 2)}\n`;

/** Bytes of an Ed25519 signature. */
const SIGNATURE_BYTES = 64;

/**
 * An envelope as written; undefined where it is none, or is written in a second way: with a key given twice, an escape, or base64
 * that another text would say as well.
 */
export function readEnvelope(bytes: Uint8Array): Envelope | undefined {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  // None of its texts has a blank: what is left without them is the one way to write it.
  if (text.replace(/[ \t\r\n]/g, '') !== JSON.stringify(value)) return undefined;
  if (!hasKeys(value, ['payload', 'payloadType', 'signatures'])) return undefined;
  const { payload, payloadType, signatures } = value;
  const body = fromBase64(payload);
  if (body === undefined || typeof payloadType !== 'string' || !Array.isArray(signatures)) return undefined;
  const all = signatures.map(readSignature);
  return all.includes(undefined) ? undefined : { payload: body, payloadType, signatures: all as readonly Signature[] };
}

function readSignature(value: unknown): Signature | undefined {
  if (!hasKeys(value, ['keyid', 'sig'])) return undefined;
  const { keyid, sig } = value;
  return typeof keyid === 'string' && typeof sig === 'string' && fromBase64(sig)?.length === SIGNATURE_BYTES ? { keyid, sig } : undefined;
}

function hasKeys<K extends string>(value: unknown, keys: readonly K[]): value is Readonly<Record<K, unknown>> {
  return typeof value === 'object' && value !== null && Object.keys(value).sort().join() === keys.join();
}

/** Only as we write it: the standard alphabet, padded, no bit left over. */
function fromBase64(text: unknown): Uint8Array | undefined {
  if (typeof text !== 'string') return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
