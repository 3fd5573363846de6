import { YES_NO } from '../values/type.js';
import { unknownOf } from '../values/unknown.js';
import type { Measure } from './measure.js';

/** `determined: yes/no, question:, by:`: what only a person can decide; not known until a determination is in the contract file. */
export const determined: Measure = {
  parameters: [],
  link: (linking) => {
    if (linking.word('determined', ['yes/no']) === undefined) return undefined;
    if (!linking.has('question')) {
      return linking.fail('determined', 'no-question', {
        zh: '由人认定的事实要写明 question（问什么）和 by（谁认定）',
        en: 'what a person decides needs a question and by whom',
      });
    }
    return {
      type: YES_NO,
      operands: [],
      events: [],
      evaluate: (_scope, fact) => unknownOf(YES_NO, [{ fact, why: 'determination' }]),
      say: () => ({ zh: '由人认定', en: 'for a person to determine' }),
    };
  },
};
