/** What verifying a file comes to, whatever kind of file it is. */
import type { Language } from '../input/problem.js';

export interface VerifyOptions {
  readonly lang: Language;
  /** What was kept apart: a bundle's digest, or a log's head. */
  readonly head: string | null;
  /** Files of public keys; each must have signed. */
  readonly keys: readonly string[];
  /** The file of signatures, where it does not lie beside the bundle. */
  readonly signature: string | null;
}

export interface Verdict {
  readonly stands: boolean;
  /** As it is shown, in the language asked for. */
  readonly text: string;
  readonly json: unknown;
}

/** @throws InputError where the file cannot be read */
export type Verify = (path: string, options: VerifyOptions) => Promise<Verdict>;
