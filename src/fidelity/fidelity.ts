/** A rulebook held against the text of an agreement: what the one says and the other does not, with both places. */
import { agreementOf, type Agreement, type Lead } from '../agreement/clauses.js';
import type { Document } from '../agreement/line.js';
import type { Passage } from '../agreement/passage.js';
import type { Contract } from '../contract/contract.js';
import type { Place } from '../input/problem.js';
import { quote } from '../input/quote.js';
import type { Source } from '../input/source.js';
import type { Term } from '../rulebook/declarations.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { annexFindings, behindIn, type Behind } from './annex-findings.js';
import { checkWords } from './amounts-in-words.js';
import { bareFindings } from './bare-findings.js';
import { bind } from './bind.js';
import type { Binding } from './binding.js';
import { carriersOf, type Carriers } from './carriers.js';
import { clauseFindings, isOther, otherAgreement } from './clause-findings.js';
import { excuseFindings } from './excuse-findings.js';
import { expectedOf, type Expected } from './expected.js';
import type { Figure } from './figure.js';
import type { Open } from './filled-in.js';
import { figureFindings, type Around } from './figures.js';
import { findFigures } from './find-figures.js';
import { isValue, fitOf } from './fit.js';
import { layoutFindings } from './layout-findings.js';
import { partyFindings } from './party-findings.js';
import { ownUnitsOf, readEach, readTerms, type Spot } from './read-terms.js';
import { rowFindings } from './row-findings.js';
import { said, type TextFinding } from './said.js';
import { figuresOfClause, signedFindings } from './signed.js';
import { subjectFindings } from './subject-findings.js';
import { totalFindings } from './total-findings.js';
import { vagueFindings } from './vague-findings.js';
import { nameOf as nameOfRow } from '../values/value.js';
import { wordsApart, type WordsApart } from './words-apart.js';

export interface FidelityInput {
  readonly document: Document;
  readonly rulebook: Rulebook;
  /** `rulebook.yaml`, for the places of what it declares. */
  readonly source: Source;
  readonly contract: Contract | null;
  /** What the contract, being a draft, leaves open. */
  readonly open?: readonly Open[];
}

