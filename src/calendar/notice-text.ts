import { formatDay, weekdayOf, type Day } from './day.js';
import type { Said } from './error.js';
import type { Notice } from './notice.js';
import { DATES, readDates, type DateContext } from './notice-dates.js';
import { readHead, type Head } from './notice-head.js';
import { squeeze, type Squeezed } from './notice-squeeze.js';
import { statutoryHolidays } from './statutory.js';

/** Something in a notice's text that is wrong, or was not understood. */
interface NoticeProblem {
  /** `contradiction`: the text cannot be right as it stands. `unread`: a passage with dates that was not understood. */
  readonly kind: 'contradiction' | 'unread';
  /** The line of the text, from 1. */
  readonly line: number;
  readonly passage: string;
  readonly says: Said;
}

export interface ReadNoticeText {
  /** What was read; null where not even the year and the date of the notice could be found. */
  readonly notice: Notice | null;
  readonly problems: readonly NoticeProblem[];
}

/**
 * Reads the State Council's notice on a year's holidays as it is published (forms of 2006-2026), pasted as text. Weekdays and 共N天 are
 * checked against the dates; whatever has dates and is not understood is reported, never passed over.
 */
export function readNoticeText(pasted: string): ReadNoticeText {
  const squeezed = squeeze(pasted);
  const head = readHead(squeezed.text);
  if (!head) {
    const says = {
      zh: '找不到通知的年份或成文日期，应有「关于2023年部分节假日安排的通知」与文末的日期',
      en: 'No year or date of publication: expected the title 关于2023年部分节假日安排的通知 and the date at the end',
    };
    return { notice: null, problems: [{ kind: 'contradiction', line: 1, passage: pasted.trim().split('\n', 1)[0] ?? '', says }] };
  }
  const reading = new Reading(squeezed, head.year);
  for (const item of itemsOf(squeezed.text, head)) reading.readItem(item);
  return reading.done(head);
}

interface Item {
  readonly festival: string | null;
  readonly text: string;
  readonly at: number;
}

// 一、元旦：…二、春节：…; where nothing is numbered, the body is one item.
function itemsOf(text: string, head: Head): readonly Item[] {
  const body = text.slice(head.from, head.to);
  const marks = [...body.matchAll(/(?:^|(?<=[。；：]))[一二三四五六七八九十]+、/g)];
  if (marks.length === 0) return [{ festival: head.festival, text: body, at: head.from }];
  return marks.map((mark, i) => {
    const start = mark.index + mark[0].length;
    const whole = body.slice(start, marks[i + 1]?.index ?? body.length);
    const name = head.festival === null ? (/^[^\d：，。]{2,20}(?=[：\d])/.exec(whole)?.[0] ?? '') : '';
    const skipped = name.length + (whole[name.length] === '：' ? 1 : 0);
    return { festival: name === '' ? head.festival : fullName(name), text: whole.slice(skipped), at: head.from + start + skipped };
  });
}

