/** A small rulebook, whole, in which every word that a rulebook may have stands at least once. */
import { readFileSync } from 'node:fs';
import { ROOT } from '../house/tree.js';
import { loadRulebook } from '../../src/store/rulebooks.js';
import type { Run } from '../support/scenario.js';
import { sourceOf } from '../support/texts.js';

export const FOLDER = 'test/docs/warehousing';

export const textIn = (file: string): string => readFileSync(`${ROOT}/${FOLDER}/${file}`, 'utf8');

export const warehousing = (): Run => ({
  rulebook: loadRulebook(`${ROOT}/${FOLDER}`),
  base: sourceOf('base.yaml', textIn('cases/base.yaml')),
});
