import { decimal, type Decimal } from './money.js';

/** A rate as a fraction of one (5% = 0.05), and the time for which it is charged, where the text says it. */
export interface Rate {
  readonly rate: Decimal;
  readonly per: 'day' | 'month' | 'year' | null;
}

/** What a sign after the number, or the 百 of 百分之 before it, makes of it; without either it is the fraction itself. */
const SCALES: ReadonlyMap<string | undefined, string> = new Map([
  ['%', '0.01'],
  ['％', '0.01'],
  ['‰', '0.001'],
  ['‱', '0.0001'],
  ['百', '0.01'],
  ['千', '0.001'],
  ['万', '0.0001'],
]);
const PERIODS: ReadonlyMap<string | undefined, Rate['per']> = new Map([
  ['日', 'day'],
  ['天', 'day'],
  ['月', 'month'],
  ['年', 'year'],
]);
const DIGITS = '零一二三四五六七八九';

const FORM = /^(?:每?([日天月年])(?:利率)?)?(?:按)?(?:([百千万])分之(.+)|(.+?)([%％‰‱])?)$/;
const NUMBER = /^(?:0|[1-9]\d{0,8})(?:\.\d{1,8})?$/;

const SPELT = /^(?:(一百)|([零一二三四五六七八九])|([二三四五六七八九])?十([一二三四五六七八九])?)(?:点([零一二三四五六七八九]{1,8}))?$/;

const valueOf = (digit: string | undefined, ifNone: number): number => (digit === undefined ? ifNone : DIGITS.indexOf(digit));

// 五, 十二, 三十, 零点五, 一百: the numbers that rates are written with.
function chineseNumber(text: string): Decimal | undefined {
  const parts = SPELT.exec(text);
  if (!parts) return undefined;
  const [, hundred, digit, tens, ones, fraction] = parts;
  const whole = hundred === undefined ? valueOf(digit, valueOf(tens, 1) * 10 + valueOf(ones, 0)) : 100;
  return decimal(fraction === undefined ? whole : `${whole}.${Array.from(fraction, (c) => valueOf(c, 0)).join('')}`);
}

/** Reads a rate: `0.0005`, `5%`, `3‰`, `万分之五`, `日万分之五`, `每日千分之0.5`, `百分之三十`; undefined for anything else. */
export function parseRate(text: string): Rate | undefined {
  const parts = typeof text === 'string' ? FORM.exec(text) : null;
  if (!parts) return undefined;
  const [, period, part, numerator, number, unit] = parts;
  const written = numerator ?? number ?? '';
  const value = NUMBER.test(written) ? decimal(written) : numerator === undefined ? undefined : chineseNumber(written);
  if (!value) return undefined;
  return { rate: value.times(decimal(SCALES.get(part ?? unit) ?? 1)), per: PERIODS.get(period) ?? null };
}
