/** A zip archive, read within a budget: what comes out is counted as it comes out, whatever the archive says of itself. */
import { createRequire } from 'node:module';
import type * as Zlib from 'node:zlib';

/** Loaded by the first archive: it takes longer than many a command. */
const load = createRequire(import.meta.url);
const zlib = (): typeof Zlib => load('node:zlib') as typeof Zlib;

/** Why an archive, or a part of it, cannot be read. */
export type ZipFault = 'damaged' | 'encrypted' | 'too-large' | 'too-many-parts';

export class ZipError extends Error {
  readonly fault: ZipFault;

  constructor(fault: ZipFault) {
    super(`zip: ${fault}`);
    this.name = 'ZipError';
    this.fault = fault;
  }
}

export interface ZipLimits {
  readonly parts: number;
  /** Bytes of all parts that are read, inflated. */
  readonly bytes: number;
  /** Inflated bytes for each byte of the archive, once it is more than `freely`. */
  readonly ratio: number;
  readonly freely: number;
}

interface Part {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly header: number;
}

const END_SIGN = 'PK\x05\x06';
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const COMMENT = 0xffff;
/** In place of a number that stands in the extra field (zip64). */
const ELSEWHERE = 0xffffffff;

/** Parts are found by name, without regard to case, slashes either way, as Office finds them. */
export class Zip {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #limits: ZipLimits;
  readonly #parts: ReadonlyMap<string, Part>;
  #left: number;

  /** @throws ZipError */
  constructor(bytes: Uint8Array, limits: ZipLimits) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#limits = limits;
    this.#left = limits.bytes;
    this.#parts = within(() => this.#directory());
  }

  /** Of all parts, as they are written, in the order of the archive's directory. */
  names(): readonly string[] {
    return [...this.#parts.values()].map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.#parts.has(keyOf(name));
  }

  /**
   * A part, inflated; undefined if there is none.
   * @throws ZipError
   */
  read(name: string): Uint8Array | undefined {
    const part = this.#parts.get(keyOf(name));
    return part === undefined ? undefined : within(() => this.#inflate(part));
  }

  #directory(): ReadonlyMap<string, Part> {
    const end = this.#end();
    const count = this.#view.getUint16(end + 10, true);
    if (count > this.#limits.parts) throw new ZipError('too-many-parts');
    const parts = new Map<string, Part>();
    let at = this.#view.getUint32(end + 16, true);
    for (let index = 0; index < count; index++) {
      if (this.#view.getUint32(at, true) !== CENTRAL) throw new ZipError('damaged');
      const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((offset) => this.#view.getUint16(at + offset, true)) as [
        number,
        number,
        number,
      ];
      const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.#slice(at + CENTRAL_BYTES, nameBytes));
      const name = keyOf(written);
      // Two parts of one name: which one is meant, another program may answer otherwise.
      if (parts.has(name)) throw new ZipError('damaged');
      parts.set(name, this.#part(written, at, at + CENTRAL_BYTES + nameBytes, extraBytes));
      at += CENTRAL_BYTES + nameBytes + extraBytes + commentBytes;
    }
    return parts;
  }

  /** Where the archive's last record begins: it has a comment of unknown length behind it. */
  #end(): number {
    const bytes = Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
    const last = bytes.length - END_BYTES;
    const least = Math.max(0, last - COMMENT);
    for (let before = last + 1; before > least;) {
      const at = bytes.lastIndexOf(END_SIGN, before - 1);
      if (at < least) break;
      if (at + END_BYTES + this.#view.getUint16(at + 20, true) <= bytes.length) return at;
      before = at;
    }
    throw new ZipError('damaged');
  }

  #part(name: string, at: number, extra: number, extraBytes: number): Part {
    let long = this.#long(extra, extra + extraBytes);
    const number = (offset: number): number => {
      const written = this.#view.getUint32(at + offset, true);
      if (written !== ELSEWHERE) return written;
      if (long === undefined) throw new ZipError('damaged');
      const value = Number(this.#view.getBigUint64(long, true));
      long += 8;
      return value;
    };
    // In this order they stand in the extra field, too.
    const size = number(24);
    const packed = number(20);
    return {
      name,
      size,
      packed,
      header: number(42),
      flags: this.#view.getUint16(at + 8, true),
      method: this.#view.getUint16(at + 10, true),
      crc: this.#view.getUint32(at + 16, true),
    };
  }

  /** Where the long numbers of an extra field begin. */
  #long(from: number, to: number): number | undefined {
    for (let at = from; at + 4 <= to; at += 4 + this.#view.getUint16(at + 2, true)) {
      if (this.#view.getUint16(at, true) === 1) return at + 4;
    }
    return undefined;
  }

  #inflate(part: Part): Uint8Array {
    if ((part.flags & 1) === 1) throw new ZipError('encrypted');
    if (part.size > this.#left) throw new ZipError('too-large');
    if (this.#view.getUint32(part.header, true) !== LOCAL) throw new ZipError('damaged');
    const names = this.#view.getUint16(part.header + 26, true) + this.#view.getUint16(part.header + 28, true);
    const packed = this.#slice(part.header + LOCAL_BYTES + names, part.packed);
    const bytes = part.method === 8 ? inflateTo(part.size, packed) : packed;
    if ((part.method !== 0 && part.method !== 8) || bytes.length !== part.size || zlib().crc32(bytes) !== part.crc)
      throw new ZipError('damaged');
    this.#left -= bytes.length;
    const used = this.#limits.bytes - this.#left;
    if (used > this.#limits.freely && used > this.#limits.ratio * this.#bytes.length) throw new ZipError('too-large');
    return bytes;
  }

  #slice(from: number, length: number): Uint8Array {
    if (from + length > this.#bytes.length) throw new ZipError('damaged');
    return this.#bytes.subarray(from, from + length);
  }
}

/** No more than the archive says there is: a part that goes on is refused before it fills the memory. */
function inflateTo(size: number, packed: Uint8Array): Uint8Array {
  try {
    return zlib().inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw new ZipError('damaged');
  }
}

/** Reading past the end is a fault of the archive. */
function within<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new ZipError('damaged');
    throw error;
  }
}

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}
