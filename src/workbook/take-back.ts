/** A filled-in workbook held against its files: what changes, and what is wrong, each at its cell. */
import { InputError, type Place, type Problem, type Text } from '../input/problem.js';
import { apply } from './apply.js';
import { Cells } from './cells.js';
import { compare, type Planned } from './compare.js';
import { VERSION } from './layout.js';
import { readPairs, readTable, type Filled, type FilledTable } from './read-tables.js';
import type { Book, Sheet } from './sheet.js';

export interface TakeBack {
  readonly filled: Filled;
  readonly sheets: readonly Sheet[];
  /** The files as they are now. */
  readonly book: Book;
  /** The words of files that have changed. */
  readonly listsOf: (files: Book['files']) => Book['lists'];
  /** What is wrong with the changed files. */
  readonly problemsOf: (texts: ReadonlyMap<string, string>) => readonly Problem[];
}

/** A change, for a reader. */
export interface Change {
  readonly file: string;
  readonly place: Place;
  readonly says: Text;
}

export interface Taken {
  /** The files as they are to be; those that go are left out. */
  readonly texts: ReadonlyMap<string, string>;
  readonly changes: readonly Change[];
  /** Columns that were not taken, as the program does not know them. */
  readonly others: readonly { readonly heading: string; readonly place: Place }[];
  /** Macros, which are never looked at, were in the workbook. */
  readonly hasMacros: boolean;
}

/**
 * The files with the workbook's changes in them, and nothing else changed.
 * @throws InputError with everything that is wrong
 */
export function takeBack({ filled, sheets, book, listsOf, problemsOf }: TakeBack): Taken {
  const problems: Problem[] = [];
  const tables = new Map<string, FilledTable>();
  const names = sheets.map(({ name }) => name);
  const read = sheets.flatMap((sheet) => {
    const table = readTable(filled, sheet.name, sheet.columns, names, problems);
    if (table === undefined) return [];
    tables.set(sheet.name, table);
    return [{ sheet, table }];
  });
  if (problems.length > 0) throw new InputError(problems);
  const compared = compare(read, book, readPairs(filled, VERSION) ?? new Map<string, string>());
  if (compared.problems.length > 0) throw new InputError(compared.problems);
  const applied = apply(compared, book, tables, listsOf);
  if (applied.problems.length > 0) throw new InputError(applied.problems);
  const texts = new Map([...applied.book.files].map(([name, { text }]) => [name, text]));
  const planned: readonly Planned[] = [...compared.planned, ...applied.planned];
  if (planned.length > 0) {
    const cells = new Cells(applied.book, applied.placed, tables);
    const places = planned.map(({ place }) => place);
    const wrong = problemsOf(texts);
    if (wrong.length > 0)
      throw new InputError(wrong.map((problem) => ({ ...problem, place: cells.placeOf(problem.place, places) ?? problem.place })));
    const touched = new Set(places.map(({ cell }) => cell));
    const lost = cells.lost(touched, new Set(compared.added.map(({ sheet, row }) => `${sheet.name}/${row}`)));
    if (lost.length > 0) throw new InputError(lost);
  }
  return {
    texts,
    changes: planned.map(({ edit, place, says }) => ({ file: edit.file, place, says })),
    others: [...tables.values()].flatMap(({ others }) => others),
    hasMacros: filled.workbook.hasMacros,
  };
}
