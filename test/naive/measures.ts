/** Every measure, as rules/README.md has it. */
import { isMap, listOf, type Written } from './book.js';
import { CALENDAR_LAST, DAY, isWorkingDay, lastDayOf, monthsOn, weekday, type Period } from './days.js';
import type { Evaluator, Here } from './evaluator.js';
import { by, compare, ENDLESS, floor, least, minus, most, ONE, plus, times, whole, ZERO, fraction, type Fraction } from './fraction.js';
import { select, type Selected } from './select.js';
import { choicesOf, type Happening } from './situation.js';
import { every, some, type Truth } from './truth.js';
import {
  ANY_NUMBER,
  asMoment,
  asNum,
  asTruth,
  byDay,
  compareMoments,
  isExact,
  isOneDay,
  notYet,
  num,
  onDay,
  yesNo,
  type Choice,
  type Moment,
  type Num,
  type Value,
} from './values.js';
import { readWords } from './words.js';

type Measure = (written: Written, here: Here, evaluator: Evaluator, fact: string) => Value;

/** A period longer than a hundred years never ends. */
const NEVER = 36_500;

const numbers = (written: unknown, here: Here, evaluator: Evaluator): Num[] =>
  listOf(written).map((one) => asNum(evaluator.operand(one, here)));
const typesOf = (written: unknown): string[] => listOf(written).map(String);
/** A name, where one stands. */
const nameIn = (written: unknown): string | null => (typeof written === 'string' ? written : null);

function sumOf(values: readonly (Fraction | null)[]): Fraction | null {
  return values.reduce<Fraction | null>((sum, one) => (sum === null || one === null ? null : plus(sum, one)), ZERO);
}
/** What was left out is not known. */
function quantityOf(event: Happening, field: string): Num {
  const value = event.fields.get(field);
  return value === undefined ? ANY_NUMBER : asNum(value);
}
const atLeast = (floorAt: Fraction, value: Fraction): Fraction => most(floorAt, value);

export function subtract(a: Num, b: Num): Num {
  return num(b.high === null ? ZERO : atLeast(ZERO, minus(a.low, b.high)), a.high === null ? null : atLeast(ZERO, minus(a.high, b.low)));
}

function divide(a: Num, b: Num): Num {
  if (compare(b.low, ZERO) > 0) return num(b.high === null ? ZERO : by(a.low, b.high), a.high === null ? null : by(a.high, b.low));
  if (!isExact(b)) return ANY_NUMBER;
  // By a sure nothing: without end, and nothing of nothing is nothing.
  if (isExact(a)) return num(compare(a.low, ZERO) === 0 ? ZERO : ENDLESS);
  return compare(a.low, ZERO) > 0 ? num(ENDLESS) : ANY_NUMBER;
}

const smaller = (a: Num, b: Num): Num =>
  num(least(a.low, b.low), a.high === null ? b.high : b.high === null ? a.high : least(a.high, b.high));
const larger = (a: Num, b: Num): Num => num(most(a.low, b.low), a.high === null || b.high === null ? null : most(a.high, b.high));

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

const unknownLike = (value: Value, choices: readonly string[] | null): Value => {
  switch (value.kind) {
    case 'number':
      return ANY_NUMBER;
    case 'moment':
      return { ...value, from: -Infinity, to: Infinity, come: 'unknown' };
    case 'yes/no':
      return yesNo('unknown');
    default:
      return { kind: 'choice', among: choices, come: 'unknown' };
  }
};

/** The field of the first or last event: where several may be the one, what they all say. */
function fieldOf(name: string, { events, gap }: Selected, which: 'first' | 'last'): Value {
  const meant = events.filter(({ event, sure }, index) => {
    const others = events.filter((other, at) => at !== index && other.sure);
    const isBeaten = others.some(({ event: other }) =>
      which === 'first'
        ? other.at.to < event.at.from || (isSame(other, event) && other.id < event.id)
        : other.at.from > event.at.to || (isSame(other, event) && other.id > event.id),
    );
    return !isBeaten || (!sure && events.length === 1);
  });
  const values = meant.map(({ event }) => event.fields.get(name));
  const [one] = values;
  if (one === undefined && events.length === 0 && gap === null) return notYet(false);
  if (one === undefined || gap !== null || values.some((value) => value === undefined) || !meant.some(({ sure }) => sure))
    return { ...notYet(false), from: -Infinity, to: Infinity, come: 'unknown' };
  const days = values.map((value) => asMoment(value as Value));
  return { ...days[0]!, from: Math.min(...days.map((day) => day.from)), to: Math.max(...days.map((day) => day.to)) };
}
const isSame = (a: Happening, b: Happening): boolean => a.at.from === b.at.from && a.at.to === b.at.to && a.at.from === a.at.to;

