/** A new rule in a rulebook: its clause file, and the facts and event types that it needs. */
import { parseDay, type Day } from '../calendar/day.js';
import type { Text } from '../input/problem.js';
import type { ContractFile } from '../schema-types/contract.js';
import { linkRulebook } from '../rulebook/read-rulebook.js';
import type { RuleKind } from '../rulebook/rule.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { LENGTHS, onlyUnit } from '../values/type.js';
import { exampleOf, type Situation, type Trial } from './example.js';
import { addFacts, addUnder } from './insert.js';
import { draftOf, type Draft, type DraftSituation } from './kinds.js';
import { camel, clauseFile } from './names.js';
import { said, scalar } from './scalar.js';
import { sampleEvent } from './sample.js';
import { comment, schemaLine, writtenOf, type Style, type Texts } from './texts.js';

export interface NewRule {
  readonly id: string;
  readonly clause: string;
  readonly kind: RuleKind;
  readonly title: string;
  readonly party: string;
  /** null: its own event type, declared anew. */
  readonly event: string | null;
}

/** Names that every rulebook has. */
const BUILT_IN = ['today', 'signedOn', 'never'];

/**
 * The texts with the rule in them; its examples say what `trial` finds.
 * @param base the contract in `cases/base.yaml`
 * @throws InputError where the rulebook cannot be used
 */
export async function withRule(before: Texts, asked: NewRule, base: ContractFile, trial: Trial, style: Style): Promise<Texts> {
  const { declared, facts } = linkRulebook(writtenOf(before));
  const taken = new Set([...facts.keys(), ...declared.terms.keys(), ...BUILT_IN]);
  const parties = [...declared.parties.keys()];
  const draft = draftOf(asked.kind, {
    ...asked,
    title: asked.title,
    other: parties.length === 2 ? (parties.find((one) => one !== asked.party) ?? null) : null,
    length: lengthAt(asked.clause, declared),
    name: (ending) => fresh(camel(asked.id) + ending, taken),
  });
  const file = clauseFile(asked.clause, asked.id);
  const texts = new Map(before);
  const events = draft.events.filter(({ name }) => !declared.events.has(name));
  if (events.length > 0)
    texts.set(
      'rulebook.yaml',
      addUnder(
        text(before, 'rulebook.yaml'),
        'events',
        events.map(({ name, says }) => ({ key: name, value: `{ says: ${said(says, style)}, data: {} }` })),
      ),
    );
  texts.set('facts.yaml', addFacts(text(before, 'facts.yaml'), factsOf(draft, style), `${asked.clause} ${asked.title}`));
  const head = headOf(asked, draft, file, style);
  texts.set(file, head);
  const examples = await examplesOf(texts, asked.id, draft, base, trial, style);
  return texts.set(file, examples === '' ? head : `${head}examples:\n${examples}`);
}

const text = (texts: Texts, name: string): string => texts.get(name) ?? '';

function fresh(wanted: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? wanted : `${wanted}${count}`;
    if (!taken.has(name)) return name;
  }
}

/** A term of the clause by which a period can be counted. */
function lengthAt(clause: string, declared: Rulebook['declared']): string | null {
  const term = [...declared.terms.values()].find(
    (one) =>
      one.clause === clause &&
      !one.optional &&
      (one.type.kind === 'duration' ||
        LENGTHS.some((length) => length !== 'hours' && length !== 'business-hours' && onlyUnit(one.type) === length)),
  );
  return term?.name ?? null;
}

const factsOf = ({ facts }: Draft, style: Style): Parameters<typeof addFacts>[1] =>
  facts.map(({ name, says, measure, note }) => ({
    key: name,
    value: `{ says: ${said(says, style)}, ${measure} }`,
    ...(note === undefined ? {} : { note: note[style.lang] }),
  }));

const UNUSED: Text = {
  zh: '免责自己没有结论：在受它保护的规则里写 unless: [本规则的标识]（不算违反），或 released-by（免除义务）。',
  en: 'An exemption finds nothing by itself: name it under `unless` (no breach) or `released-by` (no duty) of the rules that it defends.',
};
const FOUND: Text = {
  zh: '例子里的结论是程序现在得出的：请对照条文逐个核对，再补上自己的情形。',
  en: 'The examples say what is found now: hold each of them against the text, then add your own.',
};

function headOf({ id, clause, kind, title }: NewRule, { lines }: Draft, file: string, style: Style): string {
  const written = lines.map((line) =>
    line.replace(/^(must|must-not|may): (.*)$/, (_, key: string, act: string) => `${key}: ${scalar(act)}`),
  );
  return [
    schemaLine(style, 'rule', file),
    comment(kind === 'exemption' ? UNUSED : FOUND, style),
    ...[`clause: ${scalar(clause)}`, `rule: ${id}`, `title: ${scalar(title)}`, `kind: ${kind}`, ...written].map((line) => `${line}\n`),
  ].join('');
}

/** The first row of a list term, of those the contract has. */
export function rowIn(base: ContractFile, rulebook: Rulebook): (term: string) => string | undefined {
  return (term) => {
    const type = rulebook.declared.terms.get(term)?.type;
    const [column] = type?.kind === 'list' ? Object.keys(type.columns) : [];
    const rows = base.terms[term];
    const [row] = Array.isArray(rows) ? (rows as readonly Readonly<Record<string, unknown>>[]) : [];
    const name = column === undefined ? undefined : row?.[column];
    return typeof name === 'string' ? name : undefined;
  };
}

async function examplesOf(texts: Texts, rule: string, draft: Draft, base: ContractFile, trial: Trial, style: Style): Promise<string> {
  const rulebook = linkRulebook(writtenOf(texts));
  const finds = trial(texts);
  const signed = parseDay(base.signedOn) as Day;
  const situation = (one: DraftSituation): Situation => ({
    id: one.id,
    title: one.title[style.lang],
    contract: one.unlogged === null ? null : `{ coverage: { ${one.unlogged}: none } }`,
    days: one.days,
    events: one.events.flatMap(({ type: name, day }, index) => {
      const type = rulebook.declared.events.get(name);
      return type === undefined
        ? []
        : [sampleEvent({ id: `e${index + 1}`, type, day, ref: null, rowOf: rowIn(base, rulebook), whole: false })];
    }),
  });
  if (draft.situations(signed).length === 0) return '';
  const nothing: Situation = { id: 'nothing', title: 'nothing', contract: null, events: [], days: [signed] };
  const last = (await finds(rule, nothing, signed))[0]?.due ?? null;
  const situations = draft.situations((last === null ? undefined : parseDay(last)) ?? signed).map(situation);
  let written = '';
  for (const one of situations) {
    const { lines } = await exampleOf(finds, rule, one);
    written += lines.map((line) => `  ${line}\n`).join('');
  }
  return written;
}
