/** What the `where` of a rule's `each` says of the events for which the rule is: it holds whenever the rule is asked. */
import type { LinkedFact, Operand } from '../../facts/fact.js';
import type { LinkedRule } from '../../rulebook/rule.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { both, type Formula } from '../solve/formula.js';

/** Of each field, as the facts say that read it of `this` event. */
export function whereOf({ each, place }: LinkedRule, { facts }: Pick<Rulebook, 'facts'>): Formula {
  if (each?.of !== 'events') return both();
  return both(
    ...each.selection.where.flatMap(({ field, operator, wanted }) =>
      wanted === undefined
        ? []
        : readingOf(field, facts).map((fact): Formula => ({
            leaf: { fact: operandOf(fact), operator, value: wanted, negated: false, place },
          })),
    ),
  );
}

const readingOf = (field: string, facts: Rulebook['facts']): readonly LinkedFact[] =>
  [...facts.values()].filter(
    ({ measure, written, question }) => measure === 'field' && written.field === field && written.of === 'this' && question === null,
  );

const operandOf = (fact: LinkedFact): Operand => ({
  name: fact.name,
  says: fact.says,
  type: fact.type,
  needs: fact.needs,
  fact,
  evaluate: () => {
    throw new Error('no event in particular');
  },
});
