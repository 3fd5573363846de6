import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { run } from './support/rulebooks.js';
import { sourceOf } from './support/texts.js';
import { failuresOf, type Scenario } from './support/scenario.js';

// Whole situations: a contract with its events, and what must be found as of some days. A file may have a base.yaml beside it.
const FOLDER = fileURLToPath(new URL('scenarios/', import.meta.url));
const files = existsSync(FOLDER)
  ? readdirSync(FOLDER, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.yaml') && !name.endsWith('base.yaml'))
      .sort()
  : [];
const read = (name: string): unknown => parse(readFileSync(`${FOLDER}${name}`, 'utf8'), { merge: true });

describe.each(files.length > 0 ? files : ['none yet'])('%s', (file) => {
  const scenarios = files.length > 0 ? (read(file) as Scenario[]) : [];
  const base = `${file.includes('/') ? `${file.slice(0, file.lastIndexOf('/'))}/` : ''}base.yaml`;
  const own = run('call-center-service');
  const given = existsSync(`${FOLDER}${base}`) ? { ...own, base: sourceOf(base, JSON.stringify(read(base))) } : own;
  if (scenarios.length === 0) test.todo('scenarios');
  for (const scenario of scenarios) {
    test(scenario.id, async () => {
      expect(await failuresOf(given, scenario)).toEqual([]);
    });
  }
});
