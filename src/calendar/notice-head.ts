import { dayOf, monthLength, type Day } from './day.js';

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

const CHINESE_DIGITS = '〇一二三四五六七八九十';

// 二〇二四年十一月十二日, 2024年11月12日
function readSignedDate(text: string): Day | undefined {
  const plain = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  const spelt = /^([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日$/.exec(text);
  const value = (digits: string): number => {
    const tens = digits.indexOf('十');
    if (tens < 0) return CHINESE_DIGITS.indexOf(digits);
    const high = tens === 0 ? 1 : CHINESE_DIGITS.indexOf(digits[0] ?? '');
    return high * 10 + Math.max(0, CHINESE_DIGITS.indexOf(digits[tens + 1] ?? '〇'));
  };
  const year = plain?.[1] ?? Array.from(spelt?.[1]?.replaceAll('零', '〇') ?? '', (c) => CHINESE_DIGITS.indexOf(c)).join('');
  const month = plain ? Number(plain[2]) : value(spelt?.[2] ?? '');
  const day = plain ? Number(plain[3]) : value(spelt?.[3] ?? '');
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(Number(year), month) ? dayOf(Number(year), month, day) : undefined;
}

const SIGNED = /国务院(?:办公厅)?((?:\d{4}|[〇零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日)/g;

/** Reads title, number and date from a squeezed text; null where title, year or date are not there. */
export function readHead(text: string): Head | null {
  const title = /国务院(?:办公厅)?关于(?:调整|延长)?(?:(\d{4})年)?([^，。：]*?)的通知/.exec(text);
  const number = /国(?:办)?发明电〔\d{4}〕\d+号/.exec(text)?.[0];
  const signed = [...text.matchAll(SIGNED)].at(-1);
  const publishedAt = readSignedDate(signed?.[1] ?? '');
  const yearText = title?.[1] ?? /(\d{4})年\d{1,2}月\d{1,2}日[^。]*放假/.exec(text)?.[1];
  if (!title || !signed || publishedAt === undefined || yearText === undefined) return null;
  const about = /^(.*?)(?:假期|调休放假|放假)(?:的)?(?:安排)?$/.exec(title[2] ?? '')?.[1];
  const begins = /(?:通知如下|安排如下|各直属机构)[。：]/g;
  const opening = [...text.matchAll(begins)].at(-1);
  return {
    year: Number(yearText),
    source: title[0] + (number === undefined ? '' : `（${number}）`),
    publishedAt,
    festival: about === undefined || about === '' ? null : about,
    from: opening ? opening.index + opening[0].length : title.index + title[0].length,
    to: signed.index,
  };
}
