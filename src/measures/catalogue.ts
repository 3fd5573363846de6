import { add, divide, larger, multiply, smaller, subtract, take, whole } from './arithmetic.js';
import { agreeing } from './agreeing.js';
import { answer } from './answer.js';
import { arrived } from './arrived.js';
import { count } from './count.js';
import { dayAfter, dayBefore } from './day-before.js';
import { daysBetween, monthsBegunMeasure } from './days-between.js';
import { earliest, latest, prevailing } from './earliest.js';
import { endsOn } from './ends-on.js';
import { field } from './field.js';
import { first } from './first.js';
import { last } from './last.js';
import { available, determined, holdsMeasure, reading, sameAs, standing } from './logic.js';
import { longestRun } from './longest-run.js';
import type { Measure } from './measure.js';
import { momentMeasure } from './moment.js';
import { ongoing } from './ongoing.js';
import { peak } from './peak.js';
import { period } from './period.js';
import { reached } from './reached.js';
import { howMany, some } from './some.js';
import { sum } from './sum.js';
import { moneyInWordsMeasure, total } from './total.js';
import { was } from './was.js';
import { workingDays } from './working-days.js';

/** Every measure by its key in a fact. The schema of facts and rules/README.md list the same words; a test says so. */
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
