import { decimal, type Decimal } from './money.js';

/** A rate as a fraction of one (5% = 0.05), and the time for which it is charged, where the text says it. */
export interface Rate {
  readonly rate: Decimal;
  readonly per: 'day' | 'month' | 'year' | null;
}

const UNITS: Readonly<Record<string, string>> = { '%': '0.01', '％': '0.01', '‰': '0.001', '‱': '0.0001' };
const PARTS: Readonly<Record<string, string>> = { 百: '0.01', 千: '0.001', 万: '0.0001' };
const PERIODS: Readonly<Record<string, Rate['per']>> = { 日: 'day', 天: 'day', 月: 'month', 年: 'year' };
const DIGITS = '零一二三四五六七八九';

const FORM = /^(?:每?([日天月年])(?:利率)?)?(?:按)?(?:([百千万])分之(.+)|(.+?)([%％‰‱])?)$/;
const NUMBER = /^(?:0|[1-9]\d{0,8})(?:\.\d{1,8})?$/;

// 五, 十二, 三十, 零点五, 一百: the numbers that rates are written with.
function chineseNumber(text: string): Decimal | undefined {
  const parts = /^(一百|[零一二三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?)(?:点([零一二三四五六七八九]{1,8}))?$/.exec(text);
  if (!parts) return undefined;
  const [, whole = '', fraction = ''] = parts;
  const ten = whole.indexOf('十');
  const digit = (c: string | undefined): number => Math.max(0, DIGITS.indexOf(c ?? '零'));
  const tens = ten < 0 ? 0 : ten === 0 ? 1 : digit(whole[0]);
  const value = whole === '一百' ? 100 : tens * 10 + (ten < 0 ? digit(whole) : digit(whole[ten + 1]));
  return decimal(fraction === '' ? `${value}` : `${value}.${Array.from(fraction, digit).join('')}`);
}

/** Reads a rate: `0.0005`, `5%`, `3‰`, `万分之五`, `日万分之五`, `每日千分之0.5`, `百分之三十`; undefined for anything else. */
export function parseRate(text: string): Rate | undefined {
  const parts = typeof text === 'string' ? FORM.exec(text) : null;
  if (!parts) return undefined;
  const [, period, part, numerator, number, unit] = parts;
  const written = numerator ?? number ?? '';
  const value = NUMBER.test(written) ? decimal(written) : numerator === undefined ? undefined : chineseNumber(written);
  if (!value) return undefined;
  const scale = part === undefined ? (unit === undefined ? '1' : (UNITS[unit] ?? '1')) : (PARTS[part] ?? '1');
  return { rate: value.times(decimal(scale)), per: period === undefined ? null : (PERIODS[period] ?? null) };
}
