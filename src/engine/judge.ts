/**
 * json-rules-engine decides, and is walled in here. A condition is in normal form and monotone, so its verdict depends only on the truth of
 * its leaves: the engine is asked once for each combination, and its answers are kept as a decision table. An unknown leaf is read once as
 * false (is it certainly so?) and once as true (may it be so?).
 */
import { Engine, type TopLevelCondition, type NestedCondition } from 'json-rules-engine';
import type { LinkedCondition, Shape } from '../facts/condition.js';
import type { Truth } from '../values/truth.js';

/** A table of the engine's answers; bit i of an index is leaf i. */
type Table = Uint8Array;

/** Larger conditions are judged group by group, so that a table never has more than 2^6 answers. */
const MOST_LEAVES = 6;

/** A condition, or a part of one, that one table decides; `inputs` are leaves, or further parts. */
interface Part {
  readonly key: string;
  readonly shape: Shape;
  readonly inputs: readonly (number | Part)[];
}

export class EngineError extends Error {}

/** What the engine answered once of a shape it answers always. */
const answered = new Map<string, Table>();

export class Judge {
  readonly #tables: ReadonlyMap<string, Table>;
  readonly #parts = new Map<string, Part>();

  private constructor(tables: ReadonlyMap<string, Table>) {
    this.#tables = tables;
  }

  /** Has the engine fill the tables of these conditions. */
  static async prepare(conditions: readonly LinkedCondition[]): Promise<Judge> {
    const parts = new Map<string, Part>();
    const collect = (part: Part): void => {
      parts.set(part.key, part);
      for (const input of part.inputs) if (typeof input !== 'number') collect(input);
    };
    for (const condition of conditions) collect(partOf(condition.shape));
    const tables = new Map<string, Table>();
    for (const part of parts.values()) {
      const table = answered.get(part.key) ?? (await fill(part));
      answered.set(part.key, table);
      tables.set(part.key, table);
    }
    return new Judge(tables);
  }

  /** What the condition says, given what its leaves say. */
  decide = (condition: LinkedCondition, leaves: readonly Truth[]): Truth => {
    let part = this.#parts.get(condition.key);
    if (part === undefined) {
      part = partOf(condition.shape);
      this.#parts.set(condition.key, part);
    }
    if (this.#read(part, leaves, 'no')) return 'yes';
    return this.#read(part, leaves, 'yes') ? 'unknown' : 'no';
  };

  #read(part: Part, leaves: readonly Truth[], unknownAs: 'yes' | 'no'): boolean {
    const table = this.#tables.get(part.key);
    if (table === undefined) throw new EngineError(`no table for ${part.key}`);
    let index = 0;
    for (const [bit, input] of part.inputs.entries()) {
      const found = typeof input === 'number' ? leaves[input] : this.#read(input, leaves, unknownAs) ? 'yes' : 'no';
      if ((found === 'unknown' ? unknownAs : found) === 'yes') index |= 1 << bit;
    }
    return table[index] === 1;
  }
}

const leavesIn = (shape: Shape): number[] =>
  typeof shape === 'number' ? [shape] : ('all' in shape ? shape.all : shape.any).flatMap(leavesIn);

function partOf(shape: Shape): Part {
  const leaves = leavesIn(shape);
  if (leaves.length <= MOST_LEAVES) return named(renumber(shape, leaves), leaves);
  if (typeof shape === 'number') return named(0, [shape]);
  const kind = 'all' in shape ? 'all' : 'any';
  let members = ('all' in shape ? shape.all : shape.any).map(partOf);
  while (members.length > MOST_LEAVES) {
    const groups: Part[] = [];
    for (let i = 0; i < members.length; i += MOST_LEAVES) groups.push(group(kind, members.slice(i, i + MOST_LEAVES)));
    members = groups;
  }
  return group(kind, members);
}

const group = (kind: 'all' | 'any', members: readonly Part[]): Part => {
  const numbers = members.map((_, index) => index);
  return named(kind === 'all' ? { all: numbers } : { any: numbers }, members);
};

const named = (shape: Shape, inputs: readonly (number | Part)[]): Part => ({ key: JSON.stringify(shape), shape, inputs });

/** Leaves numbered from 0 within the part. */
function renumber(shape: Shape, leaves: readonly number[]): Shape {
  if (typeof shape === 'number') return leaves.indexOf(shape);
  return 'all' in shape ? { all: shape.all.map((one) => renumber(one, leaves)) } : { any: shape.any.map((one) => renumber(one, leaves)) };
}

const leafName = (index: number): string => `leaf${index}`;

function conditions(shape: Shape): NestedCondition {
  if (typeof shape === 'number') return { fact: leafName(shape), operator: 'holds', value: true };
  return 'all' in shape ? { all: shape.all.map(conditions) } : { any: shape.any.map(conditions) };
}

async function fill(part: Part): Promise<Table> {
  const count = part.inputs.length;
  const table = new Uint8Array(1 << count);
  const top = typeof part.shape === 'number' ? { all: [conditions(part.shape)] } : (conditions(part.shape) as TopLevelCondition);
  for (let index = 0; index < table.length; index += 1) {
    const facts: Record<string, boolean> = {};
    for (let bit = 0; bit < count; bit += 1) facts[leafName(bit)] = (index & (1 << bit)) !== 0;
    table[index] = (await ask(top, facts)) ? 1 : 0;
  }
  return table;
}

/** One run of one rule on one engine: runs in flight on a shared engine lose results. */
async function ask(top: TopLevelCondition, facts: Record<string, boolean>): Promise<boolean> {
  const engine = new Engine([], { allowUndefinedFacts: false, pathResolver: refusePath });
  for (const name of DEFAULT_OPERATORS) engine.removeOperator(name);
  engine.addOperator('holds', (value: unknown, wanted: unknown) => {
    if (typeof value !== 'boolean') throw new EngineError('a leaf is neither true nor false');
    return value === wanted;
  });
  engine.addRule({ conditions: top, event: { type: 'decided' } });
  const { results, failureResults } = await engine.run(facts);
  if (results.length + failureResults.length !== 1) throw new EngineError('the engine lost a rule');
  return results.length === 1;
}

/** The library's default resolver runs code that stands in a path; ours refuses all of them. */
function refusePath(): never {
  throw new EngineError('paths are not part of the rule language');
}

const DEFAULT_OPERATORS = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
];
