/** Lines that a page has and the agreement has not: headers, footers, page numbers, telephones. */
import { MOST_PAGES } from './faults.js';
import { labelOf } from './label.js';
import type { Document, Line } from './line.js';

export type Aside = 'page-number' | 'header' | 'telephone' | 'footnote';

const PAGE_NUMBER =
  /^[-—–~·. ]*(?:共 ?\d{1,4} ?页[,，/ ]*)?(?:第 ?|页码[:：]? ?)?(?:\d{1,4}|[一二三四五六七八九十百]{1,5}) ?页?(?: ?[,，/(]? ?(?:共|of|\/) ?\d{1,4} ?页?\)?)?[-—–~·. ]*$/i;
const SAYS_PAGE = /页|[-—–/]|of/i;
const ENGLISH_PAGE = /^page \d{1,4}(?: ?(?:of|\/) ?\d{1,4})?$/i;
const TELEPHONE = /^[^，。；]{0,14}?(?:热线|电话|手机|传真|客服|服务号|tel|fax)[^，。；\d]{0,8}[:：]? ?[\d*()（） +-]{6,}[^，。；]{0,6}$/i;
const BARE_TELEPHONE = /^(?=(?:.*[\d*]){7})[\d*() +-]{7,20}$/;

/** What a party writes at its signature is no page's, however often it is repeated. */
const OF_SIGNATURE = /盖章|签字|签章|签名|日期|地址|代表|联系人|邮编|账号|户名|开户|甲方|乙方|丙方/u;

/** Which lines are to be set aside, and as what. */
export function asideIn({ lines, kind }: Document): ReadonlyMap<Line, Aside> {
  const aside = new Map<Line, Aside>();
  const repeated = repeatedIn(lines);
  for (const [index, line] of lines.entries()) {
    if (line.isNote) {
      aside.set(line, 'footnote');
      continue;
    }
    if (line.cells !== null && line.cells.length > 2) continue;
    const text = line.text.trim();
    const isEdge = line.page !== null && (lines[index - 1]?.page !== line.page || lines[index + 1]?.page !== line.page);
    if ((PAGE_NUMBER.test(text) && (SAYS_PAGE.test(text) || (isEdge && !(Number(text) > MOST_PAGES)))) || ENGLISH_PAGE.test(text))
      aside.set(line, 'page-number');
    else if (OF_SIGNATURE.test(text)) continue;
    else if (TELEPHONE.test(text) || BARE_TELEPHONE.test(text)) aside.set(line, 'telephone');
    else if (kind !== 'word' && (repeated.has(line) || isAmidSentence(lines, index))) aside.set(line, 'header');
  }
  return aside;
}

/** Who made the paper, its number, or whose it is. */
const OF_PAPER = /公司|集团|版权|机密|保密|内部(?:资料|文件)|编号|版本|https?:|www\.|©|copyright|confidential/i;
const ENDS = /[。；：！？;:!?]["”』」)）]*$/u;

/** A footer that comes but once: it is much shorter than the lines of the sentence that it parts, and says whose the paper is. */
function isAmidSentence(lines: readonly Line[], index: number): boolean {
  const [before, line, after] = [lines[index - 1], lines[index], lines[index + 1]];
  if (before === undefined || line === undefined || after === undefined) return false;
  if ([before, line, after].some(({ cells }) => cells !== null)) return false;
  const [text, sentence] = [line.text.trim(), before.text.trim()];
  return (
    OF_PAPER.test(text) &&
    !/[，,。；]/u.test(text) &&
    text.length * 2 < Math.max(sentence.length, after.text.length) &&
    !ENDS.test(sentence) &&
    labelOf(text) === undefined &&
    labelOf(after.text) === undefined &&
    /[。；]/u.test(after.text)
  );
}

/** Short lines without a sentence that come again: on each page, or between the paragraphs. */
function repeatedIn(lines: readonly Line[]): ReadonlySet<Line> {
  const byText = new Map<string, Line[]>();
  for (const [index, line] of lines.entries()) {
    // Numbers differ from page to page.
    const text = line.text.trim().replaceAll(/\d+/g, '0');
    if (text.length < 2 || text.length > 40 || /[。；]|^[(（]?[一二三四五六七八九十]+[)）、.]|^第.{1,5}[条章节]|^\d+[.、]/u.test(text))
      continue;
    if (line.page !== null && !isNearEdge(lines, index)) continue;
    byText.set(text, [...(byText.get(text) ?? []), line]);
  }
  const repeated = new Set<Line>();
  for (const [text, same] of byText) {
    const pages = new Set(same.map((line) => line.page));
    const isOften = same[0]?.page === null ? same.length >= 2 && !/\d|[元天日月年次份%,，、:：]/u.test(text) : pages.size >= 2;
    if (isOften) for (const line of same) repeated.add(line);
  }
  return repeated;
}

function isNearEdge(lines: readonly Line[], index: number): boolean {
  const { page } = lines[index] ?? { page: null };
  return lines[index - 2]?.page !== page || lines[index + 2]?.page !== page;
}
