import type { RulebookFile } from '../../schema-types/rulebook.js';
import { toText } from '../../rulebook/text.js';
import type { Check } from '../check.js';
import { usedNames } from '../usage.js';

export const unusedReading: Check = {
  code: 'unused-reading',
  level: 'warning',
  title: { zh: '没有用到的读法', en: 'a reading that nothing uses' },
  why: {
    zh: '选哪一个都不影响结论；报告却会请人作出选择。',
    en: 'Whichever alternative is chosen, nothing changes; yet people are asked to choose.',
  },
  bad: {
    readings: 'counted: { clause: 一, about: 是否含当日, why: 未写明, default: without, choices: { without: 不含, with: 含 } }\n',
  },
  good: {
    readings: 'counted: { clause: 一, about: 是否含当日, why: 未写明, default: without, choices: { without: 不含, with: 含 } }\n',
    facts: 'last: { says: 末日, reading: counted, choices: { without: due, with: { day-before: due } } }\n',
    rule: 'clause: 一\nrule: again\ntitle: 再付\nkind: duty\nbearer: buyer\ndue: last\nperformed: paying\n',
  },
  looksAt: 'written',
  find: (written) => {
    const used = usedNames(written);
    return Object.entries((written.rulebook.value as RulebookFile).readings ?? {}).flatMap(([name, { about, within }]) =>
      used.has(name) || (within !== undefined && used.has(within.as))
        ? []
        : [
            {
              place: written.rulebook.place(['readings', name], 'key'),
              message: {
                zh: `没有规则用到读法 ${name}（${toText(about).zh}）`,
                en: `no rule comes to the reading ${name} (${toText(about).en})`,
              },
              repair: {
                zh: `写进应当随它而变的事实（reading: ${name}），或删去`,
                en: `\`reading: ${name}\` in the fact that hangs on it, or no such reading`,
              },
            },
          ],
    );
  },
};
