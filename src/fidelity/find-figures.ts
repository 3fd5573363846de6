/** Finds the figures of a text. What cannot be a figure of the agreement (第三条, 《…》, 一方) is passed over. */
import { FINANCIAL, NUMERAL_CHARACTERS, readNumeral } from '../agreement/numeral.js';
import { dayOf, monthLength } from '../calendar/day.js';
import { decimal, type Decimal } from '../money/money.js';
import { readMoneyWords } from '../money/words.js';
import { boundOf } from './bound.js';
import type { Family, Figure } from './figure.js';
import { isNoOne, isPartOfWord } from './no-number.js';
import { perOf, perTime, UNITS } from './units.js';

const HAN = `[${NUMERAL_CHARACTERS}]+`;
const ARABIC = '\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const NUMBER = `(?:${ARABIC}|${HAN})`;

/** Where nothing is looked for: titles of laws, numbers of clauses, annexes, identifiers. */
const PASSED = new RegExp(
  [
    '《[^》]{0,60}》',
    `第(?:${NUMBER}(?:\\.\\d+)*)(?:[条款项章节页号级]|部分)(?:之${HAN})?`,
    `第[三3]方|第[三3]人`,
    `第${NUMBER}(?:批次?|期|次|阶段|季度|年度?|轮|台|笔|档|个月|部)`,
    // 每逾期一日: what a rate is for, and no period.
    `每[^，。；(（\\d]{0,6}(?:一|1)个?(?:工作日|日|天|月|年)(?!内)`,
    `(?:附件|附表|附图|图表?|表|编号|账号|帐号)[:：]?(?:${NUMBER})`,
    `〔\\d{4}〕\\d+号`,
    '[A-Za-z_][A-Za-z_-]*\\d[\\w-]*',
    '7[x×*X]24',
    `[${NUMERAL_CHARACTERS}]{1,2}级`,
  ].join('|'),
  'gu',
);

const DATE = /(\d{4})年(\d{1,2})月(\d{1,2})[日号]|(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/gu;
const HAN_DATE = new RegExp(`([${NUMERAL_CHARACTERS}]{4})年([${NUMERAL_CHARACTERS}]{1,2})月([${NUMERAL_CHARACTERS}]{1,3})[日号]`, 'gu');
const DAY_OF_MONTH = new RegExp(`(?:每个?月|当月|次月|下月|上月|该月)(?:的)?(?:第)?(${NUMBER})[日号]`, 'gu');
const MONTH_AND_DAY = new RegExp(`(?:${NUMBER})月(?:${NUMBER})[日号]`, 'gu');
const YEAR = /(?<!\d)(?:19|20|21)\d{2}年(?:度|(?:\d{1,2}月))?/gu;
const CLOCK = /\d{1,2}:\d{2}(?:[-—–~至到]\d{1,2}:\d{2})?|(?<!\d)\d{1,2}(?:时|点(?:钟|整)?)(?:(?:至|到|[-—–~])\d{1,2}(?:时|点))?(?!段)/gu;
const PER_HUNDRED = new RegExp(`(百|千|万)分之(${NUMBER})`, 'gu');
const FRACTION = new RegExp(`(${HAN}|\\d+)分之(${HAN}|\\d+)`, 'gu');
/** 九五折, 9.5折, 95折; not 三折叠, nor 1:7折算. */
const DISCOUNT =
  /(?<![\d.:：一二三四五六七八九十])(?:([1-9])\.(\d)|([1-9])(\d)?|([一二三四五六七八九])点?([一二三四五六七八九])?)折(?![叠旧抵合算页])/gu;
const IN_WORDS =
  /(?:人民币)?[零壹贰叁肆伍陆柒捌玖拾][零壹贰叁肆伍陆柒捌玖拾佰仟万亿]*[元圆](?:[零壹贰叁肆伍陆柒捌玖]+[角分])*[整正]?|(?:人民币)?[壹贰叁肆伍陆柒捌玖](?:角(?:[零壹贰叁肆伍陆柒捌玖]+分)?|分(?![之钟]))[整正]?/gu;
const AMOUNT = new RegExp(`(?:人民币|RMB|[¥￥])?(${NUMBER})(万|亿|千|百万)?(?:元|圆)整?|(?:RMB|[¥￥])(${ARABIC})(万|亿)?`, 'gu');
const HALF = /半(个月|年|个工作日|日|天|小时)(?!度)/gu;
const AND_A_HALF = new RegExp(`(${NUMBER})年半`, 'gu');
const WITH_UNIT = new RegExp(`(${NUMBER})(万|亿|千|百万)?(${UNITS.map(({ form }) => form).join('|')})`, 'gu');

/** 顺延至节后第一个工作日: where a last day moves, and no length. */
const ROLLED_TO = /(?<=(?:顺延|节假?日|休息日|休假日|公休日|假期|周末)[^。\n]{0,30})第[一1]个?(?:工作日|营业日|交易日)(?!内)/gu;
/** 寄出后第四日, 自收到之日起第3个工作日: so many days behind another. */
const ORDINAL = new RegExp(`(?<=[后起](?:的|算)?)第(${NUMBER})(?:(个?工作日)|[日天])(?!内)`, 'gu');

const SCALE: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 百万: 1e6, 亿: 1e8 };

