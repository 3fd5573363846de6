/** The terms of a rulebook as the clauses of an agreement state them: each with its place and how sure it is; what clashes is not read. */
import { behindSignatures, type Agreement } from '../agreement/clauses.js';
import type { Passage } from '../agreement/passage.js';
import type { Term } from '../rulebook/declarations.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { unitsIn } from '../values/type.js';
import { readValue } from '../values/read.js';
import type { Value } from '../values/value.js';
import { affinityOf } from './affinity.js';
import { alternativesIn } from './alternatives.js';
import { atItsEdge } from './edge.js';
import { elsewhere } from './elsewhere.js';
import type { Figure } from './figure.js';
import { ofItsKind } from './discount.js';
import type { OwnUnits } from './finder.js';
import { asWritten, fitOf, inUnitOf, isMultipleSaid, isTimeSaid } from './fit.js';
import type { ReadTable } from './list-rows.js';
import { chapterOf, chaptersAstray } from './matter.js';
import { isAnothers, isNamed } from './named.js';
import { endApart } from './end-apart.js';
import { saidTwice } from './said-twice.js';
import { figuresOfClause } from './signed.js';
import { readBands } from './bands.js';
import { readTable } from './table.js';
import { wordsApart } from './words-apart.js';

/** A figure, and where it stands. */
export interface Spot {
  readonly clause: string;
  readonly passage: Passage;
  readonly at: number;
  /** As the text has it. */
  readonly written: string;
}

export type TermReading =
  | {
      readonly term: Term;
      /** As the contract file writes it: one line, or the rows of a list. */
      readonly yaml: string;
      readonly value: Value;
      readonly spot: Spot;
      /** It is the only figure of its kind in the clause, and no other term could be meant. */
      readonly isSure: boolean;
    }
  /** Several figures, each of which it could be; none, where nothing of its kind is there. `apart`: they contradict one another. */
  | { readonly term: Term; readonly candidates: readonly Spot[]; readonly isApart?: true };

export const ownUnitsOf = ({ declared }: Rulebook): OwnUnits => new Map([...declared.units].map(([name, says]) => [name, says.zh]));

/** What the agreement says of each term that the contract would have to write; an amount and its words that differ clash. */
export function readTerms(agreement: Agreement, rulebook: Rulebook): ReadonlyMap<string, TermReading> {
  const readings = readEach(agreement, rulebook);
  const apart = wordsApart(readings).flatMap(({ digits, words }) =>
    [digits.term, words.term].map((term) => [term.name, { term, candidates: [digits.spot, words.spot] }] as const),
  );
  return new Map<string, TermReading>([...readings, ...elsewhere(agreement, rulebook, ownUnitsOf(rulebook), readings), ...apart]);
}

