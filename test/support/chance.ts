/**
 * How much is tried where tests try at random, or day by day: all of it, or the share of it in HEYUE_SHARE, for `npm run mutate`, which
 * runs the tests once for every mutant. HEYUE_SEED makes fast-check try the same each time.
 */
const SHARE = Number(process.env['HEYUE_SHARE'] ?? 1);
const SEED = process.env['HEYUE_SEED'];

/** Of so many tries, those to be made. */
export const tries = (all: number): number => Math.ceil(all * SHARE);

/** One day in so many is tried. */
export const EVERY_NTH = Math.round(1 / SHARE);

/** The same as fast-check wants it. */
export const runs = (all: number): { readonly numRuns: number; readonly seed?: number } => ({
  numRuns: tries(all),
  ...(SEED === undefined ? {} : { seed: Number(SEED) }),
});
