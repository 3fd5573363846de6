/** Telephone numbers: mobile, and landline with its area code; with 86 before them or without. */
const COUNTRY = /^(?:00)?86(?=\d{9,11}$)/;

/** Area codes: 010, 02x, or four places. Nobody's own number begins with 0, 1 or 9. */
const LANDLINE = /^0(?:10|2\d|[3-9]\d\d)[2-8]\d{6,7}$/;

/** How many of the first digits are the country's. */
export const countryOf = (digits: string): number => COUNTRY.exec(digits)?.[0].length ?? 0;

export const isMobile = (digits: string): boolean => /^1[3-9]\d{9}$/.test(digits.slice(countryOf(digits)));

/** @param isAbroad a plus stands before it, or 00: then the area code goes without its 0 */
export function isLandline(digits: string, isAbroad: boolean): boolean {
  const country = countryOf(digits);
  if (country === 0 || !isAbroad) return LANDLINE.test(digits);
  const rest = digits.slice(country);
  return LANDLINE.test(rest) || LANDLINE.test(`0${rest}`);
}

/** 400 and 800 numbers are a company's, not a person's. */
export const isService = (digits: string): boolean => /^[48]00\d{7}$/.test(digits);

/** The length of the area code, with its 0 or without. */
export const areaOf = (digits: string): number => (/^0?(?:10|2\d)/.test(digits) ? 2 : 3) + (digits.startsWith('0') ? 1 : 0);
