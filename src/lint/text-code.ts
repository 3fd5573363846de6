/** What is found when a rulebook is held against the text of an agreement; closed, so that each is explained. */
export const TEXT_CODES = [
  'text-figure-differs',
  'text-unit-differs',
  'text-bound-differs',
  'text-words-differ',
  'text-words-misspelt',
  'text-figure-uncarried',
  'text-term-missing',
  'text-row-missing',
  'text-clause-unknown',
  'text-clause-missing',
  'text-party',
  'text-vague-word',
  'text-order',
  'text-set-aside',
  'text-empty-page',
  'text-table-loose',
  'text-other-agreement',
] as const;

export type TextCode = (typeof TEXT_CODES)[number];
