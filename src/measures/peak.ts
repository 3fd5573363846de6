import { dailyTotals } from '../facts/daily.js';
import { select } from '../facts/selection.js';
import { quantity, ZERO, type Quantity } from '../values/value.js';
import { onlyUnit } from '../values/type.js';
import type { Decimal } from '../money/money.js';
import type { Measure } from './measure.js';
import { sayEvents } from './say.js';

/** `peak: field, of: type, window: days`: the highest sum within any run of so many calendar days, or any `calendar-week` (Monday to Sunday). */
export const peak: Measure = {
  parameters: ['of', 'window', 'from', 'to', 'after', 'before', 'where'],
  link: (linking) => {
    const field = linking.text('peak');
    const types = linking.eventTypes('of');
    const selection = types && linking.selection(types);
    const byWeek = linking.written.window === 'calendar-week';
    const window = byWeek ? undefined : linking.operand('window', (type) => onlyUnit(type) === 'days');
    if (field === undefined || types === undefined || selection === undefined || (!byWeek && window === undefined)) return undefined;
    const type = linking.quantityField(field, types, 'peak');
    const says = types[0]?.fields.get(field)?.says;
    if (type === undefined) return undefined;
    return {
      type,
      operands: [...selection.operands, ...(window === undefined ? [] : [window])],
      events: selection.types,
      needs: selection.needs,
      evaluate: (scope, fact) => {
        const found = select(selection, scope, fact);
        const days = dailyTotals(found.events, field, fact);
        const length = window === undefined ? 7 : (window.evaluate(scope) as Quantity).low.toNumber();
        // 1970-01-01 was a Thursday, so weeks from Monday start at day numbers that leave 4 when divided by 7.
        const inside = byWeek
          ? (a: number, b: number): boolean => Math.floor((a - 4) / 7) === Math.floor((b - 4) / 7)
          : (a: number, b: number): boolean => b - a < length;
        const low = highest(
          days.map((one) => ({ day: one.day, amount: one.low })),
          inside,
        );
        const high =
          found.gapFrom !== null
            ? null
            : highest(
                days.map((one) => ({ day: one.day, amount: one.high })),
                inside,
              );
        const sure = high?.sum != null && high.sum.eq(low.sum ?? ZERO);
        const within = days.filter((one) => one.day >= low.from && one.day <= low.to);
        return quantity(low.sum ?? ZERO, high === null ? null : high.sum, {
          missing: sure ? [] : [...found.missing, ...days.flatMap((one) => one.missing)],
          evidence: within.flatMap((one) => one.evidence),
        });
      },
      say: (show) => {
        const events = sayEvents(selection, show);
        return {
          zh: `${events.zh}的${says?.zh ?? field}在任意${window === undefined ? '自然周（周一至周日）' : `连续${show(window)}`}内的最高合计`,
          en: `highest sum of ${says?.en ?? field} of ${events.en} within any ${window === undefined ? 'calendar week' : `${show(window)} in a row`}`,
        };
      },
    };
  },
};

interface Best {
  sum: Decimal | null;
  from: number;
  to: number;
}

/** A null amount is unbounded. */
function highest(
  days: readonly { readonly day: number; readonly amount: Decimal | null }[],
  inside: (first: number, last: number) => boolean,
): Best {
  let best: Best = { sum: ZERO, from: 0, to: -1 };
  let start = 0;
  let sum = ZERO;
  for (const { day, amount } of days) {
    if (amount === null) return { sum: null, from: day, to: day };
    sum = sum.plus(amount);
    for (let first = days[start]; first !== undefined && !inside(first.day, day); first = days[++start])
      sum = sum.minus(first.amount ?? ZERO);
    if (best.sum !== null && sum.gt(best.sum)) best = { sum, from: days[start]?.day ?? day, to: day };
  }
  return best;
}
