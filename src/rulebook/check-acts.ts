import type { Leaf, LinkedCondition } from '../facts/condition.js';
import type { ProblemCode, Place, Text } from '../input/problem.js';

type Report = (code: ProblemCode, place: Place, message: Text, repair: Text) => void;

/** Whether a leaf holds of what has not come, once the other day is there. */
const holdsWithout = ({ operator, negated }: Leaf): boolean =>
  negated ? operator === 'before' || operator === 'on-or-before' : operator === 'after' || operator === 'on-or-after';

/** A step or an exercise is an act: one that is only “not before” a day would be there without anybody having acted. */
export function checkActs(key: 'formality' | 'exercised', condition: LinkedCondition | null, report: Report): void {
  const leaves = condition?.leaves ?? [];
  const acted = new Set(leaves.filter((leaf) => leaf.operator === 'happened' && !leaf.negated).map((leaf) => leaf.fact.name));
  for (const leaf of leaves) {
    const { fact } = leaf;
    if (!holdsWithout(leaf) || acted.has(fact.name) || (fact.fact?.events.size ?? 0) === 0) continue;
    report(
      'not-allowed',
      leaf.place,
      {
        zh: `“${fact.says.zh}”没有发生时，到了那一日这一条件也成立，“${key}”就等于不要求它发生`,
        en: `once that day is reached this holds although “${fact.name}” has not come, so “${key}” asks for nothing`,
      },
      {
        zh: `写成 all: [ { fact: ${fact.name}, operator: happened, value: yes }, { … } ]`,
        en: `write all: [ { fact: ${fact.name}, operator: happened, value: yes }, { … } ]`,
      },
    );
  }
}
