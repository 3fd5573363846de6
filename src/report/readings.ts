/** The readings a contract is checked under, each with what the alternative chosen says. */
import type { Contract } from '../contract/contract.js';
import type { Text } from '../input/problem.js';
import type { Declarations, Reading } from '../rulebook/declarations.js';
import type { Report } from '../schema-types/report.js';
import type { Value } from '../values/value.js';

/** As signed; what an amendment chose instead stands with it. */
export const readingEntries = ({ readings }: Declarations, contract: Contract): Report['readings'] =>
  [...readings.values()].map((reading) => {
    const choice = contract.readings.get(reading.name) ?? reading.default;
    const { value, says } = alternativeOf(reading, choice, contract.terms);
    return { reading: reading.name, about: reading.about, clause: reading.clause, value, says, default: choice === reading.default };
  });

/** The alternative; where it takes a number, that number. */
export function alternativeOf(
  { within, choices }: Reading,
  choice: string,
  terms: ReadonlyMap<string, Value>,
): { readonly value: string; readonly says: Text } {
  const number = within === null || choice !== 'within' ? undefined : terms.get(within.as);
  return {
    value: number?.type === 'quantity' ? number.low.toString() : choice,
    says: choices.get(choice) ?? { zh: choice, en: choice },
  };
}
