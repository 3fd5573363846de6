/** The other conditions of a rule, held against its `when`. */
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { Found } from '../finding.js';
import { formulaOf, not } from '../solve/formula.js';
import { Solver } from '../solve/solve.js';
import { QUESTIONS, ruleInWords } from './owners.js';
import { sayShape } from './say.js';

type Relation = 'contradicts' | 'follows';

export function besideWhen({ rules, declared }: Rulebook, relation: Relation): readonly Found[] {
  const solver = new Solver(declared.terms);
  return rules.flatMap((rule) => {
    const when = rule.when === null ? undefined : formulaOf(rule.when);
    if (when === undefined || solver.never(when)) return [];
    return QUESTIONS.flatMap((question): readonly Found[] => {
      const condition = question === 'when' ? null : rule[question];
      const place = condition?.leaves[0]?.place;
      if (condition === null || place === undefined) return [];
      const formula = formulaOf(condition);
      // What holds never, or always, by itself is said of it alone.
      if (solver.never(formula) || solver.never(not(formula))) return [];
      const { zh, en } = ruleInWords(rule);
      const said = sayShape(condition, condition.shape);
      if (relation === 'contradicts')
        return solver.never(when, formula)
          ? [
              {
                place,
                message: {
                  zh: `${zh}：${question} 的${said.zh}与 when 不能同时成立`,
                  en: `${en}: ${said.en} of \`${question}\` cannot hold together with \`when\``,
                },
                repair: { zh: '改正两者之一', en: 'one of the two changed' },
              },
            ]
          : [];
      return solver.follows(when, formula)
        ? [
            {
              place,
              message: {
                zh: `${zh}：只要 when 成立，${question} 的${said.zh}就必然成立`,
                en: `${en}: wherever \`when\` holds, so does ${said.en} of \`${question}\``,
              },
              repair: { zh: '改正两者之一，或去掉多余的一个', en: 'one of the two changed, or taken out' },
            },
          ]
        : [];
    });
  });
}
