/** Keys whose values are Chinese text, in which full-width signs are at home. */
const PROSE = new Set([
  'title',
  'text',
  'why',
  'says',
  'must',
  'must-not',
  'may',
  'about',
  'question',
  'by',
  'basis',
  'reason',
  'zh',
  'en',
]);

export const isProse = (key: string): boolean => PROSE.has(key);
