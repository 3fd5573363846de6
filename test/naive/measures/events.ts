/** Measures of events: the first and last, counts and sums, this one and what answers it. */
import { isMap, type FieldType, type Written } from '../book.js';
import { DAY } from '../days.js';
import type { Evaluator, Here } from '../evaluator.js';
import { compare, least, minus, ONE, plus, times, toCents, whole, ZERO, type Fraction } from '../fraction.js';
import { select, type Selected } from '../select.js';
import type { Happening } from '../situation.js';
import { every, some, type Truth } from '../truth.js';
import {
  ANY_MOMENT,
  asMoment,
  asNum,
  byDay,
  compareMoments,
  NO_CHOICE,
  notYet,
  num,
  oneOf,
  onDay,
  yesNo,
  type Moment,
  type Num,
  type Value,
} from '../values.js';
import { anyOf, nameIn, quantityOf, sumOf, typesOf, type Measures } from './common.js';

/** The moment of one of the events found, by the first or the last; where nobody recorded, it may lie anywhere in the gap. */
function momentOf({ events, gap }: Selected, which: 'first' | 'last', today: number): Moment {
  const recorded = events.filter(({ sure }) => sure).map(({ event }) => event.at);
  const possible = [
    ...events.map(({ event }) => event.at),
    ...(gap === null ? [] : [{ from: gap.first * DAY, to: gap.last * DAY + DAY - 1 }]),
  ];
  if (possible.length === 0) return notYet(true);
  const come: Truth = recorded.length > 0 ? 'yes' : 'unknown';
  const pick = recorded.length > 0 ? recorded : null;
  const from = which === 'first' || pick === null ? Math.min(...possible.map((at) => at.from)) : Math.max(...pick.map((at) => at.from));
  const to = which === 'first' && pick !== null ? Math.min(...pick.map((at) => at.to)) : Math.max(...possible.map((at) => at.to));
  return { kind: 'moment', clock: true, from, to: Math.min(to, (today + 1) * DAY - 1), come };
}

/** The field of the first or last event: where several may be the one, what they all say. */
function fieldOf(name: string, { events, gap }: Selected, which: 'first' | 'last', evaluator: Evaluator, types: readonly string[]): Value {
  const meant = events.filter(({ event, sure }, index) => {
    const others = events.filter((other, at) => at !== index && other.sure);
    const isBeaten = others.some(({ event: other }) => (which === 'first' ? other.at.to < event.at.from : other.at.from > event.at.to));
    return !isBeaten || (!sure && events.length === 1);
  });
  const values = meant.map(({ event }) => event.fields.get(name));
  const type = evaluator.kinds.ofField(name, types);
  const nothing = absentOf(type);
  if (values.length === 0 && gap === null) return nothing;
  const any = anyOf(type, evaluator.book);
  if (values.length === 0 || gap !== null || values.some((value) => value === undefined)) return any;
  const all = values.map((value) => value as Value);
  return meant.some(({ sure }) => sure) ? oneOf(all) : all[0]!.kind === 'moment' ? ANY_MOMENT : oneOf([...all, nothing]);
}

/** Where no event is. */
function absentOf(type: FieldType | null): Value {
  if (type?.type === 'date' || type?.type === 'instant') return notYet(type.type === 'instant');
  if (type?.type === 'yes/no') return yesNo('no');
  return type?.['one-of'] !== undefined || type?.item !== undefined || ['party', 'rule', 'text'].includes(type?.type ?? 'text')
    ? NO_CHOICE
    : num(ZERO);
}

