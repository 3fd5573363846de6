/** rules/EXAMPLES.md: every word of the rule language, out of cases that are run. */
import { readdirSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { MEASURES } from '../../src/measures/catalogue.js';
import { OPERATORS, type OperatorName } from '../../src/operators/catalogue.js';
import { OPERATOR_CASES } from '../measures/cases/operators.js';
import { CASES } from '../measures/cases/all.js';
import type { Case } from '../measures/cases/case.js';
import { ROOT, textOf } from '../house/tree.js';
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

const section = (word: string, chinese: string, cases: readonly Case[]): string =>
  [`### \`${word}\` ${chinese}\n`, ...cases.flatMap((one) => [sentence(one.why.replace(`\`${word}\`: `, '')), yaml(blockOf(one))])].join(
    '\n',
  );

interface FactsSchema {
  readonly additionalProperties: { readonly properties: Readonly<Record<string, { readonly title: string }>> };
}

const { properties: KEYS } = (JSON.parse(textOf('schemas/facts.schema.json')) as FactsSchema).additionalProperties;

const INTRODUCTION = `# 每个词一个例子 · Every word, with an example

由测试所运行的内容生成，不要手工改动：\`test/measures/cases/\`（度量和运算符）和 \`${FOLDER}/\`（一个完整的规则库）。
词的说明见 [README.zh.md](README.zh.md)，这里看的是它们得出什么。各例上面的一句英文说明它要看的是什么；例子本身不需要英文。

Made from what the tests run, never by hand. [README.md](README.md) is the reference; here is what its words do.
\`HEYUE_DOCS=write npm test -- test/docs\` writes this file anew.

- [一个完整的规则库](#一个完整的规则库--a-rulebook-whole)：声明、事实、带用例的条款文件和一份合同。Declarations, facts, clause files with their own examples, and a contract.
- [运算符](#运算符--operators)和[度量](#度量--measures)：每例一个事实 \`x\`，几件事件，各日的结果。One fact each, \`x\`, on a few events, as of days.
- [例子所用的声明](#例子所用的声明--the-shop)：运算符和度量的例子所用的条款参数和事件类型。The terms and event types that they use.
`;

const WHOLE = `## 一个完整的规则库 · A rulebook, whole

条款文件就是 \`clauses/\` 里的样子。它的 \`examples\` 写发生了什么、某日应有什么结论：\`expect\` 里 \`amounts\` 是一种金额的合计，一个列表至少要有所写的各项，没有写的不限。

Each clause file is as it would stand in \`clauses/\`. Its \`examples\` say what happened and what must be found as of which day: under \`expect\`,
\`amounts\` are the total of a kind, a list holds at least what it names, and what is not named is free.
`;

const READING = `## 以下各例怎样读 · How the rest is to be read

\`facts\` 下面是 facts.yaml 里的内容，\`x\` 是所问的事实。\`terms\`、\`readings\`、\`amendments\`、\`coverage\` 和 \`determinations\` 是合同的；没有另写的，合同签订于 2023-01-03。
\`each\` 和 \`this\`：事实里的 \`this\` 是哪一件事件、哪一月、哪一期或者哪一行。\`x:\` 下面是各日终了时的结果。“# … is 5 (count)”是没有另写时该参数的值。

Under \`facts\` is what stands in facts.yaml; \`x\` is the fact asked about. \`terms\`, \`readings\`, \`amendments\`, \`coverage\` and \`determinations\` are the contract's,
signed on 2023-01-03 if nothing else is said. \`each\` and \`this\`: the event, month, period or row that \`this\` means in a fact. Under \`x:\` is what it is at the end of each day:

| 写作 · written | 意思 | is |
|---|---|---|
| \`5\` | 已知的数 | a number that is known |
| \`3..5\` \`3..\` | 在两者之间；至少为此数：缺口使它不能确定 | between the two; that or more: a gap leaves it open |
| \`2023-07-03\` \`2023-07-03T10:00\` | 日子；时刻 | a day; an instant |
| \`2023-07-03..2023-07-05\` | 其间的某一日；事件只写日期的，为当日的某一时刻 | some day from the one to the other; after an event on a bare date, some instant of it |
| \`not yet\` | 确定尚未发生 | it has not come, for certain |
| \`2023-07-03?\` | 或许在那时发生，或许没有发生；\`∞\`：没有终点 | it may have come then, or not at all; \`∞\`: without an end |
| \`yes\` \`no\` \`unknown\` | 是、否、不知道 | of yes/no |
| \`storm\` \`rail\\|road\` \`none\` | 一个选项；其中之一；还没有来 | a choice; one of those; none has come |

\`missing\` 写明最后一日为什么不知道：哪个事实，什么缘故（\`coverage\` 的缺口、没有填写的 \`field\`、只写日期而不知先后的 \`order\` 等），哪种事件，自何时起。

\`missing\` says why it is not known on the last of the days: the fact, why (a gap of \`coverage\`, a \`field\` not written, \`order\` within a bare date …), the event type, since when.
`;

export function examples(): string {
  const files = ['rulebook.yaml', 'cases/base.yaml', 'facts.yaml', ...clauseFiles().map((name) => `clauses/${name}`)];
  const operators = OPERATOR_CASES.map((one) => {
    const word = /^`([^`]+)`/.exec(one.why)?.[1] ?? '';
    return section(word, OPERATORS[word as OperatorName].says.zh, [one]);
  });
  const measures = Object.keys(MEASURES).map((measure) => section(measure, KEYS[measure]?.title ?? '', shownOf(measure)));
  return [
    INTRODUCTION,
    WHOLE,
    ...files.map((file) => `### ${file}\n\n${yaml(textIn(file))}`),
    READING,
    '## 运算符 · Operators\n',
    ...operators,
    '## 度量 · Measures\n',
    ...measures,
    '## 例子所用的声明 · The shop\n',
    yaml(SHOP),
  ].join('\n');
}
