/** The workbook of a report goes through LibreOffice: every cell as it was, dates still dates, money still numbers. */
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import { read, utils } from '@e965/xlsx';
import { heyue } from '../docs/heyue.js';
import { FIXTURES } from '../support/fixtures.js';
import { Desk } from './tools.js';

const LONG = 600_000;
const desk = new Desk();
afterAll(() => {
  desk.clear();
});

/** Every sheet as rows of numbers, dates and texts. */
function cellsOf(path: string): Readonly<Record<string, unknown>> {
  const book = read(readFileSync(path), { cellDates: true, UTC: true });
  return Object.fromEntries(
    book.SheetNames.map((name) => [name, utils.sheet_to_json(book.Sheets[name]!, { header: 1, UTC: true, blankrows: false })]),
  );
}

test(
  'opened and saved as .ods, and again as .xlsx',
  async () => {
    const written = FIXTURES.map(({ rulebook }) => desk.path(`${rulebook}.xlsx`));
    for (const [index, { contract, events, asOf }] of FIXTURES.entries()) {
      const { code, err } = await heyue(
        `check ${contract} --events ${events} --as-of ${asOf} --fail-on never --format xlsx --out ${written[index]!}`,
      );
      expect([code, err]).toEqual([0, '']);
    }
    const saved = desk.saved(desk.saved(written, 'ods', 'ods'), 'xlsx', 'again');
    for (const [index, path] of written.entries()) {
      const cells = cellsOf(path);
      expect(Object.keys(cells)).toContain('结论');
      expect(cellsOf(saved[index]!)).toEqual(cells);
    }
  },
  LONG,
);
