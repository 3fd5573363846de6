/** A text that says the contrary of its rules without changing a figure: the way of a change, what is excused, on which side nothing follows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loudIn } from './loud.js';
import { ROOT } from '../house/tree.js';

const textOf = (name: string): string => readFileSync(join(ROOT, 'test/fidelity', name), 'utf8');
const TEXTS: Readonly<Record<string, string>> = {
  'office-lease': textOf('lease.txt'),
  'sale-of-goods': textOf('reworded/sale-of-goods.txt'),
  'software-service': textOf('reworded/software-service.txt'),
};
const loud = (kind: string, from: string, to: string): Promise<readonly string[]> => loudIn(kind, TEXTS[kind]!, from, to);

describe('told', () => {
  test.each([
    ['office-lease', '租金比上一年涨5%', '租金比上一年降5%', /text-bound-differs .*yearlyRise.*往上/u],
    ['office-lease', '租金比上一年涨5%', '租金逐年递减5%', /text-bound-differs .*yearlyRise.*往上/u],
    ['office-lease', '租金比上一年涨5%', '租金下浮5%', /text-bound-differs .*yearlyRise.*往上/u],
    ['software-service', '涨幅不超过上一年的5%', '降幅不超过上一年的5%', /text-bound-differs .*往下/u],
    ['sale-of-goods', '±2%', '-2%', /text-bound-differs .*tolerance.*两个方向/u],
    ['office-lease', '影响消除之前不追究责任，但要及时通知对方，尽力', '要及时通知对方，尽力', /text-term-missing .*force-majeure/u],
    ['office-lease', '影响消除之前不追究责任，但要', '照样承担责任，并且要', /text-term-missing .*force-majeure/u],
    ['office-lease', '数额相当于首年三个月的租金', '数额相当于首年四个月的租金', /text-figure-differs .*“四个月”.*depositMonths/u],
    ['sale-of-goods', '按该批货款0.05%', '按合同总价0.05%', /text-figure-differs .*totalPrice.*latePenaltyRate.*基数/u],
    ['software-service', '累计以该项金额的10%为限', '累计不低于未付金额的10%', /text-bound-differs .*delayCap/u],
    ['office-lease', '提前24小时', '推迟24小时', /text-bound-differs .*accessNotice/u],
  ])('%s: %s -> %s', async (kind, from, to, told) => {
    expect(await loud(kind, from, to)).toEqual([expect.stringMatching(told) as unknown]);
  });
});

describe('the same in other words', () => {
  test.each([
    ['office-lease', '租金比上一年涨5%', '租金递增5%'],
    ['office-lease', '租金比上一年涨5%', '租金上浮5%'],
    ['office-lease', '租金比上一年涨5%', '租金在上一年的基础上增加5%'],
    ['sale-of-goods', '±2%', '正负2%'],
    ['sale-of-goods', '±2%', '+2%/-2%'],
    ['office-lease', '影响消除之前不追究责任', '在其影响范围内免责'],
    ['office-lease', '影响消除之前不追究责任', '违约责任部分或者全部免除'],
  ])('%s: %s -> %s', async (kind, from, to) => {
    expect(await loud(kind, from, to)).toEqual([]);
  });
});
