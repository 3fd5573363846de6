/** Whether a file is a log at all, damaged or not. */
import { endsAsLine, OPENING } from './line.js';
import { linesOf } from './lines.js';

/**
 * Whether any of its lines looks like an entry: begins as one or ends as one. One whose beginning was changed is a log still. What is torn in its
 * first bytes is one as far as it goes; so is nothing at all.
 */
export function isLog(pieces: Iterable<Uint8Array>): boolean {
  let count = 0;
  for (const { bytes, isWhole } of linesOf(pieces)) {
    count += 1;
    const start = bytes.toString('latin1', 0, OPENING.length);
    if (start === OPENING || endsAsLine(bytes) || (!isWhole && count === 1 && OPENING.startsWith(start))) return true;
  }
  return count === 0;
}
