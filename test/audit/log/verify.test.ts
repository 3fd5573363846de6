/** Whatever is done to a log is found, with the first entry that is wrong; an untouched one stands. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { formatHead, parseHead, parseHeads, type Head } from '../../../src/audit/log/head.js';
import { readLine, writeLine } from '../../../src/audit/log/line.js';
import { repairOf } from '../../../src/audit/log/fault-words.js';
import { verifyLog } from '../../../src/audit/log/verify.js';
import type { LogEntry } from '../../../src/schema-types/log-entry.js';
import { append, faultIn, folderOfTest, linesIn, logOf, verify } from './sample.js';

const folder = folderOfTest();
const CHECKS = 5;
const ENTRIES = CHECKS + 1;

let log: Buffer;
let lines: readonly Buffer[];
let head: Head;
/** Of another log, with its own salt. */
let other: readonly Buffer[];

beforeAll(async () => {
  log = await logOf(join(folder, 'a.log'), CHECKS);
  lines = linesIn(log);
  head = verify(log).head!;
  other = linesIn(await logOf(join(folder, 'b.log'), CHECKS));
});

const all = Array.from({ length: ENTRIES }, (_, index) => index);
const entryOf = (line: Buffer): LogEntry => readLine(line.subarray(0, -1))!.entry;
const joined = (some: readonly Buffer[]): Buffer => Buffer.concat(some);
const starts = (): readonly number[] => all.map((index) => joined(lines.slice(0, index)).length);
/** The entry, from 1, to which a byte belongs. */
const entryAt = (at: number): number => starts().filter((start) => start <= at).length;

/** Written anew from an entry on, as somebody would who knows how the log is made. */
function forged(change: (entry: LogEntry) => LogEntry, from: number): Buffer {
  let previous = from === 0 ? null : readLine(lines[from - 1]!.subarray(0, -1))!.hash;
  const anew = lines.slice(from).map((line, index) => {
    const entry = { ...entryOf(line), previous } as LogEntry;
    const { bytes, hash } = writeLine(index === 0 ? change(entry) : entry);
    previous = hash;
    return bytes;
  });
  return joined([...lines.slice(0, from), ...anew]);
}

const later = (entry: LogEntry): LogEntry => ({ ...entry, time: '2024-02-01T09:00:00+08:00' });

describe('an untouched log', () => {
  test('stands, alone and with its heads', () => {
    expect(verify(log)).toEqual({ entries: ENTRIES, mended: 0, head, fault: null });
    expect(faultIn(log, [head])).toBeNull();
    expect(faultIn(log, [{ sequence: null, hash: head.hash }])).toBeNull();
  });

  test.each([1, 7, 100, 4096])('read in pieces of %i bytes', (size) => {
    const pieces = Array.from({ length: Math.ceil(log.length / size) }, (_, index) => log.subarray(index * size, (index + 1) * size));
    expect(verifyLog(pieces, [head]).fault).toBeNull();
  });

  test('stands with the head of any earlier day', () => {
    const heads = all.map((index) => verify(joined(lines.slice(0, index + 1))).head!);
    for (const one of heads) expect(faultIn(log, [one])).toBeNull();
    expect(faultIn(log, heads)).toBeNull();
  });
});

describe('what is changed', () => {
  test('is found whichever bit of whichever byte it is, in the entry where it is', () => {
    const changed = Buffer.from(log);
    const missed: (readonly [number, number])[] = [];
    for (let at = 0; at < log.length; at += 1) {
      for (let bit = 1; bit < 256; bit <<= 1) {
        changed[at] = log[at]! ^ bit;
        if (faultIn(changed)?.entry !== entryAt(at)) missed.push([at, bit]);
      }
      changed[at] = log[at]!;
    }
    expect(missed).toEqual([]);
  }, 60_000);

  test.each(all)('is found in entry %i + 1 though it was given its own hash anew', (index) => {
    const { bytes } = writeLine(later(entryOf(lines[index]!)));
    const changed = lines.with(index, bytes);
    if (index < ENTRIES - 1) expect(faultIn(joined(changed))).toMatchObject({ kind: 'unlinked', entry: index + 1 });
    expect(faultIn(joined(changed), [head])).toMatchObject({ entry: index + 1 });
  });

  test.each(all)('is found by a head though all from entry %i + 1 on were written anew', (index) => {
    const changed = forged(later, index);
    expect(faultIn(changed)).toBeNull();
    expect(faultIn(changed, [head])).toEqual({ kind: 'other', entry: ENTRIES, since: 0 });
    expect(faultIn(changed, [{ sequence: null, hash: head.hash }])).toEqual({ kind: 'unknown-head', entry: ENTRIES + 1 });
  });

  test.each(all)('lies between two heads: entry %i + 1', (index) => {
    const heads = all.map((one) => verify(joined(lines.slice(0, one + 1))).head!);
    expect(faultIn(forged(later, index), heads)).toEqual({ kind: 'other', entry: index + 1, since: index });
  });

  test('what stands ends with the last head that names an entry, and is said so', () => {
    const headAt = (count: number): Head => verify(joined(lines.slice(0, count))).head!;
    const { entries, fault } = verifyLog([forged(later, 2)], [headAt(2), headAt(5)]);
    expect([entries, fault]).toEqual([2, { kind: 'other', entry: 5, since: 2 }]);
    expect(repairOf(fault!).en).toBe('compare with a copy kept elsewhere; entries 1 to 2 stand');
    const none = verifyLog([forged(later, 2)], [headAt(5)]);
    expect([none.entries, repairOf(none.fault!).en]).toEqual([0, 'compare with a copy kept elsewhere']);
    const unknown = verifyLog([forged(later, 2)], [{ sequence: null, hash: headAt(5).hash }]);
    expect(repairOf(unknown.fault!).zh).toBe('用备份比对');
  });
});

