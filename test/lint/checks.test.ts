/** Each check finds what its bad sample has, and nothing of its kind in the good one; the rulebooks that come with the program are clean. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { CHECKS } from '../../src/lint/catalogue.js';
import { LINT_CODES } from '../../src/lint/code.js';
import { lint } from '../../src/lint/lint.js';
import { RULEBOOKS } from '../support/rulebooks.js';
import { lintSample } from './base.js';

const said = (findings: ReturnType<typeof lint>): readonly string[] =>
  findings.map(
    ({ code, level, place, message, repair }) =>
      `${place.file}:${place.line}:${place.column} ${level} ${code} ${message.zh} -> ${repair?.zh ?? ''}`,
  );

test('the base is clean', () => {
  expect(said(lintSample({}))).toEqual([]);
});

test('every code has its check', () => {
  expect(CHECKS.map((check) => check.code)).toEqual([...LINT_CODES]);
});

describe('each check', () => {
  test.each(CHECKS.map((check) => [check.code, check] as const))('%s fires on its bad sample', (code, check) => {
    const found = lintSample(check.bad).filter((one) => one.code === code);
    expect(found).not.toEqual([]);
    for (const { message, place, level } of found) {
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(message.en).not.toMatch(/undefined|\[object/u);
      expect(place.line).toBeGreaterThan(0);
      expect(level).toBe(check.level);
    }
  });

  test.each(CHECKS.map((check) => [check.code, check] as const))(
    '%s is silent on its good sample, in which nothing is wrong',
    (code, check) => {
      const found = lintSample(check.good);
      expect(said(found.filter((one) => one.code === code || one.level === 'error'))).toEqual([]);
    },
  );
});

describe('the rulebooks that come with the program', () => {
  const folder = (id: string): string => new URL(`../../rules/${id}/`, import.meta.url).pathname;
  const file = (id: string, name: string): { name: string; bytes: Uint8Array } => ({
    name,
    bytes: readFileSync(`${decodeURI(folder(id))}${name}`),
  });
  test.each(RULEBOOKS)('%s is clean', (id) => {
    const filesIn = (part: string): { name: string; bytes: Uint8Array }[] =>
      readdirSync(`${decodeURI(folder(id))}${part}`)
        .sort()
        .map((name) => file(id, `${part}/${name}`));
    const began = performance.now();
    const found = said(
      lint({
        folder: id,
        files: { rulebook: file(id, 'rulebook.yaml'), facts: file(id, 'facts.yaml'), clauses: filesIn('clauses'), cases: filesIn('cases') },
      }),
    );
    if (process.env['LINT_TIME'] !== undefined) process.stderr.write(`${id} ${performance.now() - began}\n`);
    expect(found).toEqual([]);
  });
});
