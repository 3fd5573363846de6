import { describe, expect, test } from '@jest/globals';
import { parseDocuments } from '../../src/input/yaml.js';

const read = (text: string, file = 'contract.yaml') => parseDocuments(file, new TextEncoder().encode(text));
const valueOf = (text: string, file?: string) => {
  const { documents, problems } = read(text, file);
  expect(problems).toEqual([]);
  return documents[0]?.value;
};
/** Every problem as `line:column code`. */
const complaints = (text: string, file?: string) =>
  read(text, file).problems.map(({ code, place }) => `${place.line}:${place.column} ${code}`);

describe('scalars', () => {
  test.each([
    ['2000', 2000],
    ['-3', -3],
    ['0.1', 0.1],
    ['0', 0],
    // Everything that a float would not repeat digit for digit stays as it is written.
    ['2000.00', '2000.00'],
    ['1.10', '1.10'],
    ['-0', '-0'],
    ['1e3', '1e3'],
    ['0x1F', '0x1F'],
    ['0o17', '0o17'],
    ['0123', '0123'],
    ['1_000', '1_000'],
    ['1,000.00', '1,000.00'],
    ['12345678901234567890', '12345678901234567890'],
    ['110101199003074510', '110101199003074510'],
    ['9007199254740993', '9007199254740993'],
    ['.5', '.5'],
    ['5.', '5.'],
    ['+1', '+1'],
    ['.inf', '.inf'],
    ['.nan', '.nan'],
    ['1:30', '1:30'],
    ['true', true],
    ['False', false],
    ['yes', 'yes'],
    ['no', 'no'],
    ['on', 'on'],
    ['null', null],
    ['~', null],
    ['', null],
    ['"2000"', '2000'],
    ["'true'", 'true'],
    ['!!str 2000', '2000'],
    ['2023-03-08', '2023-03-08'],
    ['2026-02-30', '2026-02-30'],
    ['贰仟元整', '贰仟元整'],
    ['"a\\tb"', 'a\tb'],
  ])('%s', (written, expected) => {
    expect(valueOf(`amount: ${written}\n`)).toEqual({ amount: expected });
  });

  test('block text keeps its lines', () => {
    expect(valueOf('text: |\n  第一行\n  第二行\n')).toEqual({ text: '第一行\n第二行\n' });
  });
});

describe('keys', () => {
  test('are text as written', () => {
    expect(Object.keys(valueOf('2024: a\n1.10: b\n"true": c\ny: d\n') as object)).toEqual(['2024', '1.10', 'true', 'y']);
  });

  test.each([
    ['a key twice', 'id: A\ntitle: x\nid: B\n', ['3:1 duplicate-key']],
    ['twice in braces', '{ id: A, id: B }\n', ['1:10 duplicate-key']],
    ['1 and "1"', '1: a\n"1": b\n', ['2:1 duplicate-key']],
    ['NFC and NFD twins', 'caf\u00e9: 1\ncafe\u0301: 2\n', ['2:1 odd-key']],
    ['a zero-width space', 'amo\u200bunt: 1\n', ['1:1 odd-key', '1:4 odd-character']],
    ['a zero-width joiner', 'amo\u200dunt: 1\n', ['1:1 odd-key']],
    ['a Cyrillic letter', '\u0430mount: 贰仟元整\n', ['1:1 odd-key']],
    ['full-width letters', 'ａmount: 1\n', ['1:1 odd-key']],
    ['full-width digits', 'term１: 1\n', ['1:1 odd-key']],
    ['a non-breaking space', 'total\u00a0amount: 1\n', ['1:1 odd-key']],
    ['true', 'true: 1\n', ['1:1 odd-key']],
    ['nothing', ': 1\n', ['1:1 odd-key']],
    ['hexadecimal', '0x1F: 1\n', ['1:1 odd-key']],
    ['an exponent', '1e3: 1\n', ['1:1 odd-key']],
    ['a mapping', '{ a: 1 }: 2\n', ['1:1 odd-key']],
    ['an alias', 'a: &x b\n*x : 2\n', ['2:1 odd-key']],
    ['__proto__', '__proto__: { admin: true }\n', ['1:1 odd-key']],
  ])('%s is refused', (_, text, expected) => {
    expect(complaints(text)).toEqual(expected);
  });
});

describe('characters', () => {
  test.each([
    ['a bidi override', 'title: 甲方\u202e乙方\n', ['1:10 odd-character']],
    ['in a comment too', '# \u2066x\nid: 1\n', ['1:3 odd-character']],
    ['an escape sequence', 'title: \u001b[31m\n', ['1:8 odd-character']],
    ['NUL', 'id: a\u0000b\n', ['1:6 odd-character']],
    ['escaped in quotes', 'title: "a\\u202eb"\n', ['1:8 odd-character']],
  ])('%s is refused', (_, text, expected) => {
    expect(complaints(text)).toEqual(expected);
  });

  test('half a surrogate pair is refused', () => {
    expect(complaints('{"title": "\\ud800"}', 'a.json')).toEqual(['1:11 odd-character']);
  });

  test('joiners and variation selectors may stand in values', () => {
    expect(valueOf('name: 葛\u{e0100}城\n')).toEqual({ name: '葛\u{e0100}城' });
  });
});

