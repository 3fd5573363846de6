import { fits } from '../values/type.js';
import type { Measure } from './measure.js';

/** `reading: name, choices: …`: what the alternative chosen says. */
export const reading: Measure = {
  parameters: ['choices'],
  link: (linking) => {
    const operand = linking.reading();
    if (operand === undefined) return undefined;
    const choices = Object.values(operand.reading?.choices ?? {});
    const odd = choices.find((one) => !fits(one.type, operand.type));
    if (odd !== undefined)
      return linking.fail('choices', 'unit-mismatch', {
        zh: `读法“${linking.key}”各选项的类型不一致：“${odd.says.zh}”`,
        en: `the alternatives are of different types: “${odd.name}”`,
      });
    return {
      type: operand.type,
      operands: [operand],
      events: [],
      evaluate: (scope) => operand.evaluate(scope),
      say: (show) => ({ zh: show(operand), en: show(operand) }),
    };
  },
};
