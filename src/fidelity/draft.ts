/** A contract file as an agreement gives it: what was read, from where and how sure; what was not is a question. Nothing is made up. */
import { agreementOf, type Agreement } from '../agreement/clauses.js';
import type { Document } from '../agreement/line.js';
import { Passage } from '../agreement/passage.js';
import { formatDay } from '../calendar/day.js';
import type { Place, Text } from '../input/problem.js';
import { quote } from '../input/quote.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { draftParties, type PartyRead, type Said } from './draft-parties.js';
import { chapterOf, chaptersAstray } from './matter.js';
import { readTerms, type Spot, type TermReading } from './read-terms.js';
import { signedOn } from './signed.js';

/** A value that the agreement states. */
export interface Drafted {
  /** As it stands in the file: a scalar, or the rows of a list, one a line. */
  readonly yaml: string;
  /** Where it was read, and how sure that is. */
  readonly from: Text;
}

export interface Draft {
  /** By their keys in the file: `signedOn`, `title`, `parties.buyer.name`, `terms.price`. */
  readonly values: ReadonlyMap<string, Drafted>;
  /** Why others could not be read, by the same keys. */
  readonly open: ReadonlyMap<string, Text>;
  /** Of the rulebook's clauses, how many were found in the text. */
  readonly clauses: { readonly found: number; readonly of: number; readonly missing: readonly string[] };
}

const SURE: Text = { zh: '确定', en: 'sure' };
const LIKELY: Text = { zh: '可能', en: 'likely' };

/** What the agreement says of each part of a contract file. */
export function draftFrom(document: Document, rulebook: Rulebook): Draft {
  const agreement = agreementOf(document, rulebook.declared.clauses);
  const values = new Map<string, Drafted>();
  const open = new Map<string, Text>();
  const take = (key: string, read: Drafted | Text): void => {
    if ('yaml' in read) values.set(key, read);
    else open.set(key, read);
  };
  const title = titleOf(agreement);
  if (title !== undefined) take('title', title);
  take('signedOn', signing(agreement));
  for (const [key, party] of draftParties(agreement, rulebook)) {
    take(`parties.${key}.name`, partyOf(party, rulebook.declared.parties.get(key)?.zh ?? key));
    if (party.title !== null && !party.isTurnedRound) take(`parties.${key}.title`, titleOfParty(party.title));
  }
  for (const [name, reading] of readTerms(agreement, rulebook)) take(`terms.${name}`, termOf(reading));
  for (const { name, clause } of rulebook.declared.terms.values())
    if (clause !== null && !agreement.clauses.has(clause))
      open.set(`terms.${name}`, { zh: `文本里没有找到条款 ${clause}`, en: `clause ${clause} was not found in the text` });
  const astray = chaptersAstray(agreement, rulebook);
  for (const { name, clause } of rulebook.declared.terms.values()) {
    const nearest = clause === null || !agreement.clauses.has(clause) ? undefined : astray.get(chapterOf(clause) ?? 0);
    if (nearest !== undefined) open.set(`terms.${name}`, ofAnotherMatter(clause ?? '', nearest));
  }
  const { clauses, missing } = agreement;
  return { values, open, clauses: { found: clauses.size, of: rulebook.declared.clauses.length, missing } };
}

const TITLE = /^[^，。：:；、]{2,40}(?:协议|合同|协议书|合同书|约定书|意向书|备忘录|契约|订单|条款)(?:\([^)]{1,12}\))?$/u;

/** A title by itself says what the agreement is of; a shorter one goes on from the line above it. */
const WHOLE_TITLE = 6;

/** The line that is one by itself, else a paragraph: what stands under or above it may have been put to it. */
function titleOf({ document, outline }: Agreement): Drafted | undefined {
  const aside = new Set(outline.aside.map(({ line }) => line));
  const lines = document.lines.filter((line) => !aside.has(line));
  const [first] = lines;
  const own = lines
    .slice(
      0,
      1 +
        Math.max(
          0,
          lines.findIndex((line) => /[。；：:]/u.test(line.text)),
        ),
    )
    .filter(({ cells, text }) => cells === null && text.length >= WHOLE_TITLE);
  // It often heads every page, and was set aside with the headers.
  const headers = outline.aside.flatMap(({ line, as }) => (as === 'header' ? [Passage.of(document.file, [line])] : []));
  const passages = [
    ...own.map((line) => Passage.of(document.file, [line])),
    ...(first === undefined || first.cells !== null ? [] : [Passage.of(document.file, [first])]),
    ...outline.head,
    ...headers,
  ];
  const found = passages.find(({ text }) => TITLE.test(text));
  return found === undefined ? undefined : { yaml: found.text, from: fromOf(null, found.place(0), found.text, SURE) };
}

function signing(agreement: Agreement): Drafted | Text {
  const days = signedOn(agreement);
  const [only] = days;
  if (only === undefined) return { zh: '文本里没有找到签订的日期', en: 'no day of signing was found in the text' };
  if (days.length > 1) return clash(days.map(({ passage, at, written }) => ({ place: passage.place(at), written })));
  return { yaml: formatDay(only.day), from: fromOf(null, only.passage.place(only.at), only.written, SURE) };
}

function partyOf({ names, isCalledSo, isTurnedRound }: PartyRead, title: string): Drafted | Text {
  const [only] = names;
  if (only === undefined) return { zh: `文本里没有找到“${title}”的名称`, en: `the name of ${title} was not found in the text` };
  if (isTurnedRound) return turnedRound(only, title);
  if (names.length > 1) return clash(names.map(({ passage, at, words }) => ({ place: passage.place(at), written: words })));
  return { yaml: only.words, from: fromOf(null, only.passage.place(only.at), only.words, isCalledSo ? SURE : BY_ITS_DUTIES) };
}

