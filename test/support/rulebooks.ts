/** The rulebooks that come with the program, and the contract that their examples change. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Rulebook } from '../../src/rulebook/rulebook.js';
import { loadRulebook } from '../../src/store/rulebooks.js';
import { sourceOf } from './texts.js';
import type { Run } from './scenario.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The ids of all rulebooks under rules/. */
export const RULEBOOKS: readonly string[] = readdirSync(`${ROOT}rules`).filter((name) => existsSync(`${ROOT}rules/${name}/rulebook.yaml`));

export const rulebook = (id: string): Rulebook => loadRulebook(`${ROOT}rules/${id}`);

/** The contract that its cases start from. */
export function run(id: string): Run {
  const path = `${ROOT}rules/${id}/cases/base.yaml`;
  return { rulebook: rulebook(id), base: sourceOf('base.yaml', readFileSync(path, 'utf8')) };
}
