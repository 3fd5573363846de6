import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { MEASURES } from '../../src/measures/catalogue.js';
import { OPERATORS } from '../../src/operators/catalogue.js';
import type { Situation } from '../support/bench.js';
import { shop } from '../support/shop.js';
import { CASES } from './cases/all.js';
import type { Case } from './cases/case.js';

/** What of a case is the contract's and the log's. */
const situationOf = ({ terms, coverage, readings, amendments, determinations, events, signedOn }: Case): Situation =>
  Object.fromEntries(
    Object.entries({ terms, coverage, readings, amendments, determinations, events, signedOn }).filter(([, part]) => part !== undefined),
  );

/** A rule that says nothing but what it applies to. */
const ruleFor = (each: string): string => `{ clause: 一, rule: for-each, title: 逐一, kind: right, holder: buyer, each: ${each} }`;

describe.each(Object.keys(MEASURES))('%s', (measure) => {
  test.each(CASES.filter((one) => one.measure === measure).map((one) => [one.why, one] as const))('%s', async (_why, one) => {
    const { x, with: more = '', each, clauses = each && ruleFor(each), of, rule, on, gaps } = one;
    const bench = await shop(`x: { says: 所问, ${x} }\n${more}`, situationOf(one), clauses);
    const asked = Object.keys(on).map((day) => [day, bench.ask('x', day, of, rule)] as const);
    expect(Object.fromEntries(asked.map(([day, { says }]) => [day, says]))).toEqual(on);
    if (gaps !== undefined) expect(asked.at(-1)?.[1].gaps).toEqual(gaps);
  });

  test('is tried at least three times', () => {
    expect(CASES.filter((one) => one.measure === measure).length).toBeGreaterThanOrEqual(3);
  });
});

describe('rules/README.md', () => {
  const readme = readFileSync(new URL('../../rules/README.md', import.meta.url), 'utf8');
  const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);

  test('its table has every measure, and no other', () => {
    const table = readme.slice(readme.indexOf('| measure |'), readme.indexOf('## Clause files'));
    const rows = [...table.matchAll(/^\| (`[^|]+)\|/gm)].flatMap((match) => quoted(match[1]!));
    const named = rows.map((word) => word.split(':')[0]!);
    expect([...new Set(named)].sort()).toEqual(Object.keys(MEASURES).sort());
  });

  test('it names every operator, and no other', () => {
    const start = readme.indexOf('Operators. Numbers:');
    const paragraph = readme.slice(start, readme.indexOf('What a leaf says', start));
    expect([...new Set(quoted(paragraph))].sort()).toEqual(Object.keys(OPERATORS).sort());
  });
});
