import { inInstance } from '../facts/each.js';
import { ofEvent } from '../facts/instance.js';
import type { Operand } from '../facts/fact.js';
import { joinNeeds } from '../facts/needs.js';
import type { Scope } from '../facts/scope.js';
import { momentOf, select, type Selection } from '../facts/selection.js';
import type { EventType } from '../events/event.js';
import { decimal } from '../money/money.js';
import { isMoment, type Type } from '../values/type.js';
import { byDay, msOfDay, quantity, together, ZERO, type Missing, type Moment, type YesNo } from '../values/value.js';
import { answeredAt, gapsOf } from './answer.js';
import type { Linking, Measure } from './measure.js';
import { pastEnd } from './past-end.js';
import { sayEvents } from './say.js';

const MINUTES: Type = { kind: 'quantity', units: { minutes: 1 } };
const MS_PER_MINUTE = 60_000;

/** From a moment up to, not with, another; UTC milliseconds. */
interface Interval {
  readonly start: number;
  readonly end: number;
}

/** States that begin with an event and end with its answer. */
interface States {
  readonly types: readonly EventType[];
  readonly selection: Selection;
  /** A yes/no fact read in each of them. */
  readonly only: Operand | null;
}

interface Lasted {
  /** When one surely lasted, and when one may have. */
  readonly sure: readonly Interval[];
  readonly possible: readonly Interval[];
  readonly open: boolean;
  readonly missing: readonly Missing[];
  readonly evidence: readonly string[];
}

/**
 * `downtime: type, except: type, from: day, to: day`: the minutes in which at least one such state lasted, less those in which one of
 * `except` did; states that overlap count once.
 */
export const downtime: Measure = {
  parameters: ['except', 'from', 'to', 'where'],
  link: (linking) => {
    const states = statesAt(linking, linking.key);
    const except = linking.has('except') ? exceptions(linking) : null;
    const from = linking.has('from') ? linking.operand('from', isMoment) : null;
    const to = linking.has('to') ? linking.operand('to', isMoment) : null;
    if (states === undefined || except === undefined || from === undefined || to === undefined) return undefined;
    const all = except === null ? [states] : [states, except];
    const operands = [
      ...all.flatMap((one) => [...one.selection.operands, ...(one.only === null ? [] : [one.only])]),
      ...[from, to].filter((one) => one !== null),
    ];
    return {
      type: MINUTES,
      ownNeeds: true,
      needs: joinNeeds([
        ...all.flatMap(({ selection, only }) => [selection.needs, { subject: only?.needs.subject === true }]),
        from?.needs,
        to?.needs,
      ]),
      operands,
      events: all.flatMap(({ types }) => types.flatMap((type) => [type.name, ...type.answeredBy])),
      evaluate: (scope, fact) => {
        const window = windowOf(from, to, scope);
        const down = lasted(states, scope, fact);
        const left = except === null ? NOTHING : lasted(except, scope, fact);
        const { today } = scope.world;
        if ((down.open || left.open) && today < window.until) scope.world.watch(today + 1);
        const support = together([window, down, left]);
        if (window.widest.end <= window.widest.start) return quantity(ZERO, ZERO, { evidence: support.evidence });
        const least = without(within(down.sure, window.narrowest), left.possible);
        const most = without(within(down.possible, window.widest), left.sure);
        return quantity(minutesOf(least), minutesOf(most), support);
      },
      say: (show) => {
        const says = { down: sayEvents(states.selection, show), left: except === null ? null : sayEvents(except.selection, show) };
        const during = [...(from === null ? [] : [from]), ...(to === null ? [] : [to])].map(show);
        return {
          zh: `${during.length === 0 ? '' : `${during.join('至')}期间`}${says.down.zh}持续的分钟数（重叠的只计一次${says.left === null ? '' : `，扣除${says.left.zh}期间`}）`,
          en: `minutes in which ${says.down.en} lasted${says.left === null ? '' : `, but for ${says.left.en}`}${during.length === 0 ? '' : `, ${during.join(' to ')}`}`,
        };
      },
    };
  },
};

const NOTHING: Lasted = { sure: [], possible: [], open: false, missing: [], evidence: [] };

function statesAt(linking: Linking, key: string): States | undefined {
  const types = linking.eventTypes(key);
  const selection = types && linking.eventsWhere(types);
  if (types === undefined || selection === undefined) return undefined;
  const endless = types.find((type) => type.answeredBy.length === 0);
  if (endless === undefined) return { types, selection, only: null };
  return linking.fail(
    key,
    'not-an-answer',
    { zh: `“${endless.says.zh}”没有与之对应的结束事件`, en: `nothing ends ${endless.name}` },
    { zh: '在 rulebook.yaml 的结束事件下写 answers: <开始事件>', en: 'write answers: <event type> at the event that ends it' },
  );
}

