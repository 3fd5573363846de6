/** The key by which events and persons are given other names: nobody else may read it, and it is too long to be guessed. */
import { readSecretFile, refused } from './secret-file.js';

const SHORTEST = 16;

/** @throws InputError where it cannot be read, others can read it, or it is short */
export function readPseudonymKey(path: string): Uint8Array {
  const { bytes, name } = readSecretFile(path);
  const key = withoutLastLineEnd(bytes);
  if (key.length < SHORTEST)
    throw refused(
      name,
      { zh: `密钥只有${key.length}个字节`, en: `the key has ${key.length} bytes` },
      { zh: `至少${SHORTEST}个字节，如 openssl rand -hex 32 的输出`, en: `${SHORTEST} at least, such as openssl rand -hex 32 gives` },
    );
  return key;
}

/** An editor ends a file with one, which is not meant. */
function withoutLastLineEnd(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d)) end -= 1;
  return bytes.subarray(0, end);
}
