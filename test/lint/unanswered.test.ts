/** The answer to an event can be asked for only where an event of its type can be answered so. */
import { expect, test } from '@jest/globals';
import type { Sample } from '../../src/lint/check.js';
import { lintSample } from './base.js';

const EVENTS = `signed: { says: 签收, answers: delivered, data: {} }
objected: { says: 异议, answers: signed, data: {} }
`;
const FACTS = `objectedOn: { says: 提出异议, answer: objected }
signedOnDay: { says: 签收日, answer: signed }
deliveredThen: { says: 所签收的交货, answered: delivered }
firstOfBoth: { says: 签收或异议, earliest: [objectedOn, signedOnDay] }
either: { says: 有回应, holds: { any: [{ fact: objectedOn, operator: happened, value: yes }, { fact: signedOnDay, operator: happened, value: yes }] } }
`;
const EXEMPTION =
  'clause: 一\nrule: objection\ntitle: 异议\nkind: exemption\nfor: seller\nwhen: { fact: objectedOn, operator: happened, value: yes }\n';
const RULE = '---\nclause: 一\nrule: sign\ntitle: 签收\nkind: duty\nbearer: buyer\neach: delivered\nperformed: signedOnDay\ndue: due\n';

const said = (sample: Sample): readonly string[] =>
  lintSample({ events: EVENTS, facts: FACTS, ...sample }).flatMap(({ code, level, place, message, repair }) =>
    level === 'error' ? [`${place.line} ${code} ${message.zh} -> ${repair?.zh ?? ''}`] : [],
  );

test('an exemption that asks for the answer to another event', () => {
  expect(said({ rule: `${EXEMPTION}${RULE}unless: [objection]\n` })).toEqual([
    '16 exemption-never 规则 objection（异议）在规则 sign（签收）里永远用不上：“提出异议”（objectedOn）要看“异议”何时回应本事件，而它回应的是 signed，不是这里逐个适用的“交货”：永远没有 -> each: signed；或写 answer: signed',
  ]);
});

test.each([
  ['it is there for one of several', 'when: { fact: either, operator: is, value: yes }', 'each: delivered'],
  ['it is a denial', 'when: { not: { fact: objectedOn, operator: happened, value: yes } }', 'each: delivered'],
  ['the event is one of two', 'when: { fact: objectedOn, operator: happened, value: yes }', 'each: [delivered, signed]'],
])('an exemption that can apply: %s', (_name, when, each) => {
  expect(said({ rule: `${EXEMPTION.replace(/when.*/u, when)}${RULE.replace('each: delivered', each)}unless: [objection]\n` })).toEqual([]);
});

test.each([
  ['signed', 'objectedOn', '', 0],
  ['delivered', 'firstOfBoth', '', 0],
  ['signed', 'deliveredThen', '', 0],
  // Where what the rule is for has answers, it is the fact that asks for another; else the rule is for the wrong event.
  ['delivered', 'objectedOn', 'answer: signed', 5],
  ['signed', 'signedOnDay', 'answer: objected', 6],
  ['delivered', 'deliveredThen', 'each 写回应“交货”的事件', 6],
])('a rule for each %s that asks for %s', (each, fact, repair, line) => {
  const rule = `clause: 一\nrule: may\ntitle: 可以\nkind: right\nholder: seller\neach: ${each}\nwhen: { fact: ${fact}, operator: happened, value: yes }\n`;
  const found = said({ rule });
  if (repair === '') expect(found).toEqual([]);
  else expect(found).toEqual([expect.stringMatching(new RegExp(`^${line} not-an-answer .*永远没有 -> .*${repair}`, 'u'))]);
});

test('the rule that asks is called by its title and clause, where the fact is said to be wrong', () => {
  const rule =
    'clause: 一\nrule: may\ntitle: 可以\nkind: right\nholder: seller\neach: delivered\nwhen: { fact: objectedOn, operator: happened, value: yes }\n';
  expect(said({ rule })).toEqual([expect.stringContaining('不是用它的规则“可以”（一）逐个适用的“交货”')]);
});

test('a fact that is asked of each event', () => {
  const facts = `${FACTS}last: { says: 末次异议, latest: objectedOn, each: delivered }\n`;
  expect(said({ facts })).toEqual([expect.stringContaining('not-an-answer')]);
});
