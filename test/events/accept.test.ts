import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acceptEvents, type Accepted } from '../../src/events/accept.js';
import { SHOP } from '../support/shop.js';
import { linesOf, rulebookOf } from '../support/texts.js';

const types = rulebookOf({ rulebook: SHOP }).declared.events;
const accept = (events: readonly unknown[], contracts: readonly string[] = ['A']): Accepted =>
  acceptEvents(
    linesOf(events).rows,
    contracts.map((contract) => ({ contract, types, rowNames: () => [] })),
  );
const ids = (found: Accepted, contract = 'A') => found.events.get(contract)!.map((one) => one.id);
const asides = (found: Accepted) => found.setAside.map((one) => [one.place.line, one.id, one.contract, one.reason.zh] as const);
const paid = (id: string, more: object = {}) => ({ id, type: 'paid', at: '2023-07-03', data: { amount: '100' }, ...more });

describe('repetitions', () => {
  test('the same id and content counts once, however it is spelt', () => {
    const found = accept([paid('p1'), paid('p1', { data: { amount: 100 } }), paid('p1', { contract: 'A', data: { amount: '100.00' } })]);
    expect([ids(found), found.duplicates.get('A'), found.setAside]).toEqual([['p1'], 2, []]);
  });
  test('one instant, written with two offsets', () => {
    const found = accept([
      paid('p1', { at: '2023-07-03T10:00:00+08:00' }),
      paid('p1', { at: '2023-07-03T02:00:00Z' }),
      paid('p1', { at: '2023-07-03T10:00' }),
    ]);
    expect([ids(found), found.duplicates.get('A')]).toEqual([['p1'], 2]);
  });
  test('a default written out is the same as left out', () => {
    const delivered = { id: 'd1', type: 'delivered', at: '2023-07-03' };
    expect(accept([delivered, { ...delivered, data: { pieces: 1 } }]).duplicates.get('A')).toBe(1);
  });
  test('when it was recorded decides nothing', () => {
    expect(accept([paid('p1', { recordedAt: '2023-07-04' }), paid('p1')]).duplicates.get('A')).toBe(1);
  });
  test('the same id with other content: all of that id are set aside, each with its place', () => {
    const found = accept([paid('p1'), paid('p2'), paid('p1', { data: { amount: '100.01' } }), paid('p1')]);
    expect(ids(found)).toEqual(['p2']);
    expect(asides(found).map(([line, id]) => [line, id])).toEqual([
      [1, 'p1'],
      [3, 'p1'],
      [4, 'p1'],
    ]);
    expect(found.setAside[0]!.reason.zh).toContain('两种不同内容');
  });
  test.each([
    ['another day', { at: '2023-07-04' }],
    ['a bare date and an instant of it', { at: '2023-07-03T00:00' }],
    ['another type', { type: 'reversed' }],
    ['a ref', { data: { amount: '100', ref: 'x' } }],
  ])('%s is other content', (_name, more) => {
    expect(accept([paid('p1'), paid('p1', more)]).setAside).toHaveLength(2);
  });
  test('the same id in two contracts is two events', () => {
    const found = accept([paid('p1', { contract: 'A' }), paid('p1', { contract: 'B', data: { amount: 1 } })], ['A', 'B']);
    expect([ids(found, 'A'), ids(found, 'B'), found.setAside]).toEqual([['p1'], ['p1'], []]);
  });
});

