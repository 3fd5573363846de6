/** Whether a figure of the text can be what a term of the rulebook says, and whether it is. */
import { formatDay, type Day } from '../calendar/day.js';
import type { Decimal } from '../money/money.js';
import { formatMoney } from '../money/money.js';
import type { Term } from '../rulebook/declarations.js';
import { unitsIn, type Type, type Units } from '../values/type.js';
import { isExact, onlyChoice, type Value } from '../values/value.js';
import { timeOf } from './basis.js';
import type { Family, Figure } from './figure.js';

/**
 * `yes`: of its unit; `loosely`: it may be meant so; `other-unit`: of another unit of the same kind, as days for working days;
 * `other-time`: a rate for another time, as each month for each day.
 */
export type Fit = 'yes' | 'loosely' | 'other-unit' | 'other-time' | 'no';

/** Where a figure can be the term. */
export const WELL: readonly Fit[] = ['yes', 'loosely'];

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

export function fitOf(figure: Figure, term: Pick<Term, 'type' | 'says'>): Fit {
  const { type, says } = term;
  const { family } = figure;
  switch (type.kind) {
    case 'quantity': {
      const time = timeOf(term);
      const fit = fitOfQuantity(figure, type.units, time);
      return (fit === 'yes' || fit === 'loosely') && isOtherTime(figure, time) ? 'other-time' : fit;
    }
    case 'duration':
      return family === 'months' || family === 'days' ? 'yes' : TIMES.includes(family) ? 'other-unit' : 'no';
    case 'date':
    case 'instant':
      return family === 'date' ? 'yes' : 'no';
    case 'text':
      if (figure.spelt !== null) return /大写|[Ww]ords/u.test(`${says.zh}${says.en}`) ? 'yes' : 'no';
      return family === 'clock' && /时间|时段|营业|[Hh]ours/u.test(`${says.zh}${says.en}`) ? 'yes' : 'no';
    case 'yes/no':
    case 'choice':
    case 'list':
      return 'no';
  }
}

/** How far behind a figure the words stand that say what it is so many months of: 两个月的租金. */
const BEHIND = 8;

/** Of a length that would be a multiple, whether the words behind it say what it is so many months of, as the term does: 占用满两个月的 says a length alone. */
export function isMultipleSaid(figure: Figure, { type, says }: Pick<Term, 'type' | 'says'>, text: string): boolean {
  if (figure.family !== 'months' || type.kind !== 'quantity' || unitsIn(type.units).length > 0) return true;
  const end = figure.at + figure.written.length;
  const [behind = ''] = text.slice(end, end + BEHIND).split(/[，。；、,;.\s]/u);
  return Array.from({ length: Math.max(0, behind.length - 1) }, (_, index) => behind.slice(index, index + 2)).some((two) =>
    says.zh.includes(two),
  );
}

/** Whether the text says for what time the figure is, and the term is for another. */
const isOtherTime = ({ time, family }: Figure, wanted: string | null): boolean =>
  wanted !== null && time !== null && time !== wanted && family !== 'date';

/** Whether the text says, as the term does, for what time the figure is, or neither of them does. */
export const isTimeSaid = ({ time, family }: Figure, term: Pick<Term, 'type' | 'says'>): boolean =>
  (family !== 'ratio' && family !== 'money') || (family === 'money' && time === null) || time === timeOf(term);

function fitOfQuantity(figure: Figure, units: Units, wantedTime: string | null): Fit {
  const { family, time } = figure;
  const names = unitsIn(units);
  const above = names.filter((unit) => (units[unit] ?? 0) > 0);
  const below = names.filter((unit) => (units[unit] ?? 0) < 0);
  const [unit] = above;
  if (unit === undefined) {
    // A rate a year is a rate; one a day is another thing.
    if (family === 'ratio') return time === wantedTime || (below.length === 0 && (time === null || time === 'years')) ? 'yes' : 'loosely';
    // 押金相当于两个月租金: a multiple, said by months; 一年 is none.
    return below.length === 0 && (family === 'count' || (family === 'months' && /月$/u.test(figure.written))) ? 'loosely' : 'no';
  }
  if (above.length > 1) return 'no';
  if (unit === 'money') {
    if (family !== 'money') return 'no';
    // 月单价 is for a month, though its type does not say so.
    const per = figure.per?.filter((one) => below.includes(one) || one !== wantedTime) ?? null;
    if (per === null || (per.length === 0 && below.length === 0)) return below.length === 0 ? 'yes' : 'loosely';
    if (below.length === 0) return 'loosely';
    return below.every((one) => per.includes(one)) ? 'yes' : per.some((one) => below.includes(one)) ? 'loosely' : 'no';
  }
  if (unit === 'count') {
    if (family === 'count' || family === 'day-of-month') return 'yes';
    return below.length === 0 && (family === 'months' || family === 'days') ? 'loosely' : 'no';
  }
  const wanted = FAMILY[unit];
  if (wanted === undefined) return family === 'other' && figure.unit === unit ? 'yes' : 'no';
  // A month is no number of years that could be written out.
  if (family === 'months' && unit === 'years' && figure.value.div(12).decimalPlaces() > 4) return 'other-unit';
  if (family === wanted) return 'yes';
  if (wanted === 'minutes' && family === 'hours') return 'loosely';
  return TIMES.includes(family) ? 'other-unit' : 'no';
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
    const [years, months] = [amount.div(12).floor(), amount.mod(12)];
    return months.isZero() ? `P${years.toFixed()}Y` : years.isZero() ? `P${months.toFixed()}M` : `P${years.toFixed()}Y${months.toFixed()}M`;
  }
  if (type.kind === 'date' || type.kind === 'instant') return formatDay(figure.value.toNumber() as Day);
  if (type.kind === 'text') return figure.family === 'clock' ? `"${figure.unit}"` : figure.written;
  const value = inUnitOf(figure, type);
  if (type.kind === 'quantity' && type.units.money === 1) return `"${value.decimalPlaces() <= 2 ? formatMoney(value) : value.toFixed()}"`;
  const isRatio = type.kind === 'quantity' && unitsIn(type.units).every((unit) => (type.units[unit] ?? 0) < 0);
  return isRatio ? `"${value.decimalPlaces() <= 2 ? formatMoney(value) : value.toFixed()}"` : value.toFixed();
}
