import type { Check } from '../check.js';
import { thresholdFaults } from '../conditions/thresholds.js';

export const thresholdGap: Check = {
  code: 'threshold-gap',
  level: 'warning',
  title: { zh: '界限之间的空档', en: 'a gap between thresholds' },
  why: {
    zh: '“不满五”与“超过五”之间漏了“恰好五”。民法典第一千二百五十九条：“以上”“以内”包括本数，“不满”“超过”不包括本数。',
    en: '“Less than five” and “more than five” leave out five itself (Civil Code art. 1259: 以上, 以内 include the number, 不满, 超过 do not).',
  },
  bad: {
    facts:
      'low: { says: 少量, holds: { fact: pieces, operator: less-than, value: { fact: limit } } }\nhigh: { says: 多量, holds: { fact: pieces, operator: more-than, value: { fact: limit } } }\nbelow: { says: 少量价, take: price, only-if: low }\nabove: { says: 多量价, take: price, only-if: high }\n',
  },
  good: {
    facts:
      'low: { says: 少量, holds: { fact: pieces, operator: at-most, value: { fact: limit } } }\nhigh: { says: 多量, holds: { fact: pieces, operator: more-than, value: { fact: limit } } }\nbelow: { says: 少量价, take: price, only-if: low }\nabove: { says: 多量价, take: price, only-if: high }\n',
  },
  looksAt: 'linked',
  find: ({ rulebook }) => thresholdFaults(rulebook, 'gap'),
};
