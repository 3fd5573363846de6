/** What was meant by a value that cannot be read, as it is to be written: `10%` is "0.10". */
import { dateMeant } from '../input/date-meant.js';
import { NUMERAL_CHARACTERS, readNumeral } from '../input/numeral.js';
import { decimal, type Decimal } from '../money/money.js';
import { isWhole, onlyUnit, type Type } from './type.js';

const NUMBER = String.raw`(\d+(?:[,，]\d{3})*(?:\.\d+)?)`;
const PERCENT = new RegExp(`^${NUMBER}\\s*([%％‰‱])$`, 'u');
const PARTS = new RegExp(`^(百|千|万)分之\\s*${NUMBER}$`, 'u');
const AMOUNT = new RegExp(`^[¥￥]?\\s*${NUMBER}\\s*(万|亿)?\\s*(?:元|圆|块)?整?$`, 'u');
const LENGTH = new RegExp(`^${NUMBER}\\s*个?\\s*(?:日|天|工作日|自然日|月|年|小时|分钟|次|件|个|d|days?)$`, 'u');
/** 百分之五. */
const PARTS_IN_WORDS = new RegExp(`^([百千万]分之)\\s*([${NUMERAL_CHARACTERS}]+)$`, 'u');
/** 十五, 三十日: no date, no ordinal. */
const IN_WORDS = new RegExp(`^([${NUMERAL_CHARACTERS}]+)(?=\\s*(?:个|日|天|工作日|自然日|月|年|小时|分钟|次|件|元|圆|$))`, 'u');
const SPAN = /^P?\s*(\d{1,5})\s*个?\s*([年月日天YMDymd])$/u;

/** A length in the form of a duration, where the unit is that of the term. */
const ISO: Readonly<Record<string, RegExp>> = { days: /^P(\d+)D$/u, months: /^P(\d+)M$/u, years: /^P(\d+)Y$/u };

const SHARE: Readonly<Record<string, number>> = { '%': 100, '％': 100, '‰': 1000, '‱': 10_000, 百: 100, 千: 1000, 万: 10_000 };
const TIMES: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** As yes and no are also written. */
const YES: ReadonlySet<string> = new Set(['yes', 'y', 'true', 't', 'on', '是', '真', '有', '对', '√']);
const NO: ReadonlySet<string> = new Set(['no', 'n', 'false', 'f', 'off', '否', '假', '无', '没有', '不是', '×']);

/** Undefined where it is not certain. */
export function meantBy(type: Type, raw: unknown): string | undefined {
  if (typeof raw !== 'string' && typeof raw !== 'number') return undefined;
  const text = String(raw)
    .normalize('NFKC')
    .trim()
    .replace(/^[“‘"'](.*)[”’"']$/u, '$1');
  switch (type.kind) {
    case 'quantity':
      return quantityMeant(type, text);
    case 'date':
    case 'instant':
      return dateMeant(text);
    case 'duration': {
      const [, number = '', unit = ''] = SPAN.exec(inDigits(text)) ?? [];
      const letter = ({ 年: 'Y', 月: 'M', 日: 'D', 天: 'D' } as Readonly<Record<string, string>>)[unit] ?? unit.toUpperCase();
      return number === '' ? undefined : `P${Number(number)}${letter}`;
    }
    case 'yes/no':
      return YES.has(text.toLowerCase()) ? 'yes' : NO.has(text.toLowerCase()) ? 'no' : undefined;
    case 'text':
    case 'choice':
    case 'list':
      return undefined;
  }
}

const inDigits = (said: string): string =>
  said
    .replace(PARTS_IN_WORDS, (_all, parts: string, words: string) => `${parts}${readNumeral(words) ?? words}`)
    .replace(IN_WORDS, (words) => String(readNumeral(words) ?? words));

function quantityMeant(type: Type, said: string): string | undefined {
  const text = inDigits(said);
  const isRatio = type.kind === 'quantity' && Object.values(type.units).every((power = 0) => power < 0);
  if (isRatio) {
    const percent = PERCENT.exec(text);
    if (percent !== null) return quoted(plain(percent[1])?.div(SHARE[percent[2] ?? ''] ?? 1), 2);
    const parts = PARTS.exec(text);
    return parts === null ? undefined : quoted(plain(parts[2])?.div(SHARE[parts[1] ?? ''] ?? 1), 2);
  }
  // 120元 for an amount a square metre, too: for each of what, its term says.
  if (type.kind === 'quantity' && type.units.money === 1) {
    const amount = AMOUNT.exec(text);
    const value = amount === null ? undefined : plain(amount[1])?.times(TIMES[amount[2] ?? ''] ?? 1);
    return value === undefined || value.decimalPlaces() > 2 ? undefined : quoted(value, 2);
  }
  const length =
    ISO[isWhole(type) ? (onlyUnit(type) ?? '') : '']?.exec(text) ??
    LENGTH.exec(text) ??
    new RegExp(`^0*${NUMBER}$`, 'u').exec(text.replaceAll('_', ''));
  const number = length === null ? undefined : plain(length[1]);
  // Half a day is no slip of the pen: only who wrote it knows what is right.
  return number === undefined || (isWhole(type) && !number.isInteger()) ? undefined : number.toString();
}

/** Undefined for more digits than any figure of a contract has. */
function plain(number = ''): Decimal | undefined {
  const bare = number.replace(/[,，]/gu, '');
  return /^\d{1,40}(?:\.\d{1,40})?$/u.test(bare) ? decimal(bare) : undefined;
}

/** With so many decimals at least, in quotes, as figures with decimals are written. */
const quoted = (value: Decimal | undefined, places: number): string | undefined =>
  value === undefined ? undefined : `"${value.toFixed(Math.max(places, value.decimalPlaces()))}"`;
