/** Which party of the rulebook each party of an agreement is, what it is named and how the text calls it. For drafts. */
import type { Agreement } from '../agreement/clauses.js';
import type { Passage } from '../agreement/passage.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { partiesIn, titled } from './parties.js';
import { subjectsIn } from './subjects.js';

/** A name or a title, and where it is written. */
export interface Said {
  readonly words: string;
  readonly passage: Passage;
  readonly at: number;
}

export interface PartyRead {
  /** One name; several, where the text names two; none, where it names nobody. */
  readonly names: readonly Said[];
  /** As the clauses call it; null: the rulebook's own word. */
  readonly title: Said | null;
  /** The text says who it is by a title that the rulebook has; else it was told by what it must do. */
  readonly isCalledSo: boolean;
  /** What it must do by the text another party must do by the rulebook. */
  readonly isTurnedRound: boolean;
}

/** Somebody whom the head or the signatures name, with every title given. */
interface Somebody {
  readonly name: Said;
  readonly titles: Said[];
}

export function draftParties(agreement: Agreement, rulebook: Rulebook): ReadonlyMap<string, PartyRead> {
  const { parties } = rulebook.declared;
  const { outline } = agreement;
  const words = [...parties.values()].map(({ zh }) => zh);
  const atHead = somebodiesIn(outline.head);
  const named = atHead.length >= parties.size ? atHead : somebodiesIn([...outline.head, ...outline.tail]);
  const votes = votesFor(named, agreement, rulebook);
  const direct = new Map([...parties].map(([key, { zh }]) => [key, partiesIn([...outline.head, ...outline.tail], [zh], words)]));
  const called = new Map(
    [...parties].map(([key, { zh }]) => [key, named.find(({ titles }) => titles.some((one) => fullOf(zh).test(one.words)))]),
  );
  const [one = '', other = ''] = parties.keys();
  const vote = (somebody: Somebody, key: string): number => votes[named.indexOf(somebody)]?.get(key) ?? 0;
  const tally = (first: Somebody, second: Somebody): Tally => ({
    straight: vote(first, one) + vote(second, other),
    crossed: vote(first, other) + vote(second, one),
  });
  const told = toldApart([...parties.keys()], named, called, tally);
  const [first, second] = [called.get(one), called.get(other)];
  const both = first && second && parties.size === 2 ? tally(first, second) : { straight: 0, crossed: 0 };
  return new Map(
    [...parties].map(([key, { zh }]): readonly [string, PartyRead] => {
      const own = direct.get(key) ?? [];
      const somebody = called.get(key) ?? told.get(key);
      const names =
        own.length > 0 ? own.map(({ name, passage, at }) => ({ words: name, passage, at })) : somebody === undefined ? [] : [somebody.name];
      const title = somebody === undefined ? null : usualOf(somebody.titles, agreement, zh);
      return [key, { names: once(names), title, isCalledSo: own.length > 0, isTurnedRound: isClear(both.crossed, both.straight) }];
    }),
  );
}

const once = (all: readonly Said[]): readonly Said[] =>
  all.filter((one, index) => all.findIndex(({ words }) => words === one.words) === index);

const fullOf = (title: string): RegExp => new RegExp(`^${titled([title]).source}$`, 'u');

const TITLE = '[\\p{Script=Han}]{1,6}[方人]';
const NAME = '[^，。；：:、,;()（）“”"\\s]{2,40}';
/** Whoever acts for a party is none, and 双方 is nobody. */
const NO_PARTY = /(?:代表|代理|联系|负责|经办|签约|收件|收货|见证)人$|^(?:双|对|各|一|另一?|任一|任何一|三|第三)[方人]$/u;
const NO_NAME = /^[_*＿—-]+$|^(?:签字|盖章|签章|公章|章$)/u;

