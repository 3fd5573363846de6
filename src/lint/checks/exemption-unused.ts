import { toText } from '../../rulebook/text.js';
import type { Check } from '../check.js';
import { ruleInWords } from '../conditions/owners.js';

export const exemptionUnused: Check = {
  code: 'exemption-unused',
  level: 'warning',
  title: { zh: '没有规则引用的免责', en: 'an exemption that no rule names' },
  why: {
    zh: '免责自己不产生结论，只有写进其他规则的 unless（不算违反）或 released-by（免除义务）才起作用。',
    en: 'An exemption finds nothing by itself: it works only where a rule names it in `unless` or `released-by`.',
  },
  bad: { rule: 'clause: 一\nrule: storm\ntitle: 风暴\nkind: exemption\nfor: buyer\nwhen: { fact: pieces, operator: equals, value: 0 }\n' },
  good: {
    rule: 'clause: 一\nrule: storm\ntitle: 风暴\nkind: exemption\nfor: buyer\nwhen: { fact: pieces, operator: equals, value: 0 }\n---\nclause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: due\nperformed: paying\nunless: [storm]\n',
  },
  looksAt: 'written',
  find: ({ rules }) => {
    const named = new Set(
      rules.flatMap(({ rule }) =>
        [...(rule.unless ?? []), ...(rule['released-by'] ?? [])].map((use) => (typeof use === 'string' ? use : use.exemption)),
      ),
    );
    return rules.flatMap(({ rule, source }) => {
      if (rule.kind !== 'exemption' || named.has(rule.rule)) return [];
      const { zh, en } = ruleInWords({ id: rule.rule, title: toText(rule.title) });
      return [
        {
          place: source.place(['rule']),
          message: {
            zh: `${zh}是免责，却没有规则引用它，永远不起作用`,
            en: `${en} is an exemption that no rule names, so that it never works`,
          },
          repair: { zh: `在受它保护的规则里写 unless: [${rule.rule}]`, en: `unless: [${rule.rule}] in the rules that it defends` },
        },
      ];
    });
  },
};
