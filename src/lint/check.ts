import type { Text } from '../input/problem.js';
import type { WrittenRulebook } from '../rulebook/read-rulebook.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { Source } from '../input/source.js';
import type { LintCode } from './code.js';
import type { Found, Level } from './finding.js';
import type { Repaired } from './text/repaired.js';
import type { Looked } from './usage.js';

/** Lines of a rulebook as an explanation shows them, by where they stand; a test puts them into a small rulebook and lints it. */
export type Sample = Readonly<Partial<Record<SamplePart, string>>>;

export const SAMPLE_PARTS = [
  'parties',
  'terms',
  'statute',
  'events',
  'readings',
  'informative',
  'clauses',
  'facts',
  'rule',
  'base',
  'file',
] as const;
export type SamplePart = (typeof SAMPLE_PARTS)[number];

/** What a code means, for a lawyer: why it matters, how it looks, how it should. */
export interface Explanation {
  readonly title: Text;
  readonly why: Text;
  readonly bad?: Sample;
  readonly good?: Sample;
}

interface Checked extends Required<Explanation> {
  readonly code: LintCode;
  readonly level: Level;
  /** What it finds may only follow from something that does not link; then it says nothing. */
  readonly needsAll?: true;
}

/** Looks at the text of a file, readable or not. */
export interface TextCheck extends Checked {
  readonly looksAt: 'text';
  /** Finds slips and puts them right in the text, so that the rest can be read. */
  readonly mend: (text: Repaired) => readonly Found[];
}

/** One thing that lint looks for: in the text of a file, in what is written, or in what it comes to when it is linked. */
export type Check =
  | TextCheck
  | (Checked & { readonly looksAt: 'written'; readonly find: (written: Looked, folder: string) => readonly Found[] })
  | (Checked & { readonly looksAt: 'linked'; readonly find: (linked: Linked) => readonly Found[] });

/** A rulebook as written and as understood. */
export interface Linked {
  readonly written: WrittenRulebook;
  readonly rulebook: Rulebook;
  /** The documents of `cases/`, the contract from which they start among them. */
  readonly cases: readonly Source[];
}
