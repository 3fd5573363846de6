import { addDays, type Day } from '../calendar/day.js';
import { CalendarRangeError } from '../calendar/error.js';
import type { Convention } from '../calendar/convention.js';
import { endOfPeriod, type PeriodEnd, type PeriodRequest } from '../calendar/period.js';
import type { CountedPeriod, Operand } from '../facts/fact.js';
import type { Scope } from '../facts/scope.js';
import { DATE, INSTANT, isMoment, onlyUnit } from '../values/type.js';
import { unknownOf } from '../values/unknown.js';
import { byDay, dayOfMs, endOfDay, moment, msOfDay, notYet, together, type Moment, type Quantity } from '../values/value.js';
import { cornerOf, isLength, lengthOf, type Corner } from './length.js';
import type { Measure } from './measure.js';
import { MOVED_DAYS, type RollWord } from './roll.js';

/** Longer than any contract: a period of so many days never ends (a balance that is hardly consumed). */
const NEVER = 36_500;

/** `period: length, from: moment`: its last day (of hours: the instant), always from the anchor, never chained. */
export const period: Measure = {
  parameters: ['from', 'times', 'backward', 'first-day', 'roll', 'hours'],
  link: (linking) => {
    const length = linking.operand('period', isLength, {
      zh: '期间的长度（日、工作日、月、年、小时）',
      en: 'a length of time (days, working days, months, years, hours)',
    });
    const from = linking.operand('from', isMoment);
    const times = linking.has('times') ? linking.operand('times', (type) => type.kind === 'quantity') : null;
    const backward = linking.has('backward') ? linking.word('backward', ['yes', 'no']) : 'no';
    const firstDay = linking.has('first-day') ? linking.word('first-day', ['included', 'excluded']) : 'excluded';
    const roll = linking.roll();
    const hours = linking.businessHours();
    if (
      length === undefined ||
      from === undefined ||
      times === undefined ||
      backward === undefined ||
      firstDay === undefined ||
      roll === undefined ||
      hours === undefined
    )
      return undefined;
    const unit = onlyUnit(length.type);
    const byTheHour = unit === 'hours' || unit === 'business-hours';
    const ends = (scope: Scope, start: number, grain: Moment['grain'], corner: Corner): CountedPeriod | null => {
      const { amount: once, unit: named } = lengthOf(length, scope, corner);
      const amount = times === null ? once : once * cornerOf(times.evaluate(scope) as Quantity, corner);
      if (!Number.isFinite(amount) || amount > NEVER) return null;
      const direction = backward === 'yes' ? 'backward' : 'forward';
      const convention: Partial<Convention> = { firstDay, hours: hours.evaluate(scope), ...conventionOf(roll.evaluate(scope), direction) };
      const at = grain === 'instant' ? { ms: start, day: dayOfMs(start) } : (start as Day);
      const asked = { start: at, amount, unit: named, direction, convention } as const;
      const request = amount === 0 && firstDay === 'included' && typeof at === 'number' ? ofNoLength(asked, at) : asked;
      return { request, end: endOfPeriod(scope.world.calendar, request) };
    };
    return {
      type: byTheHour ? INSTANT : DATE,
      operands: [length, from, ...(times === null ? [] : [times]), ...roll.operands, ...hours.operands],
      events: [],
      evaluate: (scope, fact) => {
        const start = startOf(from.evaluate(scope) as Moment, byTheHour);
        if (start.come === 'no') return notYet({ evidence: start.evidence });
        const support = together([start, length.evaluate(scope), ...(times === null ? [] : [times.evaluate(scope)])]);
        try {
          // Counted back, the longest length gives the earliest day.
          const [least, most]: readonly [Corner, Corner] = backward === 'yes' ? [1, 0] : [0, 1];
          const low = Number.isFinite(start.earliest) ? ends(scope, start.earliest, start.grain, least) : undefined;
          const high = Number.isFinite(start.latest) ? ends(scope, start.latest, start.grain, most) : undefined;
          if ((backward === 'yes' ? high : low) === null) return notYet(support);
          return endMoment(
            low === undefined ? undefined : (low?.end ?? null),
            high === undefined ? undefined : (high?.end ?? null),
            start,
            byTheHour,
            support,
          );
        } catch (error) {
          if (!(error instanceof CalendarRangeError)) throw error;
          return unknownOf(byTheHour ? INSTANT : DATE, [{ fact, why: 'calendar' }]);
        }
      },
      count: (scope) => {
        const start = startOf(from.evaluate(scope) as Moment, byTheHour);
        if (start.come === 'no' || start.earliest !== start.latest) return null;
        try {
          return ends(scope, start.earliest, start.grain, 0);
        } catch (error) {
          if (!(error instanceof CalendarRangeError)) throw error;
          return null;
        }
      },
      say: (show) =>
        sayPeriod(show, {
          length,
          from,
          times: times ?? undefined,
          backward: backward === 'yes',
          included: firstDay === 'included',
          byTheHour,
        }),
    };
  },
};

