import { dailyTotals } from '../facts/daily.js';
import { select } from '../facts/selection.js';
import { decimal } from '../money/money.js';
import { DAYS } from '../values/type.js';
import { quantity, type Quantity } from '../values/value.js';
import type { Measure } from './measure.js';
import { sayEvents } from './say.js';

/** `longest-run: field, of: type, more-than: x`: the most days in a row on each of which the sum was more than x. */
export const longestRun: Measure = {
  parameters: ['of', 'more-than', 'from', 'to', 'after', 'before', 'where'],
  link: (linking) => {
    const field = linking.text('longest-run');
    const types = linking.eventTypes('of');
    const selection = types && linking.selection(types);
    const limit = linking.operand('more-than', (type) => type.kind === 'quantity');
    if (field === undefined || types === undefined || selection === undefined || limit === undefined) return undefined;
    if (linking.quantityField(field, types, 'longest-run') === undefined) return undefined;
    const says = types[0]?.fields.get(field)?.says;
    return {
      type: DAYS,
      operands: [...selection.operands, limit],
      events: selection.types,
      needs: selection.needs,
      evaluate: (scope, fact) => {
        const found = select(selection, scope, fact);
        const days = dailyTotals(found.events, field, fact);
        const more = limit.evaluate(scope) as Quantity;
        const sure = run(days.filter((one) => more.high !== null && one.low.gt(more.high)).map((one) => one.day));
        const perhaps =
          found.gapFrom !== null ? null : run(days.filter((one) => one.high === null || one.high.gt(more.low)).map((one) => one.day));
        const evidence = days.filter((one) => sure.includes(one.day)).flatMap((one) => one.evidence);
        const exact = perhaps?.length === sure.length;
        return quantity(decimal(sure.length), perhaps === null ? null : decimal(perhaps.length), {
          missing: exact ? [] : [...found.missing, ...days.flatMap((one) => one.missing)],
          evidence,
        });
      },
      say: (show) => ({
        zh: `${sayEvents(selection, show).zh}的${says?.zh ?? field}每日均超过${show(limit)}的最长连续天数`,
        en: `most days in a row with more than ${show(limit)} ${says?.en ?? field} of ${sayEvents(selection, show).en}`,
      }),
    };
  },
};

/** The longest run of consecutive days. */
function run(days: readonly number[]): readonly number[] {
  let best: readonly number[] = [];
  let current: number[] = [];
  for (const day of days) {
    current = current.at(-1) === day - 1 ? [...current, day] : [day];
    if (current.length > best.length) best = current;
  }
  return best;
}