const BY_ITS_DUTIES: Text = { zh: '可能：按条款里由谁履行认出', en: 'likely: told by what the clauses say it must do' };

/** The same word for the other side. */
function turnedRound({ words, passage, at }: Said, title: string): Text {
  const where = whereOf(passage.place(at));
  return {
    zh: `文本称“${quote(words, 24)}”为“${title}”（${where.zh}），但条款里由它做的多是规则库里另一方的事：看清哪一方是规则库的“${title}”`,
    en: `the text calls “${quote(words, 24)}” “${title}” (${where.en}), yet most of what it must do the other party must do by the rulebook: see which one is meant`,
  };
}

const titleOfParty = ({ words, passage, at }: Said): Drafted => ({ yaml: words, from: fromOf(null, passage.place(at), words, SURE) });

function termOf(reading: TermReading): Drafted | Text {
  if ('yaml' in reading) {
    const { yaml, spot, isSure } = reading;
    return { yaml, from: fromOf(spot.clause, spot.passage.place(spot.at), spot.written, isSure ? SURE : LIKELY) };
  }
  const { candidates, term, isApart } = reading;
  const [only, second] = candidates;
  if (only !== undefined && second === undefined && only.clause !== term.clause) return perhaps(only);
  if (isApart) return contradiction(candidates.map((spot) => ({ place: placeOf(spot), written: spot.written })));
  if (candidates.length > 0) return clash(candidates.map((spot) => ({ place: placeOf(spot), written: spot.written })));
  const where: Text = { zh: `条款 ${term.clause ?? ''} 里`, en: `in clause ${term.clause ?? ''}` };
  return ['yes/no', 'choice', 'text', 'list'].includes(term.type.kind)
    ? { zh: `${where.zh}要由人读出`, en: `a person must read it ${where.en}` }
    : { zh: `${where.zh}没有找到这样的数字，或许以文字写明`, en: `no such figure ${where.en}; it may be put into words` };
}

const placeOf = ({ passage, at }: Spot): Place => passage.place(at);

/** Two that clash are both named, and neither is taken. */
function clash(candidates: readonly { readonly place: Place; readonly written: string }[]): Text {
  const all = candidates.map(({ place, written }) => [whereOf(place), quote(written, 24)] as const);
  return {
    zh: `看不出是哪一个：${all.map(([where, written]) => `“${written}”（${where.zh}）`).join('、')}`,
    en: `which is meant cannot be told: ${all.map(([where, written]) => `“${written}” (${where.en})`).join(', ')}`,
  };
}

function fromOf(clause: string | null, place: Place, written: string, how: Text): Text {
  const where = whereOf(place);
  const shown = quote(written, 24);
  return {
    zh: `${clause === null ? '' : `条款 ${clause}，`}${where.zh}，“${shown}”；${how.zh}`,
    en: `${clause === null ? '' : `clause ${clause}, `}${where.en}, “${shown}”; ${how.en}`,
  };
}

/** A chapter that has the number and not the matter. */
function ofAnotherMatter(clause: string, nearest: Passage | null): Text {
  const where = nearest === null ? null : whereOf(nearest.place(0));
  const heading = nearest === null ? '' : quote(nearest.text, 16);
  return {
    zh: `文本的条款编号与规则库不同，${clause} 所在的一章讲的是别的事${where === null ? '' : `；这一项或许在“${heading}”之下（${where.zh}）`}：要由人读出`,
    en: `the text is numbered otherwise than the rulebook, and the chapter of ${clause} is about something else${where === null ? '' : `; it may stand under “${heading}” (${where.en})`}: a person must read it`,
  };
}

/** What another clause says, the term's own being silent. */
function perhaps({ clause, written, ...spot }: Spot): Text {
  const where = whereOf(placeOf({ clause, written, ...spot }));
  return {
    zh: `它的条款里没有；条款 ${clause}（${where.zh}）的“${quote(written, 24)}”或许就是，请人核对`,
    en: `its clause has none; “${quote(written, 24)}” in clause ${clause} (${where.en}) may be it: a person must see`,
  };
}

/** One thing said twice, and not the same. */
function contradiction(candidates: readonly { readonly place: Place; readonly written: string }[]): Text {
  const all = candidates.map(({ place, written }) => [whereOf(place), quote(written, 24)] as const);
  return {
    zh: `文本里前后不一致：${all.map(([where, written]) => `“${written}”（${where.zh}）`).join('与')}，要先弄清以哪一个为准`,
    en: `the text contradicts itself: ${all.map(([where, written]) => `“${written}” (${where.en})`).join(' and ')}; see which one holds`,
  };
}

/** A place as a comment says it; its file is named once, at the top. */
function whereOf(place: Place): Text {
  const page = /^p(\d+):(\d+)$/.exec(place.cell ?? '');
  if (page !== null) return { zh: `第 ${page[1] ?? ''} 页第 ${page[2] ?? ''} 行`, en: `page ${page[1] ?? ''}, line ${page[2] ?? ''}` };
  return place.file.toLowerCase().endsWith('.docx')
    ? { zh: `第 ${place.line} 段`, en: `paragraph ${place.line}` }
    : { zh: `第 ${place.line} 行`, en: `line ${place.line}` };
}
