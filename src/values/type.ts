/**
 * The types of the rule language. Quantities carry units as exponents, so that `money per minutes` times `minutes` is
 * `money`, and days and working days do not mix.
 */

import { nearest } from '../input/nearest.js';
import type { Text } from '../input/problem.js';

export const LENGTHS = ['days', 'working-days', 'months', 'years', 'hours', 'business-hours'] as const;
const UNITS = ['money', 'count', 'minutes', ...LENGTHS] as const;
type BuiltInUnit = (typeof UNITS)[number];
/** One of UNITS, or a unit that a rulebook declares (`tonne`). */
export type Unit = string;
export type Length = (typeof LENGTHS)[number];

/** Exponents of units; a ratio has none. */
export type Units = Readonly<Partial<Record<Unit, number>>>;

/** Units in their order: those of the language, then a rulebook's own. */
export const unitsIn = (units: Units): readonly Unit[] => [
  ...UNITS.filter((unit) => units[unit] !== undefined),
  ...Object.keys(units)
    .filter((unit) => !(UNITS as readonly string[]).includes(unit))
    .sort(),
];

export type Type =
  | { readonly kind: 'quantity'; readonly units: Units }
  | { readonly kind: 'duration' }
  | { readonly kind: 'date' }
  | { readonly kind: 'instant' }
  | { readonly kind: 'yes/no' }
  | { readonly kind: 'text' }
  | { readonly kind: 'choice'; readonly of: readonly string[]; readonly what: 'choice' | 'party' | 'rule' }
  | { readonly kind: 'list'; readonly columns: Readonly<Record<string, Type>>; readonly says: Readonly<Record<string, Text>> };

export const MONEY: Type = { kind: 'quantity', units: { money: 1 } };
export const COUNT: Type = { kind: 'quantity', units: { count: 1 } };
export const DAYS: Type = { kind: 'quantity', units: { days: 1 } };
export const YES_NO: Type = { kind: 'yes/no' };
export const TEXT: Type = { kind: 'text' };
export const DATE: Type = { kind: 'date' };
export const INSTANT: Type = { kind: 'instant' };

/**
 * Reads a scalar type as written: `money`, `count per days`, `ratio`, `yes/no` …; undefined if it is none.
 * @param own units that the rulebook declares
 */
export function readScalarType(written: string, own: readonly string[] = []): Type | undefined {
  switch (written) {
    case 'duration':
    case 'date':
    case 'instant':
    case 'yes/no':
    case 'text':
      return { kind: written };
  }
  const [above, ...below] = written.split(' per ').map((word): Units | undefined => {
    if (word === 'ratio') return {};
    return (UNITS as readonly string[]).includes(word) || own.includes(word) ? { [word]: 1 } : undefined;
  });
  if (above === undefined) return undefined;
  const units = below.reduce<Units | undefined>((all, one) => all && one && combine(all, one, -1), above);
  return units && { kind: 'quantity', units };
}

/** Adds (sign 1, a product) or subtracts (sign -1, a quotient) exponents. */
export function combine(a: Units, b: Units, sign: 1 | -1): Units {
  const result: Partial<Record<Unit, number>> = {};
  for (const unit of unitsIn({ ...a, ...b })) {
    const exponent = (a[unit] ?? 0) + sign * (b[unit] ?? 0);
    if (exponent !== 0) result[unit] = exponent;
  }
  return result;
}

const sameUnits = (a: Units, b: Units): boolean => unitsIn({ ...a, ...b }).every((unit) => (a[unit] ?? 0) === (b[unit] ?? 0));

/** The single unit of a quantity: `days` of {days: 1}; undefined for ratios and compounds. */
export function onlyUnit(type: Type): Unit | undefined {
  if (type.kind !== 'quantity') return undefined;
  const units = unitsIn(type.units);
  const [unit] = units;
  return units.length === 1 && unit !== undefined && type.units[unit] === 1 ? unit : undefined;
}

const WHOLE: ReadonlySet<Unit> = new Set(['count', 'days', 'working-days', 'months', 'years']);

/** Whether it comes in whole units alone. */
export function isWhole(type: Type): boolean {
  const unit = onlyUnit(type);
  return unit !== undefined && WHOLE.has(unit);
}

