/** Which part of the log exists: from `coverage` in the contract file. */
import { addDays, type Day } from '../calendar/day.js';

/** `none`: nobody keeps it; `complete`; or the last day through which it is complete. */
export type Covered = 'none' | 'complete' | Day;
export type Coverage = Readonly<Record<string, Covered>>;

/** The first day on which the log of a type has a gap (negative infinity: it has never been kept), or null. The full name outranks its first part. */
export function gapFrom(coverage: Coverage, type: string): number | null {
  const covered = coverage[type] ?? coverage[type.split('.')[0] ?? ''] ?? 'complete';
  if (covered === 'complete') return null;
  return covered === 'none' ? Number.NEGATIVE_INFINITY : addDays(covered, 1);
}
