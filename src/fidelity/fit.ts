/** Whether a figure of the text can be what a term of the rulebook says, and whether it is. */
import { formatDay, type Day } from '../calendar/day.js';
import type { Decimal } from '../money/money.js';
import { formatMoney } from '../money/money.js';
import type { Term } from '../rulebook/declarations.js';
import { unitsIn, type Type, type Units } from '../values/type.js';
import { isExact, onlyChoice, type Value } from '../values/value.js';
import type { Family, Figure } from './figure.js';

/** `yes`: of its unit; `loosely`: it may be meant so; `other-unit`: of another unit of the same kind, as days for working days. */
export type Fit = 'yes' | 'loosely' | 'other-unit' | 'no';

const TIMES: readonly Family[] = ['days', 'working-days', 'months', 'hours', 'business-hours', 'minutes'];

/** The family of a length as types name it. */
const FAMILY: Readonly<Record<string, Family>> = {
  days: 'days',
  'working-days': 'working-days',
  months: 'months',
  years: 'months',
  hours: 'hours',
  'business-hours': 'business-hours',
  minutes: 'minutes',
};

export function fitOf(figure: Figure, { type, says }: Pick<Term, 'type' | 'says'>): Fit {
  const { family } = figure;
  switch (type.kind) {
    case 'quantity':
      return fitOfQuantity(figure, type.units);
    case 'duration':
      return family === 'months' || family === 'days' ? 'yes' : TIMES.includes(family) ? 'other-unit' : 'no';
    case 'date':
    case 'instant':
      return family === 'date' ? 'yes' : 'no';
    case 'text':
      if (figure.spelt !== null) return /大写|[Ww]ords/u.test(`${says.zh}${says.en}`) ? 'yes' : 'no';
      return family === 'clock' && /时间|时段|营业|[Hh]ours/u.test(`${says.zh}${says.en}`) ? 'loosely' : 'no';
    case 'yes/no':
    case 'choice':
    case 'list':
      return 'no';
  }
}

function fitOfQuantity(figure: Figure, units: Units): Fit {
  const { family } = figure;
  const names = unitsIn(units);
  const above = names.filter((unit) => (units[unit] ?? 0) > 0);
  const below = names.filter((unit) => (units[unit] ?? 0) < 0);
  const [unit] = above;
  if (unit === undefined) {
    if (family === 'ratio') {
      // A rate a year is a rate; one a day is another thing.
      if (figure.per === null || figure.per.includes('years')) return below.length === 0 ? 'yes' : 'loosely';
      return below.length > 0 && below.every((one) => figure.per?.includes(one)) ? 'yes' : 'loosely';
    }
    // 押金相当于两个月租金: a multiple, said by months.
    return below.length === 0 && (family === 'months' || family === 'count') ? 'loosely' : 'no';
  }
  if (above.length > 1) return 'no';
  if (unit === 'money') {
    if (family !== 'money') return 'no';
    const { per } = figure;
    if (per === null) return below.length === 0 ? 'yes' : 'loosely';
    if (below.length === 0) return 'loosely';
    return below.every((one) => per.includes(one)) ? 'yes' : per.some((one) => below.includes(one)) ? 'loosely' : 'no';
  }
  if (unit === 'count') {
    if (family === 'count' || family === 'day-of-month') return 'yes';
    return below.length === 0 && (family === 'months' || family === 'days') ? 'loosely' : 'no';
  }
  const wanted = FAMILY[unit];
  if (wanted === undefined) return family === 'other' && figure.unit === unit ? 'yes' : 'no';
  if (family === wanted) return 'yes';
  if (wanted === 'minutes' && family === 'hours') return 'loosely';
  return TIMES.includes(family) && family !== 'minutes' ? 'other-unit' : 'no';
}

/** The figure in the unit of the type: years for a term in years. */
export function inUnitOf(figure: Figure, type: Type): Decimal {
  if (type.kind !== 'quantity') return figure.value;
  if (type.units.years === 1 && figure.family === 'months') return figure.value.div(12);
  if (type.units.minutes === 1 && figure.family === 'hours') return figure.value.times(60);
  return figure.value;
}

/** Whether the figure is the value of the term; its unit has been looked at before. */
export function isValue(figure: Figure, type: Type, value: Value): boolean {
  switch (value.type) {
    case 'quantity':
      return isExact(value) && inUnitOf(figure, type).eq(value.low);
    case 'duration':
      return figure.family === 'days'
        ? value.months === 0 && figure.value.eq(value.days)
        : value.days === 0 && figure.value.eq(value.months);
    case 'moment':
      return value.grain === 'day' && figure.value.eq(value.earliest);
    case 'choice': {
      const text = onlyChoice(value);
      return text !== undefined && (bare(text) === bare(figure.written) || (figure.family === 'clock' && text === figure.unit));
    }
    case 'yes/no':
    case 'list':
      return false;
  }
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/^人民币/u, '')
    .replaceAll('圆', '元')
    .replaceAll('正', '整')
    .replace(/整$/u, '');

/** Whether the numbers are the same, their units left aside: 3日 and three working days. */
export function isSameNumber(figure: Figure, value: Value): boolean {
  const shown = figure.family === 'months' && figure.written.endsWith('年') ? figure.value.div(12) : figure.value;
  if (value.type === 'duration') return shown.eq(value.days) || shown.eq(value.months) || shown.times(12).eq(value.months);
  return value.type === 'quantity' && shown.eq(value.low);
}

/** The figure as the contract file writes it for a term. */
export function asWritten(figure: Figure, type: Type): string {
  if (type.kind === 'duration') {
    const amount = figure.value;
    if (figure.family === 'days') return `P${amount.toFixed()}D`;
    return amount.mod(12).isZero() ? `P${amount.div(12).toFixed()}Y` : `P${amount.toFixed()}M`;
  }
  if (type.kind === 'date' || type.kind === 'instant') return formatDay(figure.value.toNumber() as Day);
  if (type.kind === 'text') return figure.family === 'clock' ? `"${figure.unit}"` : figure.written;
  const value = inUnitOf(figure, type);
  if (type.kind === 'quantity' && type.units.money === 1) return `"${value.decimalPlaces() <= 2 ? formatMoney(value) : value.toFixed()}"`;
  const isRatio = type.kind === 'quantity' && unitsIn(type.units).every((unit) => (type.units[unit] ?? 0) < 0);
  return isRatio ? `"${value.decimalPlaces() <= 2 ? formatMoney(value) : value.toFixed()}"` : value.toFixed();
}
