import type { Place, ProblemCode, Text } from '../input/problem.js';
import type { LintCode } from './code.js';
import type { TextCode } from './text-code.js';

/** `error`: it cannot be meant so; `warning`: it says less, or more, than it seems to; `note`: worth a look. */
export type Level = 'error' | 'warning' | 'note';

export const LEVELS: readonly Level[] = ['error', 'warning', 'note'];

/** A replacement in a file: from one offset of its text, whose lines end in `\n`, up to another. */
export interface Edit {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What a check has found; its code and level are the check's. */
export interface Found {
  readonly place: Place;
  readonly message: Text;
  readonly repair?: Text;
  /** Other places of which the message speaks. */
  readonly related?: readonly Place[];
  /** What would put it right without anyone having to think: all of it or nothing. */
  readonly fix?: readonly Edit[];
}

export interface LintFinding extends Found {
  readonly code: LintCode | ProblemCode | TextCode;
  readonly level: Level;
}
