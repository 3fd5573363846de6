import { decimal } from '../money/money.js';
import { allOf, anyOf } from '../values/truth.js';
import { COUNT, YES_NO, type Type } from '../values/type.js';
import { quantity, together, yesNo, type YesNo } from '../values/value.js';
import { askedEach, EACH_PARAMETERS, type Answered, type AskedEach } from './asked-each.js';
import type { Measure } from './measure.js';
import type { Scope } from '../facts/scope.js';

export const isYesNo = (type: Type): boolean => type.kind === 'yes/no';

/** Of each whether it holds, what may hide further ones beside. */
export function truthsOf(
  asked: AskedEach<YesNo>,
  scope: Scope,
  fact: string,
): { readonly found: readonly (YesNo & Pick<Answered<YesNo>, 'sure' | 'row'>)[]; readonly hidden: YesNo['missing'] } {
  const { found, hidden } = asked.answers(scope, fact);
  return {
    hidden,
    found: found.map((one) => ({
      ...yesNo(allOf([one.value.truth, one.sure ? 'yes' : 'unknown']), asked.support(one)),
      sure: one.sure,
      row: one.row,
    })),
  };
}

/** `some: fact, each: …`: whether it holds for any of them. */
export const some: Measure = {
  parameters: EACH_PARAMETERS,
  link: (linking) => {
    const asked = askedEach<YesNo>(linking, isYesNo);
    if (asked === undefined) return undefined;
    return {
      ...asked.compiled,
      type: YES_NO,
      evaluate: (scope, fact) => {
        const { found, hidden } = truthsOf(asked, scope, fact);
        const result = anyOf([...found.map((one) => one.truth), hidden.length > 0 ? 'unknown' : 'no']);
        const support = together(found.filter((one) => one.truth === result));
        return yesNo(result, { missing: [...support.missing, ...hidden], evidence: support.evidence });
      },
      say: (show) => ({ zh: `${asked.say(show).zh}成立（有一次即可）`, en: `${asked.say(show).en} holds (once is enough)` }),
    };
  },
};

/** `how-many: fact, each: …`: for how many of them it holds. */
export const howMany: Measure = {
  parameters: EACH_PARAMETERS,
  link: (linking) => {
    const asked = askedEach<YesNo>(linking, isYesNo);
    if (asked === undefined) return undefined;
    return {
      ...asked.compiled,
      type: COUNT,
      evaluate: (scope, fact) => {
        const { found, hidden } = truthsOf(asked, scope, fact);
        const sure = found.filter((one) => one.truth === 'yes');
        const maybe = found.filter((one) => one.truth === 'unknown');
        return quantity(decimal(sure.length), hidden.length > 0 ? null : decimal(sure.length + maybe.length), {
          missing: [...together(maybe).missing, ...hidden],
          evidence: together([...sure, ...maybe]).evidence,
        });
      },
      say: (show) => ({ zh: `${asked.say(show).zh}成立的次数`, en: `number of ${asked.say(show).en}` }),
    };
  },
};
