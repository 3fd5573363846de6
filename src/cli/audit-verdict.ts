/** What verifying a file comes to, whatever kind of file it is. */
import type { Language, Text } from '../input/problem.js';
import { CallError } from './problems.js';

export interface VerifyOptions {
  readonly lang: Language;
  /** What was kept apart: a bundle's digest, or a log's head. */
  readonly head: string | null;
  /** Files of public keys; each must have signed. */
  readonly keys: readonly string[];
  /** The file of signatures, where it does not lie beside the bundle. */
  readonly signature: string | null;
}

/** A file that can neither stand nor fall. */
export const neither = (name: string, why: Text | null): CallError =>
  new CallError({
    zh: `${name}：既不是证据包，也不是核对日志${why === null ? '' : `：${why.zh}`}`,
    en: `${name}: it is neither a bundle nor a log of checks${why === null ? '' : `: ${why.en}`}`,
  });

export interface Verdict {
  readonly stands: boolean;
  /** As it is shown, in the language asked for. */
  readonly text: string;
  readonly json: unknown;
}

/** @throws InputError where the file cannot be read, CallError where it is of another kind or nothing can be held against what was asked */
export type Verify = (path: string, options: VerifyOptions) => Promise<Verdict>;
