/** A slip is shown where it stands: at the key that is misspelt, not at its value or what holds it; and said in the words of the file. */
import { expect, test } from '@jest/globals';
import { lint } from '../../src/lint/lint.js';
import type { Sample } from '../../src/lint/check.js';
import { inputOf } from './base.js';

const BASE = `id: B-1
rulebook: base
signedOn: 2024-01-02
parties: { buyer: { name: 某公司 }, seller: { name: 某厂 } }
terms: { few: 3, court: 某法院 }
`;
const DUTY = 'clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\n';
const errors = (sample: Sample, cases: Readonly<Record<string, string>> = {}): readonly string[] =>
  lint(inputOf(sample, cases)).flatMap(({ code, level, place, repair }) =>
    level === 'error' ? [`${place.file}:${place.line}:${place.column} ${code} ${repair?.zh ?? ''}`] : [],
  );

test.each([
  ['a term', 'terms: { cuort: 某法院 }', '', ':3:12 unknown-term 是否指“court”'],
  ['an event type', 'contract: { coverage: { payd: none } }', '', ':3:27 unknown-event 是否指“paid”'],
  ['a reading', 'title: 逾期', 'readings: { basix: late }, ', ':5:39 unknown-reading 是否指“basis”'],
])('the key of %s in a case', (_name, line, readings, found) => {
  const one = `- id: late
  events: []
  ${line}
  checks:
    - { asOf: 2024-01-31, ${readings}expect: [{ rule: pay, status: inactive }] }
`;
  const sample = {
    readings: 'basis: { clause: 一, about: 从哪日起算, why: 未写明, default: early, choices: { early: 交货, late: 付款 } }\n',
  };
  const facts = 'start: { says: 起算, reading: basis, choices: { early: delivery, late: paying } }\n';
  expect(errors({ ...sample, facts }, { 'base.yaml': BASE, 'late.yaml': one })).toEqual([`cases/late.yaml${found}`]);
});

test('dashes that a word processor sets are hyphens', () => {
  expect(errors({ rule: `${DUTY.replace('settle', 'settle\u2010now')}due: due\nperformed: paying\n` })).toEqual([
    'clauses/sample.yaml:2:7 look-alike “settle-now”',
  ]);
  expect(errors({ rule: `${DUTY.replace('付清', 'A\u2013B')}due: due\nperformed: paying\n` })).toEqual([]);
  expect(errors({}, { 'base.yaml': BASE.replace('2024-01-02', '2024\u201401\u201402') })).toEqual([
    'cases/base.yaml:3:11 bad-date 写成 2024-01-02',
  ]);
});

test('what is wrong is called by its own key', () => {
  const rule = `${DUTY}each: { every: price, from: delivery }\ndue: due\nperformed: paying\n`;
  expect(lint(inputOf({ rule })).map(({ message }) => message.zh)).toContainEqual(expect.stringContaining('“every”'));
});

test('an event that has no fields is said to have none', () => {
  const facts = 'sized: { says: 大小, sum: size, of: saved }\n';
  expect(errors({ events: 'saved: { says: 备份, data: {} }\n', facts })).toEqual([expect.stringContaining('没有登记任何一项')]);
});
