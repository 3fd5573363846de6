/** What the steps of a working rest on: the facts below a measure, of another day where it asks what was on that day. */
import { formatDay, type Day } from '../calendar/day.js';
import type { LinkedFact, Operand } from '../facts/fact.js';
import type { Scope } from '../facts/scope.js';
import { byDay, type Moment } from '../values/value.js';

type Rested = readonly (readonly [Operand, Scope])[];

/** By which a step is known; of another day, with the day. */
export const nameOn = ({ name }: LinkedFact, { world }: Scope, today: Day): string =>
  world.today === today ? name : `${name}@${formatDay(world.today)}`;

/** What a measure rests on, each with the scope in which it is asked: what was on another day, in that day's. */
export function restedOn(measured: Pick<LinkedFact, 'measure' | 'operands'>, scope: Scope): Rested {
  const { measure, operands } = measured;
  const [asked, on] = operands;
  if (measure !== 'was' || asked === undefined || on === undefined) return operands.map((one) => [one, scope]);
  const then = scopeOn(on, scope);
  return [...(then === null ? [] : [[asked, then] as const]), [on, scope]];
}

/** The scope at the end of a day that is over; null where it is not known which day that is, or there is none. */
function scopeOn(on: Operand, scope: Scope): Scope | null {
  const { come, earliest, latest } = byDay(on.evaluate(scope) as Moment);
  if (come !== 'yes' || earliest !== latest) return null;
  return latest >= scope.world.today ? scope : { ...scope, world: scope.world.at(latest as Day) };
}

/** The facts an operand stands for under the readings chosen. */
export function restsOn(operand: Operand, scope: Scope, today: Day): readonly string[] {
  if (operand.fact !== undefined) return [nameOn(operand.fact, scope, today)];
  if (operand.reading === undefined)
    return operand.inline === undefined ? [] : restedOn(operand.inline, scope).flatMap(([one, then]) => restsOn(one, then, today));
  const chosen = operand.reading.choices[scope.world.reading(operand.reading.name, scope.termsDay)];
  return chosen === undefined ? [] : restsOn(chosen, scope, today);
}

/** What accrues does so on what stood on each of its days; what was on a day that is not there has no value: today's is none of these. */
export function isOfOtherDays({ measure, operands: [first, second] }: LinkedFact, one: Operand, rested: Rested): boolean {
  if (measure === 'accrue') return one === second;
  return measure === 'was' && one === first && rested.every(([rest]) => rest !== one);
}
