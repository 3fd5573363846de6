/** Where exemptions are named: the rule that each defends, and in what situation it is asked. */
import type { Place } from '../../input/problem.js';
import type { ExemptionUse, LinkedRule } from '../../rulebook/rule.js';
import type { Linked } from '../check.js';
import { both, formulaOf, type Formula } from '../solve/formula.js';
import { whereOf } from './where.js';

export interface Defence {
  readonly rule: LinkedRule;
  readonly use: ExemptionUse;
  readonly key: 'unless' | 'released-by';
  /** What holds when it is asked. */
  readonly situation: Formula;
  readonly place: Place;
}

export function defencesIn({ rulebook, written }: Linked): readonly Defence[] {
  return rulebook.rules.flatMap((rule) => {
    const file = written.rules.find((one) => one.rule.rule === rule.id);
    if (file === undefined) return [];
    const named = (key: Defence['key'], uses: readonly ExemptionUse[]): readonly Defence[] =>
      uses.map((use) => {
        const list = file.rule[key] ?? [];
        const index = list.findIndex((one) => (typeof one === 'string' ? one : one.exemption) === use.exemption.id);
        return { rule, use, key, situation: both(situationOf(rule, key), whereOf(rule, rulebook)), place: file.source.place([key, index]) };
      });
    return [...named('unless', rule.unless), ...named('released-by', rule.releasedBy)];
  });
}

/** A right is barred where it would be had; a breach is excused where there is one; a duty is taken away where it is owed. */
function situationOf(rule: LinkedRule, key: Defence['key']): Formula {
  const needed = rule.kind === 'right' || key === 'released-by' ? [rule.when] : [rule.when, rule.breached];
  return both(...needed.flatMap((condition) => (condition === null ? [] : [formulaOf(condition)])));
}
