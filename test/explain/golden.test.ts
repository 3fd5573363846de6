/**
 * The explanation of a whole rulebook, as a person has read it. It changes where a rule, or what a measure says, changes: with
 * HEYUE_GOLDEN=write it is written anew, to be read in the difference.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { explainRulebook } from '../../src/explain/explain.js';
import { explanationMarkdown } from '../../src/explain/markdown.js';
import { rulebook } from '../support/rulebooks.js';

test.each(['call-center-service'])('%s reads as it was read', (id) => {
  const explanation = explainRulebook(rulebook(id));
  const said = explanationMarkdown({ ...explanation, rulebook: { ...explanation.rulebook, digest: 'sha256:…' } }, 'zh');
  const golden = new URL(`golden/${id}.md`, import.meta.url);
  if (process.env.HEYUE_GOLDEN === 'write') writeFileSync(golden, said);
  expect(said).toBe(readFileSync(golden, 'utf8'));
});
