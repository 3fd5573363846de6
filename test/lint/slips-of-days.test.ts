/** Days, parties and articles that are exchanged, and cases that speak of what is not there. */
import { describe, expect, test } from '@jest/globals';
import type { Sample } from '../../src/lint/check.js';
import { lint } from '../../src/lint/lint.js';
import { inputOf, lintSample } from './base.js';

const found = (code: string, sample: Sample): readonly string[] =>
  lintSample(sample).flatMap(({ code: is, message, repair }) => (is === code ? [`${message.zh} -> ${repair?.zh ?? ''}`] : []));

const DUTY = 'clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\n';
const FACTS = `eve: { says: 前夕, day-before: delivery }
back: { says: 回数之日, period: few, from: delivery, backward: yes }
sooner: { says: 较早之日, earliest: [paying, delivery] }
called: { says: 又称, same-as: delivery }
eitherBy: { says: 按情形的末日, according-to: soon, choices: { yes: due, no: eve } }
soon: { says: 件数不少, holds: { fact: pieces, operator: more-than, value: 1 } }
asked: { says: 经认定之日, same-as: delivery, question: 何时交货, by: 法务部 }
following: { says: 次日, day-after: delivery }
`;

describe('an end before the beginning', () => {
  const ends = (lines: string): number =>
    found('ends-before-start', { facts: FACTS, rule: `${DUTY}due: due\nperformed: paying\n${lines}` }).length;
  test.each([
    ['delivery', 'delivery', 1],
    ['delivery', 'called', 1],
    ['delivery', 'eve', 1],
    ['delivery', 'back', 1],
    ['delivery', 'sooner', 1],
    ['following', 'delivery', 1],
    ['due', 'delivery', 1],
    ['delivery', 'signedOn', 1],
    ['back', 'signedOn', 0],
    ['delivery', 'due', 0],
    ['delivery', 'paying', 0],
    ['delivery', 'asked', 0],
    ['back', 'delivery', 0],
  ])('arises: %s, until: %s', (arises, until, times) => {
    expect(ends(`arises: ${arises}\nuntil: ${until}\n`)).toBe(times);
  });
  test('of months', () => {
    expect(ends('each: { month: calendar, from: delivery, to: eve }\n')).toBe(1);
    expect(ends('each: { month: calendar, from: delivery, to: due }\n')).toBe(0);
  });
});

describe('days on which something accrues', () => {
  const idle = (after: string, through: string): readonly string[] =>
    found('ends-before-start', {
      terms: 'rate: { says: 日利率, type: ratio per days, clause: 一 }\nprice: { says: 价款, type: money, clause: 一 }\n',
      facts: `${FACTS}interest: { says: 利息, accrue: rate, on: price, after: ${after}, through: ${through} }\n`,
      rule: `${DUTY}due: due\nperformed: paying\namounts:\n  - { kind: fee, from: buyer, to: seller, amount: interest }\n`,
    });
  test('through is after', () => {
    expect(idle('paying', 'paying')).toEqual([
      '事实 interest（利息）：through（paying）从不晚于 after（paying），没有一日可以累计 -> 改正 through 或 after',
    ]);
  });
  test.each([
    ['due', 'delivery', 1],
    ['due', 'paying', 0],
    ['delivery', 'due', 0],
  ])('after %s through %s', (after, through, times) => {
    expect(idle(after, through)).toHaveLength(times);
  });
});

describe('bounds between which nothing lies', () => {
  const empty = (bounds: string, each = ''): number =>
    found('no-such-events', {
      facts: `${FACTS}first: { says: 首日, start: this }\nfinal: { says: 末日, end: this }\nmuch: { says: 付款合计, sum: amount, of: paid, ${bounds} }\n`,
      rule: `${DUTY}${each}when: { fact: much, operator: more-than, value: 0 }\n`,
    }).length;
  const MONTHS = 'each: { month: calendar, from: delivery }\n';
  test.each([
    ['from: final, to: first', MONTHS, 1],
    ['from: first, to: final', MONTHS, 0],
    ['after: due, before: delivery', '', 1],
    ['after: following, to: delivery', '', 1],
    ['from: following, to: delivery', '', 1],
    ['from: delivery, to: delivery', '', 0],
    ['from: delivery, to: due', '', 0],
    ['after: delivery, before: due', '', 0],
  ])('%s', (bounds, each, times) => {
    expect(empty(bounds, each)).toBe(times);
  });
});

