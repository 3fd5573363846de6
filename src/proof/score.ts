/** Shares in per cent, rounded down: 100 means all. */
export const shareOf = (all: readonly boolean[]): string => percent(all.filter((one) => one).length, all.length);

/** The score of a mutation run: the share of the changes that were noticed. */
export const scoreOf = (runs: readonly { readonly tried: number; readonly noticed: number }[]): string =>
  percent(
    runs.reduce((sum, { noticed }) => sum + noticed, 0),
    runs.reduce((sum, { tried }) => sum + tried, 0),
  );

const percent = (part: number, whole: number): string => (whole === 0 ? 100 : Math.floor((1000 * part) / whole) / 10).toFixed(1);
