/** One writer at a time: a lock file that names its holder, taken over where the holder is dead. */
import { randomBytes, randomInt } from 'node:crypto';
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { performance } from 'node:perf_hooks';
import { basename, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { InputError } from '../input/problem.js';
import { makeFolder, unwritable } from './files.js';
import { isRunning, startOf } from './process.js';

/** Who holds a lock. The token is of this holding alone: no two have the same. */
interface Holder {
  readonly pid: number;
  /** When the process began, as the system counts; null where it does not say. A number may be given to another process later. */
  readonly start: string | null;
  readonly host: string;
  readonly token: string;
}

export interface Lock {
  release(): void;
}

const WAIT_MS = 120_000;
const [SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS] = [2, 20];

/**
 * Waits its turn for a lock file.
 * @throws InputError where the holder keeps it for longer than `wait` milliseconds, or the file cannot be made
 */
export async function lock(path: string, wait = WAIT_MS): Promise<Lock> {
  const until = performance.now() + wait;
  const mine = { pid: process.pid, start: startOf(process.pid), host: hostname(), token: randomBytes(8).toString('hex') };
  for (;;) {
    if (take(path, mine) || takeOver(path, mine)) return { release: () => release(path, mine) };
    if (performance.now() >= until) throw stillHeld(path, holderOf(path), wait);
    await sleep(randomInt(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS));
  }
}

/** The file appears whole, with its holder in it, or not at all: it is written under another name and then linked. */
function take(path: string, mine: Holder): boolean {
  const written = write(path, mine);
  try {
    linkSync(written, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw unwritable(path, error);
  } finally {
    unlinkSync(written);
  }
}

function write(path: string, mine: Holder): string {
  const own = `${path}.${mine.token}.new`;
  try {
    makeFolder(dirname(path));
    writeFileSync(own, JSON.stringify(mine));
    return own;
  } catch (error) {
    tryToDelete(own);
    throw unwritable(path, error);
  }
}

/**
 * In place of a holder that is dead. Whoever would replace it takes the lock of *that* holding first, so that there is one who may; that lock
 * is like any other and is itself taken over where its holder died. The dead one cannot leave meanwhile, so what is replaced is what was seen.
 */
function takeOver(path: string, mine: Holder): boolean {
  const dead = holderOf(path);
  if (dead === undefined || isAlive(dead)) return false;
  const turn = `${path}.${dead.token}`;
  if (!take(turn, mine) && !takeOver(turn, mine)) return false;
  try {
    if (holderOf(path)?.token !== dead.token) return false;
    renameSync(write(path, mine), path);
    return true;
  } finally {
    release(turn, mine);
  }
}

/** Of another machine nothing can be known; its lock is left alone. */
const isAlive = ({ pid, start, host }: Holder): boolean => host !== hostname() || isRunning(pid, start);

function holderOf(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function release(path: string, { token }: Holder): void {
  if (holderOf(path)?.token === token) tryToDelete(path);
}

function tryToDelete(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It is gone.
  }
}

function stillHeld(path: string, holder: Holder | undefined, wait: number): InputError {
  const [pid, host] = [holder?.pid ?? '?', holder?.host ?? '?'];
  const seconds = Math.round(wait / 1000);
  return new InputError([
    {
      code: 'unreadable-file',
      place: { file: basename(path), line: 1, column: 1 },
      message: {
        zh: `等了${seconds}秒，仍被进程 ${pid}（${host}）占用`,
        en: `after ${seconds} seconds process ${pid} (${host}) still holds it`,
      },
      repair: {
        zh: '等它结束再试；确知那台机器上的进程已经不在的，删除这个锁文件',
        en: 'try again when it has ended; delete this lock file where you know that the process is gone from that machine',
      },
    },
  ]);
}
