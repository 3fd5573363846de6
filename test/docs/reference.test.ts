/** rules/README.zh.md is rules/README.md in Chinese: the same sections, tables and examples, every word of the language in each. */
import { describe, expect, test } from '@jest/globals';
import { MEASURES } from '../../src/measures/catalogue.js';
import { OPERATORS } from '../../src/operators/catalogue.js';
import { ROLLS } from '../../src/measures/roll.js';
import { isStatus, statusWord } from '../../src/rulebook/words.js';
import type { FindingKind } from '../../src/rulebook/rule.js';
import { textOf } from '../house/tree.js';
import { blocksOf } from './blocks.js';

const [ENGLISH, CHINESE] = ['rules/README.md', 'rules/README.zh.md'] as const;

/** What a line of an example says, its comment and its blanks apart: what YAML reads of it. */
const said = (line: string): string =>
  line
    .replace(/(^|\s)#.*$/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

const examplesOf = (document: string): readonly (readonly string[])[] =>
  blocksOf(document).flatMap(({ language, lines }) => (language === 'yaml' ? [lines.map(said)] : []));

const withoutExamples = (document: string): string => textOf(document).replaceAll(/^```[^]*?^```$/gm, '');

const sectionsOf = (document: string): readonly string[] => withoutExamples(document).split(/^## /m).slice(1);

const quoted = (text: string): readonly string[] => [...new Set([...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word))].sort();

/** Words that the English text quotes and the Chinese one does not. */
const lost = (english: string, chinese: string): readonly string[] => {
  const there = quoted(chinese);
  return quoted(english).filter((word) => !there.includes(word));
};

const rowsOf = (document: string): readonly string[] =>
  withoutExamples(document)
    .split('\n')
    .filter((line) => line.startsWith('| '));

/** The statuses of each kind in their order, with what stands before them. */
const statusesOf = (document: string, pattern: RegExp) =>
  [...textOf(document).matchAll(/^\| (duty|prohibition|right|limit|check) \| (.*) \|$/gm)].flatMap(([, kind = '', row = '']) =>
    [...row.matchAll(pattern)].flatMap(([, word, status = '']) => (isStatus(status) ? [{ kind: kind as FindingKind, status, word }] : [])),
  );

/** What a case may expect, as its schema has it. */
const EXPECTED = Object.keys((JSON.parse(textOf('schemas/cases.schema.json')) as Cases).definitions.expected.properties);
interface Cases {
  readonly definitions: { readonly expected: { readonly properties: Readonly<Record<string, unknown>> } };
}

test.each([ENGLISH, CHINESE])('%s says what each key of `expect` means', (document) => {
  const words = rowsOf(document).flatMap((row) => quoted(row.split('|')[1] ?? ''));
  expect(EXPECTED.length).toBeGreaterThan(10);
  expect(EXPECTED.filter((key) => !words.includes(key))).toEqual([]);
});

describe(CHINESE, () => {
  test('has every example as the English one has it', () => {
    expect(examplesOf(CHINESE)).toEqual(examplesOf(ENGLISH));
    expect(examplesOf(CHINESE).length).toBeGreaterThan(3);
  });

  test('has the same sections, each with every word of the language', () => {
    const [english, chinese] = [sectionsOf(ENGLISH), sectionsOf(CHINESE)];
    expect(chinese.length).toBe(english.length);
    expect(english.map((section, index) => lost(section, chinese[index] ?? ''))).toEqual(english.map(() => []));
    // What it quotes besides stands in an example.
    expect(quoted(withoutExamples(CHINESE)).filter((word) => !textOf(ENGLISH).includes(word))).toEqual([]);
  });

  test('has the same rows in its tables, each with the same words', () => {
    const [english, chinese] = [rowsOf(ENGLISH), rowsOf(CHINESE)];
    expect(chinese.length).toBe(english.length);
    expect(english.flatMap((row, index) => lost(row, chinese[index] ?? ''))).toEqual([]);
    expect(english.map((row) => row.split(' | ').length)).toEqual(chinese.map((row) => row.split(' | ').length));
  });

  test('names every measure and every operator', () => {
    const text = textOf(CHINESE);
    const start = text.indexOf('运算符。数量：');
    const operators = quoted(text.slice(start, text.indexOf('一个单项在', start)));
    expect(operators).toEqual(Object.keys(OPERATORS).sort());
    const measures = rowsOf(CHINESE)
      .flatMap((row) => quoted(row.split(' | ')[0] ?? ''))
      .map((word) => word.split(':')[0] ?? '');
    expect(Object.keys(MEASURES).filter((measure) => !measures.includes(measure))).toEqual([]);
  });

  test('calls every operator what explanations call it', () => {
    const text = textOf(CHINESE);
    const odd = Object.entries(OPERATORS).filter(([name, { says }]) => !text.includes(`\`${name}\` ${says.zh}`));
    expect(odd.map(([name]) => name)).toEqual([]);
  });

  test('gives the statuses in the order of the English table, as reports call them', () => {
    const chinese = statusesOf(CHINESE, /：(\p{Script=Han}+)（([a-z]+)）/gu);
    expect(chinese.map(({ kind, status }) => [kind, status])).toEqual(
      statusesOf(ENGLISH, /(: |else )([a-z]+)/g).map(({ kind, status }) => [kind, status]),
    );
    expect(chinese.filter(({ kind, status, word }) => statusWord(kind, status).zh !== word)).toEqual([]);
  });

  test('names every way to move a last day', () => {
    const row = rowsOf(CHINESE).find((line) => line.startsWith('| `period:`')) ?? '';
    expect(ROLLS.filter((word) => !row.includes(word))).toEqual([]);
  });
});
