/** rules/EXAMPLES.md is what is run, and leaves out no word of the language. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { MEASURES } from '../../src/measures/catalogue.js';
import { STATUSES } from '../../src/facts/scope.js';
import { OPERATORS } from '../../src/operators/catalogue.js';
import { OPERATOR_CASES } from '../measures/cases/operators.js';
import { ROOT, textOf } from '../house/tree.js';
import { SHOP } from '../support/shop.js';
import { unused } from './covered.js';
import { blockOf, clauseFiles, examples, shownOf } from './examples.js';
import { textIn } from './warehousing.js';

const DOCUMENT = 'rules/EXAMPLES.md';

/** What every measure of events takes; `count` shows them for all. */
const BOUNDS = new Set(['from', 'to', 'after', 'before', 'where']);

type Data = Readonly<Record<string, unknown>>;
type Expected = Readonly<{ status?: string }>;
interface Rule extends Data {
  readonly kind: string;
  readonly examples?: readonly { readonly contract?: Data; readonly checks: readonly { readonly expect: readonly Expected[] }[] }[];
}

const documentsOf = (text: string): readonly unknown[] =>
  parseAllDocuments(text, { schema: 'failsafe' }).map((one) => one.toJS() as unknown);

const rules = clauseFiles().flatMap((name) => documentsOf(textIn(`clauses/${name}`)) as readonly Rule[]);
const schema = (name: string): Data => JSON.parse(textOf(`schemas/${name}.schema.json`)) as Data;
const factsText = textIn('facts.yaml');

test('it is what is generated', () => {
  if (process.env.HEYUE_DOCS === 'write') writeFileSync(join(ROOT, DOCUMENT), examples());
  expect(readFileSync(join(ROOT, DOCUMENT), 'utf8')).toBe(examples());
});

describe.each(Object.entries(MEASURES))('%s', (measure, { parameters }) => {
  const blocks = shownOf(measure).map(blockOf);

  test('is shown', () => {
    expect(blocks.length).toBeGreaterThan(0);
  });

  test('with every parameter of its own', () => {
    const own = parameters.includes('before') && measure !== 'count' ? parameters.filter((name) => !BOUNDS.has(name)) : parameters;
    expect(own.filter((name) => !new RegExp(`[\\s{]${name}:`).test(blocks.join('\n')))).toEqual([]);
  });
});

describe('shown too are', () => {
  test('every operator', () => {
    const shown = OPERATOR_CASES.map(({ x }) => /operator: ([a-z-]+)/.exec(x)?.[1]);
    expect(shown.toSorted()).toEqual(Object.keys(OPERATORS).sort());
  });

  test('all, any and not', () => {
    const text = [
      ...Object.keys(MEASURES).flatMap(shownOf).map(blockOf),
      factsText,
      ...clauseFiles().map((name) => textIn(`clauses/${name}`)),
    ];
    expect(['all', 'any', 'not'].filter((word) => !new RegExp(`\\b${word}:\\s*[-[{]`).test(text.join('\n')))).toEqual([]);
  });

  test('every key of a clause file, every word that it may have', () => {
    expect(unused(schema('rule'), rules)).toEqual([]);
  });

  test('every key of rulebook.yaml', () => {
    // A field of an event is no list of rows: that is for terms.
    expect(unused(schema('rulebook'), documentsOf(textIn('rulebook.yaml')))).toEqual(['events.*.data.*.columns']);
  });

  test('every type', () => {
    const paragraph = /## Types\n\n([^]*?)\n\n/.exec(textOf('rules/README.md'))?.[1] ?? '';
    const types = [...paragraph.matchAll(/`([a-z-]+(?:\/no)?)`/g)].flatMap(([, type = '']) => (type === 'parties' ? [] : [type]));
    const declared = `${SHOP}${textIn('rulebook.yaml')}`;
    expect(types.length).toBeGreaterThan(12);
    expect([...new Set(types)].filter((type) => !new RegExp(`type: (.* per )?${type}\\b`).test(declared) && type !== 'none')).toEqual([]);
  });

  test('every key of a contract file', () => {
    const parts = rules.flatMap((rule) => (rule.examples ?? []).flatMap(({ contract }) => contract ?? []));
    expect(unused(schema('contract'), [...documentsOf(textIn('cases/base.yaml')), ...parts])).toEqual([]);
  });

  test('every status of every kind', () => {
    const table = [...textOf('rules/README.md').matchAll(/^\| (duty|prohibition|right|limit|check) \| (.*) \|$/gm)];
    const all = table.flatMap(([, kind, row = '']) =>
      [...row.matchAll(/(?:: |else )([a-z]+)/g)]
        .flatMap(([, status = '']) => ((STATUSES as readonly string[]).includes(status) ? [`${kind} ${status}`] : []))
        .concat(`${kind} undetermined`),
    );
    const shown = new Set(
      rules.flatMap(({ kind, examples = [] }) =>
        examples.flatMap(({ checks }) => checks.flatMap(({ expect }) => expect.map(({ status }) => `${kind} ${status}`))),
      ),
    );
    expect(all.length).toBeGreaterThan(20);
    expect([...new Set(all)].filter((one) => !shown.has(one))).toEqual([]);
  });
});
