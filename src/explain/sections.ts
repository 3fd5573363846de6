/** The parts of which an explanation is put together. */
import type { LinkedFact } from '../facts/fact.js';
import type { Language, Text } from '../input/problem.js';
import type { Exemption, LinkedRule } from '../rulebook/rule.js';
import { eventEntry, termEntry } from './declared.js';
import { exemptionEntry } from './exemption.js';
import { inBoth, line, pick, type Line, type Section } from './explanation.js';
import { factEntry } from './fact.js';
import { Reach } from './reach.js';
import { readingEntry } from './reading.js';
import { KIND_OF_RULE, ruleEntry } from './rule.js';
import { list, type Words } from './words.js';

type SectionId = Section['id'];

const TITLES: Readonly<Record<SectionId, Text>> = {
  parties: { zh: '当事人', en: 'Parties' },
  clauses: { zh: '条款目录', en: 'Clauses' },
  rules: { zh: '规则', en: 'Rules' },
  exemptions: { zh: '免责事由', en: 'Exemptions' },
  facts: { zh: '事实及其算法', en: 'Facts and how they are worked out' },
  readings: { zh: '读法：文本没有写明之处', en: 'Readings: what the text leaves open' },
  terms: { zh: '条款参数', en: 'Terms' },
  events: { zh: '事件记录', en: 'Events' },
  guide: { zh: '怎样读本说明', en: 'How to read this' },
};

const section = (id: SectionId, lines: readonly Line[], entries: Section['entries'] = []): readonly Section[] =>
  lines.length === 0 && entries.length === 0 ? [] : [{ id, title: TITLES[id], lines, entries }];

export const rulesSection = (words: Words, rules: readonly LinkedRule[]): readonly Section[] =>
  section(
    'rules',
    [],
    rules.map((rule) => ruleEntry(words, rule, new Reach(words).rule(rule))),
  );

export const exemptionsSection = (words: Words, exemptions: readonly Exemption[]): readonly Section[] =>
  section(
    'exemptions',
    [],
    exemptions.map((one) => exemptionEntry(words, one)),
  );

export const factsSection = (words: Words, facts: readonly LinkedFact[]): readonly Section[] =>
  section(
    'facts',
    [],
    facts.map((fact) => factEntry(words, fact)),
  );

export const readingsSection = (words: Words, names: readonly string[]): readonly Section[] =>
  section(
    'readings',
    [],
    names.flatMap((name) => words.rulebook.declared.readings.get(name) ?? []).map((one) => readingEntry(words, one)),
  );

export const termsSection = (words: Words, names: readonly string[]): readonly Section[] =>
  section(
    'terms',
    [],
    names.flatMap((name) => words.rulebook.declared.terms.get(name) ?? []).map((one) => termEntry(words, one)),
  );

export const eventsSection = (words: Words, names: readonly string[]): readonly Section[] =>
  section(
    'events',
    [],
    names.flatMap((name) => words.rulebook.declared.events.get(name) ?? []).map((one) => eventEntry(words, one)),
  );

export const partiesSection = (words: Words): readonly Section[] =>
  section(
    'parties',
    [...words.rulebook.declared.parties.keys()].map((id) =>
      line(inBoth((lang) => words.party(id, lang) + pick(lang, `（${id}）`, ` (${id})`))),
    ),
  );

/** Every clause number of the text: the rules that carry it, or why it has none. */
export function clausesSection({ rulebook }: Words): readonly Section[] {
  const all = [...rulebook.rules, ...rulebook.exemptions];
  const lines = rulebook.clauses.map(({ clause }) => {
    const mine = all.filter((one) => one.clause === clause || one.also.includes(clause));
    const why = rulebook.declared.informative.get(clause);
    const named = (lang: Language): string =>
      list(
        lang,
        mine.map(
          (one) =>
            `${lang === 'zh' ? one.title.zh : `“${one.title.en}”`}${pick(lang, '（', ' (')}${KIND_OF_RULE['kind' in one ? one.kind : 'exemption'][lang]}${pick(lang, '，', ', ')}${one.id}${pick(lang, '）', ')')}`,
        ),
      );
    const none: Text =
      why === undefined
        ? { zh: '没有规则', en: 'no rule' }
        : { zh: `没有规则，仅作说明：${why.zh}`, en: `no rule, informative only: “${why.en}”` };
    const also: Text = why === undefined ? { zh: '', en: '' } : { zh: `；另：${why.zh}`, en: `; besides: “${why.en}”` };
    return line(inBoth((lang) => `${clause}${pick(lang, '：', ': ')}${mine.length === 0 ? none[lang] : named(lang) + also[lang]}`));
  });
  return section('clauses', lines);
}

export const guideSection = (): readonly Section[] =>
  section('guide', [
    line({
      zh: '引号内的名称各有所指：事实各有算法，条款参数各有类型，都只列一次；参数的数值以合同为准，其余是事件记录和其中所记的各项。',
      en: 'Names in quotation marks mean something each: facts are listed once with their working, terms once with their type, and what a term amounts to is in the contract; the others are events on record and what they record.',
    }),
    line({
      zh: '“早于”“不晚于”：后者尚未发生而前者已经发生的，也算；尚未到来的日子不算已经发生。',
      en: 'Something that has happened is before, and on or before, what has not yet come; a day still ahead has not happened.',
    }),
    line({
      zh: '记录有空缺、原因不明或者有待认定，以致不能确定的，不作认定：既不当作履行，也不当作违反。',
      en: 'Where records, causes or determinations are lacking nothing is determined: it is taken neither for performance nor for a breach.',
    }),
    line({
      zh: '金额在最后一次性四舍五入到分；差额、余额低于零的按零计。',
      en: 'Money is rounded to the cent once, at the end, half up; differences below zero are zero.',
    }),
  ]);
