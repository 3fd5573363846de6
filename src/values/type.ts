/**
 * The types of the rule language. Quantities carry units as exponents, so that `money per minutes` times `minutes` is
 * `money`, and days and working days do not mix.
 */

export const LENGTHS = ['days', 'working-days', 'months', 'years', 'hours', 'business-hours'] as const;
export const UNITS = ['money', 'count', 'minutes', ...LENGTHS] as const;
export type Unit = (typeof UNITS)[number];
export type Length = (typeof LENGTHS)[number];

/** Exponents of units; a ratio has none. */
export type Units = Readonly<Partial<Record<Unit, number>>>;

export type Type =
  | { readonly kind: 'quantity'; readonly units: Units }
  | { readonly kind: 'duration' }
  | { readonly kind: 'date' }
  | { readonly kind: 'instant' }
  | { readonly kind: 'yes/no' }
  | { readonly kind: 'text' }
  | { readonly kind: 'choice'; readonly of: readonly string[]; readonly what: 'choice' | 'party' | 'rule' }
  | { readonly kind: 'list'; readonly columns: Readonly<Record<string, Type>> };

export const MONEY: Type = { kind: 'quantity', units: { money: 1 } };
export const COUNT: Type = { kind: 'quantity', units: { count: 1 } };
export const DAYS: Type = { kind: 'quantity', units: { days: 1 } };
export const YES_NO: Type = { kind: 'yes/no' };
export const DATE: Type = { kind: 'date' };
export const INSTANT: Type = { kind: 'instant' };

/** Reads a scalar type as written: `money`, `count per days`, `ratio`, `yes/no` …; undefined if it is none. */
export function readScalarType(written: string): Type | undefined {
  switch (written) {
    case 'duration':
    case 'date':
    case 'instant':
    case 'yes/no':
    case 'text':
      return { kind: written };
  }
  const [top = '', bottom, ...rest] = written.split(' per ');
  const above = unitsOf(top);
  const below = bottom === undefined ? {} : unitsOf(bottom);
  if (above === undefined || below === undefined || rest.length > 0) return undefined;
  return { kind: 'quantity', units: combine(above, below, -1) };
}

const unitsOf = (word: string): Units | undefined =>
  word === 'ratio' ? {} : (UNITS as readonly string[]).includes(word) ? { [word as Unit]: 1 } : undefined;

/** Adds (sign 1, a product) or subtracts (sign -1, a quotient) exponents. */
export function combine(a: Units, b: Units, sign: 1 | -1): Units {
  const result: Partial<Record<Unit, number>> = {};
  for (const unit of UNITS) {
    const exponent = (a[unit] ?? 0) + sign * (b[unit] ?? 0);
    if (exponent !== 0) result[unit] = exponent;
  }
  return result;
}

const sameUnits = (a: Units, b: Units): boolean => UNITS.every((unit) => (a[unit] ?? 0) === (b[unit] ?? 0));

/** The single unit of a quantity: `days` of {days: 1}; undefined for ratios and compounds. */
export function onlyUnit(type: Type): Unit | undefined {
  if (type.kind !== 'quantity') return undefined;
  const units = UNITS.filter((unit) => type.units[unit] !== undefined);
  const [unit] = units;
  return units.length === 1 && unit !== undefined && type.units[unit] === 1 ? unit : undefined;
}

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
  const side = (sign: 1 | -1): string =>
    UNITS.filter((unit) => (type.units[unit] ?? 0) * sign > 0)
      .map((unit) => unit)
      .join(' × ');
  const below = side(-1);
  return (side(1) || 'ratio') + (below === '' ? '' : ` per ${below}`);
}

const CHINESE: Readonly<Record<Unit, string>> = {
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

/** The type as a Chinese reader calls it: 金额, 次数／日. */
export function sayType(type: Type): string {
  if (type.kind !== 'quantity') return KINDS[type.kind];
  const side = (sign: 1 | -1): string =>
    UNITS.filter((unit) => (type.units[unit] ?? 0) * sign > 0)
      .map((unit) => CHINESE[unit])
      .join('×');
  const below = side(-1);
  return (side(1) || '比例') + (below === '' ? '' : `／${below}`);
}