/** Sums by day, at least and at most. */
function dailySums(field: string, { events }: Selected): ReadonlyMap<number, { low: Fraction; high: Fraction }> {
  const days = new Map<number, { low: Fraction; high: Fraction }>();
  for (const { event, sure } of events) {
    const { low, high } = days.get(event.day) ?? { low: ZERO, high: ZERO };
    const amount = quantityOf(event, field).low;
    days.set(event.day, { low: sure ? plus(low, amount) : low, high: plus(high, amount) });
  }
  return days;
}

/** Runs over every start of a window: the highest sum, at least and at most. */
function peak(written: Written, here: Here, evaluator: Evaluator): Num {
  const found = select(evaluator, typesOf(written.of), written, here, 'peak');
  const days = dailySums(String(written.peak), found);
  const byWeek = written.window === 'calendar-week';
  const length = byWeek ? 7 : Number(asNum(evaluator.operand(written.window, here)).low.over);
  let best = num(ZERO);
  for (const end of days.keys()) {
    for (let first = end - length + 1; first <= end; first++) {
      if (byWeek && weekday(first) !== 0) continue;
      const inside = [...days].filter(([day]) => day >= first && day < first + length).map(([, sums]) => sums);
      best = num(
        most(best.low, sumOf(inside.map(({ low }) => low)) ?? ZERO),
        most(best.high ?? ZERO, sumOf(inside.map(({ high }) => high)) ?? ZERO),
      );
    }
  }
  return num(best.low, found.gap === null ? best.high : null);
}

function longestRun(written: Written, here: Here, evaluator: Evaluator): Num {
  const found = select(evaluator, typesOf(written.of), written, here, 'longest-run');
  const days = dailySums(String(written['longest-run']), found);
  const limit = asNum(evaluator.operand(written['more-than'], here)).low;
  const longest = (which: 'low' | 'high'): number => {
    const over = (day: number): boolean => compare(days.get(day)?.[which] ?? ZERO, limit) > 0;
    const lengths = [...days.keys()].map((start) => {
      let day = start;
      while (over(day)) day += 1;
      return day - start;
    });
    return Math.max(0, ...lengths);
  };
  return num(whole(longest('low')), found.gap === null ? whole(longest('high')) : null);
}

/** The day since which the sum, at the end of each day, has been at least the target. */
function reached(written: Written, here: Here, evaluator: Evaluator): Moment {
  const target = asNum(evaluator.operand(written.reached, here));
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
  return { kind: 'moment', clock: false, from: soonest, to: surely ?? here.today, come: surely === null ? 'unknown' : 'yes' };
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
      const rate = written.times === undefined ? ONE : asNum(evaluator.operand(written.times, { ...here, terms: event.day })).low;
      result = plus(result, times(minus(amount, unbilled), rate));
    }
    return result;
  };
  const sure = events.filter((one) => one.sure);
  return num((free.high === null ? null : total(sure, free.high, 'low')) ?? ZERO, gap === null ? total(events, free.low, 'high') : null);
}

