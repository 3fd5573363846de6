import type { Check } from '../check.js';
import { flawsOf } from '../conditions/examine.js';

export const redundant: Check = {
  code: 'redundant',
  level: 'warning',
  title: { zh: '多余的条件', en: 'a condition that adds nothing' },
  why: {
    zh: '并列的其他条件已经包含了它，写与不写结果一样：要么可以去掉，要么本来想写的是别的。',
    en: 'What stands beside it already says so, and the result is the same without it: take it out, unless something else was meant.',
  },
  bad: {
    facts:
      'many: { says: 多件, holds: { all: [{ fact: pieces, operator: more-than, value: 2 }, { fact: pieces, operator: more-than, value: 1 }] } }\n',
  },
  good: { facts: 'many: { says: 多件, holds: { fact: pieces, operator: more-than, value: 2 } }\n' },
  looksAt: 'linked',
  find: ({ rulebook }) => flawsOf(rulebook, 'redundant'),
};
