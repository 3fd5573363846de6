/** Values in a short notation, so that what a test expects can be read. */
import { formatDay, type Day } from '../../src/calendar/day.js';
import type { Value } from '../../src/values/value.js';

const DAY_MS = 86_400_000;
const OFFSET_MS = 28_800_000;

const dayText = (day: number): string => (Number.isFinite(day) ? formatDay(day as Day) : day < 0 ? '-∞' : '∞');

function instantText(ms: number): string {
  if (!Number.isFinite(ms)) return ms < 0 ? '-∞' : '∞';
  const day = Math.floor((ms + OFFSET_MS) / DAY_MS);
  const inDay = ms + OFFSET_MS - day * DAY_MS;
  const clock = [inDay / 3_600_000, (inDay / 60_000) % 60].map((n) => `${Math.floor(n)}`.padStart(2, '0')).join(':');
  return `${dayText(day)}T${clock}`;
}

/**
 * `5`, `3..5`, `3..` (unbounded) · `2023-03-08`, `2023-03-08..2023-03-10`, with `?` where it may not have come, `not yet` ·
 * `yes`, `no`, `unknown` · `provider`, `provider|operator`, `none`, `any`.
 */
export function written(value: Value): string {
  switch (value.type) {
    case 'quantity':
      return value.high === null
        ? `${value.low.toString()}..`
        : value.high.eq(value.low)
          ? value.low.toString()
          : `${value.low.toString()}..${value.high.toString()}`;
    case 'moment': {
      if (value.come === 'no') return 'not yet';
      const text = value.grain === 'day' ? dayText : instantText;
      const range = value.earliest === value.latest ? text(value.earliest) : `${text(value.earliest)}..${text(value.latest)}`;
      return value.come === 'maybe' ? `${range}?` : range;
    }
    case 'yes/no':
      return value.truth;
    case 'choice':
      return value.come === 'no' ? 'none' : (value.possible?.join('|') ?? 'any') + (value.come === 'maybe' ? '?' : '');
    case 'duration':
      return `P${value.months}M${value.days}D`;
    case 'list':
      return `${value.rows.length} rows`;
  }
}

/** Why a value is not known: `fact why events from`. */
export const gaps = (value: Pick<Value, 'missing'>): readonly string[] =>
  value.missing.map((one) =>
    [one.fact, one.why, one.events, one.from === undefined ? undefined : formatDay(one.from)]
      .filter((part) => part !== undefined)
      .join(' '),
  );
