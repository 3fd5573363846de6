import { describe, expect, test } from '@jest/globals';
import { formatProblem } from '../../src/input/problem.js';
import { makeValidator } from '../../src/input/schema.js';
import { parseDocuments } from '../../src/input/yaml.js';

const contract = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'rulebook', 'signedOn'],
  properties: {
    id: {
      type: 'string',
      minLength: 1,
      maxLength: 20,
      pattern: '^[A-Z0-9-]+$',
      says: { zh: '合同编号，如 HJ-2023-0308', en: 'a contract number such as HJ-2023-0308' },
    },
    rulebook: { type: 'string', title: '规则集名称' },
    signedOn: { type: 'string', format: 'date' },
    startsAt: { type: 'string', format: 'moment' },
    days: { type: 'integer', minimum: 0, maximum: 366 },
    weight: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
    kind: { enum: ['duty', 'right', 'prohibition'] },
    version: { const: 1 },
    signed: { type: ['boolean', 'null'] },
    parties: {
      type: 'object',
      minProperties: 1,
      maxProperties: 2,
      propertyNames: { pattern: '^[a-z]+$', says: '小写英文名' },
      additionalProperties: { $ref: '#/$defs/party' },
    },
    amendments: { type: 'array', minItems: 1, maxItems: 2, uniqueItems: true, items: { $ref: '#/$defs/amendment' } },
    amount: { anyOf: [{ type: 'string', format: 'money' }, { type: 'integer' }] },
    value: { $ref: '#/$defs/value' },
    rate: { type: 'string', format: 'decimal' },
    condition: { $ref: '#/$defs/condition' },
    later: false,
  },
  $defs: {
    party: {
      type: 'object',
      additionalProperties: false,
      required: ['name'],
      properties: { name: { type: 'string' }, title: { type: 'string' } },
    },
    amendment: {
      type: 'object',
      additionalProperties: false,
      required: ['on'],
      properties: { on: { type: 'string', format: 'date' }, terms: { type: 'object' } },
    },
    value: {
      oneOf: [
        { type: 'string', title: '文字' },
        {
          type: 'object',
          additionalProperties: false,
          required: ['fact'],
          properties: { fact: { type: 'string' } },
          says: { zh: '{ fact: 名称 }', en: '{ fact: name }' },
        },
      ],
    },
    condition: {
      anyOf: [
        {
          type: 'object',
          additionalProperties: false,
          required: ['all'],
          properties: { all: { type: 'array', items: { $ref: '#/$defs/condition' } } },
        },
        {
          type: 'object',
          additionalProperties: false,
          required: ['fact', 'operator', 'value'],
          properties: { fact: { type: 'string' }, operator: { enum: ['is', 'after'] }, value: { $ref: '#/$defs/value' } },
        },
      ],
    },
  },
};

const validate = makeValidator(contract);
const GOOD = 'id: HJ-1\nrulebook: r\nsignedOn: 2023-03-08\n';
const complaints = (text: string) => {
  const { documents, problems } = parseDocuments('c.yaml', new TextEncoder().encode(text));
  expect(problems).toEqual([]);
  return validate(documents[0]!).map((problem) => formatProblem(problem, 'zh').replace('c.yaml:', '').replace('\n  应为：', ' → '));
};

test('a good file has no problems', () => {
  expect(
    complaints(
      `${GOOD}days: 3\nkind: duty\nversion: 1\nsigned: true\namount: "2000.00"\nvalue: { fact: paid }\ncondition: { all: [{ fact: a, operator: is, value: x }] }\n`,
    ),
  ).toEqual([]);
});

