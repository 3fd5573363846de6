/** Random conditions and facts: what means another thing reads otherwise, in both languages. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { factEntry } from '../../src/explain/fact.js';
import type { Entry, Line } from '../../src/explain/explanation.js';
import { Reach } from '../../src/explain/reach.js';
import { ruleEntry } from '../../src/explain/rule.js';
import { Words } from '../../src/explain/words.js';
import type { Language } from '../../src/input/problem.js';
import { SHOP } from '../support/shop.js';
import { sourceOf } from '../support/texts.js';
import { NormalForms, type Json } from './normal-form.js';
import { link, writtenOf, type Slice } from './slice.js';

const LANGUAGES = ['zh', 'en'] as const;
const MANY = 1500;
const rulebook = sourceOf('rulebook.yaml', SHOP).value as Json;

const numbers = ['price', 'rent', 'paidIn'];
const moments = ['today', 'signedOn', 'dueDay', 'paidOn', 'deliveredOn'];
const FACTS: Slice['facts'] = {
  paidOn: { says: '付清', first: 'paid' },
  deliveredOn: { says: '交货', first: 'delivered' },
  // Two that are called the same.
  lateOn: { says: '交货', last: 'delivered' },
  paidIn: { says: '已付', sum: 'amount', of: 'paid' },
  isLate: { says: '迟延', holds: { fact: 'paidOn', operator: 'after', value: { fact: 'dueDay' } } },
  carrier: { says: '承运', first: 'delivered', field: 'by' },
};

const one = <T extends Json>(...of: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...of);
const factValue = (names: readonly string[]): fc.Arbitrary<Json> => one(...names).map((fact) => ({ fact }));

const leaf: fc.Arbitrary<Json> = fc.oneof(
  fc.record({
    fact: one(...numbers),
    operator: one('more-than', 'at-least', 'less-than', 'at-most', 'equals'),
    value: fc.oneof(one(0, 1, 2), factValue(numbers)),
  }),
  fc.record({
    fact: one(...moments, 'lateOn'),
    operator: one('before', 'on-or-before', 'after', 'on-or-after', 'on'),
    value: factValue(moments),
  }),
  fc.record({ fact: one('paidOn', 'deliveredOn', 'lateOn', 'carrier'), operator: fc.constant('happened'), value: one('yes', 'no') }),
  fc.record({ fact: fc.constant('isLate'), operator: fc.constant('is'), value: one('yes', 'no') }),
  fc.record({ fact: fc.constant('carrier'), operator: fc.constant('is'), value: one('rail', 'road', 'sea') }),
  fc.record({
    fact: fc.constant('carrier'),
    operator: fc.constant('one-of'),
    value: fc.uniqueArray(one('rail', 'road', 'sea'), { minLength: 1 }),
  }),
);

const condition = fc.letrec<{ tree: Json }>((tie) => {
  const members = fc.array(tie('tree'), { minLength: 1, maxLength: 3 });
  return {
    tree: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      leaf,
      members.map((all): Json => ({ all })),
      members.map((any): Json => ({ any })),
      tie('tree').map((not): Json => ({ not })),
    ),
  };
}).tree;

const event = one('paid', 'reversed', 'delivered', 'stopped');
const moment = one(...moments);
const yes = one('yes', 'no');
const bounds = { from: moment, to: moment, after: moment, before: moment };
type Keys = Readonly<Record<string, fc.Arbitrary<Json>>>;

const optional = (required: Keys, more: Keys): fc.Arbitrary<Json> =>
  fc.record({ ...required, ...more }, { requiredKeys: Object.keys(required) });

const measure: fc.Arbitrary<Json> = fc.oneof(
  optional({ first: event }, bounds),
  optional({ last: event }, bounds),
  optional({ first: fc.constant('delivered'), field: one('pieces', 'good', 'weight', 'by') }, bounds),
  optional({ count: fc.oneof(event, fc.uniqueArray(event, { minLength: 2, maxLength: 3 })) }, bounds),
  optional(
    { count: fc.constant('delivered') },
    { where: optional({}, { good: yes, by: fc.oneof(one('rail', 'road'), fc.constant(['rail', 'sea'])), pieces: one(1, 2) }) },
  ),
  optional(
    { sum: fc.constant('amount'), of: one('paid', 'reversed') },
    { ...bounds, beyond: one('price', 'rent'), times: one('share', 'growth') },
  ),
  optional(
    { reached: one('price', 'rent'), adding: fc.constant('amount'), of: fc.constant('paid') },
    { less: fc.constant('reversed'), from: moment },
  ),
  optional(
    { period: one('fewDays', 'span', 'workDays', 'someMonths', 'lasting'), from: moment },
    {
      backward: yes,
      'first-day': one('included', 'excluded'),
      roll: one('next-working-day', 'working-day-after-public-holiday', 'after-statutory-holiday', 'previous-working-day', 'none'),
      times: one('limit', 'free'),
    },
  ),
  optional({ whole: one('price', 'rent') }, { rounding: one('up', 'down', 'nearest'), to: one('cent', 'unit') }),
  ...['add', 'multiply'].map((key) => fc.array(one(...numbers), { minLength: 1, maxLength: 3 }).map((all): Json => ({ [key]: all }))),
  ...['subtract', 'divide', 'smaller', 'larger'].map((key) =>
    fc.tuple(one(...numbers), one(...numbers)).map((pair): Json => ({ [key]: pair })),
  ),
  ...['earliest', 'latest', 'prevailing'].map((key) =>
    fc.array(moment, { minLength: 1, maxLength: 3 }).map((all): Json => ({ [key]: all })),
  ),
  ...['days-between', 'months-begun', 'months-elapsed', 'years-elapsed', 'hours-between', 'minutes-between'].map((key) =>
    fc.tuple(moment, moment).map((pair): Json => ({ [key]: pair })),
  ),
  ...['day-before', 'day-after', 'rolled', 'arrived', 'ends-on', 'same-as'].map((key) => moment.map((of): Json => ({ [key]: of }))),
  condition.map((holds): Json => ({ holds })),
);

const linesIn = (lang: Language, lines: readonly Line[]): readonly unknown[] =>
  lines.map(({ text, items }) => [text[lang], linesIn(lang, items ?? [])]);
const sentence = (lang: Language, { parts }: Entry): string =>
  JSON.stringify(parts.map(({ label, lines }) => [label[lang], linesIn(lang, lines)]));

/** Those that read the same must mean the same. */
function expectToldApart(all: readonly { readonly entry: Entry; readonly means: string }[]): void {
  for (const lang of LANGUAGES) {
    const seen = new Map<string, string>();
    for (const { entry, means } of all) {
      const said = sentence(lang, entry);
      expect([said, seen.get(said) ?? means]).toEqual([said, means]);
      seen.set(said, means);
    }
  }
}

