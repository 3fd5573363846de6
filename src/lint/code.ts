/** What lint finds beyond what stops a rulebook from being read; closed, so that each is explained and tried. */
export const LINT_CODES = [
  // how it is written
  'full-width',
  'look-alike',
  'file-name',
  // conditions
  'never-true',
  'always-true',
  'contradiction',
  'redundant',
  'contradicts-when',
  'follows-from-when',
  'threshold-gap',
  'threshold-overlap',
  'literal-is-name',
  'ratio-above-one',
  // events and periods
  'no-such-events',
  'never-starts',
  'stray-ref',
  // exemptions
  'exemption-unused',
  'exemption-never',
  'exemption-party',
  'exemption-clash',
  // what hangs on nothing
  'unused-fact',
  'unused-figure',
  'unused-event',
  'unused-reading',
  'same-rule',
  'clause-uncovered',
  'informative-clause',
  'examples-missing',
  'examples-one-sided',
] as const;

export type LintCode = (typeof LINT_CODES)[number];
