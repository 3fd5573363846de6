/** What each step of a working rests on. The steps come in order, each after those below it, and name in their formulas what they use. */
import type { Finding, Leaf, Report, Step } from '../../schema-types/report.js';
import type { NamedCondition } from './deciding.js';

export interface Lineage {
  step(fact: string): Step | undefined;
  below(fact: string): readonly Step[];
  /** Steps on which no other rests, in order: what leaves and amounts name. */
  readonly roots: readonly Step[];
}

const HOLDS = '下列条件成立';

/** A formula that does not say what it rests on: the choice of a reading, a condition. */
function isOpaque(step: Step, readings: Report['readings']): boolean {
  return step.formula.zh === HOLDS || readings.some((reading) => step.formula.zh.startsWith(reading.about.zh));
}

const mentions = (step: Step, other: Step): boolean => step.formula.zh.includes(`${other.says.zh} ${other.value.zh}`);

const leavesOf = (tree: NamedCondition['tree']): readonly Leaf[] => (tree.kind === 'leaf' ? [tree] : tree.of.flatMap(leavesOf));

export function lineageOf({ trace }: Finding, readings: Report['readings']): Lineage {
  const named = trace.conditions.flatMap(({ tree }) => leavesOf(tree));
  const isNamed = (step: Step): boolean =>
    named.some((leaf) => leaf.fact === step.fact || (leaf.operandSays.zh === step.says.zh && leaf.operand.zh === step.value.zh));
  const children = new Map<string, readonly Step[]>();
  const used = new Set<string>();
  let orphans: Step[] = [];
  for (const [index, step] of trace.working.entries()) {
    const earlier = trace.working.slice(0, index);
    let below = earlier.filter((one) => mentions(step, one));
    if (isOpaque(step, readings)) {
      const same = earlier.findLast((one) => one.value.zh === step.value.zh && step.formula.zh !== HOLDS);
      below = orphans.length > 0 ? orphans : same === undefined ? below : [same];
    }
    children.set(step.fact, below);
    for (const one of below) used.add(one.fact);
    orphans = orphans.filter((one) => !used.has(one.fact));
    // What a leaf names stands by itself; it is not a part of the next fact.
    if (isNamed(step)) orphans = [];
    else orphans.push(step);
  }
  return {
    step: (fact) => trace.working.find((one) => one.fact === fact),
    below: (fact) => children.get(fact) ?? [],
    roots: trace.working.filter((one) => !used.has(one.fact)),
  };
}
