/** Two versions of a rulebook, and what comes of it, in words and for a program. */
import type { Language, Text } from '../input/problem.js';
import { neutralise } from '../input/quote.js';
import type { EntryDifference } from '../explain/difference.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { amountWord, statusWord } from '../rulebook/words.js';
import type { Effect, Shown } from './effects.js';

export interface RulebookDiff {
  readonly before: Rulebook;
  readonly after: Rulebook;
  readonly differences: readonly EntryDifference[];
  /** null: no contracts were given. */
  readonly effects: { readonly contracts: number; readonly changed: readonly Effect[] } | null;
}

const name = ({ declared }: Rulebook): { id: string; version: string } => ({ id: declared.id, version: declared.version });

export function diffJson({ before, after, differences, effects }: RulebookDiff): string {
  const changes = differences.map(({ section, entry, only, parts }) => ({ section, id: entry.id, title: entry.title, only, parts }));
  const all = { before: name(before), after: name(after), changes, ...(effects === null ? {} : { effects: effects.changed }) };
  return `${JSON.stringify(all, null, 2)}\n`;
}

const SECTIONS: Readonly<Partial<Record<EntryDifference['section'], Text>>> = {
  parties: { zh: '当事人', en: 'Parties' },
  rules: { zh: '规则', en: 'Rules' },
  exemptions: { zh: '免责事由', en: 'Exemptions' },
  facts: { zh: '事实', en: 'Facts' },
  readings: { zh: '读法', en: 'Readings' },
  terms: { zh: '合同条件', en: 'Terms' },
  events: { zh: '事件', en: 'Events' },
  clauses: { zh: '条款', en: 'Clauses' },
};

export function diffText({ before, after, differences, effects }: RulebookDiff, lang: Language): string {
  const t = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const head = [before, after].map((one) => `${one.declared.title[lang]}（${one.declared.id} ${one.declared.version}）`);
  const lines = [t(`由 ${head.join(' 到 ')}`, `From ${head.join(' to ')}`)];
  if (differences.length === 0) lines.push(t('规则说的都一样。', 'The rules say the same.'));
  for (const section of new Set(differences.map((one) => one.section))) {
    lines.push('', t('【', '') + (SECTIONS[section]?.[lang] ?? section) + t('】', ''));
    for (const one of differences) if (one.section === section) lines.push(...entryLines(one, lang, t));
  }
  if (effects !== null) lines.push('', ...effectLines(effects, after, lang, t));
  return `${lines.map(neutralise).join('\n')}\n`;
}

type Say = (zh: string, en: string) => string;

function entryLines({ entry, only, parts }: EntryDifference, lang: Language, t: Say): readonly string[] {
  const title = `${[...entry.clauses, entry.title[lang]].join(' ')}${t('（', ' (')}${entry.id}${t('）', ')')}`;
  if (only !== null) return [only === 'after' ? `+ ${title}${t('：新增', ': new')}` : `- ${title}${t('：不再有', ': gone')}`];
  return [
    `  ${title}`,
    ...parts.flatMap(({ label, gone, come }) => [
      `    ${label[lang]}`,
      ...gone.map((text) => `      - ${text[lang]}`),
      ...come.map((text) => `      + ${text[lang]}`),
    ]),
  ];
}

function effectLines(
  { contracts, changed }: NonNullable<RulebookDiff['effects']>,
  rulebook: Rulebook,
  lang: Language,
  t: Say,
): readonly string[] {
  const touched = new Set(changed.map(({ contract }) => contract)).size;
  const head = t(
    `对 ${contracts} 份合同：${touched} 份的结论有变化，共 ${changed.length} 项`,
    `Of ${contracts} contracts ${touched} come out otherwise, in ${changed.length} findings`,
  );
  const lines = changed.map(({ contract, rule, instance, before, after }) => {
    const found = rulebook.rules.find((one) => one.id === rule);
    const [was, is] = [before, after].map((shown) => say(shown, rulebook, found?.kind ?? null, lang));
    const what = `${contract}  ${found?.title[lang] ?? rule}（${rule}）${instance === null ? '' : ` [${instance}]`}`;
    return `  ${what}${t('：', ': ')}${was ?? ''} → ${is ?? ''}`;
  });
  return [head, ...lines];
}

const NONE: Text = { zh: '没有这一项', en: 'no such finding' };
const LABELS = {
  due: { zh: '最后一日', en: 'due' },
  performedOn: { zh: '履行日', en: 'performed on' },
  since: { zh: '自', en: 'since' },
  excusedBy: { zh: '免责事由', en: 'excused by' },
} as const;

function say(shown: Shown | null, rulebook: Rulebook, kind: Parameters<typeof statusWord>[0], lang: Language): string {
  if (shown === null) return NONE[lang];
  const party = (id: string): string => rulebook.declared.parties.get(id)?.[lang] ?? id;
  const list = (all: readonly string[]): string => (all.length === 0 ? '—' : all.join(lang === 'zh' ? '、' : ', '));
  const { status, excusedBy, amounts, bearer, holder, ...days } = shown;
  return [
    ...(status === undefined ? [] : [statusWord(kind, status)[lang]]),
    ...Object.entries(days).map(([field, day]) => `${LABELS[field as keyof typeof LABELS][lang]} ${day ?? '—'}`),
    ...[bearer, holder].flatMap((one) => (one === undefined || one === null ? [] : [party(one)])),
    ...(excusedBy === undefined ? [] : [`${LABELS.excusedBy[lang]} ${list(excusedBy)}`]),
    ...(amounts === undefined
      ? []
      : [list(amounts.map((one) => `${amountWord(one.kind)[lang]} ${party(one.from)}→${party(one.to)} ${one.amount ?? '?'}`))]),
  ].join(lang === 'zh' ? '，' : ', ');
}
