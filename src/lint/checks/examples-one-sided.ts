import type { LinkedRule } from '../../rulebook/rule.js';
import type { Status } from '../../facts/scope.js';
import type { Text } from '../../input/problem.js';
import { STATUSES_OF } from '../../rulebook/words.js';
import type { Check } from '../check.js';
import { ruleInWords } from '../conditions/owners.js';

interface Side {
  readonly any: readonly Status[];
  readonly says: Text;
}

const side = (zh: string, en: string, ...any: readonly Status[]): Side => ({ any, says: { zh, en } });

/** What the examples of a rule show between them. */
function sidesOf(rule: LinkedRule): readonly Side[] {
  switch (rule.kind) {
    case 'duty':
      return [
        ...(rule.breached === null ? [] : [side('违反（breached）', 'breached', 'breached')]),
        side('履行（fulfilled）', 'fulfilled', 'fulfilled'),
      ];
    case 'prohibition':
      return [side('违反（breached）', 'breached', 'breached'), side('遵守（compliant）', 'compliant', 'compliant')];
    case 'right':
      return [
        side('可以行使（available）', 'available', 'available'),
        // Without any of these a right is always there.
        ...([rule.when, rule.each, rule.until, rule.arises].every((one) => one === null)
          ? []
          : [side('不成立（inactive）', 'inactive', 'inactive')]),
      ];
    case 'limit':
      return [
        ...(rule.exceeded === null && rule.ledger === null ? [] : [side('超过（exceeded）', 'exceeded', 'exceeded')]),
        side('未超过（met）', 'met', 'met'),
      ];
    case 'check':
      return [side('不符（breached）', 'breached', 'breached'), side('相符（met）', 'met', 'met')];
  }
}

export const examplesOneSided: Check = {
  code: 'examples-one-sided',
  level: 'note',
  title: { zh: '例子只有一面', en: 'examples of one side only' },
  why: {
    zh: '只有履行的例子，看不出规则能不能认定违反；只有违反的例子，看不出它会不会错怪。',
    en: 'Examples in which a rule is kept do not show that it finds a breach, nor the reverse.',
  },
  bad: {
    rule: 'clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: due\nperformed: paying\nexamples:\n  - id: late\n    title: 逾期\n    events: [{ id: p1, type: paid, at: 2024-01-31, data: { amount: 1 } }]\n    checks:\n      - { asOf: 2024-01-31, expect: [{ status: breached }] }\n',
  },
  good: {
    rule: 'clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: due\nperformed: paying\nexamples:\n  - id: late\n    title: 逾期\n    events: [{ id: p1, type: paid, at: 2024-01-31, data: { amount: 1 } }]\n    checks:\n      - { asOf: 2024-01-31, expect: [{ status: breached }] }\n  - id: in-time\n    title: 按期\n    events: [{ id: p1, type: paid, at: 2024-01-05, data: { amount: 1 } }]\n    checks:\n      - { asOf: 2024-01-05, expect: [{ status: fulfilled }] }\n',
  },
  looksAt: 'linked',
  find: ({ rulebook, written }) =>
    rulebook.rules.flatMap((rule) => {
      const examples = rulebook.examples.filter((one) => one.rule === rule.id);
      const shown = new Set(examples.flatMap(({ example }) => example.checks.flatMap(({ expect }) => expect.map(({ status }) => status))));
      // What was meant by a status that it never has cannot be told; it is said of the example.
      const possible: readonly unknown[] = [...STATUSES_OF[rule.kind], undefined, null];
      if (![...shown].every((status) => possible.includes(status))) return [];
      const missing = sidesOf(rule).filter(({ any }) => !any.some((status) => shown.has(status)));
      const file = written.rules.find((one) => one.rule.rule === rule.id);
      if (examples.length === 0 || missing.length === 0 || file === undefined) return [];
      const { zh, en } = ruleInWords(rule);
      return [
        {
          place: file.source.place(['examples'], 'key'),
          message: {
            zh: `${zh}没有${missing.map(({ says }) => says.zh).join('、')}的例子`,
            en: `${en} has no example that is ${missing.map(({ says }) => says.en).join(', none that is ')}`,
          },
          repair: { zh: '各写一个例子', en: 'an example of each' },
        },
      ];
    }),
};