/** An answer to this event, or a field of it. */
function answer(written: Written, here: Here, evaluator: Evaluator): Value {
  const { instance, today } = here;
  const types = typesOf(written.answer);
  const field = nameIn(written.field);
  const choices = field === null ? null : allChoices(field, evaluator);
  const nothing: Value = field === null ? notYet(true) : { kind: 'choice', among: [], come: 'no' };
  if (instance === null) return nothing;
  const mine = types.filter((type) => evaluator.book.events[type]?.answers === instance.type);
  const through = Math.min(today, here.known);
  const [found] = mine.flatMap((type) => evaluator.situation.answer(instance, type, through) ?? []);
  const gaps = mine.map((type) => evaluator.situation.gap(type, today)).filter((gap) => gap !== null);
  const gapStart = gaps.length === 0 ? null : Math.max(Math.min(...gaps), instance.day);
  if (found === undefined && gapStart === null) return nothing;
  if (field !== null) {
    const value = found?.fields.get(field);
    return value ?? { kind: 'choice', among: choices, come: 'unknown' };
  }
  // Not before the event itself.
  const from = gapStart === null ? Infinity : Math.max(gapStart * DAY, instance.at.from);
  if (found === undefined) return { kind: 'moment', clock: true, from, to: (today + 1) * DAY - 1, come: 'unknown' };
  return { ...found.at, from: Math.min(from, found.at.from) };
}

function allChoices(field: string, evaluator: Evaluator): readonly string[] | null {
  const lists = Object.values(evaluator.book.events).flatMap((type) =>
    type.data[field] === undefined ? [] : [choicesOf(type.data[field], evaluator.book)],
  );
  return lists.every((list) => list !== null) ? [...new Set(lists.flat())] : null;
}

/** The first to come, the last once all have come, the first that there is. */
function choosing(key: 'earliest' | 'latest' | 'prevailing'): Measure {
  return (written, here, evaluator) => {
    const all = listOf(written[key]).map((one) => asMoment(evaluator.operand(one, here)));
    const values = all.every((one) => one.clock) ? all : all.map(byDay);
    const clock = values.every((one) => one.clock);
    if (key === 'prevailing') return values.reduceRight((rest, one) => prevail(one, rest));
    const there = values.filter((one) => one.come !== 'no');
    if (there.length === 0 || (key === 'latest' && there.length < values.length)) return notYet(clock);
    const certain = there.filter((one) => one.come === 'yes');
    if (key === 'latest')
      return {
        kind: 'moment',
        clock,
        from: Math.max(...there.map((one) => one.from)),
        to: Math.max(...there.map((one) => one.to)),
        come: certain.length === there.length ? 'yes' : 'unknown',
      };
    const to = certain.length > 0 ? Math.min(...certain.map((one) => one.to)) : Math.max(...there.map((one) => one.to));
    return { kind: 'moment', clock, from: Math.min(...there.map((one) => one.from)), to, come: certain.length > 0 ? 'yes' : 'unknown' };
  };
}

function prevail(one: Moment, rest: Moment): Moment {
  if (one.come === 'yes') return one;
  if (one.come === 'no') return rest;
  return rest.come === 'no' ? one : { ...rest, from: Math.min(one.from, rest.from), to: Math.max(one.to, rest.to) };
}

function monthsBegun(from: number, to: number): number {
  let begun = 0;
  // A month begins with the first day, and then on the day after each corresponding day.
  while ((begun === 0 ? from : monthsOn(from, begun) + 1) <= to) begun += 1;
  return begun;
}

function between(key: 'days-between' | 'months-begun'): Measure {
  const count = (from: number, to: number): number => (to < from ? 0 : key === 'days-between' ? to - from : monthsBegun(from, to));
  return (written, here, evaluator) => {
    const [a, b] = listOf(written[key]).map((one) => byDay(asMoment(evaluator.operand(one, here)))) as [Moment, Moment];
    if (a.come === 'no' || b.come === 'no') return num(ZERO);
    if (![a.from, a.to, b.to].every(Number.isFinite)) return ANY_NUMBER;
    const high = whole(count(a.from, b.to));
    return num(a.come === 'yes' && b.come === 'yes' && Number.isFinite(b.from) ? whole(count(a.to, b.from)) : ZERO, high);
  };
}

