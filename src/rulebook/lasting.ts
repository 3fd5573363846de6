/** What stays as it is from one day to the next, and what moves with the day asked about. */
import type { Compiled, Operand } from '../facts/fact.js';
import { isMoment } from '../values/type.js';
import { byDay, type Moment } from '../values/value.js';

/** The day asked about is another each day, and other rules' verdicts come and go: what rests on them is found anew. */
export const isLasting = ({ operands, rules = [], followsToday = false }: Compiled): boolean =>
  rules.length === 0 && operands.every((operand) => (operand.name === 'today' ? followsToday : isLastingOperand(operand)));

const isLastingOperand = (operand: Operand): boolean =>
  operand.name !== 'today' &&
  operand.fact?.lasting !== false &&
  Object.values(operand.reading?.choices ?? {}).every(isLastingOperand) &&
  (operand.inline === undefined || isLasting(operand.inline));

/** They give one of their moments as it is: whoever reads it sees that it is today. `accrue` says itself when it grows. */
const PASS_ON: ReadonlySet<string> = new Set([
  'earliest',
  'latest',
  'prevailing',
  'arrived',
  'same-as',
  'reading',
  'according-to',
  'accrue',
]);

/** What counts from the day asked about, or shifts it, gives another result tomorrow: that day is watched. */
export function followingToday(measure: string, compiled: Compiled): Compiled {
  if (compiled.followsToday === true || compiled.ownNeeds === true || PASS_ON.has(measure)) return compiled;
  const moving = compiled.operands.filter((operand) => isMoment(operand.type) && !isLastingOperand(operand));
  if (moving.length === 0) return compiled;
  return {
    ...compiled,
    evaluate: (scope, fact) => {
      const { world } = scope;
      const isToday = (operand: Operand): boolean => {
        const { come, earliest, latest } = byDay(operand.evaluate(scope) as Moment);
        return come !== 'no' && (earliest === world.today || latest === world.today);
      };
      if (moving.some(isToday)) world.watch(world.today + 1);
      return compiled.evaluate(scope, fact);
    },
  };
}
