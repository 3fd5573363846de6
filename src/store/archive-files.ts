/** Whether a file is an archive, without reading all of it: it may be a log of any size. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { readFile } from './files.js';

const FIRST = [0x50, 0x4b, 0x03, 0x04];
const LAST = [0x50, 0x4b, 0x05, 0x06];
/** How a log begins, whatever it is called. */
const BRACE = [0x7b];
const END_BYTES = 22;

/**
 * By how it begins or how it ends, so that one whose first or last bytes were changed is known still; or by its name, where all of that is gone.
 * @throws InputError where the file cannot be read
 */
export function isArchive(path: string): boolean {
  const ends = endsOf(path);
  // Whoever may not read it is told so, and why.
  if (ends === undefined) return readFile(path).bytes.length < 0;
  return starts(ends.first, FIRST) || starts(ends.last, LAST) || (path.toLowerCase().endsWith('.zip') && !starts(ends.first, BRACE));
}

const starts = (bytes: Uint8Array, sign: readonly number[]): boolean => sign.every((byte, at) => bytes[at] === byte);

function endsOf(path: string): { readonly first: Uint8Array; readonly last: Uint8Array } | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return undefined;
  }
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return undefined;
    const [first, last] = [new Uint8Array(FIRST.length), new Uint8Array(END_BYTES)];
    readSync(file, first, 0, first.length, 0);
    readSync(file, last, 0, last.length, Math.max(0, stat.size - END_BYTES));
    return { first, last };
  } finally {
    closeSync(file);
  }
}
