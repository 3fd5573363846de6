/** An agreement as it stands in its file: lines, with their places. */
import type { Place } from '../input/problem.js';
import { compact, normalise, type Normal } from './characters.js';

/** `text`: a line of a text file; `word`: a paragraph or a table's row; `pdf`: a line of a page. */
export type DocumentKind = 'text' | 'word' | 'pdf';

export interface Line extends Normal {
  /** Line of the file, paragraph of the document, or line of the page; from 1. */
  readonly line: number;
  readonly page: number | null;
  /** Nothing stands between it and the line before it. */
  readonly follows: boolean;
  /** A row of a table: its cells, in their order. */
  readonly cells: readonly string[] | null;
  /** What the word processor numbers it by, as it shows; the text does not hold it. */
  readonly label: string | null;
  /** A footnote, or a line of one. */
  readonly isNote: boolean;
}

/** An agreement out of its file, before anything is made of it. */
export interface Document {
  readonly file: string;
  readonly kind: DocumentKind;
  readonly lines: readonly Line[];
  readonly pages: number | null;
  /** Pages on which there is no text: pictures, or nothing. */
  readonly emptyPages: readonly number[];
  /** Where tables begin whose rows cannot be told apart: their lines are as they stand. */
  readonly looseTables: readonly Line[];
}

/** Characters that an agreement may have; a book has fewer. */
export const MOST_CHARACTERS = 2_000_000;

/** A line out of what is written; cells are parted by tabs. */
export function lineOf(
  written: string,
  {
    line,
    page = null,
    follows,
    isRow,
    label = null,
    isNote = false,
  }: { line: number; page?: number | null; follows: boolean; isRow: boolean; label?: string | null; isNote?: boolean },
): Line {
  const normal = normalise(written);
  // Empty cells behind the last that is filled are cells all the same; on a page blanks only set type.
  const cells = isRow ? written.split('\t').map((cell) => (page === null ? normalise(cell) : compact(normalise(cell))).text.trim()) : null;
  return { ...normal, line, page, follows, cells, label, isNote };
}

/** Where a line stands, from a position in its text on. */
export function placeIn(file: string, line: Line, at: number): Place {
  const column = line.columns[at] ?? line.columns.at(-1) ?? 1;
  return { file, line: line.line, column, ...(line.page === null ? {} : { cell: `p${line.page}:${line.line}` }) };
}
