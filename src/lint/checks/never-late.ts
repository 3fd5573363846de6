import type { Check } from '../check.js';
import { isNeverLater, isReckoned } from '../conditions/days.js';
import { ruleInWords } from '../conditions/owners.js';

const rule = (due: string): string => `clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: ${due}\nperformed: paying\n`;

export const neverLate: Check = {
  code: 'never-late',
  level: 'error',
  title: { zh: '永远不会逾期', en: 'never late' },
  why: {
    zh: '义务在 performed 晚于 due 时违反。两处写了同一个日子，或者期限自履行之日起算的，履行总不晚于期限：晚多久都算按期。',
    en: 'A duty is breached where `performed` is after `due`. Where both are the same day, or the period runs from the performance, no performance is ever late.',
  },
  bad: { rule: rule('paying') },
  good: { rule: rule('due') },
  looksAt: 'linked',
  find: ({ rulebook, written }) =>
    rulebook.rules.flatMap((one) => {
      const { due, performed } = one;
      const file = written.rules.find(({ rule: { rule: id } }) => id === one.id);
      // What is reckoned is no performance: that is said of it alone.
      if (due === null || performed === null || file === undefined || isReckoned(performed) || !isNeverLater(performed, due)) return [];
      const { zh, en } = ruleInWords(one);
      const isSame = due.name === performed.name;
      return [
        {
          place: file.source.place(['due']),
          related: [file.source.place(['performed'])],
          message: {
            zh: `${zh}：${isSame ? `due 与 performed 都是“${due.says.zh}”（${due.name}）` : `due 的“${due.says.zh}”自履行之日“${performed.says.zh}”算起`}，履行总不晚于期限，永远不会认定逾期`,
            en: `${en}: ${isSame ? `\`due\` and \`performed\` are both “${due.name}”` : `“${due.name}”, in \`due\`, is counted from the performance “${performed.name}”`}: it is never late`,
          },
          repair: { zh: 'due 写应当履行的末日，performed 写实际履行之日', en: '`due` says by when, `performed` when it was done' },
        },
      ];
    }),
};
