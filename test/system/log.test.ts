/** A log of checks under writers that are stopped, disks that are full, and many writers at once: as many as take minutes. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { standsAfter } from '../audit/log/killed.js';
import { folderOfTest, verify } from '../audit/log/sample.js';
import { writers } from '../audit/log/writer.js';
import { ROOT } from '../house/tree.js';
import { compiledSources } from '../support/compiled.js';

const folder = folderOfTest();
const write = writers();
const { cli } = compiledSources();

const CHECK = ['check', 'fixtures/call-center-service/contract.yaml', '--events', 'fixtures/call-center-service/events.ndjson'];
const AS_OF = ['--as-of', '2023-10-12', '--fail-on', 'never'];

test('8 writers at once, 500 entries each: 4,000 entries, no broken link', async () => {
  const path = join(folder, 'eight.log');
  const all = await Promise.all(Array.from({ length: 8 }, (_, index) => write({ path, name: `w${index}`, entries: 500 })));
  expect(all.map(({ complaint }) => complaint).join('')).toBe('');
  expect(verify(readFileSync(path))).toMatchObject({ entries: 4001, mended: 0, fault: null });
  expect(new Set(all.flatMap(({ said }) => said.map(([, , head]) => head))).size).toBe(4000);
}, 600_000);

test('stopped at each operation of the disk, the first 60 of them', async () => {
  for (let last = 1; last <= 60; last += 1) {
    const path = join(folder, `operation-${last}.log`);
    const written = await write({ path, name: 'w', entries: 100, last });
    expect(written.stopped).toBe(true);
    await standsAfter(path, written);
  }
}, 600_000);

test('stopped at 200 moments, on one log, with another writer beside', async () => {
  const path = join(folder, 'moments.log');
  for (let turn = 0; turn < 100; turn += 1) {
    const both = await Promise.all(
      [0, 1].map((one) => write({ path, name: `w${one}`, entries: 100_000, killAfter: 60 + (((turn * 2 + one) * 7919) % 400) })),
    );
    expect(both.map(({ stopped }) => stopped)).toEqual([true, true]);
    for (const written of both) await standsAfter(path, written);
  }
}, 900_000);

test('a check stopped at any moment leaves no half report under its name, and the next goes on', async () => {
  const [log, out] = [join(folder, 'checks.log'), join(folder, 'report.json')];
  const args = [cli, ...CHECK, ...AS_OF, '--format', 'json', '--out', out, '--log', log];
  const whole = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  expect(whole).toMatchObject({ stderr: '', status: 0 });
  const report = readFileSync(out, 'utf8');
  let stopped = 0;
  for (let turn = 0; turn < 60; turn += 1) {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), 300 + ((turn * 7919) % 700));
    const signal = await new Promise((resolve) =>
      child.on('close', (_code, by) => {
        resolve(by);
      }),
    );
    clearTimeout(timer);
    if (signal === 'SIGKILL') stopped += 1;
    expect(readFileSync(out, 'utf8')).toBe(report);
    const { fault } = verify(readFileSync(log));
    expect(fault === null || fault.kind === 'torn').toBe(true);
  }
  expect(stopped).toBeGreaterThan(10);
  expect(spawnSync(process.execPath, args, { cwd: ROOT }).status).toBe(0);
  expect(verify(readFileSync(log)).fault).toBeNull();
}, 900_000);

describe('a disk of 64 kB', () => {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  // Only root may; elsewhere test/audit/log/append.test.ts has a disk that says the same.
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status === 0;
  const log = join(disk, 'checks.log');
  const run = (...more: readonly string[]) =>
    spawnSync(process.execPath, [cli, ...CHECK, ...AS_OF, '--log', log, '--lang', 'en', ...more], { cwd: ROOT, encoding: 'utf8' });

  test.each(isMounted ? ['is full one day'] : [])(
    '%s: the check says so, every entry stays, and it goes on when there is room',
    () => {
      try {
        let checks = 0;
        while (run().status === 0) checks += 1;
        expect(checks).toBeGreaterThan(2);
        const { status, stdout, stderr } = run();
        expect({ status, stdout, stderr }).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('the disk is full') });
        expect(verify(readFileSync(log))).toMatchObject({ entries: checks + 1, fault: null });
        expect(run('--format', 'pdf', '--out', join(disk, 'report.pdf')).status).toBe(2);
        expect(readdirSync(disk).filter((name) => name !== 'checks.log')).toEqual([]);
        spawnSync('mount', ['-o', 'remount,size=256k', disk]);
        expect(run().status).toBe(0);
        spawnSync('mount', ['-o', 'remount,ro', disk]);
        const after = run();
        expect(after).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('the disk is read-only') });
        expect(existsSync(`${log}.lock`)).toBe(false);
        expect(verify(readFileSync(log))).toMatchObject({ entries: checks + 2, fault: null });
      } finally {
        spawnSync('umount', [disk]);
      }
    },
    300_000,
  );
});
