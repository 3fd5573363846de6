import { describe, expect, test } from '@jest/globals';
import { formatProblem } from '../../src/input/problem.js';
import { SHOP } from '../support/shop.js';
import { problemsOf, rulebookOf, type RulebookText } from '../support/texts.js';

const FACTS = `firstDay: { says: 首日, start: this }
due: { says: 交期, item: due }
soFar: { says: 累计, running: rent }
n: { says: 件, sum: pieces, of: delivered }
by: { says: 承运, last: delivered, field: by }
cause: { says: 原因, field: cause, of: this }
stormy: { says: 风暴, holds: { fact: cause, operator: is, value: storm } }
`;
const RIGHT = 'clause: 一\nrule: may\ntitle: 可以\nkind: right\nholder: seller\n';
const problems = (text: Partial<RulebookText>) => problemsOf(() => rulebookOf({ rulebook: SHOP, facts: FACTS, clauses: RIGHT, ...text }));
const fact = (measure: string): Partial<RulebookText> => ({ facts: `${FACTS}x: { says: 甲, ${measure} }\n` });
const rule = (...lines: readonly string[]): Partial<RulebookText> => ({ clauses: `${RIGHT}${lines.join('\n')}\n` });
const MONTHS = 'each: { month: calendar, from: leaseFrom, to: leaseTo }';
const onDay = (name: string): string => `when: { fact: ${name}, operator: happened, value: yes }`;

test('without a mistake it links', () => {
  expect(problems(rule(MONTHS, onDay('firstDay')))).toEqual([]);
  expect(problems(rule('each: { item: lots }', onDay('due')))).toEqual([]);
  expect(problems(rule('each: { item: lots, month: calendar, from: due }', onDay('due')))).toEqual([]);
  expect(problems(rule('each: { item: lots, every: fewDays, from: leaseFrom, to: due }', onDay('firstDay')))).toEqual([]);
});

