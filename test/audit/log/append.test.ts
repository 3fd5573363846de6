/** A log grows by whole entries, one writer at a time; what a stop, a full disk or a torn end leaves is mended, and nothing whole is lost. */
import { existsSync, fsyncSync, ftruncateSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readLine } from '../../../src/audit/log/line.js';
import { InputError } from '../../../src/input/problem.js';
import type { LogEntry } from '../../../src/schema-types/log-entry.js';
import { GrowingFile, type Disk } from '../../../src/store/growing-file.js';
import { lock } from '../../../src/store/lock.js';
import { startOf } from '../../../src/store/process.js';
import { append, faultIn, folderOfTest, linesIn, logOf, verify } from './sample.js';

const folder = folderOfTest();
let count = 0;
const fresh = (): string => join(folder, `${(count += 1)}.log`);
const entriesOf = (path: string): readonly LogEntry[] =>
  linesIn(readFileSync(path)).map((line) => readLine(line.subarray(0, line.length - 1))!.entry);
const refused = async (what: Promise<unknown>): Promise<string> =>
  what.then(
    () => 'done',
    (error: unknown) => (error instanceof InputError ? error.message : `no problem but ${String(error)}`),
  );

describe('a log', () => {
  test('begins with its salt and the time, in a file that its owner alone reads', async () => {
    const path = fresh();
    const head = await append(path);
    const [begun, check] = entriesOf(path);
    expect(begun).toMatchObject({ kind: 'begun', sequence: 1, previous: null, time: '2024-01-08T09:00:00+08:00' });
    expect(check).toMatchObject({ kind: 'check', sequence: 2, time: '2024-01-08T09:00:00+08:00' });
    expect(verify(readFileSync(path)).head).toEqual(head);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.includes('.lock'))).toEqual([]);
  });

  test('has a salt of its own', async () => {
    const [a, b] = [fresh(), fresh()];
    await append(a);
    await append(b);
    const [one, two] = [entriesOf(a), entriesOf(b)];
    expect(one[1]).toMatchObject({ kind: 'check' });
    expect((one[1] as { contract: unknown }).contract).not.toEqual((two[1] as { contract: unknown }).contract);
  });

  test('makes the folder it is to lie in', async () => {
    const path = join(folder, 'a/b/c.log');
    await append(path);
    expect(faultIn(readFileSync(path))).toBeNull();
  });

  test('may be an empty file, which is its owner’s alone from then on', async () => {
    const path = fresh();
    writeFileSync(path, '', { mode: 0o644 });
    await append(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(verify(readFileSync(path))).toMatchObject({ entries: 2, mended: 0, fault: null });
  });

  test.each(['{"schema":"heyue/report@1"}\n', '{"entries":[]}\n', 'id: HJ-1\n', 'text with no end of a line', '\n'])(
    'is no other file: %j',
    async (text) => {
      const path = fresh();
      writeFileSync(path, text);
      expect(await refused(append(path))).toContain('this file is no log of checks');
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );

  test('whose first entry was changed is not written to, and not called no log', async () => {
    const path = fresh();
    await append(path);
    writeFileSync(path, readFileSync(path, 'utf8').replace('begun', 'begxn'));
    expect(await refused(append(path))).toContain('the first entry of the log is not as it was written');
  });

  test('whose last entry was changed is not written to', async () => {
    const path = fresh();
    const log = await logOf(path, 2);
    log[log.length - 100]! ^= 1;
    writeFileSync(path, log);
    expect(await refused(append(path))).toContain('heyue audit verify');
    expect(readFileSync(path)).toEqual(log);
  });
});

/** That does not wait: it is what was written that is looked at. */
const HASTY: Disk = { write: (file, bytes, at) => writeSync(file, bytes, 0, bytes.length, at), keep: () => undefined, cut: ftruncateSync };

