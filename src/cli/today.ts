import { DateTime } from 'luxon';
import { parseDay, type Day } from '../calendar/day.js';

/** Today in Asia/Shanghai: in this file alone time comes in by itself. */
export function today(): Day {
  // eslint-disable-next-line no-restricted-syntax -- the default of --as-of, and nothing else
  const text = DateTime.now().setZone('Asia/Shanghai').toFormat('yyyy-MM-dd');
  const day = parseDay(text);
  if (day === undefined) throw new Error(`the clock says ${text}`);
  return day;
}

/** Milliseconds since 1970: when a check was made, for the log of checks and for nothing else. */
// eslint-disable-next-line no-restricted-syntax -- a log says when; no report does
export const now = (): number => DateTime.now().toMillis();
