/** What a rule, or a fact, is asked of once each: events, months and other periods of a term, rows of a list. */
import { addDays, addMonths, dayOf, formatDay, partsOf, type Day } from '../calendar/day.js';
import type { Truth } from '../values/truth.js';
import { byDay, nameOf, notYet, type Duration, type List, type Missing, type Moment, type Quantity } from '../values/value.js';
import type { Needs, Operand } from './fact.js';
import { ofEvent, type Instance, type Span } from './instance.js';
import type { Scope } from './scope.js';
import { select, type Selection } from './selection.js';

export type CalendarSpan = 'month' | 'quarter' | 'year';

/** Periods of a length counted from a day on, never chained. */
export interface Recurring {
  readonly length: Operand;
  readonly unit: 'days' | 'months' | 'years' | 'duration';
}

interface OfEvents {
  readonly of: 'events';
  readonly selection: Selection;
}

interface OfSpans {
  readonly of: 'spans';
  readonly span: CalendarSpan | Recurring;
  readonly from: Operand;
  /** Null: no end. */
  readonly to: Operand | null;
  /** The day from which each is there; null: its first day. */
  readonly arises: Operand | null;
  /** The rows that each have their own months or periods; null: it is not of rows. */
  readonly rows: OfRows | null;
}

/** The rows of a list term. */
export interface OfRows {
  readonly of: 'rows';
  readonly list: Operand;
  /** The name of the list term. */
  readonly term: string;
}

export type Each = (OfEvents | OfSpans | OfRows) & {
  /** Event types of which it is asked. */
  readonly types: readonly string[];
  readonly operands: readonly Operand[];
  readonly needs: Partial<Needs>;
};

export interface Applicable {
  readonly instance: Instance;
  /** `unknown`: perhaps it is none of them. */
  readonly applies: Exclude<Truth, 'no'>;
  readonly missing: readonly Missing[];
}

export interface Instances {
  readonly found: readonly Applicable[];
  /** What may hide further ones; empty: there are no others. */
  readonly hidden: readonly Missing[];
}

/** More than these are not walked through: no contract has so many months. */
const MOST_SPANS = 1200;

/** The instances at the end of the world's day, in order. */
export function instancesIn(each: Each, scope: Scope, fact: string): Instances {
  switch (each.of) {
    case 'events':
      return eventsOf(each.selection, scope, fact);
    case 'spans':
      return each.rows === null ? spansOf(each, scope, fact) : spansOfRows(each, each.rows, scope, fact);
    case 'rows':
      return { found: rowsOf(each, scope), hidden: [] };
  }
}

/** A scope in which `this` is the instance. */
export const inInstance = (scope: Scope, instance: Instance): Scope => ({
  ...scope,
  instance,
  termsDay: instance.day ?? scope.termsDay,
});

function eventsOf(selection: Selection, scope: Scope, fact: string): Instances {
  const { events, gapFrom, missing } = select(selection, scope, fact);
  return {
    found: events.map(({ event, sure }) => ({
      instance: ofEvent(event),
      applies: sure ? 'yes' : 'unknown',
      missing: sure ? [] : missing,
    })),
    hidden: gapFrom === null ? [] : missing.filter((gap) => gap.why === 'coverage'),
  };
}

function rowsOf({ list, term }: OfRows, scope: Scope): readonly Applicable[] {
  const all: Instance[] = [];
  return (list.evaluate(scope) as List).rows.map((row) => {
    const name = nameOf(row);
    const instance: Instance = { id: name, key: `${term}/${name}`, day: null, list: term, row: name, among: { all, before: all.length } };
    all.push(instance);
    return { instance, applies: 'yes', missing: [] };
  });
}

/** The months or periods of each row, from and to which day is asked in that row. */
function spansOfRows(each: OfSpans, rows: OfRows, scope: Scope, fact: string): Instances {
  const all = rowsOf(rows, scope).map(({ instance }) => spansOf(each, inInstance(scope, instance), fact));
  return { found: all.flatMap(({ found }) => found), hidden: all.flatMap(({ hidden }) => hidden) };
}

