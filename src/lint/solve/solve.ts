/**
 * Whether a condition can hold: not by trying contracts, but over the ranges of what its leaves compare. Every fact and term is a variable, cut by the
 * figures, choices, days and other variables that it is held against; operators are the very ones that judge a contract.
 */
import type { Leaf } from '../../facts/condition.js';
import type { Decimal } from '../../money/money.js';
import { OPERATORS } from '../../operators/catalogue.js';
import { allOf, anyOf, negated, truth, type Truth } from '../../values/truth.js';
import { day, quantity, type Value } from '../../values/value.js';
import { both, leavesOf, not, type Formula } from './formula.js';
import { sideOf, type Declared, type Side, type Variable } from './variable.js';
import { TODAY, worldsOf, type World } from './worlds.js';

/** More worlds than these are not walked through; then nothing is claimed. */
const MOST_WORLDS = 20_000;
const MOST_CASES = 20_000;
/** Leaves that cannot be solved may be anything, up to so many. */
const MOST_FREE = 10;

/** `unsure`: beyond the bound. */
export type CanHold = 'yes' | 'no' | 'unsure';

interface Atom {
  readonly leaf: Leaf;
  readonly x: Side;
  readonly y: Side;
}

/** What the leaves of a group of variables can say together. */
interface Group {
  readonly keys: readonly string[];
  readonly cases: readonly (readonly boolean[])[];
  readonly free: boolean;
}

/** What leaves can say together is found once for a rulebook: checks ask of the same ones again and again. */
const known = new WeakMap<Declared, Map<string, Group | undefined>>();

export class Solver {
  readonly #declared: Declared;
  readonly #groups: Map<string, Group | undefined>;

