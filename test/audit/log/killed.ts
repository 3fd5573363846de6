/** What must hold of a log after a writer was stopped, wherever it was. */
import { existsSync, readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import { parseHead } from '../../../src/audit/log/head.js';
import { append, faultIn, verify } from './sample.js';
import type { Written } from './writer.js';

/** Everything that was said to be on the disk is there, nothing but the last entry is torn, and the next check goes on. */
export async function standsAfter(path: string, { said }: Written): Promise<void> {
  const heads = said.map(([, , head]) => parseHead(head)!);
  if (existsSync(path)) {
    const fault = faultIn(readFileSync(path), heads);
    const isTorn = fault?.kind === 'torn' || (fault?.kind === 'empty' && heads.length === 0);
    expect(isTorn ? null : fault).toBeNull();
    if (isTorn) expect(fault.entry).toBeGreaterThan(Math.max(0, ...heads.map(({ sequence }) => sequence ?? 0)));
  }
  const head = await append(path);
  expect(verify(readFileSync(path), [...heads, head])).toMatchObject({ head, fault: null });
  expect(existsSync(`${path}.lock`)).toBe(false);
}
