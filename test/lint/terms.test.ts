/** Terms that decide nothing: no rule comes to them, or what they say is written out. */
import { expect, test } from '@jest/globals';
import { inputOf, lintSample } from './base.js';
import { lint } from '../../src/lint/lint.js';
import type { Sample } from '../../src/lint/check.js';

const codes = (sample: Sample): readonly string[] => lintSample(sample).map(({ code }) => code);

const rule = (lines: string): string =>
  `clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\n${lines}due: due\nperformed: paying\nexamples:\n  - id: late\n    title: 逾期\n    events: []\n    checks:\n      - { asOf: 2024-01-31, expect: [{ status: breached }] }\n      - { asOf: 2024-01-31, expect: [{ status: fulfilled }] }\n`;

test('what something grows by is used', () => {
  expect(
    codes({
      terms: 'rise: { says: 年增, type: ratio, clause: 一 }\nlong: { says: 年数, type: years, clause: 一 }\n',
      facts: 'grownPrice: { says: 递增价, grown: price, by: rise, over: long }\n',
      rule: rule('amounts: [{ kind: penalty, from: buyer, to: seller, amount: grownPrice }]\n'),
    }),
  ).toEqual([]);
});

test.each([
  ['a number', 'type: days', ['unused-term']],
  ['a day', 'type: date', ['unused-term']],
  ['a choice', 'one-of: { sea: 海运, air: 空运 }', ['unused-term']],
  ['a text, which is there to be read', 'type: text', []],
  ['what a contract may state', 'type: days, optional: yes', []],
  ['what has a value anyway', 'type: days, default: 3', []],
])('a term that nothing uses: %s', (_name, type, expected) => {
  expect(codes({ terms: `more: { says: 又一参数, ${type}, clause: 一 }\n` })).toEqual(expected);
});

test('what is unused because its name is misspelt is not said besides', () => {
  expect(
    codes({
      terms: 'grace: { says: 宽限期, type: days, clause: 一 }\n',
      facts: 'graceEnd: { says: 宽限末日, period: grase, from: due }\n',
      rule: rule('').replace('due: due', 'due: graceEnd'),
    }),
  ).toEqual(['unknown-name']);
});

const BASE = `id: B-1
rulebook: base
signedOn: 2024-01-02
parties: { buyer: { name: 某公司 }, seller: { name: 某厂 } }
terms: { few: 3, court: 某法院, most: 2, fold: 2, other: 2, mode: 空运 }
`;
const TERMS = `most: { says: 件数上限, type: count, clause: 一 }
fold: { says: 倍数, type: ratio, clause: 一 }
other: { says: 另一上限, type: count, clause: 二 }
mode: { says: 方式, type: text, clause: 二 }
`;
/** Where a literal is found to be a term, with all others of these terms used. */
function literals(sample: Sample): readonly string[] {
  const found = lint(inputOf({ terms: TERMS, clauses: '二\n', informative: '二: 无\n', ...sample, base: BASE }));
  return found
    .filter(({ code }) => code === 'literal-is-name')
    .map(({ place, message, repair }) => `${place.file}:${place.line}:${place.column} ${message.zh} -> ${repair?.zh ?? ''}`);
}

test('a figure of a rule is what the contract of the cases gives for a term of its clause', () => {
  expect(literals({ rule: rule('when: { fact: pieces, operator: more-than, value: 2 }\n') })).toEqual([
    'clauses/sample.yaml:6:7 规则 settle（付清）的 when：直接写出的“2”，正是用例的合同里“件数上限”（most）的值 -> 如果指的是它，写成 value: { fact: most }',
  ]);
});

test('so is that of a fact to which rules of the clause come', () => {
  const facts = 'many: { says: 多件, holds: { fact: pieces, operator: more-than, value: 2 } }\n';
  expect(literals({ facts, rule: rule('when: { fact: many, operator: is, value: yes }\n') })).toEqual([
    expect.stringMatching(/^facts\.yaml:5:\d+ 事实 many/u),
  ]);
  expect(literals({ facts, rule: rule('when: { fact: many, operator: is, value: yes }\n').replace('clause: 一', 'clause: 三') })).toEqual(
    [],
  );
});

test('and a figure by which something is multiplied', () => {
  const facts = 'twice: { says: 两倍, multiply: [price, 2] }\n';
  const pays = rule('amounts: [{ kind: penalty, from: buyer, to: seller, amount: twice }]\n');
  expect(literals({ facts, rule: pays })).toEqual([
    'facts.yaml:5:38 事实 twice（两倍）：直接写出的“2”，正是用例的合同里“倍数”（fold）的值 -> 如果指的是它，写成 fold',
  ]);
});

test.each([
  [
    'a term that the rule uses besides',
    'when: { any: [{ fact: pieces, operator: more-than, value: 2 }, { fact: pieces, operator: equals, value: { fact: most } }] }\n',
  ],
  ['another figure', 'when: { fact: pieces, operator: more-than, value: 1 }\n'],
])('not so: %s', (_name, lines) => {
  expect(literals({ rule: rule(lines) })).toEqual([]);
});

test('a text of a rule is what the contract of the cases gives for a term, of whatever clause', () => {
  const events = 'sent: { says: 发运, data: { how: { says: 方式, type: text } } }\n';
  const facts = 'how: { says: 发运方式, first: sent, field: how }\n';
  expect(literals({ events, facts, rule: rule('when: { fact: how, operator: is, value: 空运 }\n') })).toEqual([
    expect.stringContaining('“空运”，正是用例的合同里“方式”（mode）的值'),
  ]);
});

test('a name where a field of an event is held against a text', () => {
  const events = 'loaded: { says: 装车, data: { batch: { says: 批次, type: text } } }\n';
  const terms = `${TERMS}rows: { says: 批次, clause: 一, columns: { name: { says: 名称, type: text } } }\n`;
  const where = (test: string): readonly string[] =>
    literals({
      events,
      terms,
      facts: `mine: { says: 本批, item: name }\nloadedOn: { says: 装车日, first: loaded, where: { batch: ${test} } }\n`,
      rule: rule('each: { item: rows }\nwhen: { fact: loadedOn, operator: happened, value: yes }\n'),
    });
  expect(where('mine')).toEqual([
    'facts.yaml:6:55 where 的 batch：直接写出的“mine”，同时是“本批”的名称 -> 如果指的是它，写成 batch: { is: mine }',
  ]);
  expect(where('{ is: mine }')).toEqual([]);
  expect(where('mineral')).toEqual([]);
});
