import { add } from '../values/bounds.js';
import { quantity, together, ZERO, type Quantity } from '../values/value.js';
import { askedEach, EACH_PARAMETERS } from './asked-each.js';
import type { Measure } from './measure.js';
import { tellSum } from './say-parts.js';

/** `altogether: quantity, each: …`: its sum over all of them. */
export const altogether: Measure = {
  parameters: EACH_PARAMETERS,
  link: (linking) => {
    const asked = askedEach<Quantity>(linking, (type) => type.kind === 'quantity');
    if (asked === undefined) return undefined;
    return {
      ...asked.compiled,
      type: asked.asked.type,
      evaluate: (scope, fact) => {
        const { found, hidden } = asked.answers(scope, fact);
        const parts = found.map((one) => quantity(one.sure ? one.value.low : ZERO, one.value.high, asked.support(one)));
        const sum = add(parts);
        return hidden.length === 0 ? sum : quantity(sum.low, null, together([sum, { missing: hidden, evidence: [] }]));
      },
      tell: (scope, show, figure) => {
        const { found, hidden } = asked.answers(scope, '');
        if (hidden.length > 0) return undefined;
        const { zh, en } = asked.say(show);
        return tellSum(
          { zh: `${zh}之和`, en: `sum of ${en}` },
          found.map(({ id, value, sure }) => ({ of: asked.ofEvents ? null : id, figure: figure(value, asked.asked.type), sure })),
        );
      },
      say: (show) => ({ zh: `${asked.say(show).zh}之和`, en: `sum of ${asked.say(show).en}` }),
    };
  },
};