describe('an entry torn at any of its bytes', () => {
  test('is cut, and the log says that it was; every whole one stays', async () => {
    const path = fresh();
    const log = await logOf(path, 2);
    const last = linesIn(log).at(-1)!;
    const whole = log.length - last.length;
    for (let kept = 0; kept <= last.length; kept += 1) {
      writeFileSync(path, log.subarray(0, whole + kept));
      await append(path, 9, { disk: HASTY });
      const now = readFileSync(path);
      const isWhole = kept >= last.length - 1;
      const before = isWhole ? log : log.subarray(0, whole);
      expect(now.subarray(0, before.length).equals(before)).toBe(true);
      const mended = kept === 0 || kept === last.length ? 0 : 1;
      expect(verify(now)).toMatchObject({ entries: (isWhole ? 3 : 2) + mended + 1, mended, fault: null });
      if (mended === 1) expect(entriesOf(path).at(-2)).toMatchObject({ kind: 'mended', cut: isWhole ? 0 : kept });
    }
  }, 60_000);

  test('is cut where it was the first', async () => {
    const path = fresh();
    await append(path);
    const first = linesIn(readFileSync(path))[0]!;
    for (let kept = 1; kept < first.length; kept += 7) {
      writeFileSync(path, first.subarray(0, kept));
      await append(path);
      expect(verify(readFileSync(path))).toMatchObject({ entries: 3, mended: 1, fault: null });
    }
  }, 60_000);

  test('longer than what is written over it leaves nothing behind', async () => {
    const path = fresh();
    const log = await logOf(path, 1);
    writeFileSync(path, Buffer.concat([log, Buffer.from(`{"entry":{${'x'.repeat(20_000)}`)]));
    await append(path);
    expect(verify(readFileSync(path))).toMatchObject({ entries: 4, mended: 1, fault: null });
  });
});

/** A disk that fails at its n-th operation, with half of what it was to write written. */
function failingAt(n: number, code: string, isTornForGood: boolean): { readonly disk: Disk; readonly failed: () => boolean } {
  let [done, failed] = [0, false];
  const fail = (): void => {
    done += 1;
    if (failed ? !isTornForGood : done !== n) return;
    failed = true;
    throw Object.assign(new Error(code), { code, syscall: 'write' });
  };
  const disk: Disk = {
    write: (file, bytes, at) => {
      const half = writeSync(file, bytes, 0, Math.ceil(bytes.length / 2), at);
      fail();
      return half;
    },
    keep: (file) => {
      fail();
      fsyncSync(file);
    },
    cut: (file, length) => {
      fail();
      ftruncateSync(file, length);
    },
  };
  return { disk, failed: () => failed };
}

describe.each(['ENOSPC', 'EROFS', 'EIO'])('a disk that says %s', (code) => {
  test.each([false, true])(
    'at each of its operations: nothing whole is lost, the next goes on (and cannot be cut either: %s)',
    async (isTornForGood) => {
      let operations = 0;
      for (let n = 1; ; n += 1) {
        const path = fresh();
        const log = await logOf(path, 2);
        const { disk, failed } = failingAt(n, code, isTornForGood);
        const said = await refused(append(path, 7, { disk }));
        if (!failed()) break;
        operations += 1;
        expect(said).toContain('this file cannot be written');
        expect(readFileSync(path).subarray(0, log.length).equals(log)).toBe(true);
        if (!isTornForGood) expect(readFileSync(path)).toEqual(log);
        await append(path, 8);
        expect(faultIn(readFileSync(path))).toBeNull();
        expect(entriesOf(path).at(-1)).toMatchObject({ kind: 'check', asOf: '2024-01-09' });
      }
      // A half, halves of the rest, and that the disk has it.
      expect(operations).toBeGreaterThan(5);
    },
    60_000,
  );
});

