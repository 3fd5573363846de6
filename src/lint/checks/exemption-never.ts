import type { Check } from '../check.js';
import { defencesIn } from '../conditions/defended.js';
import { ruleInWords } from '../conditions/owners.js';
import { both, formulaOf } from '../solve/formula.js';
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
    const solver = new Solver(linked.rulebook.declared.terms);
    return defencesIn(linked).flatMap(({ rule, use, situation, place }) => {
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
