import { event } from '../../support/texts.js';
import type { Case } from './case.js';

const N = 'n: { says: 件数, sum: pieces, of: delivered }';
const AB = 'a: { says: 付款, first: paid }\nb: { says: 交货, first: delivered }';
const holds = (fact: string, operator: string, value: string): string => `holds: { fact: ${fact}, operator: ${operator}, value: ${value} }`;
const delivered = (id: string, at: string, data: Readonly<Record<string, unknown>> = {}) => event(id, 'delivered', at, data);
const paid = (at: string) => event('p1', 'paid', at, { amount: '100' });
/** 4 pieces on the 3rd, 5 on the 4th, 6 on the 5th: the limit is 5. */
const GROWING = [4, 1, 1].map((pieces, index) => delivered(`d${index + 1}`, `2023-07-0${index + 3}`, { pieces }));
const LIMIT = '{ fact: limit }';

/** Each operator once, in the form in which a condition has it. */
export const OPERATOR_CASES: readonly Case[] = [
  {
    measure: 'holds',
    shown: true,
    why: '`more-than`: the limit itself is not more',
    x: holds('n', 'more-than', LIMIT),
    with: N,
    events: GROWING,
    on: { '2023-07-04': 'no', '2023-07-05': 'yes' },
  },
  {
    measure: 'holds',
    shown: true,
    why: '`at-least`: the limit itself is enough',
    x: holds('n', 'at-least', LIMIT),
    with: N,
    events: GROWING,
    on: { '2023-07-03': 'no', '2023-07-04': 'yes' },
  },
  {
    measure: 'holds',
    shown: true,
    why: '`less-than`: the limit itself is not less',
    x: holds('n', 'less-than', LIMIT),
    with: N,
    events: GROWING,
    on: { '2023-07-03': 'yes', '2023-07-04': 'no' },
  },
  {
    measure: 'holds',
    shown: true,
    why: '`at-most`: the limit itself is within',
    x: holds('n', 'at-most', LIMIT),
    with: N,
    events: GROWING,
    on: { '2023-07-04': 'yes', '2023-07-05': 'no' },
  },
  {
    measure: 'holds',
    shown: true,
    why: '`equals`: exactly as many',
    x: holds('n', 'equals', LIMIT),
    with: N,
    events: GROWING,
    on: { '2023-07-03': 'no', '2023-07-04': 'yes', '2023-07-05': 'no' },
  },
  {
    measure: 'holds',
    shown: true,
    why: '`before`: paid before the delivery; two instants by the clock',
    x: holds('a', 'before', '{ fact: b }'),
    with: AB,
    events: [paid('2023-07-03T10:00'), delivered('d1', '2023-07-03T15:00')],
    on: { '2023-07-02': 'no', '2023-07-03': 'yes' },
  },
  {
    measure: 'holds',
    shown: true,
    why: '`on-or-before`: paid by the due day, the day itself too; nothing is said while it is not paid',
    x: holds('a', 'on-or-before', '{ fact: dueDay }'),
    with: AB,
    events: [paid('2023-07-03T23:59')],
    on: { '2023-07-02': 'no', '2023-07-03': 'yes', '2023-07-04': 'yes' },
  },
  {
    measure: 'holds',
    shown: true,
    why: '`after`: paid later than the due day, or not paid and the day has passed; not yet on the day itself',
    x: holds('a', 'after', '{ fact: dueDay }'),
    with: AB,
    events: [paid('2023-07-10')],
    on: { '2023-07-03': 'no', '2023-07-04': 'yes', '2023-07-10': 'yes' },
  },
  {
    measure: 'holds',
    shown: true,
    why: '`on-or-after`: on the day or later; what has not come counts from the day on',
    x: holds('a', 'on-or-after', '{ fact: dueDay }'),
    with: AB,
    on: { '2023-07-02': 'no', '2023-07-03': 'yes', '2023-07-04': 'yes' },
  },
  {
    measure: 'holds',
    shown: true,
    why: '`on`: on that very day',
    x: holds('a', 'on', '{ fact: dueDay }'),
    with: AB,
    events: [paid('2023-07-03T10:00')],
    on: { '2023-07-02': 'no', '2023-07-03': 'yes', '2023-07-10': 'yes' },
  },
  {
    measure: 'holds',
    shown: true,
    why: '`happened`: it has come; where the log has a gap that is not known',
    x: holds('a', 'happened', 'yes'),
    with: AB,
    coverage: { paid: '2023-07-05' },
    on: { '2023-07-05': 'no', '2023-07-06': 'unknown' },
    gaps: ['a coverage paid 2023-07-06'],
  },
  {
    measure: 'holds',
    shown: true,
    why: '`is`: of a choice, or of yes/no',
    x: holds('c', 'is', 'storm'),
    with: 'c: { says: 停工原因, last: stopped, field: cause }',
    events: [event('s1', 'stopped', '2023-07-03', { cause: 'seller' }), event('s2', 'stopped', '2023-07-05', { cause: 'storm' })],
    on: { '2023-07-02': 'no', '2023-07-03': 'no', '2023-07-05': 'yes' },
  },
  {
    measure: 'holds',
    shown: true,
    why: '`one-of`: any of several choices',
    x: holds('c', 'one-of', '[storm, buyer]'),
    with: 'c: { says: 停工原因, last: stopped, field: cause }',
    events: [event('s1', 'stopped', '2023-07-03', { cause: 'seller' }), event('s2', 'stopped', '2023-07-05', { cause: 'storm' })],
    on: { '2023-07-03': 'no', '2023-07-05': 'yes' },
  },
];
