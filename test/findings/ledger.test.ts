import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Day } from '../../src/calendar/day.js';
import { draw, type Claim } from '../../src/findings/ledger.js';
import { decimal } from '../../src/money/money.js';
import { quantity, type Quantity } from '../../src/values/value.js';
import { written } from '../support/written.js';

const amount = (low: number, high: number | null = low): Quantity => quantity(decimal(low), high === null ? null : decimal(high));
const claim = (day: number, kind: Claim['kind'], asked: Quantity, more: Partial<Claim> = {}): Claim => ({
  day: day as Day,
  rule: 'r',
  instance: null,
  event: null,
  kind,
  from: 'provider',
  to: 'customer',
  effect: 'owed',
  asked,
  ...more,
});
const allowed = (claims: readonly Claim[], ceiling: Quantity) => draw(claims, ceiling).draws.map((one) => written(one.allowed));

describe('drawing', () => {
  test('what is retained draws, and is not claimed again', () => {
    const { draws, totals, cut } = draw(
      [claim(1, 'penalty', amount(70), { effect: 'retained' }), claim(2, 'damages', amount(80))],
      amount(100),
    );
    expect(draws.map((one) => written(one.allowed))).toEqual(['70', '30']);
    expect(totals.map((one) => [one.kind, written(one.allowed)])).toEqual([['damages', '30']]);
    expect(cut).toBe('yes');
  });
  test('by day: who comes first is served first', () => {
    expect(allowed([claim(2, 'damages', amount(80)), claim(1, 'damages', amount(50))], amount(100))).toEqual(['50', '50']);
  });
  test('on one day penalties first, then by rule id', () => {
    const claims = [
      claim(1, 'damages', amount(60), { rule: 'a' }),
      claim(1, 'penalty', amount(60), { rule: 'z' }),
      claim(1, 'penalty', amount(10), { rule: 'b' }),
    ];
    expect(draw(claims, amount(100)).draws.map((one) => [one.rule, written(one.allowed), written(one.left)])).toEqual([
      ['b', '10', '90'],
      ['z', '60', '30'],
      ['a', '30', '0'],
    ]);
  });
  test('each debtor has a ceiling of his own', () => {
    expect(
      allowed([claim(1, 'penalty', amount(90)), claim(1, 'penalty', amount(90), { from: 'customer', to: 'provider' })], amount(100)),
    ).toEqual(['90', '90']);
  });
  test('exactly the ceiling cuts nothing; a cent more does', () => {
    expect(draw([claim(1, 'penalty', amount(100))], amount(100)).cut).toBe('no');
    expect(draw([claim(1, 'penalty', amount(100.01))], amount(100)).cut).toBe('yes');
  });
  test('an open claim that may pass the ceiling leaves it open whether it cuts', () => {
    expect(draw([claim(1, 'penalty', amount(0, null))], amount(100)).cut).toBe('unknown');
    expect(draw([claim(1, 'penalty', amount(20, 80))], amount(100)).cut).toBe('no');
    expect(draw([claim(1, 'penalty', amount(120, null))], amount(100)).cut).toBe('yes');
  });
  test('what an earlier open claim may take is open for a later one', () => {
    expect(allowed([claim(1, 'penalty', amount(0, 60)), claim(2, 'damages', amount(80))], amount(100))).toEqual(['0..60', '40..80']);
  });
  test('a ceiling that is open cuts nothing for certain', () => {
    const { cut, draws } = draw([claim(1, 'penalty', amount(80))], amount(50, null));
    expect([cut, written(draws[0]!.allowed), written(draws[0]!.left)]).toEqual(['unknown', '50..80', '0..']);
  });
  test('no claims, no totals', () => {
    expect(draw([], amount(100))).toEqual({ draws: [], totals: [], cut: 'no', missing: [] });
  });
});

