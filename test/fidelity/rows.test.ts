/** The rows of a list in the contract held against the table of the text: each cell by its number, its unit and its heading. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readAgreement } from '../../src/agreement/read-agreement.js';
import { readContract } from '../../src/contract/read-contract.js';
import { fidelity } from '../../src/fidelity/fidelity.js';
import { parseDocuments } from '../../src/input/yaml.js';
import { declaredOf } from '../../src/rulebook/declared-of.js';
import { linkRulebook } from '../../src/rulebook/read-rulebook.js';
import { writtenRulebook } from '../../src/store/rulebooks.js';
import { ROOT } from '../house/tree.js';

const written = writtenRulebook(join(ROOT, 'rules/software-service'));
const rulebook = linkRulebook(written);
const [base] = parseDocuments('base.yaml', readFileSync(join(ROOT, 'rules/software-service/cases/base.yaml'))).documents;
const contract = readContract(base!, declaredOf(rulebook)).contract!;
const TEXT = readFileSync(join(ROOT, 'test/fidelity/reworded/software-service.txt'), 'utf8');
const AHEAD = '按双方另签的抵扣表从当月的月均订阅费中抵扣，甲方应在当月结束后15个工作日内提出申请。';

const rows = (...lines: readonly (readonly string[])[]): string => lines.map((cells) => cells.join('\t')).join('\n');
const TABLE = rows(['档次', '可用率不满', '抵扣比例'], ['一档', '99.9%', '5%'], ['二档', '99%', '10%'], ['三档', '95%', '25%']);

async function loud(table: string, [from, to]: readonly [string, string] = ['', '']): Promise<readonly string[]> {
  expect(TEXT.split(AHEAD)).toHaveLength(2);
  const text = TEXT.replace(AHEAD, `${AHEAD}\n${table}`).replace(from, to);
  const document = await readAgreement('agreement.txt', new TextEncoder().encode(text));
  return fidelity({ document, rulebook, source: written.rulebook, contract }).flatMap(({ level, code, message }) =>
    level === 'note' ? [] : [`${code} ${message.zh}`],
  );
}

describe('a table that says what the contract says', () => {
  test.each([
    ['in per cent', TABLE],
    [
      'its unit in the headings',
      TABLE.replace('不满', '不满（%）')
        .replace('比例', '比例（%）')
        .replaceAll(/%(?=[\t\n]|$)/gmu, ''),
    ],
    ['as decimals', TABLE.replace('99.9%', '0.999').replace('\t99%', '\t0.99').replace('25%', '0.25')],
    ['in words', TABLE.replace('5%\n', '百分之五\n').replace('10%', '百分之十')],
    ['per mille', TABLE.replace('5%\n', '50‰\n')],
  ])('%s', async (_what, table) => {
    expect(await loud(table)).toEqual([]);
  });
});

const WORDED = rows(
  ['档次', '可用率', '抵扣比例'],
  ['一档', '不满99.9%', '5%'],
  ['二档', '95%≤可用率<99%', '10%'],
  ['三档', '低于95%', '25%'],
);

describe('limits that say their own bound', () => {
  test.each([
    ['as the column does', ['', '']],
    ['in another word', ['低于95%', '95%以下(不含)']],
    ['in another word', ['低于95%', '不到95%']],
    ['over the whole column', ['可用率\t', '可用率不满\t']],
  ] as const)('%s', async (_what, [from, to]) => {
    expect(await loud(WORDED.replace(from, to))).toEqual([]);
  });

  test.each([
    [WORDED, '不满99.9%', '99.9%以上', '一档'],
    [WORDED, '低于95%', '高于95%', '三档'],
    [WORDED, '低于95%', '不超过95%', '三档'],
    [WORDED, '可用率<99%', '可用率>99%', '二档'],
    [TABLE, '\t99%', '\t超过99%', '二档'],
  ])('turned round they are told: %#', async (table, from, to, row) => {
    expect(await loud(table.replace(from, to))).toEqual([
      expect.stringMatching(new RegExp(`text-bound-differs .*“${row}”一行写“.*”.*“可用率不满”`, 'u')) as unknown,
    ]);
  });

  test('by the heading they are told at each row', async () => {
    expect(await loud(TABLE.replace('可用率不满', '可用率超过'))).toHaveLength(3);
  });
});

test('a figure of the text is not shown by the table beside it, where another stands in its place', async () => {
  expect(await loud(TABLE, ['每月可用率不低于99.9%', '每月可用率不低于99%'])).toEqual([
    expect.stringMatching(/text-figure-differs 条款 4\.1 写“99%”.*targetAvailability.*99\.9%/u) as unknown,
  ]);
});

test.each([
  ['99.9%', '99.8%', '“一档”一行没有 0.999'],
  ['10%', '12%', '“二档”一行没有 0.1：'],
  ['\t99%', '\t9%', '“二档”一行没有 0.99'],
])('%s -> %s is one finding', async (from, to, said) => {
  expect(await loud(TABLE.replace(from, to))).toEqual([expect.stringContaining(said) as unknown]);
});
