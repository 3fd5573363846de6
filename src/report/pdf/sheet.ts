import type { Language } from '../../input/problem.js';
import type { Words } from './characters.js';

/** What blocks are laid out with. */
export interface Sheet {
  readonly lang: Language;
  readonly words: Words;
  /** Before every name of a place, so that those of several reports stay apart. */
  readonly prefix: string;
  /** The part that it stands in, for the outline. */
  readonly part: string;
  /** Points that it may take. */
  readonly width: number;
}
