import type { Day } from '../calendar/day.js';
import type { Place } from '../input/problem.js';

/** A finding that somebody has accepted, for a reason and for a time. */
export interface Waiver {
  readonly rule: string;
  readonly instance: string | null;
  /** null: in whichever contract. */
  readonly contract: string | null;
  readonly owner: string;
  readonly reason: string;
  /** The last day on which it holds. */
  readonly until: Day;
  readonly place: Place;
}
