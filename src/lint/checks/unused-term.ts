import type { RulebookFile } from '../../schema-types/rulebook.js';
import { toText } from '../../rulebook/text.js';
import type { Check } from '../check.js';
import { usedNames } from '../usage.js';

export const unusedTerm: Check = {
  code: 'unused-term',
  level: 'warning',
  title: { zh: '没有用到的条款参数', en: 'a term that nothing uses' },
  why: {
    zh: '每份合同都必须写这个参数，却没有规则用到它：合同怎样约定，结论都一样。多半是规则里直接写出了数字，或者用了另一个参数。合同只是载明、不影响任何规则的，写 optional: yes。',
    en: 'Every contract must give it, and no rule comes to it: whatever is agreed, the findings are the same. Mostly a figure is written out in a rule, or another term is named. What a contract merely states is `optional: yes`.',
  },
  bad: { terms: 'grace: { says: 宽限期, type: days, clause: 一 }\n' },
  good: {
    terms: 'grace: { says: 宽限期, type: days, clause: 一 }\n',
    facts: 'graceEnd: { says: 宽限末日, period: grace, from: due }\n',
    rule: 'clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: graceEnd\nperformed: paying\n',
  },
  needsAll: true,
  looksAt: 'written',
  find: (written) => {
    const used = usedNames(written);
    return Object.entries((written.rulebook.value as RulebookFile).terms).flatMap(([name, term]) => {
      // Texts (a court, an address) are there to be read; what may be left out, or has a value anyway, is asked of nobody.
      if (used.has(name) || term.type === 'text' || term.optional === 'yes' || term.default !== undefined) return [];
      const { zh, en } = toText(term.says);
      return [
        {
          place: written.rulebook.place(['terms', name], 'key'),
          message: { zh: `没有规则用到条款参数 ${name}（${zh}）`, en: `no rule comes to the term ${name} (${en})` },
          repair: {
            zh: '写进应当用它的事实或规则；合同只是载明的，写 optional: yes；不需要就删去',
            en: 'a fact or rule that uses it; `optional: yes` if a contract merely states it; or no such term',
          },
        },
      ];
    });
  },
};
