/** Two rules of a clause that speak of one border. */
import { expect, test } from '@jest/globals';
import { lintSample } from './base.js';

const KEY = { limit: 'exceeded', prohibition: 'breached', right: 'when' } as const;
const head = { limit: '', prohibition: 'bearer: seller\n', right: 'holder: seller\n' } as const;
type Kind = keyof typeof KEY;
const rule = (id: string, kind: Kind, operator: string, clause = '一'): string =>
  `clause: ${clause}\nrule: ${id}\ntitle: ${id}\nkind: ${kind}\n${head[kind]}${KEY[kind]}: { fact: pieces, operator: ${operator}, value: { fact: limit } }\n`;
const found = (one: string, other: string): readonly string[] =>
  lintSample({ clauses: '二\n', informative: '二: 无\n', rule: `${one}---\n${other}` }).flatMap(({ code }) =>
    code.startsWith('threshold') ? [code] : [],
  );

test.each<[Kind, string, Kind, string, readonly string[]]>([
  ['limit', 'at-most', 'limit', 'at-least', ['threshold-overlap']],
  // Just so many: what lies between is right.
  ['limit', 'less-than', 'limit', 'more-than', []],
  ['right', 'at-most', 'limit', 'at-least', ['threshold-overlap']],
  ['right', 'less-than', 'limit', 'more-than', ['threshold-gap']],
  ['right', 'at-most', 'limit', 'more-than', []],
  ['right', 'less-than', 'prohibition', 'more-than', ['threshold-gap']],
  ['prohibition', 'at-most', 'prohibition', 'at-least', ['threshold-overlap']],
  // The same side: the one begins where the other does, or a step earlier.
  ['right', 'at-least', 'limit', 'more-than', []],
])('%s %s, %s %s', (kind, operator, otherKind, otherOperator, expected) => {
  const lines = found(rule('low', kind, operator), rule('high', otherKind, otherOperator));
  expect(lines).toEqual(expected);
});

test('of another clause is another matter', () => {
  expect(found(rule('low', 'right', 'less-than'), rule('high', 'limit', 'more-than', '二'))).toEqual([]);
});
