import { expect, test } from '@jest/globals';
import { differences, leavesOf, reportNow, reportOf, shrink } from './compare.js';
import { randomCase } from './random-case.js';

const SEED = Number(process.env['HEYUE_SEED'] ?? 1);
const CASES = Number(process.env['HEYUE_CASES'] ?? 400);
const SINCE_EVERY = 25;
const NEXT_EVERY = 60;

test(
  `${CASES} random contracts as the naive evaluator has them (seeds from ${SEED})`,
  async () => {
    const leaves = { yes: 0, no: 0, unknown: 0 };
    for (let seed = SEED; seed < SEED + CASES; seed++) {
      const one = randomCase(seed);
      const depth = { since: seed % SINCE_EVERY === 0, next: seed % NEXT_EVERY === 0 };
      // The look ahead takes the product most of its time.
      const report = depth.next ? await reportOf(one) : reportNow(one);
      const counts = leavesOf(report);
      for (const truth of ['yes', 'no', 'unknown'] as const) leaves[truth] += counts[truth];
      const found = await differences(one, depth, report);
      if (found.length > 0) {
        const small = await shrink(one, depth);
        throw new Error([`seed ${seed}`, ...(await differences(small, depth)), JSON.stringify(small, null, 1)].join('\n'));
      }
    }
    const all = leaves.yes + leaves.no + leaves.unknown;
    const share = (count: number): number => Math.floor((count * 100) / all);
    expect(share(leaves.yes)).toBeGreaterThanOrEqual(30);
    expect(share(leaves.no)).toBeGreaterThanOrEqual(30);
    expect(share(leaves.unknown)).toBeGreaterThanOrEqual(10);
  },
  60 * 60_000,
);
