/** Numbers in Chinese characters: 十五, 三十, 两百零五, 叁, 贰拾, 二〇二三. */

const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  ['零〇○', '一壹弌', '二两贰貳弍', '三叁參叄', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'].flatMap((written, value) =>
    Array.from(written, (character) => [character, value] as const),
  ),
);

const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

/** Every character that such a number is made of, for a regular expression. */
export const NUMERAL_CHARACTERS = [...Object.keys(DIGITS), ...Object.keys(UNITS), ...Object.keys(SCALES), '廿', '卅'].join('');

/** Those that banks write: 叁, 贰拾. */
export const FINANCIAL = /[壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟]/u;

/** The number; undefined where it is none, as 十百 or 五三十, or has more digits than are exact. */
export function readNumeral(written: string): number | undefined {
  const read = readAny(written);
  return read !== undefined && Number.isSafeInteger(read) ? read : undefined;
}

function readAny(written: string): number | undefined {
  const text = written.replaceAll('廿', '二十').replaceAll('卅', '三十');
  if (text === '') return undefined;
  if (Array.from(text).every((one) => one in DIGITS)) return readPositions(text);
  let whole = 0;
  let rest = text;
  let last = Infinity;
  for (;;) {
    const at = Array.from(rest).findIndex((one) => one in SCALES);
    if (at === -1) break;
    const scale = SCALES[rest.charAt(at)] ?? 1;
    const section = readSection(rest.slice(0, at));
    if (section === undefined || section === 0 || scale >= last) return undefined;
    whole += section * scale;
    last = scale;
    rest = rest.slice(at + 1);
  }
  if (rest === '') return whole;
  const section = readSection(rest);
  return section === undefined ? undefined : whole + section;
}

/** Digits side by side are a year, a number, or one digit. */
function readPositions(text: string): number | undefined {
  if (text.length > 1 && (text.length < 3 || /两|[壹贰叁肆伍陆柒捌玖]/u.test(text))) return undefined;
  return Number(Array.from(text, (one) => DIGITS[one]).join(''));
}

/** Below ten thousand, units from the highest down: 一百零五, 十五; 一百二 is left to whoever wrote it. */
function readSection(text: string): number | undefined {
  let value = 0;
  let last = Infinity;
  let digit: number | undefined;
  let isGap = false;
  for (const character of text) {
    const unit = UNITS[character];
    if (unit !== undefined) {
      if (unit >= last || digit === 0) return undefined;
      // 十五 is fifteen; 百五 is nothing.
      if (digit === undefined && (unit !== 10 || value > 0 || isGap)) return undefined;
      value += (digit ?? 1) * unit;
      last = unit;
      digit = undefined;
      isGap = false;
      continue;
    }
    const next = DIGITS[character];
    if (next === undefined || digit !== undefined) return undefined;
    if (next === 0) isGap = true;
    else digit = next;
  }
  if (digit === undefined) return isGap && text.length > 1 ? undefined : value;
  // 二百五 would be two hundred and fifty to some.
  if (last > 10 && last !== Infinity && !isGap) return undefined;
  return value + digit;
}

/** 1 to 999 as 一, 十五, 一百零五. */
export function writeNumeral(n: number): string {
  const digits = '零一二三四五六七八九';
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  const ten = tens === 0 ? (hundreds > 0 && ones > 0 ? '零' : '') : `${tens === 1 && hundreds === 0 ? '' : digits.charAt(tens)}十`;
  return `${hundreds > 0 ? `${digits.charAt(hundreds)}百` : ''}${ten}${ones > 0 ? digits.charAt(ones) : ''}`;
}
