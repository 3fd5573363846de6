import type { RulebookFile } from '../../schema-types/rulebook.js';
import { toText } from '../../rulebook/text.js';
import type { Check } from '../check.js';

export const termWithoutClause: Check = {
  code: 'term-without-clause',
  level: 'note',
  title: { zh: '没有写明条款的参数', en: 'a term without its clause' },
  why: {
    zh: '报告在每一步计算旁边写出参数所在的条款；没有写 clause 的，对方律师无从查对这个数字出自哪里。',
    en: 'A report says beside each step from which clause its terms come. Without `clause` nobody can look up where a figure stands in the contract.',
  },
  bad: { terms: 'bonus: { says: 奖励, type: money, optional: yes }\n' },
  good: { terms: 'bonus: { says: 奖励, type: money, clause: 一, optional: yes }\n' },
  looksAt: 'written',
  find: ({ rulebook }) =>
    Object.entries((rulebook.value as RulebookFile).terms).flatMap(([name, { says, clause }]) => {
      if (clause !== undefined) return [];
      const { zh, en } = toText(says);
      return [
        {
          place: rulebook.place(['terms', name], 'key'),
          message: { zh: `条款参数 ${name}（${zh}）没有写明出自哪一条`, en: `the term ${name} (${en}) does not say its clause` },
          repair: { zh: '写 clause: 它所在的条款号', en: '`clause:` with the number of the clause in which it stands' },
        },
      ];
    }),
};
