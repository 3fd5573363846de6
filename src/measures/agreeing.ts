import { absentOf } from '../values/unknown.js';
import { choice, together, type Choice } from '../values/value.js';
import type { Measure } from './measure.js';

/** `agreeing: [a, b]`: what all of them say that say anything; unknown where two differ. */
export const agreeing: Measure = {
  parameters: [],
  link: (linking) => {
    const operands = linking.operands('agreeing', (type) => type.kind === 'choice');
    const type = operands?.[0]?.type;
    if (operands === undefined || type?.kind !== 'choice') return undefined;
    const all = [...new Set(operands.flatMap((one) => (one.type.kind === 'choice' ? one.type.of : [])))];
    return {
      type: { ...type, of: all },
      operands,
      events: [],
      evaluate: (scope, fact) => {
        const said = operands.map((one) => one.evaluate(scope) as Choice).filter((one) => one.come !== 'no');
        const support = together(said);
        if (said.length === 0) return absentOf(type);
        const possible = all.filter((one) => said.every((value) => value.possible === null || value.possible.includes(one)));
        if (possible.length === 0) return choice(all, 'yes', { ...support, missing: [{ fact, why: 'conflict' }] });
        return choice(possible, 'yes', possible.length === 1 ? { evidence: support.evidence } : support);
      },
      say: (show) => ({ zh: `${operands.map(show).join('与')}一致所指`, en: `what ${operands.map(show).join(' and ')} agree on` }),
    };
  },
};