export const isList = (type: Type): boolean => type.kind === 'list';

export const isMoment = (type: Type): boolean => type.kind === 'date' || type.kind === 'instant';

/** Whether a value of one type may stand where the other stands (an instant may stand for its day, and the reverse). */
export function fits(a: Type, b: Type): boolean {
  if (a.kind === 'quantity' && b.kind === 'quantity') return sameUnits(a.units, b.units);
  if (isMoment(a) && isMoment(b)) return true;
  return a.kind === b.kind;
}

/** The type as an author writes it. */
export function writeType(type: Type): string {
  if (type.kind === 'choice') return type.what === 'choice' ? `one of ${type.of.join(', ')}` : type.what;
  if (type.kind !== 'quantity') return type.kind;
  const side = (sign: 1 | -1): readonly string[] =>
    unitsIn(type.units).flatMap((unit) => Array.from({ length: Math.max(0, (type.units[unit] ?? 0) * sign) }, () => unit));
  return [side(1).join(' × ') || 'ratio', ...side(-1)].join(' per ');
}

const CHINESE: Readonly<Record<BuiltInUnit, string>> = {
  money: '金额',
  count: '次数',
  minutes: '分钟',
  days: '日',
  'working-days': '工作日',
  months: '月',
  years: '年',
  hours: '小时',
  'business-hours': '工作小时',
};

const KINDS: Readonly<Record<Exclude<Type['kind'], 'quantity'>, string>> = {
  duration: '期间',
  date: '日期',
  instant: '时刻',
  'yes/no': '是否',
  text: '文字',
  choice: '选项',
  list: '表',
};

/** What a Chinese author may write for a type. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  比例: 'ratio',
  百分比: 'ratio',
  percent: 'ratio',
  percentage: 'ratio',
  rate: 'ratio',
  天: 'days',
  天数: 'days',
  日数: 'days',
  day: 'days',
  'working-day': 'working-days',
  'calendar-days': 'days',
  month: 'months',
  year: 'years',
  hour: 'hours',
  number: 'count',
  integer: 'count',
  数量: 'count',
  string: 'text',
  boolean: 'yes/no',
  bool: 'yes/no',
  amount: 'money',
  '是/否': 'yes/no',
  datetime: 'instant',
};

/** The type that a word was meant for, as a repair; undefined where none is near. */
export function typeMeant(word: string): Text | undefined {
  const meant = wordMeant(word) ?? partsMeant(word);
  return meant === undefined || meant === 'choice' || meant === 'list' ? undefined : { zh: `是否指“${meant}”`, en: `perhaps “${meant}”` };
}

/** 'ratio per day': each of its words for itself. */
function partsMeant(type: string): string | undefined {
  const words = type.split(' per ');
  const meant = words.map((word) => (readScalarType(word) === undefined ? wordMeant(word) : word));
  return words.length < 2 || meant.includes(undefined) ? undefined : meant.join(' per ');
}

function wordMeant(word: string): string | undefined {
  const called = [...Object.entries(CHINESE), ...Object.entries(KINDS)].find(([, zh]) => zh === word)?.[0];
  return OTHER_WORDS[word.toLowerCase()] ?? called ?? nearest(word, [...Object.keys(CHINESE), ...Object.keys(KINDS), 'ratio']);
}

/** Units that a rulebook declares, by name. */
export type OwnUnits = ReadonlyMap<Unit, Text>;
const NO_OWN: OwnUnits = new Map();

/** The type as a Chinese reader calls it: 金额, 次数／日. */
export function sayType(type: Type, own: OwnUnits = NO_OWN): string {
  if (type.kind !== 'quantity') return KINDS[type.kind];
  const side = (sign: 1 | -1): string =>
    unitsIn(type.units)
      .flatMap((unit) => Array.from({ length: Math.max(0, (type.units[unit] ?? 0) * sign) }, () => unit))
      .map((unit) => (CHINESE as Readonly<Record<string, string>>)[unit] ?? own.get(unit)?.zh ?? unit)
      .join('×');
  const below = side(-1);
  return (side(1) || '比例') + (below === '' ? '' : `／${below}`);
}
