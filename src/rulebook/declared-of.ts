/** What a contract file may name under a rulebook. */
import type { Declared } from '../contract/read-contract.js';
import type { Rulebook } from './rulebook.js';

export function declaredOf(rulebook: Rulebook): Declared {
  const questions = new Map(
    [...rulebook.facts.values()].flatMap((fact) => (fact.question === null ? [] : [[fact.name, fact.type] as const])),
  );
  return { ...rulebook.declared, questions, named: rulebook.named, rules: rulebook.ruleIds };
}
