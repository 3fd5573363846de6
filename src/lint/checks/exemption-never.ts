import type { Leaf } from '../../facts/condition.js';
import type { Check, Linked } from '../check.js';
import type { Found } from '../finding.js';
import { defencesIn, type Defence } from '../conditions/defended.js';
import { ruleInWords } from '../conditions/owners.js';
import { sayUnanswered, unansweredIn, type Unanswered } from '../../rulebook/unanswered.js';
import { both, formulaOf, leavesOf, literalOf, type Formula } from '../solve/formula.js';
import { Solver } from '../solve/solve.js';

export const exemptionNever: Check = {
  code: 'exemption-never',
  level: 'error',
  title: { zh: '永远用不上的免责', en: 'an exemption that can never apply' },
  why: {
    zh: '规则认定违反（或者权利成立）的情形，与免责成立的情形不可能同时出现，这项免责在这条规则里永远用不上。',
    en: 'Where the rule finds a breach, or the right is there, the exemption cannot hold: in this rule it never applies.',
  },
  bad: {
    rule: 'clause: 一\nrule: intime\ntitle: 按期付清\nkind: exemption\nfor: buyer\nwhen: { fact: paying, operator: before, value: { fact: due } }\n---\nclause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: due\nperformed: paying\nunless: [intime]\n',
  },
  good: {
    rule: 'clause: 一\nrule: nothing\ntitle: 没有交货\nkind: exemption\nfor: buyer\nwhen: { fact: pieces, operator: equals, value: 0 }\n---\nclause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: due\nperformed: paying\nunless: [nothing]\n',
  },
  looksAt: 'linked',
  find: (linked) => {
    const solver = new Solver(linked.rulebook.declared);
    return defencesIn(linked).flatMap((defence) => {
      const { rule, use, situation, place } = defence;
      const unanswered = unansweredWhen(defence, linked, solver);
      if (unanswered !== undefined) return [unanswered];
      const when = formulaOf(use.exemption.when);
      // Read in another event it speaks of other things; what never holds at all is said of it alone.
      if (use.within !== null || solver.never(when) || solver.never(situation) || !solver.never(both(situation, when))) return [];
      const [mine, its] = [ruleInWords(rule), ruleInWords(use.exemption)];
      return [
        {
          place,
          related: use.exemption.when.leaves.slice(0, 1).map((leaf) => leaf.place),
          message: {
            zh: `${its.zh}在${mine.zh}里永远用不上：${rule.kind === 'right' ? '权利成立' : '认定违反'}时它不可能成立`,
            en: `${its.en} can never apply in ${mine.en}: it cannot hold where ${rule.kind === 'right' ? 'the right is there' : 'the rule is breached'}`,
          },
          repair: { zh: '改正免责的 when，或在这条规则里去掉它', en: 'its `when` changed, or no such exemption here' },
        },
      ];
    });
  },
};

/** Of events of the type for which the rule is, what the exemption asks for can never be there. */
function unansweredWhen({ rule, use, place }: Defence, { rulebook }: Linked, solver: Solver): Found | undefined {
  const { events } = rulebook.declared;
  const types = ((use.within?.each ?? rule.each)?.types ?? []).flatMap((name) => events.get(name) ?? []);
  if (types.length === 0) return undefined;
  const absent = (leaf: Leaf): Unanswered | undefined => absentIn(leaf, (operand) => unansweredIn(operand, types, events));
  const when = formulaOf(use.exemption.when);
  const why = leavesOf(when)
    .map(absent)
    .find((one) => one !== undefined);
  if (why === undefined || solver.never(when) || !solver.never(without(when, absent))) return undefined;
  const [mine, its, said] = [ruleInWords(rule), ruleInWords(use.exemption), sayUnanswered(why, types)];
  return {
    place,
    related: use.exemption.when.leaves.slice(0, 1).map((leaf) => leaf.place),
    message: {
      zh: `${its.zh}在${mine.zh}里永远用不上：${said.message.zh}`,
      en: `${its.en} can never apply in ${mine.en}: ${said.message.en}`,
    },
    repair: said.repair,
  };
}

const FIRST_MUST_COME: ReadonlySet<Leaf['operator']> = new Set(['happened', 'before', 'on-or-before', 'on', 'is', 'one-of']);
const SECOND_MUST_COME: ReadonlySet<Leaf['operator']> = new Set(['after', 'on-or-after', 'on']);

/** What is never there, and for want of which a leaf cannot hold, its negation aside. */
function absentIn({ fact, operator, value }: Leaf, absent: (operand: Leaf['fact']) => Unanswered | undefined): Unanswered | undefined {
  if (operator === 'happened') {
    const wanted = literalOf(value);
    return wanted?.type === 'yes/no' && wanted.truth === 'yes' ? absent(fact) : undefined;
  }
  return (FIRST_MUST_COME.has(operator) ? absent(fact) : undefined) ?? (SECOND_MUST_COME.has(operator) ? absent(value) : undefined);
}

/** The formula with what cannot hold taken as not holding. */
function without(formula: Formula, absent: (leaf: Leaf) => unknown): Formula {
  if ('leaf' in formula) {
    if (absent(formula.leaf) === undefined) return formula;
    return formula.leaf.negated ? { all: [] } : { any: [] };
  }
  if ('not' in formula) return { not: without(formula.not, absent) };
  return 'all' in formula
    ? { all: formula.all.map((one) => without(one, absent)) }
    : { any: formula.any.map((one) => without(one, absent)) };
}
