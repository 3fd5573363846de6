/** What a rule or a fact is asked of, one by one: an event, a month or period, a row of a list. */
import { isMap, listOf, type Written } from './book.js';
import { firstOfMonth, monthsOn, partsOf, textOf } from './days.js';
import type { Evaluator, Here } from './evaluator.js';
import { select } from './select.js';
import type { Happening } from './situation.js';
import { every, type Truth } from './truth.js';
import { asMoment, asNum, byDay, hasHappened, onDay, type Moment, type Rows } from './values.js';

interface Common {
  /** As in the report. */
  readonly id: string;
  /** Not the same for any two. */
  readonly key: string;
  /** The day as amended to which terms are read. */
  readonly day: number;
}
export interface Span extends Common {
  readonly kind: 'span';
  /** Of a month or period of a row: its name. */
  readonly row: string | null;
  readonly each: Written;
  /** From when to when the months or periods were asked for, as it stood there. */
  readonly from: Moment;
  readonly to: Moment;
  readonly first: number;
  readonly last: number;
  /** Those before it, in order, and itself. */
  readonly through: readonly Instance[];
}
export interface Row extends Common {
  readonly kind: 'row';
  readonly each: Written;
  readonly through: readonly Instance[];
}
export type Instance = Happening | Span | Row;

export interface Found {
  readonly all: readonly { readonly instance: Instance; readonly sure: Truth }[];
  /** There may be others, of which nobody knows. */
  readonly isHidden: boolean;
  /** Between which days those may lie; null: no matter. */
  readonly gap: { readonly first: number; readonly last: number } | null;
}
/** The day on which the one of a rule arises; null: when it begins. */
export type Arising = (instance: Instance) => Moment;

const isSpans = (each: unknown): each is Written =>
  isMap(each) && ['month', 'quarter', 'year', 'every'].some((key) => Object.hasOwn(each, key));
const isRows = (each: unknown): each is Written => isMap(each) && Object.hasOwn(each, 'item');

