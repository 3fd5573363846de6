/** A log as its next writer finds it: where its whole entries end, and what a stop in the middle of a write has left after them. */
import { basename } from 'node:path';
import type { Text } from '../../input/problem.js';
import { FileError } from '../../store/file-error.js';
import { isLog } from './known.js';
import { beginningOf } from './verify.js';
import { OPENING, readLine, type Line } from './line.js';

export interface Opened {
  readonly salt: string | null;
  /** null: it has no whole entry yet. */
  readonly last: Line | null;
  /** Where the whole entries end. */
  readonly end: number;
  /** What is left of one that was not written to its end. */
  readonly torn: Uint8Array;
  /** The last entry is whole, and its line has no end. */
  readonly isOpen: boolean;
}

/** What can be read of a file at any place. */
interface Readable {
  readonly size: number;
  read(start: number, end: number): Uint8Array;
}

const CHUNK = 1 << 16;
const NEWLINE = 0x0a;
const NOTHING = new Uint8Array(0);

/**
 * Looks at the first entry and the last two alone: what lies between is for `audit verify`.
 * @throws InputError where the file is no log, or its last entry is not as it was written
 */
export function lookAt(file: Readable, path: string): Opened {
  const { size } = file;
  const end = afterLast(file, size);
  const torn = file.read(end, size);
  if (end === 0) {
    if (!couldBegin(torn)) throw noLog(path);
    return { salt: null, last: null, end, torn, isOpen: false };
  }
  const begun = beginningOf(piecesFrom(file));
  if (begun === undefined) throw isLog(piecesFrom(file)) ? damagedAtFirst(path) : noLog(path);
  const start = afterLast(file, end - 1);
  const last = readLine(Buffer.from(file.read(start, end - 1)));
  if (last === undefined) throw damaged(path);
  if (!follows(last, file, start)) throw unlinked(path);
  const whole = readLine(Buffer.from(torn));
  // All of it is there but the end of the line.
  if (whole !== undefined) return { salt: begun.salt, last: whole, end: size, torn: NOTHING, isOpen: true };
  return { salt: begun.salt, last, end, torn, isOpen: false };
}

/** Just after the last end of a line before a place; 0: there is none. */
function afterLast(file: Readable, before: number): number {
  for (let end = before; end > 0; end -= CHUNK) {
    const start = Math.max(0, end - CHUNK);
    const at = Buffer.from(file.read(start, end)).lastIndexOf(NEWLINE);
    if (at >= 0) return start + at + 1;
  }
  return 0;
}

function* piecesFrom(file: Readable): Generator<Uint8Array> {
  for (let start = 0; start < file.size; start += CHUNK) yield file.read(start, start + CHUNK);
}

/** Nothing, or the beginning of a first entry. */
function couldBegin(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(0, OPENING.length)).toString('latin1');
  return OPENING.startsWith(text);
}

/** Whether the last entry was written after the one that stands before it. */
function follows({ entry }: Line, file: Readable, start: number): boolean {
  if (start === 0) return entry.kind === 'begun';
  const before = readLine(Buffer.from(file.read(afterLast(file, start - 1), start - 1)));
  return before?.hash === entry.previous && before.entry.sequence === entry.sequence - 1;
}

const noLog = (path: string): FileError =>
  new FileError(
    basename(path),
    { zh: '这个文件不是核对日志', en: 'this file is no log of checks' },
    { zh: '--log 写一个新文件，或者由 --log 写成的文件', en: 'for --log name a new file, or one that --log has written' },
  );

const repair = (name: string): Text => ({
  zh: `heyue audit verify ${name} 说明是哪一条；找回原件，或者另开一个日志`,
  en: `heyue audit verify ${name} says which; bring back the original, or begin another log`,
});

const damagedAtFirst = (path: string): FileError =>
  new FileError(
    basename(path),
    { zh: '日志的第1条不是当初写下的样子，没有再写', en: 'the first entry of the log is not as it was written; nothing was added' },
    repair(basename(path)),
  );

const damaged = (path: string): FileError =>
  new FileError(
    basename(path),
    { zh: '日志的最后一条不是当初写下的样子', en: 'the last entry of the log is not as it was written' },
    repair(basename(path)),
  );

const unlinked = (path: string): FileError =>
  new FileError(
    basename(path),
    {
      zh: '日志的最后一条与它的前一条不相衔接，没有再写',
      en: 'the last entry of the log does not follow the one before it; nothing was added',
    },
    repair(basename(path)),
  );
