/** The program knows no rulebook: what a rulebook declares is named in rules/ and fixtures/, never in src/. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { filesBelow, linesWith, ROOT, textOf } from './tree.js';

const SOURCES = filesBelow('src');

/** Words of the first rulebook's business that no interpreter of contracts needs. */
const WORDS =
  /misdial|outage|call.?cent(er|re)|phone number|invoice|top-?up|renewal|\bsms\b|误拨|中断|呼叫|坐席|短信|运营商|套餐|号码|发票|续签|补足|开通/i;

/** A comment may take an example from a rulebook; code may not. */
const code = (lines: readonly string[]): readonly string[] => lines.filter((line) => !/^\S+:\d+: (\/\/|\/?\*)/.test(line));

const keysOf = (file: string, key?: string): readonly string[] => {
  const written = parse(textOf(file)) as Readonly<Record<string, unknown>>;
  return Object.keys(key === undefined ? written : (written[key] ?? {}));
};

const rulebooks = readdirSync(join(ROOT, 'rules')).filter((name) => filesBelow('rules').includes(`rules/${name}/rulebook.yaml`));

/** Names of two words or more, which no program has by chance: eventTypes.likeThis, factsLikeThis, rules-like-this. */
function namesOf(rulebook: string): readonly string[] {
  const folder = `rules/${rulebook}`;
  const rules = filesBelow(`${folder}/clauses`).map((path) => path.replace(/^.*\/[^/-]*-(.*)\.yaml$/, '$1'));
  const declared = ['terms', 'events', 'readings'].flatMap((key) => keysOf(`${folder}/rulebook.yaml`, key));
  return [rulebook, ...declared, ...keysOf(`${folder}/facts.yaml`), ...rules].filter((name) => /[a-z0-9][A-Z.-]/.test(name));
}

/** Names of a rulebook that the program has too, for something of its own. */
const SHARED = new Set(['longestRun', 'daysLeft', 'businessHours']);

describe('src/', () => {
  test('has no word of the business', () => {
    // Masking knows what numbers are called in any contract: of a telephone, of an invoice.
    const interpreting = SOURCES.filter((path) => !path.startsWith('src/masking/'));
    expect(interpreting.length).toBeLessThan(SOURCES.length);
    expect(code(linesWith(interpreting, WORDS))).toEqual([]);
  });

  test.each(rulebooks)('names nothing that %s declares', (rulebook) => {
    const names = namesOf(rulebook).filter((name) => !SHARED.has(name));
    expect(names.length).toBeGreaterThan(20);
    const any = new RegExp(`(?<![A-Za-z0-9.-])(${names.map((name) => name.replaceAll('.', '\\.')).join('|')})(?![A-Za-z0-9-])`);
    expect(code(linesWith(SOURCES, any))).toEqual([]);
  });
});
