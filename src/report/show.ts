/** Values as a reader sees them. */
import { formatDay, type Day } from '../calendar/day.js';
import { formatInstant, instantAt } from '../calendar/instant.js';
import type { Text } from '../input/problem.js';
import { formatMoney, type Decimal } from '../money/money.js';
import { onlyUnit, unitsIn, type Type } from '../values/type.js';
import { byDay, isExact, type Moment, type Quantity, type Value } from '../values/value.js';
import { counted } from './counted.js';

const both = (text: string): Text => ({ zh: text, en: text });

/** A rulebook's own units, by name. */
type OwnUnits = ReadonlyMap<string, Text>;

const UNIT: Readonly<Record<string, Text>> = {
  money: { zh: '元', en: ' CNY' },
  count: both(''),
  minutes: { zh: '分钟', en: ' min' },
  days: { zh: '日', en: ' days' },
  'working-days': { zh: '个工作日', en: ' working days' },
  months: { zh: '个月', en: ' months' },
  years: { zh: '年', en: ' years' },
  hours: { zh: '小时', en: ' hours' },
  'business-hours': { zh: '个工作小时', en: ' business hours' },
};

/** A unit after a number: 3个工作日, 1 working day, 12.5吨. */
function unitWord(unit: string, own: OwnUnits, value: Decimal): Text {
  const known = UNIT[unit];
  if (known !== undefined) return value.eq(1) ? { ...known, en: known.en.replace(/s$/, '') } : known;
  const says = own.get(unit);
  return { zh: says?.zh ?? unit, en: ` ${says?.en ?? unit}` };
}

const PLACES = 6;

function number(value: Decimal, type: Type, own: OwnUnits): Text {
  const unit = onlyUnit(type);
  if (!value.isFinite()) return { zh: '无穷', en: 'without end' };
  if (unit === 'money') return { zh: `${formatMoney(value)}元`, en: `${formatMoney(value)} CNY` };
  const text = value.toDecimalPlaces(PLACES).toString();
  if (unit !== undefined) {
    const word = unitWord(unit, own, value);
    return { zh: text + word.zh, en: text + word.en };
  }
  const compound = type.kind === 'quantity' ? compoundUnit(type, own) : undefined;
  if (compound !== undefined)
    return {
      zh: (compound.money ? atLeastCents(value) : text) + compound.zh,
      en: (compound.money ? atLeastCents(value) : text) + compound.en,
    };
  if (type.kind === 'quantity' && Object.keys(type.units).length === 0 && value.lte(1))
    return both(`${value.times(100).toDecimalPlaces(PLACES).toString()}%`);
  return both(text);
}

/** 0.10, 0.125: money by the unit has at least its cents. */
const atLeastCents = (value: Decimal): string =>
  value.decimalPlaces() <= 2 ? formatMoney(value) : value.toDecimalPlaces(PLACES).toString();

/** 元／分钟, 元×日; undefined for ratios. */
function compoundUnit(type: Extract<Type, { kind: 'quantity' }>, own: OwnUnits): (Text & { readonly money: boolean }) | undefined {
  const named = unitsIn(type.units);
  if (named.length === 0) return undefined;
  const side = (sign: 1 | -1, lang: 'zh' | 'en'): string =>
    named
      .filter((unit) => (type.units[unit] ?? 0) * sign > 0)
      .map((unit) => (EACH[unit] ?? own.get(unit))?.[lang] ?? unit)
      .join(lang === 'zh' ? '×' : ' × ');
  const say = (lang: 'zh' | 'en'): string => (side(-1, lang) === '' ? side(1, lang) : `${side(1, lang)}/${side(-1, lang)}`);
  return { zh: say('zh'), en: ` ${say('en')}`, money: type.units.money === 1 };
}

/** A unit as it stands in a compound: 元/分钟. */
const EACH: Readonly<Record<string, Text>> = {
  money: { zh: '元', en: 'CNY' },
  count: { zh: '次', en: 'each' },
  minutes: { zh: '分钟', en: 'min' },
  days: { zh: '日', en: 'day' },
  'working-days': { zh: '工作日', en: 'working day' },
  months: { zh: '月', en: 'month' },
  years: { zh: '年', en: 'year' },
  hours: { zh: '小时', en: 'hour' },
  'business-hours': { zh: '工作小时', en: 'business hour' },
};

function range(value: Quantity, type: Type, own: OwnUnits): Text {
  const low = number(value.low, type, own);
  if (isExact(value)) return low;
  if (value.high === null) return { zh: `不少于${low.zh}（上限不明）`, en: `at least ${low.en}` };
  const high = number(value.high, type, own);
  return { zh: `${low.zh}至${high.zh}之间`, en: `between ${low.en} and ${high.en}` };
}

function point(at: number, grain: Moment['grain']): string {
  if (grain === 'day') return formatDay(at as Day);
  return formatInstant(instantAt(at)).slice(0, 16).replace('T', ' ');
}

function when(value: Moment): Text {
  if (value.come === 'no') return { zh: '尚未发生', en: 'not yet' };
  const wholeDay = value.grain === 'instant' && value.latest - value.earliest === 86_399_999;
  const shown = wholeDay ? byDay(value) : value;
  if (shown.earliest === shown.latest && shown.come === 'yes') {
    const day = point(shown.earliest, shown.grain);
    return shown.nothingDue === true ? { zh: `${day}（要达到的是0）`, en: `${day} (what is to be reached is 0)` } : both(day);
  }
  const from = Number.isFinite(shown.earliest) ? point(shown.earliest, shown.grain) : null;
  const to = Number.isFinite(shown.latest) ? point(shown.latest, shown.grain) : null;
  const bounds: Text =
    from !== null && from === to
      ? both(from)
      : from !== null && to !== null
        ? { zh: `${from}至${to}之间的某日`, en: `between ${from} and ${to}` }
        : from !== null
          ? { zh: `${from}以后`, en: `from ${from}` }
          : to !== null
            ? { zh: `不晚于${to}`, en: `by ${to}` }
            : { zh: '时间不明', en: 'at an unknown time' };
  return shown.come === 'maybe' ? { zh: `${bounds.zh}，或尚未发生`, en: `${bounds.en}, or not yet` } : bounds;
}

/** A value in words, with its unit. */
export function showValue(value: Value, type: Type, own: OwnUnits): Text {
  switch (value.type) {
    case 'quantity':
      return range(value, type, own);
    case 'moment':
      return when(value);
    case 'yes/no':
      return value.truth === 'yes'
        ? { zh: '是', en: 'yes' }
        : value.truth === 'no'
          ? { zh: '否', en: 'no' }
          : { zh: '不明', en: 'unknown' };
    case 'choice':
      if (value.come === 'no') return { zh: '没有', en: 'none' };
      return value.possible === null || value.possible.length !== 1 || value.come === 'maybe'
        ? { zh: '不明', en: 'unknown' }
        : both(value.possible[0] ?? '');
    case 'duration':
      return value.months > 0
        ? value.months % 12 === 0
          ? { zh: `${value.months / 12}年`, en: counted(value.months / 12, 'year') }
          : { zh: `${value.months}个月`, en: counted(value.months, 'month') }
        : { zh: `${value.days}日`, en: counted(value.days, 'day') };
    case 'list':
      return { zh: `${value.rows.length}行`, en: counted(value.rows.length, 'row') };
  }
}
