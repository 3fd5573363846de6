import type { Check } from '../check.js';
import { besideWhen } from '../conditions/beside-when.js';

export const contradictsWhen: Check = {
  code: 'contradicts-when',
  level: 'error',
  title: { zh: '与 when 矛盾', en: 'at odds with `when`' },
  why: {
    zh: '一条规则在 when 成立时才适用。与 when 不能同时成立的 breached 永远不会认定违约，met 永远不会认定履行，exercised 永远不会认定行使。',
    en: 'A rule applies while its `when` holds. A `breached` that cannot hold then is never found, nor such a `met` or `exercised`.',
  },
  bad: {
    rule: 'clause: 一\nrule: idle\ntitle: 未交货不得收款\nkind: prohibition\nbearer: seller\nwhen: { not: { fact: delivery, operator: happened, value: yes } }\nbreached: { fact: delivery, operator: happened, value: yes }\n',
  },
  good: {
    rule: 'clause: 一\nrule: idle\ntitle: 未交货不得收款\nkind: prohibition\nbearer: seller\nwhen: { not: { fact: delivery, operator: happened, value: yes } }\nbreached: { fact: paying, operator: happened, value: yes }\n',
  },
  looksAt: 'linked',
  find: ({ rulebook }) => besideWhen(rulebook, 'contradicts'),
};
