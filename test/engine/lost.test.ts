import { expect, jest, test } from '@jest/globals';

// Two runs at once on one engine lose rules with no error (safety.md, A3); so would a rule that calls stop().
jest.unstable_mockModule('json-rules-engine', () => ({
  Engine: class {
    removeOperator(): void {}
    addOperator(): void {}
    addRule(): void {}
    run(): Promise<unknown> {
      return Promise.resolve({ results: [], failureResults: [] });
    }
  },
}));
const { EngineError, Judge } = await import('../../src/engine/judge.js');
const { conditionOf } = await import('./shapes.js');

test('a result that the engine lost is an error, not a "no"', async () => {
  await expect(Judge.prepare([conditionOf({ all: [0, 1] })])).rejects.toThrow(EngineError);
});
