/** Logs made for tests: entries of checks that never were, on files of a folder of the test's own. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { appendToLog, type AppendOptions } from '../../../src/audit/log/append.js';
import type { Head } from '../../../src/audit/log/head.js';
import type { Link } from '../../../src/audit/log/record.js';
import type { Salted } from '../../../src/audit/log/salted.js';
import { verifyLog, type LogFault, type Verified } from '../../../src/audit/log/verify.js';
import type { Check } from '../../../src/schema-types/log-entry.js';

/** 2024-01-08T09:00+08:00 */
export const NOW = Date.UTC(2024, 0, 8, 1);

/** A folder that is gone after the tests of a file. */
export function folderOfTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'heyue-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

/** The n-th check of a contract, a day later each. */
function sampleEntry(salted: Salted, n = 0): Omit<Check, Link> {
  const each = [`${salted.mark('instance', 'c', 'e1')}${salted.mark('event', n)}`];
  return {
    kind: 'check',
    program: '0.1.0',
    asOf: `2024-01-${`${(n % 28) + 1}`.padStart(2, '0')}`,
    contract: { id: salted.digest('contract', 'c'), digest: salted.digest('file', n), parts: { terms: salted.mark('terms', n) } },
    rulebook: { id: 'a', version: '1.0.0', digest: `sha256:${'0'.repeat(64)}` },
    calendar: `sha256:${'1'.repeat(64)}`,
    readings: {},
    waivers: null,
    events: {
      accepted: 1,
      duplicates: 0,
      setAside: 0,
      digest: salted.digest('events', n),
      types: { a: { count: 1, digest: salted.mark(n), each } },
    },
    summary: { breached: 1 },
    findings: [{ rule: 'late', instance: null, status: 'breached', due: null, amounts: salted.mark('amounts', n) }],
    conclusions: salted.digest('plain', n),
    report: salted.digest('report', n),
  };
}

/** Adds one entry. */
export const append = (path: string, n = 0, options: Partial<AppendOptions> = {}): Promise<Head> =>
  appendToLog(path, (salted) => [sampleEntry(salted, n)], { now: () => NOW, ...options });

/** A log of so many checks, after its beginning; every write of the log its own. */
export async function logOf(path: string, checks: number): Promise<Buffer> {
  for (let n = 0; n < checks; n += 1) await append(path, n);
  return readFileSync(path);
}

/** Its lines, each with its end. */
export const linesIn = (log: Buffer): readonly Buffer[] =>
  log
    .toString('latin1')
    .split(/(?<=\n)/)
    .map((line) => Buffer.from(line, 'latin1'));

export const verify = (log: Uint8Array, heads: readonly Head[] = []): Verified => verifyLog([log], heads);

export const faultIn = (log: Uint8Array, heads: readonly Head[] = []): LogFault | null => verify(log, heads).fault;
