import { expect, jest, test } from '@jest/globals';

// jsonpath-plus runs code that stands in a path (safety.md, A1). It comes with the engine; it must never be called.
const called = jest.fn((): never => {
  throw new Error('jsonpath-plus was called');
});
jest.mock('jsonpath-plus', () => ({ JSONPath: called }));
const { Judge } = await import('../../src/engine/judge.js');
const { Engine } = await import('json-rules-engine');
const { conditionOf } = await import('./shapes.js');

test('jsonpath-plus is never called', async () => {
  const condition = conditionOf({ all: [0, { any: [1, 2] }] });
  const { decide } = await Judge.prepare([condition]);
  expect(decide(condition, ['yes', 'unknown', 'no'])).toBe('unknown');
  expect(called).not.toHaveBeenCalled();
});

test('the trap works: the engine with its own resolver would call it', async () => {
  const engine = new Engine([{ conditions: { all: [{ fact: 'a', operator: 'equal', value: 1, path: '$.b' }] }, event: { type: 'x' } }]);
  await expect(engine.run({ a: { b: 1 } })).rejects.toThrow('jsonpath-plus was called');
  expect(called).toHaveBeenCalledTimes(1);
});
