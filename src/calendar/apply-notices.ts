import type { SpecialDay } from './base-table.js';
import { dayOf, formatDay, weekdayOf, type Day } from './day.js';
import { NoticeError } from './error.js';
import { noticeName, type Notice } from './notice.js';
import { LAST_STATUTORY_YEAR, statutoryFestivalsOn } from './statutory.js';

/** The special days after all notices, the last year announced, and the notices in the order in which they were applied. */
export interface AppliedNotices {
  readonly days: Map<Day, SpecialDay>;
  readonly lastYear: number;
  readonly applied: readonly Notice[];
}

/**
 * Lays notices over a table; the one published later wins.
 * @throws NoticeError for a notice that contradicts itself or another of the same date, or leaves out a year
 */
export function applyNotices(base: Map<Day, SpecialDay>, baseLastYear: number, notices: readonly Notice[]): AppliedNotices {
  const days = base;
  const applied = [...notices].sort((a, b) => a.publishedAt - b.publishedAt || a.year - b.year);
  const setBy = new Map<Day, Notice>();
  let lastYear = baseLastYear;
  for (const notice of applied) checkNotice(notice);
  for (const year of [...new Set(applied.map((n) => n.year))].sort((a, b) => a - b)) {
    if (year <= lastYear) continue;
    const notice = applied.find((n) => n.year === year);
    if (notice && year > lastYear + 1) throw gap(notice, lastYear + 1);
    lastYear = year;
  }
  for (const notice of applied) {
    if (notice.supersedes !== null) withdraw(days, setBy, notice, notice.supersedes);
    for (const [list, off] of [
      [notice.off, true],
      [notice.makeup, false],
    ] as const) {
      for (const day of list) {
        const earlier = setBy.get(day);
        if (earlier?.publishedAt === notice.publishedAt && days.get(day)?.off !== off) throw clash(notice, earlier, day);
        days.set(day, specialOf(notice, day, off, days.get(day)));
        setBy.set(day, notice);
      }
    }
  }
  return { days, lastYear, applied };
}

function specialOf(notice: Notice, day: Day, off: boolean, earlier: SpecialDay | undefined): SpecialDay {
  const statutory = statutoryFestivalsOn(day);
  return {
    off,
    festival: notice.festivals.get(day) ?? (statutory.length > 0 ? statutory.join('、') : (earlier?.festival ?? null)),
    notice: noticeName(notice.source),
    source: notice.source,
    noticeYear: notice.year,
  };
}

// An earlier notice that is superseded loses all its days; what the new one does not name is a plain day again.
function withdraw(days: Map<Day, SpecialDay>, setBy: Map<Day, Notice>, notice: Notice, name: string): void {
  let found = false;
  for (const [day, special] of days) {
    if (special.notice !== noticeName(name)) continue;
    days.delete(day);
    setBy.delete(day);
    found = true;
  }
  if (!found) {
    throw new NoticeError({
      zh: `${placeOf(notice)}：supersedes 所指的「${name}」不在日历中，应写明被替代通知的 source 或文号`,
      en: `${placeOf(notice)}: supersedes names "${name}", which the calendar does not have; write the source or number of the notice replaced`,
    });
  }
}

function checkNotice(notice: Notice): void {
  const { year } = notice;
  if (!Number.isInteger(year) || year < 2005 || year > LAST_STATUTORY_YEAR) {
    throw new NoticeError({
      zh: `${placeOf(notice)}：year ${year} 不在 2005-${LAST_STATUTORY_YEAR} 之内`,
      en: `${placeOf(notice)}: year ${year} is not within 2005-${LAST_STATUTORY_YEAR}`,
    });
  }
  const from = dayOf(year - 1, 12, 1);
  const to = dayOf(year + 1, 1, 31);
  const seen = new Set<Day>();
  const refuse = (day: Day, zh: string, en: string): NoticeError =>
    new NoticeError({ zh: `${placeOf(notice)}：${formatDay(day)} ${zh}`, en: `${placeOf(notice)}: ${formatDay(day)} ${en}` });
  for (const day of [...notice.off, ...notice.makeup]) {
    if (day < from || day > to) {
      throw refuse(
        day,
        `不在 ${formatDay(from)} 至 ${formatDay(to)} 之内，不属于${year}年的通知`,
        `lies outside ${formatDay(from)} to ${formatDay(to)}: not of the notice of ${year}`,
      );
    }
    if (seen.has(day)) throw refuse(day, '在 off、makeup 中出现两次', 'is given twice in off and makeup');
    seen.add(day);
  }
  for (const day of notice.makeup) {
    if (weekdayOf(day) <= 5)
      throw refuse(day, '不是周六或周日，不能是调休上班日', 'is no Saturday or Sunday, so it cannot be a worked weekend');
    if (statutoryFestivalsOn(day).length > 0)
      throw refuse(day, '是法定节日，不能是调休上班日', 'is a statutory holiday, so it cannot be a worked weekend');
  }
}

/** Where a notice comes from, for messages. */
function placeOf(notice: Notice): string {
  return notice.file ?? notice.source;
}

function gap(notice: Notice, missing: number): NoticeError {
  return new NoticeError({
    zh: `${placeOf(notice)}：有${notice.year}年的通知而没有${missing}年的，中间的年份无从得知，请先加入${missing}年的通知`,
    en: `${placeOf(notice)}: there is a notice for ${notice.year} but none for ${missing}; add that of ${missing} first`,
  });
}

function clash(notice: Notice, earlier: Notice, day: Day): NoticeError {
  return new NoticeError({
    zh: `${placeOf(notice)} 与 ${placeOf(earlier)} 对 ${formatDay(day)} 的安排相反，且发布日期相同，无法判断以何者为准`,
    en: `${placeOf(notice)} and ${placeOf(earlier)} contradict each other on ${formatDay(day)} and were published on the same day`,
  });
}
