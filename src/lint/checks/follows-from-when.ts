import type { Check } from '../check.js';
import { besideWhen } from '../conditions/beside-when.js';

export const followsFromWhen: Check = {
  code: 'follows-from-when',
  level: 'warning',
  title: { zh: '由 when 必然得出', en: 'a consequence of `when`' },
  why: {
    zh: '只要规则适用，这个条件就必然成立：规则一适用就已经违反（或者已经履行、已经行使），没有中间状态。多半是两处写了同一个条件。',
    en: 'Wherever the rule applies this holds as well: it is breached, performed or exercised as soon as it applies. Mostly the same condition stands in both.',
  },
  bad: {
    rule: 'clause: 一\nrule: idle\ntitle: 未付款不得再次交货\nkind: prohibition\nbearer: seller\nwhen: { fact: pieces, operator: more-than, value: 1 }\nbreached: { fact: pieces, operator: more-than, value: 0 }\n',
  },
  good: {
    rule: 'clause: 一\nrule: idle\ntitle: 未付款不得再次交货\nkind: prohibition\nbearer: seller\nwhen: { not: { fact: paying, operator: happened, value: yes } }\nbreached: { fact: pieces, operator: more-than, value: 1 }\n',
  },
  looksAt: 'linked',
  find: ({ rulebook }) => besideWhen(rulebook, 'follows'),
};
