import { formatPlace } from '../../input/problem.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { Check } from '../check.js';
import { flawsOf } from '../conditions/examine.js';
import { conditionsIn } from '../conditions/owners.js';
import type { Found } from '../finding.js';
import { literalOf } from '../solve/formula.js';

export const alwaysTrue: Check = {
  code: 'always-true',
  level: 'warning',
  title: { zh: '永远成立的条件', en: 'a condition that always holds' },
  why: {
    zh: '无论发生什么，这个条件都成立，等于没有写。常见的原因：用 any 连接了互补的两项，写了“不少于 0”，或者 one-of 列出了全部选项。',
    en: 'Whatever happens, it holds, as if it were not there: two halves of a whole under `any`, “at least 0”, or all that there are after `one-of`.',
  },
  bad: { facts: 'odd: { says: 已交货, holds: { fact: pieces, operator: at-least, value: 0 } }\n' },
  good: { facts: 'odd: { says: 已交货, holds: { fact: pieces, operator: more-than, value: 0 } }\n' },
  looksAt: 'linked',
  find: ({ rulebook }) => {
    const always = flawsOf(rulebook, 'always-true');
    const said = new Set(always.map(({ place }) => formatPlace(place)));
    return [...always, ...anyChoice(rulebook).filter(({ place }) => !said.has(formatPlace(place)))];
  },
};

/** One of all that there are: it asks no more than whether it is written. */
const anyChoice = (rulebook: Rulebook): readonly Found[] =>
  conditionsIn(rulebook).flatMap(({ owner, condition }) =>
    condition.leaves.flatMap(({ fact, operator, value, place }): readonly Found[] => {
      const listed = operator === 'one-of' ? literalOf(value) : undefined;
      if (listed?.type !== 'choice' || fact.type.kind !== 'choice') return [];
      if (!fact.type.of.every((one) => listed.possible?.includes(one))) return [];
      return [
        {
          place,
          message: {
            zh: `${owner.zh}：列出了“${fact.says.zh}”（${fact.name}）的全部选项，是哪一个都成立`,
            en: `${owner.en}: all that “${fact.name}” may be is listed: it holds whichever it is`,
          },
          repair: {
            zh: '只写要的选项；只问有没有记载的，写 operator: happened, value: yes',
            en: 'only those that are meant; operator: happened, value: yes, if it is asked whether it is there at all',
          },
        },
      ];
    }),
  );
