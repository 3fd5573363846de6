import type { Check } from '../check.js';
import { thresholdFaults } from '../conditions/thresholds.js';

export const thresholdOverlap: Check = {
  code: 'threshold-overlap',
  level: 'warning',
  title: { zh: '界限重叠', en: 'thresholds that overlap' },
  why: {
    zh: '“不超过五”与“不少于五”都包括“恰好五”，同一情形会按两边各算一次。',
    en: '“At most five” and “at least five” both include five, which is then counted on both sides.',
  },
  bad: {
    facts:
      'low: { says: 少量, holds: { fact: pieces, operator: at-most, value: { fact: limit } } }\nhigh: { says: 多量, holds: { fact: pieces, operator: at-least, value: { fact: limit } } }\nbelow: { says: 少量价, take: price, only-if: low }\nabove: { says: 多量价, take: price, only-if: high }\n',
  },
  good: {
    facts:
      'low: { says: 少量, holds: { fact: pieces, operator: less-than, value: { fact: limit } } }\nhigh: { says: 多量, holds: { fact: pieces, operator: at-least, value: { fact: limit } } }\nbelow: { says: 少量价, take: price, only-if: low }\nabove: { says: 多量价, take: price, only-if: high }\n',
  },
  looksAt: 'linked',
  find: ({ rulebook }) => thresholdFaults(rulebook, 'overlap'),
};