const cents = fc.integer({ min: 0, max: 8000 }).map((n) => n / 100);
const anyClaim = fc.record({
  day: fc.integer({ min: 1, max: 5 }),
  kind: fc.constantFrom('penalty', 'damages' as const),
  low: cents,
  more: fc.option(fc.constantFrom(0, 0, 0.01, 20, 100)),
  from: fc.constantFrom('customer', 'provider'),
  rule: fc.constantFrom('a', 'b', 'c'),
});
const claims = fc.array(anyClaim, { maxLength: 7 }).map((all) =>
  all.map((one, index) =>
    claim(one.day, one.kind, amount(one.low, one.more === null ? null : one.low + one.more), {
      rule: one.rule,
      instance: `i${index}`,
      from: one.from,
      to: one.from === 'customer' ? 'provider' : 'customer',
    }),
  ),
);
const ceilings = fc
  .record({ low: cents, more: fc.constantFrom(0, 0, 30, null) })
  .map(({ low, more }) => amount(low, more === null ? null : low + more));

describe('properties', () => {
  test('never above the ceiling, never below zero, never more than was asked', () => {
    fc.assert(
      fc.property(claims, ceilings, (all, ceiling) => {
        const { draws, totals } = draw(all, ceiling);
        for (const one of draws) {
          expect(
            one.allowed.low.gte(0) &&
              (one.allowed.high?.gte(one.allowed.low) ?? true) &&
              one.left.low.gte(0) &&
              (one.left.high?.gte(one.left.low) ?? true),
          ).toBe(true);
          expect(one.allowed.low.lte(one.asked.low) && (one.asked.high === null || one.allowed.high?.lte(one.asked.high) === true)).toBe(
            true,
          );
        }
        for (const debtor of ['customer', 'provider']) {
          const mine = draws.filter((one) => one.from === debtor);
          expect(mine.reduce((sum, one) => sum.plus(one.allowed.low), decimal(0)).lte(ceiling.low)).toBe(true);
        }
        if (ceiling.high !== null) for (const total of totals) expect(total.allowed.high?.lte(ceiling.high)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('the order in which claims are handed in is irrelevant', () => {
    fc.assert(
      fc.property(
        claims.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }))),
        ceilings,
        ([all, shuffled], ceiling) => {
          const plain = ({ draws, totals, cut }: ReturnType<typeof draw>) => [
            draws.map((one) => [one.instance, written(one.allowed), written(one.left)]),
            totals.map((one) => [one.kind, one.from, written(one.allowed)]),
            cut,
          ];
          expect(plain(draw(shuffled, ceiling))).toEqual(plain(draw(all, ceiling)));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('the ranges contain every concrete run', () => {
    const point = fc.constantFrom(0, 0.5, 1);
    fc.assert(
      fc.property(claims, ceilings, fc.array(point, { minLength: 8, maxLength: 8 }), (all, ceiling, points) => {
        const pick = (value: Quantity, at: number): Quantity => {
          const high = value.high ?? value.low.plus(500);
          const picked = value.low.plus(high.minus(value.low).times(at));
          return quantity(picked);
        };
        const concrete = draw(
          all.map((one, index) => ({ ...one, asked: pick(one.asked, points[index] ?? 0) })),
          pick(ceiling, points[7]!),
        );
        const open = draw(all, ceiling);
        const within = (inner: Quantity, outer: Quantity): boolean =>
          inner.low.gte(outer.low) && (outer.high === null || inner.low.lte(outer.high));
        concrete.draws.forEach((one, index) => {
          expect([within(one.allowed, open.draws[index]!.allowed), within(one.left, open.draws[index]!.left)]).toEqual([true, true]);
        });
        for (const total of concrete.totals) {
          const same = open.totals.find((other) => other.kind === total.kind && other.from === total.from)!;
          expect(within(total.allowed, same.allowed)).toBe(true);
        }
        if (open.cut !== 'unknown') expect(concrete.cut).toBe(open.cut);
      }),
      { numRuns: 1000 },
    );
  });
});
