import { addDays, dayOf, partsOf, type Day } from './day.js';
import { FESTIVAL_TABLE_FIRST, MOVING_FESTIVALS } from './moving-festivals.js';

export type StatutoryFestival = '元旦' | '春节' | '清明节' | '劳动节' | '端午节' | '中秋节' | '国庆节';

/** One holiday of article 2 in one year: its statutory days, one after another. */
export interface StatutoryHoliday {
  readonly festival: StatutoryFestival;
  readonly first: Day;
  readonly last: Day;
}

/** The last year whose statutory days are known. */
export const LAST_STATUTORY_YEAR = FESTIVAL_TABLE_FIRST + MOVING_FESTIVALS.length - 1;

// The Spring Festival's days are counted from the first day of the first lunar month: -1 is the eve (除夕).
function springDays(year: number): readonly [first: number, last: number] {
  if (year < 2008) return [0, 2];
  if (year < 2014) return [-1, 1];
  if (year < 2025) return [0, 2];
  return [-1, 2];
}

function labourDays(year: number): number {
  if (year < 2008) return 3;
  return year < 2025 ? 1 : 2;
}

/**
 * The holidays for all citizens of a year (全国年节及纪念日放假办法 art. 2, in its versions of 1999, 2007, 2013 and 2024). Years outside the
 * lunar table (2004-2099) have none here; callers keep within the calendar's range.
 */
export function statutoryHolidays(year: number): readonly StatutoryHoliday[] {
  const moving = MOVING_FESTIVALS[year - FESTIVAL_TABLE_FIRST];
  if (!moving) return [];
  const on = (monthDay: number): Day => dayOf(year, Math.floor(monthDay / 100), monthDay % 100);
  const holiday = (festival: StatutoryFestival, first: Day, days = 1): StatutoryHoliday => ({
    festival,
    first,
    last: addDays(first, days - 1),
  });
  const [spring, qingming, dragonBoat, midAutumn] = moving;
  const [springFirst, springLast] = springDays(year);
  const all = [
    holiday('元旦', on(101)),
    holiday('春节', addDays(on(spring), springFirst), springLast - springFirst + 1),
    holiday('劳动节', on(501), labourDays(year)),
    holiday('国庆节', on(1001), 3),
  ];
  // These three became holidays with the revision of 2007.
  if (year >= 2008) all.push(holiday('清明节', on(qingming)), holiday('端午节', on(dragonBoat)), holiday('中秋节', on(midAutumn)));
  return all;
}

/** The festivals whose statutory day this is: usually none; two on 2020-10-01. */
export function statutoryFestivalsOn(day: Day): readonly string[] {
  return statutoryHolidays(partsOf(day).year)
    .filter((h) => h.first <= day && day <= h.last)
    .map((h) => h.festival);
}
