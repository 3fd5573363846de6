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

/** Whether its streams, pictures left aside, stay within what an agreement can need. */
export function isWithinBudget(bytes: Uint8Array): boolean {
  const { inflateSync, constants } = load('node:zlib') as typeof Zlib;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = ALL;
  let at = 0;
  for (let count = 0; ; count++) {
    const start = buffer.indexOf('stream', at, 'latin1');
    if (start === -1) return true;
    if (count > STREAMS) return false;
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
    if (/LZWDecode|RunLengthDecode/.test(dictionary) && to - from > MiB) return false;
    let data: Uint8Array = buffer.subarray(from, to);
    // Filters may stand behind one another.
    for (let filters = dictionary.match(/\/Fl(?:ateDecode)?\b/g)?.length ?? 0; filters > 0; filters--) {
      try {
        data = inflateSync(data, { maxOutputLength: Math.min(ONE, left), finishFlush: constants.Z_SYNC_FLUSH });
      } catch (error) {
        if (isTooMuch(error)) return false;
        // Damaged, or encrypted: it gives nothing.
        break;
      }
      left -= data.length;
      if (left <= 0) return false;
    }
  }
}

const isTooMuch = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
