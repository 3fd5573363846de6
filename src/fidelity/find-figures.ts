/** Finds the figures of a text. What cannot be a figure of the agreement (第三条, 《…》, 一方) is passed over. */
import { NUMERAL_CHARACTERS } from '../input/numeral.js';
import { decimal } from '../money/money.js';
import { isTime, timeAround, timeCalled, timeNamed } from './basis.js';
import { isCutOff } from './cut-off.js';
import { isDiscount } from './discount.js';
import type { Figure } from './figure.js';
import { amounts } from './find-amounts.js';
import { dates } from './find-dates.js';
import { lengths } from './find-lengths.js';
import { ratios } from './find-ratios.js';
import { Finder, HAN, NUMBER, type OwnUnits } from './finder.js';

/** Where nothing is looked for: titles of laws, numbers of clauses, annexes, identifiers. */
const PASSED = new RegExp(
  [
    '《[^》]{0,60}》',
    `第(?:${NUMBER}(?:\\.\\d+)*)(?:[条款项章节页号级]|部分)(?:之${HAN})?`,
    `第[三3]方|第[三3]人`,
    `第${NUMBER}(?:批次?|期|次|阶段|季度|年度?|轮|台|笔|档|个月|部)`,
    // 每逾期一日: what a rate is for, and no period.
    `每[^，。；(（\\d为是]{0,6}(?:一|1)个?(?:工作日|日|天|周|星期|月|季度?|年|小时)(?!内)`,
    `(?:附件|附表|附图|图表?|表|编号|账号|帐号)[:：]?(?:${NUMBER})`,
    `〔\\d{4}〕\\d+号`,
    // Of the foot of a page.
    '共\\d{1,4}页',
    '(?<!\\d)[A-Za-z_][A-Za-z_-]*\\d[\\w-]*',
    '7[x×*X]24',
    `[${NUMERAL_CHARACTERS}]{1,2}级`,
  ].join('|'),
  'gu',
);

function finderOf(text: string, own: OwnUnits): Finder {
  const finder = new Finder(text, own);
  finder.each(PASSED, (match) => finder.take(match.index, match[0].length));
  dates(finder);
  amounts(finder);
  ratios(finder);
  lengths(finder, own);
  return finder;
}

/** A number in digits that is no number of a line, a house or a telephone. */
const BARE =
  /(?<![\dA-Za-z*.\-/:第]|\d,)(?:±)?(?:\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.\d+)?(?!,\d{3}|[\dA-Za-z*/:、)）-]|\.(?!$)|[号楼层室栋幢座弄])/gu;

/** Numbers without a unit that is known: nobody can say what they are of. */
export function bareNumbers(text: string, own: OwnUnits): readonly { readonly at: number; readonly written: string }[] {
  const found: { at: number; written: string }[] = [];
  finderOf(text, own).each(BARE, ({ 0: written, index }) => found.push({ at: index, written }));
  return found;
}

/** Every figure of a text, in its order. */
export function findFigures(text: string, own: OwnUnits = new Map()): readonly Figure[] {
  const finder = finderOf(text, own);
  const found = finder.figures.toSorted((a, b) => a.at - b.at);
  const figures = found.map((figure) => (isCutOff(figure, found, text) ? unread(figure) : figure));
  return figures.map((figure) => (isDiscount(figure) ? figure : { ...figure, time: timeOfFigure(figure, figures, text) }));
}

/** A figure of which nobody can say what it comes to. */
const unread = (figure: Figure): Figure => ({ ...figure, family: 'other', value: decimal(0), unit: figure.written, per: null });

/** 支付日万分之三: a rate for each day; 到期日 and 5日 are days. */
const RATE_FOR = new RegExp(`(?<![当次同本该作期末节假之届起终\\d${NUMERAL_CHARACTERS}])(?<time>[日月年])$`, 'u');

/** For what time a figure is: as its unit says, else the words of its sentence behind the figure of its family before it. */
function timeOfFigure({ at, written, family, per }: Figure, figures: readonly Figure[], text: string): string | null {
  const ends = figures.flatMap((one) => (one.family === family && one.at < at ? [one.at + one.written.length] : []));
  const start = Math.max(0, at - 40, ...['。', '；', '\n'].map((sign) => text.lastIndexOf(sign, at)), ...ends);
  const before = text.slice(start, at);
  const named = family === 'money' ? timeNamed(before) : null;
  const stated = family === 'ratio' ? RATE_FOR.exec(before)?.groups?.time : undefined;
  return (
    per?.find(isTime) ??
    named ??
    (stated === undefined ? null : timeCalled(stated)) ??
    timeAround(before, text.slice(at + written.length, at + written.length + 12))
  );
}
