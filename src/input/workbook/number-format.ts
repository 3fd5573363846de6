/** What a number format shows of a number: the number, a day, a time of day, a span of time. */
export type Shows = 'number' | 'day' | 'day-and-time' | 'time' | 'span' | 'month';

/** Formats that are named by number alone; 27-36 and 50-58 as Chinese Excel has them. */
const BUILT_IN: ReadonlyMap<number, Shows> = new Map(
  (
    [
      ['day', [14, 15, 16, 28, 29, 30, 31, 51, 53, 54, 58]],
      ['month', [17, 27, 36, 50, 52, 57]],
      ['time', [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]],
      ['day-and-time', [22]],
      ['span', [46]],
    ] as const
  ).flatMap(([shows, ids]) => ids.map((id) => [id, shows] as const)),
);

/** @param code as the workbook gives it; none for a format that is named by its number */
export function showsOf(id: number, code: string | undefined): Shows {
  return code === undefined ? (BUILT_IN.get(id) ?? 'number') : showsCode(code);
}

const SPAN = /\[(h+|m+|s+)\]/i;

function showsCode(code: string): Shows {
  // Text in quotes, escaped characters, fillers, colours, locales; then am/pm, General and exponents, whose letters say nothing.
  const bare = code.replace(/"[^"]*"?|\\.|_.|\*./gs, '');
  const [first = ''] = bare.split(';');
  if (SPAN.test(first)) return 'span';
  const letters = first.replace(/\[[^\]]*\]/g, '').replace(/general|am\/pm|a\/p|e[+-]/gi, '');
  const runs = [...letters.matchAll(/(y+|e+|m+|d+|h+|s+)/gi)].map(([run]) => run.toLowerCase().charAt(0));
  // An m between hours and seconds is minutes.
  const isMinute = (index: number): boolean => runs[index - 1] === 'h' || runs[index + 1] === 's';
  const hasMonth = runs.some((run, index) => run === 'm' && !isMinute(index));
  const hasDay = runs.includes('d');
  const hasTime = runs.some((run, index) => run === 'h' || run === 's' || (run === 'm' && isMinute(index)));
  if (hasDay) return hasTime ? 'day-and-time' : 'day';
  if (runs.includes('y') || runs.includes('e') || hasMonth) return 'month';
  return hasTime ? 'time' : 'number';
}
