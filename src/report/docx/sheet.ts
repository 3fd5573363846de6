import type { Language } from '../../input/problem.js';

/** What blocks are laid out with. */
export interface Sheet {
  readonly lang: Language;
  /** Before every name of a place, so that those of several reports stay apart. */
  readonly prefix: string;
  /** From the left edge, and from there on. */
  readonly indent: number;
  readonly width: number;
  /** Numbers of bookmarks and pictures: the library would count each from one, or draw lots. */
  readonly next: () => number;
  /** Inside a field titles are no headings, so that the outline stays one of findings. */
  readonly inField: boolean;
}

/** A name that a bookmark can have. */
export const placeOf = ({ prefix }: Sheet, id: string | number): string => `${prefix}_${id}`;
