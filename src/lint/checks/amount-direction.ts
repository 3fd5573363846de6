import type { Text } from '../../input/problem.js';
import type { LinkedAmount, LinkedRule } from '../../rulebook/rule.js';
import type { Check } from '../check.js';
import { ruleInWords } from '../conditions/owners.js';
import type { Found } from '../finding.js';

const rule = (from: string, to: string): string =>
  `clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: due\nperformed: paying\namounts:\n  - { kind: penalty, from: ${from}, to: ${to}, amount: price }\n`;

export const amountDirection: Check = {
  code: 'amount-direction',
  level: 'warning',
  title: { zh: '方向相反的违约金或赔偿', en: 'a penalty or damages the wrong way round' },
  why: {
    zh: '违约金和赔偿由违反的一方付给对方：义务和禁止由 bearer 付，权利由相对方付给 holder。from 与 to 写反，报告就会叫守约的一方付钱。',
    en: 'Penalties and damages are paid by the party in breach: of a duty or prohibition by its bearer, of a right to its holder. The other way round, the party that kept the contract is told to pay.',
  },
  bad: { rule: rule('seller', 'buyer') },
  good: { rule: rule('buyer', 'seller') },
  looksAt: 'linked',
  find: ({ rulebook, written }) => {
    const party = (name: string): string => rulebook.declared.parties.get(name)?.zh ?? name;
    return rulebook.rules.flatMap((one) => {
      const file = written.rules.find(({ rule: { rule: id } }) => id === one.id);
      return one.amounts.flatMap((amount, index): readonly Found[] => {
        const why = wrongWay(one, amount, party);
        if (why === undefined || file === undefined) return [];
        const { zh, en } = ruleInWords(one);
        return [
          {
            place: file.source.place(['amounts', index, 'from']),
            message: { zh: `${zh}：${why.zh}`, en: `${en}: ${why.en}` },
            repair: {
              zh: `from: ${amount.to}、to: ${amount.from}；确实由${party(amount.from)}付的，kind 写 fee 或 refund`,
              en: `from: ${amount.to}, to: ${amount.from}; a \`fee\` or \`refund\` if ${amount.from} does pay it`,
            },
          },
        ];
      });
    });
  },
};

const KINDS: Readonly<Partial<Record<LinkedAmount['kind'], Text>>> = {
  penalty: { zh: '违约金', en: 'the penalty' },
  damages: { zh: '赔偿', en: 'the damages' },
};

function wrongWay(rule: LinkedRule, { kind, from, to }: LinkedAmount, party: (name: string) => string): Text | undefined {
  const what = KINDS[kind];
  if (what === undefined) return undefined;
  const { bearer, holder } = rule;
  if ((rule.kind === 'duty' || rule.kind === 'prohibition') && bearer === to && bearer !== from)
    return {
      zh: `违反的是${party(to)}，${what.zh}却由${party(from)}付给${party(to)}`,
      en: `${to} is in breach, yet ${what.en} is paid by ${from} to ${to}`,
    };
  if (rule.kind === 'right' && holder === from && holder !== to)
    return {
      zh: `权利人是${party(from)}，${what.zh}却由${party(from)}付给${party(to)}`,
      en: `the right is that of ${from}, yet ${what.en} is paid by ${from} to ${to}`,
    };
  return undefined;
}