describe('what changes the meaning of a file', () => {
  test.each([
    ['%YAML 1.1', '%YAML 1.1\n---\nsigned: no\n', ['1:1 yaml-directive']],
    ['%YAML 1.2', '%YAML 1.2\n---\nsigned: no\n', ['1:1 yaml-directive']],
    ['%TAG', '%TAG ! tag:x,2000:\n---\na: 1\n', ['1:1 yaml-directive']],
    ['an unknown tag', 'a: !money 3\n', ['1:4 yaml-tag']],
    ['!!binary', 'a: !!binary aGk=\n', ['1:4 yaml-tag']],
    ['!!int', 'a: !!int "3"\n', ['1:4 yaml-tag']],
    ['!!set', 'a: !!set { b }\n', ['1:4 yaml-tag']],
    ['an anchor defined again', 'a: &x 1\nb: &x 2\nc: *x\n', ['2:7 duplicate-anchor']],
  ])('%s is refused', (_, text, expected) => {
    expect(complaints(text)).toEqual(expected);
  });
});

describe('aliases and merges', () => {
  test('are written out, frozen, and placed', () => {
    const { documents, problems } = read('base: &base { rate: "0.10", days: 3 }\nuse: *base\nmerged:\n  <<: *base\n  days: 5\n');
    expect(problems).toEqual([]);
    expect(documents[0]?.value).toEqual({
      base: { rate: '0.10', days: 3 },
      use: { rate: '0.10', days: 3 },
      merged: { rate: '0.10', days: 5 },
    });
    expect(documents[0]?.place(['use'])).toMatchObject({ line: 2, column: 6 });
    expect(documents[0]?.place(['use', 'days'], 'key')).toMatchObject({ line: 1, column: 29 });
    expect(documents[0]?.place(['merged', 'days'])).toMatchObject({ line: 5, column: 9 });
    expect(Object.isFrozen((documents[0]?.value as { base: unknown }).base)).toBe(true);
  });

  test('of several merges the first wins', () => {
    expect(valueOf('a: &a { x: 1 }\nb: &b { x: 2, y: 2 }\nc: { <<: [*a, *b] }\n')).toMatchObject({ c: { x: 1, y: 2 } });
  });

  test.each([
    ['of an unknown name', 'a: *nowhere\n', ['1:4 bad-alias']],
    ['of what holds them', 'a: &a [*a]\n', ['1:8 bad-alias']],
    ['merging itself', 'a: &a { <<: *a }\n', ['1:9 bad-merge', '1:13 bad-alias']],
    ['merging a text', 'a: &a x\nb: { <<: *a }\n', ['2:6 bad-merge']],
    ['51 of them', `a: &a 1\nb: [${'*a, '.repeat(51)}]\n`, ['2:205 too-many-aliases']],
  ])('are refused: %s', (_, text, expected) => {
    expect(complaints(text)).toEqual(expected);
  });

  test('50 of them are read', () => {
    expect(complaints(`a: &a 1\nb: [${'*a, '.repeat(50)}]\n`)).toEqual([]);
  });

  test('a bomb of 45 aliases is refused by what it would grow to', () => {
    const bomb = [
      'a0: &a0 [x, x, x, x, x]',
      ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(5).fill(`*a${i}`).join(', ')}]`),
    ].join('\n');
    expect(complaints(bomb)).toEqual(['7:9 too-many-nodes']);
  });
});

describe('limits', () => {
  const keys = (count: number) => Array.from({ length: count }, (_, i) => `k${i}: 1`).join('\n');
  const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

  test.each([
    ['2,000 keys', keys(2000), []],
    ['2,001 keys', keys(2001), ['1:1 too-many-keys']],
    ['20,000 keys', keys(20_000), ['1:1 too-many-keys', '10000:8 too-many-nodes']],
    [
      '60,000 keys in braces',
      `{ ${Array.from({ length: 60_000 }, (_, i) => `k${i}: 1`).join(', ')} }`,
      ['1:1 too-many-keys', '1:98890 too-many-nodes'],
    ],
    ['20,001 values', `- x\n`.repeat(20_000), ['20000:3 too-many-nodes']],
    ['64 levels', deep(64), []],
    ['65 levels', deep(65), ['1:65 too-deep']],
    ['100,000 levels', '['.repeat(100_000), ['1:65 too-deep']],
    ['5,000 levels on one line', `${'- '.repeat(5000)}x`, ['1:129 too-deep']],
    ['5,000 levels of question marks', `${'? '.repeat(5000)}x`, ['1:129 too-deep']],
    ['16 KiB of text', `a: ${'字'.repeat(5461)}\n`, []],
    ['more', `a: ${'字'.repeat(5462)}\n`, ['1:4 scalar-too-long']],
    ['1 MiB and one byte', '#'.repeat(1024 * 1024 + 1), ['1:1 file-too-large']],
    ['aliases that grow too deep', `a: &a ${deep(40)}\nb: ${'['.repeat(30)}*a${']'.repeat(30)}\n`, ['2:9 too-deep']],
  ])('%s', (_, text, expected) => {
    expect(complaints(text)).toEqual(expected);
  });

  test.each([
    ['2,001 keys', `{${Array.from({ length: 2001 }, (_, i) => `"k${i}": 1`).join(',')}}`, ['1:1 too-many-keys']],
    ['20,001 values', `[${Array(20_000).fill(0).join(',')}]`, ['1:40000 too-many-nodes']],
    ['65 levels', deep(65), ['1:65 too-deep']],
    ['a million levels', '['.repeat(1_000_000), ['1:65 too-deep']],
    ['a long text', `["${'字'.repeat(5462)}"]`, ['1:2 scalar-too-long']],
  ])('in JSON: %s', (_, text, expected) => {
    expect(complaints(text, 'contract.json')).toEqual(expected);
  });
});

describe('syntax', () => {
  test.each([
    ['an unclosed quote', 'id: "HJ\ntitle: x\n'],
    ['an unclosed bracket', 'parties: { customer: [\n'],
    ['a tab', 'parties:\n\tcustomer: x\n'],
    ['wrong indentation', 'a:\n    b: 1\n  c: 2\n'],
    ['two values on a line', 'a: b: c\n'],
    ['a bare @', 'a: @b\n'],
    ['a key with no colon', 'id: A\ntitle\n'],
    ['a broken escape', 'a: "\\q"\n'],
    ['no JSON', '{"a": 1,}'],
  ])('%s is one problem with its place and no document', (_, text) => {
    const { documents, problems } = read(text, text.startsWith('{"') ? 'a.json' : 'a.yaml');
    expect(documents).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) {
      expect(problem.code).toBe('bad-syntax');
      expect(problem.message.zh).toMatch(/\p{Script=Han}/u);
      expect(problem.message.en).not.toMatch(/\bat .*:\d+|Error/);
    }
  });

  test.each(['', '\n\n', '# nur\n', '---\n', '---\n---\n'])('a file with nothing in it: %j', (text) => {
    expect(complaints(text)).toEqual(['1:1 empty-file']);
  });

  test('all problems of a file at once, in the order of the file', () => {
    expect(complaints('id: A\nid: B\ntitle: !x y\n\u0430: 一\nnote: "\\u0007"\nrest: *none\n')).toEqual([
      '2:1 duplicate-key',
      '3:8 yaml-tag',
      '4:1 odd-key',
      '5:7 odd-character',
      '6:7 bad-alias',
    ]);
  });

  test('at most 100 of them are shown, and the rest counted', () => {
    const { problems } = read('a: !x 1\n'.replace('a', 'k') + Array.from({ length: 150 }, (_, i) => `k${i}: !x 1\n`).join(''));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.message.zh).toBe('另有 51 处问题没有列出');
  });
});

describe('documents', () => {
  test('several in one file, each with its places', () => {
    const { documents, problems } = read('rule: a\n---\n# second\nrule: b\n---\n');
    expect(problems).toEqual([]);
    expect(documents.map(({ value }) => value)).toEqual([{ rule: 'a' }, { rule: 'b' }]);
    expect(documents[1]?.place(['rule'])).toEqual({ file: 'contract.yaml', line: 4, column: 7 });
  });

  test('one with bad syntax does not hide the others', () => {
    const { documents, problems } = read('rule: a\n---\nrule: "b\n');
    expect(documents).toHaveLength(1);
    expect(problems).toHaveLength(1);
  });

  test('a place that does not exist is that of the nearest part above it', () => {
    const [source] = read('parties:\n  customer: { name: 某公司 }\nlist:\n  - a\n').documents;
    expect(source?.place(['parties', 'provider', 'name'])).toMatchObject({ line: 2, column: 3 });
    expect(source?.place(['parties', 'provider'], 'key')).toMatchObject({ line: 1, column: 1 });
    expect(source?.place(['list', 0])).toMatchObject({ line: 4, column: 5 });
    expect(source?.place(['list', 7])).toMatchObject({ line: 4, column: 3 });
    expect(source?.place(['nothing'])).toMatchObject({ line: 1, column: 1 });
  });

  test('lines are counted alike whatever ends them', () => {
    expect(complaints('a: 1\r\nb: 2\rc: 3\na: 4\r\n')).toEqual(['4:1 duplicate-key']);
  });

  test('JSON goes through the same door', () => {
    expect(valueOf('\ufeff{\n\t"id": "A", "amount": 2000.00, "days": 3, "on": true, "none": null, "list": [1, 1e3]\n}', 'a.JSON')).toEqual({
      id: 'A',
      amount: '2000.00',
      days: 3,
      on: true,
      none: null,
      list: [1, '1e3'],
    });
    expect(complaints('{"id": 1,\n "id": 2}', 'a.json')).toEqual(['2:2 duplicate-key']);
    expect(complaints('{"__proto__": {}}', 'a.json')).toEqual(['1:2 odd-key']);
  });
});