/** Everything that is found, in the order of the clauses. */
export function fidelity({ document, rulebook, source, contract, open = [] }: FidelityInput): readonly TextFinding[] {
  const agreement = agreementOf(document, rulebook.declared.clauses);
  if (isOther(agreement, rulebook)) return [otherAgreement(agreement, rulebook), ...layoutFindings(agreement)];
  const expected = expectedOf(rulebook, source, contract, readTerms(agreement, rulebook));
  const apart = contract === null ? wordsApart(readEach(agreement, rulebook)) : [];
  const own = ownUnitsOf(rulebook);
  const figuresOf = new Map<string, readonly Figure[]>(
    [...agreement.clauses].map(([number, clause]) => [number, figuresOfClause(clause, own)]),
  );
  const above = agreement.leads.map((lead) => ({ lead, figures: findFigures(lead.passage.text, own) }));
  const behind = behindIn(agreement, own);
  const carriers = carriersOf(rulebook);
  const around: Around = {
    rulebook,
    source,
    expected,
    hasContract: contract !== null,
    shownIn: (one) => [...shownIn(one, agreement, figuresOf, carriers, expected), ...shownBehind(one, behind)],
  };
  const findings: TextFinding[] = [
    ...clauseFindings(agreement, rulebook, source),
    ...partyFindings(agreement, rulebook, contract),
    ...apart.map(apartFinding),
  ];
  const clauses = [...agreement.clauses.values()].flatMap((clause) => {
    const { number } = clause;
    const carried = carriers.get(number);
    if (carried === undefined) return [];
    const figures = figuresOf.get(number) ?? [];
    const mine = above.filter(({ lead }) => lead.clauses.includes(number));
    const words = checkWords(number, figures, clause.passage, (figure) => isExpected(figure, carried, expected));
    return [{ number, clause, carried, words, figures, binding: without(bind(clause, figures, mine, carried, expected), words.told) }];
  });
  // What a clause lacks another may have, where nobody says what it is.
  const lent = new Set(clauses.flatMap(({ binding }) => binding.open.map(({ term }) => term)));
  for (const { number, clause, carried, words, figures, binding: all } of clauses) {
    const binding = { ...all, unread: all.unread.filter(({ term, found }) => found !== null || !lent.has(term)) };
    const start = clause.passage.place(0);
    const rows = rowFindings(clause, carried, expected, agreement, own);
    // A row of a table that differs is told of once, and not by its figures again; so is an amount that its words contradict.
    const isTold = ({ code, place }: TextFinding): boolean =>
      code === 'text-figure-uncarried' &&
      (rows.some((row) => isSameLine(row.place, place)) ||
        apart.some(({ digits, words }) => [digits.spot, words.spot].some(({ passage, at }) => isSamePlace(passage.place(at), place))));
    findings.push(
      ...words.findings,
      ...figureFindings({ clause: number, text: clause.passage.text, figures, binding, carriers: carried, start }, around).filter(
        (one) => !isTold(one),
      ),
      ...rows,
      ...totalFindings(clause.passage, { zh: `条款 ${number} 的表`, en: `the table of clause ${number}` }, rows),
      ...subjectFindings(clause, carried, rulebook, contract),
      ...excuseFindings(clause, carried, agreement),
      ...vagueFindings(clause, carried, rulebook),
      ...bareFindings(clause.passage, { zh: `条款 ${number} `, en: `clause ${number}` }, own, carried.home.some(isList)),
    );
  }
  for (const { lead, figures } of above) findings.push(...leadFindings(lead, figures, carriers, around));
  for (const { called, passage } of behind)
    findings.push(...totalFindings(passage, { zh: `${called}的表`, en: 'an annexed table' }, findings));
  for (const { called, passage, isAnnex } of behind)
    if (isAnnex) findings.push(...bareFindings(passage, { zh: called, en: 'an annex' }, own, hasRowOf(passage, expected)));
  findings.push(...annexFindings(behind, rulebook, expected, findings));
  const signed = open.some(({ key }) => key === 'signedOn') ? [] : signedFindings(agreement, contract);
  return [...findings, ...signed, ...openFindings(open), ...layoutFindings(agreement)];
}

const isList = ({ type }: Term): boolean => type.kind === 'list';

/** Whether a table in it is that of a list of the contract, whose rows are held against it. */
function hasRowOf({ rows }: Passage, expected: ReadonlyMap<string, Expected>): boolean {
  const names = new Set([...expected.values()].flatMap(({ value }) => (value.type === 'list' ? value.rows.map(nameOfRow) : [])));
  return rows.some(({ cells }) => cells.some((cell) => names.has(cell)));
}

const isSameLine = (one: Place, other: Place): boolean => one.file === other.file && one.line === other.line && one.cell === other.cell;
const isSamePlace = (one: Place, other: Place): boolean => isSameLine(one, other) && one.column === other.column;

/** With a contract each of the two is held against it. */
function apartFinding({ digits, words }: WordsApart): TextFinding {
  const placeOf = ({ passage, at }: Spot): Place => passage.place(at);
  const [one, other] = [quote(digits.spot.written), quote(words.spot.written)];
  return said(
    'text-words-differ',
    'error',
    placeOf(words.spot),
    `条款 ${digits.spot.clause} 的数字“${one}”与条款 ${words.spot.clause} 的大写“${other}”不一致`,
    `the figures “${one}” of clause ${digits.spot.clause} and the words “${other}” of clause ${words.spot.clause} differ`,
    {
      related: [placeOf(digits.spot)],
      repair: { zh: '两处一致；以哪一处为准由双方确认', en: 'the same in both; the parties must say which holds' },
    },
  );
}

