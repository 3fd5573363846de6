import { describe, expect, test } from '@jest/globals';
import { declaredOf } from '../../src/rulebook/declared-of.js';
import { readContract } from '../../src/contract/read-contract.js';
import type { Operand } from '../../src/facts/fact.js';
import { formatProblem } from '../../src/input/problem.js';
import { SHOP } from '../support/shop.js';
import { problemsOf, rulebookOf, sourceOf, type RulebookText } from '../support/texts.js';

// What a lawyer reads: formulas in words, and problems that name what is wanted, what is given, and the place.

const says = (lang: 'zh' | 'en') => (operand: Operand) => operand.says[lang];
const formula = (facts: string, lang: 'zh' | 'en' = 'zh'): string | undefined =>
  rulebookOf({ rulebook: SHOP, facts }).facts.get('x')?.compiled.say(says(lang))[lang];

const DUTY = 'clause: 一\nrule: pay\ntitle: 付款\nkind: duty\nbearer: buyer\n';
const FACTS = 'paidOn: { says: 付款日, first: paid }\n';
const problemsIn = (text: Partial<RulebookText>, lang: 'zh' | 'en' = 'zh'): readonly string[] =>
  problemsOf(() => rulebookOf({ rulebook: SHOP, facts: FACTS, clauses: `${DUTY}performed: paidOn\n`, ...text })).map((one) =>
    formatProblem(one, lang),
  );

describe('a formula in words', () => {
  test.each([
    ['smaller', 'x: { says: 甲, smaller: [price, rent] }', '价款 与 租金 中较小者', 'the smaller of 价款 and 租金'],
    ['larger', 'x: { says: 甲, larger: [price, rent] }', '价款 与 租金 中较大者', 'the larger of 价款 and 租金'],
    ['a field of this event', 'x: { says: 甲, field: cause, of: this }', '本事件所记的“原因”', '原因 of this event'],
    [
      'events of several choices',
      'x: { says: 甲, count: stopped, where: { cause: [storm, seller] } }',
      '停工（原因为下列之一（风暴、卖方））的次数',
      'number of 停工 (原因 is one of (风暴, 卖方))',
    ],
    [
      'by a choice',
      'x: { says: 甲, according-to: c, choices: { storm: 0, seller: 1, buyer: 2 } }\nc: { says: 原因, field: cause, of: this }',
      '按原因（风暴：0；卖方：1；买方：2）',
      'by 原因 (风暴: 0; 卖方: 1; 买方: 2)',
    ],
    [
      'by yes and no',
      'x: { says: 甲, according-to: c, choices: { yes: 1, no: 2 } }\nc: { says: 付过, holds: { fact: signedOn, operator: happened, value: yes } }',
      '按付过（是：1；否：2）',
      'by 付过 (yes: 1; no: 2)',
    ],
  ])('%s', (_name, facts, zh, en) => {
    expect([formula(facts), formula(facts, 'en')]).toEqual([zh, en]);
  });
});

describe('two have two', () => {
  test.each(['smaller', 'larger', 'subtract', 'divide'])('%s', (measure) => {
    for (const list of ['[price]', '[price, rent, price]'])
      expect(problemsIn({ facts: `${FACTS}x: { says: 甲, ${measure}: ${list} }\n` }).join('\n')).toMatch(/要恰好两项/);
  });
});

describe('a type that does not fit: the type wanted and the type given', () => {
  test('of a last day', () => {
    expect(problemsIn({ clauses: `${DUTY}performed: paidOn\ndue: price\n` })).toContainEqual(
      expect.stringMatching(/“价款”（price）是金额，不能用在“due”这里\n\s*应为：日期或时刻/),
    );
    expect(problemsIn({ clauses: `${DUTY}performed: paidOn\ndue: price\n` }, 'en')).toContainEqual(
      expect.stringMatching(/“price” is money, which “due” does not take\n\s*Expected: a date or an instant/),
    );
  });
  test('of an amount', () => {
    const amounts = 'amounts: [{ kind: fee, from: buyer, to: seller, amount: paidOn }]\n';
    expect(problemsIn({ clauses: `${DUTY}performed: paidOn\n${amounts}` })).toContainEqual(
      expect.stringMatching(/“付款日”（paidOn）是时刻，不能用在“amount”这里\n\s*应为：金额/),
    );
  });
  test('of a unit of the rulebook’s own, by its name', () => {
    expect(problemsIn({ facts: `${FACTS}x: { says: 甲, add: [load, price] }\n` }).join('\n')).toMatch(/吨/);
  });
});