describe('a performance that is never late', () => {
  const late = (due: string): readonly string[] =>
    found('never-late', {
      facts: `${FACTS}onward: { says: 付款以后三日, period: few, from: paying }\nbackward: { says: 付款以前三日, period: few, from: paying, backward: yes }\n`,
      rule: `${DUTY}due: ${due}\nperformed: paying\n`,
    });
  test('due is the performance', () => {
    expect(late('paying')).toEqual([
      '规则 settle（付清）：due 与 performed 都是“付款日”（paying），履行总不晚于期限，永远不会认定逾期 -> due 写应当履行的末日，performed 写实际履行之日',
    ]);
  });
  test('due runs from the performance', () => {
    expect(late('onward')).toEqual([
      '规则 settle（付清）：due 的“付款以后三日”自履行之日“付款日”算起，履行总不晚于期限，永远不会认定逾期 -> due 写应当履行的末日，performed 写实际履行之日',
    ]);
  });
  test.each(['due', 'backward', 'delivery'])('due is %s', (due) => {
    expect(late(due)).toEqual([]);
  });
});

describe('due and performed', () => {
  const swapped = (due: string, performed: string, terms = ''): readonly string[] =>
    found('performed-reckoned', { terms, facts: FACTS, rule: `${DUTY}due: ${due}\nperformed: ${performed}\n` });
  test('exchanged', () => {
    expect(swapped('paying', 'due')).toEqual([
      '规则 settle（付清）：performed 的“付款末日”（due）是推算出来的日子，不是有人做成的事；due 的“付款日”才是 -> 对调：due: due，performed: paying',
    ]);
  });
  test('one of several, according to a choice', () => {
    expect(swapped('paying', 'eitherBy')).toHaveLength(1);
  });
  test('a date in a row', () => {
    const terms =
      'rows: { says: 批次, clause: 一, columns: { name: { says: 名称, type: text }, planned: { says: 计划日, type: date } } }\n';
    const facts = `${FACTS}planned: { says: 计划日, item: planned }\n`;
    const rule = `${DUTY}each: { item: rows }\ndue: paying\nperformed: planned\n`;
    expect(found('performed-reckoned', { terms, facts, rule })).toHaveLength(1);
  });
  test('a date of the contract', () => {
    expect(swapped('due', 'opening', 'opening: { says: 开业日, type: date, clause: 一 }\n')).toHaveLength(1);
  });
  test.each(['paying', 'sooner', 'asked', 'called'])('%s is something done, or may be', (performed) => {
    expect(swapped('due', performed)).toEqual([]);
  });
});

test.each([
  ['民法典第一千二百六十条', 0],
  ['民法典第一千二百六十一条', 1],
  ['中华人民共和国民法典第1500条', 1],
  ['《民法典》第一千三百条第二款', 1],
  ['民法典第五百零二条', 0],
  ['数据安全法第五十六条', 1],
  ['民法典一千五百条', 1],
  ['民法典五百六十二条', 0],
  ['某办法第九百条', 0],
])('%s', (basis, times) => {
  const rule = `${DUTY}due: due\nperformed: paying\nbasis: [民法典第十条, ${basis}]\n`;
  expect(found('no-such-article', { rule })).toHaveLength(times);
});

test.each([
  ['合同法第一百零七条', 1],
  ['《中华人民共和国合同法》第107条', 1],
  ['合同法一百零七条', 1],
  ['担保法', 1],
  ['劳动合同法第三十八条', 0],
  ['关于适用合同法若干问题的解释第一条', 0],
  ['民法典第五百七十七条', 0],
])('a statute that the Civil Code took the place of: %s', (basis, times) => {
  const rule = `${DUTY}due: due\nperformed: paying\nbasis: [民法典第十条, ${basis}]\n`;
  expect(found('repealed-statute', { rule })).toHaveLength(times);
});

