/** One version, and every place that says it says the same. */
import { expect, test } from '@jest/globals';
import { PROGRAM } from '../../src/report/program.js';
import { textOf } from './tree.js';

interface Versioned {
  readonly name: string;
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}

const read = (path: string): Versioned => JSON.parse(textOf(path)) as Versioned;
const { name, version, engines } = read('package.json');

test('the program is what package.json says', () => {
  expect(PROGRAM).toEqual({ name, version });
});

test('the lock file is of this version', () => {
  const lock = read('package-lock.json');
  expect([lock.version, lock.packages['']?.version]).toEqual([version, version]);
});

test('the change log tells of this version, or of what comes next', () => {
  expect(textOf('CHANGELOG.md')).toMatch(new RegExp(`^## \\[(${version.replaceAll('.', '\\.')}|Unreleased)\\]`, 'm'));
});

test('.nvmrc is a Node that the package accepts', () => {
  expect(engines.node).toMatch(new RegExp(`^>=${textOf('.nvmrc').trim()}\\.`));
});
