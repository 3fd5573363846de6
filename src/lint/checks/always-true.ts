import type { Check } from '../check.js';
import { flawsOf } from '../conditions/examine.js';

export const alwaysTrue: Check = {
  code: 'always-true',
  level: 'warning',
  title: { zh: '永远成立的条件', en: 'a condition that always holds' },
  why: {
    zh: '无论发生什么，这个条件都成立，等于没有写。常见的原因：用 any 连接了互补的两项，或者写了“不少于 0”。',
    en: 'Whatever happens, it holds, as if it were not there: two halves of a whole under `any`, or “at least 0”.',
  },
  bad: { facts: 'odd: { says: 已交货, holds: { fact: pieces, operator: at-least, value: 0 } }\n' },
  good: { facts: 'odd: { says: 已交货, holds: { fact: pieces, operator: more-than, value: 0 } }\n' },
  looksAt: 'linked',
  find: ({ rulebook }) => flawsOf(rulebook, 'always-true'),
};
