/** Every condition of a report, put to json-rules-engine itself as one rule: what the tables made of the leaves is what the engine makes of them. */
import type { Shape } from '../../src/facts/condition.js';
import type { Condition, Leaf, Report } from '../../src/schema-types/report.js';
import { askDirectly } from '../engine/directly.js';

type Holds = Leaf['holds'];

const RANK: Readonly<Record<Holds, number>> = { no: 0, unknown: 1, yes: 2 };

/** What has been asked already: few conditions differ in more than whose they are. */
export class EngineItself {
  readonly #said = new Map<string, Holds>();

  /** Conditions that the engine decides otherwise, in words; empty: none. */
  async differences({ findings }: Report): Promise<readonly string[]> {
    const found: string[] = [];
    for (const { rule, instance, trace } of findings)
      for (const { name, exemption, holds, tree } of trace.conditions) {
        const engine = await this.#decide(tree);
        // Who must prove an exemption, and whether what it rests on lasts, can only take from what its own condition says.
        const agrees = exemption === null ? holds === engine : RANK[holds] <= RANK[engine];
        if (!agrees) found.push(`${rule} ${instance ?? ''} ${name}: ${holds}, the engine itself ${engine}`);
      }
    return found;
  }

  /** How many conditions with different leaves were asked about. */
  get asked(): number {
    return this.#said.size;
  }

  /** Read once with unknown as false and once as true: leaves carry their own negation, so nothing else can come between. */
  async #decide(tree: Condition): Promise<Holds> {
    const leaves: Holds[] = [];
    const shape = shapeOf(tree, leaves);
    const key = JSON.stringify([shape, leaves]);
    const known = this.#said.get(key);
    if (known !== undefined) return known;
    const least = await askDirectly(
      shape,
      leaves.map((leaf) => leaf === 'yes'),
    );
    const most = await askDirectly(
      shape,
      leaves.map((leaf) => leaf !== 'no'),
    );
    const said = least ? 'yes' : most ? 'unknown' : 'no';
    this.#said.set(key, said);
    return said;
  }
}

function shapeOf(tree: Condition, leaves: Holds[]): Shape {
  if (tree.kind === 'leaf') return leaves.push(tree.holds) - 1;
  const of = tree.of.map((one) => shapeOf(one, leaves));
  return tree.kind === 'all' ? { all: of } : { any: of };
}
