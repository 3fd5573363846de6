import type { RulebookFile } from '../../schema-types/rulebook.js';
import type { Check } from '../check.js';

export const informativeClause: Check = {
  code: 'informative-clause',
  level: 'warning',
  title: { zh: '“只作说明”的条款不相符', en: 'an informative clause that is not' },
  why: {
    zh: 'informative 说明某一条款为什么不需要规则。列在那里的条款号应当在 clauses 里，而且没有规则。',
    en: 'Under `informative` stand clauses that need no rule, with the reason. Such a clause is listed in `clauses` and has none.',
  },
  bad: { informative: '一: 没有可以核对的行为\n' },
  good: { clauses: '二\n', informative: '二: 没有可以核对的行为\n' },
  looksAt: 'written',
  find: ({ rulebook, rules }) => {
    const { clauses, informative = {} } = rulebook.value as RulebookFile;
    const covering = new Map(
      rules.flatMap(({ rule }) => [rule.clause, ...(rule.also ?? [])].map((clause) => [clause, rule.rule] as const)),
    );
    return Object.keys(informative).flatMap((clause) => {
      const place = rulebook.place(['informative', clause], 'key');
      const rule = covering.get(clause);
      if (rule !== undefined)
        return [
          {
            place,
            message: {
              zh: `条款 ${clause} 写明不需要规则，却有规则 ${rule}`,
              en: `clause ${clause} is said to need no rule, and has the rule ${rule}`,
            },
            repair: { zh: '从 informative 中去掉它', en: 'no such line under `informative`' },
          },
        ];
      if (clauses.includes(clause)) return [];
      return [
        {
          place,
          message: { zh: `clauses 里没有条款 ${clause}`, en: `there is no clause ${clause} in \`clauses\`` },
          repair: { zh: '列入 clauses，或改正条款号', en: 'its number in `clauses`, or another number here' },
        },
      ];
    });
  },
};
