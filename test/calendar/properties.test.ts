import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCalendar } from '../../src/calendar/calendar.js';
import { nameOfRule, parseConvention, type Convention, type Direction } from '../../src/calendar/convention.js';
import { addDays, addMonths, formatDay, parseDay, partsOf, type Day } from '../../src/calendar/day.js';
import { formatInstant, instantAt, parseMoment } from '../../src/calendar/instant.js';
import type { WorkdayRule } from '../../src/calendar/workday-rule.js';
import { endOfPeriod, type PeriodRequest, type PeriodUnit } from '../../src/calendar/period.js';
import { runs } from '../support/chance.js';

const calendar = createCalendar();
const RUNS = runs(1500);

const days = (from: string, to: string) => fc.integer({ min: parseDay(from)!, max: parseDay(to)! }).map((n) => n as Day);
const day = days('2008-01-01', '2024-12-31');
const amount = fc.integer({ min: 1, max: 250 });
const unit = fc.constantFrom<PeriodUnit[]>('calendar-day', 'month', 'working-day', 'year');
const convention: fc.Arbitrary<Pick<Convention, 'firstDay' | 'workdaySet' | 'restDays' | 'roll'>> = fc.record({
  firstDay: fc.constantFrom<Convention['firstDay'][]>('excluded', 'included'),
  workdaySet: fc.constantFrom<WorkdayRule[]>('state-council-notice', 'mon-fri-excluding-holidays', {
    week: [1, 2, 3, 4, 5, 6],
    makeup: true,
  }),
  restDays: fc.constantFrom<Convention['restDays'][]>('all-rest-days', 'public-holidays', 'statutory-days-only'),
  roll: fc.constantFrom<Convention['roll'][]>('next-working-day', 'previous-working-day', 'none'),
});
const request: fc.Arbitrary<PeriodRequest> = fc.record({
  // Twelve years back from here are still covered.
  start: days('2017-06-01', '2024-12-31'),
  amount: fc.integer({ min: 1, max: 12 }),
  unit,
  direction: fc.constantFrom<Direction[]>('forward', 'backward'),
  convention,
});

describe('days', () => {
  test('adding and taking away days returns', () => {
    fc.assert(
      fc.property(days('1910-01-01', '2190-12-31'), fc.integer({ min: -3000, max: 3000 }), (d, n) => addDays(addDays(d, n), -n) === d),
      RUNS,
    );
  });
  test('adding months keeps the day of the month or takes the last one, and is monotone', () => {
    fc.assert(
      fc.property(days('1950-01-01', '2150-12-31'), fc.integer({ min: -400, max: 400 }), (d, n) => {
        const to = partsOf(addMonths(d, n));
        return (
          (to.day === partsOf(d).day || partsOf(addDays(addMonths(d, n), 1)).day === 1) &&
          addMonths(d, n) <= addMonths(addDays(d, 1), n) &&
          addMonths(d, n) < addMonths(d, n + 1)
        );
      }),
      RUNS,
    );
  });
  test('writing and reading a moment returns', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2199, 0, 1) }), (ms) => {
        const read = parseMoment(formatInstant(instantAt(ms)));
        return read.kind === 'instant' && read.instant.ms === ms;
      }),
      RUNS,
    );
  });
});

describe('working days', () => {
  test('forwards then backwards returns, from a working day', () => {
    fc.assert(
      fc.property(day, amount, (d, n) => {
        const from = calendar.nthWorkingDay(d, 1);
        return calendar.nthWorkingDay(calendar.nthWorkingDay(from, n), -n) === from;
      }),
      RUNS,
    );
  });
  test('counts add up', () => {
    fc.assert(
      fc.property(
        day,
        amount,
        amount,
        (d, a, b) => calendar.nthWorkingDay(calendar.nthWorkingDay(d, a), b) === calendar.nthWorkingDay(d, a + b),
      ),
      RUNS,
    );
  });
  test('finding and counting are each other’s inverse', () => {
    fc.assert(
      fc.property(day, amount, (d, n) => calendar.workingDaysIn(addDays(d, 1), calendar.nthWorkingDay(d, n)) === n),
      RUNS,
    );
  });
  test('never fewer under a wider week', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (d, n) => {
        const count = (rule: Parameters<typeof calendar.workingDaysIn>[2]) => calendar.workingDaysIn(d, addDays(d, n), rule);
        return (
          count('mon-fri-excluding-holidays') <= count('state-council-notice') &&
          count('mon-fri-excluding-holidays') <= count({ week: [1, 2, 3, 4, 5, 6], makeup: false })
        );
      }),
      RUNS,
    );
  });
});

