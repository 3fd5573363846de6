/** rules/EXAMPLES.md: every word of the rule language, out of cases that are run. */
import { readdirSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { MEASURES } from '../../src/measures/catalogue.js';
import { OPERATOR_CASES } from '../measures/cases/operators.js';
import { CASES } from '../measures/cases/all.js';
import type { Case } from '../measures/cases/case.js';
import { ROOT } from '../house/tree.js';
import { SHOP } from '../support/shop.js';
import { FOLDER, textIn } from './warehousing.js';

/** The cases of a measure that stand in the document. */
export const shownOf = (measure: string): readonly Case[] =>
  CASES.filter((one) => one.measure === measure && one.shown === true && !OPERATOR_CASES.includes(one));

/** The clause files of the whole rulebook, in the order of its clauses. */
export const clauseFiles = (): readonly string[] => readdirSync(`${ROOT}/${FOLDER}/clauses`).sort();

const flow = (value: unknown): string => stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trimEnd();

const indented = (text: string, by: string): string => text.trim().split('\n').join(`\n${by}`);

const entry = (key: string, value: unknown): readonly string[] => (value === undefined ? [] : [`${key}: ${flow(value)}`]);

const list = (key: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${key}:`, ...lines.map((line) => `  - ${line}`)];

const names = (name: string, text: string): boolean => new RegExp(`(?<![\\w-])${name}(?![\\w:-])`).test(text);

/** Of further facts the lines that the case rests on. */
function restsOn({ x, with: more = '', clauses = '', each = '' }: Case): readonly string[] {
  const lines = more.split('\n').filter((line) => line !== '');
  let used: readonly string[] = [];
  for (;;) {
    const text = [x, clauses, each, ...used].join('\n');
    const now = lines.filter((line) => used.includes(line) || names(line.split(':')[0] ?? '', text));
    if (now.length === used.length) return used;
    used = now;
  }
}

interface Term {
  readonly type?: string;
  readonly default?: unknown;
}

const { terms: SHOP_TERMS } = parse(SHOP) as { readonly terms: Readonly<Record<string, Term>> };

/** What a contract of the shop has where it says nothing else. */
function defaultsIn(text: string, terms: Case['terms'] = {}): readonly string[] {
  const used = Object.entries(SHOP_TERMS).filter(
    ([name, term]) => term.default !== undefined && !Object.hasOwn(terms, name) && names(name, text),
  );
  return used.length === 0 ? [] : [`# ${used.map(([name, term]) => `${name} is ${String(term.default)} (${term.type ?? ''})`).join(', ')}`];
}

/** A case as a block: what is written, what happened, what `x` is at the end of days. */
export function blockOf(one: Case): string {
  const more = restsOn(one);
  return [
    ...defaultsIn([one.x, ...more, one.clauses ?? '', one.each ?? ''].join('\n'), one.terms),
    'facts:',
    `  x: { says: 所问, ${one.x} }`,
    ...more.map((line) => `  ${line}`),
    ...list('clauses', one.clauses?.split(/^---$/m).map((rule) => indented(rule, '    ')) ?? []),
    ...(one.each === undefined ? [] : [`each: ${one.each}`]),
    ...entry('this', one.of),
    ...entry('rule', one.rule),
    ...entry('signedOn', one.signedOn),
    ...entry('terms', one.terms),
    ...entry('readings', one.readings),
    ...entry('amendments', one.amendments),
    ...entry('coverage', one.coverage),
    ...entry('determinations', one.determinations),
    ...list('events', (one.events ?? []).map(flow)),
    'x:',
    ...Object.entries(one.on).map(([day, value]) => `  ${day}: ${value}`),
    ...(one.gaps === undefined || one.gaps.length === 0 ? [] : entry('missing', one.gaps)),
  ].join('\n');
}

const yaml = (text: string): string => `\`\`\`yaml\n${text.trim()}\n\`\`\`\n`;

const sentence = (why: string): string => `${why.charAt(0).toUpperCase()}${why.slice(1)}.\n`;

const section = (heading: string, cases: readonly Case[]): string =>
  [`### ${heading}\n`, ...cases.flatMap((one) => [sentence(one.why.replace(`${heading}: `, '')), yaml(blockOf(one))])].join('\n');

const INTRODUCTION = `# Every word, with an example

Made from what the tests run, never by hand: \`test/measures/cases/\` (measures and operators) and \`${FOLDER}/\` (a rulebook, whole).
[README.md](README.md) is the reference; here is what its words do. \`HEYUE_DOCS=write npm test -- test/docs\` writes this file anew.

- [A rulebook, whole](#a-rulebook-whole): declarations, facts, clause files with their own examples, and a contract under it.
- [Operators](#operators) and [measures](#measures): one fact each, \`x\`, on a few events, as of days.
- [The shop](#the-shop): the terms and event types that operators and measures use.
`;

const WHOLE = `## A rulebook, whole

Each clause file is as it would stand in \`clauses/\`. Its \`examples\` say what happened and what must be found as of which day: under \`expect\`,
\`amounts\` are the total of a kind, a list holds at least what it names, and what is not named is free.
`;

const READING = `## How the rest is to be read

Under \`facts\` is what stands in facts.yaml; \`x\` is the fact asked about. \`terms\`, \`readings\`, \`amendments\`, \`coverage\` and \`determinations\` are the contract's,
signed on 2023-01-03 if nothing else is said. \`each\` and \`this\`: the event, month, period or row that \`this\` means in a fact. Under \`x:\` is what it is at the end of each day:

| written | is |
|---|---|
| \`5\` | a number that is known |
| \`3..5\` \`3..\` | between the two; that or more: a gap leaves it open |
| \`2023-07-03\` \`2023-07-03T10:00\` | a day; an instant |
| \`2023-07-03..2023-07-05\` | some day from the one to the other; after an event on a bare date, some instant of it |
| \`not yet\` | it has not come, for certain |
| \`2023-07-03?\` | it may have come then, or not at all; \`∞\`: without an end |
| \`yes\` \`no\` \`unknown\` | of yes/no |
| \`storm\` \`rail\\|road\` \`none\` | a choice; one of those; none has come |

\`missing\` says why it is not known on the last of the days: the fact, why (a gap of \`coverage\`, a \`field\` not written, \`order\` within a bare date …), the event type, since when.
`;

export function examples(): string {
  const files = ['rulebook.yaml', 'cases/base.yaml', 'facts.yaml', ...clauseFiles().map((name) => `clauses/${name}`)];
  const operators = OPERATOR_CASES.map((one) => section(/^`[^`]+`/.exec(one.why)?.[0] ?? '', [one]));
  const measures = Object.keys(MEASURES).map((measure) => section(`\`${measure}\``, shownOf(measure)));
  return [
    INTRODUCTION,
    WHOLE,
    ...files.map((file) => `### ${file}\n\n${yaml(textIn(file))}`),
    READING,
    '## Operators\n',
    ...operators,
    '## Measures\n',
    ...measures,
    '## The shop\n',
    yaml(SHOP),
  ].join('\n');
}
