import { isDate } from './formats.js';
import type { Text } from './problem.js';

const WRITTEN = /^(\d{4})\s*[/.年\u2010-\u2015-]\s*(\d{1,2})\s*[/.月\u2010-\u2015-]\s*(\d{1,2})\s*日?$/u;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/u;

/** `2024/1/2`, `20240102`, `2024—01—02` and `2024年1月2日` as dates are written; undefined where there is no such day. */
export function dateMeant(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  const [, year = '', month = '', day = ''] = WRITTEN.exec(plain) ?? DIGITS.exec(plain) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : undefined;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/u;

const HOUR = /^\d{4}-\d{2}-\d{2}[T ](\d{1,2}):(\d{2})/u;

/** Of a day that its month does not have, an hour that no day has: which is the last; undefined where that is not what is wrong. */
export function lastDayInstead(text: string): Text | undefined {
  const [, year = '', month = '', day = ''] = DAY.exec(text) ?? [];
  const last = [31, 30, 29, 28].map((one) => `${year}-${month}-${one}`).find(isDate);
  if (last === undefined || Number(day) <= Number(last.slice(-2))) return lastHourInstead(text);
  return {
    zh: `${year}年${Number(month)}月没有${Number(day)}日，最后一日是 ${last}`,
    en: `${year}-${month} has no day ${Number(day)}; its last is ${last}`,
  };
}

function lastHourInstead(text: string): Text | undefined {
  const [, hour = '', minute = ''] = HOUR.exec(text) ?? [];
  if (Number(hour) > 24) return { zh: `一日止于 24:00，没有${Number(hour)}时`, en: `a day ends at 24:00 and has no hour ${Number(hour)}` };
  if (Number(minute) > 59) return { zh: `一小时止于 59 分，没有${minute}分`, en: `an hour ends at minute 59 and has no minute ${minute}` };
  return undefined;
}