const sample = (of: fc.Arbitrary<Json>): readonly Json[] => fc.sample(of, { numRuns: MANY, seed: 20230308 });

test('conditions', () => {
  const rules = sample(condition).map((when, index): Json => ({
    clause: '一',
    rule: `r${index}`,
    title: '同名',
    kind: 'right',
    holder: 'buyer',
    when,
  }));
  const slice: Slice = { rulebook, facts: FACTS, rules };
  const linked = link(slice);
  const words = new Words(linked);
  const forms = new NormalForms(writtenOf(slice), linked);
  const means = (id: string): string => forms.rule(id).replace(`"rule":"${id}"`, '');
  expectToldApart(linked.rules.map((rule) => ({ entry: ruleEntry(words, rule, new Reach(words).rule(rule)), means: means(rule.id) })));
});

test('facts', () => {
  const asked = Object.fromEntries(sample(measure).map((one, index) => [`x${index}`, { says: `所问${index}`, ...(one as object) }]));
  const slice: Slice = { rulebook, facts: { ...FACTS, ...asked }, rules: [] };
  const linked = link(slice);
  const words = new Words(linked);
  const forms = new NormalForms(writtenOf(slice), linked);
  expectToldApart(Object.keys(asked).map((name) => ({ entry: factEntry(words, linked.facts.get(name)!), means: forms.fact(name) })));
});