describe('set aside with a reason', () => {
  test.each([
    ['an unknown type, with the nearest', paid('p1', { type: 'payd' }), /没有“payd”这种事件，是否指“paid”/],
    ['a misspelt field, with the nearest', paid('p1', { data: { amuont: 1 } }), /没有“amuont”这一项，是否指“amount”/],
    ['a field that is required', paid('p1', { data: {} }), /缺少“金额”（amount，金额）/],
    ['money in exponents', paid('p1', { data: { amount: '1e3' } }), /“1e3”不能作为金额/],
    ['money with thousands', paid('p1', { data: { amount: '1,000.00' } }), /“1,000.00”不能作为金额/],
    ['money below zero', paid('p1', { data: { amount: '-1' } }), /不小于零/],
    ['a count with a fraction', { id: 'd', type: 'delivered', at: '2023-07-03', data: { pieces: 1.5 } }, /应为整数/],
    ['neither yes nor no', { id: 'd', type: 'delivered', at: '2023-07-03', data: { good: 'maybe' } }, /不是“是\/否”/],
    ['no such choice', { id: 'd', type: 'delivered', at: '2023-07-03', data: { by: 'air' } }, /不在可选之列：rail、road、sea/],
    ['a day that does not exist', paid('p1', { at: '2023-02-30' }), /没有 2023-02-30 这一天/],
    ['a time that does not exist', paid('p1', { at: '2023-07-03T25:00' }), /没有|不对/],
    ['another spelling of a date', paid('p1', { at: '2023/07/03' }), /写法不对/],
    ['a recordedAt that is none', paid('p1', { recordedAt: 'yesterday' }), /录入时间不可用/],
    ['no id', { type: 'paid', at: '2023-07-03', data: { amount: 1 } }, /id/],
    ['no type', { id: 'p1', at: '2023-07-03' }, /type/],
    ['a key of its own', paid('p1', { amount: 5 }), /amount/],
  ])('%s', (_name, event, reason) => {
    const found = accept([event, paid('other')]);
    expect(ids(found)).toEqual(['other']);
    expect(found.setAside).toHaveLength(1);
    expect(found.setAside[0]!.reason.zh).toMatch(reason);
    expect(found.setAside[0]!.place).toMatchObject({ file: 'events.ndjson', line: 1 });
  });

  test('a foreign contract belongs to nobody here', () => {
    expect(asides(accept([paid('p1', { contract: 'Z' })]))).toEqual([[1, 'p1', null, expect.stringContaining('不在本次检查之列')]]);
  });
  test('with one contract given, an event without one is its; with two it is nobody’s', () => {
    expect(ids(accept([paid('p1')]))).toEqual(['p1']);
    expect(asides(accept([paid('p1')], ['A', 'B']))).toEqual([[1, 'p1', null, expect.stringContaining('没有写明属于哪份合同')]]);
  });
  test('a faulty one beside a good one of the same id leaves the good one', () => {
    const found = accept([paid('p1'), paid('p1', { type: 'payd' })]);
    expect([ids(found), found.setAside.length]).toEqual([['p1'], 1]);
  });
});

test('every row is accepted, a repetition, or set aside; their order decides nothing', () => {
  const row = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    type: fc.constantFrom('paid', 'payd', 'reversed'),
    at: fc.constantFrom('2023-07-03', '2023-07-04T10:00', '2023-02-30'),
    data: fc.constantFrom({ amount: 1 }, { amount: '1.00' }, { amount: 2 }, {}),
    contract: fc.constantFrom('A', 'B', 'Z'),
  });
  fc.assert(
    fc.property(
      fc
        .array(row, { maxLength: 12 })
        .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }))),
      ([rows, shuffled]) => {
        const plain = (found: Accepted) => [
          ['A', 'B'].map((contract) => [
            found.events
              .get(contract)!
              .map((one) => [one.id, one.type, one.earliest])
              .sort(),
            found.duplicates.get(contract) ?? 0,
          ]),
          found.setAside.map((one) => [one.id, one.contract, one.reason.en]).sort(),
        ];
        const found = accept(rows, ['A', 'B']);
        const accepted = [...found.events.values()].reduce((sum, some) => sum + some.length, 0);
        const repeated = [...found.duplicates.values()].reduce((sum, n) => sum + n, 0);
        expect(accepted + repeated + found.setAside.length).toBe(rows.length);
        expect(plain(accept(shuffled, ['A', 'B']))).toEqual(plain(found));
      },
    ),
    { numRuns: 400 },
  );
});
