/** Dates as spreadsheets save them in a CSV: the year, the month and the day, with no zeros before them. */
import type { Text } from '../../input/problem.js';
import { quote } from '../../input/quote.js';

const SLASHED = /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?: (\d{1,2})(:\d\d(?::\d\d)?))?$/;

/** Which of them is the month cannot be told: 9/27/2024, 24/9/27, 27.9.2024. */
const UNCLEAR = /^\d{1,2}([/.-])\d{1,2}\1\d{2,4}(?: |$)/;

/** `2024-09-27T10:00` for `2024/9/27 10:00`; any other text as it stands. Whether there is such a day is not asked here. */
export function unslashed(text: string): string {
  const parts = SLASHED.exec(text);
  if (parts === null) return text;
  const [, year = '', month = '', day = '', hour, rest = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return hour === undefined ? date : `${date}T${hour.padStart(2, '0')}${rest}`;
}

export const isSlashed = (text: string): boolean => SLASHED.test(text);

/** Why a date is refused whose parts may be taken for one another, and what to do. */
export function unclear(text: string): Text | undefined {
  if (!UNCLEAR.test(text)) return undefined;
  const shown = quote(text);
  return {
    zh: `“${shown}”看不出哪一段是年、月、日；应写成 2024-09-27 或 2024/9/27（在表格软件里把这一列设为日期格式 yyyy-mm-dd，再另存为 CSV）`,
    en: `“${shown}” does not say which part is the year, the month or the day; write 2024-09-27 or 2024/9/27 (in the spreadsheet give the column the date format yyyy-mm-dd and save the CSV again)`,
  };
}
