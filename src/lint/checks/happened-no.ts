import type { Check } from '../check.js';
import { conditionsIn } from '../conditions/owners.js';

const idle = (when: string): string =>
  `clause: 一\nrule: idle\ntitle: 未付款不得再次交货\nkind: prohibition\nbearer: seller\nwhen: ${when}\nbreached: { fact: pieces, operator: more-than, value: 1 }\n`;

export const happenedNo: Check = {
  code: 'happened-no',
  level: 'error',
  title: { zh: '已发生的值写成否', en: '“has happened” with no' },
  why: {
    zh: 'happened 问有没有发生，它的值只写 yes。没有发生的，用 not 写明：读的人不必在“已发生”和“否”之间再想一遍。',
    en: '`happened` asks whether it has, and its value is yes. That it has not is said with `not`, as every other negation is.',
  },
  bad: { rule: idle('{ fact: paying, operator: happened, value: no }') },
  good: { rule: idle('{ not: { fact: paying, operator: happened, value: yes } }') },
  looksAt: 'linked',
  find: ({ rulebook }) =>
    conditionsIn(rulebook).flatMap(({ owner, condition }) =>
      condition.leaves.flatMap(({ fact, operator, value, place }) => {
        if (operator !== 'happened' || value.name !== 'no') return [];
        const right = `not: { fact: ${fact.name}, operator: happened, value: yes }`;
        return [
          {
            place,
            message: {
              zh: `${owner.zh}：“${fact.says.zh}”的 happened 写了 no，它的值只能是 yes`,
              en: `${owner.en}: \`happened\` of “${fact.name}” is given no; its value is yes`,
            },
            repair: { zh: right, en: right },
          },
        ];
      }),
    ),
};
