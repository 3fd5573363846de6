/** Whether the cases notice it when a rule says something slightly else. */
import { InputError } from '../input/problem.js';
import { factsOf } from '../rulebook/link-facts.js';
import { operandsOfRule } from '../rulebook/rule-operands.js';
import { narrowed } from '../rulebook/narrowed.js';
import type { WrittenRulebook } from '../rulebook/read-rulebook.js';
import type { Operand } from '../facts/fact.js';
import type { LinkedRule } from '../rulebook/rule.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { Case } from '../rulebook/case.js';
import { mutantsOf, mutated } from './mutants/all.js';
import type { Mutant } from './mutants/mutant.js';
import { runCase, type Bench } from './run.js';

export interface Tried {
  readonly mutant: Mutant;
  /** The case that noticed; null: none did. */
  readonly noticedBy: Case | null;
  /** The cases that rest on what was changed. */
  readonly asked: readonly Case[];
  /** The rulebook with the change. */
  readonly changed: Bench;
}

/** Tries every change that still makes a rulebook; one at a time, as they come. */
export async function* tryMutants(written: WrittenRulebook, cases: readonly Case[], bench: Bench): AsyncGenerator<Tried> {
  const reach = reachOf(cases, bench.rulebook);
  for (const mutant of mutantsOf(written, bench.rulebook)) {
    const rulebook = linked(written, mutant);
    if (rulebook === undefined) continue;
    const asked = reach(mutant);
    const changed = { ...bench, rulebook };
    yield { mutant, asked, changed, noticedBy: await firstToNotice(asked, changed) };
  }
}

function linked(written: WrittenRulebook, mutant: Mutant): Rulebook | undefined {
  try {
    return mutated(written, mutant);
  } catch (error) {
    // What is refused as it is read needs no case.
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

async function firstToNotice(cases: readonly Case[], bench: Bench): Promise<Case | null> {
  for (const one of cases) if ((await runCase(one, bench)).length > 0) return one;
  return null;
}

/** The cases that rest on what is changed: first the rule's own, then those that ask least. */
function reachOf(cases: readonly Case[], rulebook: Rulebook): (mutant: Mutant) => readonly Case[] {
  const rests = cases.map((one) => {
    const own = [...new Set(one.checks.flatMap(({ expect }) => expect.map(({ rule }) => rule)))];
    const { rules } = narrowed(rulebook, own);
    return { one, own: new Set(own), names: new Set(rules.flatMap(namesIn)) };
  });
  return ({ target }) => {
    const resting = rests.filter(({ names }) => target.kind === 'reading' || names.has(`${target.kind} ${target.id}`));
    const isOwn = ({ own }: (typeof rests)[number]): number => (own.has(target.id) ? 0 : 1);
    return resting.sort((a, b) => isOwn(a) - isOwn(b) || a.names.size - b.names.size).map(({ one }) => one);
  };
}

const known = new WeakMap<LinkedRule, readonly string[]>();

/** What a rule rests on: `rule …`, `exemption …`, `fact …`, `term …`. */
function namesIn(rule: LinkedRule): readonly string[] {
  const found = known.get(rule) ?? collect(rule);
  known.set(rule, found);
  return found;
}

function collect(rule: LinkedRule): readonly string[] {
  const names = new Set([`rule ${rule.id}`, ...[...rule.unless, ...rule.releasedBy].map(({ exemption }) => `exemption ${exemption.id}`)]);
  const visit = (operand: Operand): void => {
    if (operand.term !== undefined) names.add(`term ${operand.term}`);
    for (const fact of factsOf(operand)) {
      const name = `fact ${fact.name}`;
      if (names.has(name)) continue;
      names.add(name);
      fact.operands.forEach(visit);
    }
    operand.inline?.operands.forEach(visit);
    Object.values(operand.reading?.choices ?? {}).forEach(visit);
  };
  [...operandsOfRule(rule), ...(rule.each?.operands ?? []), ...operandsOfLedger(rule)].forEach(visit);
  return [...names];
}

function operandsOfLedger({ ledger }: LinkedRule): readonly Operand[] {
  if (ledger === null) return [];
  const { ceiling, outside } = ledger;
  const choices = 'choices' in outside ? Object.values(outside.choices) : [outside.value];
  return [ceiling, ...choices.flatMap(({ claims }) => claims)];
}
