/** Which leaves decide a status. */
import type { Condition, Finding, Leaf } from '../../schema-types/report.js';
import { allOf, anyOf } from '../../values/truth.js';

export type NamedCondition = Finding['trace']['conditions'][number];

/** The leaves by which a condition is what it is. */
export function decidingLeaves({ tree, holds }: Pick<NamedCondition, 'tree' | 'holds'>): readonly Leaf[] {
  const visit = (condition: Condition): readonly Leaf[] => {
    if (condition.kind === 'leaf') return condition.holds === holds ? [condition] : [];
    return condition.of.flatMap(visit);
  };
  return visit(tree);
}

/** An exemption of which the records do not tell, and which is taken not to apply: who must prove it has not. */
export const isUnproved = ({ exemption, holds, tree }: NamedCondition): boolean =>
  exemption !== null && holds === 'no' && known(tree) === 'unknown';

function known(tree: Condition): Leaf['holds'] {
  if (tree.kind === 'leaf') return tree.holds;
  return tree.kind === 'all' ? allOf(tree.of.map(known)) : anyOf(tree.of.map(known));
}

/** The conditions that give each status, of those that were evaluated. */
export function decidingConditions(finding: Finding): readonly NamedCondition[] {
  const { conditions } = finding.trace;
  const named = (name: string, holds: NamedCondition['holds']): readonly NamedCondition[] =>
    conditions.filter((one) => one.name === name && one.holds === holds);
  switch (finding.status) {
    case 'inactive':
      return named('when', 'no');
    case 'undetermined':
      return conditions.filter((one) => one.holds === 'unknown');
    case 'breached':
      return finding.kind === 'check' ? named('met', 'no') : [...named('when', 'yes'), ...named('breached', 'yes')];
    case 'excused':
    case 'barred':
      return [
        ...conditions.filter((one) => one.exemption !== null && one.holds === 'yes'),
        ...named('when', 'yes'),
        ...named('breached', 'yes'),
      ];
    case 'available':
      return named('when', 'yes');
    case 'exercised':
      return named('exercised', 'yes');
    case 'pending':
      return finding.kind === 'right'
        ? [...named('when', 'yes'), ...named('formality', 'no')]
        : [...named('when', 'yes'), ...named('met', 'no')];
    case 'lapsed':
      return named('when', 'yes');
    case 'fulfilled':
    case 'met':
      return named('met', 'yes').length > 0 ? named('met', 'yes') : named('exceeded', 'no');
    case 'compliant':
      return named('breached', 'no');
    case 'exceeded':
      return named('exceeded', 'yes');
  }
}