describe('what is taken away', () => {
  test('is found at every cut: alone where an entry is torn, with the head everywhere', () => {
    for (let length = 0; length < log.length; length += 1) {
      const cut = log.subarray(0, length);
      const whole = length === 0 ? 0 : entryAt(length) - 1;
      expect(faultIn(cut, [head])?.entry).toBe(whole + 1);
      const isBetween = starts().includes(length) && length > 0;
      expect(faultIn(cut)?.kind).toBe(isBetween ? undefined : length === 0 ? 'empty' : 'torn');
      expect(faultIn(cut, [head])?.kind).toBe('cut');
    }
  });

  test.each(all)('is found where it is entry %i + 1', (index) => {
    const less = joined(lines.toSpliced(index, 1));
    expect(faultIn(less, [head])?.entry).toBe(index + 1);
    if (index < ENTRIES - 1) expect(faultIn(less)?.entry).toBe(index + 1);
  });

  test('is found by the heads though the log grew on from an older one', async () => {
    const path = join(folder, 'old.log');
    await logOf(path, 3);
    const before = await append(path, 7);
    const whole = linesIn(await logOf(join(folder, 'grown.log'), 3));
    expect(faultIn(joined(whole.slice(0, 3)), [before])).toMatchObject({ kind: 'cut', entry: 4, head: 5 });
    const rolledBack = join(folder, 'rolled-back.log');
    const kept = await logOf(rolledBack, 3);
    const headThen = await append(rolledBack, 3);
    writeFileSync(rolledBack, kept);
    await append(rolledBack, 8);
    const grown = await logOf(rolledBack, 2);
    expect(faultIn(grown)).toBeNull();
    expect(faultIn(grown, [headThen])).toMatchObject({ kind: 'other', entry: 5 });
  });
});

describe('what is put elsewhere', () => {
  const pairs = all.flatMap((a) => all.filter((b) => b > a).map((b) => [a, b] as const));

  test.each(pairs)('is found where entries %i + 1 and %i + 1 are swapped', (a, b) => {
    const swapped = joined(lines.with(a, lines[b]!).with(b, lines[a]!));
    expect(faultIn(swapped)).toMatchObject({ entry: a + 1 });
    expect(faultIn(swapped, [head])).toMatchObject({ entry: a + 1 });
  });

  test('is found where an entry is repeated, anywhere', () => {
    for (const index of all)
      for (const at of [...all, ENTRIES]) {
        const more = joined(lines.toSpliced(at, 0, lines[index]!));
        // Put just before itself it looks as if put just after.
        expect(faultIn(more)?.entry).toBe(at === index ? at + 2 : at + 1);
        expect(faultIn(more, [head])?.entry).toBe(at === index ? at + 2 : at + 1);
      }
  });

  test('is found where an entry of another log is put in, or in place of one', () => {
    for (const index of all) {
      expect(faultIn(joined(lines.toSpliced(index, 0, other[index]!)), [head])?.entry).toBe(index + 1);
      expect(faultIn(joined(lines.with(index, other[index]!)), [head])?.entry).toBe(index + 1);
    }
    expect(faultIn(joined(other), [head])).toMatchObject({ kind: 'other', entry: ENTRIES });
  });

  test('is found where an entry that was never written is put in, linked to the one before', () => {
    for (const index of all.slice(1)) {
      const { bytes } = writeLine(later(entryOf(lines[index]!)));
      expect(faultIn(joined(lines.toSpliced(index, 0, bytes)), [head])?.entry).toBe(index + 1);
    }
  });
});

describe('a head', () => {
  test('is one word, or its hash alone', () => {
    expect(parseHead(formatHead(head))).toEqual(head);
    expect(parseHead(head.hash)).toEqual({ sequence: null, hash: head.hash });
    expect(parseHead(head.hash.toUpperCase())).toBeUndefined();
    expect(parseHead('sha256:12')).toBeUndefined();
  });

  test('is kept with others, one a line', () => {
    expect(parseHeads(`${formatHead(head)}\n\n${head.hash}\n`)).toHaveLength(2);
    expect(parseHeads(`${formatHead(head)}\nand so on\n`)).toBeUndefined();
    expect(parseHeads('\n')).toBeUndefined();
  });
});

test('a file with no line ends is not read into memory', () => {
  const zeros = Buffer.alloc(1 << 20);
  let read = 0;
  const endless = (function* () {
    for (;;) {
      read += 1;
      yield zeros;
    }
  })();
  expect(verifyLog(endless).fault).toEqual({ kind: 'damaged', entry: 1 });
  expect(read).toBeLessThan(100);
});
