import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { check } from '../../src/check.js';
import { calendar, dayOf } from '../support/bench.js';
import { event, linesOf, rulebookOf, sourceOf } from '../support/texts.js';
import { CONTRACT, EVENTS, reportOn } from './data.js';

const digestOf = async (events: string): Promise<string> => (await reportOn('2023-10-12', CONTRACT, events)).dataQuality.digest;
const lines = EVENTS.trim().split('\n');

test('the events used have one digest, whatever their order and layout', async () => {
  const digest = await digestOf(EVENTS);
  expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(await digestOf([...lines].reverse().join('\n'))).toBe(digest);
  const turned = lines.map((line) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(line) as object).reverse())));
  expect(await digestOf(turned.join('\n'))).toBe(digest);
  expect(await digestOf(`${EVENTS}${lines[0]}\n`)).toBe(digest);
});

test('a value spelt otherwise is the same value', async () => {
  const spelt = EVENTS.replace('"2000.00"', '2000');
  expect(spelt).not.toBe(EVENTS);
  expect(await digestOf(spelt)).toBe(await digestOf(EVENTS));
});

test('one that is changed, left out or added has another', async () => {
  const changed = EVENTS.replace('"2000.00"', '"2000.01"');
  expect(changed).not.toBe(EVENTS);
  const all = [EVENTS, changed, lines.slice(1).join('\n'), `${EVENTS}${(lines[0] ?? '').replace(/"id": ?"[^"]*"/, '"id":"other"')}\n`];
  const digests = await Promise.all(all.map(digestOf));
  expect(new Set(digests).size).toBe(all.length);
});

/** As the README says it, without the program: keys sorted, no blanks. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}
const naive = (value: unknown): string => `sha256:${createHash('sha256').update(canonical(value)).digest('hex')}`;

test('whoever has the event files makes the digest again from the shape that the README describes', async () => {
  const rulebook = `
rulebook: parts
version: 1.0.0
title: 零件
parties: { a: { says: 甲 }, b: { says: 乙 } }
terms: {}
events:
  sent:
    says: 发货
    data:
      pieces: { says: 件数, type: count }
      price: { says: 价款, type: money }
      due: { says: 应到日, type: date }
      left: { says: 离港, type: instant }
      held: { says: 保留, type: duration }
      sound: { says: 完好, type: yes/no }
      way: { says: 方式, one-of: { sea: 海运, rail: 铁路 } }
      note: { says: 备注, type: text, default: 无 }
      weight: { says: 重量, type: count, optional: yes }
  arrived: { says: 到货, answers: sent }
clauses: [一]
`;
  const data = {
    pieces: 12,
    price: '2000.50',
    due: '2024-03-05',
    left: '2024-03-01T10:00:00+08:00',
    held: 'P1Y2M',
    sound: 'yes',
    way: 'sea',
  };
  const facts = 'so: { says: 是否, count: sent }\n';
  const clauses = '{ clause: 一, rule: r, title: 甲, kind: prohibition, bearer: a, breached: { fact: so, operator: more-than, value: 2 } }';
  const events = [
    event('z', 'arrived', '2024-03-02', { ref: 's1' }),
    event('s1', 'sent', '2024-03-01T10:00:00+08:00', data),
    event('a', 'arrived', '2024-03-02'),
  ];
  const contract = {
    id: 'P-1',
    rulebook: 'parts',
    signedOn: '2024-01-01',
    parties: { a: { name: '某甲' }, b: { name: '某乙' } },
    terms: {},
  };
  const [report] = await check({
    contracts: [sourceOf('contract.json', JSON.stringify(contract))],
    rulebooks: new Map([['parts', rulebookOf({ rulebook, facts, clauses })]]),
    events: linesOf(events).rows,
    unread: [],
    asOf: dayOf('2024-03-05'),
    calendar,
  });

  const left = Date.parse('2024-03-01T10:00:00+08:00');
  const from = Date.parse('2024-03-02T00:00:00+08:00');
  const until = Date.parse('2024-03-03T00:00:00+08:00') - 1;
  const sent = {
    pieces: '12',
    price: '2000.5',
    due: ['day', Date.parse('2024-03-05T00:00:00Z') / 86_400_000],
    left: ['instant', left],
    held: [14, 0],
    sound: 'yes',
    way: ['sea'],
    note: ['无'],
  };
  expect(report?.dataQuality.setAside).toEqual([]);
  expect(report?.dataQuality.digest).toBe(
    naive([
      ['s1', naive(['sent', left, left, null, sent])],
      ['a', naive(['arrived', from, until, null, {}])],
      ['z', naive(['arrived', from, until, 's1', {}])],
    ]),
  );
});
