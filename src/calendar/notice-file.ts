import { formatDay, parseDay, type Day } from './day.js';
import { NoticeError } from './error.js';
import type { Notice } from './notice.js';

/** A notice as a file holds it (YAML or JSON): `rules/calendars/cn/<year>.yaml`. Days are `YYYY-MM-DD`. */
export interface NoticeFile {
  readonly year: number;
  readonly source: string;
  readonly publishedAt: string;
  readonly supersedes?: string;
  readonly off: readonly string[];
  readonly makeup: readonly string[];
  /** The days, off and made up, of each festival. */
  readonly festivals?: Readonly<Record<string, readonly string[]>>;
}

const KEYS = ['year', 'source', 'publishedAt', 'supersedes', 'off', 'makeup', 'festivals'];

type Refuse = (zh: string, en: string) => NoticeError;

/**
 * Reads a notice from what a file holds. Whether its days contradict one another, or other notices, shows when the calendar is made.
 * @param value the parsed YAML or JSON
 * @param file the name of the file, for messages
 * @throws NoticeError naming the file, the field and what is wrong
 */
export function readNotice(value: unknown, file: string): Notice {
  const refuse: Refuse = (zh, en) => new NoticeError({ zh: `${file}：${zh}`, en: `${file}: ${en}` });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refuse('应有 year、source、publishedAt、off、makeup 等字段', 'expected the fields year, source, publishedAt, off, makeup');
  }
  const fields = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(fields)) {
    if (!KEYS.includes(key)) throw refuse(`没有字段 ${key}，可用：${KEYS.join('、')}`, `there is no field ${key}; use ${KEYS.join(', ')}`);
  }
  const year = Number(fields['year']);
  if (!/^\d{4}$/.test(String(fields['year']))) throw refuse('year 应为四位年份', 'year must be a year of four digits');
  const days = (name: string, list: unknown): readonly Day[] => readDays(refuse, name, list);
  const publishedAt = parseDay(fields['publishedAt'] as string);
  if (publishedAt === undefined) throw refuse('publishedAt 应为 YYYY-MM-DD', 'publishedAt must be YYYY-MM-DD');
  return {
    year,
    source: readText(refuse, 'source', fields['source']),
    publishedAt,
    supersedes: fields['supersedes'] === undefined ? null : readText(refuse, 'supersedes', fields['supersedes']),
    off: days('off', fields['off']),
    makeup: days('makeup', fields['makeup']),
    festivals: readFestivals(refuse, fields['festivals']),
    file,
  };
}

function readText(refuse: Refuse, name: string, value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '') throw refuse(`${name} 应为文字`, `${name} must be text`);
  return value;
}

function readDays(refuse: Refuse, name: string, list: unknown): readonly Day[] {
  if (!Array.isArray(list)) throw refuse(`${name} 应为日期列表`, `${name} must be a list of dates`);
  return list.map((text: unknown, i) => {
    const day = parseDay(text as string);
    if (day === undefined) {
      throw refuse(`${name}[${i}]「${String(text)}」不是日期（YYYY-MM-DD）`, `${name}[${i}] "${String(text)}" is no date (YYYY-MM-DD)`);
    }
    return day;
  });
}

function readFestivals(refuse: Refuse, value: unknown): ReadonlyMap<Day, string> {
  const festivals = new Map<Day, string>();
  if (value === undefined) return festivals;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refuse('festivals 应为 节日: [日期] 的对照', 'festivals must map a festival to its dates');
  }
  for (const [festival, list] of Object.entries(value)) {
    for (const day of readDays(refuse, `festivals.${festival}`, list)) festivals.set(day, festival);
  }
  return festivals;
}

/** The notice as its file is written: fields in their fixed order, days ascending. */
export function noticeToFile(notice: Notice): NoticeFile {
  const written = (days: readonly Day[]): readonly string[] => [...days].sort((a, b) => a - b).map(formatDay);
  const byFestival = new Map<string, readonly string[]>();
  for (const [day, festival] of [...notice.festivals].sort(([a], [b]) => a - b)) {
    byFestival.set(festival, [...(byFestival.get(festival) ?? []), formatDay(day)]);
  }
  return {
    year: notice.year,
    source: notice.source,
    publishedAt: formatDay(notice.publishedAt),
    ...(notice.supersedes === null ? {} : { supersedes: notice.supersedes }),
    off: written(notice.off),
    makeup: written(notice.makeup),
    ...(byFestival.size === 0 ? {} : { festivals: Object.fromEntries(byFestival) }),
  };
}

/** The file as YAML, with no library: its scalars are dates, numbers and quoted text only. */
export function noticeYaml(file: NoticeFile): string {
  const list = (days: readonly string[]): string => (days.length === 0 ? ' []' : days.map((day) => `\n  - ${day}`).join(''));
  const lines = [
    `year: ${file.year}`,
    `source: ${JSON.stringify(file.source)}`,
    `publishedAt: ${file.publishedAt}`,
    ...(file.supersedes === undefined ? [] : [`supersedes: ${JSON.stringify(file.supersedes)}`]),
    `off:${list(file.off)}`,
    `makeup:${list(file.makeup)}`,
    ...(file.festivals === undefined ? [] : ['festivals:', ...Object.entries(file.festivals).map(festivalLine)]),
  ];
  return `${lines.join('\n')}\n`;
}

const festivalLine = ([festival, days]: readonly [string, readonly string[]]): string =>
  `  ${JSON.stringify(festival)}: [${days.join(', ')}]`;