  constructor(declared: Declared) {
    this.#declared = declared;
    this.#groups = known.get(declared) ?? new Map<string, Group | undefined>();
    known.set(declared, this.#groups);
  }

  /** Whether there is a situation in which it holds. */
  canHold(formula: Formula): CanHold {
    const atoms = new Map<string, Atom>();
    for (const leaf of leavesOf(formula)) {
      const [x, y] = [sideOf(leaf.fact, this.#declared), sideOf(leaf.value, this.#declared)];
      if (x === undefined || y === undefined) return 'unsure';
      atoms.set(keyOf(leaf), { leaf, x, y });
    }
    const groups = groupsOf([...atoms.values()]).map((group) => this.#group(group));
    if (!groups.every((group) => group !== undefined)) return 'unsure';
    const found = search(formula, groups);
    return found === 'yes' && groups.some((group) => group.free) ? 'unsure' : found;
  }

  #group(atoms: readonly Atom[]): Group | undefined {
    const key = atoms.map(({ leaf }) => keyOf(leaf)).join('\n');
    if (!this.#groups.has(key)) this.#groups.set(key, casesOf(atoms));
    return this.#groups.get(key);
  }

  /** Proven: in no situation does it hold. */
  never(...all: readonly Formula[]): boolean {
    return this.canHold(both(...all)) === 'no';
  }

  /** Proven: wherever the one holds, so does the other. */
  follows(from: Formula, formula: Formula): boolean {
    return this.never(from, not(formula));
  }
}

/** The same question has the same key; a negation is asked of it afterwards. */
const keyOf = ({ fact, operator, value }: Leaf): string => `${nameOf(fact)} ${operator} ${nameOf(value)}`;

const nameOf = (operand: Leaf['fact']): string =>
  `${operand.fact === undefined ? (operand.term === undefined ? 'as' : 'term') : 'fact'}:${operand.name}`;

const variablesOf = ({ x, y }: Atom): readonly Variable[] => [x, y].flatMap((side) => (side.is === 'variable' ? [side.variable] : []));

/** Atoms that share variables, directly or through others. */
function groupsOf(atoms: readonly Atom[]): readonly (readonly Atom[])[] {
  const groups: { keys: Set<string>; atoms: Atom[] }[] = [];
  for (const atom of atoms) {
    const keys = new Set(variablesOf(atom).map((one) => one.key));
    const mine = { keys, atoms: [atom] };
    for (const group of groups.filter((one) => [...one.keys].some((key) => keys.has(key)))) {
      for (const key of group.keys) mine.keys.add(key);
      mine.atoms.unshift(...group.atoms);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(mine);
  }
  return groups.map((group) => group.atoms);
}

function casesOf(atoms: readonly Atom[]): Group | undefined {
  const keys = atoms.map(({ leaf }) => keyOf(leaf));
  const variables = new Map(atoms.flatMap(variablesOf).map((one) => [one.key, one]));
  const cases = new Map<string, readonly boolean[]>();
  let tried = 0;
  for (const world of worldsOf([...variables.values()], figuresOf(atoms), wordsOf(atoms))) {
    tried += 1;
    if (tried > MOST_WORLDS) return free(keys);
    const says = atoms.map((atom) => saidIn(atom, world));
    cases.set(says.map(Number).join(''), says);
  }
  return { keys, cases: [...cases.values()], free: false };
}

function free(keys: readonly string[]): Group | undefined {
  if (keys.length > MOST_FREE) return undefined;
  const cases = Array.from({ length: 1 << keys.length }, (_, mask) => keys.map((_key, bit) => (mask & (1 << bit)) !== 0));
  return { keys, cases, free: true };
}

function saidIn({ leaf, x, y }: Atom, world: World): boolean {
  return OPERATORS[leaf.operator].test(valueOf(x, world), valueOf(y, world), TODAY) === 'yes';
}

function valueOf(side: Side, world: World): Value {
  switch (side.is) {
    case 'figure':
      return quantity(side.value);
    case 'value':
      return side.value;
    case 'today':
      return day(TODAY);
    case 'variable': {
      const value = world.get(side.variable.key);
      if (value === undefined) throw new Error(`${side.variable.key} has no value`);
      return value;
    }
  }
}

function figuresOf(atoms: readonly Atom[]): readonly Decimal[] {
  const figures = atoms.flatMap(({ x, y }) => [x, y].flatMap((side) => (side.is === 'figure' ? [side.value] : [])));
  return figures.filter((one, index) => figures.findIndex((other) => other.eq(one)) === index);
}

function wordsOf(atoms: readonly Atom[]): readonly string[] {
  const sides = atoms.flatMap(({ x, y }) => [x, y]);
  return [...new Set(sides.flatMap((side) => (side.is === 'value' && side.value.type === 'choice' ? (side.value.possible ?? []) : [])))];
}

/** Group by group, leaving off as soon as it is settled. */
function search(formula: Formula, groups: readonly Group[]): CanHold {
  let cases = 0;
  const known = new Map<string, boolean>();
  const walk = (index: number): CanHold => {
    cases += 1;
    if (cases > MOST_CASES) return 'unsure';
    const found = evaluate(formula, known);
    if (found !== 'unknown') return found;
    const group = groups[index];
    if (group === undefined) throw new Error('a leaf that says nothing');
    let result: CanHold = 'no';
    for (const one of group.cases) {
      group.keys.forEach((key, at) => known.set(key, one[at] === true));
      const below = walk(index + 1);
      if (below === 'yes') return 'yes';
      if (below === 'unsure') result = 'unsure';
    }
    for (const key of group.keys) known.delete(key);
    return result;
  };
  return walk(0);
}

function evaluate(formula: Formula, known: ReadonlyMap<string, boolean>): Truth {
  if ('not' in formula) return negated(evaluate(formula.not, known));
  if ('all' in formula) return allOf(formula.all.map((one) => evaluate(one, known)));
  if ('any' in formula) return anyOf(formula.any.map((one) => evaluate(one, known)));
  const says = known.get(keyOf(formula.leaf));
  return says === undefined ? 'unknown' : truth(says !== formula.leaf.negated);
}
