import type { Check } from '../check.js';
import { flawsOf } from '../conditions/examine.js';

export const neverTrue: Check = {
  code: 'never-true',
  level: 'error',
  title: { zh: '永远不成立的条件', en: 'a condition that can never hold' },
  why: {
    zh: '无论发生什么，这个条件都不会成立：规则等于没有写，或者一项免责永远用不上。例如件数是记录的合计，不会小于零；付款记录是已经发生的事，不会晚于检查日。',
    en: 'Whatever happens, it does not hold: the rule, or the branch, is as good as not written. A count is never below zero; what is recorded has happened, and is never after the day asked about.',
  },
  bad: { facts: 'odd: { says: 件数为负, holds: { fact: pieces, operator: less-than, value: 0 } }\n' },
  good: { facts: 'odd: { says: 没有交货, holds: { fact: pieces, operator: equals, value: 0 } }\n' },
  looksAt: 'linked',
  find: ({ rulebook }) => flawsOf(rulebook, 'never-true'),
};
