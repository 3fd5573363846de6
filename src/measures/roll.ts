/** Where a last day that is a day of rest moves (Civil Code arts. 203, 204). */
export const ROLLS = ['next-working-day', 'after-statutory-holiday', 'previous-working-day', 'none'] as const;
export type RollWord = (typeof ROLLS)[number];
