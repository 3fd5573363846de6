import { Lines } from '../../input/lines.js';
import type { Place } from '../../input/problem.js';
import type { Edit } from '../finding.js';

/** A replacement in the text as it is by now. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * A file's text, and what it becomes as slips of the keyboard are put right one after another. It remembers where each character came from, so that
 * what is said of the repaired text points into the file as it is.
 */
export class Repaired {
  readonly #file: string;
  readonly #lines: Lines;
  readonly #original: string;
  #text: string;
  #origin: number[];

  constructor(file: string, text: string) {
    this.#file = file;
    this.#original = text;
    this.#text = text;
    this.#lines = new Lines(file, text);
    this.#origin = Array.from({ length: text.length + 1 }, (_, at) => at);
  }

  get file(): string {
    return this.#file;
  }

  get original(): string {
    return this.#original;
  }

  get text(): string {
    return this.#text;
  }

  /** Where in the file a character of the repaired text stands. */
  place(at: number): Place {
    return this.#lines.place(this.#origin[at] ?? this.#original.length);
  }

  /** The place in the file of a place in the repaired text. */
  back({ line, column }: Place): Place {
    return this.place(new Lines(this.#file, this.#text).offset(line) + column - 1);
  }

  /** A change as an edit of the file as it is. */
  edit({ from, to, text }: Change): Edit {
    const start = this.#origin[from] ?? this.#original.length;
    return { file: this.#file, from: start, to: to === from ? start : (this.#origin[to - 1] ?? start) + 1, text };
  }

  /** Makes changes, which must not overlap. */
  apply(changes: readonly Change[]): void {
    for (const { from, to, text } of changes.toSorted((a, b) => b.from - a.from)) {
      const at = this.#origin[from] ?? this.#original.length;
      this.#text = this.#text.slice(0, from) + text + this.#text.slice(to);
      this.#origin.splice(from, to - from, ...Array.from(text, () => at).slice(0, text.length));
    }
  }
}
