/** The events that a finding rests on. */
import { together } from '../values/value.js';
import type { FoundAmount } from './amounts.js';
import type { ConditionName, Evaluation, JudgedCondition } from './evaluate.js';

/** What a limit or a check holds against each other says its status whether it holds or not. */
const ALWAYS: readonly ConditionName[] = ['met', 'exceeded'];

function counts({ rule, status }: Evaluation, { name, truth }: JudgedCondition): boolean {
  // What is not triggered is so by what does not hold.
  if (status === 'inactive') return name === 'when';
  return truth !== 'no' || ((rule.kind === 'limit' || rule.kind === 'check') && ALWAYS.includes(name));
}

/** What its status and its days rest on; first the event of which it is. */
export function evidenceOfStatus(evaluation: Evaluation): readonly string[] {
  const { rule, instance, scope, status, conditions, due, performed, failure } = evaluation;
  const own = instance?.event === undefined ? [] : [instance.event.id];
  // What failed is not asked once more.
  const asked = failure === null ? [status === 'inactive' ? null : rule.lapses, isEnded(evaluation) ? rule.until : null] : [];
  const values = conditions
    .filter((one) => counts(evaluation, one))
    .flatMap((one) => one.leaves.flatMap((leaf) => [leaf.fact, leaf.value]));
  const moments = [performed, due, ...asked.map((one) => one?.evaluate(scope) ?? null)].filter((one) => one !== null);
  return [...new Set([...own, ...together([...values, ...moments]).evidence])];
}

/** Whether it is an ending that decides, or may. */
const isEnded = ({ status, answers }: Evaluation): boolean =>
  answers.ended !== 'no' && (status === 'inactive' || status === 'undetermined');

/** The same, with what is owed and what is still open of it. */
export const evidenceOf = (evaluation: Evaluation, amounts: readonly FoundAmount[]): readonly string[] => [
  ...new Set([
    ...evidenceOfStatus(evaluation),
    ...amounts.flatMap((amount) => [...amount.value.evidence, ...(leavesOpen(amount) ? (amount.paid?.evidence ?? []) : [])]),
  ]),
];

/** What its claim of one kind rests on, whatever was paid of it. */
export const evidenceOfClaim = (evaluation: Evaluation, amounts: readonly FoundAmount[], claimed: string): readonly string[] => [
  ...evidenceOfStatus(evaluation),
  ...amounts.flatMap(({ kind, value }) => (kind === claimed ? value.evidence : [])),
];

/** Whether what is paid, surely or perhaps, leaves something open: what is cleared altogether is claimed by nobody. */
function leavesOpen({ paid, outstanding }: FoundAmount): boolean {
  if (paid === null || (paid.low.isZero() && paid.missing.every(({ why }) => why === 'coverage'))) return false;
  return outstanding?.high?.isZero() !== true;
}
