/** What a workbook of rules consists of: sheets of rows, each cell with the place in the files that it shows. */
import type { Text } from '../input/problem.js';
import type { Path } from './text/path.js';
import type { Written } from './text/written.js';
import type { YamlText } from './text/yaml-text.js';
import type { Lists, ListName } from './lists.js';

/**
 * How a cell is written.
 * name: what a row is called; cannot be changed once it is there.
 * text: words for people. word: a name, number or day. list: several of them, with 、 between.
 * operand: a value, or the name of a fact to compare with. yaml: YAML as in the file. rest: the keys that have no column.
 * key: the key whose value stands in the next column. shown: for reading only.
 */
export type Kind = 'name' | 'text' | 'word' | 'list' | 'operand' | 'yaml' | 'rest' | 'key' | 'shown';

export interface Column {
  /** The key that it shows, or a name of its own. */
  readonly id: string;
  readonly heading: string;
  readonly note: string;
  readonly kind: Kind;
  readonly width: number;
  /** The words it is chosen from. */
  readonly list?: ListName;
  /** Nothing but these words will do. */
  readonly isClosed?: boolean;
  readonly isRequired?: boolean;
  /** What others call the row by: it stays as it is, though it is a key like others. */
  readonly isId?: boolean;
}

export interface Cell {
  readonly text: string;
  /** What it shows in the file, be it there or not; undefined: nothing can be written here. */
  readonly path: Path | undefined;
}

export interface Row {
  readonly file: string;
  /** Where it stands; what goes when the row goes. */
  readonly at: Path;
  readonly cells: ReadonlyMap<string, Cell>;
  /** A row that cannot go. */
  readonly isFixed?: boolean;
}

/** A change of one file. Edits of what is there, then what is new. */
export type Edit =
  | { readonly kind: 'set'; readonly file: string; readonly path: Path; readonly to: Written; readonly order: readonly string[] }
  | { readonly kind: 'rename'; readonly file: string; readonly path: Path; readonly key: string }
  | { readonly kind: 'remove'; readonly file: string; readonly path: Path }
  | { readonly kind: 'append'; readonly file: string; readonly path: Path; readonly to: Written; readonly order: readonly string[] }
  | { readonly kind: 'create'; readonly file: string; readonly text: string };

/** What a new row says, by the ids of its columns; cells that are empty are left out. */
export type Given = ReadonlyMap<string, string>;

/** What a new row becomes: a change, and where the row then stands (`appended`: the new item, or `below` it). Or what is wrong, in which column, and what else. */
export type Added =
  { readonly edit: Edit; readonly at: Path | 'appended'; readonly below?: Path } | (Wrong & { readonly also?: readonly Wrong[] });

interface Wrong {
  readonly column: string;
  readonly message: Text;
  readonly repair: Text;
}

export interface Sheet {
  readonly name: string;
  /** What it is for, in the sheet that explains the others. */
  readonly about: string;
  readonly columns: readonly Column[];
  rows(book: Book): readonly Row[];
  /** Which ratio a cell is, if it is one, by the texts of its row and its column: of a whole, or of it for each day or month. */
  readonly ratio?: (texts: ReadonlyMap<string, string>, column: string) => 'whole' | 'by-time' | undefined;
  /** Absent where there can be no new rows. */
  add?(given: Given, book: Book): Added;
}

/** The files that a workbook shows. */
export interface Book {
  readonly files: ReadonlyMap<string, YamlText>;
  readonly lists: Lists;
}