/** The day since which the sum, at the end of each day, has been at least the target. */
function reached(written: Written, here: Here, evaluator: Evaluator): Moment {
  const aim = asNum(evaluator.operand(written.reached, here));
  // What is owed is owed in whole cents.
  const inCents = (value: Fraction): Fraction => (evaluator.kinds.typeOf(written.reached)?.type === 'money' ? toCents(value) : value);
  const target = num(inCents(aim.low), aim.high === null ? null : inCents(aim.high));
  const field = String(written.adding);
  const adds = select(evaluator, typesOf(written.of), written, here, 'reached');
  const takes = written.less === undefined ? { events: [], gap: null } : select(evaluator, typesOf(written.less), written, here, 'reached');
  const from = written.from === undefined ? onDay(evaluator.situation.signedOn) : byDay(asMoment(evaluator.operand(written.from, here)));
  // Nothing is reached, not even nothing, before the window opens.
  if (from.come === 'no') return notYet(false);
  const start = from.come === 'yes' ? from.to : evaluator.situation.signedOn;
  const amount = (event: Happening): Fraction => quantityOf(event, field).low;
  const days = [
    ...new Set([...adds.events, ...takes.events].map(({ event }) => event.day).concat(adds.gap === null ? [] : [adds.gap.first])),
  ].sort((a, b) => a - b);
  const since = (aim: Fraction, kindly: boolean): number | null => {
    let reachedOn: number | null = compare(aim, ZERO) <= 0 ? start : null;
    for (const day of days) {
      const added =
        sumOf(adds.events.filter(({ event, sure }) => event.day <= day && (sure || kindly)).map(({ event }) => amount(event))) ?? ZERO;
      const taken =
        sumOf(takes.events.filter(({ event, sure }) => event.day <= day && (sure || !kindly)).map(({ event }) => amount(event))) ?? ZERO;
      const isThere = (kindly && adds.gap !== null && adds.gap.first <= day) || compare(minus(added, taken), aim) >= 0;
      reachedOn = isThere ? (reachedOn ?? day) : null;
    }
    return reachedOn;
  };
  const soonest = since(target.low, true);
  const surely = takes.gap !== null || target.high === null ? null : since(target.high, false);
  if (soonest === null) return notYet(false);
  const idle = soonest === surely && soonest === start && target.high !== null && compare(target.high, ZERO) <= 0;
  return { kind: 'moment', clock: false, from: soonest, to: surely ?? here.today, come: surely === null ? 'unknown' : 'yes', idle };
}

function sum(written: Written, here: Here, evaluator: Evaluator): Num {
  const fields = isMap(written.of)
    ? (written.of as Readonly<Record<string, string>>)
    : Object.fromEntries(typesOf(written.of).map((type) => [type, String(written.sum)]));
  const { events, gap } = select(evaluator, Object.keys(fields), written, here, 'sum');
  const free = written.beyond === undefined ? num(ZERO) : asNum(evaluator.operand(written.beyond, here));
  const total = (which: readonly { readonly event: Happening }[], freeCount: Fraction, end: 'low' | 'high'): Fraction | null => {
    let left = freeCount;
    let result = ZERO;
    for (const { event } of which) {
      const amount = quantityOf(event, fields[event.type] ?? '')[end];
      if (amount === null) return null;
      const unbilled = least(left, amount);
      left = minus(left, unbilled);
      const at = { ...here, terms: event.day };
      const rate = written.times === undefined ? ONE : asNum(evaluator.operand(written.times, evaluator.here(at))).low;
      result = plus(result, times(minus(amount, unbilled), rate));
    }
    return result;
  };
  const sure = events.filter((one) => one.sure);
  return num((free.high === null ? null : total(sure, free.high, 'low')) ?? ZERO, gap === null ? total(events, free.low, 'high') : null);
}

/** Of what is there, it is one of the choices, not none. */
const leftOut = (value: Value, isThere: boolean): Value => (isThere && value.kind === 'choice' ? { ...value, come: 'yes' } : value);

/** An answer to this event, or a field of it. */
function answer(written: Written, here: Here, evaluator: Evaluator): Value {
  const { instance, today } = here;
  const types = typesOf(written.answer);
  const field = nameIn(written.field);
  const type = field === null ? null : evaluator.kinds.ofField(field, types);
  const nothing: Value = field === null ? notYet(true) : absentOf(type);
  if (instance?.kind !== 'event') return nothing;
  const mine = types.filter((one) => evaluator.book.events[one]?.answers === instance.type);
  const [found] = mine.flatMap((one) => evaluator.situation.answer(instance, one, here.known) ?? []);
  const gaps = mine.map((one) => evaluator.situation.gap(one, today)).filter((gap) => gap !== null);
  const gapStart = gaps.length === 0 ? null : Math.max(Math.min(...gaps), instance.day);
  if (found === undefined && gapStart === null) return nothing;
  if (field !== null) return found?.fields.get(field) ?? leftOut(anyOf(type, evaluator.book), found !== undefined);
  // Not before the event itself.
  const from = gapStart === null ? Infinity : Math.max(gapStart * DAY, instance.at.from);
  if (found === undefined) return { kind: 'moment', clock: true, from, to: (today + 1) * DAY - 1, come: 'unknown' };
  return { ...found.at, from: Math.min(from, found.at.from) };
}

