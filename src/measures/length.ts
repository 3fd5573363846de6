/** Lengths of time as operands: in one of the six units, or a duration of years and months. */
import type { PeriodUnit } from '../calendar/period.js';
import type { Operand } from '../facts/fact.js';
import type { Scope } from '../facts/scope.js';
import { LENGTHS, onlyUnit, type Length, type Type } from '../values/type.js';
import type { Duration, Quantity, Value } from '../values/value.js';

const UNIT: Readonly<Record<Length, PeriodUnit>> = {
  days: 'calendar-day',
  'working-days': 'working-day',
  months: 'month',
  years: 'year',
  hours: 'hour',
  'business-hours': 'business-hour',
};

export const isLength = (type: Type): boolean => type.kind === 'duration' || (LENGTHS as readonly string[]).includes(onlyUnit(type) ?? '');

/** Which end of a range: 0 the low, 1 the high. */
export type Corner = 0 | 1;

export const cornerOf = ({ low, high }: Quantity, corner: Corner): number =>
  corner === 0 ? low.toNumber() : (high?.toNumber() ?? Infinity);

/** How many of which unit, at one end of the length's range. Combined durations are months or days. */
export function lengthOf(length: Operand, scope: Scope, corner: Corner = 0): { readonly amount: number; readonly unit: PeriodUnit } {
  const value: Value = length.evaluate(scope);
  if (length.type.kind === 'duration') {
    const { months, days } = value as Duration;
    return months > 0 ? { amount: months, unit: 'month' } : { amount: days, unit: 'calendar-day' };
  }
  return { amount: cornerOf(value as Quantity, corner), unit: UNIT[onlyUnit(length.type) as Length] };
}
