/** Several processes on one log, and processes that are stopped; more of both in test/system/log.test.ts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { standsAfter } from './killed.js';
import { folderOfTest, verify } from './sample.js';
import { writers } from './writer.js';

const folder = folderOfTest();
const write = writers();

test('8 writers at once, 20 entries each: none lost, none twice, no broken link', async () => {
  const path = join(folder, 'eight.log');
  const all = await Promise.all(Array.from({ length: 8 }, (_, index) => write({ path, name: `w${index}`, entries: 20 })));
  expect(all.map(({ complaint }) => complaint).join('')).toBe('');
  expect(verify(readFileSync(path))).toMatchObject({ entries: 161, mended: 0, fault: null });
  const heads = all.flatMap(({ said }) => said.map(([, , head]) => head));
  expect(new Set(heads).size).toBe(160);
}, 60_000);

// Of an entry: before and after each half that is written, before and after the disk is told to keep it.
test.each([1, 2, 3, 4, 9, 20, 30])(
  'stopped at operation %i of the disk',
  async (last) => {
    const path = join(folder, `operation-${last}.log`);
    const written = await write({ path, name: 'w', entries: 100, last });
    expect(written.stopped).toBe(true);
    await standsAfter(path, written);
  },
  60_000,
);

test('stopped at some moment, and again', async () => {
  const path = join(folder, 'moments.log');
  for (let turn = 0; turn < 5; turn += 1) {
    const written = await write({ path, name: 'w', entries: 100_000, killAfter: 150 + 37 * turn });
    expect(written.stopped).toBe(true);
    await standsAfter(path, written);
  }
}, 60_000);
