import { toText } from '../../rulebook/text.js';
import type { Check } from '../check.js';
import { ruleInWords } from '../conditions/owners.js';

export const examplesMissing: Check = {
  code: 'examples-missing',
  level: 'warning',
  title: { zh: '没有例子的规则', en: 'a rule without examples' },
  why: {
    zh: '例子写明什么情形应当得出什么结论，改动规则时用来核对；没有例子的规则，没有人确认过它的结论。',
    en: 'Examples say what must be found in a situation, and are run whenever something changes. Without them nobody has seen what the rule finds.',
  },
  bad: { rule: 'clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: due\nperformed: paying\n' },
  good: {
    rule: 'clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: due\nperformed: paying\nexamples:\n  - id: none\n    title: 没有付款\n    events: []\n    checks:\n      - { asOf: 2024-01-31, expect: [{ status: pending }] }\n',
  },
  looksAt: 'written',
  find: ({ rules }) =>
    rules.flatMap(({ rule, source }) => {
      if (rule.kind === 'exemption' || (rule.examples ?? []).length > 0) return [];
      const { zh, en } = ruleInWords({ id: rule.rule, title: toText(rule.title) });
      return [
        {
          place: source.place(['rule']),
          message: { zh: `${zh}没有例子（examples）`, en: `${en} has no \`examples\`` },
          repair: {
            zh: '至少写一个履行（成立）的、一个违反（不成立）的、一个不能认定的例子',
            en: 'at least one in which it is kept, one in which it is not, one that cannot be decided',
          },
        },
      ];
    }),
};
