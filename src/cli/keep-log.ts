/** `heyue check --log`. */
import { appendToLog } from '../audit/log/append.js';
import { checkEntry } from '../audit/log/record.js';
import type { Checked } from '../check.js';
import type { Source } from '../input/source.js';
import type { CommandIo } from './io.js';
import { now } from './today.js';

/**
 * Adds an entry for each contract that was checked; returns when the disk has them.
 * @throws InputError where the log cannot be written
 */
export async function keepLog(path: string, checked: readonly Checked[], waivers: Source | null, io: CommandIo): Promise<void> {
  await appendToLog(path, (salted) => checked.map((one) => checkEntry(one, waivers?.value ?? null, salted)), { now: io.now ?? now });
}
