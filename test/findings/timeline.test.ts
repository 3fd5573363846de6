import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Day } from '../../src/calendar/day.js';
import { Timeline } from '../../src/findings/timeline.js';

// A world that changes on some days because something happened (moves), and on others by itself (watched: seen some days ahead).
const world = fc.record({
  start: fc.integer({ min: 0, max: 10 }),
  moves: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 8 }),
  changes: fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom('a', 'b', 'c')), { maxLength: 10 }),
});

const setUp = ({ start, moves, changes }: { start: number; moves: number[]; changes: [number, string][] }) => {
  const inOrder = [...changes].sort((a, b) => a[0] - b[0]);
  const valueOn = (day: number): string => inOrder.filter(([on]) => on <= day).at(-1)?.[1] ?? 'a';
  const seen: number[] = [];
  const observe = (day: Day) => {
    seen.push(day);
    // A change that is not an event's is foreseen from every day on which it is looked at.
    return { value: valueOn(day), watched: new Set(inOrder.map(([on]) => on).filter((on) => on > day)) };
  };
  return {
    valueOn,
    seen,
    timeline: new Timeline(
      start as Day,
      [...moves].sort((a, b) => a - b),
      observe,
      (a, b) => a === b,
    ),
  };
};

test('it says what a walk from day to day says', () => {
  fc.assert(
    fc.property(world, fc.integer({ min: 0, max: 70 }), (given, until) => {
      const { timeline, valueOn } = setUp(given);
      const naive: { from: number; value: string }[] = [];
      for (let day = given.start; day <= until; day += 1)
        if (naive.at(-1)?.value !== valueOn(day)) naive.push({ from: day, value: valueOn(day) });
      expect(timeline.through(until as Day)).toEqual(naive);
      for (let day = 0; day <= until; day += 7) expect(timeline.on(day as Day)).toEqual(naive.findLast((stretch) => stretch.from <= day));
    }),
    { numRuns: 1000 },
  );
});

test('asked in any order it says the same, and looks at no day twice', () => {
  fc.assert(
    fc.property(world, fc.array(fc.integer({ min: 0, max: 70 }), { minLength: 2, maxLength: 6 }), (given, days) => {
      const { timeline, seen } = setUp(given);
      const found = days.map((day) => timeline.on(day as Day));
      const fresh = days.map((day) => setUp(given).timeline.on(day as Day));
      expect(found).toEqual(fresh);
      expect(new Set(seen).size).toBe(seen.length);
    }),
    { numRuns: 500 },
  );
});

test('a change that comes back within two looks is not missed', () => {
  const { timeline } = setUp({
    start: 0,
    moves: [],
    changes: [
      [5, 'b'],
      [6, 'a'],
      [9, 'c'],
    ],
  });
  expect(timeline.through(20 as Day).map((stretch) => `${stretch.from}${stretch.value}`)).toEqual(['0a', '5b', '6a', '9c']);
});
