/** What a case says of sums, held against what was found. */
import { expect, test } from '@jest/globals';
import { differencesOf } from '../../src/proof/compare.js';
import type { Finding } from '../../src/schema-types/report.js';

const finding = {
  amounts: [
    { kind: 'penalty', from: 'buyer', to: 'seller', effect: 'owed', amount: '600.00', outstanding: '100.50' },
    { kind: 'fee', from: 'buyer', to: 'seller', effect: 'owed', amount: null },
  ],
} as unknown as Finding;
const differences = (sum: object): number => differencesOf(finding, { rule: 'pay', sums: [sum] }).length;

test.each([
  ['as it is shown', { kind: 'penalty', amount: '600.00' }, 0],
  ['without its cents', { kind: 'penalty', amount: '600' }, 0],
  ['as a number', { kind: 'penalty', amount: 600 }, 0],
  ['what is left of it', { kind: 'penalty', outstanding: '100.5' }, 0],
  ['another', { kind: 'penalty', amount: '600.01' }, 1],
  ['open', { kind: 'fee', amount: null }, 0],
  ['open, where it is known', { kind: 'penalty', amount: null }, 1],
  ['nothing, where it is open', { kind: 'fee', amount: '0' }, 1],
])('a sum %s', (_name, sum, expected) => {
  expect(differences(sum)).toBe(expected);
});
