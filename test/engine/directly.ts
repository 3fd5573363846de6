/** json-rules-engine as it comes, with its own operator and without our tables. */
import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import type { Shape } from '../../src/facts/condition.js';

/** Whether a condition holds where each leaf is true or false. */
export async function askDirectly(shape: Shape, values: readonly boolean[]): Promise<boolean> {
  const conditions = (one: Shape): NestedCondition =>
    typeof one === 'number'
      ? { fact: `f${one}`, operator: 'equal', value: true }
      : 'all' in one
        ? { all: one.all.map(conditions) }
        : { any: one.any.map(conditions) };
  const top = (typeof shape === 'number' ? { all: [conditions(shape)] } : conditions(shape)) as TopLevelCondition;
  const engine = new Engine([{ conditions: top, event: { type: 'decided' } }]);
  const { results } = await engine.run(Object.fromEntries(values.map((value, index) => [`f${index}`, value])));
  return results.length === 1;
}
