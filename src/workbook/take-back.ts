/** A filled-in workbook held against its files: what changes, and what is wrong, each at its cell. */
import { InputError, type Place, type Problem, type Text } from '../input/problem.js';
import { Cells } from './cells.js';
import { compare } from './compare.js';
import { VERSION } from './layout.js';
import { withRatios } from './ratios.js';
import { readPairs, readTable, type Filled, type FilledTable } from './read-tables.js';
import type { Book, Sheet } from './sheet.js';
import { MORE, tryOut } from './tried.js';

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
  /** The cell for a place in the changed files; the place itself, where no cell shows it. */
  cellOf(place: Place): Place;
}

/** Columns that a workbook made before they were there may lack: nothing in the files would be lost. */
const spareIn = (sheet: Sheet, book: Book): ReadonlySet<string> => {
  const rows = sheet.rows(book);
  return new Set(
    sheet.columns
      .filter(({ kind, isRequired, isId }) => isRequired !== true && isId !== true && kind !== 'name' && kind !== 'key')
      .filter(({ id }) => rows.every(({ cells }) => (cells.get(id)?.text ?? '') === ''))
      .map(({ id }) => id),
  );
};

/**
 * The files with the workbook's changes in them, and nothing else changed.
 * @throws InputError with everything that is wrong
 */
export function takeBack({ filled, sheets, book, listsOf, problemsOf }: TakeBack): Taken {
  const problems: Problem[] = [];
  const tables = new Map<string, FilledTable>();
  const names = sheets.map(({ name }) => name);
  const read = sheets.flatMap((sheet) => {
    const known = readTable(filled, sheet.name, sheet.columns, names, spareIn(sheet, book), problems);
    if (known === undefined) return [];
    const table = withRatios(sheet, known, book, problems);
    tables.set(sheet.name, table);
    return [{ sheet, table }];
  });
  const compared = compare(read, book, readPairs(filled, VERSION) ?? new Map<string, string>());
  problems.push(...compared.problems);
  const stop = (isPartly: boolean): never => {
    const more: Problem = { code: 'not-allowed', place: { file: filled.file, line: 1, column: 1 }, ...MORE };
    throw new InputError(isPartly ? [...problems, more] : problems);
  };
  // What stands in a sheet that cannot be read would be missing everywhere else.
  if (tables.size < sheets.length) return stop(true);
  const tried = tryOut({ compared, book, tables, listsOf, problemsOf }, compared.unread);
  const said = new Set(problems.map(({ place: { cell } }) => cell));
  problems.push(...tried.problems.filter(({ place: { cell } }) => cell === undefined || !said.has(cell)));
  if (problems.length > 0) return stop(tried.isPartly);
  const { applied, planned } = tried;
  const cells = new Cells(applied.book, applied.placed, tables);
  const places = planned.map((one) => one.place);
  const fresh = new Set(compared.added.map(({ sheet, row }) => `${sheet.name}/${row}`));
  return {
    texts: new Map([...applied.book.files].map(([name, { text }]) => [name, text])),
    changes: planned.map(({ edit, place, says }) => ({ file: edit.file, place, says })),
    others: [...tables.values()].flatMap(({ others }) => others),
    hasMacros: filled.workbook.hasMacros,
    cellOf: (place) => cells.spotOf(place, places, fresh)?.place ?? place,
  };
}
