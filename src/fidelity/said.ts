import type { Place, Text } from '../input/problem.js';
import type { Level, LintFinding } from '../lint/finding.js';
import type { TextCode } from '../lint/text-code.js';

/** What is found beside a text: its code is one of these. */
export interface TextFinding extends LintFinding {
  readonly code: TextCode;
}

interface More {
  readonly repair?: Text;
  readonly related?: readonly Place[];
}

/** One finding. */
export const said = (code: TextCode, level: Level, place: Place, zh: string, en: string, more: More = {}): TextFinding => ({
  code,
  level,
  place,
  message: { zh, en },
  ...more,
});
