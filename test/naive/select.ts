/** Which events a measure looks at. */
import { isMap, listOf, type Written } from './book.js';
import { DAY } from './days.js';
import type { Evaluator, Here } from './evaluator.js';
import { whole } from './fraction.js';
import type { Happening } from './situation.js';
import { every, type Truth } from './truth.js';
import { asMoment, byDay, compareMoments, holds, num, onDay, yesNo, type Moment, type Value } from './values.js';

export interface Selected {
  /** In order of time; not sure: it may or may not belong. */
  readonly events: readonly { readonly event: Happening; readonly sure: boolean }[];
  /** The first and the last day on which an event that nobody recorded may belong. */
  readonly gap: { readonly first: number; readonly last: number } | null;
}

const OPERATORS = { from: 'on-or-after', to: 'on-or-before', after: 'after', before: 'before' } as const;
type Bound = keyof typeof OPERATORS;

/** A day before all that is asked about: what is possible then was always possible. */
const LONG_AGO = -1_000_000;
const since = (day: number): number => (day <= LONG_AGO ? -Infinity : day);

const isByDay = (key: Bound): boolean => key === 'from' || key === 'to';

export function select(evaluator: Evaluator, types: readonly string[], written: Written, here: Here, main?: string): Selected {
  const candidates = evaluator.happenedOf(types, here);
  const gaps = types.map((type) => evaluator.situation.gap(type, here.today)).filter((gap) => gap !== null);
  if (candidates.length === 0 && gaps.length === 0) return { events: [], gap: null };
  const bounds = (Object.keys(OPERATORS) as Bound[])
    .filter((key) => key !== main && Object.hasOwn(written, key))
    .map((key) => ({ key, moment: asMoment(evaluator.operand(written[key], here)) }))
    .map(({ key, moment }) => ({ key, moment: isByDay(key) ? byDay(moment) : moment }));
  const within = (at: Moment, on: Moment): Truth =>
    every(bounds.map(({ key, moment }) => compareMoments(OPERATORS[key], isByDay(key) ? on : at, moment, here.today)));
  const tests = Object.entries(isMap(written.where) ? written.where : {});
  const events = candidates
    .map((event) => ({
      event,
      truth: every([within(event.at, event.on), ...tests.map(([field, test]) => passes(evaluator, event.fields.get(field), test, here))]),
    }))
    .filter(({ truth }) => truth !== 'no')
    .map(({ event, truth }) => ({ event, sure: truth === 'yes' }));
  if (gaps.length === 0) return { events, gap: null };
  // Within a gap an event may lie on any day: whether one could belong changes only at a bound.
  const start = Math.min(...gaps);
  const turns = bounds
    .flatMap(({ moment }) => (moment.come === 'no' ? [] : [byDay(moment).from, byDay(moment).to]))
    .flatMap((day) => [day - 1, day, day + 1]);
  const days = [start, Math.max(start, LONG_AGO), here.today, ...turns].filter((day) => day >= start && day <= here.today);
  const possible = days.filter(
    (day) => within({ kind: 'moment', clock: true, from: day * DAY, to: day * DAY + DAY - 1, come: 'yes' }, onDay(day)) !== 'no',
  );
  return { events, gap: possible.length === 0 ? null : { first: since(Math.min(...possible)), last: Math.max(...possible) } };
}

function passes(evaluator: Evaluator, field: Value | undefined, test: unknown, here: Here): Truth {
  if (field === undefined) return 'unknown';
  if (isMap(test)) {
    const [[operator, name] = ['', '']] = Object.entries(test);
    if (name === 'this-rule') return passes(evaluator, field, name, here);
    return holds(operator, field, evaluator.operand(name, here), here.today);
  }
  if (test === 'this-rule') return holds('is', field, { kind: 'choice', among: [here.subject?.rule ?? ''], come: 'yes' }, here.today);
  if (field.kind === 'number') return holds('equals', field, num(whole(Number(test))), here.today);
  if (field.kind === 'yes/no') return holds('is', field, yesNo(test === 'yes' ? 'yes' : 'no'), here.today);
  return holds('is', field, { kind: 'choice', among: listOf(test).map(String), come: 'yes' }, here.today);
}