export function instancesOf(
  evaluator: Evaluator,
  each: unknown,
  written: Written,
  here: Here,
  arising: Arising | null,
  main?: string,
): Found {
  if (isSpans(each)) return isRows(each) ? spansOfRows(evaluator, each, here, arising) : spans(evaluator, each, here, arising, null);
  if (isRows(each)) return rows(evaluator, each, here, arising);
  const within = isMap(each) ? { ...written, ...each } : written;
  const types = listOf(isMap(each) ? each.event : each).map(String);
  const { events, gap } = select(evaluator, types, within, here, main);
  return { all: events.map(({ event, sure }) => ({ instance: event, sure: sure ? 'yes' : 'unknown' })), isHidden: gap !== null, gap };
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The first and last day of the months or periods, one after the other; those of the calendar from the one in which `from` lies. */
function* stretches(evaluator: Evaluator, each: Written, from: number, here: Here): Generator<{ first: number; last: number; id: string }> {
  for (const [name, length] of Object.entries(MONTHS)) {
    if (!Object.hasOwn(each, name)) continue;
    const start = firstOfMonth(from, length);
    for (let at = 0; ; at += length) {
      const first = monthsOn(start, at);
      const { year, month } = partsOf(first);
      const ids = { month: textOf(first).slice(0, 7), quarter: `${year}-Q${(month - 1) / 3 + 1}`, year: String(year) };
      yield { first, last: monthsOn(start, at + length) - 1, id: ids[name as keyof typeof MONTHS] };
    }
  }
  const { unit, amount } = lengthOf(evaluator, each.every, here);
  if (amount <= 0) throw new Error('periods of no length');
  const on = (count: number): number => (unit === 'days' ? from + count * amount : monthsOn(from, count * amount));
  for (let count = 0; ; count++) yield { first: on(count), last: on(count + 1) - 1, id: textOf(on(count)) };
}

function lengthOf(evaluator: Evaluator, name: unknown, here: Here): { readonly unit: 'days' | 'months'; readonly amount: number } {
  const value = evaluator.operand(name, here);
  if (value.kind === 'duration') return value.months > 0 ? { unit: 'months', amount: value.months } : { unit: 'days', amount: value.days };
  const { over, under } = asNum(value).low;
  const amount = Number(over / under);
  const unit = evaluator.kinds.unitOf(name);
  return unit === 'years' ? { unit: 'months', amount: amount * 12 } : { unit: unit === 'months' ? 'months' : 'days', amount };
}

const bound = (evaluator: Evaluator, name: unknown, here: Here): Moment => byDay(asMoment(evaluator.operand(name, here)));

/** The months or periods of one row after the other. */
function spansOfRows(evaluator: Evaluator, each: Written, here: Here, arising: Arising | null): Found {
  const found = rows(evaluator, each, here, null).all.map(({ instance }) =>
    spans(evaluator, each, evaluator.here({ ...here, instance, terms: instance.day }), arising, instance.id),
  );
  return { all: found.flatMap(({ all }) => all), isHidden: found.some(({ isHidden }) => isHidden), gap: null };
}

function spans(evaluator: Evaluator, each: Written, here: Here, arising: Arising | null, row: string | null): Found {
  const { today } = here;
  const from = bound(evaluator, each.from ?? 'signedOn', here);
  const to = bound(evaluator, each.to ?? 'never', here);
  if (from.come === 'no' || (arising === null && from.from > today)) return { all: [], isHidden: false, gap: null };
  if (from.come !== 'yes' || from.from !== from.to) return { all: [], isHidden: true, gap: null };
  const all: { instance: Instance; sure: Truth }[] = [];
  const through: Instance[] = [];
  for (const { first, last, id: period } of stretches(evaluator, each, from.from, here)) {
    const id = row === null ? period : `${row}/${period}`;
    const begins = Math.max(first, from.from);
    if (to.come === 'yes' && begins > to.to) break;
    // Where nothing arises of its own, all that it is follows from these: the same months asked for on two days are the same.
    const asked = arising === null ? `${from.from} ${to.come} ${to.from} ${to.to}` : `at ${here.number}`;
    const key = `${evaluator.numberOf(each)} ${id} ${through.length} ${first} ${last} ${asked}`;
    const span = (day: number): Span => ({ kind: 'span', row, id, key: `${key} ${day}`, day, each, from, to, first, last, through });
    const arisen = arising === null ? onDay(begins) : byDay(arising(span(begins)));
    const come = hasHappened(arisen, today);
    if (come === 'no' && begins > today) break;
    if (come === 'no') continue;
    const isCut = to.come !== 'no' && begins > to.from;
    const instance = span(arisen.come === 'yes' && arisen.to <= today ? arisen.to : today);
    through.push(instance);
    all.push({ instance, sure: every([come, isCut ? 'unknown' : 'yes']) });
  }
  // Each knows those through itself alone.
  const found = all.map(({ instance, sure }, index) => ({
    instance: { ...(instance as Span), through: through.slice(0, index + 1) },
    sure,
  }));
  return { all: found, isHidden: false, gap: null };
}

/** The first and last day of a month or period: as it is, or cut to `from` and `to` as they stand on the day asked about, also where a fact is looked at as it was. */
export function daysOf(span: Span, whole: boolean): { readonly first: Moment; readonly last: Moment } {
  if (whole) return { first: onDay(span.first), last: onDay(span.last) };
  const { from, to } = span;
  const first = from.come === 'no' ? span.first : Math.max(span.first, from.from);
  if (to.come === 'no') return { first: onDay(first), last: onDay(span.last) };
  const latest = to.come === 'unknown' ? span.last : Math.min(span.last, to.to);
  return { first: onDay(first), last: { ...onDay(latest), from: Math.min(span.last, Math.max(to.from, first)) } };
}

type Cells = Rows['rows'][number];

function rowsOf(evaluator: Evaluator, list: string, here: Here): readonly Cells[] {
  const value = evaluator.operand(list, here);
  if (value.kind !== 'rows') throw new Error(`no rows but ${value.kind}`);
  return value.rows;
}

/** What stands in its first column. */
function nameOf(row: Cells): string {
  const [name] = Object.values(row);
  return name?.kind === 'choice' ? (name.among?.[0] ?? '') : '';
}

/** The row of a name, in the list as amended to the day as amended to which terms are read. */
export const rowNamed = (evaluator: Evaluator, list: string, name: string, here: Here): Cells | undefined =>
  rowsOf(evaluator, list, here).find((row) => nameOf(row) === name);

function rows(evaluator: Evaluator, each: Written, here: Here, arising: Arising | null): Found {
  const found: Row[] = [];
  for (const row of rowsOf(evaluator, String(each.item), here)) {
    const id = nameOf(row);
    const key = `${evaluator.numberOf(each)} ${id} ${here.number}`;
    const at = (day: number): Row => ({ kind: 'row', id, key: `${key} ${day}`, day, each, through: [] });
    const arisen = arising === null ? null : byDay(arising(at(evaluator.situation.signedOn)));
    const day = arisen !== null && arisen.come === 'yes' && arisen.to <= here.today ? arisen.to : here.terms;
    found.push({ ...at(day), through: [] });
  }
  const all = found.map((row, index) => ({ instance: { ...row, through: found.slice(0, index + 1) }, sure: 'yes' as const }));
  return { all, isHidden: false, gap: null };
}

/** Whether a day, or what may lie on any day from then on, lies in a month or period at its longest. */
export function isInside(span: Span, day: number, isOpen: boolean): boolean {
  const { first, last } = daysOf(span, false);
  return (isOpen || day >= first.from) && day <= last.to;
}
