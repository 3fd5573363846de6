/** Made-up identifiers and the ways in which people write them; none belongs to anybody but by chance. */
import type { seeded } from '../calendar/random.js';

export type Chance = ReturnType<typeof seeded>;

const whole = (chance: Chance, from: number, to: number): number => from + chance.int(to - from + 1);

const digits = (chance: Chance, count: number): string => Array.from({ length: count }, () => String(whole(chance, 0, 9))).join('');
const two = (value: number): string => String(value).padStart(2, '0');

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function identity(chance: Chance): string {
  const region = `${chance.pick(['11', '31', '44', '51', '65'])}${two(whole(chance, 1, 20))}${two(whole(chance, 1, 30))}`;
  const born = `${whole(chance, 1940, 2008)}${two(whole(chance, 1, 12))}${two(whole(chance, 1, 28))}`;
  const body = `${region}${born}${digits(chance, 3)}`;
  const sum = WEIGHTS.reduce((all, weight, index) => all + weight * Number(body[index]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}

function card(chance: Chance): string {
  const body = `${chance.pick(['6222', '6217', '4367', '5187', '9558'])}${digits(chance, chance.pick([11, 14]))}`;
  const sum = Array.from(body)
    .reverse()
    .reduce((all, digit, index) => {
      const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
      return all + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

export const KINDS = {
  mobile: (chance: Chance) => `1${whole(chance, 3, 9)}${digits(chance, 9)}`,
  landline: (chance: Chance) =>
    chance.pick([`010${whole(chance, 2, 8)}${digits(chance, 7)}`, `07${whole(chance, 31, 79)}${whole(chance, 2, 8)}${digits(chance, 6)}`]),
  identity,
  card,
  email: (chance: Chance) =>
    `${chance.pick(['zhang', 'li', 'wang'])}.${digits(chance, 5)}@${chance.pick(['example.com', 'mail.example.cn'])}`,
} as const;

export type Kind = keyof typeof KINDS;

/** Where people put a blank or a hyphen. */
const SIZES: Readonly<Record<Exclude<Kind, 'email'>, readonly number[]>> = {
  mobile: [3, 4, 4],
  landline: [3, 4, 4],
  identity: [6, 8, 4],
  card: [4, 4, 4, 4, 3],
};

function grouped(kind: Kind, value: string, between: string): string {
  if (kind === 'email') return value.replace('@', ` @${between === ' ' ? ' ' : ''}`);
  const sizes = kind === 'landline' && value.startsWith('07') ? [4, 7] : SIZES[kind];
  let at = 0;
  return sizes
    .map((size) => value.slice(at, (at += size)))
    .filter((part) => part !== '')
    .join(between);
}

const wide = (value: string): string =>
  Array.from(value, (one) => (one > ' ' && one <= '~' ? String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0) : one)).join('');

const NUMERALS = '〇一二三四五六七八九';
const inNumerals = (value: string): string => value.replaceAll(/\d/g, (digit) => NUMERALS[Number(digit)]!);

/** The same with digits for Chinese numerals. */
export const inDigits = (text: string): string =>
  text.replaceAll(/[〇一二三四五六七八九]/g, (numeral) => String(NUMERALS.indexOf(numeral)));

const isTelephone = (kind: Kind): boolean => kind === 'mobile' || kind === 'landline';

export const SPELLINGS: Readonly<Record<string, (kind: Kind, value: string) => string>> = {
  plain: (_kind, value) => value,
  blanks: (kind, value) => grouped(kind, value, ' '),
  hyphens: (kind, value) => grouped(kind, value, '-'),
  'full-width': (_kind, value) => wide(value),
  'full-width with ideographic blanks': (kind, value) => wide(grouped(kind, value, '\u3000')),
  'zero-width characters': (_kind, value) => Array.from(value).join('\u200b'),
  '+86': (kind, value) => (isTelephone(kind) ? `+86 ${value.replace(/^0/, '')}` : `：${value}。`),
  '0086': (kind, value) => (isTelephone(kind) ? `0086-${value.replace(/^0/, '')}` : `(${value})`),
  '86 without a plus': (kind, value) => (isTelephone(kind) ? `86${grouped(kind, value, '-').replace(/^0/, '')}` : value),
  slashes: (kind, value) => grouped(kind, value, '/'),
  'Chinese numerals': (kind, value) => (kind === 'email' ? value : inNumerals(value)),
  'Chinese numerals in groups': (kind, value) => (kind === 'email' ? value : inNumerals(grouped(kind, value, ' '))),
  'Chinese full stop': (kind, value) => (kind === 'email' ? value.replace(/(@.*)\./, '$1。') : `${value}。`),
  '(at)': (kind, value) => value.replace('@', '(at)'),
};

/** What is no person's: numbers of contracts and registrations, companies' numbers, sums, days and digests. */
export const HARMLESS: Readonly<Record<string, (chance: Chance) => string>> = {
  'HT-year-serial': (chance) => `HT-${whole(chance, 2015, 2026)}-${digits(chance, 6)}`,
  'SW-year-serial': (chance) => `SW-${whole(chance, 2015, 2026)}-${digits(chance, whole(chance, 3, 8))}`,
  'letters and a day': (chance) =>
    `GXDX${whole(chance, 2015, 2026)}${two(whole(chance, 1, 12))}${two(whole(chance, 1, 28))}${digits(chance, 3)}`,
  'a day and a serial': (chance) =>
    `${whole(chance, 2015, 2026)}${two(whole(chance, 1, 12))}${two(whole(chance, 1, 28))}${digits(chance, whole(chance, 2, 8))}`,
  'letters, a day, a serial': (chance) =>
    `CG-${whole(chance, 2015, 2026)}${two(whole(chance, 1, 12))}${two(whole(chance, 1, 28))}-${digits(chance, 4)}`,
  'a department': (chance) => `HT-${digits(chance, 3)}-${whole(chance, 2015, 2026)}-${digits(chance, 4)}`,
  'a district': (chance) =>
    `采购-${chance.pick(['440300', '110108', '310115'])}-${whole(chance, 2015, 2026)}${two(whole(chance, 1, 12))}${two(whole(chance, 1, 28))}`,
  ICP: (chance) => `京ICP备${digits(chance, chance.pick([8, 10]))}号-${whole(chance, 1, 9)}`,
  police: (chance) => `京公网安备1101080${digits(chance, 7)}号`,
  in: (chance) => `（${whole(chance, 2015, 2026)}）京合字第${digits(chance, 5)}号`,
  '400': (chance) => `400-${digits(chance, 3)}-${digits(chance, 4)}`,
  '800': (chance) => `800${digits(chance, 7)}`,
  sum: (chance) => `${whole(chance, 1, 9)}${digits(chance, 10)}.${digits(chance, 2)}`,
  'sum in yuan': (chance) => `13${digits(chance, 9)}元`,
  moment: (chance) => `${whole(chance, 2015, 2026)}-${two(whole(chance, 1, 12))}-${two(whole(chance, 1, 28))}T08:30:00+08:00`,
  'letters, a year, eleven digits': (chance) => `HT-${whole(chance, 2015, 2026)}-1${whole(chance, 3, 9)}${digits(chance, 9)}`,
  'a labelled number': (chance) =>
    `${chance.pick(['合同编号', '订单号：', '发票号码', '流水号 ', '单号', 'order no. '])}1${whole(chance, 3, 9)}${digits(chance, 9)}`,
  'a labelled long number': (chance) =>
    `${chance.pick(['订单号', '流水号：'])}${whole(chance, 3, 8)}${digits(chance, chance.pick([15, 18]))}`,
  'a quantity': (chance) =>
    `共1${whole(chance, 3, 9)}${digits(chance, 9)}${chance.pick(['分钟', '秒', '小时', '次', '条', '件', '个', '吨', 'KB', ' MB'])}`,
  'a day with slashes': (chance) =>
    `${whole(chance, 2015, 2026)}/${two(whole(chance, 1, 12))}/${two(whole(chance, 1, 28))} ${whole(chance, 2015, 2026)}/${two(whole(chance, 1, 12))}/${two(whole(chance, 1, 28))}`,
  'a year in numerals': (chance) => `${inNumerals(String(whole(chance, 2015, 2026)))}年${inNumerals(digits(chance, 6))}号`,
  digest: (chance) => `sha256:${Array.from({ length: 64 }, () => whole(chance, 0, 15).toString(16)).join('')}`,
};
