/** Two rules whose normal forms differ never read the same: every shipped rule and fact, changed at one place after another. */
import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseRulebook } from '../../src/rulebook/read-rulebook.js';
import { RULEBOOKS } from '../support/rulebooks.js';
import type { Json } from './normal-form.js';
import type { Slice } from './slice.js';
import { toldApart } from './told-apart.js';

const ROOT = fileURLToPath(new URL('../../rules/', import.meta.url));

/** One change in so many is tried; HEYUE_EXPLAIN=all tries every one. */
const STEP = process.env.HEYUE_EXPLAIN === 'all' ? 1 : 40;

function written(id: string): Slice {
  const file = (name: string): { readonly name: string; readonly bytes: Uint8Array } => ({
    name,
    bytes: readFileSync(`${ROOT}${id}/${name}`),
  });
  const parsed = parseRulebook({
    rulebook: file('rulebook.yaml'),
    facts: file('facts.yaml'),
    clauses: readdirSync(`${ROOT}${id}/clauses`).map((name) => file(`clauses/${name}`)),
  });
  return {
    rulebook: parsed.rulebook.value as Json,
    facts: parsed.facts.value as Slice['facts'],
    rules: parsed.rules.map(({ rule }) => ({ ...rule, examples: [] }) as unknown as Json),
  };
}

describe.each(RULEBOOKS)('%s', (id) => {
  const whole = written(id);
  const rules = whole.rules
    .filter((rule) => (rule as { readonly kind: string }).kind !== 'exemption')
    .map((rule) => (rule as { readonly rule: string }).rule);
  const only = process.env.HEYUE_EXPLAIN_ONLY;

  test.each([
    ['rules', rules],
    ['facts', Object.keys(whole.facts)],
  ])('changed %s read otherwise', (_what, names) => {
    let index = 0;
    const outcomes = names
      .filter((name) => only === undefined || name === only)
      .map((name) => toldApart(whole, name, () => index++ % STEP === 0));
    expect(outcomes.flatMap((one) => one.same)).toEqual([]);
    if (only === undefined) expect(outcomes.reduce((sum, one) => sum + one.tried, 0)).toBeGreaterThan(names.length / STEP);
  });
});
