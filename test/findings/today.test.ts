import { describe, expect, test } from '@jest/globals';
import { reportOf } from '../support/scenario.js';
import { SHOP } from '../support/shop.js';
import { event, rulebookOf, sourceOf, type WrittenEvent } from '../support/texts.js';

// `today` in a condition: the day on which the comparison turns is the next change, however the day asked about comes into it.

const FACTS = `soon: { says: 十日后, period: fewDays, from: today, roll: none }
earlier: { says: 十日前, period: fewDays, from: today, backward: yes, roll: none }
tomorrow: { says: 明日, day-after: today }
same: { says: 检查日, same-as: today }
endedOn: { says: 终止, first: ended }
through: { says: 至, prevailing: [endedOn, today] }
throughNext: { says: 至次日, day-after: through }
late: { says: 今日应付, day-of-month: rentDay, of: today }
paidToday: { says: 当日付款, count: paid, from: today }
paidOn: { says: 付款, first: paid }
tenDays: { says: 十日内, period: fewDays, from: paidOn, roll: none }
twoDaysOn: { says: 四十八小时内, period: someHours, from: paidOn }
left: { says: 剩余, days-between: [today, leaseTo] }
inMonths: { says: 每月, how-many: done, each: { month: calendar, from: leaseFrom, to: today } }
monthEnd: { says: 月末, end: this, whole: yes }
done: { says: 已满, holds: { fact: today, operator: on-or-after, value: { fact: monthEnd } } }
`;

const rule = (condition: string): string => `{ clause: 一, rule: r, title: 可以, kind: right, holder: seller, when: ${condition} }`;
const leaf = (fact: string, operator: string, value: string): string => rule(`{ fact: ${fact}, operator: ${operator}, value: ${value} }`);

async function next(clauses: string, asOf: string, events: readonly WrittenEvent[] = []): Promise<readonly (string | null)[]> {
  const base = {
    id: 'T-1',
    rulebook: 'shop',
    signedOn: '2023-01-03',
    parties: { buyer: { name: '某科技公司' }, seller: { name: '某通信公司' } },
    terms: {},
  };
  const report = await reportOf(
    { rulebook: rulebookOf({ rulebook: SHOP, facts: FACTS, clauses }), base: sourceOf('base.json', JSON.stringify(base)) },
    { events },
    asOf,
  );
  const [finding] = report.findings;
  return [finding!.status, finding!.nextChange, finding!.nextStatus];
}

describe('a condition on the day asked about is foreseen', () => {
  test.each<[string, string, string, (string | null)[]]>([
    ['after a day', leaf('today', 'after', '{ fact: leaseTo }'), '2023-02-01', ['inactive', '2023-12-21', 'available']],
    ['on or after a day', leaf('today', 'on-or-after', '{ fact: leaseTo }'), '2023-02-01', ['inactive', '2023-12-20', 'available']],
    ['before a day', leaf('today', 'before', '{ fact: leaseTo }'), '2023-02-01', ['available', '2023-12-20', 'inactive']],
    ['on a day', leaf('today', 'on', '{ fact: leaseTo }'), '2023-02-01', ['inactive', '2023-12-20', 'available']],
    ['the other way round', leaf('leaseTo', 'on-or-before', '{ fact: today }'), '2023-02-01', ['inactive', '2023-12-20', 'available']],
    ['under another name', leaf('same', 'on-or-after', '{ fact: leaseTo }'), '2023-12-01', ['inactive', '2023-12-20', 'available']],
    ['days ahead of it', leaf('soon', 'on-or-after', '{ fact: leaseTo }'), '2023-11-01', ['inactive', '2023-12-10', 'available']],
    ['days before it', leaf('earlier', 'on-or-after', '{ fact: leaseTo }'), '2023-12-01', ['inactive', '2023-12-30', 'available']],
    ['the day after it', leaf('tomorrow', 'on-or-after', '{ fact: leaseTo }'), '2023-12-01', ['inactive', '2023-12-19', 'available']],
    ['what lasts to it', leaf('throughNext', 'on-or-after', '{ fact: leaseTo }'), '2023-12-01', ['inactive', '2023-12-19', 'available']],
    ['a day of its month', leaf('late', 'after', '{ fact: leaseTo }'), '2023-11-05', ['inactive', '2023-12-01', 'available']],
    ['how many days are left', leaf('left', 'at-most', '{ fact: fewDays }'), '2023-11-01', ['inactive', '2023-12-10', 'available']],
    ['months through it', leaf('inMonths', 'at-least', '2'), '2023-02-15', ['inactive', '2023-02-28', 'available']],
  ])('%s', async (_name, clauses, asOf, expected) => {
    expect(await next(clauses, asOf)).toEqual(expected);
  });

  test('what was counted from it is gone the day after', async () => {
    const clauses = leaf('paidToday', 'at-least', '1');
    expect(await next(clauses, '2023-02-01', [event('p1', 'paid', '2023-02-01', { amount: 1 })])).toEqual([
      'available',
      '2023-02-02',
      'inactive',
    ]);
  });
});

describe('a right that lapses', () => {
  const clause = (lapses: string): string =>
    `{ clause: 一, rule: r, title: 可以, kind: right, holder: seller, when: { fact: paidOn, operator: happened, value: yes }, lapses: ${lapses} }`;
  const paid = [event('p1', 'paid', '2023-03-14T10:00', { amount: '1.00' })];

  test('on a day may be used through that day', async () => {
    expect(await next(clause('tenDays'), '2023-03-24', paid)).toEqual(['available', '2023-03-25', 'lapsed']);
    expect(await next(clause('tenDays'), '2023-03-25', paid)).toEqual(['lapsed', null, null]);
  });
  test('by the clock is over on its own day, as a deadline in hours is', async () => {
    expect(await next(clause('twoDaysOn'), '2023-03-15', paid)).toEqual(['available', '2023-03-16', 'lapsed']);
    expect(await next(clause('twoDaysOn'), '2023-03-16', paid)).toEqual(['lapsed', null, null]);
  });
});
