/** What is packed into a PDF, unpacked within a budget: a page of a few bytes can hold gigabytes. */
import { createRequire } from 'node:module';
import type * as Zlib from 'node:zlib';

const load = createRequire(import.meta.url);

const MiB = 1024 * 1024;
/** One page's drawing, or one font. */
const ONE = 48 * MiB;
/** All of them; each is forgotten before the next. */
const ALL = 256 * MiB;
const STREAMS = 100_000;
/** Its checksum at the end some programs write wrongly, and nobody asks for it. */
const ZLIB_HEAD = 2;

/** Whether its streams, pictures left aside, are whole and within what an agreement can need. */
export function streamsOf(bytes: Uint8Array): 'whole' | 'damaged' | 'too-large' {
  const { inflateRawSync, constants } = load('node:zlib') as typeof Zlib;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // What is encrypted cannot be looked into.
  const isEncrypted = buffer.includes('/Encrypt', 0, 'latin1');
  let left = ALL;
  let at = 0;
  for (let count = 0; ; count++) {
    const start = buffer.indexOf('stream', at, 'latin1');
    if (start === -1) return 'whole';
    if (count > STREAMS) return 'too-large';
    if (buffer.toString('latin1', Math.max(0, start - 3), start) === 'end') {
      at = start + 6;
      continue;
    }
    const head = buffer.toString('latin1', Math.max(0, start - 600), start);
    const dictionary = head.slice(head.lastIndexOf(' obj') + 1);
    const from = start + 6 + (buffer[start + 6] === 13 ? 2 : 1);
    const end = buffer.indexOf('endstream', from, 'latin1');
    const to = end === -1 ? buffer.length : end;
    at = to;
    if (/\/Subtype\s*\/Image/.test(dictionary)) continue;
    // Packed in another way a text is small; what is not is no text.
    if (/LZWDecode|RunLengthDecode/.test(dictionary) && to - from > MiB) return 'too-large';
    let data: Uint8Array = buffer.subarray(from, to);
    if (isMap(data) && !isMapWithinBudget(data)) return 'too-large';
    // Filters may stand behind one another.
    for (let filters = dictionary.match(/\/Fl(?:ateDecode)?\b/g)?.length ?? 0; filters > 0; filters--) {
      try {
        data = inflateRawSync(data.subarray(ZLIB_HEAD), { maxOutputLength: Math.min(ONE, left), finishFlush: constants.Z_SYNC_FLUSH });
      } catch (error) {
        if (isTooMuch(error)) return 'too-large';
        // A reader that mends it would see what was not looked at.
        if (!isEncrypted) return 'damaged';
        break;
      }
      left -= data.length;
      if (isMap(data) && !isMapWithinBudget(data)) return 'too-large';
      if (left <= 0) return 'too-large';
    }
  }
}

const isMap = (data: Uint8Array): boolean => Buffer.from(data.buffer, data.byteOffset, data.byteLength).includes('range', 0, 'latin1');

/** Characters of one font. */
const MOST_MAPPED = 1_000_000;
const RANGE = /<([0-9a-f]{1,8})>\s*<([0-9a-f]{1,8})>\s*(?:<[^>]*>|\[|\d)/gi;

/** Whether a font's map of characters is one: a damaged range of a few bytes would be written out as millions of characters. */
function isMapWithinBudget(data: Uint8Array): boolean {
  const text = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1');
  let mapped = 0;
  for (const [block] of text.matchAll(/begin(?:bf|cid)range[^]*?(?:end(?:bf|cid)range|$)/g))
    for (const [, from = '', to = ''] of block.matchAll(RANGE)) mapped += Math.max(0, Number.parseInt(to, 16) - Number.parseInt(from, 16));
  return mapped <= MOST_MAPPED;
}

const isTooMuch = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
