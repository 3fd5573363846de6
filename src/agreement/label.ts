/** The number in front of a clause: 一、 第一条 1. 1.1 （一） (1) ① 第3款. */
import { NUMERAL_CHARACTERS, readNumeral } from '../input/numeral.js';

/** How it is written; what is written alike stands on one level. */
export type LabelStyle =
  'chapter' | 'article' | 'han' | 'arabic' | 'dotted' | 'paren-han' | 'paren-arabic' | 'half-paren' | 'circled' | 'item';

export interface Label {
  readonly style: LabelStyle;
  /** 1.1 has two; every other one. */
  readonly numbers: readonly number[];
  /** As it is written. */
  readonly written: string;
  /** How much of the text it takes, blanks behind it included. */
  readonly length: number;
  /** Without a sign behind it, it could also be a figure with which a line begins. */
  readonly isFaint: boolean;
}

const N = `(?:\\d{1,3}|[${NUMERAL_CHARACTERS}]{1,5})`;
const FORMS: readonly (readonly [LabelStyle, RegExp, boolean])[] = [
  ['chapter', new RegExp(`^第 ?(${N}) ?(?:章|编|部分|节)`, 'u'), false],
  ['dotted', /^第 ?(\d{1,3}(?:\.\d{1,3}){1,4}) ?[条款项]/u, false],
  ['article', new RegExp(`^第 ?(${N}) ?条(?!第)`, 'u'), false],
  ['item', new RegExp(`^第 ?(${N}) ?[款项](?![规约所])`, 'u'), true],
  ['han', new RegExp(`^([${NUMERAL_CHARACTERS}]{1,4}) ?[、.:：](?!\\d)`, 'u'), false],
  ['dotted', /^(\d{1,3}(?:\.\d{1,3}){1,4})(?:[.、:)] ?| )(?!\d)/u, false],
  ['dotted', /^(\d{1,3}(?:\.\d{1,3}){1,4})(?=[\p{Script=Han}“"《(])/u, true],
  ['arabic', /^(\d{1,3}) ?[.、:：](?!\d)/u, false],
  ['half-paren', /^(\d{1,3})\)/u, false],
  ['arabic', /^(\d{1,2}) (?=[\p{Script=Han}“"《])/u, true],
  ['paren-han', new RegExp(`^\\(([${NUMERAL_CHARACTERS}]{1,4})\\)`, 'u'), false],
  ['paren-arabic', /^\((\d{1,3})\)/u, false],
];

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** 1.5倍 and 0.1元 are figures. */
const UNIT_BEHIND = /^ ?(?:[倍元%‰万亿吨米]|个|天|日|年|月|小时|分钟)/u;

/** The label with which a text begins; undefined if it has none. */
export function labelOf(text: string): Label | undefined {
  const circled = CIRCLED.indexOf(text.charAt(0));
  if (text !== '' && circled !== -1)
    return { style: 'circled', numbers: [circled + 1], written: text.charAt(0), length: 1, isFaint: false };
  for (const [style, form, isFaint] of FORMS) {
    const found = form.exec(text);
    if (found === null) continue;
    const [written, number = ''] = found;
    const numbers = number.split('.').map((one) => (/^\d/.test(one) ? Number(one) : readNumeral(one)));
    if (numbers.some((one) => one === undefined || one === 0)) continue;
    if (style === 'dotted' && UNIT_BEHIND.test(text.slice(written.length)) && /\d$/.test(written.trim()) && isFaint) continue;
    return { style, numbers: numbers as number[], written: written.trim(), length: written.length, isFaint };
  }
  return undefined;
}

/** A clause number of a rulebook as numbers: 三.2.5, 七.9, 1.2, 第十二条; undefined if it is none. */
export function pathOf(clause: string): readonly number[] | undefined {
  const steps = clause
    .normalize('NFKC')
    .replaceAll(/[第条款项章节()、]/gu, '.')
    .split('.')
    .filter((step) => step !== '')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : readNumeral(step)));
  return steps.length > 0 && steps.every((step) => step !== undefined) ? steps : undefined;
}
