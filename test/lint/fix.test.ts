/** What --fix does: replacements alone, only where there is one way to put it right, and never what would no longer parse. */
import { describe, expect, test } from '@jest/globals';
import { applyFixes } from '../../src/lint/apply-fixes.js';
import type { Sample } from '../../src/lint/check.js';
import { isOneEdit } from '../../src/lint/one-edit.js';
import { fix } from '../../src/lint/fix.js';
import { inputOf } from './base.js';

const fixed = (
  sample: Sample,
): { readonly facts: string; readonly rule: string; readonly left: readonly string[]; readonly count: number } => {
  const { texts, findings, fixed: count } = fix(inputOf(sample));
  const text = (name: string): string => texts.get(name) ?? '';
  return { facts: text('facts.yaml'), rule: text('clauses/sample.yaml'), left: findings.map((one) => one.code), count };
};

describe('a name but for one letter', () => {
  test.each<[string, string, string]>([
    ['a fact', 'early: { says: 提前, first: paid, before: duw } # 备注', 'before: due } # 备注'],
    ['an event type', 'early: { says: 提前, first: pid, before: due }', 'first: paid'],
    ['a field', 'much: { says: 合计, sum: amuont, of: paid }', 'sum: amount'],
    ['a measure', 'often: { says: 次数, cuont: paid }', 'count: paid'],
    ['a parameter', 'early: { says: 提前, first: paid, befor: due }', 'before: due'],
    ['an operator', 'odd: { says: 情形, holds: { fact: pieces, operator: more-then, value: 1 } }', 'more-than'],
    ['a name in quotes', 'early: { says: 提前, first: paid, before: "duw" }', 'before: "due"'],
    [
      'a name where a figure may stand',
      'odd: { says: 情形, holds: { fact: pieces, operator: more-than, value: limit } }',
      'value: { fact: limit }',
    ],
    ['an invisible character', 'early: { says: 提\u200b前\u200b, first: paid, before: due }', 'says: 提前,'],
    [
      'full-width signs, then the name behind them',
      'early： { says: 提前， first： pid， before： duw ｝',
      'early: { says: 提前, first: paid, before: due }',
    ],
    ['a look-alike', 'early: { says: 提前, first: paid, before: \u0501ue }', 'before: due'],
  ])('%s', (_name, facts, wanted) => {
    const { facts: text, left } = fixed({ facts: `${facts}\n` });
    expect(text).toContain(wanted);
    expect(left.filter((code) => code !== 'unused-fact')).toEqual([]);
  });
});

describe('left for a person', () => {
  test.each<[string, Sample]>([
    ['two names as near', { terms: 'dua: { says: 甲, type: date }\n', facts: 'early: { says: 提前, first: paid, before: duw }\n' }],
    ['a name two letters off', { facts: 'early: { says: 提前, first: paid, before: payment }\n' }],
    ['a name that is none', { facts: 'early: { says: 提前, first: paid, before: zzz }\n' }],
    ['a figure that is a term', { facts: 'odd: { says: 情形, holds: { fact: pieces, operator: more-than, value: 5 } }\n' }],
  ])('%s', (_name, sample) => {
    const { facts, left, count } = fixed(sample);
    expect([facts, count]).toEqual(['', 0]);
    expect(left.length).toBeGreaterThan(0);
  });
});

test('what a clause file says is put right too, and its comments stay', () => {
  const rule = `# 注释：不动
clause: 一
rule：settle   # 标识
title: 付清：全部价款
kind: dutty
bearer: “buyr”
due: due
performed: paying
unless: ［storm］
---
clause: 一
rule: storm
title: 风暴
kind: exemption
for: buyer
when: { fact: pieces， operator: equals， value: ０ }
`;
  const { rule: text, left } = fixed({ rule });
  expect(text).toBe(
    rule
      .replace('rule：settle', 'rule: settle')
      .replace('dutty', 'duty')
      .replace('“buyr”', 'buyer')
      .replace('［storm］', '[storm]')
      .replaceAll('， ', ', ')
      .replace('０', '0'),
  );
  expect(left).toEqual(['examples-missing']);
});

test('what is right is not touched', () => {
  expect(fixed({})).toEqual({ facts: '', rule: '', left: [], count: 0 });
});

test('of two fixes that touch one another the first is made', () => {
  const place = { file: 'f', line: 1, column: 1 };
  const one = (from: number, to: number, text: string) =>
    ({ code: 'figure', level: 'error', place, message: { zh: '', en: '' }, fix: [{ file: 'f', from, to, text }] }) as const;
  expect(applyFixes([one(0, 2, 'A'), one(1, 3, 'B'), one(3, 4, 'C')], () => 'abcd').get('f')).toBe('AcC');
});

test.each([
  ['due', 'duw', true],
  ['due', 'du', true],
  ['due', 'dues', true],
  ['due', 'deu', true],
  ['due', 'due', false],
  ['due', 'dew', false],
  ['due', 'edu', false],
  ['a', 'b', true],
  ['', 'a', true],
])('%s and %s differ by one letter: %s', (a, b, one) => {
  expect([isOneEdit(a, b), isOneEdit(b, a)]).toEqual([one, one]);
});
