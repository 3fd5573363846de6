import { toText, type WrittenText } from '../../rulebook/text.js';
import type { Check } from '../check.js';
import { factInWords } from '../conditions/owners.js';
import { usedNames } from '../usage.js';

export const unusedFact: Check = {
  code: 'unused-fact',
  level: 'warning',
  title: { zh: '没有用到的事实', en: 'a fact that nothing uses' },
  why: {
    zh: '没有一条规则用到它，直接或者经由其他事实都没有：要么忘了写进规则，要么可以删去。',
    en: 'No rule comes to it, directly or through other facts: either a rule forgets it, or it can go.',
  },
  bad: { facts: 'early: { says: 提前付款, first: paid, before: due }\n' },
  good: {
    facts: 'early: { says: 提前付款, first: paid, before: due }\n',
    rule: 'clause: 一\nrule: discount\ntitle: 提前付款的优惠\nkind: right\nholder: buyer\nwhen: { fact: early, operator: happened, value: yes }\n',
  },
  looksAt: 'written',
  find: (written) => {
    const used = usedNames(written);
    return Object.entries(written.facts.value as Readonly<Record<string, { readonly says?: WrittenText }>>).flatMap(
      ([name, { says = name }]) => {
        if (used.has(name)) return [];
        const { zh, en } = factInWords({ name, says: toText(says) });
        return [
          {
            place: written.facts.place([name], 'key'),
            message: { zh: `没有规则用到${zh}`, en: `no rule comes to ${en}` },
            repair: { zh: '写进应当用它的规则，或删去', en: 'a rule that uses it, or no such fact' },
          },
        ];
      },
    );
  },
};