describe('each mistake with its code, its place and what would be right', () => {
  test.each<[string, Partial<RulebookText>, string, RegExp]>([
    ['a span that there is not', rule('each: { week: calendar, from: leaseFrom }'), 'clauses/rules.yaml:6:7 wrong-type', /./],
    ['another calendar', rule('each: { month: lunar, from: leaseFrom }'), 'clauses/rules.yaml:6:16 not-a-choice', /calendar/],
    ['no day from which on', rule('each: { month: calendar, to: leaseTo }'), 'clauses/rules.yaml:6:1 missing-key', /from/],
    ['from what is no day', rule('each: { month: calendar, from: price }'), 'clauses/rules.yaml:6:32 type-mismatch', /^$/],
    [
      'a name that there is not',
      rule('each: { month: calendar, from: leaseForm }'),
      'clauses/rules.yaml:6:32 unknown-name',
      /是否指“leaseFrom”/,
    ],
    ['two spans at once', rule('each: { month: calendar, year: calendar, from: leaseFrom }'), 'clauses/rules.yaml:6:7 wrong-type', /./],
    ['a period of money', rule('each: { every: price, from: leaseFrom }'), 'clauses/rules.yaml:6:16 type-mismatch', /日、月、年/],
    ['a period of hours', rule('each: { every: someHours, from: leaseFrom }'), 'clauses/rules.yaml:6:16 type-mismatch', /日、月、年/],
    ['rows of what is no list', rule('each: { item: price }'), 'clauses/rules.yaml:6:15 type-mismatch', /^$/],
    ['rows without a name', rule('each: { item: bands }'), 'clauses/rules.yaml:6:15 type-mismatch', /第一列为文字/],
    ['a list that there is not', rule('each: { item: lost }'), 'clauses/rules.yaml:6:15 unknown-name', /是否指“lots”/],
    ['bounds of rows', rule('each: { item: lots, from: leaseFrom }'), 'clauses/rules.yaml:6:7 wrong-type', /item/],
    [
      'months of rows from a day that these rows do not have',
      rule('each: { item: items, month: calendar, from: due }'),
      'clauses/rules.yaml:6:29 does-not-apply',
      /each/,
    ],
    ['months from a day of no row', rule('each: { month: calendar, from: due }'), 'clauses/rules.yaml:6:7 does-not-apply', /each/],
    ['this month where there is none', rule(onDay('firstDay')), 'clauses/rules.yaml:6:7 does-not-apply', /each/],
    [
      'an event that is not what the fact asks about',
      {
        ...rule('each: delivered', 'when: { fact: resumedAt, operator: happened, value: yes }'),
        facts: `${FACTS}resumedAt: { says: 恢复, answer: resumed }\n`,
      },
      'clauses/rules.yaml:6:7 not-an-answer',
      /each: stopped/,
    ],
    ['this month of an event', rule('each: stopped', onDay('firstDay')), 'clauses/rules.yaml:7:7 does-not-apply', /each/],
    [
      'this month of a row',
      rule('each: { item: lots }', onDay('firstDay')),
      'clauses/rules.yaml:7:7 does-not-apply',
      /item: lots, month: calendar/,
    ],
    ['this row of a month', rule(MONTHS, onDay('due')), 'clauses/rules.yaml:7:7 does-not-apply', /each/],
    [
      'this event of a month',
      rule(MONTHS, 'when: { fact: stormy, operator: is, value: yes }'),
      'clauses/rules.yaml:7:7 does-not-apply',
      /each/,
    ],
    ['a column that this list does not have', rule('each: { item: items }', onDay('due')), 'clauses/rules.yaml:7:7 does-not-apply', /each/],
    [
      'those before it where there are none',
      rule('when: { fact: soFar, operator: more-than, value: { fact: rent } }'),
      'clauses/rules.yaml:6:7 does-not-apply',
      /each/,
    ],
    [
      'a fact of this event asked of each month',
      fact('some: stormy, each: { month: calendar, from: leaseFrom }'),
      'facts.yaml:8:21 does-not-apply',
      /each/,
    ],
    [
      'bounds beside months',
      fact('altogether: rent, each: { month: calendar, from: leaseFrom }, from: leaseFrom'),
      'facts.yaml:8:83 not-allowed',
      /each/,
    ],
    ['a column that no list has', fact('item: amuont'), 'facts.yaml:8:21 no-such-column', /是否指“amount”/],
    ['a row of a list without names', fact('in-row: n, in: bands, row: lotName'), 'facts.yaml:8:30 type-mismatch', /第一列为文字/],
    ['a row named by money', fact('in-row: due, in: lots, row: price'), 'facts.yaml:8:43 type-mismatch', /行的名称/],
    ['a fact of another list’s row', fact('in-row: due, in: items, row: lotName'), 'facts.yaml:8:23 does-not-apply', /each/],
    [
      'a band with two limits',
      fact('band: n, in: bands, at-most: limit, less-than: limit, gives: share'),
      'facts.yaml:8:21 missing-key',
      /less-than、at-most、at-least、more-than/,
    ],
    [
      'a band without a limit',
      fact('band: n, in: bands, gives: share'),
      'facts.yaml:8:21 missing-key',
      /less-than、at-most、at-least、more-than/,
    ],
    ['a band of another unit', fact('band: rent, in: bands, at-most: limit, gives: share'), 'facts.yaml:8:47 unit-mismatch', /^$/],
    ['a band that gives nothing', fact('band: n, in: bands, at-most: limit'), 'facts.yaml:8:1 wrong-type', /gives: <名称>/],
    ['a missing column looked up', fact('look-up: fees, in: carriage, where: { by: by }'), 'facts.yaml:8:24 no-such-column', /是否指“fee”/],
    [
      'looked up by a missing column',
      fact('look-up: fee, in: carriage, where: { bye: by }'),
      'facts.yaml:8:57 no-such-column',
      /是否指“by”/,
    ],
    ['looked up by another type', fact('look-up: fee, in: carriage, where: { by: rent }'), 'facts.yaml:8:56 type-mismatch', /^$/],
    ['looked up by nothing', fact('look-up: fee, in: carriage'), 'facts.yaml:8:1 missing-key', /where/],
    ['a choice missing', fact('according-to: by, choices: { rail: 1, road: 2 }'), 'facts.yaml:8:42 unknown-alternative', /rail、road、sea/],
    [
      'a choice too many',
      fact('according-to: by, choices: { rail: 1, road: 2, sea: 0, air: 1 }'),
      'facts.yaml:8:70 unknown-alternative',
      /rail、road、sea/,
    ],
    ['choices of two types', fact('according-to: by, choices: { rail: rent, road: span, sea: 0 }'), 'facts.yaml:8:42 unit-mismatch', /^$/],
    ['by what is no choice', fact('according-to: rent, choices: { yes: 1, no: 2 }'), 'facts.yaml:8:29 type-mismatch', /选项或是否/],
    ['a state that nothing ends', fact('downtime: paid'), 'facts.yaml:8:25 not-an-answer', /answers/],
    ['an exception that nothing ends', fact('downtime: stopped, except: paid'), 'facts.yaml:8:42 not-an-answer', /answers/],
    ['an exception by a number', fact('downtime: stopped, except: { event: checked, only-if: n }'), 'facts.yaml:8:69 type-mismatch', /^$/],
    ['cents of pieces', fact('whole: n, to: cent'), 'facts.yaml:8:29 unit-mismatch', /^$/],
    ['another rounding', fact('whole: n, rounding: half'), 'facts.yaml:8:35 not-a-choice', /down、up、nearest/],
    [
      'interest by a ratio that is not per day',
      fact('accrue: share, on: rent, after: leaseFrom, through: today'),
      'facts.yaml:8:23 type-mismatch',
      /ratio per days/,
    ],
    ['growth over months', fact('grown: rent, by: growth, over: someMonths'), 'facts.yaml:8:46 type-mismatch', /年数/],
    ['a day of the month of a sum', fact('day-of-month: rent'), 'facts.yaml:8:29 type-mismatch', /几号/],
    ['money per tonne per month added to money', fact('add: [storage, price]'), 'facts.yaml:8:20 unit-mismatch', /multiply 或 divide/],
    [
      'one of the two units left out',
      fact('add: [q, price] }\nq: { says: 乙, multiply: [storage, load]'),
      'facts.yaml:8:20 unit-mismatch',
      /multiply 或 divide/,
    ],
    [
      'a unit that is not declared',
      { rulebook: SHOP.replace('type: tonne,', 'type: ton,') },
      'rulebook.yaml:26:33 type-mismatch',
      /rules\/README/,
    ],
    [
      'an event that names a row of no list',
      { rulebook: SHOP.replace('item: lots', 'item: price') },
      'rulebook.yaml:51:57 type-mismatch',
      /第一列为文字/,
    ],
    [
      'an event that names a row of a list without names',
      { rulebook: SHOP.replace('item: lots', 'item: bands') },
      'rulebook.yaml:51:57 type-mismatch',
      /第一列为文字/,
    ],
    ['an answer to a type that there is not', fact('answered: stoped'), 'facts.yaml:8:25 unknown-event', /是否指“stopped”/],
    [
      'opening hours that are no text',
      fact('period: openHours, from: leaseFrom, hours: price'),
      'facts.yaml:8:58 type-mismatch',
      /09:00-18:00/,
    ],
  ])('%s', (_name, text, place, repair) => {
    const all = problems(text);
    const placed = all.map((one) => `${one.place.file}:${one.place.line}:${one.place.column} ${one.code}`);
    expect(placed).toContain(place);
    const found = all[placed.indexOf(place)]!;
    expect(found.repair?.zh ?? '').toMatch(repair);
    expect(found.message.zh).toMatch(/\p{Script=Han}/u);
    for (const lang of ['zh', 'en'] as const) expect(formatProblem(found, lang)).not.toMatch(/\bat .*\.(ts|js):\d/);
  });
});
