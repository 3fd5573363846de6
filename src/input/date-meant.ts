import { isDate } from './formats.js';
import type { Text } from './problem.js';

const WRITTEN = /^(\d{4})\s*[/.年\u2010-\u2015-]\s*(\d{1,2})\s*[/.月\u2010-\u2015-]\s*(\d{1,2})\s*日?$/u;

/** `2024/1/2`, `2024—01—02` and `2024年1月2日` as dates are written; undefined where there is no such day. */
export function dateMeant(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = WRITTEN.exec(text.normalize('NFKC').trim()) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : undefined;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/u;

/** Of a day that its month does not have: which is the last it has; undefined where that is not what is wrong. */
export function lastDayInstead(text: string): Text | undefined {
  const [, year = '', month = '', day = ''] = DAY.exec(text) ?? [];
  const last = [31, 30, 29, 28].map((one) => `${year}-${month}-${one}`).find(isDate);
  if (last === undefined || Number(day) <= Number(last.slice(-2))) return undefined;
  return {
    zh: `${year}年${Number(month)}月没有${Number(day)}日，最后一日是 ${last}`,
    en: `${year}-${month} has no day ${Number(day)}; its last is ${last}`,
  };
}