/** Each term by its own clause. */
export function readEach(agreement: Agreement, rulebook: Rulebook): ReadonlyMap<string, TermReading> {
  const { terms, units, clauses } = rulebook.declared;
  const own = ownUnitsOf(rulebook);
  const result = new Map<string, TermReading>();
  const annexes = behindSignatures(agreement);
  const astray = chaptersAstray(agreement, rulebook);
  for (const number of clauses) {
    if (astray.has(chapterOf(number) ?? 0)) continue;
    const home = [...terms.values()].filter((term) => term.clause === number && !term.statute);
    const clause = agreement.clauses.get(number);
    if (home.length === 0 || clause === undefined) continue;
    const spotOf = (figure: Figure): Spot => ({ clause: number, passage: clause.passage, at: figure.at, written: figure.written });
    const { text } = clause.passage;
    const lists = new Map(home.map((term) => [term, listIn([clause.passage, annexes], term, own)]));
    const inLists = [...lists.values()].flatMap((one) => (one?.passage === clause.passage ? [one.table] : []));
    // What a list says is not said of another term.
    const figures = figuresOfClause(clause, own).filter((figure) => !inLists.some(({ at, end }) => figure.at >= at && figure.at < end));
    const all = new Map(home.map((term) => [term, candidatesFor(term, ofItsKind(term, home, figures), text)]));
    const open = new Map([...all].map(([term, candidates]) => [term, atItsEdge(term, candidates, text)]));
    const clashes = [...clashesIn(text, figures), ...alternativesIn(text, figures)];
    const closeness = (figure: Figure, term: Term): number => affinityOf(text, figure, term.says.zh, figures);
    const taken = new Set<Figure>();
    const contradicted = new Set<Term>();
    for (const [term, { figure, isSure }] of chosenFrom(open, text, figures, [...terms.values()])) {
      const others = figures.filter((one) => isAstray(one, term) && ![...open].some(([other, its]) => other !== term && its.includes(one)));
      // A rate for another time, or a length in another unit, may be meant where this one has not just the unit.
      const isCloser = (one: Figure): boolean => fitOf(one, term) === 'other-time' || closeness(one, term) > closeness(figure, term);
      if (fitOf(figure, term) !== 'yes' && others.some(isCloser)) continue;
      const clash = clashes.find((both) => both.includes(figure));
      if (clash !== undefined) {
        open.set(term, clash);
        continue;
      }
      const apart = endApart(text, figure, figures, term);
      if (apart !== null) {
        open.set(term, [figure, apart]);
        contradicted.add(term);
        continue;
      }
      const yaml = asWritten(figure, term.type);
      const read = readValue(term.type, yaml.replace(/^"(.*)"$/u, '$1'), units);
      if ('value' in read) {
        taken.add(figure);
        result.set(term.name, {
          term,
          yaml,
          value: read.value,
          spot: spotOf(figure),
          isSure:
            isSure &&
            all.get(term)?.length === open.get(term)?.length &&
            isTimeSaid(figure, term) &&
            others.every((one) => closeness(one, term) <= closeness(figure, term)),
        });
      }
    }
    for (const [term, candidates] of open) {
      if (result.has(term.name)) continue;
      const { table, passage = clause.passage } = lists.get(term) ?? {};
      const read = table === undefined ? undefined : readValue(term.type, table.rows, units);
      if (table !== undefined && read !== undefined && 'value' in read)
        result.set(term.name, {
          term,
          yaml: table.yaml,
          value: read.value,
          spot: { clause: number, passage, at: table.at, written: table.heading },
          isSure: false,
        });
      else {
        const others = figures.filter(
          (one) => isAstray(one, term) && !taken.has(one) && (candidates.length === 0 || closeness(one, term) > 0),
        );
        const could = [...candidates, ...others].toSorted((a, b) => a.at - b.at);
        result.set(term.name, { term, candidates: could.map(spotOf), ...(contradicted.has(term) && { isApart: true }) });
      }
    }
  }
  return result;
}

/** The rows of a list, in the first of some passages that has them: a table, or bands in sentences. */
function listIn(
  passages: readonly Passage[],
  { type }: Term,
  own: OwnUnits,
): { readonly passage: Passage; readonly table: ReadTable } | undefined {
  if (type.kind !== 'list') return undefined;
  for (const passage of passages) {
    const table = readTable(passage, type, own) ?? readBands(passage, type, own);
    if (table !== undefined) return { passage, table };
  }
  return undefined;
}

/** Figures that may be meant, those of just its unit if there are any; of one amount that is said twice, the digits. */
function candidatesFor(term: Term, found: readonly Figure[], text: string): readonly Figure[] {
  const possible = found.filter((figure) => isMultipleSaid(figure, term, text) && isCountedSo(figure, term));
  const clear = possible.filter((figure) => !figure.isFaint);
  // 连续两次 may be meant where nothing clearer is there and the words around it say so; 一个 is no multiple.
  const faint = possible.filter(
    (figure) => figure.isFaint && fitOf(figure, term) === 'yes' && affinityOf(text, figure, term.says.zh, found) > 0,
  );
  const all =
    [clear, faint]
      .flatMap((some) => (['yes', 'loosely'] as const).map((fit) => some.filter((figure) => fitOf(figure, term) === fit)))
      .find((some) => some.length > 0) ?? [];
  const once = new Map<string, Figure>();
  for (const figure of all) {
    const key = term.type.kind === 'text' ? figure.written : inUnitOf(figure, term.type).toFixed();
    const before = once.get(key);
    if (before === undefined || (before.spelt !== null && figure.spelt === null)) once.set(key, figure);
  }
  return [...once.values()];
}

