/** What may stand as it is: a prohibition that every event of its kind breaks, a right that is always there. */
import { expect, test } from '@jest/globals';
import { lintSample } from './base.js';

const EVENTS = 'danger.consigned: { says: 托运危险品, data: {} }\n';
const FACTS = 'consignedOn: { says: 托运日, moment: this }\n';
const BREACHED = '{ fact: consignedOn, operator: happened, value: yes }';
const PROHIBITION = `clause: 一
rule: no-danger
title: 不得托运危险品
kind: prohibition
bearer: seller
must-not: 托运危险品
each: danger.consigned
breached: ${BREACHED}
`;
const codes = (rule: string, events = EVENTS, facts = FACTS): readonly string[] =>
  lintSample({ events, facts, rule }).flatMap(({ code, level }) => (level === 'note' && code === 'examples-missing' ? [] : [code]));

test('each event is a breach', () => {
  expect(codes(PROHIBITION)).not.toContain('always-true');
});

test('but not with what does not matter beside it, and not where it is no prohibition', () => {
  expect(codes(PROHIBITION.replace('breached: {', 'when: {'))).toContain('always-true');
  expect(codes(PROHIBITION.replace(BREACHED, `{ all: [${BREACHED}, ${BREACHED}] }`))).not.toContain('never-true');
});

const RIGHT = `clause: 一
rule: may-ask
title: 可以查询
kind: right
holder: buyer
examples:
  - id: any-day
    title: 任何一日
    events: []
    checks:
      - { asOf: 2024-01-31, expect: [{ status: available }] }
`;

test('a right that is always there has no example in which it is not', () => {
  expect(codes(RIGHT)).not.toContain('examples-one-sided');
  expect(codes(RIGHT.replace('holder: buyer', 'holder: buyer\nwhen: { fact: pieces, operator: more-than, value: 1 }'))).toContain(
    'examples-one-sided',
  );
});
