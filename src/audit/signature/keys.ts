/** Keys of signers: Ed25519, as PEM files (PKCS #8 the private ones, SPKI the public). */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { InputError, type Text } from '../../input/problem.js';
import type { InputFile } from '../../rulebook/read-rulebook.js';
import { sha256 } from '../sha256.js';

const PUBLIC = '-----BEGIN PUBLIC KEY-----';
const PRIVATE = '-----BEGIN PRIVATE KEY-----';

const PRIVATE_KEY: Text = {
  zh: 'PKCS #8 的 Ed25519 私钥，如 openssl genpkey -algorithm ed25519 所得',
  en: 'an Ed25519 private key in PKCS #8, such as openssl genpkey -algorithm ed25519 gives',
};

/** @throws InputError where a public key is given to sign with: it is no secret, and who may read it is beside the point */
export function refusePublicKey(file: InputFile): void {
  const text = new TextDecoder().decode(file.bytes);
  if (text.includes(PUBLIC) && !text.includes('PRIVATE KEY'))
    throw refuse(file, { zh: '这是公钥；签名要用私钥', en: 'this is a public key: signing needs the private one' }, PRIVATE_KEY);
}

/** @throws InputError where it is no private Ed25519 key */
export function privateKey(file: InputFile): KeyObject {
  const text = new TextDecoder().decode(file.bytes);
  if (text.includes('ENCRYPTED PRIVATE KEY'))
    throw refuse(
      file,
      { zh: '私钥设了密码', en: 'the private key has a password' },
      { zh: 'openssl pkey -in 旧文件 -out 新文件', en: 'openssl pkey -in old -out new' },
    );
  return ed25519(file, text.includes(PRIVATE) ? () => createPrivateKey(text) : undefined, PRIVATE_KEY);
}

/** @throws InputError where it is no public Ed25519 key; a private one is not taken for it */
export function publicKey(file: InputFile): KeyObject {
  const text = new TextDecoder().decode(file.bytes);
  const right = {
    zh: '公钥，如 openssl pkey -in 私钥文件 -pubout 所得',
    en: 'a public key, such as openssl pkey -in private.pem -pubout gives',
  };
  if (text.includes('PRIVATE KEY'))
    throw refuse(
      file,
      { zh: '这是私钥；核验只用公钥，私钥不要交给别人', en: 'this is a private key: verifying needs the public one alone' },
      right,
    );
  return ed25519(file, text.includes(PUBLIC) ? () => createPublicKey(text) : undefined, right);
}

/** The name of a key: the SHA-256 of its public half as SPKI. */
export const keyIdOf = (key: KeyObject): string =>
  `sha256:${sha256((key.type === 'private' ? createPublicKey(key) : key).export({ format: 'der', type: 'spki' }))}`;

function ed25519(file: InputFile, read: (() => KeyObject) | undefined, right: Text): KeyObject {
  const key = attempt(read);
  if (key === undefined) throw refuse(file, { zh: '不是可用的密钥文件', en: 'it is no key that can be used' }, right);
  if (key.asymmetricKeyType !== 'ed25519')
    throw refuse(file, { zh: `是 ${key.asymmetricKeyType ?? ''} 密钥`, en: `it is a key of ${key.asymmetricKeyType ?? ''}` }, right);
  return key;
}

function attempt(read: (() => KeyObject) | undefined): KeyObject | undefined {
  try {
    return read?.();
  } catch {
    return undefined;
  }
}

const refuse = ({ name }: InputFile, message: Text, repair: Text): InputError =>
  new InputError([{ code: 'not-allowed', place: { file: name, line: 1, column: 1 }, message, repair }]);
