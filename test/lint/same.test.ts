/** What is written twice, or comes to the same, where something else was meant. */
import { describe, expect, test } from '@jest/globals';
import type { Sample } from '../../src/lint/check.js';
import { lintSample } from './base.js';

const found = (code: string, sample: Sample): readonly string[] =>
  lintSample(sample).flatMap((one) =>
    one.code === code ? [`${one.place.file}:${one.place.line}:${one.place.column} ${one.message.zh}`] : [],
  );

const RULE = 'clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: odd\nperformed: paying\n';

describe('an entry twice in a list', () => {
  const listed = (fact: string): readonly string[] =>
    found('repeated-entry', { facts: `odd: { says: 某日, ${fact} }\nagain: { says: 又称, same-as: paying }\n`, rule: RULE });
  test.each([
    ['latest: [paying, delivery, paying]', 'latest 里“paying”写了两次'],
    ['earliest: [paying, again]', 'earliest 里的“again”就是“paying”'],
    ['earliest: [again, paying]', 'earliest 里的“paying”就是“again”'],
    ['first: [paid, paid]', 'first 里“paid”写了两次'],
    ['prevailing: [paying, paying]', 'prevailing 里“paying”写了两次'],
    ['subtract: [price, price]', 'subtract 里“price”写了两次'],
    ['smaller: [price, price]', 'smaller 里“price”写了两次'],
  ])('%s', (fact, message) => {
    expect(listed(fact)).toEqual([expect.stringContaining(message)]);
  });
  test('what is added to itself is twice as much', () => {
    expect(listed('add: [price, price]')).toEqual([]);
    expect(listed('multiply: [price, price]')).toEqual([]);
    expect(listed('earliest: [paying, delivery]')).toEqual([]);
  });
  test('a choice named twice', () => {
    const events = 'sent: { says: 发运, data: { how: { says: 方式, one-of: { sea: 海运, air: 空运, rail: 铁路 } } } }\n';
    const one = (list: string): Sample => ({
      events,
      facts: 'how: { says: 方式, first: sent, field: how }\n',
      rule: `clause: 一\nrule: by-sea\ntitle: 海运\nkind: right\nholder: buyer\nwhen: { fact: how, operator: one-of, value: ${list} }\n`,
    });
    expect(found('repeated-entry', one('[sea, sea]'))).toEqual([expect.stringContaining('value 里“sea”写了两次')]);
    expect(found('repeated-entry', one('[sea, air]'))).toEqual([]);
  });
});

describe('a reading whose choices are the same', () => {
  const READING = 'counted: { clause: 一, about: 怎样算, why: 未写明, default: a, choices: { a: 甲, b: 乙, c: 丙 } }\n';
  const chosen = (choices: string, more = ''): readonly string[] =>
    found('reading-same', {
      readings: READING,
      facts: `odd: { says: 末日, reading: counted, choices: ${choices} }\nalso: { says: 又称, same-as: due }\nmore: { says: 又一期限, period: few, from: delivery }\n${more}`,
      rule: RULE,
    });
  test('all of them in one place', () => {
    expect(chosen('{ a: due, b: also, c: more }')).toEqual(['facts.yaml:5:36 读法 counted（怎样算）在这里选哪一种都是同一个结果']);
    expect(chosen('{ a: due, b: due, c: { period: few, from: delivery } }')).toHaveLength(1);
  });
  test('two of three, wherever it is used', () => {
    const two = '{ a: due, b: paying, c: due }';
    expect(chosen(two)).toEqual([expect.stringContaining('读法 counted（怎样算）的 a 与 c 在用到它的各处都是同一个结果')]);
    expect(chosen(two, 'more2: { says: 另一处, reading: counted, choices: { a: due, b: due, c: paying } }\n')).toEqual([]);
    expect(chosen('{ a: due, b: paying, c: delivery }')).toEqual([]);
  });
});

describe('a roll', () => {
  test.each([
    ['working-days', 1],
    ['business-hours', 1],
    ['days', 0],
    ['duration', 0],
  ])('of %s', (type, times) => {
    const terms = `length: { says: 期限, type: ${type}, clause: 一 }\n`;
    const facts = 'odd: { says: 末日, period: length, from: delivery, roll: next-working-day }\n';
    expect(found('roll-without-effect', { terms, facts, rule: RULE })).toHaveLength(times);
    expect(found('roll-without-effect', { terms, facts: facts.replace(', roll: next-working-day', ''), rule: RULE })).toEqual([]);
  });
});

describe('who pays', () => {
  const paid = (head: string, amount: string): readonly string[] =>
    found('amount-direction', {
      rule: `clause: 一\nrule: settle\ntitle: 付清\n${head}\namounts:\n  - { ${amount}, amount: price }\n`,
    }).map((one) => one.replace(/^.*：/u, ''));
  const [DUTY, RIGHT] = ['kind: duty\nbearer: buyer\ndue: due\nperformed: paying', 'kind: right\nholder: seller\nagainst: buyer'];
  const BAN = 'kind: prohibition\nbearer: buyer\nbreached: { fact: paying, operator: after, value: { fact: due } }';
  test.each([
    [DUTY, 'kind: penalty, from: seller, to: buyer', ['违反的是买方，违约金却由卖方付给买方']],
    [BAN, 'kind: damages, from: seller, to: buyer', ['违反的是买方，赔偿却由卖方付给买方']],
    [RIGHT, 'kind: penalty, from: seller, to: buyer', ['权利人是卖方，违约金却由卖方付给买方']],
    [DUTY, 'kind: penalty, from: buyer, to: seller', []],
    [RIGHT, 'kind: damages, from: buyer, to: seller', []],
    [DUTY, 'kind: refund, from: seller, to: buyer', []],
    [RIGHT, 'kind: fee, from: seller, to: buyer', []],
    [DUTY.replace('bearer: buyer', 'bearer: both'), 'kind: penalty, from: seller, to: buyer', []],
  ])('%#', (head, amount, expected) => {
    expect(paid(head, amount)).toEqual(expected);
  });
});
