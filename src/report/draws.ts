/** What drew on a cap, as the report has it. */
import { formatDay } from '../calendar/day.js';
import type { Draw } from '../findings/ledger.js';
import { formatMoney } from '../money/money.js';
import type { Draw as DrawEntry } from '../schema-types/report.js';
import { isExact, type Quantity } from '../values/value.js';

export function drawEntry({ day, rule, instance, event, kind, from, to, asked, allowed, left }: Draw): DrawEntry {
  return {
    day: formatDay(day),
    rule,
    instance,
    event,
    kind,
    from,
    to,
    asked: moneyOrNull(asked),
    allowed: moneyOrNull(allowed),
    left: moneyOrNull(left),
    ...(isExact(asked) ? {} : { askedAtLeast: formatMoney(asked.low), askedAtMost: mostOf(asked) }),
    ...(isExact(allowed) ? {} : { allowedAtLeast: formatMoney(allowed.low), allowedAtMost: mostOf(allowed) }),
    ...(isExact(left) ? {} : { leftAtLeast: formatMoney(left.low), leftAtMost: mostOf(left) }),
  };
}

const mostOf = ({ high }: Quantity): string | null => (high === null ? null : formatMoney(high));

/** An exact sum as it is written; null: it lies between two. */
export const moneyOrNull = (value: Quantity): string | null => (value.high?.eq(value.low) === true ? formatMoney(value.low) : null);
