/** An edited workbook taken back into the files of a rulebook. */
import { Lines } from '../input/lines.js';
import { InputError, type Place, type Problem, type Text } from '../input/problem.js';
import type { Texts } from '../scaffold/texts.js';
import { apply, type Placed } from './apply.js';
import { compare, isSameCell, type Planned } from './compare.js';
import { FORMAT, VERSION } from './layout.js';
import { listsOf } from './list-choices.js';
import { Notes, type Schemas } from './notes.js';
import { openWorkbook, readPairs, readTable, type FilledTable } from './read-tables.js';
import { problemsOf } from './rulebook-problems.js';
import { rulebookSheets } from './rulebook-sheets.js';
import type { Book, Row, Sheet } from './sheet.js';
import { YamlText } from './text/yaml-text.js';
import { keyOf, keyOfRow } from './version.js';
import { writePath } from './text/path.js';

export interface ImportRequest {
  /** The workbook. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The rulebook's files as they are now. */
  readonly texts: Texts;
  readonly schemas: Schemas;
}

/** A change, for a reader. */
export interface Imported {
  readonly file: string;
  readonly place: Place;
  readonly says: Text;
}

export interface Import {
  /** The files as they are to be; those that go are left out. */
  readonly texts: Texts;
  readonly changes: readonly Imported[];
  /** Columns that were not taken, as the program does not know them. */
  readonly others: readonly { readonly heading: string; readonly place: Place }[];
}

export const bookOf = (texts: Texts, notes: Notes): Book => {
  const files = new Map([...texts].map(([name, text]) => [name, new YamlText(text)]));
  return { files, lists: listsOf(files, notes) };
};

/**
 * The files with the workbook's changes in them, and nothing else changed.
 * @throws InputError with everything that is wrong, each at its cell
 */
export function importRulebook({ file, bytes, texts, schemas }: ImportRequest): Import {
  const notes = new Notes(schemas);
  const filled = openWorkbook(file, bytes);
  const version = readPairs(filled, VERSION);
  if (version?.get(VERSION) !== FORMAT) throw new InputError([otherWorkbook(file)]);
  const book = bookOf(texts, notes);
  const problems: Problem[] = [];
  const tables = new Map<string, FilledTable>();
  const sheets = rulebookSheets(notes).flatMap((sheet) => {
    const table = readTable(filled, sheet.name, sheet.columns, problems);
    if (table === undefined) return [];
    tables.set(sheet.name, table);
    return [{ sheet, table }];
  });
  if (problems.length > 0) throw new InputError(problems);
  const compared = compare(sheets, book, version);
  if (compared.problems.length > 0) throw new InputError(compared.problems);
  const applied = apply(compared, book, tables, (files) => listsOf(files, notes));
  if (applied.problems.length > 0) throw new InputError(applied.problems);
  const after = new Map(
    [...applied.book.files].map(([name, yaml]) => [name, texts.get(name) === yaml.text ? (texts.get(name) ?? '') : yaml.text]),
  );
  const planned: readonly Planned[] = [...compared.planned, ...applied.planned];
  const cells = new Cells(applied.book, applied.placed, tables);
  if (planned.length > 0) {
    const wrong = [...problemsOf(after)];
    if (wrong.length > 0)
      throw new InputError(wrong.map((problem) => ({ ...problem, place: cells.placeOf(problem.place) ?? problem.place })));
    const lost = cells.lost(
      new Set(planned.map(({ place }) => place.cell)),
      new Set(compared.added.map(({ sheet, row }) => `${sheet.name}/${row}`)),
    );
    if (lost.length > 0) throw new InputError(lost);
  }
  return {
    texts: after,
    changes: planned.map(({ edit, place, says }) => ({ file: edit.file, place, says })),
    others: [...tables.values()].flatMap(({ others }) => others),
  };
}

const otherWorkbook = (file: string): Problem => ({
  code: 'bad-workbook',
  place: { file, line: 1, column: 1 },
  message: {
    zh: '这不是 heyue export 导出的规则库工作簿（没有“版本”表，或者格式不同）',
    en: 'no workbook that heyue export has made of a rulebook (its sheet “版本” is missing or of another format)',
  },
  repair: {
    zh: '用 heyue export <规则库> --xlsx <文件> 重新导出，在导出的文件里改',
    en: 'a workbook made by heyue export <rulebook> --xlsx <file>',
  },
});

interface Spot {
  readonly from: number;
  readonly to: number;
  readonly place: Place;
}

