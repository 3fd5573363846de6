import type { Check } from '../check.js';
import { ruleInWords, writtenCondition } from '../conditions/owners.js';
import { whereOf } from '../conditions/where.js';
import { both, formulaOf, not } from '../solve/formula.js';
import { Solver } from '../solve/solve.js';

const rule = (breached: string): string =>
  `clause: 一\nrule: stock\ntitle: 备货\nkind: duty\nbearer: seller\nmet: { fact: pieces, operator: at-least, value: 2 }\nbreached: { fact: pieces, operator: ${breached}, value: 2 }\n`;

export const statusNever: Check = {
  code: 'status-never',
  level: 'error',
  title: { zh: '永远得不出的结论', en: 'a status that can never be found' },
  why: {
    zh: '义务先看 met，成立就是已经履行，再看 breached。breached 成立时 met 也成立的（多半写了同一个条件），这条规则永远不会认定违反。',
    en: 'Of a duty `met` is asked first, then `breached`. Where `met` holds whenever `breached` does, mostly because both say the same, no breach is ever found.',
  },
  bad: { rule: rule('at-least') },
  good: { rule: rule('less-than') },
  looksAt: 'linked',
  find: ({ rulebook }) => {
    const solver = new Solver(rulebook.declared);
    return rulebook.rules.flatMap((one) => {
      const [met, breached] = [writtenCondition(one, 'met'), writtenCondition(one, 'breached')];
      const place = breached?.leaves[0]?.place;
      if (met === null || breached === null || place === undefined) return [];
      const [kept, broken] = [formulaOf(met), formulaOf(breached)];
      const given = both(whereOf(one, rulebook), ...(one.when === null ? [] : [formulaOf(one.when)]));
      // What never holds, or always, is said of it alone, as is what cannot hold beside `when`.
      if (solver.never(not(kept)) || solver.never(broken) || solver.never(given, broken) || !solver.follows(both(given, broken), kept))
        return [];
      const { zh, en } = ruleInWords(one);
      const isSame = solver.follows(both(given, kept), broken);
      return [
        {
          place,
          related: met.leaves.slice(0, 1).map((leaf) => leaf.place),
          message: {
            zh: `${zh}：${isSame ? 'breached 与 met 是同一个条件' : 'breached 成立时 met 也成立'}，成立即算履行，永远不会认定违反`,
            en: `${en}: ${isSame ? '`breached` is the same condition as `met`' : 'wherever `breached` holds, so does `met`'}: it counts as kept, and no breach is ever found`,
          },
          repair: {
            zh: '改正两者之一：met 写履行的情形，breached 写违反的情形',
            en: 'one of the two changed: `met` says when it is kept, `breached` when it is not',
          },
        },
      ];
    });
  },
};