/** What a draft leaves open was held against nothing. */
const openFindings = (open: readonly Open[]): readonly TextFinding[] =>
  open.map(({ key, says, place }) =>
    said(
      'text-term-missing',
      'note',
      place,
      `合同文件没有填写“${says.zh}”（${key}）：这一项没有与文本核对`,
      `the contract leaves ${key} (${says.en}) open: it was not compared with the text`,
    ),
  );

/** A figure above several clauses is carried by any of them. */
function leadFindings(
  lead: Lead,
  figures: readonly Figure[],
  carriers: ReadonlyMap<string, Carriers>,
  around: Around,
): readonly TextFinding[] {
  const below = lead.clauses.flatMap((number) => carriers.get(number) ?? []);
  const [first] = lead.clauses;
  if (first === undefined || figures.length === 0) return [];
  const all: Carriers = {
    home: [],
    reached: below.flatMap((one) => [...one.home, ...one.reached]),
    literals: new Set(below.flatMap((one) => [...one.literals])),
    rules: below.flatMap((one) => one.rules),
    exemptions: [],
    readings: [],
    questions: [],
    shares: [],
    comparisons: [],
    pasts: [],
    informative: below.every((one) => one.informative !== null) ? (below[0]?.informative ?? null) : null,
  };
  const binding = bind(lead, figures, [], all, around.expected);
  return figureFindings(
    {
      clause: `${first}${lead.clauses.length > 1 ? ' 等' : ''}`,
      text: lead.passage.text,
      figures,
      binding,
      carriers: all,
      start: lead.passage.place(0),
    },
    around,
  );
}

const isExpected = (figure: Figure, { home, reached }: Carriers, expected: ReadonlyMap<string, Expected>): boolean =>
  [...home, ...reached].some((term) => {
    const one = expected.get(term.name);
    return one !== undefined && one.from !== 'text' && fitOf(figure, term) === 'yes' && isValue(figure, term.type, one.value);
  });

/** What was said of an amount in words is not said again. */
function without(binding: Binding, told: ReadonlySet<Figure>): Binding {
  if (told.size === 0) return binding;
  const isNew = ({ figure }: { readonly figure: Figure }): boolean => !told.has(figure);
  return {
    ...binding,
    loose: binding.loose.filter(isNew),
    miscounted: binding.miscounted.filter(({ found }) => isNew(found)),
    mismatches: binding.mismatches.filter(({ found }) => isNew(found)),
    open: binding.open.filter(({ could }) => could.every(isNew)),
    unshown: binding.unshown.filter(({ value }) => value.type !== 'choice'),
  };
}

/** Other clauses that show a term; a figure that is one of their own terms shows no other. */
function shownIn(
  { term, value }: Expected,
  agreement: Agreement,
  figuresOf: ReadonlyMap<string, readonly Figure[]>,
  carriers: ReadonlyMap<string, Carriers>,
  expected: ReadonlyMap<string, Expected>,
): readonly { readonly clause: string; readonly place: Place }[] {
  const isOf = (figure: Figure, one: Pick<Expected, 'term' | 'value'>): boolean =>
    fitOf(figure, one.term) === 'yes' && isValue(figure, one.term.type, one.value);
  return [...agreement.clauses].flatMap(([clause, { passage }]) => {
    const own = (carriers.get(clause)?.home ?? []).flatMap((one) => (one === term ? [] : (expected.get(one.name) ?? [])));
    const found = (figuresOf.get(clause) ?? []).find((figure) => isOf(figure, { term, value }) && !own.some((one) => isOf(figure, one)));
    return found === undefined ? [] : [{ clause, place: passage.place(found.at) }];
  });
}

/** An annex in which a term is shown. */
const shownBehind = ({ term, value }: Expected, parts: readonly Behind[]): ReturnType<Around['shownIn']> =>
  parts.flatMap(({ called, passage, figures }) => {
    const found = figures.find((figure) => fitOf(figure, term) === 'yes' && isValue(figure, term.type, value));
    return found === undefined ? [] : [{ clause: called, place: passage.place(found.at) }];
  });
