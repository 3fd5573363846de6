import { quote } from '../../input/quote.js';
import { casesIn } from '../cases-in.js';
import type { Check } from '../check.js';

const rule = (named: string): string =>
  `clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: due\nperformed: paying\nexamples:\n  - id: late\n    title: 逾期\n    events: []\n    checks:\n      - { asOf: 2024-01-31, expect: [{ ${named}status: pending }] }\n`;

export const foreignExample: Check = {
  code: 'foreign-example',
  level: 'warning',
  title: { zh: '例子写的是另一条规则的结论', en: 'an example of another rule' },
  why: {
    zh: '一条规则的 examples 写它自己的结论，不必写 rule。写了另一条规则的（多半是复制来的），这条规则自己就没有被核对。几条规则一起核对的情形，写进 cases/。',
    en: 'The examples of a rule say what that rule finds, and need no `rule:`. Where they name another one, mostly after copying, the rule itself is not tried. What several rules find together belongs into cases/.',
  },
  bad: { rule: rule('rule: pay, ') },
  good: { rule: rule('') },
  looksAt: 'linked',
  find: (linked) => {
    const exemptions = new Set(linked.rulebook.exemptions.map(({ id }) => id));
    return casesIn(linked).flatMap(({ source, expect, of }) =>
      expect.flatMap(({ expected: { rule: named }, path }) =>
        // An exemption finds nothing by itself: its examples speak of those that it defends.
        of === null || exemptions.has(of) || typeof named !== 'string' || named === of
          ? []
          : [
              {
                place: source.place([...path, 'rule']),
                message: {
                  zh: `规则 ${of} 的例子写的是另一条规则“${quote(named)}”的结论`,
                  en: `an example of the rule ${of} says what another one, “${quote(named)}”, finds`,
                },
                repair: {
                  zh: `去掉 rule（就是 ${of}）；要一起核对“${quote(named)}”的，写进 cases/`,
                  en: `no \`rule\` (it is ${of}); a case in cases/ if “${quote(named)}” is meant`,
                },
              },
            ],
      ),
    );
  },
};