/** Working days touched or wholly covered by what began and perhaps ended. */
function workingDays(written: Written, here: Here, evaluator: Evaluator): Num {
  const way = String(written['working-days']);
  const spread = (moment: Moment): readonly [number, number] =>
    moment.clock ? [moment.from, moment.to] : [moment.from * DAY, moment.to * DAY + DAY - 1];
  const start = asMoment(evaluator.operand(written.from, here));
  const end = asMoment(evaluator.operand(written.to, here));
  if (start.come === 'no') return num(ZERO);
  const [startFrom, startTo] = spread(start);
  const now = (here.today + 1) * DAY;
  const [endAtFirst, endTo] = end.come === 'no' ? [now, now] : spread(end);
  const endFrom =
    way === 'touched' && endAtFirst < endTo && Math.floor(endAtFirst / DAY) === Math.floor(endTo / DAY) ? endAtFirst + 1 : endAtFirst;
  const count = (from: number, to: number): number => {
    let days = 0;
    for (let day = Math.floor(from / DAY); day <= Math.min(Math.floor(to / DAY), CALENDAR_LAST); day++) {
      // The last millisecond of a day of which only the date is known stands for its end.
      const counts = way === 'whole' ? from <= day * DAY && to >= day * DAY + DAY - 1 : to > day * DAY || from === to;
      if (counts && isWorkingDay(day)) days += 1;
    }
    return days;
  };
  const low = start.come === 'yes' ? count(startTo, Math.min(endFrom, now)) : 0;
  return num(whole(low), whole(count(startFrom, end.come === 'yes' ? Math.min(endTo, now) : now)));
}

function period(written: Written, here: Here, evaluator: Evaluator): Moment {
  const start = byDay(asMoment(evaluator.operand(written.from, here)));
  if (start.come === 'no') return notYet(false);
  const length = evaluator.operand(written.period, here);
  const many = written.times === undefined ? num(ONE) : asNum(evaluator.operand(written.times, here));
  const unit = length.kind === 'duration' ? (length.months > 0 ? 'months' : 'days') : unitOf(String(written.period), evaluator);
  const one = length.kind === 'duration' ? num(whole(length.months > 0 ? length.months : length.days)) : asNum(length);
  const roll = written.roll ?? chosen(evaluator.book.roll, here, evaluator);
  /** null: never. */
  const last = (from: number, amount: Fraction | null): number | null => {
    if (amount === null || compare(amount, whole(NEVER)) > 0) return null;
    const { over, under } = amount;
    const how: Period = {
      unit,
      amount: Number(over / under),
      backward: written.backward === 'yes',
      included: written['first-day'] === 'included',
      roll: String(roll),
    };
    return lastDayOf(from, how);
  };
  const from = Number.isFinite(start.from) ? last(start.from, times(one.low, many.low)) : -Infinity;
  const to = Number.isFinite(start.to)
    ? last(start.to, one.high === null || many.high === null ? null : times(one.high, many.high))
    : Infinity;
  if (from === null) return notYet(false);
  return { kind: 'moment', clock: false, from, to: to ?? Infinity, come: to === null ? 'unknown' : start.come };
}

/** What a length counts: the declared unit of a term, else what a fact is made of. */
function unitOf(name: string, evaluator: Evaluator): Period['unit'] {
  const { book } = evaluator;
  const within = Object.values(book.readings).find((reading) => reading.within?.as === name)?.within;
  const type = book.terms[name]?.type ?? within?.type;
  if (type === 'working-days' || type === 'months') return type;
  return 'days';
}

/** The alternative chosen of what may hang on a reading. */
export function chosen(written: unknown, here: Here, evaluator: Evaluator): unknown {
  if (!isMap(written)) return written;
  const choices = written.choices as Written;
  return choices[evaluator.situation.reading(String(written.reading), here.terms)];
}

/** A yes/no fact, asked of each event. */
function asked(
  key: string,
  written: Written,
  here: Here,
  evaluator: Evaluator,
): { readonly truths: readonly Truth[]; readonly open: boolean } {
  const { events, gap } = select(evaluator, typesOf(written.each), written, here, key);
  const truths = events.map(({ event, sure }) =>
    every([asTruth(evaluator.operand(written[key], { ...here, instance: event, terms: event.day })), sure ? 'yes' : 'unknown']),
  );
  return { truths, open: gap !== null };
}