describe('full-width punctuation', () => {
  const clause = (line: string): string | undefined =>
    problemsIn({ clauses: `${DUTY}${line}\nperformed: paidOn\n` })[0]?.replace(/\n\s*/u, ' / ');
  test.each([
    ['a colon after a key', 'severity：high', 'clauses/rules.yaml:6:9 “：”是全角标点，这里要用半角 / 应为：“:”，后面空一格'],
    ['a colon and a space', 'severity： high', 'clauses/rules.yaml:6:9 “：”是全角标点，这里要用半角 / 应为：“:”，后面空一格'],
    ['a comma between keys', 'when: { fact: paidOn， operator: is, value: yes }', 'clauses/rules.yaml:6:21 “，”是全角标点'],
    ['braces', 'when: ｛ fact: paidOn ｝', 'clauses/rules.yaml:6:7 “｛”是全角标点'],
    ['a colon in braces', 'when: { fact：paidOn, operator: happened, value: yes }', 'clauses/rules.yaml:6:9 “：”是全角标点'],
    ['a word with a comma', 'severity: high，', 'clauses/rules.yaml:6:11 “severity”的值“high，”不在可选之列 / 应为：high'],
  ])('%s', (_name, line, said) => {
    expect(clause(line)?.startsWith(said) ? said : clause(line)).toBe(said);
  });
  test('in a Chinese text it is at home', () => {
    expect(clause('must: 付款：银行转账，当日到账')).toBeUndefined();
  });
});

describe('a row of a list is pointed at', () => {
  const contract = (lots: string, units = ''): readonly string[] =>
    readContract(
      sourceOf(
        'contract.yaml',
        `id: T-1\nrulebook: shop\nsignedOn: 2023-01-03\nparties: { buyer: { name: 某甲 }, seller: { name: 某乙 } }\nterms:\n${units}  lots:\n${lots}`,
      ),
      declaredOf(
        rulebookOf({ rulebook: SHOP, clauses: '{ clause: 一, rule: lot, title: 逐批, kind: right, holder: buyer, each: { item: lots } }' }),
      ),
    ).problems.map((one) => formatProblem(one, 'zh'));
  const row = (name: string, due = '2023-03-31', amount: string | null = '30'): string =>
    `    - { name: ${name}, due: ${due}${amount === null ? '' : `, amount: ${amount}`} }\n`;

  test('a wrong value, with its column', () => {
    expect(contract(row('甲') + row('乙', '2023-02-30'))).toEqual([expect.stringMatching(/^contract\.yaml:8:23 .*第 2 行的“due”/)]);
  });
  test('a column that is missing, with its row', () => {
    expect(contract(row('甲') + row('乙', '2023-02-28', null))).toEqual([
      expect.stringMatching(/^contract\.yaml:8:7 .*第 2 行缺少“amount”这一列/),
    ]);
  });
  test('a name that is there twice, with the second row', () => {
    expect(contract(row('甲') + row('乙') + row('甲'))).toEqual([expect.stringMatching(/^contract\.yaml:9:7 .*有两行都叫“甲”/)]);
  });
  test('a unit of the rulebook’s own by its name', () => {
    expect(contract(row('甲'), '  load: 很重\n')).toEqual([expect.stringMatching(/“很重”不能作为吨/)]);
  });
});

test('in English what `each` may be is said in English', () => {
  const [said] = problemsIn({ clauses: `${DUTY}performed: paidOn\neach: { week: calendar, from: leaseFrom }\n` }, 'en');
  expect(said).toMatch(/\{ month: calendar, from, to \}/);
  expect(said).not.toMatch(/\p{Script=Han}/u);
});
