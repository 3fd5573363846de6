/** Every code is explained in both languages, and what an explanation shows is so. */
import { describe, expect, test } from '@jest/globals';
import { CODES, explain, explanationOf } from '../../src/lint/explain.js';
import { PROBLEMS } from '../../src/lint/explanations/problems.js';
import { RULEBOOKS } from '../../src/lint/explanations/rulebooks.js';
import { lintSample } from './base.js';

const SHOWN = Object.entries(PROBLEMS).filter(([, { bad }]) => bad !== undefined);

test('a code is one thing', () => {
  expect(new Set(CODES).size).toBe(CODES.length);
});

test.each(CODES)('%s is explained', (code) => {
  expect(explain(code, 'zh')).toMatch(new RegExp(`^${code}（(错误|警告|提示)）：.*\\p{Script=Han}`, 'u'));
  expect(explain(code, 'en')).toMatch(new RegExp(`^${code} \\((error|warning|note)\\): `));
  const { title, why } = explanationOf(code);
  expect([title.en, why.en].join('').replace(/以上|以内|不满|超过/gu, '')).not.toMatch(/\p{Script=Han}/u);
});

describe('what an explanation shows', () => {
  test.each(SHOWN)('%s is found in what is wrong, and not in what is right', (code, { bad, good }) => {
    expect(lintSample(bad!).map((one) => one.code as string)).toContain(code);
    expect(lintSample(good!).filter((one) => one.code === code || one.level === 'error')).toEqual([]);
  });

  // Only a contract can name a rulebook that there is not.
  test.each(Object.keys(RULEBOOKS).filter((code) => code !== 'unknown-rulebook'))('%s is shown', (code) => {
    expect(SHOWN.map(([one]) => one)).toContain(code);
  });
});
