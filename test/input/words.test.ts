import { describe, expect, test } from '@jest/globals';
import { isDate, isMoment, isMoney } from '../../src/input/formats.js';
import { nearest } from '../../src/input/nearest.js';
import { formatProblem, InputError, type Problem } from '../../src/input/problem.js';

describe('nearest', () => {
  test.each([
    ['totalAmout', ['totalAmount', 'term'], 'totalAmount'],
    ['ternm', ['totalAmount', 'term'], 'term'],
    ['signedon', ['signedOn'], 'signedOn'],
    ['rulebok', ['readings', 'rulebook'], 'rulebook'],
    ['tpye', ['type', 'to'], 'type'],
    ['甲万名称', ['甲方名称', '乙方名称'], '甲方名称'],
    ['x', ['y', 'id'], undefined],
    ['colour', ['amount'], undefined],
    ['', ['id'], undefined],
    ['id', [], undefined],
  ])('%s', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });
});

describe('formats', () => {
  test.each(['2024-02-29', '2000-02-29', '2023-12-31', '0001-01-01'])('%s is a date', (text) => {
    expect(isDate(text)).toBe(true);
  });
  test.each([
    '2023-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '20260101',
    '2026/01/01',
    '0000-01-01',
    '２０２６-01-01',
    ' 2026-01-01',
    '2026-01-01\n',
  ])('%j is none', (text) => {
    expect(isDate(text)).toBe(false);
  });
  test.each(['2023-03-08', '2023-03-08T10:00', '2023-03-08T10:00:00', '2023-03-08T10:00:00.5+08:00', '2023-03-08T23:59:59Z'])(
    '%s is a moment',
    (text) => {
      expect(isMoment(text)).toBe(true);
    },
  );
  test.each([
    '2023-02-30T10:00:00+08:00',
    '2023-03-08T24:00',
    '2023-03-08T23:59:60',
    '2023-03-08 10:00',
    '2023-03-08T10',
    '2023-03-08T10:00+8',
    '2023-03-08T10:00+15:00',
    '10:00',
  ])('%s is none', (text) => {
    expect(isMoment(text)).toBe(false);
  });
  test.each(['0', '2000.00', '-1.5', '0.07', '19.99', '999999999999999999.99999999'])('%s is an amount', (text) => {
    expect(isMoney(text)).toBe(true);
  });
  test.each([
    '1e3',
    '1,000.00',
    '1，000',
    '01',
    '.5',
    '5.',
    '+1',
    '0x1f',
    '1_000',
    'Infinity',
    'NaN',
    '',
    '１００',
    '1.123456789',
    '1000000000000000000',
    '2000元',
  ])('%j is none', (text) => {
    expect(isMoney(text)).toBe(false);
  });
});

describe('a problem in words', () => {
  const problem: Problem = {
    code: 'unknown-key',
    place: { file: 'contract.yaml', line: 3, column: 5 },
    message: { zh: '不认识的键“totalAmout”', en: 'unknown key "totalAmout"' },
    repair: { zh: 'totalAmount', en: 'totalAmount' },
  };

  test('names file, line, column, what is wrong and what would be right', () => {
    expect(formatProblem(problem, 'zh')).toBe('contract.yaml:3:5 不认识的键“totalAmout”\n  应为：totalAmount');
    expect(formatProblem(problem, 'en')).toBe('contract.yaml:3:5 unknown key "totalAmout"\n  Expected: totalAmount');
  });

  test('cannot steer a terminal or turn the text around', () => {
    const nasty = '\u001b[2Jok\u202e\u0007\r\n\u200b';
    const said = formatProblem(
      { ...problem, place: { ...problem.place, file: nasty }, message: { zh: nasty, en: nasty }, repair: { zh: nasty, en: nasty } },
      'zh',
    );
    expect(said.split('\n')).toHaveLength(2);
    expect(said).not.toMatch(/[\p{Cf}]|(?!\n)\p{Cc}/u);
    expect(said).toContain('\\u{001B}[2Jok\\u{202E}\\u{0007}\\u{000D}\\u{000A}\\u{200B}');
  });

  test('an error carries them all', () => {
    const error = new InputError([problem, problem]);
    expect(error.problems).toHaveLength(2);
    expect(error.message.split('\n')).toHaveLength(4);
  });
});
