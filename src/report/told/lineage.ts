/** What each step of a working rests on. The steps come in order, each after those below it. */
import type { Finding, Step } from '../../schema-types/report.js';

export interface Lineage {
  step(fact: string): Step | undefined;
  below(fact: string): readonly Step[];
  /** Steps on which no other rests, in order: what leaves and amounts name. */
  readonly roots: readonly Step[];
}

export function lineageOf({ trace }: Finding): Lineage {
  const steps = new Map(trace.working.map((step) => [step.fact, step]));
  const used = new Set(trace.working.flatMap((step) => step.rests));
  return {
    step: (fact) => steps.get(fact),
    below: (fact) => (steps.get(fact)?.rests ?? []).flatMap((name) => steps.get(name) ?? []),
    roots: trace.working.filter((step) => !used.has(step.fact)),
  };
}
