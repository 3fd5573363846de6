/** A rulebook's workbook in a test: its pages changed as somebody would change them, stored as some program would store them, and imported. */
import { join } from 'node:path';
import { InputError } from '../../src/input/problem.js';
import type { Texts } from '../../src/scaffold/texts.js';
import { textsIn } from '../../src/store/rulebook-texts.js';
import { schemasNamed } from '../../src/store/schema-texts.js';
import { rulebookPages } from '../../src/workbook/export-rulebook.js';
import { importRulebook } from '../../src/workbook/import-rulebook.js';
import { SCHEMAS } from '../../src/workbook/notes.js';
import type { Taken } from '../../src/workbook/take-back.js';
import type { WorkbookPages } from '../../src/workbook/page.js';
import { ROOT } from '../house/tree.js';
import { row, text, workbookOf, type Made } from '../support/workbooks.js';

export const RULEBOOKS = ['call-center-service', 'office-lease', 'sale-of-goods', 'software-service'] as const;
export const SCHEMA_TEXTS = schemasNamed(SCHEMAS);

/** A small rulebook with every word of the language, in the layout of somebody who aligns. */
export const WAREHOUSE = textsIn(join(ROOT, 'test/docs/warehousing'));

export const textsOf = (rulebook: string): Texts => textsIn(join(ROOT, 'rules', rulebook));
export const pagesOf = (texts: Texts): WorkbookPages => rulebookPages('规则库.xlsx', texts, SCHEMA_TEXTS);

/** A workbook as cells of text, by sheet: the headings are the first row. */
export type Cells = Map<string, string[][]>;

export const cellsOf = (pages: WorkbookPages): Cells =>
  new Map(
    pages.pages.map(({ name, columns, rows }) => [
      name,
      [columns.map(({ heading }) => heading), ...rows.map((cells) => cells.map((cell) => cell.text))],
    ]),
  );

/** The bytes of such a workbook, its texts in their cells, empty ones left out. */
export const stored = (cells: Cells, more: Partial<Made> = {}): Uint8Array =>
  workbookOf({
    sheets: Object.fromEntries(
      [...cells].map(([name, rows]) => [name, `<sheetData>${rows.map((one) => row(...one.map(cellOf))).join('')}</sheetData>`]),
    ),
    ...more,
  });

const cellOf = (content: string): string => (content === '' ? '<c/>' : text(content));

export const imported = (texts: Texts, bytes: Uint8Array): ReturnType<typeof importRulebook> =>
  importRulebook({ file: '规则库.xlsx', bytes, texts, schemas: SCHEMA_TEXTS });

/** The texts that an import changes. */
export function changed(texts: Texts, { texts: after }: Taken): Record<string, string> {
  return Object.fromEntries([...after].filter(([name, one]) => texts.get(name) !== one));
}

/** What is wrong with a workbook: the cell and what is said of it, in Chinese. */
export function problemsIn(texts: Texts, bytes: Uint8Array): readonly string[] {
  try {
    imported(texts, bytes);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(
      ({ place, message, repair }) => `${place.cell ?? place.file} ${message.zh}${repair === undefined ? '' : `；应为：${repair.zh}`}`,
    );
  }
}

/** The row of a sheet that says all these words, and the number of a heading's column. */
export function find(
  cells: Cells,
  sheet: string,
  words: readonly string[],
  heading: string,
): { readonly row: string[]; readonly column: number } {
  const rows = cells.get(sheet) ?? [];
  const found = rows.find((one) => words.every((word) => one.includes(word)));
  const column = rows[0]?.indexOf(heading) ?? -1;
  if (found === undefined || column === -1) throw new Error(`no ${heading} of ${words.join(' ')} in ${sheet}`);
  return { row: found, column };
}

/** The workbook with one cell changed. */
export function withCell(cells: Cells, sheet: string, words: readonly string[], heading: string, now: string): Cells {
  const { row: found, column } = find(cells, sheet, words, heading);
  return new Map(
    [...cells].map(([name, rows]) => [name, rows.map((one) => (name === sheet && one === found ? one.with(column, now) : one))]),
  );
}

/** The workbook with a row more. */
export function withRow(cells: Cells, sheet: string, given: Readonly<Record<string, string>>): Cells {
  const heads = cells.get(sheet)?.[0] ?? [];
  return new Map([...cells].map(([name, rows]) => [name, name === sheet ? [...rows, heads.map((heading) => given[heading] ?? '')] : rows]));
}

/** The workbook without the rows that say all these words. */
export const withoutRow = (cells: Cells, sheet: string, words: readonly string[]): Cells =>
  new Map(
    [...cells].map(([name, rows]) => [name, name === sheet ? rows.filter((one) => !words.every((word) => one.includes(word))) : rows]),
  );
