/** One writer at a time: a lock file that names its holder, taken over where the holder is dead. */
import { randomBytes, randomInt } from 'node:crypto';
import { linkSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { performance } from 'node:perf_hooks';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FileError } from './file-error.js';
import { makeFolder, namesIn, unwritable } from './files.js';
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
/** A lock file appears with its holder in it; one that stays empty for so long is what a loss of power has left. */
const EMPTY_MS = 3000;

/** Stands in for the token of a holding whose lock file is empty. */
const EMPTY = 'empty';

/**
 * Waits its turn to write a file: its lock file lies beside it.
 * @throws FileError where the holder keeps it for longer than `wait` milliseconds, or the lock file cannot be made
 */
export async function lock(target: string, wait = WAIT_MS): Promise<Lock> {
  const path = `${target}.lock`;
  const until = performance.now() + wait;
  const mine = { pid: process.pid, start: startOf(process.pid), host: hostname(), token: randomBytes(8).toString('hex') };
  const held = { release: () => release(path, mine) };
  let emptySince: number | undefined;
  try {
    for (;;) {
      if (take(path, mine) || takeOver(path, mine)) return held;
      const now = performance.now();
      emptySince = isEmpty(path) ? (emptySince ?? now) : undefined;
      if (emptySince !== undefined && now - emptySince >= EMPTY_MS && replace(path, mine, EMPTY, () => isEmpty(path))) return held;
      if (now >= until) throw stillHeld(target, path, wait);
      await sleep(randomInt(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS));
    }
  } catch (error) {
    // Whoever wrote to the target has not heard of its lock.
    throw unwritable(target, error);
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
    throw error;
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
    throw error;
  }
}

function takeOver(path: string, mine: Holder): boolean {
  const dead = holderOf(path);
  if (dead === undefined || isAlive(dead)) return false;
  return replace(path, mine, dead.token, () => holderOf(path)?.token === dead.token);
}

/**
 * In place of a holder that is dead. Whoever would replace it takes the lock of *that* holding first, so that there is one who may; that lock
 * is like any other and is itself taken over where its holder died. The dead one cannot leave meanwhile, so what is replaced is what was seen.
 */
function replace(path: string, mine: Holder, dead: string, isStillThere: () => boolean): boolean {
  const turn = `${path}.${dead}`;
  if (!take(turn, mine) && !takeOver(turn, mine)) return false;
  try {
    if (!isStillThere()) return false;
    renameSync(write(path, mine), path);
    sweep(path);
    return true;
  } finally {
    release(turn, mine);
  }
}

/** What the dead have left beside a lock that they were about to take. */
function sweep(path: string): void {
  const [folder, name] = [dirname(path), basename(path)];
  for (const one of namesIn(folder)) {
    if (!one.startsWith(`${name}.`) || one.startsWith(`${name}.${EMPTY}`)) continue;
    const holder = holderOf(join(folder, one));
    if (holder !== undefined && !isAlive(holder)) tryToDelete(join(folder, one));
  }
}

/** Of another machine nothing can be known; its lock is left alone. */
const isAlive = ({ pid, start, host }: Holder): boolean => host !== hostname() || isRunning(pid, start);

/** Undefined where there is no lock, or it does not say whose it is. */
function holderOf(path: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder> | null;
    // The token becomes part of a file's name.
    const isOne = typeof holder?.pid === 'number' && typeof holder.host === 'string' && /^[\w-]{1,64}$/.test(holder.token ?? '');
    return isOne ? (holder as Holder) : undefined;
  } catch {
    return undefined;
  }
}

function isEmpty(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.size === 0;
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

function stillHeld(target: string, path: string, wait: number): FileError {
  const [holder, name, seconds] = [holderOf(path), basename(path), Math.round(wait / 1000)];
  if (holder === undefined)
    return new FileError(
      basename(target),
      {
        zh: `等了${seconds}秒，仍被锁住；锁文件 ${name} ${isEmpty(path) ? '是空的' : '读不懂'}，看不出由谁占用`,
        en: `still locked after ${seconds} seconds; the lock file ${name} ${isEmpty(path) ? 'is empty' : 'cannot be read'} and does not say by whom`,
      },
      {
        zh: `确知没有 heyue 正在写它的，删除锁文件 ${name}，再试一次`,
        en: `where you know that no heyue is writing it, delete the lock file ${name} and try again`,
      },
    );
  const { pid, host } = holder;
  return new FileError(
    basename(target),
    {
      zh: `等了${seconds}秒，仍被进程 ${pid}（${host}）占用`,
      en: `after ${seconds} seconds process ${pid} (${host}) still holds it`,
    },
    {
      zh: `等它结束再试；确知那台机器上的进程已经不在的，删除锁文件 ${name}`,
      en: `try again when it has ended; delete the lock file ${name} where you know that the process is gone from that machine`,
    },
  );
}
