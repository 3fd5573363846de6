/** What was meant by a value that cannot be read, as it is to be written: `10%` is "0.10". */
import { dateMeant } from '../input/date-meant.js';
import { decimal, type Decimal } from '../money/money.js';
import type { Type } from './type.js';

const NUMBER = String.raw`(\d+(?:[,，]\d{3})*(?:\.\d+)?)`;
const PERCENT = new RegExp(`^${NUMBER}\\s*([%％‰‱])$`, 'u');
const PARTS = new RegExp(`^(百|千|万)分之\\s*${NUMBER}$`, 'u');
const AMOUNT = new RegExp(`^[¥￥]?\\s*${NUMBER}\\s*(万|亿)?\\s*(?:元|圆|块)?整?$`, 'u');
const LENGTH = new RegExp(`^${NUMBER}\\s*个?\\s*(?:日|天|工作日|自然日|月|年|小时|分钟|次|件|个|d|days?)$`, 'u');
const SPAN = /^P?\s*(\d{1,5})\s*个?\s*([年月日天YMDymd])$/u;

const SHARE: Readonly<Record<string, number>> = { '%': 100, '％': 100, '‰': 1000, '‱': 10_000, 百: 100, 千: 1000, 万: 10_000 };
const TIMES: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** Undefined where it is not certain. */
export function meantBy(type: Type, raw: unknown): string | undefined {
  if (typeof raw !== 'string' && typeof raw !== 'number') return undefined;
  const text = String(raw).normalize('NFKC').trim();
  switch (type.kind) {
    case 'quantity':
      return quantityMeant(type, text);
    case 'date':
    case 'instant':
      return dateMeant(text);
    case 'duration': {
      const [, number = '', unit = ''] = SPAN.exec(text) ?? [];
      const letter = ({ 年: 'Y', 月: 'M', 日: 'D', 天: 'D' } as Readonly<Record<string, string>>)[unit] ?? unit.toUpperCase();
      return number === '' ? undefined : `P${Number(number)}${letter}`;
    }
    case 'yes/no':
    case 'text':
    case 'choice':
    case 'list':
      return undefined;
  }
}

function quantityMeant(type: Type, text: string): string | undefined {
  const isRatio = type.kind === 'quantity' && Object.values(type.units).every((power = 0) => power < 0);
  if (isRatio) {
    const percent = PERCENT.exec(text);
    if (percent !== null) return quoted(plain(percent[1]).div(SHARE[percent[2] ?? ''] ?? 1), 2);
    const parts = PARTS.exec(text);
    return parts === null ? undefined : quoted(plain(parts[2]).div(SHARE[parts[1] ?? ''] ?? 1), 2);
  }
  // 120元 for an amount a square metre, too: for each of what, its term says.
  if (type.kind === 'quantity' && type.units.money === 1) {
    const amount = AMOUNT.exec(text);
    const value = amount === null ? undefined : plain(amount[1]).times(TIMES[amount[2] ?? ''] ?? 1);
    return value === undefined || value.decimalPlaces() > 2 ? undefined : quoted(value, 2);
  }
  const length = LENGTH.exec(text) ?? new RegExp(`^0*${NUMBER}$`, 'u').exec(text.replaceAll('_', ''));
  return length === null ? undefined : plain(length[1]).toString();
}

const plain = (number = ''): Decimal => decimal(number.replace(/[,，]/gu, ''));

/** With so many decimals at least, in quotes, as figures with decimals are written. */
const quoted = (value: Decimal, places: number): string => `"${value.toFixed(Math.max(places, value.decimalPlaces()))}"`;
