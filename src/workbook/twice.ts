import type { Edit } from './sheet.js';
import { isWithin } from './text/path.js';

/** Whether two changes are of one place of a file. */
export function isTwice(a: Edit, b: Edit): boolean {
  if (a.file !== b.file || a.kind === 'create' || b.kind === 'create') return false;
  if (a.kind === 'rename' || b.kind === 'rename') return false;
  // What goes with the row above it has gone already.
  if (a.kind === 'remove' && b.kind === 'remove') return false;
  return isWithin(a.path, b.path) || isWithin(b.path, a.path);
}
