/** What may stand behind a number, and what it counts. */
import type { Family } from './figure.js';

interface Unit {
  /** For a regular expression; the longer before the shorter. */
  readonly form: string;
  readonly family: Family;
  readonly factor: number;
  readonly divisor?: number;
}

const COUNTERS =
  '次性?|条|份|名|台|套|项|件|批次|批|档|起|张|辆|间|人次|人|户|通|例|枚|只|笔|轮|期|位|席|部(?!分)|门|路|根|箱|盒|袋|包|卷|瓶|分(?!之|钟|行)|个(?!工作|银行|法定|自然|日历|月|季|星期|小时|营业|年|周|日|交易)';

/** Every unit that is known; a rulebook's own come before them. */
export const UNITS: readonly Unit[] = [
  { form: '个?(?:银行|法定)?工作日|个(?:银行)?(?:交易日|营业日)|银行营业日', family: 'working-days', factor: 1 },
  { form: '个(?:工作|营业)小时|工作小时|营业小时', family: 'business-hours', factor: 1 },
  { form: '个?(?:自然日|日历日|日历天|自然天)|天(?!然)|日(?!常|内瓦)', family: 'days', factor: 1 },
  { form: '周(?![边围转])|个?(?:星期|礼拜)|个周', family: 'days', factor: 7 },
  { form: '个?季度', family: 'months', factor: 3 },
  { form: '个(?:自然)?月', family: 'months', factor: 1 },
  { form: '月(?![份租度末底初费薪])', family: 'months', factor: 1 },
  { form: '(?:个|周)?年(?![度份级底末初])', family: 'months', factor: 12 },
  { form: '个?(?:小时|钟头)', family: 'hours', factor: 1 },
  { form: '分钟', family: 'minutes', factor: 1 },
  { form: '%', family: 'ratio', factor: 1, divisor: 100 },
  { form: '‰', family: 'ratio', factor: 1, divisor: 1000 },
  { form: '‱', family: 'ratio', factor: 1, divisor: 10_000 },
  { form: '个?百分点', family: 'ratio', factor: 1, divisor: 100 },
  { form: '个?基点', family: 'ratio', factor: 1, divisor: 10_000 },
  { form: '倍', family: 'ratio', factor: 1 },
  { form: '成(?![立为员功本交果])', family: 'ratio', factor: 1, divisor: 10 },
  {
    form:
      '平方米|平米|㎡|m2|立方米|㎥|m3|公里|千米|km|毫米|mm|厘米|cm|分米|微米|μm|米|英寸|公顷|亩|吨|公斤|千克|kg|毫克|mg|克|毫升|ml|升|' +
      '摄氏度|℃|度|千瓦时|kWh|千瓦|kW|兆帕|MPa|赫兹|Hz|分贝|dB|GB|MB|TB|Mbps|Gbps|M|G|人天|人日|人月',
    family: 'other',
    factor: 1,
  },
  { form: COUNTERS, family: 'count', factor: 1 },
];

/** What an amount may be for each of; the unit as types of a rulebook name it. */
const EACH: readonly (readonly [form: RegExp, unit: string])[] = [
  [/^分钟/u, 'minutes'],
  [/^(?:个工作日|工作日)/u, 'working-days'],
  [/^(?:日|天)/u, 'days'],
  [/^(?:个?(?:周(?!年)|星期))/u, 'weeks'],
  [/^个?半年/u, 'half-years'],
  [/^个?季度?/u, 'quarters'],
  [/^(?:个?月)/u, 'months'],
  [/^年/u, 'years'],
  [/^(?:个?小时)/u, 'hours'],
  [/^[条次个份名台套项件批张辆间人户通例枚只笔位席部]/u, 'count'],
  // Whatever else it may be is counted: 元/席位/月.
  [/^\p{Script=Han}{1,4}(?=[/，。；、)\n]|$)/u, 'count'],
];

/** For what each an amount is: 0.1元/分钟, 每分钟0.1元, 20元/个/月. Null: nothing is said. */
export function perOf(text: string, at: number, end: number, own: ReadonlyMap<string, string>): readonly string[] | null {
  const units: string[] = [];
  let rest = text.slice(end, end + 24);
  for (;;) {
    const slash = /^(?:整)?(?:\/|每)/u.exec(rest);
    if (slash === null) break;
    rest = rest.slice(slash[0].length);
    const found = eachAt(rest, own);
    if (found === undefined) break;
    units.push(found.unit);
    rest = rest.slice(found.length);
  }
  if (units.length > 0) return units;
  // 每平方米每月25元: for each of both.
  const before = /((?:(?:每|\/)[^，。；：、每/]{1,8}?)+)(?:人民币)?$/u.exec(text.slice(Math.max(0, at - 20), at))?.[1] ?? '';
  const each = before.split(/[每/]/u).flatMap((one) => eachAt(one, own)?.unit ?? []);
  return each.length === 0 ? null : each;
}

function eachAt(text: string, own: ReadonlyMap<string, string>): { readonly unit: string; readonly length: number } | undefined {
  for (const [name, says] of own) if (text.startsWith(says)) return { unit: name, length: says.length };
  for (const [form, unit] of EACH) {
    const found = form.exec(text);
    if (found !== null) return { unit, length: found[0].length };
  }
  return undefined;
}
