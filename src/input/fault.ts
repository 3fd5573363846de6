import type { Lines } from './lines.js';
import { PROBLEMS } from './limits.js';
import type { Problem, ProblemCode, Text } from './problem.js';

/** A problem whose place is still an offset in the text. */
export interface Fault {
  readonly code: ProblemCode;
  readonly at: number;
  readonly message: Text;
  readonly repair?: Text;
}

/** Faults as problems, in the order of the text. */
export function located(faults: readonly Fault[], lines: Lines): readonly Problem[] {
  const sorted = faults.toSorted((a, b) => a.at - b.at);
  // The library may complain twice about one thing.
  const once = sorted.filter((fault, index) => fault.at !== sorted[index - 1]?.at || fault.message.zh !== sorted[index - 1]?.message.zh);
  return once.map(({ at, ...rest }) => ({ ...rest, place: lines.place(at) }));
}

/** At most so many problems of one file; the rest is counted in a last one. */
export function capped(problems: readonly Problem[]): readonly Problem[] {
  const rest = problems.length - PROBLEMS;
  const next = problems[PROBLEMS];
  if (next === undefined) return problems;
  const message = { zh: `另有 ${rest} 处问题没有列出`, en: `${rest} more problems are not listed` };
  return [...problems.slice(0, PROBLEMS), { code: 'too-many-problems', place: next.place, message }];
}
