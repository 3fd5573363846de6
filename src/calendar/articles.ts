import { defaultConvention, type Convention, type Direction } from './convention.js';
import type { PeriodUnit } from './period.js';

/** Articles of the Civil Code (民法典) by number. */
export type Article = '200' | '201' | '202' | '203' | '204' | '1259';

/**
 * The articles that an answer rests on: 200 the units, 201 the first day and hours, 202 the corresponding day, 203 the roll of the last
 * day and its end, 204 where the convention departs from these by agreement, 1259 that the number itself is within.
 * Working days are not a unit of the code: they are by agreement (204).
 */
export function articlesOf(unit: PeriodUnit, convention: Convention, direction: Direction): readonly Article[] {
  const isHours = unit === 'hour' || unit === 'business-hour';
  const isWork = unit === 'working-day' || unit === 'business-hour';
  const byDefault = defaultConvention(direction);
  const articles: Article[] = ['200', '201'];
  if (unit === 'month' || unit === 'year') articles.push('202');
  if (!isHours && (convention.close !== null || (!isWork && convention.roll !== 'none'))) articles.push('203');
  const departs =
    isWork ||
    (!isHours && convention.firstDay !== byDefault.firstDay) ||
    (!isHours && (convention.roll !== byDefault.roll || convention.restDays !== byDefault.restDays || convention.close !== null));
  if (departs) articles.push('204');
  articles.push('1259');
  return articles;
}
