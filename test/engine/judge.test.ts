import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EngineError, Judge } from '../../src/engine/judge.js';
import type { Shape } from '../../src/facts/condition.js';
import type { Truth } from '../../src/values/truth.js';
import { askDirectly } from './directly.js';
import { conditionOf, countLeaves, kleene, shapes } from './shapes.js';

const truths = (count: number) => fc.array(fc.constantFrom<Truth[]>('yes', 'no', 'unknown'), { minLength: count, maxLength: count });
const withLeaves = shapes.chain((shape) =>
  fc.tuple(fc.constant(shape), fc.array(truths(countLeaves(shape)), { minLength: 8, maxLength: 8 })),
);

describe('json-rules-engine behind its tables', () => {
  test("says what Kleene's tables say, unknown leaves and all", async () => {
    let cases = 0;
    const found = { yes: 0, no: 0, unknown: 0 };
    await fc.assert(
      fc.asyncProperty(withLeaves, async ([shape, assignments]) => {
        const condition = conditionOf(shape);
        const { decide } = await Judge.prepare([condition]);
        for (const leaves of assignments) {
          const said = decide(condition, leaves);
          expect(said).toBe(kleene(shape, leaves));
          cases += 1;
          found[said] += 1;
        }
      }),
      { numRuns: 250 },
    );
    // Otherwise the cases would prove little.
    expect(Math.min(found.yes, found.no, found.unknown) / cases).toBeGreaterThan(0.1);
  });

  test('every assignment of every small condition', async () => {
    const small: readonly Shape[] = [
      0,
      { all: [0] },
      { any: [0] },
      { all: [0, 1] },
      { any: [0, 1] },
      { all: [0, { any: [1, 2] }] },
      { any: [0, { all: [1, 2] }] },
      { all: [{ any: [0, 1] }, { any: [2, 3] }] },
    ];
    const { decide } = await Judge.prepare(small.map(conditionOf));
    const ALL: readonly Truth[] = ['yes', 'no', 'unknown'];
    for (const shape of small) {
      const assignments = Array.from({ length: countLeaves(shape) }).reduce<Truth[][]>(
        (some) => some.flatMap((one) => ALL.map((truth) => [...one, truth])),
        [[]],
      );
      for (const leaves of assignments) expect(decide(conditionOf(shape), leaves)).toBe(kleene(shape, leaves));
    }
  });

  test('the whole condition as one rule of the engine gives the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        shapes.chain((shape) =>
          fc.tuple(fc.constant(shape), fc.array(fc.boolean(), { minLength: countLeaves(shape), maxLength: countLeaves(shape) })),
        ),
        async ([shape, values]) => {
          const condition = conditionOf(shape);
          const { decide } = await Judge.prepare([condition]);
          const leaves = values.map((value): Truth => (value ? 'yes' : 'no'));
          expect(decide(condition, leaves)).toBe((await askDirectly(shape, values)) ? 'yes' : 'no');
        },
      ),
      { numRuns: 250 },
    );
  });

  test('more than six leaves in one group are judged in parts', async () => {
    const wide: Shape = { any: Array.from({ length: 40 }, (_, index) => index) };
    const deep: Shape = { all: [{ any: [0, 1, 2, 3, 4, 5, 6, 7] }, { any: [{ all: [8, 9, 10, 11, 12, 13, 14] }, 15] }, 16] };
    const { decide } = await Judge.prepare([conditionOf(wide), conditionOf(deep)]);
    const none = (count: number): Truth[] => Array.from({ length: count }, (): Truth => 'no');
    expect(decide(conditionOf(wide), none(40))).toBe('no');
    for (const at of [0, 5, 6, 35, 36, 39]) {
      expect(decide(conditionOf(wide), none(40).with(at, 'yes'))).toBe('yes');
      expect(decide(conditionOf(wide), none(40).with(at, 'unknown'))).toBe('unknown');
    }
    expect(decide(conditionOf(deep), none(17).with(7, 'yes').with(15, 'unknown').with(16, 'yes'))).toBe('unknown');
    expect(decide(conditionOf(deep), none(17).with(7, 'yes').with(15, 'unknown'))).toBe('no');
  });

  test('a condition that was not prepared is an error, not a verdict', async () => {
    const { decide } = await Judge.prepare([conditionOf({ all: [0, 1] })]);
    expect(() => decide(conditionOf({ any: [0, 1] }), ['yes', 'yes'])).toThrow(EngineError);
  });
});
