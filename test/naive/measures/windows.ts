/** Sums of runs of days. */
import type { Written } from '../book.js';
import { weekday } from '../days.js';
import type { Evaluator, Here } from '../evaluator.js';
import { compare, most, plus, whole, ZERO, type Fraction } from '../fraction.js';
import { select, type Selected } from '../select.js';
import { asNum, num, type Num } from '../values.js';
import { quantityOf, sumOf, typesOf, type Measures } from './common.js';

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
      const inside = Array.from({ length }, (_, index) => days.get(first + index)).filter((sums) => sums !== undefined);
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

export const OF_WINDOWS: Measures = { peak, 'longest-run': longestRun };
