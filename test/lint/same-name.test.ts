/** Two things that a report would call the same. */
import { expect, test } from '@jest/globals';
import { FILES, lintFiles } from './broken.js';

const told = (facts: string): readonly string[] =>
  lintFiles({ facts })
    .filter(({ code }) => code === 'same-name')
    .map(({ place, message }) => `${place.line}:${place.column} ${message.zh}`);

test('the last day of a period called as the period', () => {
  expect(told(FILES.facts.replace('says: 付款末日一', 'says: 付款期限'))).toEqual([
    '5:19 plainDue 与 few 都叫“付款期限”，报告里分不清是哪一个',
  ]);
});

test('a fact called as a term that no rule uses with it', () => {
  expect(told(FILES.facts.replace('says: 风暴日', 'says: 批次'))).toEqual([]);
});

test('each has its own name', () => {
  expect(told(FILES.facts)).toEqual([]);
});
