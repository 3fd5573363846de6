/** What the cases prove, for a program. */
import { formatDay } from '../calendar/day.js';
import type { Place } from '../input/problem.js';
import type { Proof } from './proof.js';
import type { Failure } from './run.js';
import { scoreOf } from './score.js';

/** An array: an object for each rulebook, in the order in which they were asked for. */
export const proofJson = (proofs: readonly Proof[]): string => `${JSON.stringify(proofs.map(plain), null, 2)}\n`;

const where = ({ file, line, column }: Place): object => ({ file, line, column });

function plain({ rulebook, runs, coverage, mutation }: Proof): object {
  return {
    rulebook: rulebook.declared.id,
    version: rulebook.declared.version,
    cases: runs.length,
    passed: runs.filter(({ failures }) => failures.length === 0).length,
    failures: runs.flatMap(({ one, failures }) => failures.map((failure) => ({ case: one.id, of: one.rule, ...plainFailure(failure) }))),
    ...(coverage === null
      ? {}
      : {
          coverage: {
            rules: coverage.rules.map(({ rule, reached, notReached }) => ({ rule: rule.id, reached, notReached })),
            leaves: coverage.leaves.map(({ owner, says, place, holding, failing, besideUnknown }) => ({
              ...where(place),
              of: owner.id,
              kind: owner.kind,
              condition: owner.condition,
              says,
              holding,
              failing,
              besideUnknown,
            })),
            exemptions: coverage.exemptions,
            readings: coverage.alternatives,
          },
        }),
    ...(mutation === null
      ? {}
      : {
          mutation: {
            tried: mutation.tried,
            noticed: mutation.noticed,
            score: scoreOf([mutation]),
            survivors: mutation.survivors.map(({ mutant, asked, proposal }) => ({
              ...where(mutant.place),
              of: mutant.of,
              change: mutant.change.says,
              asked,
              case: proposal?.yaml ?? null,
            })),
          },
        }),
  };
}

function plainFailure(failure: Failure): object {
  if ('problem' in failure) {
    const { place, message } = failure.problem;
    return { ...where(place), message };
  }
  const { place, asOf, readings, rule, instance, differences } = failure;
  return { ...where(place), asOf: formatDay(asOf), readings: Object.fromEntries(readings), rule, instance, differences };
}