/** A number of months is not said in years; what is no number of days, in days only by the words around it. */
function isCountedSo({ family, written, unit }: Figure, { type, says }: Term): boolean {
  if (type.kind !== 'quantity') return true;
  const above = unitsIn(type.units).filter((name) => (type.units[name] ?? 0) > 0);
  if (above[0] === 'count' && family === 'months') return /月$/u.test(written);
  if (above[0] === 'count' && family === 'days') return /[天日]数/u.test(says.zh);
  return above.length > 0 || family !== 'count' || unit === '倍';
}

/** Whether a figure could be meant but for its unit, or for what time it is; a person may take it, the draft does not. */
const isAstray = (figure: Figure, term: Term): boolean => !figure.isFaint && ['other-unit', 'other-time'].includes(fitOf(figure, term));

/** What is said twice, and not the same: 人民币壹佰元整（￥110.00）. Neither is taken. */
const clashesIn = (text: string, figures: readonly Figure[]): readonly (readonly Figure[])[] =>
  saidTwice(text, figures)
    .filter(([one, other]) => !one.value.eq(other.value))
    .map((both) => both.toSorted((a, b) => a.at - b.at));

interface Chosen {
  readonly figure: Figure;
  readonly isSure: boolean;
}

/** One figure for each term as far as the text tells them apart. */
function chosenFrom(
  open: ReadonlyMap<Term, readonly Figure[]>,
  text: string,
  figures: readonly Figure[],
  all: readonly Term[],
): ReadonlyMap<Term, Chosen> {
  const chosen = new Map<Term, Chosen>();
  const isWanted = (figure: Figure, by: Term): boolean =>
    [...open].some(([term, candidates]) => term !== by && candidates.includes(figure));
  for (const [term, candidates] of open) {
    const [only] = candidates;
    if (candidates.length === 1 && only !== undefined && !isWanted(only, term)) chosen.set(term, { figure: only, isSure: !only.isOrdinal });
  }
  // Where several are possible, the words around them decide, if they do so clearly.
  const best = new Map<Term, Figure>();
  for (const [term, candidates] of open) {
    if (chosen.has(term)) continue;
    const rivals = [...open].flatMap(([other, its]) => (its.some((figure) => candidates.includes(figure)) ? [other.says.zh] : []));
    // Two figures for one term clash: neither is taken, whatever the words around them.
    if (rivals.length < 2) continue;
    const scored = candidates
      .map((figure) => ({ figure, score: affinityOf(text, figure, term.says.zh, figures, rivals) }))
      .toSorted((a, b) => b.score - a.score);
    const [first, second] = scored;
    if (first !== undefined && first.score > 0 && first.score > (second?.score ?? 0)) best.set(term, first.figure);
  }
  // What is all that another term could be is not taken from it by words.
  const isAllOfAnother = (figure: Figure, by: Term): boolean =>
    [...open].some(([term, its]) => term !== by && its.length === 1 && its[0] === figure);
  for (const [term, figure] of best)
    if ([...best].every(([other, its]) => other === term || its !== figure) && !isAllOfAnother(figure, term))
      chosen.set(term, { figure, isSure: false });
  const isFree = (figure: Figure): boolean => [...chosen.values()].every((one) => one.figure !== figure);
  const isForNoOther = (figure: Figure, by: Term): boolean =>
    [...open].every(([term, its]) => term === by || chosen.has(term) || !its.includes(figure));
  for (const [term, candidates] of open) {
    if (chosen.has(term)) continue;
    const own = candidates.filter((figure) => isNamed(text, figure, figures, term));
    const rest = candidates.filter((figure) => isFree(figure) && !isAnothers(text, figure, figures, term, all));
    // All others being taken, or called by another name, what is left is this one's.
    const [only, ...more] = own.length > 0 ? own.filter(isFree) : rest;
    if (only === undefined || more.length > 0 || (own.length === 0 && !isForNoOther(only, term))) continue;
    // 叁年（试用的为贰年）: which of the two it is, nobody but the parties can say.
    if (!rest.some((other) => other !== only && inOneSentence(text, only, other))) chosen.set(term, { figure: only, isSure: false });
  }
  return chosen;
}

function inOneSentence(text: string, a: Figure, b: Figure): boolean {
  const [from, to] = [Math.min(a.at, b.at), Math.max(a.at, b.at)];
  return !/[。；;\n]/u.test(text.slice(from, to));
}
