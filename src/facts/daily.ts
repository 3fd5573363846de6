import type { Decimal } from '../money/money.js';
import { ZERO, type Missing, type Quantity } from '../values/value.js';
import type { Selected } from './selection.js';

/** What one day adds up to; `high` null: unbounded. */
export interface DailyTotal {
  readonly day: number;
  low: Decimal;
  high: Decimal | null;
  readonly evidence: string[];
  readonly missing: Missing[];
}

/** Sums of a field by civil day, in order; days without events are left out. */
export function dailyTotals(events: readonly Selected[], field: string, fact: string): readonly DailyTotal[] {
  const days = new Map<number, DailyTotal>();
  for (const { event, sure } of events) {
    const total = days.get(event.day) ?? { day: event.day, low: ZERO, high: ZERO, evidence: [], missing: [] };
    const value = event.fields.get(field) as Quantity | undefined;
    if (value === undefined) total.missing.push({ fact, why: 'field', events: event.type, from: event.day });
    if (sure && value !== undefined) total.low = total.low.plus(value.low);
    total.high = total.high === null || value?.high == null ? null : total.high.plus(value.high);
    total.evidence.push(event.id);
    days.set(event.day, total);
  }
  return [...days.values()].sort((a, b) => a.day - b.day);
}
