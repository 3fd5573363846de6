import { add, divide, larger, multiply, smaller, subtract, take, whole } from './arithmetic.js';
import { agreeing } from './agreeing.js';
import { answer } from './answer.js';
import { arrived } from './arrived.js';
import { available } from './available.js';
import { count } from './count.js';
import { dayAfter, dayBefore } from './day-before.js';
import { daysBetween, monthsBegunMeasure } from './days-between.js';
import { determined } from './determined.js';
import { earliest, latest, prevailing } from './earliest.js';
import { endsOn } from './ends-on.js';
import { field } from './field.js';
import { first } from './first.js';
import { holdsMeasure } from './holds.js';
import { last } from './last.js';
import { longestRun } from './longest-run.js';
import type { Measure } from './measure.js';
import { moneyInWordsMeasure } from './money-in-words.js';
import { momentMeasure } from './moment.js';
import { ongoing } from './ongoing.js';
import { peak } from './peak.js';
import { period } from './period.js';
import { reached } from './reached.js';
import { reading } from './reading.js';
import { sameAs } from './same-as.js';
import { howMany, some } from './some.js';
import { sum } from './sum.js';
import { standing } from './standing.js';
import { total } from './total.js';
import { was } from './was.js';
import { workingDays } from './working-days.js';

/** Every measure by its key in a fact. rules/README.md lists the same words; a test says so. */
export const MEASURES: Readonly<Record<string, Measure>> = {
  first,
  last,
  count,
  sum,
  reached,
  peak,
  'longest-run': longestRun,
  moment: momentMeasure,
  field,
  answer,
  ongoing,
  some,
  'how-many': howMany,
  was,
  period,
  'day-before': dayBefore,
  'day-after': dayAfter,
  arrived,
  'ends-on': endsOn,
  earliest,
  latest,
  prevailing,
  'days-between': daysBetween,
  'months-begun': monthsBegunMeasure,
  'working-days': workingDays,
  add,
  subtract,
  multiply,
  divide,
  smaller,
  larger,
  whole,
  take,
  total,
  'money-in-words': moneyInWordsMeasure,
  agreeing,
  determined,
  holds: holdsMeasure,
  standing,
  available,
  reading,
  'same-as': sameAs,
};
