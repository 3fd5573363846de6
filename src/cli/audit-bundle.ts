/** `heyue audit verify` of a bundle. */
import { CallError } from './problems.js';
import type { Verdict } from './audit-verdict.js';

export function verifyBundleFile(path: string): Promise<Verdict> {
  throw new CallError({ zh: `${path}`, en: path });
}
