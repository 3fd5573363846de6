/** The reports of the contracts that come with the program, word for word: HEYUE_GOLDEN=write writes them anew, to be read before they are kept. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { heyue } from '../docs/heyue.js';
import { FIXTURES } from '../support/fixtures.js';

/** Each as text, with what another reading would change for the first; the first also whole and in English. */
const REPORTS = FIXTURES.flatMap(({ rulebook, contract, events, asOf }, index) => {
  const call = `check ${contract} --events ${events} --as-of ${asOf} --fail-on never`;
  const text = { name: `${rulebook}.txt`, call: `${call}${index === 0 ? ' --sensitivity' : ''}` };
  return index === 0
    ? [text, { name: `${rulebook}.md`, call: `${call} --format md` }, { name: `${rulebook}.en.md`, call: `${call} --format md --lang en` }]
    : [text];
});

test.each(REPORTS)(
  '$name',
  async ({ name, call }) => {
    const { code, out, err } = await heyue(call);
    expect([code, err]).toEqual([0, '']);
    // What the program and the rules are by their bytes changes with every change of them.
    const said = out.replaceAll(/sha256:[0-9a-f]{64}/g, 'sha256:…');
    const golden = new URL(`golden/${name}`, import.meta.url);
    if (process.env['HEYUE_GOLDEN'] === 'write') writeFileSync(golden, said);
    expect(said).toBe(readFileSync(golden, 'utf8'));
  },
  60_000,
);
