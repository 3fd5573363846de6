/** A small rulebook, and its workbook as LibreOffice has stored it with some cells changed; `HEYUE_FILES=write npm run test:system` makes it anew. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../house/tree.js';

export const PARKING = join(ROOT, 'test/workbook/files/parking');
export const SAVED = join(ROOT, 'test/workbook/files/parking.xlsx');

/** Cells that were changed in it, each the only one that says so. */
export const EDITS: readonly { readonly file: string; readonly before: string; readonly now: string }[] = [
  { file: 'clauses/2-pay-rent.yaml', before: '期限当日付清', now: '期限当日付清的' },
  { file: 'facts.yaml', before: '付清租金', now: '租金付清之时' },
  { file: 'cases/base.yaml', before: '300.00', now: '320.50' },
];

/** The files that they change. */
export const EDITED: Readonly<Record<string, string>> = Object.fromEntries(
  EDITS.map(({ file, before, now }) => [file, readFileSync(join(PARKING, file), 'utf8').replace(before, now)]),
);