/** Which cell shows which part of the changed files. */
class Cells {
  readonly #book: Book;
  readonly #placed: readonly Placed[];
  readonly #tables: ReadonlyMap<string, FilledTable>;
  readonly #rows = new Map<Sheet, ReadonlyMap<string, Row>>();
  readonly #spots = new Map<string, readonly Spot[]>();

  constructor(book: Book, placed: readonly Placed[], tables: ReadonlyMap<string, FilledTable>) {
    this.#book = book;
    this.#placed = placed;
    this.#tables = tables;
  }

  /** The cell for a place in a file; undefined where no cell shows it. */
  placeOf({ file, line, column }: Place): Place | undefined {
    const yaml = this.#book.files.get(file);
    if (yaml === undefined) return undefined;
    const at = new Lines(file, yaml.text).offset(line) + column - 1;
    const within = this.#spotsIn(file, yaml).filter(({ from, to }) => from <= at && at <= to);
    return within.reduce<Spot | undefined>(
      (best, one) => (best === undefined || one.to - one.from < best.to - best.from ? one : best),
      undefined,
    )?.place;
  }

  /**
   * Cells that the changed files do not say: then the change must not be made.
   * @param touched the addresses of changed cells
   * @param fresh new rows, as `sheet/row`
   */
  lost(touched: ReadonlySet<string | undefined>, fresh: ReadonlySet<string>): readonly Problem[] {
    return this.#placed.flatMap(({ sheet, row, file, at }): Problem[] => {
      const table = this.#tables.get(sheet.name);
      const texts = table?.rows.find((one) => one.row === row)?.texts;
      const now = this.#rowsOf(sheet).get(keyOfRow(file, writePath(at)));
      if (table === undefined || texts === undefined) return [];
      return sheet.columns
        .filter(
          ({ kind, id }) =>
            kind !== 'shown' && kind !== 'name' && (fresh.has(`${sheet.name}/${row}`) || touched.has(table.place(row, id).cell)),
        )
        .filter((column) => {
          const text = texts.get(column.id) ?? '';
          const shows = now?.cells.get(column.id)?.text ?? '';
          return text.trim() !== '' && !isSameCell(column, shows, text, this.#book) && !isSameYaml(shows, text);
        })
        .map((column) => ({ code: 'bad-text' as const, place: table.place(row, column.id), message: LOST, repair: LOST_REPAIR }));
    });
  }

  #rowsOf(sheet: Sheet): ReadonlyMap<string, Row> {
    const known = this.#rows.get(sheet);
    if (known !== undefined) return known;
    const rows = new Map(sheet.rows(this.#book).map((row) => [keyOf(row), row]));
    this.#rows.set(sheet, rows);
    return rows;
  }

  #spotsIn(file: string, yaml: YamlText): readonly Spot[] {
    const known = this.#spots.get(file);
    if (known !== undefined) return known;
    const spots = this.#placed
      .filter((one) => one.file === file)
      .flatMap(({ sheet, row, at }): Spot[] => {
        const table = this.#tables.get(sheet.name);
        if (table === undefined) return [];
        const shown = this.#rowsOf(sheet).get(keyOfRow(file, writePath(at)));
        const cells = [...(shown?.cells ?? [])].flatMap(([id, { path }]) =>
          path === undefined || path.length === at.length ? [] : spotOf(yaml, path, table.place(row, id)),
        );
        return [...cells, ...spotOf(yaml, at, table.place(row))];
      });
    this.#spots.set(file, spots);
    return spots;
  }
}

/** A key with its value. */
function spotOf(yaml: YamlText, path: Row['at'], place: Place): readonly Spot[] {
  const node = yaml.node(path);
  const key = (yaml.pair(path)?.key as { range?: readonly number[] } | undefined)?.range;
  const range = node === undefined ? undefined : yaml.rangeOf(node);
  const from = key?.[0] ?? range?.from;
  return from === undefined ? [] : [{ from, to: range?.to ?? key?.[1] ?? from, place }];
}

/** Whether two pieces of YAML say the same: layout is not held against anybody. */
const isSameYaml = (a: string, b: string): boolean => JSON.stringify(plainIn(a)) === JSON.stringify(plainIn(b));

const plainIn = (source: string): unknown => {
  const yaml = new YamlText(source);
  return yaml.documents.map((at) => {
    const node = yaml.node([at]);
    return node === undefined ? null : JSON.stringify(node);
  });
};

const LOST: Text = { zh: '这一格的内容写进文件以后读不出同样的意思', en: 'written into the file, this cell would not say the same' };
const LOST_REPAIR: Text = { zh: '换一种写法，或者直接改文件', en: 'another way of writing it, or a change of the file itself' };