/** A period of no length with its first day counted (no rent-free months at all) is over on the eve of that day. */
function ofNoLength(asked: PeriodRequest, start: Day): PeriodRequest {
  const eve = addDays(start, asked.direction === 'backward' ? 1 : -1);
  return { ...asked, start: eve, convention: { ...asked.convention, firstDay: 'excluded', roll: 'none' } };
}

/** Hours run from a moment: of a bare day from some moment of it. */
function startOf(from: Moment, byTheHour: boolean): Moment {
  if (!byTheHour) return byDay(from);
  return from.grain === 'instant' || from.come === 'no'
    ? from
    : { ...from, grain: 'instant', earliest: msOfDay(from.earliest), latest: endOfDay(from.latest) };
}

interface Said {
  readonly length: Operand;
  readonly from: Operand;
  readonly times: Operand | undefined;
  readonly backward: boolean;
  readonly included: boolean;
  readonly byTheHour: boolean;
}

function sayPeriod(
  show: (operand: Operand) => string,
  { length, from, times, backward, included, byTheHour }: Said,
): { zh: string; en: string } {
  const many = times === undefined ? '' : ` × ${show(times)}`;
  if (byTheHour)
    return {
      zh: `${show(from)}${backward ? '之前' : '起'}${show(length)}${many}之时`,
      en: `${show(length)}${many} ${backward ? 'before' : 'after'} ${show(from)}`,
    };
  return {
    zh: `${show(from)}${backward ? '之前' : included ? '起（当日计入）' : '次日起'}${show(length)}${many}的${backward ? '该日' : '末日'}`,
    en: `${backward ? '' : 'last day of '}${show(length)}${many} ${backward ? 'before' : included ? 'from (counted)' : 'from the day after'} ${show(from)}`,
  };
}

/** How a roll is counted. */
export function conventionOf(roll: RollWord, direction: 'forward' | 'backward'): Partial<Convention> {
  if (roll === 'none') return { roll: 'none' };
  if (roll === 'previous-working-day') return { roll };
  return { restDays: MOVED_DAYS[roll], roll: direction === 'backward' ? 'previous-working-day' : 'next-working-day' };
}

/** Between the earliest and the latest end. Undefined: that end of the start is open; null: so long that it never ends. */
export function endMoment(
  low: PeriodEnd | null | undefined,
  high: PeriodEnd | null | undefined,
  start: Moment,
  byTheHour: boolean,
  support: Pick<Moment, 'missing' | 'evidence'>,
): Moment {
  const at = (end: PeriodEnd, which: 'earliest' | 'latest'): number => (byTheHour ? (end.endsAt?.ms ?? 0) : end[which]);
  const earliest = low == null ? -Infinity : at(low, 'earliest');
  const latest = high == null ? Infinity : at(high, 'latest');
  const result = moment(byTheHour ? 'instant' : 'day', earliest, latest, high === null || low === null ? 'maybe' : start.come, support);
  const provisional = low?.provisional === true || high?.provisional === true;
  if (!provisional || low == null) return result;
  return {
    ...result,
    nominal: low.lastDay,
    missing: earliest === latest ? support.missing : [...support.missing, { fact: 'calendar', why: 'calendar' }],
  };
}
