import { isDate } from './formats.js';

const WRITTEN = /^(\d{4})\s*[/.年-]\s*(\d{1,2})\s*[/.月-]\s*(\d{1,2})\s*日?$/u;

/** `2024/1/2` and `2024年1月2日` as dates are written; undefined where there is no such day. */
export function dateMeant(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = WRITTEN.exec(text.normalize('NFKC').trim()) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : undefined;
}
