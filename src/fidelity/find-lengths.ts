/** Lengths of time, and whatever else is counted in a unit. */
import { FINANCIAL, NUMERAL_CHARACTERS } from '../input/numeral.js';
import { decimal, type Decimal } from '../money/money.js';
import { NUMBER, numberOf, type Finder, type OwnUnits } from './finder.js';
import { isNoOne, isPartOfWord } from './no-number.js';
import { UNITS } from './units.js';

const HALF = /半(个月|年|个工作日|日|天|小时)(?!度)/gu;
/** 两年半, 三个半月. */
const AND_A_HALF = new RegExp(`(${NUMBER})(?:(年|个?月|天|日|个?小时|周|倍)半|个半(月|小时|工作日|星期|季度|钟头))(?![年月日天数])`, 'gu');
/** 五年零六个月. */
const YEARS_AND_MONTHS = new RegExp(`(${NUMBER})年[零又另]?(${NUMBER})个月(?!半)`, 'gu');
/** 三至五个工作日, 7-10日: the first of the two, whose unit stands behind the second. */
const FROM = new RegExp(
  `(?<![\\d.第点${NUMERAL_CHARACTERS}])(${NUMBER})(?=(?:[至到~～—–-])${NUMBER}(?:万|亿|千|百万)?(${UNITS.map(({ form }) => form).join('|')}))`,
  'gu',
);
const WITH_UNIT = new RegExp(`(${NUMBER})(万|亿|千|百万)?(${UNITS.map(({ form }) => form).join('|')})`, 'gu');
/** 十（10）个工作日, 捌佰（800）平方米: a number, and the same once more, before what it counts. */
const twice = (own: OwnUnits): RegExp =>
  new RegExp(
    `(?<![\\d.])(${NUMBER})[(（](${NUMBER})[)）](?=(万|亿|千|百万)?(${[...[...own.values()].map(formsOf), ...UNITS.map(({ form }) => form)].join('|')}))`,
    'gu',
  );

/** 顺延至节后第一个工作日: where a last day moves, and no length. */
const ROLLED_TO = /(?<=(?:顺延|节假?日|休息日|休假日|公休日|假期|周末)[^。\n]{0,30})第[一1]个?(?:工作日|营业日|交易日)(?!内)/gu;
/** 寄出后第四日, 自收到之日起第3个工作日: so many days behind another. */
const ORDINAL = new RegExp(`(?<=[后起](?:的|算)?)第(${NUMBER})(?:(个?工作日)|[日天])(?!内)`, 'gu');

/** The unit that is written so. */
const unitOf = (written: string): (typeof UNITS)[number] | undefined =>
  UNITS.find(({ form }) => new RegExp(`^(?:${form})$`, 'u').test(written));

/** What a unit of the rulebook's own counts. */
const OWN: (typeof UNITS)[number] = { form: '', family: 'other', factor: 1 };

/** A number of such units, as its family counts: years as months. */
const inFamily = (value: Decimal, { factor, divisor = 1 }: (typeof UNITS)[number]): Decimal => value.times(factor).div(divisor);

