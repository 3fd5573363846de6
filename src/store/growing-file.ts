/** A file that only grows at its end, safely on the disk before anything is said of it. */
import { closeSync, fchmodSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { keepFolder, makeFolder, ONLY_OWNER, readFailure, unwritable } from './files.js';

/** What is asked of the disk; a test has one that is full, or that stops in the middle. */
export interface Disk {
  /** As many of the bytes as could be written. */
  write(file: number, bytes: Uint8Array, at: number): number;
  keep(file: number): void;
  cut(file: number, length: number): void;
}

const DISK: Disk = {
  write: (file, bytes, at) => writeSync(file, bytes, 0, bytes.length, at),
  keep: fsyncSync,
  cut: ftruncateSync,
};

const CHUNK = 1 << 20;

/** Open for one writer, who holds its lock. */
export class GrowingFile {
  readonly #path: string;
  readonly #file: number;
  readonly #disk: Disk;

  /** @throws InputError where it can neither be opened nor made */
  constructor(path: string, disk: Disk = DISK) {
    this.#path = path;
    this.#disk = disk;
    try {
      this.#file = openOrMake(path);
    } catch (error) {
      throw unwritable(path, error);
    }
  }

  get size(): number {
    return fstatSync(this.#file).size;
  }

  /** The bytes from `start` to before `end`, or to the end of the file. */
  read(start: number, end: number): Uint8Array {
    const bytes = new Uint8Array(Math.max(0, Math.min(end, this.size) - start));
    let got = 0;
    while (got < bytes.length) {
      const count = readSync(this.#file, bytes, got, bytes.length - got, start + got);
      if (count === 0) break;
      got += count;
    }
    return bytes.subarray(0, got);
  }

  /**
   * Puts bytes where the whole entries end, over whatever is left there of one that was torn, and returns when the disk has them. They are
   * written before the rest is cut, so that at no moment is it gone with nothing to say so.
   * @throws InputError where the disk does not take them; then the file ends as it did, unless even that fails
   */
  putAt(end: number, bytes: Uint8Array): void {
    const before = this.size;
    try {
      let put = 0;
      while (put < bytes.length) put += this.#disk.write(this.#file, bytes.subarray(put), end + put);
      if (before > end + bytes.length) this.#disk.cut(this.#file, end + bytes.length);
      this.#disk.keep(this.#file);
    } catch (error) {
      this.#takeBack(end, before);
      throw unwritable(this.#path, error);
    }
  }

  /** What was torn before is torn still, and told of by the next who writes. */
  #takeBack(end: number, before: number): void {
    try {
      if (before === end) this.#disk.cut(this.#file, end);
    } catch {
      // A torn entry remains; the next writer mends it.
    }
  }

  close(): void {
    closeSync(this.#file);
  }
}

function openOrMake(path: string): number {
  try {
    const file = openSync(path, 'r+');
    // An empty one is begun as a new one is.
    if (fstatSync(file).size === 0) fchmodSync(file, ONLY_OWNER);
    return file;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    makeFolder(dirname(path));
    const file = openSync(path, 'wx+', ONLY_OWNER);
    keepFolder(dirname(path));
    return file;
  }
}

/**
 * A file from its beginning, a piece at a time, whatever its size.
 * @throws InputError where it cannot be read
 */
export function* piecesOf(path: string): Generator<Uint8Array> {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    for (;;) {
      const piece = new Uint8Array(CHUNK);
      const count = readSync(file, piece);
      if (count === 0) return;
      yield piece.subarray(0, count);
    }
  } catch (error) {
    throw readFailure(path, error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
