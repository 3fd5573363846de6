import type { Language } from '../../input/problem.js';
import type { LintFinding } from '../finding.js';
import { github } from './github.js';
import { json } from './json.js';
import { sarif } from './sarif.js';
import { text } from './text.js';

export interface Linted {
  /** Of all rulebooks, in their order. */
  readonly findings: readonly LintFinding[];
  /** How many rulebooks were looked at. */
  readonly rulebooks: number;
  readonly lang: Language;
  /** Of the program. */
  readonly version: string;
}

/** Every format; a new one is a file and a line here. */
export const LINT_FORMATS = { text, json, sarif, github } as const satisfies Record<string, (linted: Linted) => string>;
