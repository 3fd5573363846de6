import { accordingTo } from './according-to.js';
import { accrue } from './accrue.js';
import { altogether } from './altogether.js';
import { answered } from './answered.js';
import { band } from './band.js';
import { dayOfMonth } from './day-of-month.js';
import { downtime } from './downtime.js';
import { grown } from './grown.js';
import { inARow } from './in-a-row.js';
import { inRow } from './in-row.js';
import { item } from './item.js';
import { lookUp } from './look-up.js';
import { renewed } from './renewed.js';
import { running } from './running.js';
import { silence } from './silence.js';
import { end, length, start } from './span.js';
import { hoursBetween, minutesBetween } from './hours-between.js';
import { add, divide, larger, multiply, smaller, subtract, take, whole } from './arithmetic.js';
import { agreeing } from './agreeing.js';
import { answer } from './answer.js';
import { arrived } from './arrived.js';
import { available } from './available.js';
import { count } from './count.js';
import { dayAfter, dayBefore } from './day-before.js';
import { rolled } from './rolled.js';
import { daysBetween, monthsBegunMeasure, monthsElapsedMeasure, yearsElapsed } from './days-between.js';
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
  answered,
  ongoing,
  downtime,
  some,
  'how-many': howMany,
  'in-a-row': inARow,
  altogether,
  start,
  end,
  length,
  'day-of-month': dayOfMonth,
  running,
  item,
  'in-row': inRow,
  'look-up': lookUp,
  band,
  'according-to': accordingTo,
  was,
  period,
  renewed,
  silence,
  'day-before': dayBefore,
  'day-after': dayAfter,
  rolled,
  arrived,
  'ends-on': endsOn,
  earliest,
  latest,
  prevailing,
  'days-between': daysBetween,
  'months-begun': monthsBegunMeasure,
  'months-elapsed': monthsElapsedMeasure,
  'years-elapsed': yearsElapsed,
  'hours-between': hoursBetween,
  'minutes-between': minutesBetween,
  'working-days': workingDays,
  add,
  subtract,
  multiply,
  divide,
  smaller,
  larger,
  whole,
  accrue,
  grown,
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
