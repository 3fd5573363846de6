/** How days stand to one another by the way they are computed, whatever happens. */
import type { LinkedFact, Operand } from '../../facts/fact.js';

/** Facts lead to facts no further than this. */
const MOST_STEPS = 12;

/** What a fact computes, where no determination may outrank it. */
const measured = ({ fact, inline }: Operand): Pick<LinkedFact, 'measure' | 'written' | 'operands'> | undefined =>
  fact === undefined ? inline && { ...inline, operands: inline.operands } : fact.question === null ? fact : undefined;

/** A day of the contract, or one that a person may have determined. */
const NOTHING = { measure: '', written: {}, operands: [] } as const;

/** The operand that stands under a key. */
const at = ({ written, operands }: Pick<LinkedFact, 'written' | 'operands'>, key: string): Operand | undefined =>
  operands.find((one) => one.name === written[key]);

const isSame = (a: Operand, b: Operand): boolean =>
  a.name === b.name &&
  a.term === b.term &&
  a.fact?.name === b.fact?.name &&
  a.inline === undefined &&
  b.inline === undefined &&
  a.reading === undefined;

/** Proven: a is never later than b. */
export const isNeverLater = (a: Operand, b: Operand): boolean => comesBefore(a, b, false, MOST_STEPS);

/** Proven: where both have come, a is an earlier day than b. */
export const isEarlier = (a: Operand, b: Operand): boolean => comesBefore(a, b, true, MOST_STEPS);

function comesBefore(a: Operand, b: Operand, strictly: boolean, steps: number): boolean {
  if (isSame(a, b)) return !strictly;
  if (steps === 0) return false;
  const later = (x: Operand | undefined, y: Operand | undefined, less = strictly): boolean =>
    x !== undefined && y !== undefined && comesBefore(x, y, less, steps - 1);
  const [mine, its] = [measured(a) ?? NOTHING, measured(b) ?? NOTHING];
  // A month, a quarter, a year has more days than one.
  if (mine.measure === 'start' && its.measure === 'end') return true;
  // What a contract records is done under it.
  if (a.name === 'signedOn' && a.fact === undefined && a.term === undefined && !strictly && isDone(b)) return true;
  switch (mine.measure) {
    case 'same-as':
      return later(at(mine, 'same-as'), b);
    case 'day-before':
      return later(at(mine, 'day-before'), b, false);
    case 'period':
      if (mine.written.backward === 'yes' && later(at(mine, 'from'), b)) return true;
      break;
    case 'earliest':
      if (Array.isArray(mine.written.earliest) && mine.operands.some((one) => later(one, b))) return true;
      break;
    default:
  }
  switch (its.measure) {
    case 'same-as':
      return later(a, at(its, 'same-as'));
    case 'day-after':
      return later(a, at(its, 'day-after'), false);
    case 'period':
      return its.written.backward !== 'yes' && its.written['first-day'] !== 'included' && later(a, at(its, 'from'));
    case 'latest':
      return Array.isArray(its.written.latest) && its.operands.some((one) => later(a, one));
    default:
      return false;
  }
}

/** Days that are reckoned or written in a contract, not done: they come of themselves. */
const RECKONED: ReadonlySet<string> = new Set([
  'period',
  'day-before',
  'day-after',
  'day-of-month',
  'rolled',
  'renewed',
  'start',
  'end',
  'item',
]);

/** Proven: a day that comes whatever anybody does, once it is fixed. */
export function isReckoned(operand: Operand, steps = MOST_STEPS): boolean {
  if (steps === 0) return false;
  const choices = Object.values(operand.reading?.choices ?? {});
  if (choices.length > 0) return choices.every((one) => isReckoned(one, steps - 1));
  // A date of the contract, the day of signing, today.
  if (operand.fact === undefined && operand.inline === undefined) return operand.name !== 'never';
  const mine = measured(operand);
  if (mine === undefined) return false;
  if (mine.measure === 'same-as') return mine.operands.every((one) => isReckoned(one, steps - 1));
  // Of which kind it is, is no day: the days that stand at its choices are.
  if (mine.measure === 'according-to') return mine.operands.slice(1).every((one) => isReckoned(one, steps - 1));
  return RECKONED.has(mine.measure);
}

const DONE: ReadonlySet<string> = new Set(['first', 'last', 'answer', 'answered', 'reached', 'moment']);

/** The moment of something that somebody does. */
export function isDone(operand: Operand): boolean {
  const mine = measured(operand);
  if (mine?.measure === 'same-as') return mine.operands.every(isDone);
  return mine !== undefined && DONE.has(mine.measure) && mine.written.field === undefined;
}