function ongoing(written: Written, here: Here, evaluator: Evaluator): Value {
  const types = typesOf(written.ongoing);
  const at = asMoment(evaluator.operand(written.at, here));
  const { events, gap } = select(evaluator, types, written, here, 'ongoing');
  const answers = Object.entries(evaluator.book.events).filter(([, type]) => types.includes(type.answers ?? ''));
  const open = events.map(({ event, sure }) => {
    const end = asMoment(answer({ answer: answers.map(([name]) => name) }, { ...here, instance: event }, evaluator));
    return every([
      sure ? 'yes' : 'unknown',
      compareMoments('on-or-before', event.at, at, here.today),
      compareMoments('on-or-after', end, at, here.today),
    ]);
  });
  return yesNo(some([...open, ...(gap === null ? [] : (['unknown'] as const))]));
}

function agreeing(written: Written, here: Here, evaluator: Evaluator): Choice {
  const said = listOf(written.agreeing)
    .map((one) => evaluator.operand(one, here) as Choice)
    .filter((one) => one.come !== 'no');
  if (said.length === 0) return { kind: 'choice', among: [], come: 'no' };
  const all = [...new Set(said.flatMap((one) => one.among ?? []))];
  const common = all.filter((one) => said.every(({ among }) => among === null || among.includes(one)));
  return { kind: 'choice', among: common.length > 0 ? common : all, come: 'yes' };
}

