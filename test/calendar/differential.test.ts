import { expect, test } from '@jest/globals';
import { createCalendar } from '../../src/calendar/calendar.js';
import { parseConvention } from '../../src/calendar/convention.js';
import { formatDay, parseDay } from '../../src/calendar/day.js';
import { formatInstant, parseMoment } from '../../src/calendar/instant.js';
import { endOfPeriod } from '../../src/calendar/period.js';
import { naiveBusinessEnd, naiveEnd, naiveKind, naiveStatutory, plus, type NaiveCase } from './naive.js';
import { EVERY_NTH, tries } from '../support/chance.js';
import { seeded } from './random.js';

const calendar = createCalendar();
const SEED = Number(process.env['HEYUE_SEED'] ?? 20_260_807);
const PERIODS = Number(process.env['HEYUE_PERIODS'] ?? tries(100_000));

test(`${PERIODS} random periods as the day-by-day walk has them (seed ${SEED})`, () => {
  const random = seeded(SEED);
  for (let i = 0; i < PERIODS; i++) {
    const unit = random.pick(['working-day', 'calendar-day', 'month', 'year'] as const);
    // Ends stay within 2007-2026, where the walk has days.
    const start = plus('2011-01-01', random.int(4000));
    const amount = 1 + random.int({ 'working-day': 60, 'calendar-day': 90, month: 36, year: 4 }[unit]);
    const one: NaiveCase = {
      start,
      amount,
      unit,
      direction: random.pick(['forward', 'backward'] as const),
      convention: {
        firstDay: random.pick(['excluded', 'included'] as const),
        workdaySet: random.pick(['state-council-notice', 'mon-fri-excluding-holidays', 'week:1-6'] as const),
        restDays: random.pick(['all-rest-days', 'public-holidays', 'statutory-days-only'] as const),
        roll: random.pick(['next-working-day', 'previous-working-day', 'none'] as const),
      },
    };
    const pairs = Object.entries(one.convention).map(([key, value]) => `${key}=${value}`);
    const end = endOfPeriod(calendar, { ...one, start: parseDay(start)!, convention: parseConvention(pairs) });
    const given = {
      lastDay: formatDay(end.lastDay),
      unrolled: formatDay(end.unrolled),
      clearDays: end.clearDays === null ? null : formatDay(end.clearDays),
    };
    const expected = naiveEnd(one);
    if (given.lastDay !== expected.lastDay || given.unrolled !== expected.unrolled || given.clearDays !== expected.clearDays) {
      expect({ one, ...given }).toEqual({ one, ...expected });
    }
    if (end.provisional || end.earliest !== end.lastDay || end.latest !== end.lastDay)
      throw new Error(`provisional: ${JSON.stringify(one)}`);
  }
});

const SPANS = tries(1000);

test(`${SPANS} spans of business hours as the minute-by-minute walk has them`, () => {
  const random = seeded(SEED + 1);
  for (let i = 0; i < SPANS; i++) {
    const two = (n: number): string => `${n}`.padStart(2, '0');
    const start = `${plus('2012-01-01', random.int(5000))}T${two(random.int(24))}:${two(random.int(60))}`;
    const amount = 1 + random.int(40);
    const [hours, open, close] = random.pick([
      ['09:00-18:00', 540, 1080],
      ['08:30-17:15', 510, 1035],
      ['00:00-24:00', 0, 1440],
    ] as const);
    const moment = parseMoment(start);
    if (moment.kind !== 'instant') throw new Error(start);
    const end = endOfPeriod(calendar, { start: moment.instant, amount, unit: 'business-hour', convention: { hours } });
    const expected = naiveBusinessEnd(start, amount, open, close);
    const same = parseMoment(expected);
    if (same.kind !== 'instant') throw new Error(expected);
    expect([start, amount, hours, formatInstant(end.endsAt!)]).toEqual([start, amount, hours, formatInstant(same.instant)]);
  }
});

test('every day of 2007-2026 has the kind of its notice, and is statutory or not as article 2 has it', () => {
  for (let date = '2007-01-01'; date <= '2026-12-31'; date = plus(date, EVERY_NTH)) {
    const day = parseDay(date)!;
    const given = [date, calendar.kindOf(day), calendar.isStatutory(day)];
    const expected = [date, naiveKind(date), naiveStatutory(date)];
    if (given.join() !== expected.join()) expect(given).toEqual(expected);
  }
});
