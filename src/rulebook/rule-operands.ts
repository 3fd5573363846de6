/** What a rule rests on. */
import type { LinkedCondition } from '../facts/condition.js';
import type { Operand } from '../facts/fact.js';
import type { LinkedRule } from './rule.js';

export const conditionsOf = (rule: LinkedRule): readonly LinkedCondition[] =>
  [rule.when, rule.formality, rule.exercised, rule.met, rule.breached, rule.exceeded].filter((one) => one !== null);

export const operandsOf = (rule: LinkedRule): readonly Operand[] => [
  ...[rule.arises, rule.until, rule.lapses, rule.due, rule.performed, rule.ledger?.ceiling ?? null].filter((one) => one !== null),
  ...rule.shows,
  ...rule.amounts.flatMap((amount) => (amount.paid === null ? [amount.amount] : [amount.amount, amount.paid])),
];

/** What a rule rests on, in the order of its conditions. */
export function operandsOfRule(rule: LinkedRule): readonly Operand[] {
  const exemptions = [...rule.unless, ...rule.releasedBy];
  const conditions = [...conditionsOf(rule), ...exemptions.map((use) => use.exemption.when)];
  return [
    ...conditions.flatMap((one) => one.leaves.flatMap((leaf) => [leaf.fact, leaf.value])),
    ...operandsOf(rule),
    ...exemptions.flatMap((use) => use.within?.during ?? []),
  ];
}
