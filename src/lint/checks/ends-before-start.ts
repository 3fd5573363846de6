import type { Operand } from '../../facts/fact.js';
import type { LinkedRule } from '../../rulebook/rule.js';
import type { Check, Linked } from '../check.js';
import { isNeverLater } from '../conditions/days.js';
import { factInWords, ruleInWords } from '../conditions/owners.js';
import type { Found } from '../finding.js';

const rule = (until: string): string =>
  `clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\narises: delivery\nuntil: ${until}\ndue: due\nperformed: paying\n`;

export const endsBeforeStart: Check = {
  code: 'ends-before-start',
  level: 'error',
  title: { zh: '还没有开始就结束', en: 'over before it begins' },
  why: {
    zh: '结束之日（until、each 的 to）与开始之日（arises、each 的 from）是同一天，或者必然更早：这条规则没有可以适用的日子（逐月、逐期的，至多有一天）。逐日累计（accrue）的 through 从不晚于 after 的，没有一日可以累计。',
    en: 'The day on which it ends (`until`, `to` of `each`) is the day on which it begins (`arises`, `from`), or surely an earlier one: there is no day on which the rule is for anything (of months and periods, one at most). Where `through` of `accrue` is never later than `after`, nothing ever accrues.',
  },
  bad: { rule: rule('delivery') },
  good: { rule: rule('due') },
  looksAt: 'linked',
  find: (linked) => [...ofRules(linked), ...ofAccruals(linked)],
};

const ofRules = ({ rulebook, written }: Linked): readonly Found[] =>
  rulebook.rules.flatMap((one) => {
    const file = written.rules.find(({ rule: { rule: id } }) => id === one.id);
    if (file === undefined) return [];
    const { zh, en } = ruleInWords(one);
    return boundsOf(one).flatMap(({ from, to, starts, ends, path }) =>
      isNeverLater(to, from)
        ? [
            {
              place: file.source.place(path),
              message: {
                zh: `${zh}：${ends}（${to.name}）从不晚于 ${starts}（${from.name}），${ends === 'to' ? '至多有一天' : '没有可以适用的日子'}`,
                en: `${en}: \`${ends}\` (${to.name}) is never later than \`${starts}\` (${from.name}): there is ${ends === 'to' ? 'one day at most' : 'no day between'}`,
              },
              repair: { zh: `改正 ${ends} 或 ${starts}`, en: `another \`${ends}\`, or another \`${starts}\`` },
            },
          ]
        : [],
    );
  });

const ofAccruals = ({ rulebook, written }: Linked): readonly Found[] =>
  [...rulebook.facts.values()].flatMap((fact) => {
    if (fact.measure !== 'accrue') return [];
    const [after, through] = ['after', 'through'].map((key) => fact.operands.find(({ name }) => name === fact.written[key]));
    if (after === undefined || through === undefined || !isNeverLater(through, after)) return [];
    const { zh, en } = factInWords(fact);
    return [
      {
        place: written.facts.place([fact.name, 'through']),
        message: {
          zh: `${zh}：through（${through.name}）从不晚于 after（${after.name}），没有一日可以累计`,
          en: `${en}: \`through\` (${through.name}) is never later than \`after\` (${after.name}): nothing ever accrues`,
        },
        repair: { zh: '改正 through 或 after', en: 'another `through`, or another `after`' },
      },
    ];
  });

interface Bounds {
  readonly from: Operand;
  readonly to: Operand;
  readonly starts: string;
  readonly ends: string;
  readonly path: readonly string[];
}

function boundsOf({ arises, until, each }: LinkedRule): readonly Bounds[] {
  return [
    ...(arises !== null && until !== null ? [{ from: arises, to: until, starts: 'arises', ends: 'until', path: ['until'] }] : []),
    ...(each?.of === 'spans' && each.to !== null
      ? [{ from: each.from, to: each.to, starts: 'from', ends: 'to', path: ['each', 'to'] }]
      : []),
  ];
}
