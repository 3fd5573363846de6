/** What is said of a value in a file said of its cell: by the heading of its column, which is all that somebody with the workbook sees. */
import type { Problem, Text } from '../input/problem.js';
import type { Sheet } from './sheet.js';

interface CellOf {
  readonly sheet: Sheet;
  /** The id of the column; undefined: the row. */
  readonly column: string | undefined;
  readonly text: string;
}

/** A day that a spreadsheet keeps as a number without the format of one. */
const SERIAL = /^[2-7]\d{4}(?:\.\d+)?$/;

export function headed(problem: Problem, { sheet, column, text }: CellOf): Problem {
  const heading = sheet.columns.find(({ id }) => id === column)?.heading;
  if (
    heading !== undefined &&
    SERIAL.test(text.trim()) &&
    /日期|\d{4}-\d{2}-\d{2}/u.test(`${problem.message.zh}${problem.repair?.zh ?? ''}`)
  )
    return { ...problem, message: notADay(heading, text.trim()), repair: AS_DAY };
  const named = (said: string): string =>
    sheet.columns.reduce((all, { id, heading: shown }) => all.replaceAll(`“${id}”`, `“${shown}”`), said);
  const { message, repair } = problem;
  return {
    ...problem,
    message: { zh: named(message.zh), en: message.en },
    ...(repair === undefined ? {} : { repair: { zh: bare(named(repair.zh)), en: bare(repair.en) } }),
  };
}

/** A cell takes a number without the quotes that a file needs. */
const bare = (said: string): string => said.replaceAll(/"(\d+(?:\.\d+)?)"/g, '$1');

const notADay = (heading: string, text: string): Text => ({
  zh: `“${heading}”是数字 ${text}，没有日期格式，看不出是哪一日`,
  en: `“${heading}” is the number ${text} without the format of a date: which day it is cannot be seen`,
});
const AS_DAY: Text = { zh: '把这一格设为日期格式（如 2024-05-06）', en: 'the cell formatted as a date, such as 2024-05-06' };