function fullName(written: string): string {
  const name = written.replace(/[“”"「」]/g, '');
  if (name === '五一' || name.endsWith('国际劳动节')) return '劳动节';
  if (name === '十一') return '国庆节';
  return name;
}

const LEAD = '(?:其中[，：]?|[^，。；\\d]*：)?(?:将|即|自|从)?';
const REST = new RegExp(
  `^${LEAD}(${DATES})(?:为(?:[^，]*?)(?:法定节?假日|公休日)|(?:均|全国|照常)*(?:放假|补休|调休|公休)+)(?:共?(\\d+)天)?$`,
);
const WORK = new RegExp(`^${LEAD}(${DATES})(?:均|照常|正常)*上班$`);
const SHIFT = new RegExp(
  `^${LEAD}(${DATES})(?:[两二三四五]个)?(?:公休日|休息日)(?:及[^，\\d]*)?(?:分别|依次)?(?:调至|调整至|调休至)(${DATES})(?:休息|放假|公休)?$`,
);
const EXTEND = new RegExp(`^延长(?:\\d{4}年)?([^，\\d]+?)假期至(${DATES})$`);
const RESUME = new RegExp(`^(${DATES})起(?:正常|照常)?上班$`);
const COUNT = /^共(\d+)天$/;

class Reading {
  readonly #source: Squeezed;
  readonly #year: number;
  readonly #off = new Map<Day, string | null>();
  readonly #work = new Map<Day, string | null>();
  /** Where each worked day stands in the text. */
  readonly #workAt = new Map<Day, number>();
  /** Weekends whose rest is moved elsewhere: worked, unless they are a holiday themselves. */
  readonly #shifted = new Map<Day, string | null>();
  readonly #problems: NoticeProblem[] = [];

  constructor(source: Squeezed, year: number) {
    this.#source = source;
    this.#year = year;
  }

  readItem(item: Item): void {
    const context: DateContext = { year: this.#year, isNewYear: item.festival === '元旦', month: null, block: [] };
    let at = item.at;
    for (const sentence of item.text.split(/(?<=[。；])/)) {
      this.#readSentence(sentence.replace(/[。；]/, ''), at, item.festival, context);
      at += sentence.length;
    }
  }

  #readSentence(sentence: string, at: number, festival: string | null, context: DateContext): void {
    // What is only encouraged (in 2024: leave on New Year's Eve) arranges nothing.
    if (sentence.startsWith('鼓励')) return;
    const off = new Set<Day>();
    let offset = at;
    for (const clause of sentence.split('，')) {
      const count = this.#readClause(clause, offset, festival, context, off);
      if (count !== null && count !== off.size) {
        this.#report('contradiction', offset, clause, {
          zh: `写作共${count}天，按日期是${off.size}天`,
          en: `says ${count} days, but its dates are ${off.size}`,
        });
      }
      offset += clause.length + 1;
    }
  }

  // Returns the number of days that the clause claims, if it does.
  #readClause(clause: string, at: number, festival: string | null, context: DateContext, off: Set<Day>): number | null {
    const days = (text: string | undefined): readonly Day[] => {
      const read = readDates(text ?? '', context);
      for (const says of read.problems) this.#report('contradiction', at, clause, says);
      return read.days;
    };
    const rest = REST.exec(clause);
    if (rest) {
      for (const day of days(rest[1])) {
        off.add(day);
        this.#off.set(day, festival);
      }
      return rest[2] === undefined ? null : Number(rest[2]);
    }
    const shift = SHIFT.exec(clause);
    if (shift) {
      for (const day of days(shift[1])) {
        this.#shifted.set(day, festival);
        this.#workAt.set(day, at);
      }
      for (const day of days(shift[2])) this.#off.set(day, festival);
      return null;
    }
    const work = WORK.exec(clause);
    if (work) {
      for (const day of days(work[1])) this.#setWork(day, festival, at);
      return null;
    }
    const resume = RESUME.exec(clause);
    if (resume) {
      // Ordinary work begins again: that day is worked anyway, unless it is a weekend.
      for (const day of days(resume[1])) if (weekdayOf(day) > 5) this.#setWork(day, festival, at);
      return null;
    }
    const extend = EXTEND.exec(clause);
    if (extend) {
      for (const day of days(extend[2])) this.#extend(extend[1] ?? '', day);
      return null;
    }
    const count = COUNT.exec(clause);
    if (count) return Number(count[1]);
    if (/\d日/.test(clause)) {
      this.#report('unread', at, clause, { zh: '没有读懂，请对照通知核对', en: 'was not understood; check it against the notice' });
    }
    return null;
  }

  #setWork(day: Day, festival: string | null, at: number): void {
    this.#work.set(day, festival);
    this.#workAt.set(day, at);
  }

  // A holiday prolonged to a day is off from its last statutory day on.
  #extend(festival: string, to: Day): void {
    const holiday = statutoryHolidays(this.#year).find((h) => h.festival === festival);
    const from = holiday ? holiday.last + 1 : to;
    for (let day = from; day <= to; day++) this.#off.set(day as Day, festival);
  }

  #report(kind: NoticeProblem['kind'], at: number, passage: string, says: Said): void {
    this.#problems.push({ kind, line: this.#source.lineAt(at), passage, says });
  }

  done(head: Head): ReadNoticeText {
    for (const [day, festival] of this.#shifted) if (!this.#off.has(day)) this.#work.set(day, festival);
    for (const day of this.#work.keys()) {
      const wrong = (zh: string, en: string): void => {
        this.#report('contradiction', this.#workAt.get(day) ?? head.from, formatDay(day), { zh, en });
      };
      if (this.#off.has(day)) wrong(`${formatDay(day)} 既放假又上班`, `${formatDay(day)} is both off and worked`);
      if (weekdayOf(day) <= 5) wrong(`上班的 ${formatDay(day)} 不是周末`, `${formatDay(day)} is worked but is no weekend`);
    }
    if (this.#off.size === 0) {
      this.#report('contradiction', head.from, head.source, { zh: '没有读到任何放假的日期', en: 'no day off was found' });
    }
    const notice: Notice = {
      year: head.year,
      source: head.source,
      publishedAt: head.publishedAt,
      supersedes: null,
      off: [...this.#off.keys()].sort((a, b) => a - b),
      makeup: [...this.#work.keys()].sort((a, b) => a - b),
      festivals: new Map([...this.#off, ...this.#work].flatMap(([day, f]) => (f === null ? [] : [[day, f] as const]))),
      file: null,
    };
    return { notice, problems: this.#problems };
  }
}
