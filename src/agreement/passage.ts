/** A stretch of the agreement as one text, which knows where each of its characters stands. */
import type { Place } from '../input/problem.js';
import { compact } from './characters.js';
import { placeIn, type Line } from './line.js';

interface Piece {
  /** Where in the passage it begins. */
  readonly from: number;
  readonly line: Line;
  readonly columns: readonly number[];
}

export class Passage {
  readonly text: string;
  readonly #file: string;
  readonly #pieces: readonly Piece[];

  private constructor(file: string, text: string, pieces: readonly Piece[]) {
    this.#file = file;
    this.text = text;
    this.#pieces = pieces;
  }

  /** Lines joined into one text, blanks that only set type left out; `from`: where in its first line it begins. */
  static of(file: string, lines: readonly Line[], from = 0): Passage {
    let text = '';
    const pieces: Piece[] = [];
    for (const [index, line] of lines.entries()) {
      const start = index === 0 ? from : 0;
      const { text: bare, columns } = compact({ text: line.text.slice(start), columns: line.columns.slice(start) });
      const isWords = /[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(bare);
      if (isWords) text += ' ';
      pieces.push({ from: text.length, line: { ...line, columns }, columns });
      text += bare;
    }
    return new Passage(file, text, pieces);
  }

  /** Passages one under the other. */
  static joined(file: string, passages: readonly Passage[]): Passage {
    let text = '';
    const pieces: Piece[] = [];
    for (const passage of passages) {
      if (text !== '') text += '\n';
      for (const piece of passage.#pieces) pieces.push({ ...piece, from: piece.from + text.length });
      text += passage.text;
    }
    return new Passage(file, text, pieces);
  }

  /** Where a character of the text stands in the file. */
  place(at: number): Place {
    const piece = this.#pieceAt(at);
    return piece === undefined ? { file: this.#file, line: 1, column: 1 } : placeIn(this.#file, piece.line, at - piece.from);
  }

  /** The line of the file in which a character stands. */
  lineAt(at: number): Line | undefined {
    return this.#pieceAt(at)?.line;
  }

  /** Rows of tables in it, each with the position where it begins. */
  get rows(): readonly { readonly at: number; readonly cells: readonly string[] }[] {
    return this.#pieces.flatMap(({ from, line }) => (line.cells === null ? [] : [{ at: from, cells: line.cells }]));
  }

  #pieceAt(at: number): Piece | undefined {
    let [low, high] = [0, this.#pieces.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pieces[middle]?.from ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return this.#pieces[low];
  }
}