const MEASURES: Readonly<Record<string, Measure>> = {
  first: (written, here, evaluator) => {
    const found = select(evaluator, typesOf(written.first), written, here, 'first');
    return written.field === undefined ? momentOf(found, 'first', here.today) : fieldOf(nameIn(written.field) ?? '', found, 'first');
  },
  last: (written, here, evaluator) => {
    const found = select(evaluator, typesOf(written.last), written, here, 'last');
    return written.field === undefined ? momentOf(found, 'last', here.today) : fieldOf(nameIn(written.field) ?? '', found, 'last');
  },
  count: (written, here, evaluator) => {
    const { events, gap } = select(evaluator, typesOf(written.count), written, here, 'count');
    return num(whole(events.filter(({ sure }) => sure).length), gap === null ? whole(events.length) : null);
  },
  sum,
  reached,
  peak,
  'longest-run': longestRun,
  moment: (written, here, evaluator) =>
    written.moment === 'this' ? (here.instance?.at ?? notYet(true)) : evaluator.verdicts(evaluator).arisen(here),
  answer,
  ongoing,
  some: (written, here, evaluator) => {
    const { truths, open } = asked('some', written, here, evaluator);
    return yesNo(some([...truths, ...(open ? (['unknown'] as const) : [])]));
  },
  'how-many': (written, here, evaluator) => {
    const { truths, open } = asked('how-many', written, here, evaluator);
    const sure = truths.filter((truth) => truth === 'yes').length;
    return num(whole(sure), open ? null : whole(truths.filter((truth) => truth !== 'no').length));
  },
  was: (written, here, evaluator) => {
    const on = byDay(asMoment(evaluator.operand(written.on, here)));
    if (isOneDay(on)) return evaluator.operand(written.was, { ...here, today: Math.min(on.from, here.today) });
    const kind = evaluator.operand(written.was, here);
    if (on.come !== 'no') return unknownLike(kind, null);
    return kind.kind === 'number' ? num(ZERO) : kind.kind === 'moment' ? notYet(kind.clock) : yesNo('no');
  },
  period,
  'day-before': (written, here, evaluator) => {
    const day = byDay(asMoment(evaluator.operand(written['day-before'], here)));
    return { ...day, from: day.from - 1, to: day.to - 1 };
  },
  'ends-on': (written, here, evaluator) => {
    const until = asMoment(evaluator.operand(written['ends-on'], here));
    return byDay(until.clock && until.from === until.to ? { ...until, from: until.from - 1, to: until.to - 1 } : until);
  },
  arrived: (written, here, evaluator) => {
    const day = byDay(asMoment(evaluator.operand(written.arrived, here)));
    if (day.come === 'no' || day.from > here.today) return notYet(false);
    return day.to > here.today ? { ...day, to: here.today, come: 'unknown' } : day;
  },
  earliest: choosing('earliest'),
  latest: choosing('latest'),
  prevailing: choosing('prevailing'),
  'days-between': between('days-between'),
  'months-begun': between('months-begun'),
  'working-days': workingDays,
  add: (written, here, evaluator) => {
    const values = numbers(written.add, here, evaluator);
    return num(sumOf(values.map(({ low }) => low)) ?? ZERO, sumOf(values.map(({ high }) => high)));
  },
  subtract: (written, here, evaluator) => {
    const [a, b] = numbers(written.subtract, here, evaluator) as [Num, Num];
    return subtract(a, b);
  },
  multiply: (written, here, evaluator) => {
    const values = numbers(written.multiply, here, evaluator);
    const isNothing = values.some(({ high }) => high !== null && compare(high, ZERO) === 0);
    const high = values.reduce<Fraction | null>(
      (product, value) => (product === null || value.high === null ? null : times(product, value.high)),
      ONE,
    );
    return num(
      values.reduce((product, { low }) => times(product, low), ONE),
      isNothing ? ZERO : high,
    );
  },
  divide: (written, here, evaluator) => {
    const [a, b] = numbers(written.divide, here, evaluator) as [Num, Num];
    return divide(a, b);
  },
  smaller: (written, here, evaluator) => numbers(written.smaller, here, evaluator).reduce(smaller),
  larger: (written, here, evaluator) => numbers(written.larger, here, evaluator).reduce(larger),
  whole: (written, here, evaluator) => {
    const { low, high } = asNum(evaluator.operand(written.whole, here));
    return num(floor(low), high === null ? null : floor(high));
  },
  take: (written, here, evaluator) => {
    const value = asNum(evaluator.operand(written.take, here));
    const truth = asTruth(evaluator.operand(written['only-if'], here));
    return truth === 'yes' ? value : num(ZERO, truth === 'no' ? ZERO : value.high);
  },
  total: (written, here, evaluator) => {
    const list = evaluator.operand(written.in, here);
    if (list.kind !== 'rows') throw new Error('no rows');
    const where = nameIn(written.where);
    const rows = list.rows.filter((row) => where === null || asTruth(row[where] as Value) === 'yes');
    return num(sumOf(rows.map((row) => asNum(row[String(written.total)] as Value).low)) ?? ZERO);
  },
  'money-in-words': (written, here, evaluator) => {
    const text = evaluator.operand(written['money-in-words'], here) as Choice;
    const amount = readWords(text.among?.[0]);
    return amount === undefined ? ANY_NUMBER : num(fraction(amount));
  },
  agreeing,
  determined: () => yesNo('unknown'),
  holds: (written, here, evaluator) => yesNo(evaluator.condition(written.holds as Written, here)),
  standing: (written, here, evaluator) =>
    yesNo(some(typesOf(written.standing).map((rule) => evaluator.verdicts(evaluator).standing(rule, typesOf(written.is), here, false)))),
  available: (written, here, evaluator) => {
    const on = byDay(asMoment(evaluator.operand(written.on, here)));
    if (on.come === 'no' || on.from > here.today) return yesNo('no');
    if (!isOneDay(on)) return yesNo('unknown');
    const then = { ...here, today: on.from };
    return yesNo(some(typesOf(written.available).map((rule) => evaluator.verdicts(evaluator).standing(rule, ['available'], then, true))));
  },
  reading: (written, here, evaluator) => evaluator.operand(chosen(written, here, evaluator), here),
  'same-as': (written, here, evaluator) => evaluator.operand(written['same-as'], here),
  // Last: it is a parameter of others too.
  field: (written, here, evaluator) =>
    here.instance?.fields.get(nameIn(written.field) ?? '') ?? {
      kind: 'choice',
      among: allChoices(nameIn(written.field) ?? '', evaluator),
      come: 'unknown',
    },
};

/** What a fact, or a measure written in place, says here. */
export function measure(evaluator: Evaluator, written: Written, here: Here, fact: string): Value {
  const key = Object.keys(MEASURES).find((one) => Object.hasOwn(written, one));
  const found = key === undefined ? undefined : MEASURES[key];
  if (found === undefined) throw new Error(`no measure in ${fact}`);
  return found(written, here, evaluator, fact);
}
