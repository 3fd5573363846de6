import type { RulebookFile } from '../../schema-types/rulebook.js';
import type { Check } from '../check.js';

export const clauseUncovered: Check = {
  code: 'clause-uncovered',
  level: 'warning',
  title: { zh: '没有规则的条款', en: 'a clause without a rule' },
  why: {
    zh: 'clauses 列出合同的每一个条款号。既没有规则、又没有在 informative 里说明理由的，看报告的人会以为已经核对过。',
    en: '`clauses` lists every clause of the text. One that has no rule and is not said under `informative` to need none is not checked, and nobody is told.',
  },
  bad: { clauses: '二\n' },
  good: { clauses: '二\n', informative: '二: 载明份数，没有可以核对的行为\n' },
  looksAt: 'written',
  find: ({ rulebook, rules }) => {
    const { clauses, informative = {} } = rulebook.value as RulebookFile;
    const covered = new Set(rules.flatMap(({ rule }) => [rule.clause, ...(rule.also ?? [])]));
    return clauses.flatMap((clause, index) =>
      covered.has(clause) || Object.hasOwn(informative, clause)
        ? []
        : [
            {
              place: rulebook.place(['clauses', index]),
              message: {
                zh: `条款 ${clause} 没有规则，也没有说明为什么不需要`,
                en: `clause ${clause} has no rule, and nothing says why it needs none`,
              },
              repair: {
                zh: `写一条规则（clause: ${clause}，或在已有规则里写 also），或在 informative 里写明理由`,
                en: `a rule (\`clause: ${clause}\`, or \`also\` in one that covers it), or the reason under \`informative\``,
              },
            },
          ],
    );
  },
};
