import { alternativesTo } from './alternatives.js';
import { mayStillChange, type Calendar, type DayRecord } from './calendar.js';
import { nameOfRule, type Convention } from './convention.js';
import { countOfPeriod, runsOf, type CountedRun } from './count.js';
import { formatDay, partsOf, weekdayOf, type Day, type Weekday } from './day.js';
import { formatInstant } from './instant.js';
import { endOfPeriod, type PeriodEnd, type PeriodRequest, type PeriodUnit } from './period.js';

type Lang = 'zh' | 'en';

const WEEKDAYS: Readonly<Record<Weekday, { readonly zh: string; readonly en: string }>> = {
  1: { zh: '周一', en: 'Mon' },
  2: { zh: '周二', en: 'Tue' },
  3: { zh: '周三', en: 'Wed' },
  4: { zh: '周四', en: 'Thu' },
  5: { zh: '周五', en: 'Fri' },
  6: { zh: '周六', en: 'Sat' },
  7: { zh: '周日', en: 'Sun' },
};

const UNITS: Readonly<Record<PeriodUnit, { readonly zh: string; readonly en: string }>> = {
  'working-day': { zh: '个工作日', en: 'working days' },
  'calendar-day': { zh: '日', en: 'days' },
  month: { zh: '个月', en: 'months' },
  year: { zh: '年', en: 'years' },
  hour: { zh: '小时', en: 'hours' },
  'business-hour': { zh: '个工作小时', en: 'business hours' },
};

function dated(day: Day, lang: Lang): string {
  const weekday = WEEKDAYS[weekdayOf(day)];
  return lang === 'zh' ? `${formatDay(day)}（${weekday.zh}）` : `${formatDay(day)} (${weekday.en})`;
}

/** Days as they are told in Chinese: 10月1日-7日, 9月29日-10月6日, with the year where it is another than `year`. */
export function spanInChinese(a: Day, b: Day, year: number): string {
  const [from, to] = [partsOf(Math.min(a, b) as Day), partsOf(Math.max(a, b) as Day)];
  const start = `${from.year === year ? '' : `${from.year}年`}${from.month}月${from.day}日`;
  if (a === b) return start;
  if (from.year !== to.year) return `${start}-${to.year}年${to.month}月${to.day}日`;
  return `${start}-${from.month === to.month ? '' : `${to.month}月`}${to.day}日`;
}

/** What a day is, in words: 国庆节放假, 调休上班（国庆节）, 周末, 工作日. */
export function kindInWords(record: DayRecord, lang: Lang): string {
  const festival = record.festival ?? '';
  const words = {
    workday: { zh: '工作日', en: 'working day' },
    weekend: { zh: '周末', en: 'weekend' },
    holiday: { zh: `${festival}放假`, en: `holiday ${festival}`.trim() },
    'makeup-workday': { zh: `调休上班${festival === '' ? '' : `（${festival}）`}`, en: `worked weekend ${festival}`.trim() },
  };
  const known = record.announced ? '' : lang === 'zh' ? '，尚未公布' : ', not announced yet';
  return words[record.kind][lang] + known;
}

/**
 * The answer as a lawyer would lay it before the other side: the start, the count with what was skipped and why, the last day, why it
 * moved, the convention with its articles, and the readings under which it would be another day.
 */
export function deadlineText(calendar: Calendar, request: PeriodRequest, lang: Lang): string {
  const end = endOfPeriod(calendar, request);
  const start = typeof request.start === 'number' ? dated(request.start, lang) : formatInstant(request.start);
  const year = partsOf(typeof request.start === 'number' ? request.start : request.start.day).year;
  const isBack = request.direction === 'backward';
  const length = `${request.amount}${lang === 'zh' ? '' : ' '}${UNITS[request.unit][lang]}`;
  const lines = [
    lang === 'zh' ? `自 ${start} 起${isBack ? '倒推' : ''} ${length}` : `${length} ${isBack ? 'back from' : 'from'} ${start}`,
    ...runsOf(countOfPeriod(calendar, request, end)).map((run) => `  ${runLine(run, year, lang)}`),
    ...conclusion(calendar, end, lang),
    ...alternativeLines(calendar, request, end, lang),
  ];
  return `${lines.join('\n')}\n`;
}

