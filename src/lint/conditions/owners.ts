/** Every condition of a rulebook with whose it is, as a message says it. */
import type { LinkedCondition, Shape } from '../../facts/condition.js';
import type { LinkedFact, Operand } from '../../facts/fact.js';
import type { Text } from '../../input/problem.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { LinkedRule } from '../../rulebook/rule.js';

export interface OwnedCondition {
  readonly owner: Text;
  /** The id of a rule or exemption, or the name of a fact. */
  readonly of: string;
  readonly condition: LinkedCondition;
  /** It may hold always: each such event is a breach. */
  readonly mayAlwaysHold: boolean;
}

export const ruleInWords = ({ id, title }: Pick<LinkedRule, 'id' | 'title'>): Text => ({
  zh: `规则 ${id}（${title.zh}）`,
  en: `rule ${id} (${title.en})`,
});

export const factInWords = ({ name, says }: Pick<LinkedFact, 'name' | 'says'>): Text => ({
  zh: `事实 ${name}（${says.zh}）`,
  en: `fact ${name} (${says.en})`,
});

export const QUESTIONS = ['when', 'met', 'breached', 'exercised', 'formality', 'exceeded'] as const;
export type Question = (typeof QUESTIONS)[number];

/** A condition that stands in the file; what `due` and `performed` come to is written nowhere. */
export function writtenCondition(rule: LinkedRule, question: Question): LinkedCondition | null {
  const isDerived = rule.performed !== null && (question === 'met' || question === 'breached');
  const condition = rule[question];
  return isDerived && condition?.leaves.every((leaf) => leaf.fact === rule.performed) === true ? null : condition;
}

/** A prohibition of something that is an event of its own is broken by each of them. */
const isBreachedByEach = ({ kind, each }: LinkedRule): boolean => kind === 'prohibition' && each?.of === 'events';

export function conditionsIn({ rules, exemptions, facts }: Rulebook): readonly OwnedCondition[] {
  return [
    ...rules.flatMap((rule) =>
      QUESTIONS.flatMap((question): readonly OwnedCondition[] => {
        const condition = writtenCondition(rule, question);
        const { zh, en } = ruleInWords(rule);
        return condition === null
          ? []
          : [
              {
                owner: { zh: `${zh}的 ${question}`, en: `\`${question}\` of ${en}` },
                of: rule.id,
                condition,
                mayAlwaysHold: question === 'breached' && isBreachedByEach(rule),
              },
            ];
      }),
    ),
    ...exemptions.map((one) => {
      const { zh, en } = ruleInWords(one);
      return { owner: { zh: `${zh}的 when`, en: `\`when\` of ${en}` }, of: one.id, condition: one.when, mayAlwaysHold: false };
    }),
    ...[...facts.values()].flatMap((fact) =>
      conditionsOfFact(fact).map((condition) => ({ owner: factInWords(fact), of: fact.name, condition, mayAlwaysHold: false })),
    ),
  ];
}

/** Its own, and those of measures written out in place. */
function conditionsOfFact({ compiled }: LinkedFact): readonly LinkedCondition[] {
  const inside = (operand: Operand): readonly LinkedCondition[] => [
    ...(operand.inline?.condition === undefined ? [] : [operand.inline.condition]),
    ...(operand.inline?.operands ?? []).flatMap(inside),
    ...Object.values(operand.reading?.choices ?? {}).flatMap(inside),
  ];
  return [...(compiled.condition === undefined ? [] : [compiled.condition]), ...compiled.operands.flatMap(inside)];
}

/** “It has happened, and it happened by then”: the first says nothing more, and everyone writes it so. */
export function isGuard(condition: LinkedCondition, part: Shape): boolean {
  const leaf = typeof part === 'number' ? condition.leaves[part] : undefined;
  return leaf?.operator === 'happened' && !leaf.negated && leaf.value.name === 'yes';
}
