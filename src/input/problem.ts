import { maskText } from '../masking/mask.js';
import { neutralise } from './quote.js';

/** What is said to a reader, in both languages; which one shows is decided at the door. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Text;

/** Where in a file; line and column count from 1, columns in UTF-16 units as editors do. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** In a workbook, whose line is a row: the sheet and the cell, `事件!C7`. In a document of pages: page and line of the page, `p3:12`. */
  readonly cell?: string;
}

/** Every code a problem may have; closed, so that a code can be looked up and explained. */
export type ProblemCode =
  // the file as bytes and text
  | 'file-too-large'
  | 'bad-encoding'
  | 'odd-character'
  | 'empty-file'
  | 'unknown-format'
  | 'encrypted-file'
  | 'bad-workbook'
  | 'bad-document'
  | 'old-document'
  | 'macro-document'
  | 'scanned-document'
  // YAML and JSON
  | 'bad-syntax'
  | 'yaml-directive'
  | 'yaml-tag'
  | 'duplicate-key'
  | 'odd-key'
  | 'bad-alias'
  | 'duplicate-anchor'
  | 'bad-merge'
  | 'too-many-aliases'
  | 'too-deep'
  | 'too-many-keys'
  | 'too-many-nodes'
  | 'scalar-too-long'
  | 'too-many-documents'
  // against a schema
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-type'
  | 'not-a-choice'
  | 'bad-date'
  | 'bad-money'
  | 'bad-number'
  | 'bad-moment'
  | 'bad-text'
  | 'out-of-range'
  | 'bad-length'
  | 'not-allowed'
  | 'too-many-problems'
  // rulebooks
  | 'unknown-name'
  | 'unknown-rule'
  | 'unknown-rulebook'
  | 'unknown-reading'
  | 'unknown-alternative'
  | 'unknown-event'
  | 'unknown-operator'
  | 'unknown-measure'
  | 'two-measures'
  | 'type-mismatch'
  | 'unit-mismatch'
  | 'no-such-field'
  | 'no-such-column'
  | 'not-an-answer'
  | 'no-question'
  | 'circle'
  | 'empty-group'
  | 'figure'
  | 'duplicate-rule'
  | 'does-not-apply'
  // contracts
  | 'unknown-term'
  | 'missing-term'
  | 'bad-term'
  | 'unreadable-file'
  // files of events
  | 'bad-header'
  | 'several-tables'
  | 'unclosed-quote';

/** One thing that is wrong with an input; `repair` says what would be right. */
export interface Problem {
  readonly code: ProblemCode;
  readonly place: Place;
  readonly message: Text;
  readonly repair?: Text;
}

/** An input that cannot be used, with everything that is wrong with it. */
export class InputError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => formatProblem(problem, 'en')).join('\n'));
    this.name = 'InputError';
    this.problems = problems;
  }
}

const REPAIR: Text = { zh: '应为：', en: 'Expected: ' };

/** `file:line:column`, or `file:sheet!cell`. */
export function formatPlace({ file, line, column, cell }: Place): string {
  return `${file}:${cell ?? `${line}:${column}`}`;
}

/** `file:line:column what is wrong`, and what would be right on a second line; safe to print to a terminal, and without personal data. */
export function formatProblem(problem: Problem, lang: Language): string {
  const what = neutralise(maskText(`${formatPlace(problem.place)} ${problem.message[lang]}`));
  return problem.repair === undefined ? what : `${what}\n  ${REPAIR[lang]}${neutralise(maskText(problem.repair[lang]))}`;
}
