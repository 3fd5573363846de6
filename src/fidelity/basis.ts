/** For what time a rate, an amount or a count is: each day, month or year, as the text says it and as a term does. */
import { NUMERAL_CHARACTERS, readNumeral } from '../input/numeral.js';
import type { Text } from '../input/problem.js';
import type { Term } from '../rulebook/declarations.js';
import { unitsIn } from '../values/type.js';

/** What a time is called, longer words first, and its name as types have it; those that no type has are named alike. */
const TIMES: readonly (readonly [form: string, name: string])[] = [
  ['个?(?:工作日|交易日|营业日)', 'working-days'],
  ['个?(?:自然|日历)?[日天]', 'days'],
  ['个?(?:周|星期|礼拜)(?![边围转年])', 'weeks'],
  ['个?半年', 'half-years'],
  ['个?季度?', 'quarters'],
  ['个?(?:自然)?月', 'months'],
  ['(?:个|周)?[^，。；、每\\d]{0,4}?年', 'years'],
  ['个?小时', 'hours'],
  ['分钟', 'minutes'],
];
const ANY = TIMES.map(([form]) => form).join('|');
const PLAIN = '[日天周月季年]|半年|季度';
const NUMBER = `(?:\\d{1,4}|[${NUMERAL_CHARACTERS}]{1,4})`;

/** Words that say it, each with its number and its time. */
const BEFORE: readonly RegExp[] = [
  // 每逾期一日, 每满十二个月; each batch within three days is no such time.
  new RegExp(`每[^，。；、每后前\\d]{0,6}?(?<number>${NUMBER})(?<time>${ANY})(?!之?[内前后]|以[内前])`, 'gu'),
  new RegExp(`[每逐][^，。；、每后前之\\d]{0,2}?(?<time>${ANY})`, 'gu'),
  // 按日加收; 按月租金 is an amount.
  new RegExp(`(?:按|以)(?<time>${PLAIN})(?![期内起租薪工])`, 'gu'),
  /(?<time>[日周月季年])(?:利率|费率|息|均|化)/gu,
  new RegExp(`/(?<time>${PLAIN})`, 'gu'),
  // 违约金为日万分之五
  /(?<=[为按以付收加取是照:，,])(?<time>[日月年])$/gu,
];
const BEHIND = [new RegExp(`^(?:的?违约金|计)?[/每](?:一|1)?(?<time>${ANY})`, 'u'), /^的?(?<time>[日周月季年])(?:利率|费率|息|率)/u];

/** 每满十二个月: so many of one time are one of another. */
const TOGETHER: Readonly<Record<string, string>> = {
  '12 months': 'years',
  '6 months': 'half-years',
  '3 months': 'quarters',
  '7 days': 'weeks',
  '2 quarters': 'half-years',
};

function named({ number, time = '' }: Readonly<Record<string, string | undefined>>): string {
  const name = TIMES.find(([form]) => new RegExp(`^(?:${form})$`, 'u').test(time))?.[1] ?? time;
  const many = number === undefined ? 1 : /^\d/.test(number) ? Number(number) : (readNumeral(number) ?? 1);
  return many === 1 ? name : (TOGETHER[`${many} ${name}`] ?? `${many} ${name}`);
}

/** What the words right behind a figure say of it, else the last that do so before it; null: nothing is said. */
export function timeAround(before: string, after: string): string | null {
  for (const form of BEHIND) {
    const found = form.exec(after)?.groups;
    if (found !== undefined) return named(found);
  }
  const all = BEFORE.flatMap((form) => [...before.matchAll(form)]).toSorted((a, b) => endOf(a) - endOf(b));
  const last = all.at(-1)?.groups;
  return last === undefined ? null : named(last);
}

/** For what time an amount is, as what it is called says: 年订阅费, 月租金; 当月租金 is that of some month. */
export function timeNamed(before: string): string | null {
  const found =
    /(?<![当首次末上本该每按])(?<time>[日月季年])度?(?:订阅费|租金|服务费|使用费|管理费|物业费|费用?|租|单价)[^，。；\d]{0,6}$/u.exec(
      before,
    );
  return found?.groups === undefined ? null : named(found.groups);
}

/** A time by its word: 日 as days. */
export const timeCalled = (time: string): string => named({ time });

const endOf = (match: RegExpExecArray): number => match.index + match[0].length;

/** Whether a text says it of anything at all. */
export const saysTime = (text: string, time: string): boolean =>
  BEFORE.some((form) => [...text.matchAll(form)].some(({ groups = {} }) => named(groups) === time));

const OF_NAMES: readonly (readonly [RegExp, string])[] = [
  [/年(?:利率|化|率|费|订阅|租|递增|均)|[每按]年/u, 'years'],
  [/季度?(?:租|费|均)|[每按]季/u, 'quarters'],
  [/月(?:利率|率|费|租|单价|均|物业|订阅)|[每按]月/u, 'months'],
  [/周均|[每按]周/u, 'weeks'],
  [/日(?:利率|率|比例|租|均)|[每按]日/u, 'days'],
];

/** For what time a term is: its unit says so, as `ratio per days` does, or its name, as 年利率; null: for none that is known. */
export function timeOf({ type, says }: Pick<Term, 'type' | 'says'>): string | null {
  if (type.kind !== 'quantity') return null;
  const { units } = type;
  const unit = unitsIn(units).find((one) => (units[one] ?? 0) < 0 && isTime(one));
  if (unit !== undefined) return unit;
  // A multiple of the rent of a month is no rate for a month.
  return /倍数|相当于/u.test(says.zh) ? null : (OF_NAMES.find(([form]) => form.test(says.zh))?.[1] ?? null);
}

/** Whether a unit of an amount is a time. */
export const isTime = (unit: string): boolean => TIMES.some(([, name]) => name === unit);

const SAID: Readonly<Record<string, Text>> = {
  'working-days': { zh: '工作日', en: 'each working day' },
  days: { zh: '日', en: 'each day' },
  weeks: { zh: '周', en: 'each week' },
  'half-years': { zh: '半年', en: 'each half year' },
  quarters: { zh: '季', en: 'each quarter' },
  months: { zh: '月', en: 'each month' },
  years: { zh: '年', en: 'each year' },
  hours: { zh: '小时', en: 'each hour' },
  minutes: { zh: '分钟', en: 'each minute' },
};

/** A time as a reader knows it; 每五日 is `5 days`. */
export function sayTime(time: string | null): Text {
  const [, many = '', name = ''] = /^(\d+) (.+)$/.exec(time ?? '') ?? [];
  const one = SAID[name] ?? SAID[time ?? ''] ?? { zh: '', en: '' };
  return many === '' ? one : { zh: `${many}${one.zh}`, en: `every ${many} ${name}` };
}
