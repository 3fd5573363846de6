/** How what decides a finding was worked out: the figures and days below its conditions, its last day and its cap, each shown once in a report. */
import type { Finding, Step } from '../../schema-types/report.js';
import type { Block } from './blocks.js';
import { decidingConditions, decidingLeaves } from './deciding.js';
import { lineageOf } from './lineage.js';
import type { Page } from './page.js';
import { SILENT } from './reason.js';
import { downFrom, factsOfAmounts, working, type Under } from './working.js';

/** Under which finding each step stands. */
export type Stood = Map<string, Under>;

/** Steps of one key say the same. */
export const keyOf = ({ fact, value, formula }: Step): string => `${fact}|${value.zh}|${formula.zh}`;

/**
 * @param at the finding, as others refer to it
 * @param periods steps that are told apart, day by day
 * @param stood steps shown so far; what is shown here is added
 */
export function derivation(page: Page, finding: Finding, at: Under, periods: readonly Step[], stood: Stood): readonly Block[] {
  const lineage = lineageOf(finding);
  const beside = besideAmounts(finding);
  for (const step of beside) if (!stood.has(keyOf(step))) stood.set(keyOf(step), at);
  const steps: Step[] = [];
  const under = new Map<Step, Under>();
  const seen = new Set<Step>();
  const visit = (step: Step): void => {
    if (seen.has(step) || beside.has(step) || isPlain(step)) return;
    seen.add(step);
    const before = stood.get(keyOf(step));
    if (before !== undefined && before !== at) {
      if (periods.includes(step)) return;
      steps.push(step);
      under.set(step, before);
      return;
    }
    stood.set(keyOf(step), at);
    if (!periods.includes(step) && !SILENT.test(page.say(step.formula))) steps.push(step);
    for (const below of lineage.below(step.fact)) visit(below);
  };
  for (const step of decidingSteps(finding)) visit(step);
  return steps.length === 0 ? [] : [working(page, steps, under)];
}

/** What the amounts of a finding are worked out with stands beside them. */
function besideAmounts(finding: Finding): ReadonlySet<Step> {
  const lineage = lineageOf(finding);
  const facts = factsOfAmounts(finding, lineage, finding.trace.working).filter((step) => step !== undefined);
  const seen = new Set<string>();
  return new Set(facts.flatMap((step) => downFrom(step, lineage, seen)));
}

/** The steps whose values decide: of the conditions, of the last day, of a cap. */
function decidingSteps(finding: Finding): readonly Step[] {
  const { kind, due, trace } = finding;
  const leaves = decidingConditions(finding).flatMap(decidingLeaves);
  const asked = trace.working.filter((step) =>
    leaves.some((leaf) => leaf.fact === step.fact || (leaf.operandSays.zh === step.says.zh && leaf.operand.zh === step.value.zh)),
  );
  const { roots } = lineageOf(finding);
  const last =
    due === null ? undefined : (roots.findLast((step) => isDay(step, due)) ?? trace.working.findLast((step) => isDay(step, due)));
  return [...asked, ...(last === undefined ? [] : [last]), ...(kind === 'limit' ? roots : [])];
}

const isDay = ({ value }: Step, day: string): boolean => value.zh.slice(0, day.length) === day;

/** A day on which something happened, or a yes or no, that rests on nothing: the conditions and the evidence say all of it. */
const isPlain = ({ rests, counted, value }: Step): boolean =>
  rests.length === 0 && counted === undefined && /^(?:\d{4}-\d{2}-\d{2}|尚未发生|没有|是$|否$)/.test(value.zh);
