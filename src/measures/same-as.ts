import type { Measure } from './measure.js';

/** `same-as: name`: a fact or term under another name. */
export const sameAs: Measure = {
  parameters: [],
  link: (linking) => {
    const of = linking.operand('same-as');
    if (of === undefined) return undefined;
    return {
      type: of.type,
      operands: [of],
      events: [],
      evaluate: (scope) => of.evaluate(scope),
      say: (show) => ({ zh: show(of), en: show(of) }),
    };
  },
};
