/** What came of binding the figures of a clause to what can carry them. */
import type { Passage } from '../agreement/passage.js';
import type { Term } from '../rulebook/declarations.js';
import type { Expected } from './expected.js';
import type { Figure } from './figure.js';
import type { Sum } from './sums.js';

/** A figure with the passage in which it stands. */
export interface Found {
  readonly figure: Figure;
  readonly passage: Passage;
}

export type Mismatch = {
  readonly found: Found;
  readonly expected: Expected;
  /** `unit`: another unit; `time`: a rate for another time; `value`: another number. */
  readonly in: 'unit' | 'time' | 'value';
  /** Nothing else in the clause could be meant. */
  readonly isSure: boolean;
};

/** Two that are both there: each stands where the other should. */
export interface Swapped {
  readonly one: { readonly expected: Expected; readonly found: Found };
  readonly other: { readonly expected: Expected; readonly found: Found };
}

/** A figure that a term of the clause carries. */
export interface Bound {
  readonly found: Found;
  readonly term: Term;
}

/** Figures any of which a term may be. */
export interface Open {
  readonly term: Term;
  readonly could: readonly Found[];
}

export interface Binding {
  readonly bound: readonly Bound[];
  readonly mismatches: readonly Mismatch[];
  /** Figures that stand each where the other should. */
  readonly swapped: readonly Swapped[];
  /** Rates that a clause shows without saying for what time they are. */
  readonly timeless: readonly { readonly found: Found; readonly expected: Expected }[];
  /** Figures that nothing of the clause carries. */
  readonly loose: readonly Found[];
  /** Amounts that are called a sum of terms and are not what those come to. */
  readonly miscounted: readonly { readonly found: Found; readonly sum: Sum }[];
  /** Terms of the clause that its text does not show. */
  readonly unshown: readonly Expected[];
  /** Terms of the clause of which nobody says what they are, and which no figure of the clause could be. */
  readonly unread: readonly { readonly term: Term; readonly found: Found | null }[];
  /** Figures any of which a term of the clause may be, where nobody says which. */
  readonly open: readonly Open[];
}
