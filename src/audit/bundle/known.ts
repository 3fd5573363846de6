/** Whether a file is a bundle at all, damaged or not: whoever gives another file is not told that somebody tampered with it. */
import type { Text } from '../../input/problem.js';
import { MANIFEST } from './manifest.js';
import { writtenNames } from './names.js';

const SIGNS = ['PK\x03\x04', 'PK\x05\x06'];
/** What every bundle holds besides its manifest, which may be what was taken out. */
const OWN = /^(?:report\.json$|contracts\/|rulebooks\/)/;
/** What the first part of a bundle says, in an archive whose directory is gone. */
const SAID = [MANIFEST, 'heyue/bundle@'];

/** Why these bytes are no bundle; undefined where they are one, or what is left of one. */
export function whyNoBundle(bytes: Uint8Array): Text | undefined {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (all.length === 0) return { zh: '是空文件', en: 'it is empty' };
  const names = writtenNames(bytes);
  if (SAID.some((text) => all.includes(text)) || names?.some((name) => OWN.test(name)) === true) return undefined;
  return SIGNS.some((sign) => all.includes(sign))
    ? { zh: '是压缩包，但不是证据包', en: 'it is an archive, but no bundle' }
    : { zh: '不是压缩包', en: 'it is no archive' };
}