/** `except: type`, or `{ event: type, where: …, only-if: fact }`. */
function exceptions(linking: Linking): States | undefined {
  const inside = linking.inside('except', 'event');
  if (!inside.nothingBut(['event', 'where', 'only-if'])) return undefined;
  const states = statesAt(inside, 'event');
  const only = inside.has('only-if') ? inside.operand('only-if', (type) => type.kind === 'yes/no') : null;
  if (states === undefined || only === undefined || (only !== null && !inside.readsOnly(only, states.selection))) return undefined;
  return { ...states, only };
}

function lasted({ types, selection, only }: States, scope: Scope, fact: string): Lasted {
  const { world } = scope;
  const now = msOfDay(world.today + 1);
  const { events, gapFrom, missing } = select(selection, scope, fact);
  const found = events.map(({ event, sure }) => {
    const answers = types.find((type) => type.name === event.type)?.answeredBy ?? [];
    const begun = momentOf(event);
    const ended = answeredAt(event, answers, world, gapsOf(answers, world, fact));
    const asked = only === null ? null : (only.evaluate(inInstance(scope, ofEvent(event))) as YesNo);
    const counts = asked?.truth ?? 'yes';
    const end = { sure: ended.come === 'no' ? now : ended.earliest, possible: ended.come === 'yes' ? pastEnd(ended) : now };
    return {
      sure: sure && counts === 'yes' ? [{ start: pastEnd(begun), end: end.sure }] : [],
      possible: counts === 'no' ? [] : [{ start: begun.earliest, end: end.possible }],
      open: ended.come !== 'yes' && counts !== 'no',
      missing: [...ended.missing, ...(counts === 'unknown' ? (asked?.missing ?? []) : [])],
      evidence: [event.id, ...ended.evidence],
    };
  });
  const hidden = gapFrom === null ? [] : [{ start: msOfDay(Math.max(gapFrom, world.signedOn)), end: now }];
  return {
    sure: found.flatMap((one) => one.sure),
    possible: [...found.flatMap((one) => one.possible), ...hidden],
    open: hidden.length > 0 || found.some((one) => one.open),
    missing: [...missing, ...found.flatMap((one) => one.missing)],
    evidence: found.flatMap((one) => one.evidence),
  };
}

interface Window {
  readonly narrowest: Interval;
  readonly widest: Interval;
  /** The latest that its last day can be. */
  readonly until: number;
  readonly missing: readonly Missing[];
  readonly evidence: readonly string[];
}

/** The days of the window, as they surely and as they at most are, up to the end of the day asked about. */
function windowOf(from: Operand | null, to: Operand | null, scope: Scope): Window {
  const now = msOfDay(scope.world.today + 1);
  const [first, last] = [from, to].map((one) => (one === null ? null : byDay(one.evaluate(scope) as Moment)));
  const support = together([first, last].filter((one) => one !== null && one !== undefined));
  const until = last == null || last.come !== 'yes' ? Infinity : last.latest;
  if (first?.come === 'no') return { narrowest: { start: 0, end: 0 }, widest: { start: 0, end: 0 }, until, ...support };
  const start = { late: first == null ? -Infinity : msOfDay(first.latest), early: first == null ? -Infinity : msOfDay(first.earliest) };
  const end = {
    early: last == null || last.come === 'no' ? now : Math.min(now, msOfDay(last.earliest + 1)),
    late: last == null || last.come !== 'yes' ? now : Math.min(now, msOfDay(last.latest + 1)),
  };
  const never = first?.come === 'maybe';
  return {
    narrowest: { start: never ? end.early : start.late, end: end.early },
    widest: { start: start.early, end: end.late },
    until,
    ...support,
  };
}

/** Intervals cut to a window, in order, those that touch joined. */
function within(intervals: readonly Interval[], window: Interval): readonly Interval[] {
  const cut = intervals
    .map(({ start, end }) => ({ start: Math.max(start, window.start), end: Math.min(end, window.end) }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start);
  const joined: Interval[] = [];
  for (const one of cut) {
    const last = joined.at(-1);
    if (last !== undefined && one.start <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, one.end) };
    else joined.push(one);
  }
  return joined;
}

/** What is left of joined intervals where others are taken out. */
function without(intervals: readonly Interval[], others: readonly Interval[]): readonly Interval[] {
  return intervals.flatMap((one) => {
    const left: Interval[] = [];
    let { start } = one;
    for (const other of within(others, one)) {
      if (other.start > start) left.push({ start, end: other.start });
      start = other.end;
    }
    return start < one.end ? [...left, { start, end: one.end }] : left;
  });
}

const minutesOf = (intervals: readonly Interval[]) =>
  intervals.reduce((sum, { start, end }) => sum.plus(decimal(end - start).div(MS_PER_MINUTE)), ZERO);
