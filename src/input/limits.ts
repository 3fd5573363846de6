import type { Text } from './problem.js';

/** How much a file may hold; checked before anything is built from it. */
export interface Limits {
  readonly bytes: number;
  /** Collections inside one another. */
  readonly levels: number;
  readonly keys: number;
  readonly nodes: number;
  /** UTF-8 bytes of one scalar. */
  readonly scalar: number;
}

const KiB = 1024;
const MiB = 1024 * KiB;

/** For files that people write: contracts, rulebooks, waivers. */
export const WRITTEN: Limits = { bytes: MiB, levels: 64, keys: 2000, nodes: 20_000, scalar: 16 * KiB };

/** For files that machines write; their number of rows is not bounded by what a person could read. */
export const LOGGED: Limits = { bytes: 256 * MiB, levels: 32, keys: 2000, nodes: Infinity, scalar: 16 * KiB };

/** Aliases in one YAML file. */
export const ALIASES = 50;

/** One record of a CSV or NDJSON file, in UTF-8 bytes. */
export const RECORD = 64 * KiB;

/** More problems than this in one file are counted, not shown. */
export const PROBLEMS = 100;

/** What is wrong with a file of more bytes than the limits allow; undefined if nothing. */
export function fileTooLarge(bytes: Uint8Array, limits: Limits): { message: Text; repair: Text } | undefined {
  if (bytes.length <= limits.bytes) return undefined;
  const most = limits.bytes / MiB;
  return {
    message: { zh: `文件有 ${bytes.length} 字节，太大`, en: `the file has ${bytes.length} bytes, which is too much` },
    repair: { zh: `不超过 ${most} MiB；可拆成几个文件`, en: `at most ${most} MiB; split the file` },
  };
}

const encoder = new TextEncoder();

/** Whether a text is longer than so many UTF-8 bytes; encodes only when its length leaves a doubt. */
export function longerThan(text: string, bytes: number): boolean {
  return text.length > bytes || (text.length * 3 > bytes && encoder.encode(text).length > bytes);
}
