import type { Check } from '../check.js';
import { isDone, isReckoned } from '../conditions/days.js';
import { ruleInWords } from '../conditions/owners.js';

const rule = (due: string, performed: string): string =>
  `clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: ${due}\nperformed: ${performed}\n`;

export const performedReckoned: Check = {
  code: 'performed-reckoned',
  level: 'warning',
  title: { zh: '履行日是推算出来的', en: 'a performance that comes of itself' },
  why: {
    zh: 'performed 是义务人做成这件事的时刻，要从事件记录里来；期间的末日、合同写明的日期到时自然会到，写在这里，没有人做什么也算履行了。多半与 due 写反。',
    en: '`performed` is when somebody did it, as the log says. The last day of a period or a date of the contract comes of itself, so that the duty would be kept though nobody did anything: mostly it was meant for `due`.',
  },
  bad: { rule: rule('paying', 'due') },
  good: { rule: rule('due', 'paying') },
  looksAt: 'linked',
  find: ({ rulebook, written }) =>
    rulebook.rules.flatMap((one) => {
      const { due, performed } = one;
      const file = written.rules.find(({ rule: { rule: id } }) => id === one.id);
      if (performed === null || file === undefined || !isReckoned(performed)) return [];
      const { zh, en } = ruleInWords(one);
      const isSwapped = due !== null && isDone(due);
      return [
        {
          place: file.source.place(['performed']),
          message: {
            zh: `${zh}：performed 的“${performed.says.zh}”（${performed.name}）是推算出来的日子，不是有人做成的事${isSwapped ? `；due 的“${due.says.zh}”才是` : ''}`,
            en: `${en}: “${performed.name}”, in \`performed\`, is a day that is reckoned, not something done${isSwapped ? `; “${due.name}”, in \`due\`, is` : ''}`,
          },
          repair: isSwapped
            ? {
                zh: `对调：due: ${performed.name}，performed: ${due.name}`,
                en: `the two exchanged: due: ${performed.name}, performed: ${due.name}`,
              }
            : { zh: '写履行的那个事件的时刻，如它的 first', en: 'the moment of what is done, such as `first:` of an event' },
        },
      ];
    }),
};
