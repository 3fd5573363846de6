/** What a rulebook's cases prove: which hold, what they reach, and which careless changes they would notice. */
import type { Calendar } from '../calendar/calendar.js';
import type { WrittenRulebook } from '../rulebook/read-rulebook.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { Source } from '../input/source.js';
import { casesOf, type Case } from '../rulebook/case.js';
import { Coverer, type Coverage } from './coverage.js';
import { tryMutants } from './mutation.js';
import type { Mutant } from './mutants/mutant.js';
import { propose, type Proposal } from './proposal.js';
import { runCase, type Failure } from './run.js';

export interface CaseRun {
  readonly one: Case;
  readonly failures: readonly Failure[];
}

/** A change that no case noticed. */
export interface Survivor {
  readonly mutant: Mutant;
  /** How many cases rest on what was changed. */
  readonly asked: number;
  /** A case that would notice; undefined: none was found, so perhaps there is none. */
  readonly proposal: Proposal | undefined;
}

export interface Mutation {
  readonly tried: number;
  readonly noticed: number;
  readonly survivors: readonly Survivor[];
}

export interface Proof {
  readonly rulebook: Rulebook;
  readonly runs: readonly CaseRun[];
  /** null: not asked. */
  readonly coverage: Coverage | null;
  /** null: not asked, or some case fails already. */
  readonly mutation: Mutation | null;
  /** Changes were to be tried, but a case fails as it is: what it would notice cannot be told. */
  readonly isMutationHeldBack: boolean;
}

export interface ProofInput {
  readonly written: WrittenRulebook;
  readonly rulebook: Rulebook;
  /** The contract of which each case changes what it names. */
  readonly base: Source;
  /** The documents of `cases/`, without the base. */
  readonly files: readonly Source[];
  readonly calendar: Calendar;
  readonly coverage: boolean;
  readonly mutate: boolean;
  /** To be told how far it has come. */
  readonly progress?: (tried: number) => void;
}

/**
 * Runs the cases of a rulebook.
 * @throws InputError where the cases are not written as they should be
 */
export async function prove(input: ProofInput): Promise<Proof> {
  const { written, rulebook, base, calendar } = input;
  const cases = casesOf(
    written.rules,
    input.files,
    rulebook.rules.map(({ id }) => id),
  );
  const bench = { rulebook, base, calendar };
  const coverer = new Coverer(rulebook);
  const runs: CaseRun[] = [];
  for (const one of cases) {
    const failures = await runCase(one, bench, coverer.follow);
    if (failures.length === 0) coverer.passed(one);
    runs.push({ one, failures });
  }
  const isSound = runs.every(({ failures }) => failures.length === 0);
  return {
    rulebook,
    runs,
    coverage: input.coverage ? coverer.found() : null,
    mutation: input.mutate && isSound ? await mutate(input, cases) : null,
    isMutationHeldBack: input.mutate && !isSound,
  };
}

async function mutate({ written, rulebook, base, calendar, progress }: ProofInput, cases: readonly Case[]): Promise<Mutation> {
  const bench = { rulebook, base, calendar };
  const survivors: Survivor[] = [];
  const ids = new Set(cases.map(({ rule, id }) => `${rule ?? ''}/${id}`));
  let tried = 0;
  for await (const { mutant, asked, changed, noticedBy } of tryMutants(written, cases, bench)) {
    tried += 1;
    progress?.(tried);
    if (noticedBy !== null) continue;
    const title = mutant.change.says.zh;
    survivors.push({ mutant, asked: asked.length, proposal: await propose({ cases: asked, bench, changed, title, ids }) });
  }
  return { tried, noticed: tried - survivors.length, survivors };
}
