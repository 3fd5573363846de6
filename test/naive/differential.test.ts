import { afterAll, expect, test } from '@jest/globals';
import type { Rulebook } from '../../src/rulebook/rulebook.js';
import { RULEBOOKS } from '../support/rulebooks.js';
import { differences, leavesOf, reportNow, reportOf, shrink, tryRulebook } from './compare.js';
import { BeyondCalendar } from './days.js';
import { EngineItself } from './engine.js';
import { randomCase } from './random-case.js';

const SEED = Number(process.env['HEYUE_SEED'] ?? 1);
const CASES = Number(process.env['HEYUE_CASES'] ?? 400);
/** HEYUE_RULEBOOKS names those to try, else all. */
const TRIED = process.env['HEYUE_RULEBOOKS']?.split(',') ?? RULEBOOKS;
/** A whole life of months or instalments takes twenty times as long as the first agreement. */
const SLOW = 20;
/** Its cases are many enough for what their leaves say to be held to shares. */
const WELL_MIXED = 'call-center-service';
const manyOf = (id: string): number => (id === WELL_MIXED ? CASES : Math.ceil(CASES / SLOW));
/** HEYUE_RULES: how many rules of each contract are compared, others for each; else all. */
const RULES = process.env['HEYUE_RULES'] === undefined ? Infinity : Number(process.env['HEYUE_RULES']);
const SINCE_EVERY = 25;
const NEXT_EVERY = 60;

const leaves = { yes: 0, no: 0, unknown: 0 };

/** Rules that lie one after another among all, begun at another one for each seed: after enough seeds each is asked about as often. */
function rulesFor(seed: number, { rules }: Rulebook): readonly string[] | null {
  if (rules.length <= RULES) return null;
  return Array.from({ length: RULES }, (_, index) => rules[(seed * RULES + index) % rules.length]!.id);
}

test.each(TRIED.map((id) => [id, manyOf(id)] as const))(
  `%s: %s random contracts as the naive evaluator has them (seeds from ${SEED})`,
  async (id, many) => {
    const tried = await tryRulebook(id);
    const engine = new EngineItself();
    let beyond = 0;
    for (let seed = SEED; seed < SEED + many; seed++) {
      const one = randomCase(tried.world, seed);
      const depth = { since: seed % SINCE_EVERY === 0, next: seed % NEXT_EVERY === 0, rules: rulesFor(seed, tried.rulebook) };
      try {
        const report = depth.next ? await reportOf(tried, one, depth) : reportNow(tried, one, depth);
        expect(await engine.differences(report)).toEqual([]);
        const counts = leavesOf(report, depth);
        if (id === WELL_MIXED) for (const truth of ['yes', 'no', 'unknown'] as const) leaves[truth] += counts[truth];
        const found = await differences(tried, one, depth, report);
        if (found.length === 0) continue;
      } catch (error) {
        // The naive calendar ends with the last notice: what needs a later day is not compared.
        if (!(error instanceof BeyondCalendar)) throw new Error(`seed ${seed}`, { cause: error });
        beyond += 1;
        continue;
      }
      const small = await shrink(tried, one, depth);
      throw new Error([`seed ${seed}`, ...(await differences(tried, small, depth)), JSON.stringify(small, null, 1)].join('\n'));
    }
    expect(beyond).toBeLessThanOrEqual(many / 20 + 1);
    expect(engine.asked).toBeGreaterThan(0);
  },
  60 * 60_000,
);

afterAll(() => {
  if (!TRIED.includes(WELL_MIXED)) return;
  const all = leaves.yes + leaves.no + leaves.unknown;
  const share = (count: number): number => Math.floor((count * 100) / all);
  expect(share(leaves.yes)).toBeGreaterThanOrEqual(30);
  expect(share(leaves.no)).toBeGreaterThanOrEqual(30);
  expect(share(leaves.unknown)).toBeGreaterThanOrEqual(10);
});
