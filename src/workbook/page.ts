/** A workbook to be written: what stands in it, and what helps whoever fills it in. */

/** How the cells of a column are stored: as text, so that no program makes something else of it, or as what they are. */
export type Stored = 'text' | 'number' | 'share' | 'money' | 'date' | 'date-time';

export interface PageColumn {
  readonly heading: string;
  readonly note?: string;
  readonly width: number;
  readonly isHidden?: boolean;
  /** The list it is chosen from. */
  readonly list?: string;
  /** Nothing else will do. */
  readonly isClosed?: boolean;
  readonly isRequired?: boolean;
  readonly stored?: Stored;
  /** Locked in rows that are there; rows for new entries are open. */
  readonly isLocked?: boolean;
}

export interface PageCell {
  readonly text: string;
  readonly isLocked: boolean;
  /** Of this cell alone, in place of the column's. */
  readonly stored?: Stored;
  readonly list?: string;
}

export interface Page {
  readonly name: string;
  readonly isHidden?: boolean;
  readonly columns: readonly PageColumn[];
  /** Lines above the headings. */
  readonly above?: readonly (readonly string[])[];
  readonly rows: readonly (readonly PageCell[])[];
  /** Rows ready for new entries. */
  readonly spare: number;
  readonly isProtected: boolean;
  /** Text that takes several lines is shown so. */
  readonly isWrapped: boolean;
  /** Which columns a row has a use for hangs on one of its cells: `word.heading` stands in a list; the other cells are shown grey. */
  readonly grey?: { readonly by: number; readonly from: number; readonly pairs: string };
}

export interface WorkbookPages {
  readonly title: string;
  readonly pages: readonly Page[];
  /** Lists of words by name. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
}
