/** The party of whom a clause says that it must or may, held against the party of whom its rules say so. */
import type { Clause } from '../agreement/clauses.js';
import type { Contract } from '../contract/contract.js';
import { quote } from '../input/quote.js';
import type { LinkedRule } from '../rulebook/rule.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { pairsOf } from './affinity.js';
import type { Carriers } from './carriers.js';
import { titled } from './parties.js';
import { said, type TextFinding } from './said.js';
import { subjectsIn, type Subject } from './subjects.js';

/** A question, and only where no sentence of the clause names the party that the rules name, or where one rule has the words of the sentence. */
export function subjectFindings(
  { number, passage }: Clause,
  { rules }: Carriers,
  { declared }: Rulebook,
  contract: Contract | null,
): readonly TextFinding[] {
  const titles = [...declared.parties].map(([party, { zh }]) => ({
    party,
    called: titled([zh, contract?.parties.get(party)?.title ?? zh]),
  }));
  if (titles.length !== 2) return [];
  const names = new RegExp(`${titles.map(({ called }) => called.source).join('|')}|[\\d.%‰（）()]`, 'gu');
  const subjects = subjectsIn(passage.text, titles);
  return subjects.flatMap((subject): readonly TextFinding[] => {
    const alike = subjects.filter((one) => one.class === subject.class);
    const isBoth = titles.every(({ party }) => alike.some((one) => one.party === party));
    const closest = isBoth ? closestTo(subject, alike, rules, names) : undefined;
    const meant = isBoth ? rules.filter((rule) => rule === closest) : rules.filter((rule) => isAbout(rule, subject, names));
    const parties = new Set(meant.flatMap((rule) => partiesOf(rule, subject)));
    const [party] = parties;
    const rule = meant.find((one) => partiesOf(one, subject).length > 0);
    if (party === undefined || rule === undefined || parties.size > 1 || party === subject.party) return [];
    if (!declared.parties.has(party) || (!isBoth && alike[0] !== subject)) return [];
    const [own, other] = [declared.parties.get(subject.party), declared.parties.get(party)];
    const isMay = subject.class === 'may';
    return [
      said(
        'text-party',
        'warning',
        passage.place(subject.at),
        `条款 ${number} 写${isMay ? '有权' : '要做'}“${quote(subject.words)}”的是“${own?.zh ?? ''}”，规则 ${rule.id} 写的是“${other?.zh ?? ''}”：两方是不是写反了，请人核对`,
        `in clause ${number} it is “${own?.zh ?? ''}” who ${isMay ? 'may' : 'must'} (“${quote(subject.words)}”), in the rule ${rule.id} it is ${party}: a person must see whether the parties are the wrong way round`,
        {
          repair: {
            zh: '核对原文；原文没有错的，改规则的 bearer、holder 或者 amounts',
            en: 'the same in both: check the text, then `bearer`, `holder` or `amounts` of the rule',
          },
          related: [rule.place],
        },
      ),
    ];
  });
}

/** Whether what is said to be done is in the words of the rule; who is named there tells nothing. */
function isAbout({ title, act, text }: LinkedRule, { words }: Subject<string>, names: RegExp): boolean {
  const own = `${title.zh}${act?.zh ?? ''}${text?.zh ?? ''}`;
  return pairsOf(words.replaceAll(names, '')).some((pair) => own.includes(pair));
}

/** Of a sentence that has enough words to be known by them. */
const FEWEST = 4;

/** The one rule that has most of what is said to be done, and clearly more of it than any other, and of no other sentence as much. */
function closestTo(
  subject: Subject<string>,
  alike: readonly Subject<string>[],
  rules: readonly LinkedRule[],
  names: RegExp,
): LinkedRule | undefined {
  const pairs = ({ words }: Subject<string>): readonly string[] => pairsOf(words.replaceAll(names, ''));
  const shared = ({ title, act, text }: LinkedRule, one: Subject<string>): number => {
    const own = `${title.zh}${act?.zh ?? ''}${text?.zh ?? ''}`.replaceAll(names, '');
    return pairs(one).filter((pair) => own.includes(pair)).length;
  };
  const [best, second] = rules.map((rule) => ({ rule, score: shared(rule, subject) })).toSorted((a, b) => b.score - a.score);
  if (best === undefined || best.score < FEWEST || best.score * 2 <= pairs(subject).length) return undefined;
  if (second !== undefined && second.score * 2 > best.score) return undefined;
  return alike.some((one) => one !== subject && shared(best.rule, one) * 2 > best.score) ? undefined : best.rule;
}

/** Who must, or may, by a rule; what somebody has a right to the other owes, where it is paid. */
function partiesOf({ kind, bearer, holder, amounts }: LinkedRule, { class: side, words }: Subject<string>): readonly string[] {
  if (kind === 'duty' || kind === 'prohibition') return side === 'must' && bearer !== null ? [bearer] : [];
  if (side === 'may') return kind !== 'right' || holder === null ? [] : [holder];
  const isPaying = /[支交给偿缴]付|赔偿|付清/u.test(words) && !/[不无]/u.test(words);
  return isPaying ? amounts.filter(({ effect }) => effect === 'owed').map(({ from }) => from) : [];
}
