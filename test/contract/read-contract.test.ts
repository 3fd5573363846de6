import { describe, expect, test } from '@jest/globals';
import { declaredOf } from '../../src/rulebook/declared-of.js';
import { readingOn, termOn } from '../../src/contract/contract.js';
import { readContract } from '../../src/contract/read-contract.js';
import type { Problem } from '../../src/input/problem.js';
import { dayOf } from '../support/bench.js';
import { SHOP } from '../support/shop.js';
import { problemsOf, rulebookOf, sourceOf } from '../support/texts.js';
import { written } from '../support/written.js';

const declared = declaredOf(
  rulebookOf({
    rulebook: SHOP.replace('price:      { says: 价款, type: money, default: "100" }', 'price: { says: 价款, type: money }'),
    facts: 'hard: { says: 显失公平, determined: yes/no, question: 是否显失公平, by: 法务部 }',
  }),
);

const HEAD = `id: T-1
rulebook: shop
signedOn: 2023-01-03
parties: { buyer: { name: 某甲 }, seller: { name: 某乙 } }
`;
const read = (rest: string, overrides: Readonly<Record<string, string>> = {}) =>
  readContract(sourceOf('contract.yaml', HEAD + rest), declared, new Map(Object.entries(overrides)));
const said = (problems: readonly Problem[]) =>
  problems.map(({ code, place, message }) => `${place.file}:${place.line}:${place.column} ${code} ${message.zh}`);

