/** An entry as a line of the log: `{"entry":…,"hash":"sha256:…","length":…}`, in which no byte can change unnoticed. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { LogEntry } from '../../schema-types/log-entry.js';

/** A line as it was read: what it says, and the hash that the next one names. */
export interface Line {
  readonly entry: LogEntry;
  readonly hash: string;
}

/** How every line begins, and what a file that begins otherwise is not. */
export const OPENING = '{"entry":{';

const BEFORE = OPENING.length - 1;
const AFTER = /,"hash":"(sha256:[0-9a-f]{64})","length":([1-9]\d{0,8})\}$/;
/** As long as what stands after an entry can be. */
const LONGEST_AFTER = 110;

const opening = Buffer.from(OPENING);

const hashOf = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** The line with its end, and the hash. */
export function writeLine(entry: LogEntry): { readonly bytes: Buffer; readonly hash: string } {
  const said = Buffer.from(canonicalize(entry) ?? '');
  const hash = hashOf(said);
  const line = [Buffer.from(OPENING.slice(0, BEFORE)), said, Buffer.from(`,"hash":"${hash}","length":${said.length}}\n`)];
  return { bytes: Buffer.concat(line), hash };
}

const endOf = (bytes: Buffer): RegExpExecArray | null => AFTER.exec(bytes.toString('latin1', Math.max(0, bytes.length - LONGEST_AFTER)));

/** Whether it ends as the line of an entry does, whatever it says before. */
export const endsAsLine = (bytes: Buffer): boolean => endOf(bytes) !== null;

/** What a line says; undefined where a byte of it is not as it was written. The end of the line is not given. */
export function readLine(bytes: Buffer): Line | undefined {
  if (!bytes.subarray(0, OPENING.length).equals(opening)) return undefined;
  const end = endOf(bytes);
  if (end === null) return undefined;
  const [{ length }, hash = '', counted] = end;
  const said = bytes.subarray(BEFORE, bytes.length - length);
  if (said.length !== Number(counted) || hashOf(said) !== hash) return undefined;
  try {
    return { entry: JSON.parse(said.toString('utf8')) as LogEntry, hash };
  } catch {
    return undefined;
  }
}