function spansOf(each: OfSpans, scope: Scope, fact: string): Instances {
  const { world } = scope;
  const { list, row } = each.rows === null ? {} : (scope.instance ?? {});
  const from = byDay(each.from.evaluate(scope) as Moment);
  const to = each.to === null ? notYet() : byDay(each.to.evaluate(scope) as Moment);
  if (from.come === 'no') return { found: [], hidden: [] };
  if (from.come === 'maybe' || from.earliest !== from.latest)
    return { found: [], hidden: from.missing.length > 0 ? from.missing : [{ fact, why: 'order' }] };
  if (typeof each.span !== 'string' && !hasLength(each.span, scope))
    return { found: [], hidden: [{ fact: each.span.length.name, why: 'field' }] };
  const start = from.earliest as Day;
  const found: Applicable[] = [];
  const all: Instance[] = [];
  for (const { id, whole } of wholeSpans(each.span, start, scope)) {
    if (all.length >= MOST_SPANS) return { found, hidden: [{ fact, why: 'failure' }] };
    const first = Math.max(whole.first, start) as Day;
    if (to.come !== 'no' && first > to.latest) {
      // Up to the day asked about: it begins when that has come.
      if (to.latest === world.today) world.watch(first);
      break;
    }
    const span: Span = { first, last: lastOf(to, whole.last, first), whole };
    // A year and two months may begin together and be cut to the same day.
    const key = [id, first, span.last.earliest, span.last.latest, whole.first, whole.last, start].join('/');
    const named = list === undefined || row === undefined ? { id, key } : { id: `${row}/${id}`, key: `${list}/${row}/${key}`, list, row };
    const here: Instance = { ...named, day: first, span, among: { all, before: all.length } };
    const arisen = arisesOn(each.arises, scope, here);
    if (arisen === null || arisen.from > world.today) {
      world.watch(arisen?.from ?? Infinity);
      break;
    }
    const instance = arisen.from === first ? here : { ...here, day: arisen.from };
    const sure = arisen.sure && (to.come === 'no' || first <= to.earliest);
    found.push({ instance, applies: sure ? 'yes' : 'unknown', missing: sure ? [] : [...to.missing, ...arisen.missing] });
    all.push(instance);
  }
  return { found, hidden: [] };
}

/** Where the term ends within a period, that is its last day. */
function lastOf(to: Moment, whole: Day, first: Day): Span['last'] {
  if (to.come === 'no') return { earliest: whole, latest: whole, missing: [] };
  const latest = to.come === 'maybe' ? whole : (Math.min(whole, to.latest) as Day);
  const earliest = Math.max(first, Math.min(whole, to.earliest)) as Day;
  return { earliest, latest, missing: earliest === latest ? [] : to.missing };
}

/** The day from which a period is there; null: not yet. */
function arisesOn(
  arises: Operand | null,
  scope: Scope,
  instance: Instance,
): { readonly from: Day; readonly sure: boolean; readonly missing: readonly Missing[] } | null {
  if (arises === null) return { from: instance.span?.first ?? scope.world.today, sure: true, missing: [] };
  const moment = byDay(arises.evaluate(inInstance(scope, instance)) as Moment);
  if (moment.come === 'no' || !Number.isFinite(moment.earliest)) return null;
  const sure = moment.come === 'yes' && moment.latest <= scope.world.today;
  return { from: moment.earliest as Day, sure: sure || moment.earliest === moment.latest, missing: moment.missing };
}

interface Whole {
  readonly id: string;
  readonly whole: Span['whole'];
}

function* wholeSpans(span: CalendarSpan | Recurring, start: Day, scope: Scope): Generator<Whole> {
  if (typeof span === 'string') {
    const months = { month: 1, quarter: 3, year: 12 }[span];
    const { year, month } = partsOf(start);
    const anchor = dayOf(year, month - ((month - 1) % months), 1);
    for (let index = 0; ; index += 1) {
      const first = addMonths(anchor, index * months);
      yield { id: calendarId(span, first), whole: { first, last: addDays(addMonths(anchor, (index + 1) * months), -1) } };
    }
  }
  const nth = stepsFrom(span, start, scope);
  for (let index = 0; ; index += 1) {
    const first = nth(index);
    yield { id: formatDay(first), whole: { first, last: addDays(nth(index + 1), -1) } };
  }
}

function calendarId(span: CalendarSpan, first: Day): string {
  const text = formatDay(first);
  const { month } = partsOf(first);
  return span === 'year' ? text.slice(0, 4) : span === 'month' ? text.slice(0, 7) : `${text.slice(0, 4)}-Q${(month + 2) / 3}`;
}

/** The first day of the nth period, counted from the start. */
function stepsFrom(span: Recurring, start: Day, scope: Scope): (index: number) => Day {
  const { months, days } = lengthOf(span, scope);
  return (index) => (months > 0 ? addMonths(start, months * index) : addDays(start, days * index));
}

/** A contract may say 0: then there is no telling the periods apart. */
function hasLength(span: Recurring, scope: Scope): boolean {
  const { months, days } = lengthOf(span, scope);
  return months > 0 || days > 0;
}

function lengthOf({ length, unit }: Recurring, scope: Scope): Pick<Duration, 'months' | 'days'> {
  const value = length.evaluate(scope);
  if (unit === 'duration') return value as Duration;
  const amount = (value as Quantity).low.toNumber();
  return unit === 'days' ? { months: 0, days: amount } : { months: unit === 'years' ? amount * 12 : amount, days: 0 };
}