describe('each mistake with its place', () => {
  test.each([
    ['money in exponents', 'terms: { price: 1e3 }', 'contract.yaml:5:17', 'bad-term', '1e3'],
    ['money with thousands', 'terms:\n  price: "1,000.00"', 'contract.yaml:6:10', 'bad-term', '不写千分位'],
    ['money with three decimals', 'terms: { price: "1.005" }', 'contract.yaml:5:17', 'bad-term', '至多两位小数'],
    ['money below zero', 'terms: { price: "-5" }', 'contract.yaml:5:17', 'bad-term', '不小于零'],
    ['a whole number of days', 'terms: { price: 1, span: 2.5 }', 'contract.yaml:5:26', 'bad-term', '整数'],
    ['a duration', 'terms: { price: 1, lasting: three years }', 'contract.yaml:5:29', 'bad-term', 'P3Y'],
    ['years and days in one duration', 'terms: { price: 1, lasting: P1Y3D }', 'contract.yaml:5:29', 'bad-term', '年月与日'],
    ['a term that there is not', 'terms: { price: 1, pirce: 2 }', 'contract.yaml:5:20', 'unknown-term', 'pirce'],
    ['a term that is missing', 'terms: {}', 'contract.yaml:5:1', 'missing-term', 'price'],
    [
      'a column that there is not',
      'terms: { price: 1, items: [{ name: a, price: 1, wanted: true, colour: red }] }',
      'contract.yaml:5:71',
      'bad-term',
      'colour',
    ],
    ['an unknown reading', 'terms: { price: 1 }\nreadings: { countng: hours }', 'contract.yaml:6:13', 'unknown-reading', 'countng'],
    [
      'an unknown alternative',
      'terms: { price: 1 }\nreadings: { counting: minutes }',
      'contract.yaml:6:23',
      'unknown-alternative',
      'minutes',
    ],
    [
      '`within` is a number, not a word',
      'terms: { price: 1 }\nreadings: { grace: within }',
      'contract.yaml:6:20',
      'unknown-alternative',
      'within',
    ],
    [
      'an amendment on no day',
      'terms: { price: 1 }\namendments: [{ on: 2023-02-30, terms: { price: 2 } }]',
      'contract.yaml:6:20',
      'bad-date',
      '2023-02-30',
    ],
    [
      'a term amended that there is not',
      'terms: { price: 1 }\namendments: [{ on: 2023-02-03, terms: { prize: 2 } }]',
      'contract.yaml:6:41',
      'unknown-term',
      'prize',
    ],
    ['coverage of no event type', 'terms: { price: 1 }\ncoverage: { payed: none }', 'contract.yaml:6:13', 'unknown-event', 'payed'],
    ['coverage to no day', 'terms: { price: 1 }\ncoverage: { paid: some }', 'contract.yaml:6:19', 'bad-date', 'some'],
    [
      'a determination of what nobody determines',
      'terms: { price: 1 }\ndeterminations: [{ fact: price, value: true, on: 2023-05-01, by: a, reason: b }]',
      'contract.yaml:6:26',
      'unknown-name',
      'price',
    ],
    [
      'a determination that is no yes or no',
      'terms: { price: 1 }\ndeterminations: [{ fact: hard, value: perhaps, on: 2023-05-01, by: a, reason: b }]',
      'contract.yaml:6:39',
      'bad-term',
      'perhaps',
    ],
  ])('%s', (_name, rest, place, code, says) => {
    const { contract, problems } = read(rest);
    expect(contract).toBeUndefined();
    expect(said(problems)).toEqual([expect.stringMatching(new RegExp(`^${place} ${code} .*`))]);
    expect(said(problems)[0]).toContain(says);
    for (const { message, repair } of problems) expect([message.en, repair?.en ?? ''].join('')).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test('the nearest name is offered', () => {
    expect(read('terms: { price: 1, pirce: 2 }').problems[0]!.repair).toEqual({ zh: '是否指“price”', en: 'perhaps “price”' });
    expect(read('terms: { price: 1 }\nreadings: { countng: hours }').problems[0]!.repair!.zh).toBe('是否指“counting”');
  });

  test('all of them at once', () => {
    const { problems } = read('terms: { pirce: 1e3, span: 2.5 }\nreadings: { counting: minutes }\ncoverage: { payed: none }');
    expect(problems.map((one) => one.code).sort()).toEqual([
      'bad-term',
      'missing-term',
      'unknown-alternative',
      'unknown-event',
      'unknown-term',
    ]);
  });

  test('a party too many and one too few', () => {
    const text = HEAD.replace('seller', 'sellers');
    const { problems } = readContract(sourceOf('contract.yaml', `${text}terms: { price: 1 }`), declared);
    expect(said(problems)).toEqual([
      expect.stringContaining('contract.yaml:4:33 unknown-name'),
      expect.stringContaining('missing-key parties 中缺少“seller”'),
    ]);
  });

  test.each([
    ['an unknown key', `${HEAD}terms: { price: 1 }\ncolour: red`, 'unknown-key', 6],
    ['no terms', HEAD, 'missing-key', 1],
    ['no such day of signing', HEAD.replace('2023-01-03', '2023-02-29') + 'terms: { price: 1 }', 'bad-date', 3],
    ['a key twice', `${HEAD}terms: { price: 1, price: 2 }`, 'duplicate-key', 5],
    ['a directive that would change the meaning of yes and no', `%YAML 1.1\n---\n${HEAD}terms: { price: 1 }`, 'yaml-directive', 1],
  ])('%s', (_name, text, code, line) => {
    const problems = [
      ...problemsOf(() => readContract(sourceOf('contract.yaml', text), declared)),
      ...(code === 'duplicate-key' || code === 'yaml-directive' ? [] : readContract(sourceOf('contract.yaml', text), declared).problems),
    ];
    expect(problems.map((one) => [one.code, one.place.line])).toContainEqual([code, line]);
  });
});

describe('as amended', () => {
  const { contract } = read(
    'terms: { price: "100", span: 3 }\namendments:\n  - { on: 2023-07-01, terms: { price: "200" }, readings: { counting: hours } }\n  - { on: 2023-05-01, terms: { price: "150" } }',
  );
  test('from its day on, whatever the order in the file', () => {
    expect(['2023-04-30', '2023-05-01', '2023-06-30', '2023-07-01'].map((day) => written(termOn(contract!, 'price', dayOf(day))!))).toEqual(
      ['100', '150', '150', '200'],
    );
  });
  test('what is not named stays', () => {
    expect(written(termOn(contract!, 'span', dayOf('2023-12-31'))!)).toBe('3');
  });
  test('readings too', () => {
    expect(['2023-06-30', '2023-07-01'].map((day) => readingOn(contract!, 'counting', dayOf(day)))).toEqual(['whole-days', 'hours']);
  });
  test('a reading chosen for the run outranks the amendments', () => {
    const chosen = read('terms: { price: 1 }\namendments: [{ on: 2023-07-01, readings: { counting: hours } }]', {
      counting: 'whole-days',
    }).contract!;
    expect(readingOn(chosen, 'counting', dayOf('2023-12-31'))).toBe('whole-days');
  });
  test('a reading with a number, chosen for the run, outranks an amended number', () => {
    const chosen = read('terms: { price: 1 }\namendments: [{ on: 2023-07-01, readings: { grace: 9 } }]', { grace: '2' }).contract!;
    expect([readingOn(chosen, 'grace', dayOf('2023-12-31')), written(termOn(chosen, 'graceDays', dayOf('2023-12-31'))!)]).toEqual([
      'within',
      '2',
    ]);
  });
});

describe('readings of the call', () => {
  test('one that there is not', () => {
    expect(said(read('terms: { price: 1 }', { countng: 'hours' }).problems)).toEqual(['--readings:1:1 unknown-reading 没有读法“countng”']);
  });
  test('a number where one is taken, and what is no number', () => {
    expect(read('terms: { price: 1 }', { grace: '5' }).contract!.readings.get('grace')).toBe('within');
    expect(said(read('terms: { price: 1 }', { grace: '5.5' }).problems)[0]).toContain('unknown-alternative');
  });
});

test('defaults are filled in, and what is optional is absent', () => {
  const { contract } = read('terms: { price: 1 }');
  expect([written(contract!.terms.get('perPiece')!), written(contract!.terms.get('items')!), contract!.title]).toEqual([
    '2.5',
    '0 rows',
    'T-1',
  ]);
});
