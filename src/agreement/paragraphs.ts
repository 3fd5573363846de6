/** Lines put together to paragraphs: a header or a page's end in the middle of a sentence does not part it. */
import { labelOf, type Label } from './label.js';
import type { Document, Line } from './line.js';
import { NUMERAL_CHARACTERS } from '../input/numeral.js';
import { Passage } from './passage.js';
import type { Aside } from './set-aside.js';

/** One paragraph: its lines, and the label that it begins with. */
export interface Paragraph {
  readonly passage: Passage;
  readonly label: Label | undefined;
  readonly isSignature: boolean;
  /** The heading of an annex, behind the signatures. */
  readonly isAnnex: boolean;
}

const SIGNATURE =
  /^[(（]?(?:以下无正文|本页无正文|此页无正文|签[署字]页)|^[^，。；]{1,12}[(（](?:章|盖章|公章|签章|签字|签名|签字盖章|盖章签字|签字或盖章|签字、盖章)[^)）]{0,10}[)）]|^(?:授权代表|法定代表人|签[订署约]日期|签约地点|盖章)[^，。；]{0,8}[:：]/u;
const PARTY_LINE = /^[^，。；：:()]{1,4}[方人](?:\([^)]{1,12}\))?[:：]/u;
/** What each party has a line for. */
const FIELD =
  /^(?:地址|住所|住址|授权代表|法定代表人|联系人|联系电话|电话|传真|日期|统一社会信用代码|开户[行银]|账号|户名|邮编|邮箱|电子邮箱)[^，。；:：]{0,6}[:：]/u;
/** The day of signing on a line of its own, above the clauses as often as below them. */
const SIGNED_ON = /^签[订署约](?:日期|时间)[:：].{4,16}[日号]$/u;
/** A line that heads an annex; in a sentence the same words go on. */
const ANNEX = new RegExp(`^附[件表录](?:[${NUMERAL_CHARACTERS}]{1,3}|\\d{1,2})?(?:[:：、.《 ]|$|(?=[^的所中载规约内第])).{0,40}$`, 'u');
const ENDS = /[。；：！？;:!?]["”』」)）]*$/u;

/** Lines put together, as far as a sentence or a number goes. */
export function paragraphsOf({ file, kind, lines }: Document, aside: ReadonlyMap<Line, Aside>): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Line[] = [];
  let label: Label | undefined;
  // A label that Word shows is not in the text.
  let labelLength = 0;
  let isSignature = false;
  let isAnnex = false;
  let isSigned = false;
  const close = (): void => {
    if (open.length > 0) paragraphs.push({ passage: Passage.of(file, open, labelLength), label, isSignature, isAnnex });
    open = [];
    label = undefined;
    labelLength = 0;
    isSignature = false;
    isAnnex = false;
  };
  let isInterrupted = false;
  for (const line of lines) {
    if (aside.has(line)) {
      isInterrupted = true;
      continue;
    }
    const last = open.at(-1);
    const isEnded = last === undefined || ENDS.test(last.text) || SIGNED_ON.test(last.text) || last.cells !== null || line.cells !== null;
    const own = line.label === null ? undefined : labelOf(line.label);
    const found = line.cells === null ? (own ?? labelOf(line.text)) : undefined;
    const signs = SIGNATURE.test(line.text);
    const heads = isSigned && line.cells === null && ANNEX.test(line.text) && !/[。；]/u.test(line.text);
    isSigned ||= signs;
    // A blank line, or a page's end, parts two paragraphs; but a header between them does not part a sentence.
    const isApart = (kind === 'word' || !line.follows) && !(isInterrupted && !isEnded);
    const isOnPageEdge = last !== undefined && last.page !== line.page;
    const isFalse = found !== undefined && own === undefined && !isEnded && line.follows && !isOnPageEdge && found.isFaint;
    if (
      isEnded ||
      isApart ||
      signs ||
      heads ||
      PARTY_LINE.test(line.text) ||
      FIELD.test(line.text) ||
      SIGNED_ON.test(line.text) ||
      (found !== undefined && !isFalse)
    ) {
      close();
      label = found;
      labelLength = own === undefined ? (found?.length ?? 0) : 0;
      isSignature = signs;
      isAnnex = heads;
    }
    open.push(line);
    isInterrupted = false;
  }
  close();
  return paragraphs;
}