/** 需方：…, 出租方（甲方）：…, …（以下简称“甲方”）; each by its name. */
function somebodiesIn(passages: readonly Passage[]): readonly Somebody[] {
  const found = new Map<string, Somebody>();
  const put = (name: Said, titles: readonly Said[]): void => {
    const fitting = titles.filter(({ words }) => new RegExp(`^${TITLE}$`, 'u').test(words) && !NO_PARTY.test(words));
    if (fitting.length === 0 || NO_NAME.test(name.words)) return;
    const before = found.get(name.words);
    if (before === undefined) found.set(name.words, { name, titles: [...fitting] });
    else before.titles.push(...fitting);
  };
  const heading = new RegExp(`(?:^|[\\n\\t，。；])(${TITLE})(?:\\(([^()]{1,12})\\))?[:：](${NAME})`, 'gu');
  const behind = new RegExp(`(${NAME})\\((?:以下|下称)?(?:简称|称)?为?[“"「『]?(${TITLE})[”"」』]?\\)`, 'gu');
  for (const passage of passages) {
    const { text } = passage;
    const said = (words: string, from: number): Said => ({ words, passage, at: text.indexOf(words, from) });
    for (const { index, 1: title = '', 2: other = '', 3: name = '' } of text.matchAll(heading))
      put(said(name, index + title.length + 1), [said(title, index), ...(other === '' ? [] : [said(other, index + title.length)])]);
    for (const { index, 1: name = '', 2: title = '' } of text.matchAll(behind)) put(said(name, index), [said(title, index + name.length)]);
  }
  return [...found.values()];
}

/** How often, by somebody's place, the one who must do what a clause says is each party of the rulebook. */
function votesFor(named: readonly Somebody[], agreement: Agreement, { rules }: Rulebook): readonly ReadonlyMap<string, number>[] {
  const votes = named.map(() => new Map<string, number>());
  const titles = named.map(({ titles: own }, party) => ({ party, called: titled(own.map(({ words }) => words)) }));
  for (const { number, passage } of agreement.clauses.values()) {
    const bearers = new Set(
      rules.flatMap(({ clause, kind, bearer }) => (clause === number && kind === 'duty' && bearer !== null ? [bearer] : [])),
    );
    const subjects = new Set(subjectsIn(passage.text, titles).flatMap((one) => (one.class === 'must' ? [one.party] : [])));
    const [[bearer], [subject]] = [[...bearers], [...subjects]];
    if (bearer === undefined || subject === undefined || bearers.size > 1 || subjects.size > 1) continue;
    votes[subject]?.set(bearer, (votes[subject].get(bearer) ?? 0) + 1);
  }
  return votes;
}

/** So many clauses tell who is who, and so much oftener than others say otherwise. */
const FEWEST_VOTES = 3;
const CLEARLY = 3;

/** Of two keys and two somebodies: how many clauses speak for each pairing. */
interface Tally {
  readonly straight: number;
  readonly crossed: number;
}

const isClear = (most: number, least: number): boolean => most >= FEWEST_VOTES && most >= CLEARLY * least;

/** Two parties whom the text calls otherwise than the rulebook: told by what each must do, or one of them by the other. */
function toldApart(
  keys: readonly string[],
  named: readonly Somebody[],
  called: ReadonlyMap<string, Somebody | undefined>,
  tally: (first: Somebody, second: Somebody) => Tally,
): ReadonlyMap<string, Somebody> {
  const open = keys.filter((key) => called.get(key) === undefined);
  const rest = named.filter((one) => ![...called.values()].includes(one));
  const [one, other] = open;
  const [first, second] = rest;
  if (one === undefined || first === undefined || open.length !== rest.length || keys.length !== 2) return new Map();
  if (other === undefined || second === undefined) return new Map([[one, first]]);
  const { straight, crossed } = tally(first, second);
  if (!isClear(Math.max(straight, crossed), Math.min(straight, crossed))) return new Map();
  const [its, others] = straight > crossed ? [first, second] : [second, first];
  return new Map([
    [one, its],
    [other, others],
  ]);
}

/** The title that the clauses use; the rulebook's own word where they use that one. */
function usualOf(titles: readonly Said[], { clauses }: Agreement, own: string): Said | null {
  const text = [...clauses.values()].map(({ passage }) => passage.text).join('\n');
  const [usual] = once(titles)
    .map((title) => ({ title, count: text.split(title.words).length - 1 }))
    .toSorted((a, b) => b.count - a.count);
  return usual === undefined || (usual.title.words === own && usual.count === 0) ? null : usual.title;
}
