/** One sum is not owed twice because a rule was copied, or because two rules of a clause both give it. */
import { expect, test } from '@jest/globals';
import { lintSample } from './base.js';

const PAY = `clause: 一
rule: settle
title: 付清
kind: duty
bearer: buyer
when: { all: [{ fact: pieces, operator: more-than, value: 1 }, { fact: delivery, operator: happened, value: yes }] }
due: due
performed: paying
amounts:
  - { kind: penalty, from: buyer, to: seller, amount: price }
`;
const copied = (was: string, is: string): string => {
  expect(PAY).toContain(was);
  return `${PAY}---\n${PAY.replace('settle', 'settle-again').replace(was, is)}`;
};
const said = (rule: string): readonly string[] =>
  lintSample({ rule }).flatMap(({ code, place, message }) => (code === 'same-rule' ? [`${place.line} ${message.zh}`] : []));

const RIGHT =
  '---\nclause: 一\nrule: claim\ntitle: 请求\nkind: right\nholder: seller\nwhen: { fact: pieces, operator: CUT }\namounts: [{ kind: penalty, from: buyer, to: seller, amount: price }]\n';

test.each([
  ['another title', 'title: 付清', 'title: 结清'],
  [
    'conditions in another order',
    /all: (\[.*\]) /u.exec(PAY)?.[1] ?? '',
    '[{ fact: delivery, operator: happened, value: yes }, { fact: pieces, operator: more-than, value: 1 }]',
  ],
  ['the other side written out', 'bearer: buyer', 'bearer: buyer\ntoward: seller'],
])('a copy with %s', (_name, was, is) => {
  expect(said(copied(was, is)).map((one) => one.replace(/（.*?）/gu, ''))).toEqual([
    expect.stringMatching(/^13 规则 settle-again与规则 settle除名称外完全相同，同一笔款项会算两次$/u),
  ]);
});

test.each([
  ['what must be done', 'kind: duty', 'kind: duty\nmust: 付清余款'],
  ['the due day', 'due: due', 'due: delivery'],
])('not the same, but the same sum of one clause: another %s', (_name, was, is) => {
  expect(said(copied(was, is))).toEqual([expect.stringContaining('属于同一条款，可以同时成立，都写了“价款”（price）')]);
});

test('a right beside a duty gives the sum a second time where both can stand, and not where they cannot', () => {
  expect(said(PAY + RIGHT.replace('CUT', 'more-than, value: 2'))).toHaveLength(1);
  expect(said(PAY + RIGHT.replace('CUT', 'at-most, value: 1'))).toEqual([]);
});

test.each([
  ['kinds of sum', 'kind: penalty', 'kind: damages'],
  ['payers', 'from: buyer, to: seller', 'from: seller, to: buyer'],
])('other %s', (_name, was, is) => {
  expect(said(copied(was, is))).toEqual([]);
});