/** The event that this one answers, or a field of it. */
function answered(written: Written, here: Here, evaluator: Evaluator): Value {
  const { instance, today } = here;
  const types = typesOf(written.answered);
  const field = nameIn(written.field);
  const type = field === null ? null : evaluator.kinds.ofField(field, types);
  const nothing: Value = field === null ? notYet(true) : absentOf(type);
  if (instance?.kind !== 'event') return nothing;
  const meant = evaluator.situation.events.find(
    (one) =>
      types.includes(one.type) && one.day <= here.known && evaluator.situation.answer(one, instance.type, here.known)?.id === instance.id,
  );
  if (meant !== undefined) return field === null ? meant.at : (meant.fields.get(field) ?? anyOf(type, evaluator.book));
  const gaps = types.map((one) => evaluator.situation.gap(one, today)).filter((gap) => gap !== null);
  if (gaps.length === 0) return nothing;
  if (field !== null) return anyOf(type, evaluator.book);
  const from = Math.min(...gaps) * DAY;
  return from > instance.at.to ? nothing : { kind: 'moment', clock: true, from, to: instance.at.to, come: 'unknown' };
}

/** When what began with an event ended. */
export function endOf(event: Happening, here: Here, evaluator: Evaluator): Moment {
  const answering = Object.entries(evaluator.book.events).filter(([, type]) => type.answers === event.type);
  return asMoment(answer({ answer: answering.map(([name]) => name) }, evaluator.here({ ...here, instance: event }), evaluator));
}

function ongoing(written: Written, here: Here, evaluator: Evaluator): Value {
  const at = asMoment(evaluator.operand(written.at, here));
  const { events, gap } = select(evaluator, typesOf(written.ongoing), written, here, 'ongoing');
  const open = events.map(({ event, sure }) =>
    every([
      sure ? 'yes' : 'unknown',
      compareMoments('on-or-before', event.at, at, here.today),
      compareMoments('on-or-after', endOf(event, here, evaluator), at, here.today),
    ]),
  );
  return yesNo(some([...open, ...(gap === null ? [] : (['unknown'] as const))]));
}

function firstOrLast(which: 'first' | 'last', written: Written, here: Here, evaluator: Evaluator): Value {
  const types = typesOf(written[which]);
  const found = select(evaluator, types, written, here, which);
  const field = nameIn(written.field);
  return field === null ? momentOf(found, which, here.today) : fieldOf(field, found, which, evaluator, types);
}

export const OF_EVENTS: Measures = {
  first: (written, here, evaluator) => firstOrLast('first', written, here, evaluator),
  last: (written, here, evaluator) => firstOrLast('last', written, here, evaluator),
  count: (written, here, evaluator) => {
    const { events, gap } = select(evaluator, typesOf(written.count), written, here, 'count');
    return num(whole(events.filter(({ sure }) => sure).length), gap === null ? whole(events.length) : null);
  },
  sum,
  reached,
  moment: (written, here, evaluator) => {
    if (written.moment === 'arisen') return evaluator.verdicts.arisen(here);
    return here.instance?.kind === 'event' ? here.instance.at : notYet(true);
  },
  answer,
  answered,
  ongoing,
};

/** Last among all: `field` is a parameter of others too. */
export const FIELD: Measures = {
  field: (written, { instance }, evaluator) => {
    const name = nameIn(written.field) ?? '';
    const event = instance?.kind === 'event' ? instance : null;
    const type = evaluator.kinds.ofField(name, event === null ? undefined : [event.type]) ?? evaluator.kinds.ofField(name);
    return event?.fields.get(name) ?? leftOut(anyOf(type, evaluator.book), event !== null);
  },
};
