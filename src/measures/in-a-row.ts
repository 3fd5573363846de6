import { decimal } from '../money/money.js';
import { COUNT } from '../values/type.js';
import { quantity, together, type YesNo } from '../values/value.js';
import { askedEach, EACH_PARAMETERS } from './asked-each.js';
import type { Measure } from './measure.js';
import { isYesNo, truthsOf } from './some.js';

/** `in-a-row: fact, each: …`: for how many of them, one right after the other, it holds at most. */
export const inARow: Measure = {
  parameters: EACH_PARAMETERS,
  link: (linking) => {
    const asked = askedEach<YesNo>(linking, isYesNo);
    if (asked === undefined) return undefined;
    return {
      ...asked.compiled,
      type: COUNT,
      evaluate: (scope, fact) => {
        const { found, hidden } = truthsOf(asked, scope, fact);
        // One that perhaps is none of them breaks no row for sure.
        const belonging = found.filter((one) => one.sure || one.truth !== 'no');
        const most = longest(belonging, (one) => one.truth !== 'no');
        // Where records are missing, further ones may lie between those that are known.
        const surely = longest(found, (one) => one.truth === 'yes');
        const least = hidden.length > 0 ? Math.min(1, surely) : surely;
        const unsure = found.filter((one) => one.truth === 'unknown');
        return quantity(decimal(least), hidden.length > 0 ? null : decimal(most), {
          missing: [...together(unsure).missing, ...hidden],
          evidence: together(found.filter((one) => one.truth !== 'no')).evidence,
        });
      },
      say: (show) => ({ zh: `${asked.say(show).zh}连续成立的最多次数`, en: `longest row of ${asked.say(show).en}` }),
    };
  },
};

type Found = YesNo & { readonly row: string | null };

function longest(found: readonly Found[], holds: (one: Found) => boolean): number {
  let best = 0;
  let row = 0;
  for (const [index, one] of found.entries()) {
    // The last month of one row is not followed by the first of the next.
    if (found[index - 1]?.row !== one.row) row = 0;
    row = holds(one) ? row + 1 : 0;
    best = Math.max(best, row);
  }
  return best;
}