describe('cases', () => {
  const BASE = `id: B-1
rulebook: base
signedOn: 2024-01-02
parties: { buyer: { name: 某公司 }, seller: { name: 某厂 } }
terms: { few: 3, court: 某法院 }
`;
  const RULE = `${DUTY}each: delivered\ndue: due\nperformed: paying\n`;
  const instance = (expected: string, more = ''): readonly string[] => {
    const one = `- id: late
  events:
    - { id: d1, type: delivered, at: 2024-01-05, data: { pieces: 1 } }
    - { id: p1, type: paid, at: 2024-01-05, data: { amount: 1 } }
${more}  checks:
    - { asOf: 2024-01-31, expect: [{ ${expected}, status: pending }] }
`;
    return lint(inputOf({ rule: RULE }, { 'base.yaml': BASE, 'late.yaml': one })).flatMap(({ code, place, message, repair }) =>
      code === 'stray-instance' ? [`${place.file}:${place.line}:${place.column} ${message.zh} -> ${repair?.zh ?? ''}`] : [],
    );
  };
  test('an instance is an event of the case, of the type for which the rule is', () => {
    expect(instance('rule: settle, instance: d1')).toEqual([]);
    expect(instance('rule: settle, instance: null')).toEqual([]);
    expect(instance('rule: settle, instance: r9')).toEqual(['cases/late.yaml:6:62 用例中没有编号是“r9”的事件 -> 可写：d1']);
    expect(instance('rule: settle, instance: p1')).toEqual([
      'cases/late.yaml:6:62 规则 settle（付清）逐个“交货”（delivered）适用，而“p1”是“付款” -> 是否指“d1”',
    ]);
    expect(instance('rule: settle, instance: r9', '  setAside: true\n')).toEqual([]);
  });
  test('that nothing arises is said of an event that there is, of whatever type', () => {
    const absent = (id: string): readonly string[] =>
      instance(`rule: settle, instance: ${id}, absent: true`).map((one) => one.replace(/^\S+ /u, ''));
    expect(absent('p1')).toEqual([]);
    expect(absent('r9')).toEqual(['用例中没有编号是“r9”的事件 -> 可写：d1']);
  });
  test.each([
    ['month: calendar', '2024-03', ['2024-3', '2024-13', '2024-03-01', '2024-Q1'], '月份写成 2024-03'],
    ['quarter: calendar', '2024-Q1', ['2024-03', '2024-Q5', '2024Q1'], '季度写成 2024-Q1'],
    ['year: calendar', '"2024"', ['2024年', '24-1'], '年份写成 "2024"（加引号）'],
    ['every: few', '2024-01-02', ['2024-01', '一月'], '一期写成它的首日，如 2024-03-15'],
  ])('of %s an instance is such as %s', (each, right, wrong, repair) => {
    const said = (written: string): readonly string[] =>
      found('stray-instance', {
        rule: `${DUTY}each: { ${each}, from: signedOn }\nperformed: paying\nexamples:\n  - id: late\n    events: []\n    checks:\n      - { asOf: 2024-01-31, expect: [{ instance: ${written}, absent: true }] }\n`,
      });
    expect(said(right)).toEqual([]);
    for (const one of wrong) expect(said(one)).toEqual([expect.stringContaining(repair)]);
  });
  test('a rule that is for none in particular has no instance', () => {
    expect(instance('rule: pay, instance: d1')).toEqual([expect.stringContaining('规则 pay（付款）没有 each')]);
  });
  test('the examples of a rule speak of it', () => {
    const examples = (named: string): Sample => ({
      rule: `${RULE}examples:\n  - id: late\n    events: []\n    checks:\n      - { asOf: 2024-01-31, expect: [{ ${named}status: pending }] }\n`,
    });
    expect(found('foreign-example', examples('rule: pay, '))).toEqual([
      expect.stringContaining('规则 settle 的例子写的是另一条规则“pay”的结论'),
    ]);
    expect(found('foreign-example', examples('rule: settle, '))).toEqual([]);
    expect(found('foreign-example', examples(''))).toEqual([]);
  });
});

test.each([
  ['民法典第十条、数据安全法第三条', 1],
  ['民法典第十条，《个人信息保护法》第三条', 1],
  ['民法典第十条、第十一条', 0],
  ['民法典第十条第一款', 0],
])('one entry that cites %s', (basis, times) => {
  const rule = `${DUTY}due: due\nperformed: paying\nbasis: [${basis}]\n`;
  expect(found('several-bases', { rule })).toHaveLength(times);
});
