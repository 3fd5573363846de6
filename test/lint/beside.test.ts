/** Conditions held against what holds wherever they are asked: `when`, the `where` of `each`, one another. */
import { describe, expect, test } from '@jest/globals';
import type { Sample } from '../../src/lint/check.js';
import { lintSample } from './base.js';

const said = (sample: Sample): readonly string[] =>
  lintSample(sample).flatMap(({ code, level, place, message }) =>
    level === 'note' || code === 'examples-missing' || code === 'unused-fact'
      ? []
      : [`${place.line}:${place.column} ${code} ${message.zh.replace(/（.*?）/gu, '')}`],
  );

const EVENTS =
  'sent: { says: 发运, data: { how: { says: 方式, one-of: { sea: 海运, air: 空运, rail: 铁路 } }, late: { says: 误期, type: yes/no, optional: yes } } }\n';
const FACTS =
  'how: { says: 方式, field: how, of: this }\nlate: { says: 误期, field: late, of: this }\nsentOn: { says: 发运, moment: this }\n';
const LATE = '{ fact: late, operator: is, value: yes }';
const HOW = '{ fact: how, operator: is, value: sea }';
const sending = (lines: string, where = ''): Sample => ({
  events: EVENTS,
  facts: `${FACTS}sentBy: { says: 发运方式, same-as: how }\n`,
  rule: `clause: 一\nrule: send\ntitle: 发运\nkind: prohibition\nbearer: seller\neach: { event: sent${where} }\nwhen: { fact: sentBy, operator: one-of, value: [sea, air, rail] }\n${lines}`,
});
const ofEach = (where: string, lines: string): readonly string[] =>
  said({ ...sending(lines, where), rule: (sending(lines, where).rule ?? '').replace(/^when.*\n/mu, '') });

describe('the where of each', () => {
  test('what it leaves out cannot be a breach', () => {
    expect(ofEach(', where: { how: air }', `breached: { all: [${LATE}, ${HOW}] }\n`)).toEqual([
      expect.stringMatching(/^7:\d+ contradicts-when 规则 send：breached 的以“.*开头的一组条件与 each 的 where 不能同时成立$/u),
    ]);
  });

  test('nor one branch of it', () => {
    expect(ofEach(', where: { how: [air, rail] }', `breached: { any: [${LATE}, ${HOW}] }\n`)).toEqual([
      '7:61 contradicts-when 规则 send：breached 的“方式为海运”与 each 的 where 不能同时成立',
    ]);
    expect(ofEach(', where: { how: [air, sea] }', `breached: { any: [${LATE}, ${HOW}] }\n`)).toEqual([]);
  });

  test('an exemption asks for what it leaves out, or for just what it lets in', () => {
    const with_ = (how: string, where: string): readonly string[] => {
      const sample = sending(`breached: ${LATE}\nunless: [excused]\n`, where);
      const rule = `${(sample.rule ?? '').replace(/^when.*\n/mu, '')}---\nclause: 一\nrule: excused\ntitle: 免责\nkind: exemption\nfor: seller\nwhen: { fact: how, operator: one-of, value: ${how} }\n`;
      return said({ ...sample, facts: FACTS, rule }).map((one) => one.split(' ').slice(1, 2).join());
    };
    expect(with_('[sea]', ', where: { how: air }')).toEqual(['exemption-never']);
    expect(with_('[sea, air]', ', where: { how: air }')).toEqual(['exemption-always']);
    expect(with_('[sea, air]', ', where: { how: [air, rail] }')).toEqual([]);
    // Every event has it, and says one of them.
    expect(with_('[sea, air, rail]', '')).toEqual(['always-true']);
    expect(with_('[sea, air]', '')).toEqual([]);
  });

  test('all that a field may be says no more than that it is there, whether every event has it or not', () => {
    const events = 'sent: { says: 发运, data: { how: { says: 方式, one-of: { sea: 海运, air: 空运 }, optional: yes } } }\n';
    const facts = 'how: { says: 方式, field: how, of: this, question: 怎样发运的, by: 法务部 }\nsentOn: { says: 发运日, moment: this }\n';
    const always = (list: string): number => {
      const rule = `clause: 一\nrule: stock\ntitle: 备货\nkind: prohibition\nbearer: seller\neach: sent\nwhen: { fact: how, operator: one-of, value: ${list} }\nbreached: { fact: sentOn, operator: happened, value: yes }\n`;
      return lintSample({ events, facts, rule }).filter(({ code }) => code === 'always-true').length;
    };
    expect(always('[sea, air]')).toBe(1);
    expect(always('[air]')).toBe(0);
  });
});

const DUTY = 'clause: 一\nrule: stock\ntitle: 备货\nkind: duty\nbearer: seller\n';
const BAN = DUTY.replace('duty', 'prohibition');
const cut = (fact: string, operator: string, value: string): string => `{ fact: ${fact}, operator: ${operator}, value: ${value} }`;

describe('branches beside when', () => {
  const when = `when: ${cut('pieces', 'more-than', '1')}\n`;
  test('an alternative that cannot be', () => {
    expect(
      said({ rule: `${BAN}${when}breached: { any: [${cut('paying', 'after', '{ fact: due }')}, ${cut('pieces', 'equals', '0')}] }\n` }),
    ).toEqual([expect.stringContaining('contradicts-when 规则 stock：breached 的“件数等于0”与 when 不能同时成立')]);
  });
  test('one within what is required', () => {
    const inner = `{ any: [${cut('pieces', 'equals', '0')}, ${cut('court', 'is', '某地')}] }`;
    expect(said({ rule: `${BAN}${when}breached: { all: [${cut('paying', 'after', '{ fact: due }')}, ${inner}] }\n` })).toEqual([
      expect.stringContaining('“件数等于0”与 when 不能同时成立'),
    ]);
  });
  test('a requirement that is there already', () => {
    expect(
      said({ rule: `${DUTY}${when}met: { all: [${cut('paying', 'before', '{ fact: due }')}, ${cut('pieces', 'more-than', '0')}] }\n` }),
    ).toEqual([expect.stringContaining('follows-from-when 规则 stock：只要 when 成立，met 的“件数超过0”就必然成立')]);
  });
});

describe('met and breached', () => {
  const duty = (met: string, breached: string, when = ''): readonly string[] =>
    said({ rule: `${DUTY}${when}met: ${met}\nbreached: ${breached}\n` });
  const [two, less, more] = [cut('pieces', 'at-least', '2'), cut('pieces', 'less-than', '2'), cut('pieces', 'more-than', '2')];
  const paid = cut('paying', 'happened', 'yes');
  test.each([
    ['the same', two, two, 'breached 与 met 是同一个条件'],
    ['the same in another order', `{ all: [${two}, ${paid}] }`, `{ all: [${paid}, ${two}] }`, 'breached 与 met 是同一个条件'],
    ['the same by its negation', two, `{ not: ${less} }`, 'breached 与 met 是同一个条件'],
    ['a breach within what is met', two, more, 'breached 成立时 met 也成立'],
  ])('%s', (_name, met, breached, why) => {
    expect(duty(met, breached)).toEqual([expect.stringContaining(`status-never 规则 stock：${why}，成立即算履行，永远不会认定违反`)]);
  });
  test('what only overlaps, or excludes, is another matter', () => {
    expect(duty(two, less)).toEqual([]);
    expect(duty(two, paid)).toEqual([]);
  });
});
