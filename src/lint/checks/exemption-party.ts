import type { Check } from '../check.js';
import { defencesIn } from '../conditions/defended.js';
import { ruleInWords } from '../conditions/owners.js';

export const exemptionParty: Check = {
  code: 'exemption-party',
  level: 'warning',
  title: { zh: '免责保护的不是责任人', en: 'an exemption for the other party' },
  why: {
    zh: '免责的 for 写明它保护哪一方；规则的义务人（权利的相对方）却是另一方，引用它就保护错了人。',
    en: '`for` says which party an exemption excuses; the rule that names it binds the other one.',
  },
  bad: {
    rule: 'clause: 一\nrule: nothing\ntitle: 没有交货\nkind: exemption\nfor: seller\nwhen: { fact: pieces, operator: equals, value: 0 }\n---\nclause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: due\nperformed: paying\nunless: [nothing]\n',
  },
  good: {
    rule: 'clause: 一\nrule: nothing\ntitle: 没有交货\nkind: exemption\nfor: buyer\nwhen: { fact: pieces, operator: equals, value: 0 }\n---\nclause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: due\nperformed: paying\nunless: [nothing]\n',
  },
  looksAt: 'linked',
  find: (linked) => {
    const party = (name: string): string => linked.rulebook.declared.parties.get(name)?.zh ?? name;
    return defencesIn(linked).flatMap(({ rule, use, place }) => {
      const { bearer } = rule;
      const excused = use.exemption.for;
      // That there is no such party has been said.
      if (bearer === null || bearer === 'both' || excused === bearer || !linked.rulebook.declared.parties.has(excused)) return [];
      const [mine, its] = [ruleInWords(rule), ruleInWords(use.exemption)];
      return [
        {
          place,
          message: {
            zh: `${its.zh}保护${party(excused)}，而${mine.zh}的责任人是${party(bearer)}`,
            en: `${its.en} excuses ${excused}, but ${mine.en} binds ${bearer}`,
          },
          repair: {
            zh: `免责的 for 写 ${bearer} 或 both，或在这条规则里去掉它`,
            en: `\`for: ${bearer}\` or \`both\`, or no such exemption here`,
          },
        },
      ];
    });
  },
};