/** Units that a rulebook has of its own: their names and how they are said. */
export type OwnUnits = ReadonlyMap<string, string>;

class Finder {
  readonly #text: string;
  readonly #own: OwnUnits;
  readonly #taken: Uint8Array;
  readonly figures: Figure[] = [];

  constructor(text: string, own: OwnUnits) {
    this.#text = text;
    this.#own = own;
    this.#taken = new Uint8Array(text.length);
  }

  /** Nothing more is found there. */
  take(at: number, length: number): void {
    this.#taken.fill(1, at, at + length);
  }

  each(form: RegExp, found: (match: RegExpExecArray) => void): void {
    for (const match of this.#text.matchAll(form)) {
      if (this.#taken.subarray(match.index, match.index + match[0].length).includes(1)) continue;
      found(match);
    }
  }

  put(match: RegExpExecArray, family: Family, value: Decimal, more: Partial<Figure> = {}): void {
    const [written] = match;
    const at = match.index;
    const per =
      family === 'money'
        ? perOf(this.#text, at, at + written.length, this.#own)
        : family === 'ratio'
          ? perTime(this.#text.slice(this.#lastRatio(at), at))
          : null;
    const bound = boundOf(this.#text, at, at + written.length);
    this.figures.push({ at, written, family, value, per, unit: '', bound, spelt: null, isFaint: false, isOrdinal: false, ...more });
    this.take(at, written.length);
  }

  /** Where the words that speak of the next rate may begin: its sentence, or behind the rate before it. */
  #lastRatio(at: number): number {
    const start = Math.max(this.#text.lastIndexOf('。', at), this.#text.lastIndexOf('；', at), this.#text.lastIndexOf('\n', at));
    const ends = this.figures.flatMap(({ family, at: from, written }) => (family === 'ratio' && from < at ? [from + written.length] : []));
    return Math.max(start, at - 40, 0, ...ends);
  }

  /** What stands before a position, and after it. */
  before(at: number, length: number): string {
    return this.#text.slice(Math.max(0, at - length), at);
  }

  after(at: number, length: number): string {
    return this.#text.slice(at, at + length);
  }

  own(unit: string): string | undefined {
    return [...this.#own].find(([, says]) => says === unit)?.[0];
  }
}

/** Every figure of a text, in its order. */
export function findFigures(text: string, own: OwnUnits = new Map()): readonly Figure[] {
  const finder = new Finder(text, own);
  finder.each(PASSED, (match) => finder.take(match.index, match[0].length));
  dates(finder);
  amounts(finder);
  ratios(finder);
  lengths(finder, own);
  return finder.figures.toSorted((a, b) => a.at - b.at);
}

function dates(finder: Finder): void {
  const put = (match: RegExpExecArray, parts: readonly (number | undefined)[]): void => {
    const [year = 0, month = 0, day = 0] = parts;
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return;
    finder.put(match, 'date', decimal(dayOf(year, month, day)));
  };
  finder.each(DATE, (match) => put(match, (match[1] === undefined ? match.slice(4, 7) : match.slice(1, 4)).map(Number)));
  finder.each(HAN_DATE, (match) => put(match, match.slice(1, 4).map(readNumeral)));
  finder.each(DAY_OF_MONTH, (match) => {
    const value = numberOf(match[1]);
    if (value !== undefined && value.lessThan(32)) finder.put(match, 'day-of-month', value);
  });
  finder.each(MONTH_AND_DAY, (match) => finder.put(match, 'other', decimal(0), { unit: match[0] }));
  finder.each(YEAR, (match) => finder.take(match.index, match[0].length));
  finder.each(CLOCK, (match) => finder.put(match, 'clock', decimal(0), { unit: clockOf(match[0]), isFaint: !match[0].includes(':') }));
}

/** 9:00至18:00 as 09:00-18:00. */
function clockOf(written: string): string {
  const times = [...written.matchAll(/(\d{1,2})(?::(\d{2})|时|点)/gu)].map(
    ([, hour = '', minute = '00']) => `${hour.padStart(2, '0')}:${minute}`,
  );
  return times.join('-');
}

function amounts(finder: Finder): void {
  finder.each(IN_WORDS, (match) => {
    const read = readMoneyWords(match[0]);
    const loose = read ?? looseWords(match[0]);
    if (loose !== undefined) finder.put(match, 'money', loose, { spelt: read !== undefined });
    // Unreadable: it is a figure all the same.
    else finder.put(match, 'other', decimal(0), { unit: match[0] });
  });
  finder.each(AMOUNT, (match) => {
    const value = numberOf(match[1] ?? match[3], match[2] ?? match[4]);
    if (value !== undefined) finder.put(match, 'money', value);
  });
}

/** An amount in words that no bank would take, as far as its 元 can be read. */
function looseWords(written: string): Decimal | undefined {
  const whole = written.replace(/^人民币/u, '').replace(/[元圆].*$/u, '');
  const yuan = readNumeral(whole) ?? readNumeral(whole.replaceAll('零', ''));
  return yuan === undefined ? undefined : decimal(yuan);
}

function ratios(finder: Finder): void {
  const parts: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000 };
  finder.each(PER_HUNDRED, (match) => {
    const value = numberOf(match[2]);
    if (value !== undefined) finder.put(match, 'ratio', value.div(parts[match[1] ?? ''] ?? 1));
  });
  finder.each(DISCOUNT, (match) => {
    const [tenths = '', hundredths = '0'] = match.slice(1).filter((one: string | undefined) => one !== undefined);
    const digit = (written: string): number => readNumeral(written) ?? Number(written);
    finder.put(
      match,
      'ratio',
      decimal(digit(tenths))
        .div(10)
        .plus(decimal(digit(hundredths)).div(100)),
      { per: null },
    );
  });
  finder.each(FRACTION, (match) => {
    const [below, above] = [numberOf(match[1]), numberOf(match[2])];
    if (below !== undefined && above !== undefined && !below.isZero()) finder.put(match, 'ratio', above.div(below));
  });
}

function lengths(finder: Finder, own: OwnUnits): void {
  finder.each(ROLLED_TO, (match) => finder.put(match, 'working-days', decimal(1), { isOrdinal: true, isFaint: true }));
  finder.each(ORDINAL, (match) => {
    const value = numberOf(match[1]);
    if (value !== undefined) finder.put(match, match[2] === undefined ? 'days' : 'working-days', value, { isOrdinal: true });
  });
  finder.each(AND_A_HALF, (match) => {
    const years = numberOf(match[1]);
    if (years !== undefined) finder.put(match, 'months', years.times(12).plus(6));
  });
  finder.each(HALF, (match) => {
    const found = UNITS.find(({ form }) => new RegExp(`^(?:${form})$`, 'u').test(match[1] ?? ''));
    if (found !== undefined) finder.put(match, found.family, decimal(found.factor).div(2));
  });
  for (const [name, says] of own)
    finder.each(new RegExp(`(${NUMBER})(万|亿|千)?${says.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'gu'), (match) => {
      const value = numberOf(match[1], match[2]);
      if (isNoOne(match[0], finder.before(match.index, 1))) return;
      if (value !== undefined) finder.put(match, 'other', value, { unit: name });
    });
  finder.each(WITH_UNIT, (match) => {
    const [written, number = '', scale, unit = ''] = match;
    const before = finder.before(match.index, 1);
    const isHan = !/^\d/.test(number);
    if (isHan && isPartOfWord(written, before)) return;
    const found = UNITS.find(({ form }) => new RegExp(`^(?:${form})$`, 'u').test(unit));
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
      const isGrammar = isHan && /^[个次份种名项件位]/u.test(unit) && value?.lessThan(3) === true && !FINANCIAL.test(number);
      // 一式三份: copies are nobody's duty.
      const isFaint =
        isRounding ||
        (found?.family === 'count' &&
          (isGrammar || (unit === '份' && /(?:一式|各[执持存]|正本|副本)$/u.test(finder.before(match.index, 2)))));
      if (found !== undefined && value !== undefined)
        finder.put(match, found.family, value.times(found.factor).div(found.divisor ?? 1), {
          unit: found.family === 'count' || found.family === 'other' ? unit : '',
          isFaint,
        });
    }
  });
}

/** A number as written, with 万 or 亿 behind it. */
function numberOf(written: string | undefined, scale?: string): Decimal | undefined {
  if (written === undefined || written.length > 24) return undefined;
  const plain = /^\d/.test(written) ? written.replaceAll(/[,，]/g, '') : String(readNumeral(written) ?? '');
  return /^\d{1,18}(\.\d{1,10})?$/.test(plain) ? decimal(plain).times(SCALE[scale ?? ''] ?? 1) : undefined;
}
