import type { Each } from '../../facts/each.js';
import { offer } from '../../input/offer.js';
import type { Text } from '../../input/problem.js';
import { quote } from '../../input/quote.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { LinkedRule } from '../../rulebook/rule.js';
import { casesIn, type WrittenCase } from '../cases-in.js';
import type { Check } from '../check.js';
import { ruleInWords } from '../conditions/owners.js';

const rule = (instance: string): string =>
  `clause: 一\nrule: inspect\ntitle: 验收\nkind: duty\nbearer: buyer\neach: delivered\ndue: due\nperformed: paying\nexamples:\n  - id: late\n    title: 逾期\n    events: [{ id: d1, type: delivered, at: 2024-01-05, data: { pieces: 1 } }]\n    checks:\n      - { asOf: 2024-01-31, expect: [{ instance: ${instance}, status: breached }] }\n`;

export const strayInstance: Check = {
  code: 'stray-instance',
  level: 'error',
  title: { zh: '用例所说的那一次并不存在', en: 'an instance that there is not' },
  why: {
    zh: 'instance 写明结论是哪一次的：逐个事件适用的写事件的编号，逐月的写 2024-02，不逐个适用的没有 instance。写错了，这一项永远对不上。',
    en: '`instance` says of which one the finding is: the id of an event, a month (2024-02); a rule that is for none in particular has no instance. A wrong one is never found.',
  },
  bad: { rule: rule('d2') },
  good: { rule: rule('d1') },
  needsAll: true,
  looksAt: 'linked',
  find: (linked) =>
    casesIn(linked).flatMap((one) =>
      one.expect.flatMap(({ expected, path }) => {
        const id = typeof expected.rule === 'string' ? expected.rule : one.of;
        const asked = linked.rulebook.rules.find((other) => other.id === id);
        if (asked === undefined || typeof expected.instance !== 'string') return [];
        const wrong = wrongIn(expected.instance, expected.absent === true, asked, one, linked.rulebook);
        return wrong === undefined ? [] : [{ place: one.source.place([...path, 'instance']), ...wrong }];
      }),
    ),
};

interface Wrong {
  readonly message: Text;
  readonly repair: Text;
}

/** @param isAbsent the rule is to find nothing of it: then a wrong one would hold whatever the rule says */
function wrongIn(
  instance: string,
  isAbsent: boolean,
  rule: LinkedRule,
  { events, setAside }: WrittenCase,
  { declared }: Rulebook,
): Wrong | undefined {
  const { each } = rule;
  const { zh, en } = ruleInWords(rule);
  if (each === null && isAbsent) return undefined;
  if (each === null)
    return {
      message: {
        zh: `${zh}没有 each，它的结论没有 instance，这里写了“${quote(instance)}”`,
        en: `${en} has no \`each\`, so that it has no instance such as “${quote(instance)}”`,
      },
      repair: { zh: '去掉 instance', en: 'no `instance`' },
    };
  if (each.of === 'spans') return wrongSpan(instance, each);
  if (each.of !== 'events' || setAside) return undefined;
  const named = events.find(({ id }) => id === instance);
  // That nothing arises from an event of another type can be said.
  if (named !== undefined && isAbsent) return undefined;
  if (named !== undefined && each.types.includes(String(named.type))) return undefined;
  const says = (name: string): string => declared.events.get(name)?.says.zh ?? name;
  const ids = events.filter(({ type }) => each.types.includes(String(type))).map(({ id }) => String(id));
  const wanted = { zh: each.types.map((name) => `“${says(name)}”（${name}）`).join('、'), en: each.types.join(', ') };
  return {
    message:
      named === undefined
        ? { zh: `用例中没有编号是“${quote(instance)}”的事件`, en: `no event of the case has the id “${quote(instance)}”` }
        : {
            zh: `${zh}逐个${wanted.zh}适用，而“${quote(instance)}”是“${says(String(named.type))}”`,
            en: `${en} is for each ${wanted.en}, but “${quote(instance)}” is ${String(named.type)}`,
          },
    repair: offer(instance, ids) ?? { zh: `用例里先要有一件${wanted.zh}`, en: `an event of type ${wanted.en} in the case` },
  };
}

/** How a month is called, a quarter, a year and a period of some length; that of a row stands behind the row. */
const SPANS = {
  month: { form: /^\d{4}-(?:0[1-9]|1[0-2])$/u, says: { zh: '月份写成 2024-03', en: 'a month such as 2024-03' } },
  quarter: { form: /^\d{4}-Q[1-4]$/u, says: { zh: '季度写成 2024-Q1', en: 'a quarter such as 2024-Q1' } },
  year: { form: /^\d{4}$/u, says: { zh: '年份写成 "2024"（加引号）', en: 'a year such as "2024", in quotes' } },
  period: {
    form: /^\d{4}-\d{2}-\d{2}$/u,
    says: { zh: '一期写成它的首日，如 2024-03-15', en: 'the first day of the period, such as 2024-03-15' },
  },
} as const;

function wrongSpan(instance: string, { span, rows }: Extract<Each, { readonly of: 'spans' }>): Wrong | undefined {
  const { form, says } = SPANS[typeof span === 'string' ? span : 'period'];
  const slash = instance.lastIndexOf('/');
  if (form.test(rows === null ? instance : instance.slice(slash + 1)) && (rows === null || slash > 0)) return undefined;
  return {
    message: { zh: `“${quote(instance)}”不是这条规则的一次`, en: `“${quote(instance)}” is no instance of this rule` },
    repair: rows === null ? says : { zh: `行的名称/期间，${says.zh}`, en: `the name of a row, a slash, ${says.en}` },
  };
}
