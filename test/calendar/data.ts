import { readFileSync } from 'node:fs';

/** A special day as the notices of 2007-2026 have it, from a list that shares nothing with the package the program reads. */
export interface SpecialLine {
  readonly kind: 'holiday' | 'makeup-workday';
  readonly festival: string;
  readonly noticeYear: number;
}

const csv = readFileSync(new URL('./data/days.csv', import.meta.url), 'utf8');

export const SPECIAL: ReadonlyMap<string, SpecialLine> = new Map(
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [date = '', kind = '', festival = '', year = ''] = line.split(',');
      return [date, { kind: kind as SpecialLine['kind'], festival, noticeYear: Number(year) }];
    }),
);

/** The days of one notice, ascending. */
export function daysOfNotice(year: number): { readonly off: readonly string[]; readonly makeup: readonly string[] } {
  const of = (kind: string) =>
    [...SPECIAL]
      .filter(([, s]) => s.noticeYear === year && s.kind === kind)
      .map(([date]) => date)
      .sort();
  return { off: of('holiday'), makeup: of('makeup-workday') };
}
