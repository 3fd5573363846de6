/** A new rulebook: a whole one, with one duty that works. */
import type { Text } from '../input/problem.js';
import type { ContractFile } from '../schema-types/contract.js';
import type { Trial } from './example.js';
import { withRule } from './rule.js';
import { said, scalar } from './scalar.js';
import { comment, schemaLine, type Style, type Texts } from './texts.js';

export interface NewRulebook {
  readonly id: string;
  readonly title: string;
  /** Keys with their titles. */
  readonly parties: readonly (readonly [key: string, title: string])[];
  readonly clauses: readonly string[];
}

/** The first rule of a new rulebook, to be made into one of the contract's own. */
const FIRST_RULE = 'main-duty';
const TERM = 'performWithin';
const SIGNED = '2024-01-08';

const WORDS: Readonly<Record<'top' | 'terms' | 'events' | 'clauses' | 'facts' | 'base' | 'title' | 'term', Text>> = {
  top: {
    zh: '规则库的声明。规则在 clauses/，事实在 facts.yaml，用例在 cases/；语言见 heyue 的 rules/README.zh.md。\n改过之后：heyue lint <文件夹>，heyue test <文件夹>。',
    en: 'What the rulebook declares. Rules are in clauses/, facts in facts.yaml, cases in cases/; the language is in rules/README.md of heyue.\nAfter a change: heyue lint <folder>, heyue test <folder>.',
  },
  terms: { zh: '合同填写的数字、日期和选项', en: 'figures, dates and choices that the contract fills in' },
  events: { zh: '会记录哪些事', en: 'what is recorded' },
  clauses: {
    zh: '合同文本的每一个条款号，按次序；不需要规则的写进 informative，并说明理由',
    en: 'every clause number of the text, in its order; one that needs no rule goes under `informative`, with the reason',
  },
  facts: { zh: '每个事实只走一步，各有名称；次序不影响结果。', en: 'One step a fact, each with a name; the order does not matter.' },
  base: {
    zh: '用例所依据的合同：每个用例只写它改动的内容。',
    en: 'The contract of which each case says only what it changes.',
  },
  title: { zh: '主要义务', en: 'main duty' },
  term: { zh: '履行期限', en: 'time for performance' },
};

/** Names that are nobody's. */
const PARTY_NAMES = ['某科技公司', '某通信公司'];

/**
 * Its files.
 * @throws InputError where what was given makes no rulebook
 */
export async function newRulebook(asked: NewRulebook, trial: Trial, style: Style): Promise<Texts> {
  const { id, title, parties, clauses } = asked;
  const [clause = ''] = clauses;
  const base: ContractFile = {
    id: 'HT-2024-001',
    title,
    rulebook: id,
    signedOn: SIGNED,
    parties: Object.fromEntries(
      parties.map(([key, called], index) => [key, { name: PARTY_NAMES[index] ?? `某公司${index + 1}`, title: called }]),
    ),
    terms: { [TERM]: 15 },
  };
  const texts = new Map([
    ['rulebook.yaml', declarations(asked, style)],
    ['facts.yaml', `${schemaLine(style, 'facts', 'facts.yaml')}${comment(WORDS.facts, style)}{}\n`],
    ['cases/base.yaml', contractText(base, style)],
  ]);
  const rule = { id: FIRST_RULE, clause, kind: 'duty', title: WORDS.title[style.lang], party: parties[0]?.[0] ?? '', event: null } as const;
  return withRule(texts, rule, base, trial, style);
}

const declarations = ({ id, title, parties, clauses }: NewRulebook, style: Style): string =>
  [
    schemaLine(style, 'rulebook', 'rulebook.yaml'),
    comment(WORDS.top, style),
    `rulebook: ${id}\nversion: 0.1.0\ntitle: ${scalar(title)}\n\n`,
    `parties:\n${parties.map(([key, called]) => `  ${key}: { says: ${scalar(called)} }\n`).join('')}\n`,
    comment(WORDS.terms, style),
    `terms:\n  ${TERM}: { says: ${said(WORDS.term, style)}, type: days, clause: ${scalar(clauses[0] ?? '')} }\n\n`,
    comment(WORDS.events, style),
    'events: {}\n\n',
    comment(WORDS.clauses, style),
    `clauses: [${clauses.map(scalar).join(', ')}]\n`,
  ].join('');

const contractText = ({ id, title, rulebook, signedOn, parties, terms }: ContractFile, style: Style): string =>
  [
    schemaLine(style, 'contract', 'cases/base.yaml'),
    comment(WORDS.base, style),
    `id: ${id}\ntitle: ${scalar(title ?? '')}\nrulebook: ${rulebook}\nsignedOn: ${signedOn}\n`,
    'parties:\n',
    ...Object.entries(parties).map(([key, party]) => `  ${key}: { name: ${scalar(party.name)}, title: ${scalar(party.title ?? '')} }\n`),
    'terms:\n',
    ...Object.entries(terms).map(([name, value]) => `  ${name}: ${String(value)}\n`),
  ].join('');
