/** Identity numbers of the People's Republic: eighteen places with a check (GB 11643), or the fifteen of before. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(' '),
);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** Born in these years one signs contracts today; a number with a later year is rather a file number with a date in it. */
const ADULT = { from: 1920, to: 2009 };

/**
 * How surely a text of digits (and X) is an identity number. One with a wrong check is one mistyped, and still says who is meant.
 */
export function identity(digits: string): 'certain' | 'likely' | 'no' {
  if (!PROVINCES.has(digits.slice(0, 2))) return 'no';
  if (digits.length === 15) return isDay(`19${digits.slice(6, 8)}`, digits.slice(8, 10), digits.slice(10, 12)) ? 'likely' : 'no';
  if (digits.length !== 18 || !isDay(digits.slice(6, 10), digits.slice(10, 12), digits.slice(12, 14))) return 'no';
  const sum = WEIGHTS.reduce((all, weight, index) => all + weight * Number(digits[index]), 0);
  const isChecked = CHECKS[sum % 11] === digits[17]?.toUpperCase();
  const year = Number(digits.slice(6, 10));
  const isAdult = year >= ADULT.from && year <= ADULT.to;
  return isChecked && isAdult ? 'certain' : isChecked || isAdult ? 'likely' : 'no';
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isDay = (year: string, month: string, day: string): boolean =>
  /^(?:18|19|20)\d\d$/.test(year) && Number(day) >= 1 && Number(day) <= (DAYS[Number(month) - 1] ?? 0);
