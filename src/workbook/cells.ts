/** Which cell of a workbook shows which part of its files. */
import { Lines } from '../input/lines.js';
import type { Place, Problem, Text } from '../input/problem.js';
import type { Placed } from './apply.js';
import type { FilledTable } from './read-tables.js';
import { isSameCell } from './same-cell.js';
import type { Book, Row, Sheet } from './sheet.js';
import { writePath, type Path } from './text/path.js';
import { YamlText } from './text/yaml-text.js';
import { keyOf, keyOfRow } from './version.js';

export interface Spot {
  readonly from: number;
  readonly to: number;
  readonly place: Place;
  readonly sheet: Sheet;
  readonly row: number;
  /** The id of its column; undefined: the whole row. */
  readonly column: string | undefined;
  /** What was filled in. */
  readonly text: string;
}

/** The cells of a workbook beside the files as they are to be. */
export class Cells {
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

  /**
   * The cell for a place in a file; undefined where no cell shows it. Of several that show it, one that was changed.
   * @param touched the addresses of changed cells
   * @param fresh new rows, as `sheet/row`: each of their cells is a changed one
   */
  spotOf({ file, line, column }: Place, touched: readonly Place[], fresh: ReadonlySet<string>): Spot | undefined {
    const yaml = this.#book.files.get(file);
    if (yaml === undefined) return undefined;
    const at = new Lines(file, yaml.text).offset(line) + column - 1;
    const within = this.#spotsIn(file, yaml).filter(({ from, to }) => from <= at && at <= to);
    const changed = within.filter(
      ({ sheet, row, place }) => fresh.has(`${sheet.name}/${row}`) || touched.some(({ cell }) => cell === place.cell),
    );
    const smallest = (spots: readonly Spot[]): Spot | undefined =>
      spots.reduce<Spot | undefined>(
        (best, one) => (best === undefined || one.to - one.from < best.to - best.from ? one : best),
        undefined,
      );
    const found = smallest(changed) ?? smallest(within);
    // What is said of a row as a whole is about the cell that was changed in it.
    const inRow = touched.find(({ line: row, cell }) => row === found?.place.line && sheetOf(cell) === sheetOf(found.place.cell));
    return changed.length > 0 || found === undefined || inRow === undefined ? found : { ...found, place: inRow };
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
        const rest = sheet.columns.filter(({ kind }) => kind === 'rest').map(({ id }) => id);
        const texts = table.rows.find((one) => one.row === row)?.texts;
        const keys = sheet.columns.filter(({ kind }) => kind === 'key').map(({ id }) => id);
        const spot = (path: Path, column: string | undefined): readonly Spot[] =>
          rangesOf(yaml, path, column !== undefined && keys.includes(column)).map((range) => {
            const text = column === undefined ? '' : (texts?.get(column) ?? '');
            return { ...range, place: table.place(row, column), sheet, row, column, text };
          });
        const cells = [...(shown?.cells ?? [])].flatMap(([id, { path }]) =>
          path === undefined || rest.includes(id) ? [] : spot(path, id),
        );
        return [...cells, ...spot(at, undefined)];
      });
    this.#spots.set(file, spots);
    return spots;
  }
}

const sheetOf = (cell: string | undefined): string => cell?.replace(/![^!]*$/, '') ?? '';

/** A key with its value, or alone. */
function rangesOf(yaml: YamlText, path: Path, isKeyAlone: boolean): readonly { readonly from: number; readonly to: number }[] {
  const node = yaml.node(path);
  const key = (yaml.pair(path)?.key as { range?: readonly number[] } | undefined)?.range;
  const range = node === undefined ? undefined : yaml.rangeOf(node);
  const from = key?.[0] ?? range?.from;
  if (from === undefined) return [];
  if (isKeyAlone && key?.[1] !== undefined) return [{ from, to: key[1] }];
  // Of a key without a value, its line.
  const end = yaml.text.indexOf('\n', from);
  return [{ from, to: range?.to ?? (end === -1 ? yaml.text.length : end) }];
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