describe('one line, one complaint, in words', () => {
  test.each([
    ['an unknown key, with the one that was meant', 'rulebok: x', ['4:1 不认识的键“rulebok” → rulebook']],
    ['an unknown key inside', 'parties: { customer: { name: a, titel: b } }', ['4:33 不认识的键“titel” → title']],
    ['an unknown key like no other', 'parties: { customer: { name: a, zzzzzz: b } }', ['4:33 不认识的键“zzzzzz” → name、title']],
    ['a missing key, at the key it is missing from', 'parties:\n  customer: { title: b }', ['5:3 “customer”缺少“name” → 写出 name']],
    ['a wrong type', 'days: three', ['4:7 “days”的值“three”类型不对 → 整数']],
    ['a number with a fraction', 'days: 1.5', ['4:7 “days”的值“1.5”类型不对 → 整数']],
    ['digits that would be lost', 'days: 1e3', ['4:7 “days”的值“1e3”类型不对 → 整数']],
    ['yes where true is wanted', 'signed: yes', ['4:9 “signed”的值“yes”类型不对 → true 或 false，或空']],
    [
      'a day that does not exist',
      'amendments: [{ on: 2026-02-30 }]',
      ['4:20 “on”的值“2026-02-30”不是存在的日期 → 2026年2月没有30日，最后一日是 2026-02-28'],
    ],
    [
      'a moment that does not exist',
      'startsAt: 2026-02-28T24:00',
      ['4:11 “startsAt”的值“2026-02-28T24:00”不是存在的日期或时刻 → 写成 2023-03-08 或 2023-03-08T10:00:00+08:00 这样的日期或时刻'],
    ],
    ['money with an exponent', 'amount: 1e3', ['4:9 “amount”的值“1e3”不是金额 → 金额要写成 "2000.00" 这样的十进制数字，不加逗号和单位']],
    ['money with commas', 'amount: 1,000.00', ['4:9 “amount”的值“1,000.00”不是金额 → 写成 "1000.00"']],
    ['a rate in words', 'rate: 三成', ['4:7 “rate”的值“三成”不是十进制数字 → 写成 "0.30" 这样的十进制数字']],
    ['no choice, but near one', 'kind: dutty', ['4:7 “kind”的值“dutty”不在可选之列 → duty（可写：duty、right、prohibition）']],
    ['no choice', 'kind: x', ['4:7 “kind”的值“x”不在可选之列 → duty、right、prohibition']],
    ['another version', 'version: 2', ['4:10 “version”的值“2”不在可选之列 → 1']],
    ['too small', 'days: -1', ['4:7 “days”的值“-1”太小 → 不小于 0']],
    ['too large', 'days: 367', ['4:7 “days”的值“367”太大 → 不大于 366']],
    ['on the border', 'weight: 1', ['4:9 “weight”的值“1”太大 → 小于 1']],
    ['on the other border', 'weight: 0', ['4:9 “weight”的值“0”太小 → 大于 0']],
    ['no items', 'amendments: []', ['4:13 “amendments”项数太少 → 至少 1 项']],
    [
      'too many items',
      'amendments: [{ on: 2024-01-01 }, { on: 2024-01-02 }, { on: 2024-01-03 }]',
      ['4:13 “amendments”项数太多 → 最多 2 项'],
    ],
    [
      'the same item twice',
      'amendments: [{ on: 2024-01-01 }, { on: 2024-01-01 }]',
      ['4:34 “amendments”第 2 项与第 1 项相同 → 每项只写一次：删去这一项，或改成所指的另一项'],
    ],
    ['a list item of the wrong type', 'amendments: [x]', ['4:14 第 1 项的值“x”类型不对 → “键: 值”的映射']],
    ['no keys', 'parties: {}', ['4:10 “parties”项数太少 → 至少 1 个键']],
    ['too many keys', 'parties: { a: { name: x }, b: { name: x }, c: { name: x } }', ['4:10 “parties”项数太多 → 最多 2 个键']],
    ['a key that is not allowed', 'parties: { Customer: { name: x } }', ['4:12 “parties”的键“Customer”写法不对 → 小写英文名']],
    ['something that may not be there', 'later: 1', ['4:1 “later”的值“1”不能写在这里']],
    ['none of several', 'value: [1]', ['4:8 “value”不是这里可以写的任何一种，或同时是几种 → 文字；或{ fact: 名称 }']],
    ['the one of several that was meant', 'value: { fakt: paid }', ['4:10 不认识的键“fakt” → fact']],
    [
      'deep inside alternatives',
      'condition:\n  all:\n    - fact: paid\n      operator: afterr\n      value: x',
      ['7:17 “operator”的值“afterr”不在可选之列 → after（可写：is、after）'],
    ],
    [
      'inside alternatives inside alternatives',
      'condition: { all: [{ fact: a, operator: is, value: { fact: 3 } }] }',
      ['4:60 “fact”的值“3”类型不对 → 文字（数字形式的要加引号）'],
    ],
  ])('%s', (_, line, expected) => {
    expect(complaints(`${GOOD}${line}\n`)).toEqual(expected);
  });
});

