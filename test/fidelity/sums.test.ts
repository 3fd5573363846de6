/** Amounts that no term is, but that terms of the contract come to: right, they are carried; wrong, they are told with the working. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loudIn } from './loud.js';
import { ROOT } from '../house/tree.js';

const LEASE = readFileSync(join(ROOT, 'test/fidelity/lease.txt'), 'utf8');
const said = (from: string, to: string): Promise<readonly string[]> => loudIn('office-lease', LEASE, from, to);

const RENT = '每月5日付当月租金';
const DEPOSIT = '数额相当于首年三个月的租金';

describe('what follows from terms by multiplication', () => {
  test.each([
    [RENT, `每月租金合计90,000元，${RENT}`],
    [RENT, `首年租金总额1,080,000元，${RENT}`],
    [RENT, `三年租期按首年标准合计324万元，${RENT}`],
    [DEPOSIT, `即270,000元，${DEPOSIT}`],
  ])('%s -> %s', async (from, to) => {
    expect(await said(from, to)).toEqual([]);
  });
});

describe('what does not follow', () => {
  test.each([
    [RENT, `每月租金合计99,000元，${RENT}`, /text-figure-differs .*“99,000元”.*150 × 600 = 90000（rentPrice、area）/u],
    [DEPOSIT, `即207,000元，${DEPOSIT}`, /text-figure-differs .*“207,000元”.* = 270000/u],
    [RENT, `另付清洁费99,000元，${RENT}`, /text-figure-uncarried .*“99,000元”/u],
  ])('%s -> %s', async (from, to, told) => {
    expect(await said(from, to)).toEqual([expect.stringMatching(told) as unknown]);
  });
});
