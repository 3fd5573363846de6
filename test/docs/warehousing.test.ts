import { describe, expect, test } from '@jest/globals';
import { failuresOf, type Scenario } from '../support/scenario.js';
import { warehousing } from './warehousing.js';

const given = warehousing();
const rules = [...new Set(given.rulebook.examples.map(({ rule }) => rule))];

describe.each(rules)('%s', (rule) => {
  const examples = given.rulebook.examples
    .filter((one) => one.rule === rule)
    .map(({ example }) => [`${example.id} ${example.title ?? ''}`, example as unknown as Scenario] as const);

  test.each(examples)('%s', async (_name, example) => {
    expect(await failuresOf(given, example, rule)).toEqual([]);
  });
});