test('what the schema says is right goes before what the keyword can say', () => {
  expect(complaints('id: hj 1\nrulebook: 3\nsignedOn: 2023-02-29\n')).toEqual([
    '1:5 “id”的值“hj 1”写法不对 → 合同编号，如 HJ-2023-0308',
    '2:11 “rulebook”的值“3”类型不对 → 规则集名称',
    '3:11 “signedOn”的值“2023-02-29”不是存在的日期 → 2023年2月没有29日，最后一日是 2023-02-28',
  ]);
});

test('all that a file lacks is said at once', () => {
  expect(complaints('days: 3\n')).toEqual([
    '1:1 文件缺少“id” → id: 合同编号，如 HJ-2023-0308',
    '1:1 文件缺少“rulebook” → rulebook: 规则集名称',
    '1:1 文件缺少“signedOn” → 写出 signedOn',
  ]);
});

test('an inherited name is no key of a file', () => {
  const needs = makeValidator({ type: 'object', required: ['constructor'], additionalProperties: false, properties: { constructor: {} } });
  const [source] = parseDocuments('c.yaml', new TextEncoder().encode('{}')).documents;
  expect(needs(source!).map(({ code }) => code)).toEqual(['missing-key']);
});

test('a part of a file can be checked by itself, and keeps its places', () => {
  const party = makeValidator({ type: 'object', additionalProperties: false, properties: { name: { type: 'string' } } });
  const [source] = parseDocuments('c.yaml', new TextEncoder().encode('parties:\n  customer: { naem: x }\n')).documents;
  expect(party(source!, { naem: 'x' }, ['parties', 'customer'])).toMatchObject([
    { code: 'unknown-key', place: { line: 2, column: 15 }, repair: { en: 'name' } },
  ]);
});

test('a schema may refer to another', () => {
  const other = {
    $id: 'https://heyue.example/common.json',
    $defs: { amount: { anyOf: [{ type: 'string', format: 'money' }, { type: 'integer' }] } },
  };
  const one = makeValidator(
    { $id: 'https://heyue.example/one.json', type: 'object', properties: { a: { $ref: 'common.json#/$defs/amount' } } },
    undefined,
    [other],
  );
  const [source] = parseDocuments('c.yaml', new TextEncoder().encode('a: 1e3\n')).documents;
  expect(one(source!)).toMatchObject([{ code: 'bad-money' }]);
});

test('draft-07 is understood as well', () => {
  const one = makeValidator({ $schema: 'http://json-schema.org/draft-07/schema#', type: 'object', properties: { a: { type: 'integer' } } });
  const [source] = parseDocuments('c.yaml', new TextEncoder().encode('a: b\n')).documents;
  expect(one(source!)).toMatchObject([{ code: 'wrong-type' }]);
});

test('a mistake in a schema of ours is found when anything is first held against it', () => {
  const [source] = parseDocuments('c.yaml', new TextEncoder().encode('a: 1\n')).documents;
  expect(() => makeValidator({ type: 'object', proprties: {} })(source!)).toThrow(/proprties/);
  expect(() => makeValidator({ type: 'string', format: 'banana' })(source!)).toThrow(/banana/);
});

test('a thousand bad items give a hundred problems and a count', () => {
  const list = makeValidator({ type: 'array', items: { type: 'integer' } });
  const [source] = parseDocuments('c.yaml', new TextEncoder().encode('- x\n'.repeat(1000))).documents;
  const problems = list(source!);
  expect(problems).toHaveLength(101);
  expect(problems.at(-1)).toMatchObject({ code: 'too-many-problems', place: { line: 101 } });
});
