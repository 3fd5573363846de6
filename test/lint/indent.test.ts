/** A line that is not aligned with those of its level is told so, and how many blanks are right. */
import { expect, test } from '@jest/globals';
import { lint } from '../../src/lint/lint.js';
import { inputOf } from './base.js';

const RULE = `clause: 一
rule: settle
title: 付清
kind: duty
bearer: buyer
due: due
performed: paying
examples:
  - id: late
    title: 逾期
    events:
      - { id: p1, type: paid, at: 2024-01-31, data: { amount: 1 } }
      - { id: p2, type: paid, at: 2024-01-31, data: { amount: 1 } }
    checks:
      - { asOf: 2024-01-31, expect: [{ status: breached }] }
`;
const said = (was: string, is: string): readonly string[] => {
  expect(RULE).toContain(was);
  return lint(inputOf({ rule: RULE.replace(was, is) })).flatMap(({ code, place, repair }) =>
    code === 'bad-syntax' ? [`${place.line} ${repair?.zh ?? ''}`] : [],
  );
};

test.each([
  ['a key one less', '    checks:', '   checks:', '14 缩进改为 4 个空格'],
  ['a key one more', '    checks:', '     checks:', '14 缩进改为 4 个空格'],
  ['an entry two less', '      - { id: p2', '    - { id: p2', '13 缩进改为 6 个空格'],
  ['the first entry one less, of two', '      - { id: p1', '     - { id: p1', '12 缩进改为 6 个空格'],
  ['an entry one less', '      - { id: p2', '     - { id: p2', '13 缩进改为 6 个空格'],
])('%s', (_name, was, is, found) => {
  expect(said(was, is)).toEqual([found]);
});

test.each([
  ['a bracket that nothing closes', 'data: { amount: 1 } }\n      - { id: p2', 'data: { amount: 1 }\n      - { id: p2'],
  ['two keys on a line', 'title: 付清', 'title: 付清: 全部'],
])('not so: %s', (_name, was, is) => {
  expect(said(was, is)).toEqual([expect.not.stringContaining('缩进改为')]);
});
