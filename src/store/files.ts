/** Files in and out; what cannot be read is a problem with its place, never a crash. */
import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { InputError, type Problem, type Text } from '../input/problem.js';
import { FileError } from './file-error.js';

export interface FileBytes {
  /** The base name: what a report and a message show, so that neither depends on a folder. */
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** @throws InputError where the file cannot be read */
export function readFile(path: string): FileBytes {
  try {
    if (!statSync(path).isFile()) throw new InputError([unreadable(path, { zh: '不是文件', en: 'it is no file' })]);
    return { name: basename(path), path, bytes: readFileSync(path) };
  } catch (error) {
    throw readFailure(path, error);
  }
}

/** What to say where a file could not be read. */
export const readFailure = (path: string, error: unknown): Error =>
  error instanceof InputError || !isOfTheSystem(error) ? (error as Error) : new InputError([unreadable(path, reasonOf(error))]);

const isOfTheSystem = (error: unknown): boolean => typeof error === 'object' && error !== null && 'code' in error && 'syscall' in error;

function unreadable(path: string, why: Text): Problem {
  return {
    code: 'unreadable-file',
    place: { file: path, line: 1, column: 1 },
    message: { zh: `读不到这个文件：${why.zh}`, en: `this file cannot be read: ${why.en}` },
    repair: { zh: '检查文件名和读取权限', en: 'check its name and that you may read it' },
  };
}

const REASONS: Readonly<Record<string, Text>> = {
  ENOENT: { zh: '没有这个文件', en: 'there is none' },
  EACCES: { zh: '没有读取权限', en: 'permission denied' },
  EISDIR: { zh: '是文件夹', en: 'it is a folder' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EDQUOT: { zh: '磁盘配额已用完', en: 'the disk quota is used up' },
  EFBIG: { zh: '文件大小超过了系统允许的上限', en: 'it would be larger than the system allows' },
  EIO: { zh: '磁盘出错', en: 'the disk failed' },
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
  ENOTDIR: { zh: '路径中有一段不是文件夹', en: 'a part of its path is no folder' },
  ENAMETOOLONG: { zh: '文件名过长', en: 'its name is too long' },
};

/** Where they are others than in reading. */
const IN_WRITING: Readonly<Record<string, Text>> = {
  ENOENT: { zh: '没有它要放进的文件夹', en: 'there is no folder to put it into' },
  EACCES: { zh: '没有写入权限', en: 'permission denied' },
  EEXIST: { zh: '路径中有一段不是文件夹', en: 'a part of its path is no folder' },
};

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';

function reasonOf(error: unknown): Text {
  const code = codeOf(error);
  return REASONS[code] ?? { zh: code, en: code };
}

/** Names in a folder, in code point order; none where there is no folder. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** What is confidential is its owner's alone. */
export const ONLY_OWNER = 0o600;

/**
 * Writes beside the target, safely on the disk, and renames, so that no half file ever has the final name; beside it each process has its own.
 * @param mode who may read it where there is no such file yet; whatever the system gives, if not said
 * @throws FileError where it cannot be written
 */
export function writeFile(path: string, content: string | Uint8Array, mode?: number): void {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    makeFolder(dirname(path));
    writeKept(beside, content, mode === undefined || !existsSync(path) ? mode : statSync(path).mode & 0o777);
    renameSync(beside, path);
    keepFolder(dirname(path));
  } catch (error) {
    try {
      unlinkSync(beside);
    } catch {
      // Nothing was written.
    }
    throw unwritable(path, error);
  }
}

function writeKept(path: string, content: string | Uint8Array, mode: number | undefined): void {
  const file = openSync(path, 'w', mode);
  try {
    if (mode !== undefined) fchmodSync(file, mode);
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

export const makeFolder = (path: string): void => {
  mkdirSync(path, { recursive: true });
};

/** That a file is in a folder is written in the folder, which the disk keeps apart from the file. */
export function keepFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // Windows opens no folder, and some file systems over a network keep them by themselves.
  }
}

/** What to say where a file could not be written. */
export const unwritable = (path: string, error: unknown): Error => {
  if (!isOfTheSystem(error)) return error as Error;
  const why = IN_WRITING[codeOf(error)] ?? reasonOf(error);
  return new FileError(path, { zh: `写不了这个文件：${why.zh}`, en: `this file cannot be written: ${why.en}` });
};

/** @throws InputError where it cannot be taken away */
export function deleteFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    throw new InputError([unreadable(path, reasonOf(error))]);
  }
}
