import type { RulebookFile } from '../../schema-types/rulebook.js';
import { toText } from '../../rulebook/text.js';
import type { Check } from '../check.js';
import { usedNames } from '../usage.js';

export const unusedEvent: Check = {
  code: 'unused-event',
  level: 'warning',
  title: { zh: '没有用到的事件类型', en: 'an event type that nothing uses' },
  why: {
    zh: '没有规则看这种事件：记录了也不影响任何结论，记录的人却以为有用。',
    en: 'No rule looks at such events: whoever records them does so for nothing, and may think otherwise.',
  },
  bad: { events: 'visited: { says: 拜访, data: {} }\n' },
  good: {
    events: 'visited: { says: 拜访, data: {} }\n',
    facts: 'visit: { says: 首次拜访, first: visited }\n',
    rule: 'clause: 一\nrule: call\ntitle: 拜访\nkind: duty\nbearer: seller\nperformed: visit\n',
  },
  looksAt: 'written',
  find: (written) => {
    const used = usedNames(written);
    return Object.entries((written.rulebook.value as RulebookFile).events).flatMap(([name, { says, answers }]) =>
      // What ends a state is asked for with the state.
      used.has(name) || (answers !== undefined && used.has(answers))
        ? []
        : [
            {
              place: written.rulebook.place(['events', name], 'key'),
              message: {
                zh: `没有规则看事件 ${name}（${toText(says).zh}）`,
                en: `no rule looks at events of type ${name} (${toText(says).en})`,
              },
              repair: { zh: '写出看它的事实和规则，或删去', en: 'a fact and a rule that look at it, or no such type' },
            },
          ],
    );
  },
};
