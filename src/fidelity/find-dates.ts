/** Days, days of a month and times of day. */
import { dayOf, monthLength } from '../calendar/day.js';
import { NUMERAL_CHARACTERS, readNumeral } from '../input/numeral.js';
import { decimal } from '../money/money.js';
import { NUMBER, numberOf, type Finder } from './finder.js';

const DATE = /(\d{4})年(\d{1,2})月(\d{1,2})[日号]|(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/gu;
const HAN_DATE = new RegExp(`([${NUMERAL_CHARACTERS}]{4})年([${NUMERAL_CHARACTERS}]{1,2})月([${NUMERAL_CHARACTERS}]{1,3})[日号]`, 'gu');
const DAY_OF_MONTH = new RegExp(`(?:每个?月|当月|次月|下月|上月|该月)(?:的)?(?:第)?(${NUMBER})[日号]`, 'gu');
const MONTH_AND_DAY = new RegExp(`(?:${NUMBER})月(?:${NUMBER})[日号]`, 'gu');
const YEAR = /(?<!\d)(?:19|20|21)\d{2}年(?:度|(?:\d{1,2}月))?/gu;
const CLOCK = /\d{1,2}:\d{2}(?:[-—–~至到]\d{1,2}:\d{2})?|(?<!\d)\d{1,2}(?:时|点(?:钟|整)?)(?:(?:至|到|[-—–~])\d{1,2}(?:时|点))?(?!段)/gu;

export function dates(finder: Finder): void {
  const put = (match: RegExpExecArray, parts: readonly (number | undefined)[]): void => {
    const [year = 0, month = 0, day = 0] = parts;
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return;
    finder.put(match, 'date', decimal(dayOf(year, month, day)));
  };
  finder.each(DATE, (match) => put(match, (match[1] === undefined ? match.slice(4, 7) : match.slice(1, 4)).map(Number)));
  finder.each(HAN_DATE, (match) => put(match, match.slice(1, 4).map(readNumeral)));
  finder.each(DAY_OF_MONTH, (match) => {
    const value = numberOf(match[1]);
    if (value !== undefined && value.lessThan(32)) finder.put(match, 'day-of-month', value);
  });
  finder.each(MONTH_AND_DAY, (match) => finder.put(match, 'other', decimal(0), { unit: match[0] }));
  finder.each(YEAR, (match) => finder.take(match.index, match[0].length));
  finder.each(CLOCK, (match) => finder.put(match, 'clock', decimal(0), { unit: clockOf(match[0]), isFaint: !match[0].includes(':') }));
}

/** 9:00至18:00 as 09:00-18:00. */
function clockOf(written: string): string {
  const times = [...written.matchAll(/(\d{1,2})(?::(\d{2})|时|点)/gu)].map(
    ([, hour = '', minute = '00']) => `${hour.padStart(2, '0')}:${minute}`,
  );
  return times.join('-');
}