test.each([
  ['EFBIG', 'it would be larger than the system allows'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EACCES', 'permission denied'],
])('%s is said in words, of the log, with no line and column', async (code, words) => {
  const path = fresh();
  const said = await refused(append(path, 0, { disk: failingAt(1, code, false).disk }));
  expect(said).toBe(`${path}: this file cannot be written: ${words}`);
});

// A file of Linux to which nothing can be written.
test.each(['/dev/full'].filter((path) => existsSync(path)))('%s is full, and says so', (path) => {
  const file = new GrowingFile(path);
  expect(() => {
    file.putAt(0, Buffer.from('x'));
  }).toThrow('this file cannot be written: the disk is full');
  file.close();
});

describe('the lock', () => {
  const dead = { pid: 2 ** 22 + 7, start: '1', host: hostname(), token: '00000000deadbeef' };
  const lockAt = (path: string, holder: object): void => {
    writeFileSync(`${path}.lock`, JSON.stringify(holder));
  };

  test('of a process that is gone is taken over', async () => {
    const path = fresh();
    lockAt(path, dead);
    await append(path);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  test('of a process whose number another has now is taken over', async () => {
    const path = fresh();
    lockAt(path, { ...dead, pid: process.pid, start: '1' });
    await append(path);
    expect(faultIn(readFileSync(path))).toBeNull();
  });

  test('is taken over where who was to take it over is gone too', async () => {
    const path = fresh();
    lockAt(path, dead);
    writeFileSync(`${path}.lock.${dead.token}`, JSON.stringify({ ...dead, token: 'other' }));
    await append(path);
    expect(existsSync(`${path}.lock`)).toBe(false);
    expect(existsSync(`${path}.lock.${dead.token}`)).toBe(false);
  });

  test('of a process that lives, or of another machine, is waited for, and not for ever', async () => {
    const path = fresh();
    lockAt(path, { ...dead, pid: process.pid, start: startOf(process.pid) });
    expect(await refused(append(path, 0, { wait: 50 }))).toContain(`process ${process.pid}`);
    lockAt(path, { ...dead, host: 'another' });
    expect(await refused(append(path, 0, { wait: 50 }))).toContain('another');
    expect(existsSync(path)).toBe(false);
  });

  test('that does not say whose it is: what is wrong with it, and what to do, is said of the log', async () => {
    const path = fresh();
    for (const [content, what] of [
      ['', 'is empty'],
      ['no holder', 'cannot be read'],
      ['{"pid":1,"host":"a","token":"../../b"}', 'cannot be read'],
    ] as const) {
      writeFileSync(`${path}.lock`, content);
      const said = await refused(append(path, 0, { wait: 50 }));
      expect(said).toMatch(/^\d+\.log: still locked/);
      expect(said).toContain(what);
      expect(said).toContain(`delete the lock file ${basename(path)}.lock`);
    }
  });

  test('that stays empty was left by nobody who lives', async () => {
    const path = fresh();
    writeFileSync(`${path}.lock`, '');
    await Promise.all([append(path, 0, { wait: 20_000 }), append(path, 1, { wait: 20_000 })]);
    expect(verify(readFileSync(path))).toMatchObject({ entries: 3, fault: null });
    expect(readdirSync(folder).filter((name) => name.startsWith(`${basename(path)}.`))).toEqual([]);
  });

  test('of a dead holder is taken over with what the dead have left beside it; what the living have there stays', async () => {
    const path = fresh();
    lockAt(path, dead);
    const alive = { ...dead, pid: process.pid, start: startOf(process.pid), token: 'aa' };
    const stray = (holder: { readonly token: string }): string => `${path}.lock.${holder.token}.new`;
    for (const holder of [dead, { ...dead, token: 'bb' }, alive]) writeFileSync(stray(holder), JSON.stringify(holder));
    await append(path);
    expect(readdirSync(folder).filter((name) => name.startsWith(`${basename(path)}.`))).toEqual([basename(stray(alive))]);
  });

  test('has one holder at a time, whoever asks', async () => {
    const path = join(folder, 'one');
    let [inside, most] = [0, 0];
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let turn = 0; turn < 5; turn += 1) {
          const held = await lock(path);
          inside += 1;
          most = Math.max(most, inside);
          await new Promise((resolve) => setTimeout(resolve, 1));
          inside -= 1;
          held.release();
        }
      }),
    );
    expect(most).toBe(1);
  });

  test('of a dead holder goes to one of many', async () => {
    for (let round = 0; round < 10; round += 1) {
      const path = fresh();
      lockAt(path, dead);
      await Promise.all(Array.from({ length: 8 }, (_, n) => append(path, n)));
      expect(verify(readFileSync(path))).toMatchObject({ entries: 9, fault: null });
    }
  });
});
