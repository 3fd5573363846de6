/** The events a measure looks at: of some types, within bounds, with fields as wanted. */
import type { LoggedEvent } from '../events/event.js';
import { firstFrom } from '../events/log.js';
import type { OperatorName } from '../operators/catalogue.js';
import { OPERATORS } from '../operators/catalogue.js';
import { allOf, type Truth } from '../values/truth.js';
import { byDay, choice, moment, type Missing, type Moment, type Value } from '../values/value.js';
import type { Text } from '../input/problem.js';
import type { Needs, Operand } from './fact.js';
import type { Scope } from './scope.js';

export type BoundKey = 'from' | 'to' | 'after' | 'before';

/** `from` and `to` are compared by day, `after` and `before` by the clock where both have one. */
const BOUNDS: Readonly<Record<BoundKey, { readonly operator: OperatorName; readonly byDay: boolean }>> = {
  from: { operator: 'on-or-after', byDay: true },
  to: { operator: 'on-or-before', byDay: true },
  after: { operator: 'after', byDay: false },
  before: { operator: 'before', byDay: false },
};

export interface FieldTest {
  readonly field: string;
  readonly operator: OperatorName;
  /** The field and the operator in words. */
  readonly says: Text;
  /** Undefined: the id of the rule that is judged. */
  readonly wanted: Operand | undefined;
}

export interface Selected {
  readonly event: LoggedEvent;
  /** Otherwise it may or may not belong. */
  readonly sure: boolean;
}

export interface SelectedEvents {
  readonly events: readonly Selected[];
  /** The first day of a gap in the log that meets the window; null: none. */
  readonly gapFrom: number | null;
  /** The last day of the window up to today: nothing that the gap hides lies after it. */
  readonly gapThrough: number;
  readonly missing: readonly Missing[];
}

export interface Selection {
  readonly types: readonly string[];
  readonly saysTypes: readonly Text[];
  readonly bounds: readonly { readonly key: BoundKey; readonly operand: Operand }[];
  readonly where: readonly FieldTest[];
  readonly operands: readonly Operand[];
  readonly needs: Partial<Needs>;
}

export const momentOf = (event: LoggedEvent): Moment => moment('instant', event.earliest, event.latest, 'yes', { evidence: [event.id] });

function asMoment(value: Value): Moment {
  if (value.type !== 'moment') throw new Error('a bound is not a moment');
  return value;
}

/** The events that surely or perhaps belong, in order of time, and the gap in the log where there is one. */
export function select(selection: Selection, scope: Scope, fact: string): SelectedEvents {
  const { world } = scope;
  const bounds = selection.bounds.map((bound) => ({
    ...BOUNDS[bound.key],
    key: bound.key,
    value: BOUNDS[bound.key].byDay ? byDay(asMoment(bound.operand.evaluate(scope))) : asMoment(bound.operand.evaluate(scope)),
  }));
  const tests = selection.where.map((test) => ({ ...test, value: test.wanted?.evaluate(scope) ?? choice([scope.subject?.rule ?? '']) }));
  const missing: Missing[] = [];
  const found: Selected[] = [];
  const window = windowOf(bounds);
  for (const type of selection.types) {
    const events = world.events(type);
    for (const event of events.slice(firstFrom(events, window.first), firstFrom(events, window.last + 1))) {
      const at = momentOf(event);
      const atDay = byDay(at);
      let within: Truth = 'yes';
      for (const bound of bounds)
        within = both(within, () => OPERATORS[bound.operator].test(bound.byDay ? atDay : at, bound.value, world.today));
      for (const test of tests) {
        const value = event.fields.get(test.field);
        within = both(within, () => (value === undefined ? 'unknown' : OPERATORS[test.operator].test(value, test.value, world.today)));
      }
      if (within === 'no') continue;
      found.push({ event, sure: within === 'yes' });
      if (within === 'unknown')
        missing.push({ fact, why: tests.some((test) => !event.fields.has(test.field)) ? 'field' : 'order', events: type, from: event.day });
    }
  }
  if (selection.types.length > 1)
    found.sort((a, b) => a.event.earliest - b.event.earliest || a.event.latest - b.event.latest || (a.event.id < b.event.id ? -1 : 1));
  const gap = gapWithin(selection, bounds, scope);
  if (gap !== null) {
    for (const type of selection.types) {
      const from = world.gap(type);
      if (from !== null)
        missing.push({ fact, why: 'coverage', events: type, ...(Number.isFinite(from) ? { from: from as LoggedEvent['day'] } : {}) });
    }
  }
  for (const bound of bounds) missing.push(...bound.value.missing);
  return { events: found, gapFrom: gap?.from ?? null, gapThrough: gap?.through ?? -Infinity, missing };
}

/** What need not be asked once it is no. */
const both = (one: Truth, other: () => Truth): Truth => (one === 'no' ? 'no' : allOf([one, other()]));

/** The days outside of which no event belongs: of a log of years mostly few are looked at. */
function windowOf(bounds: readonly { readonly key: BoundKey; readonly value: Moment }[]): {
  readonly first: number;
  readonly last: number;
} {
  let first = -Infinity;
  let last = Infinity;
  for (const { key, value } of bounds) {
    const at = byDay(value);
    if (key === 'from' || key === 'after') first = Math.max(first, at.come === 'no' ? Infinity : at.earliest);
    // What may not have come bounds nothing.
    else if (at.come === 'yes') last = Math.min(last, at.latest);
  }
  return { first, last };
}

/** Where the gap meets the window that the bounds leave open. */
function gapWithin(
  selection: Selection,
  bounds: readonly { readonly key: BoundKey; readonly value: Moment }[],
  scope: Scope,
): { readonly from: number; readonly through: number } | null {
  const gaps = selection.types.map((type) => scope.world.gap(type)).filter((gap) => gap !== null);
  if (gaps.length === 0) return null;
  let start = Math.min(...gaps);
  let end: number = scope.world.today;
  for (const bound of bounds) {
    const at = byDay(bound.value);
    // Strictly after or before a day leaves out that day; of an instant its day remains.
    const apart = bound.value.grain === 'day' ? 1 : 0;
    if (bound.key === 'from' || bound.key === 'after') {
      if (at.come === 'no' || at.earliest > scope.world.today) return null;
      start = Math.max(start, bound.key === 'after' ? at.earliest + apart : at.earliest);
    } else if (at.come !== 'no' && at.come === 'yes') {
      end = Math.min(end, bound.key === 'before' ? at.latest - apart : at.latest);
    }
  }
  return start <= end ? { from: start, through: end } : null;
}