function runLine(run: CountedRun, year: number, lang: Lang): string {
  const { first, last } = run;
  const span =
    lang === 'zh'
      ? spanInChinese(first.day, last.day, year)
      : first.day === last.day
        ? formatDay(first.day)
        : `${formatDay(first.day)}..${formatDay(last.day)}`;
  const what = first.record ? kindInWords(first.record, lang) : '';
  const name = first.record?.notice ?? null;
  const notice = name === null ? '' : lang === 'zh' ? `〔${name}〕` : ` [${name}]`;
  return [span, what + notice, roleInWords(run, lang)].filter((part) => part !== '').join('  ');
}

function roleInWords({ first, last }: CountedRun, lang: Lang): string {
  // A run is counted as a whole or not at all.
  const numbers = [...new Set([first.counted, last.counted])].join('-');
  const counted = numbers === '' ? '' : lang === 'zh' ? `第${numbers}` : `no. ${numbers}`;
  const words = {
    start: {
      zh: first.counted === null ? '起算日，不计' : `起算日，${counted}`,
      en: first.counted === null ? 'start, not counted' : `start, ${counted}`,
    },
    counted: { zh: counted, en: counted },
    skipped: { zh: '不计', en: 'not counted' },
    'moved-off': {
      zh: `${counted === '' ? '' : `${counted}，`}末日遇休，顺移`,
      en: `${counted === '' ? '' : `${counted}, `}a last day of rest: moves on`,
    },
    last: { zh: `${counted === '' ? '' : `${counted}，`}期间届满`, en: `${counted === '' ? '' : `${counted}, `}the period ends` },
  };
  return words[first.role][lang];
}

function conclusion(calendar: Calendar, end: PeriodEnd, lang: Lang): readonly string[] {
  const zh = lang === 'zh';
  const endsAt = end.endsAt === null ? '24:00' : formatInstant(end.endsAt);
  const lines = [`${zh ? '最后一日' : 'Last day'}: ${dated(end.lastDay, lang)} ${endsAt}`];
  if (end.clearDays !== null) {
    lines.push(`${zh ? '稳妥起见最迟（其间留足全数）' : 'Safe day (the full number between)'}: ${dated(end.clearDays, lang)}`);
  }
  lines.push(`${zh ? '次日' : 'First day after'}: ${formatDay(end.firstDayAfter)}`);
  if (end.provisional) {
    const through = formatDay(calendar.last);
    lines.push(
      zh
        ? `暂定：${through} 之后的放假安排尚未公布；最早 ${formatDay(end.earliest)}，最迟 ${formatDay(end.latest)}（按历年安排估计，不保证）`
        : `Provisional: no notice covers the days after ${through}; earliest ${formatDay(end.earliest)}, latest ${formatDay(end.latest)} (from past notices, no guarantee)`,
    );
  } else if (mayStillChange(calendar, end.lastDay)) {
    lines.push(zh ? '注意：下一年度的通知仍可能调整这一天' : "Note: next year's notice may still change this day");
  }
  lines.push(`${zh ? '计算约定' : 'Convention'}: ${conventionInWords(end.convention, lang)}`);
  lines.push(zh ? `依据：《民法典》第${end.articles.join('、')}条` : `Civil Code arts. ${end.articles.join(', ')}`);
  return lines;
}

function conventionInWords(convention: Convention, lang: Lang): string {
  const pairs = { ...convention, workdaySet: nameOfRule(convention.workdaySet), close: convention.close ?? '24:00' };
  return Object.entries(pairs)
    .map(([key, value]) => `${key}=${value}`)
    .join(lang === 'zh' ? '，' : ', ');
}

function alternativeLines(calendar: Calendar, request: PeriodRequest, end: PeriodEnd, lang: Lang): readonly string[] {
  return alternativesTo(calendar, request, end).map(({ change, end: other }) =>
    lang === 'zh' ? `另一读法 ${change}：${dated(other.lastDay, lang)}` : `Another reading, ${change}: ${dated(other.lastDay, lang)}`,
  );
}
