import type { Check } from '../check.js';
import { defencesIn } from '../conditions/defended.js';
import { ruleInWords } from '../conditions/owners.js';
import { formulaOf, not } from '../solve/formula.js';
import { Solver } from '../solve/solve.js';

const EVENTS = 'sent: { says: 发运, data: { how: { says: 方式, one-of: { sea: 海运, air: 空运 } } } }\n';
const FACTS = 'how: { says: 方式, field: how, of: this }\nsentOn: { says: 发运, moment: this }\n';
const rules = (how: string): string =>
  `clause: 一\nrule: by-sea\ntitle: 海运\nkind: exemption\nfor: seller\nwhen: { fact: how, operator: is, value: sea }\n---\nclause: 一\nrule: settle\ntitle: 发运\nkind: prohibition\nbearer: seller\neach: { event: sent, where: { how: ${how} } }\nbreached: { fact: sentOn, operator: after, value: { fact: due } }\nunless: [by-sea]\n`;

export const exemptionAlways: Check = {
  code: 'exemption-always',
  level: 'error',
  title: { zh: '必然成立的免责', en: 'an exemption that always applies' },
  why: {
    zh: '规则认定违反（或者权利成立）的每一种情形，免责都成立：这条规则永远不会认定违反，这项权利永远用不上。',
    en: 'It holds in every situation in which the rule finds a breach, or the right is there: the rule never finds one, and the right can never be had.',
  },
  bad: { events: EVENTS, facts: FACTS, rule: rules('sea') },
  good: { events: EVENTS, facts: FACTS, rule: rules('[sea, air]') },
  looksAt: 'linked',
  find: (linked) => {
    const solver = new Solver(linked.rulebook.declared);
    return defencesIn(linked).flatMap(({ rule, use, situation, place }) => {
      const when = formulaOf(use.exemption.when);
      // Read in another event it speaks of other things; what always holds is said of it alone.
      if (use.within !== null || solver.never(not(when)) || solver.never(situation) || !solver.follows(situation, when)) return [];
      const [mine, its] = [ruleInWords(rule), ruleInWords(use.exemption)];
      const isRight = rule.kind === 'right';
      return [
        {
          place,
          related: use.exemption.when.leaves.slice(0, 1).map((leaf) => leaf.place),
          message: {
            zh: `${its.zh}在${mine.zh}里必然成立：${isRight ? '权利成立' : '认定违反'}时它都成立，${isRight ? '权利永远用不上' : '永远不会认定违反'}`,
            en: `${its.en} always applies in ${mine.en}: it holds wherever ${isRight ? 'the right is there, which can never be had' : 'the rule is breached, which is never found'}`,
          },
          repair: { zh: '改正免责的 when，或在这条规则里去掉它', en: 'its `when` changed, or no such exemption here' },
        },
      ];
    });
  },
};
