import { createRequire } from 'node:module';
import { BASE_NOTICES, SINGLE_NOTICES } from './base-notices.js';
import { parseDay, type Day } from './day.js';

/** A day that is not simply a plain workday or weekend, and where that comes from. */
export interface SpecialDay {
  readonly off: boolean;
  readonly festival: string | null;
  readonly notice: string | null;
  readonly source: string;
  /** The year of the notice that it belongs to. */
  readonly noticeYear: number;
}

interface PackageTable {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

const require = createRequire(import.meta.url);
const PACKAGE = 'chinese-days@1.5.7';
const CORRECTED = `${PACKAGE}, corrected by the notice`;

/** The first year of the package's table, and the last year that it has a notice for. */
export const BASE_FIRST_YEAR = 2004;
export const BASE_LAST_YEAR = 2026;

// The package labels these weekends as holidays; the notices leave them as they are (与周末连休, or only the Monday is made up).
const PLAIN_WEEKENDS = ['2014-04-06', '2019-04-06', '2019-04-07', '2019-06-08', '2019-06-09', '2019-09-14', '2019-09-15'];

const ANNIVERSARY = '抗日战争暨世界反法西斯战争胜利70周年纪念日';

// Days inside a notice's block that the package leaves out, and the worked Saturday of the 2006 notice (国办发明电〔2005〕35号).
const MISSING: readonly (readonly [text: string, off: boolean, festival: string])[] = [
  ['2005-12-31', false, '元旦'],
  ['2011-06-05', true, '端午节'],
  ['2012-06-23', true, '端午节'],
  ['2015-09-05', true, ANNIVERSARY],
];

// Where Mid-Autumn and National Day share a block the notice names both, the earlier first; the package names one.
const JOINT_BLOCKS: Readonly<Record<number, string>> = {
  2009: '国庆节、中秋节',
  2012: '中秋节、国庆节',
  2017: '中秋节、国庆节',
  2020: '国庆节、中秋节',
  2023: '中秋节、国庆节',
  2025: '国庆节、中秋节',
};

const FULL_NAMES: Readonly<Record<string, string>> = {
  清明: '清明节',
  端午: '端午节',
  中秋: '中秋节',
  中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日: ANNIVERSARY,
};

function festivalOf(year: number, label: string): string {
  const name = label.split(',')[1] ?? label;
  const joint = JOINT_BLOCKS[year];
  return joint !== undefined && (name === '国庆节' || name === '中秋') ? joint : (FULL_NAMES[name] ?? name);
}

/** The special days of 2004-2026: the chinese-days package's own table, corrected as the notices have it. */
export function baseTable(): Map<Day, SpecialDay> {
  const { holidays, workdays } = require('chinese-days/dist/chinese-days.json') as PackageTable;
  const days = new Map<Day, SpecialDay>();
  for (const [text, label] of Object.entries(holidays)) days.set(dayFrom(text), special(text, true, label));
  for (const [text, label] of Object.entries(workdays)) days.set(dayFrom(text), special(text, false, label));
  for (const text of PLAIN_WEEKENDS) days.delete(dayFrom(text));
  for (const [text, off, label] of MISSING) days.set(dayFrom(text), { ...special(text, off, label), source: CORRECTED });
  for (const [first, last, notice] of SINGLE_NOTICES) {
    for (let day = dayFrom(first); day <= dayFrom(last); day++) {
      const found = days.get(day);
      if (found) days.set(day, { ...found, notice });
    }
  }
  return days;
}

function dayFrom(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`chinese-days: ${text} is no date`);
  return day;
}

// Neighbouring days mostly share their label and year: one record serves them all, since the calendar is made at every start.
const shared = new Map<string, SpecialDay>();

function special(text: string, off: boolean, label: string): SpecialDay {
  const year = text.slice(0, 4);
  // New Year days of December belong to the notice of the year they lead into.
  const noticeYear = Number(year) + (text.startsWith('12', 5) ? 1 : 0);
  const key = `${year}${noticeYear}${String(off)}${label}`;
  let record = shared.get(key);
  if (!record) {
    record = { off, festival: festivalOf(Number(year), label), notice: BASE_NOTICES[noticeYear] ?? null, source: PACKAGE, noticeYear };
    shared.set(key, record);
  }
  return record;
}
