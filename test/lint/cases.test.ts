/** Examples and cases are linted as they are written. */
import { expect, test } from '@jest/globals';
import { fix } from '../../src/lint/fix.js';
import { lint } from '../../src/lint/lint.js';
import { inputOf, RULE } from './base.js';

const BASE = `id: B-1
rulebook: base
signedOn: 2024-01-02
parties: { buyer: { name: 某公司 }, seller: { name: 某厂 } }
terms: { price: "100.00", few: 3, limit: 1, court: 某法院 }
`;
const CASE = `- id: later
  checks:
    - { asOf: 2024-01-31, expect: [{ rule: pay, status: pending }] }
`;
const said = (cases: Readonly<Record<string, string>>): readonly string[] =>
  lint(inputOf({}, cases)).map(({ code, level, place }) => `${place.file}:${place.line}:${place.column} ${level} ${code}`);

test('whole cases leave nothing to say', () => {
  expect(said({ 'base.yaml': BASE, 'later.yaml': CASE })).toEqual([]);
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['a rule that is not there', { 'later.yaml': CASE.replace('rule: pay', 'rule: pays') }, 'cases/later.yaml:3:36 error unknown-rule'],
  ['no rule named', { 'later.yaml': CASE.replace('rule: pay, ', '') }, 'cases/later.yaml:3:36 error missing-key'],
  ['a status that there is not', { 'later.yaml': CASE.replace('pending', 'waiting') }, 'cases/later.yaml:3:57 error not-a-choice'],
  ['the same case twice', { 'later.yaml': CASE, 'more.yaml': CASE }, 'cases/more.yaml:1:7 error duplicate-key'],
  ['a base that is no contract', { 'base.yaml': BASE.replace('signedOn: 2024-01-02\n', '') }, 'cases/base.yaml:1:1 error missing-key'],
  ['a term of the base that is no such number', { 'base.yaml': BASE.replace('few: 3', 'few: 三') }, 'cases/base.yaml:5:32 error bad-term'],
  ['a term that there is not', { 'base.yaml': BASE.replace('limit: 1', 'limt: 1') }, 'cases/base.yaml:5:35 error unknown-term'],
  [
    'a term that the base leaves out',
    { 'base.yaml': BASE.replace(', court: 某法院', ''), 'later.yaml': CASE },
    'cases/base.yaml:5:1 error missing-term',
  ],
  ['what is no YAML', { 'later.yaml': '- id: [' }, 'cases/later.yaml:1:7 error bad-syntax'],
])('%s', (_, cases, where) => {
  expect(said(cases)).toContain(where);
});

test('a term that the base leaves out and every case gives is not missing', () => {
  const given = CASE.replace('  checks', '  terms: { court: 某法院 }\n  checks');
  const base = BASE.replace(', court: 某法院', '');
  const court = (cases: Readonly<Record<string, string>>): unknown => said(cases).filter((one) => one.includes('missing-term'));
  const rule = RULE.replace('terms: { few: 3 }', 'terms: { few: 3, court: 某法院 }');
  expect(court({ 'base.yaml': base, 'later.yaml': given })).toHaveLength(1);
  const files = inputOf({}, { 'base.yaml': base, 'later.yaml': given }).files;
  const clauses = [{ name: 'clauses/一-pay.yaml', bytes: new TextEncoder().encode(rule) }];
  expect(lint({ folder: 'base', files: { ...files, clauses } }).map(({ code }) => code)).toEqual([]);
});

test('an example with a status that there is not', () => {
  const example = RULE.replace('rule: pay', 'rule: pay-late').replace('status: breached', 'status: late');
  expect(lint(inputOf({ rule: example })).map(({ code }) => code)).toContain('not-a-choice');
});

test('full-width marks in a case are put right', () => {
  const { texts, findings } = fix(inputOf({}, { 'base.yaml': BASE, 'later.yaml': CASE.replace('asOf: ', 'asOf： ') }));
  expect(texts.get('cases/later.yaml')).toBe(CASE);
  expect(findings).toEqual([]);
});

test('a ratio by the day above one', () => {
  const late = (value: string): unknown =>
    lint(
      inputOf(
        { terms: 'lateRate: { says: 日违约金比例, type: ratio per days }\n' },
        { 'base.yaml': BASE.replace('limit: 1', `limit: 1, lateRate: "${value}"`) },
      ),
    )
      .filter(({ code }) => code === 'ratio-above-one')
      .map(({ message }) => message.zh);
  expect(late('5')).toEqual(['“日违约金比例”（lateRate）写的是 5，即百分之 500']);
  expect(late('0.0005')).toEqual([]);
});