describe('periods', () => {
  test('a later start never ends earlier, a longer period never either', () => {
    fc.assert(
      fc.property(request, (r) => {
        const sign = r.direction === 'forward' ? 1 : -1;
        const here = endOfPeriod(calendar, r).lastDay;
        const later = endOfPeriod(calendar, { ...r, start: addDays(r.start as Day, 1) }).lastDay;
        const longer = endOfPeriod(calendar, { ...r, amount: r.amount + 1 }).lastDay;
        return here <= later && sign * (longer - here) >= 0;
      }),
      RUNS,
    );
  });
  test('rolling never moves the wrong way, and ends on a day that needs no roll', () => {
    fc.assert(
      fc.property(request, (r) => {
        const end = endOfPeriod(calendar, r);
        const { roll, restDays, workdaySet } = end.convention;
        if (roll === 'none') return end.lastDay === end.unrolled && end.moved === null;
        const isRight = roll === 'next-working-day' ? end.lastDay >= end.unrolled : end.lastDay <= end.unrolled;
        const isRest = {
          'all-rest-days': !calendar.isWorkingDay(end.lastDay, workdaySet),
          'public-holidays': calendar.isHoliday(end.lastDay, 'nominal'),
          'statutory-days-only': calendar.isStatutory(end.lastDay),
        }[restDays];
        return isRight && !isRest && (end.moved === null) === (end.lastDay === end.unrolled);
      }),
      RUNS,
    );
  });
  test('the first day counted in ends one day, or one working day, earlier', () => {
    fc.assert(
      fc.property(day, amount, (d, n) => {
        const end = (firstDay: 'included' | 'excluded') =>
          endOfPeriod(calendar, { start: d, amount: n, unit: 'calendar-day', convention: { firstDay, roll: 'none' } }).lastDay;
        return end('excluded') - end('included') === 1;
      }),
      RUNS,
    );
  });
  test('the clear day leaves the full number between', () => {
    fc.assert(
      fc.property(day, amount, (d, n) => {
        const { clearDays } = endOfPeriod(calendar, { start: d, amount: n, unit: 'working-day', direction: 'backward' });
        return calendar.workingDaysIn(addDays(clearDays!, 1), addDays(d, -1)) === n;
      }),
      RUNS,
    );
  });
  test('past the last notice the bounds hold the nominal day', () => {
    fc.assert(
      fc.property(request, days('2026-06-01', '2040-12-31'), (r, start) => {
        const end = endOfPeriod(calendar, { ...r, start });
        return end.earliest <= end.lastDay && end.lastDay <= end.latest && (end.provisional || end.earliest === end.latest);
      }),
      RUNS,
    );
  });
  test('business hours add up', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (d, minute, a, b) => {
          const start = instantAt(d * 86_400_000 + (minute - 480) * 60_000);
          const end = (from: typeof start, n: number) => endOfPeriod(calendar, { start: from, amount: n, unit: 'business-hour' }).endsAt!;
          return end(end(start, a), b).ms === end(start, a + b).ms;
        },
      ),
      RUNS,
    );
  });
});

test('a convention written and read again is the same', () => {
  fc.assert(
    fc.property(convention, (c) => {
      const pairs = Object.entries({ ...c, workdaySet: nameOfRule(c.workdaySet) }).map(([key, value]) => `${key}=${value}`);
      expect(parseConvention(pairs)).toEqual(c);
    }),
    runs(200),
  );
});

test('reading a day accepts only what it writes', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const d = parseDay(text);
      return d === undefined || formatDay(d) === text;
    }),
    RUNS,
  );
});
