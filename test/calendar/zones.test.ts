import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';

// The package beneath shifts a day west of UTC, and loses one when clocks change; here the machine's zone must not matter.
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const FILES = ['instant', 'calendar', 'period', 'deadline', 'differential', 'properties', 'notice-text'].map(
  (name) => `test/calendar/${name}.test.ts`,
);
const ZONES = ['America/Los_Angeles', 'UTC', 'Europe/Berlin', 'Pacific/Kiritimati'];

function runIn(zone: string): Promise<string> {
  const env = { ...process.env, TZ: zone, HEYUE_PERIODS: '4000' };
  const child = spawn(process.execPath, ['--experimental-vm-modules', jest, '--runInBand', '--runTestsByPath', ...FILES], { env });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  return new Promise((resolve) => {
    child.on('close', () => {
      resolve(said);
    });
  });
}

test('the same answers in four time zones', async () => {
  const said = await Promise.all(ZONES.map(runIn));
  for (const one of said) expect(one).toContain(`${FILES.length} passed, ${FILES.length} total`);
}, 120_000);
