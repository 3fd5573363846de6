import type { Check } from '../check.js';
import { flawsOf } from '../conditions/examine.js';

export const contradiction: Check = {
  code: 'contradiction',
  level: 'error',
  title: { zh: '互相矛盾的条件', en: 'conditions that contradict one another' },
  why: {
    zh: '要求同时成立的两个条件不可能同时成立，整组条件就永远不成立。',
    en: 'Two conditions are both required and cannot both hold, so that the whole never does.',
  },
  bad: {
    facts:
      'late: { says: 逾期付款, holds: { all: [{ fact: paying, operator: after, value: { fact: due } }, { fact: paying, operator: before, value: { fact: due } }] } }\n',
  },
  good: {
    facts:
      'late: { says: 交货后逾期付款, holds: { all: [{ fact: paying, operator: after, value: { fact: due } }, { fact: pieces, operator: more-than, value: 0 }] } }\n',
  },
  looksAt: 'linked',
  find: ({ rulebook }) => flawsOf(rulebook, 'contradiction'),
};
