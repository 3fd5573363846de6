/** What people write who know the matter and not the language: other names, Chinese brackets, dates as one writes them, blanks that nobody sees. */
import { describe, expect, test } from '@jest/globals';
import { FILES, lintFiles } from './broken.js';
import { expectSlip, type Slip } from './slip.js';

const SLIPS: readonly Slip[] = [
  [
    'a unit in the singular',
    'rulebook',
    'rate: { says: 违约金比例, type: ratio,',
    'rate: { says: 违约金比例, type: ratio per day,',
    'rulebook.yaml:11:30 type-mismatch 没有“ratio per day”这种类型',
    '是否指“ratio per days”',
    '',
  ],
  [
    'a key by another name',
    'pay',
    'rule: pay\n',
    'includes: [二]\nrule: pay\n',
    'clauses/一-pay.yaml:2:1 unknown-key 不认识的键“includes”',
    'also',
    '',
  ],
  [
    'a key by another Chinese name',
    'pay',
    'must: 付款',
    'must: 付款\n严重程度: high',
    'clauses/一-pay.yaml:7:1 unknown-key 不认识的键“严重程度”',
    'severity',
    '',
  ],
  [
    'a key by a part of its Chinese title',
    'pay',
    'must: 付款',
    'must: 付款\n依据: [民法典第十条]',
    'clauses/一-pay.yaml:7:1 unknown-key 不认识的键“依据”',
    'basis',
    '',
  ],
  [
    'a key that must be there, by its Chinese name',
    'facts',
    'paying: { says: 付款日',
    'paying: { 名称: 付款日',
    'facts.yaml:1:11 unknown-key 不认识的键“名称”',
    'says',
    '',
  ],
  [
    'a list in full-width brackets',
    'pay',
    'must: 付款',
    'must: 付款\nbasis: 【民法典第十条、民法典第十一条】',
    'clauses/一-pay.yaml:7:8 wrong-type “basis”的值“【民法典第十条、民法典第十一条】”外面是全角括号，列表要用半角的 [ ]',
    '写成 [民法典第十条, 民法典第十一条]',
    '[民法典第十条, 民法典第十一条]',
  ],
  [
    'a day by its bare name',
    'right',
    '{ fact: howSent, operator: is, value: air }',
    '{ fact: paying, operator: after, value: due }',
    'clauses/三-too-many.yaml:11:54 type-mismatch “due”是事实或条款参数的名称：要比的是它，就要写明',
    '写成 { fact: due }',
    '{ fact: due }',
  ],
  [
    'a figure by its bare name',
    'right',
    'operator: more-than, value: { fact: limit }',
    'operator: more-than, value: limit',
    'clauses/三-too-many.yaml:10:51 figure “limit”是事实或条款参数的名称：要比的是它，就要写明',
    '写成 { fact: limit }',
    '{ fact: limit }',
  ],
  [
    'a figure that events are to have, by its bare name',
    'facts',
    'howSent: { says: 方式, first: delivered, field: how }',
    'howSent: { says: 方式, first: delivered, field: how, where: { pieces: limit } }',
    'facts.yaml:3:69 figure “limit”是事实或条款参数的名称：要比的是它，就要写明',
    '写成 { is: limit }',
    '{ is: limit }',
  ],
  ['no colon', 'pay', 'title: 付款\n', 'title 付款\n', 'clauses/一-pay.yaml:3:1 bad-syntax “title”后面少了冒号和空格', 'title: 付款', ''],
  [
    'no colon within braces',
    'facts',
    '{ says: 付款日,',
    '{ says 付款日,',
    'facts.yaml:1:11 bad-syntax “says”后面少了冒号和空格',
    'says: 付款日',
    '',
  ],
  [
    'no colon before braces',
    'rulebook',
    '  price: {',
    '  price {',
    'rulebook.yaml:8:3 bad-syntax “price”后面少了冒号和空格',
    'price: { says: 价款, type: money, clause: 一 }',
    '',
  ],
  [
    'an event on a day without hyphens',
    'cases',
    'at: 2024-01-05',
    'at: 20240105',
    'cases/c.yaml:4:38 bad-date 日期少了连字号（-）',
    '写成 2024-01-05',
    '2024-01-05',
  ],
  [
    'an event at an hour that there is not',
    'cases',
    'at: 2024-01-05',
    'at: 2024-01-05T25:00',
    'cases/c.yaml:4:38 not-allowed 时间不可用：没有「2024-01-05T25:00」这一时刻',
    '一日止于 24:00，没有25时',
    '',
  ],
  [
    'an event at a minute that there is not',
    'cases',
    'at: 2024-01-05',
    'at: 2024-01-05T10:75',
    'cases/c.yaml:4:38 not-allowed 时间不可用：没有「2024-01-05T10:75」这一时刻',
    '一小时止于 59 分，没有75分',
    '',
  ],
  [
    'a day without hyphens',
    'pay',
    'asOf: 2024-01-31',
    'asOf: 20240131',
    'clauses/一-pay.yaml:19:17 bad-date “asOf”的值“20240131”不是日期的写法',
    '写成 2024-01-31',
    '2024-01-31',
  ],
  [
    'a day with slashes',
    'pay',
    'asOf: 2024-01-31',
    'asOf: 2024/1/31',
    'clauses/一-pay.yaml:19:17 bad-date “asOf”的值“2024/1/31”不是日期的写法',
    '写成 2024-01-31',
    '2024-01-31',
  ],
  [
    'a time where a day is asked for',
    'pay',
    'asOf: 2024-01-31',
    'asOf: 2024-01-31T10:00',
    'clauses/一-pay.yaml:19:17 bad-date “asOf”的值“2024-01-31T10:00”带有钟点，这里只写日期',
    '写成 2024-01-31',
    '2024-01-31',
  ],
  [
    'yes in Chinese',
    'facts',
    'from: delivery }\nworkDue',
    'from: delivery, backward: 是 }\nworkDue',
    'facts.yaml:5:65 not-a-choice “是”不能写在“backward”处',
    '写成 yes',
    'yes',
  ],
  [
    'an invisible blank after prose',
    'pay',
    'title: 付款\n',
    'title: 付款\u00a0\n',
    'clauses/一-pay.yaml:3:10 full-width 这里有看不见的空格（U+00A0）',
    '删去它',
    '<>',
  ],
  [
    'a full-width blank after prose within braces',
    'facts',
    '{ says: 付款日,',
    '{ says: 付款日\u3000,',
    'facts.yaml:1:20 full-width 这里有看不见的空格（U+3000）',
    '删去它',
    '<>',
  ],
  [
    'an invisible blank before prose',
    'pay',
    'title: 付款\n',
    'title: \u00a0付款\n',
    'clauses/一-pay.yaml:3:8 full-width 这里有看不见的空格（U+00A0）',
    '删去它',
    '<>',
  ],
  [
    'or for any',
    'right',
    'when:\n  all:\n',
    'when:\n  or:\n',
    'clauses/三-too-many.yaml:9:3 unknown-key 条件没有“or”这一项',
    '写成 any',
    'any',
  ],
  [
    'true for yes',
    'rulebook',
    'type: yes/no, optional: yes',
    'type: yes/no, optional: true',
    'rulebook.yaml:16:111 not-a-choice “optional”的值“true”不在可选之列',
    '写成 yes',
    'yes',
  ],
  [
    'an event type of several that there is not',
    'right',
    'may: 拒绝\n',
    'may: 拒绝\neach: [delivered, pays]\n',
    'clauses/三-too-many.yaml:8:19 unknown-event 没有“pays”这种事件',
    '可写：paid、delivered、storm',
    '',
  ],
];

