import { readMoneyWords } from '../money/words.js';
import { MONEY } from '../values/type.js';
import { onlyChoice, quantity, ZERO, type Choice } from '../values/value.js';
import type { Measure } from './measure.js';

/** `money-in-words: text`: the amount that Chinese words say; not known where they cannot be read. */
export const moneyInWordsMeasure: Measure = {
  parameters: [],
  link: (linking) => {
    const words = linking.operand('money-in-words', (type) => type.kind === 'text');
    if (words === undefined) return undefined;
    return {
      type: MONEY,
      operands: [words],
      events: [],
      evaluate: (scope, fact) => {
        const text = onlyChoice(words.evaluate(scope) as Choice);
        const amount = text === undefined ? undefined : readMoneyWords(text);
        return amount === undefined ? quantity(ZERO, null, { missing: [{ fact: words.term ?? fact, why: 'field' }] }) : quantity(amount);
      },
      say: (show) => ({ zh: `${show(words)}所写的金额`, en: `amount that ${show(words)} says` }),
    };
  },
};
