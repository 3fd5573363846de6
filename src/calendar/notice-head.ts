import { realDay, type Day } from './day.js';

/** What a notice's text says of itself. */
export interface Head {
  readonly year: number;
  readonly source: string;
  readonly publishedAt: Day;
  /** The festival in the title of a notice on one holiday alone. */
  readonly festival: string | null;
  /** Where the notice's body begins and ends. */
  readonly from: number;
  readonly to: number;
}

const FIGURES = '〇一二三四五六七八九';

// 二〇二四年十一月二十日 → 2024年11月20日: a ten with nothing before it is 一十, one with nothing after it 十〇.
function inFigures(date: string): string {
  return date
    .replaceAll('零', '〇')
    .replace(/(?<=[年月])十/g, '一十')
    .replace(/十(?=[月日])/g, '〇')
    .replaceAll('十', '')
    .replace(/[〇一二三四五六七八九]/g, (figure) => `${FIGURES.indexOf(figure)}`);
}

function readSignedDate(date: string): Day | undefined {
  const [year = NaN, month = NaN, day = NaN] = inFigures(date)
    .split(/[年月日]/)
    .map(Number);
  return realDay(year, month, day);
}

const SIGNED = /国务院(?:办公厅)?((?:\d{4}|[〇零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日)/g;

/** Reads title, number and date from a squeezed text; null where title, year or date are not there. */
export function readHead(text: string): Head | null {
  const title = /国务院(?:办公厅)?关于(?:调整|延长)?(?:(\d{4})年)?([^，。：]*?)的通知/.exec(text);
  const number = /国(?:办)?发明电〔\d{4}〕\d+号/.exec(text)?.[0];
  const signed = [...text.matchAll(SIGNED)].at(-1);
  if (!title || !signed) return null;
  const [titled, titleYear, subject = ''] = title;
  const publishedAt = readSignedDate(signed[1] ?? '');
  const year = titleYear ?? /(\d{4})年\d{1,2}月\d{1,2}日[^。]*放假/.exec(text)?.[1];
  if (publishedAt === undefined || year === undefined) return null;
  const begins = /(?:通知如下|安排如下|各直属机构)[。：]/g;
  const opening = [...text.matchAll(begins)].at(-1) ?? title;
  return {
    year: Number(year),
    source: titled + (number === undefined ? '' : `（${number}）`),
    publishedAt,
    festival: /(.+?)(?:假期|调休放假|放假)/.exec(subject)?.[1] ?? null,
    from: opening.index + opening[0].length,
    to: signed.index,
  };
}