test.each(SLIPS)('%s', (...slip) => {
  expectSlip(...slip);
});

test('a paragraph that is set in by blanks is left as it is', () => {
  const text = FILES.pay.replace('must: 付款\n', 'must: 付款\ntext: |\n  \u3000\u3000买方付款。\n  \u3000\u3000逾期的，另付违约金。\n');
  expect(lintFiles({ pay: text }).filter(({ level }) => level === 'error')).toEqual([]);
});

test('brackets around a text are its own', () => {
  const text = FILES.pay.replace('must: 付款\n', 'must: 【付款】\n');
  expect(lintFiles({ pay: text }).filter(({ level }) => level === 'error')).toEqual([]);
});

describe('what follows from a misspelt name is not said', () => {
  const STATUTE = FILES.rulebook.replace(
    'readings:\n',
    'statute:\n  span: { says: 期间, type: days, value: 3, basis: 民法典 }\nreadings:\n',
  );
  test.each([
    ['a figure of the law', { rulebook: STATUTE, facts: FILES.facts.replace('period: few', 'period: spann') }],
    ['an event type', { facts: FILES.facts.replace('first: storm', 'first: strom') }],
    ['a fact', { pay: FILES.pay.replace('amount: penalty', 'amount: penaltyy') }],
  ])('%s', (_name, changed) => {
    const codes = lintFiles(changed).map(({ code }) => code);
    expect(codes.filter((code) => code.startsWith('unused-'))).toEqual([]);
    expect(codes.some((code) => code.startsWith('unknown-'))).toBe(true);
  });
});

test('a clause number with a full-width dot', () => {
  const [rulebook, pay] = [FILES.rulebook.replace('clauses: [一,', 'clauses: [一.1,'), FILES.pay.replace('clause: 一', 'clause: 一．1')];
  const found = lintFiles({ rulebook, pay }).find(({ code }) => code === 'unknown-name');
  expect([found?.message.zh, found?.repair?.zh]).toEqual(['rulebook.yaml 的 clauses 里没有“一．1”', '写成 一.1']);
});