export function lengths(finder: Finder, own: OwnUnits): void {
  finder.each(ROLLED_TO, (match) => finder.put(match, 'working-days', decimal(1), { isOrdinal: true, isFaint: true }));
  finder.each(ORDINAL, (match) => {
    const value = numberOf(match[1]);
    if (value !== undefined) finder.put(match, match[2] === undefined ? 'days' : 'working-days', value, { isOrdinal: true });
  });
  finder.each(YEARS_AND_MONTHS, (match) => {
    const [years, months] = [numberOf(match[1]), numberOf(match[2])];
    if (years?.lessThan(100) === true && months?.lessThan(12) === true) finder.put(match, 'months', years.times(12).plus(months));
  });
  finder.each(AND_A_HALF, (match) => {
    const [number, unit] = [numberOf(match[1]), unitOf(match[2] ?? `个${match[3] ?? ''}`)];
    if (number === undefined || unit === undefined) return;
    finder.put(match, unit.family, number.plus(decimal('0.5')).times(unit.factor));
  });
  finder.each(HALF, (match) => {
    const found = unitOf(match[1] ?? '');
    if (found !== undefined) finder.put(match, found.family, decimal(found.factor).div(2));
  });
  for (const [name, says] of own)
    finder.each(new RegExp(`(${NUMBER})(万|亿|千)?${formsOf(says)}`, 'gu'), (match) => {
      const value = numberOf(match[1], match[2]);
      if (isNoOne(match[0], finder.before(match.index, 1))) return;
      if (value !== undefined) finder.put(match, 'other', value, { unit: name });
    });
  finder.each(twice(own), (match) => {
    const [written, one, other, scale, unit = ''] = match;
    const ownUnit = [...own].find(([, says]) => new RegExp(`^${formsOf(says)}$`, 'u').test(unit))?.[0];
    const found = ownUnit === undefined ? unitOf(unit) : OWN;
    const [first, second] = [numberOf(one, scale), numberOf(other, scale)];
    if (found === undefined || first === undefined || second === undefined || finder.before(match.index, 1) === '第') return;
    const counter = found.family === 'count' || found.family === 'other' ? { unit: ownUnit ?? unit } : {};
    // Where they differ, both are there, side by side, and clash.
    if (!first.eq(second)) finder.add(match.index, one ?? '', found.family, inFamily(first, found), counter);
    finder.add(
      match.index + (first.eq(second) ? 0 : (one ?? '').length + 1),
      `${first.eq(second) ? written : `${other ?? ''})`}${scale ?? ''}${unit}`,
      found.family,
      inFamily(second, found),
      counter,
    );
  });
  finder.each(FROM, (match) => {
    const [number, unit = ''] = [numberOf(match[1]), match[2]];
    const found = unitOf(unit);
    if (number === undefined || found === undefined || unit === '月' || number.greaterThan(999)) return;
    const counter = found.family === 'count' || found.family === 'other' ? { unit } : {};
    finder.put(match, found.family, inFamily(number, found), counter);
  });
  finder.each(WITH_UNIT, (match) => {
    const [written, number = '', scale, unit = ''] = match;
    const before = finder.before(match.index, 1);
    const isHan = !/^\d/.test(number);
    if (isHan && isPartOfWord(written, before)) return;
    const found = unitOf(unit);
    const value = numberOf(number, scale);
    if (found === undefined || value === undefined) return;
    // 3月 is March, 近三月 three months.
    if (unit === '月' && !/[近前后满逾续去内]$/u.test(before) && !/^(?:内|以[内上下])/u.test(finder.after(match.index + written.length, 2)))
      return value.greaterThan(12) || value.isZero() ? put() : finder.take(match.index, written.length);
    put();
    function put(): void {
      // 不足一个月的，按一个月计: how parts are rounded, and no period.
      const isRounding =
        value?.eq(1) === true &&
        (/不[足满]$/u.test(finder.before(match.index, 2)) || /^计/u.test(finder.after(match.index + written.length, 1)));
      // 一年按360日计: what a year is taken for, and no period.
      const isYearOfDays =
        value?.eq(1) === true && unit.endsWith('年') && YEAR_OF_DAYS.test(finder.after(match.index + written.length, 12));
      const isGrammar = isHan && /^[个次份种名项件位]/u.test(unit) && value?.lessThan(3) === true && !FINANCIAL.test(number);
      // 一式三份: copies are nobody's duty.
      const isFaint =
        isRounding ||
        isYearOfDays ||
        (found?.family === 'count' &&
          (isGrammar || (unit === '份' && /(?:一式|各[执持存]|正本|副本)$/u.test(finder.before(match.index, 2)))));
      if (found !== undefined && value !== undefined)
        finder.put(match, found.family, inFamily(value, found), {
          unit: found.family === 'count' || found.family === 'other' ? unit : '',
          isFaint,
        });
    }
  });
}

const YEAR_OF_DAYS = /^(?:统一|均|都)?(?:按|以|算|为|作|计)(?:作|为)?(?:360|365|366|三百六十五?)个?(?:日历|自然)?[日天]/u;

/** A unit of a rulebook's own as texts write it. */
const formsOf = (says: string): string =>
  `(?:${[says, ...(WRITTEN_ALSO[says] ?? [])].map((one) => one.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;

const WRITTEN_ALSO: Readonly<Record<string, readonly string[]>> = {
  平方米: ['㎡', 'm2', '平米'],
  立方米: ['㎥', 'm3'],
  公里: ['千米', 'km'],
  公斤: ['千克', 'kg'],
};
