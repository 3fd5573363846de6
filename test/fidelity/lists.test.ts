/** Lists of terms out of a text: tables whose headings say what their columns are called, and bands in sentences. What is unsure is not read. */
import { describe, expect, test } from '@jest/globals';
import { readAgreement } from '../../src/agreement/read-agreement.js';
import { draftFrom } from '../../src/fidelity/draft.js';
import { rulebook } from '../support/rulebooks.js';
import { wordOf } from '../support/documents.js';

const BOOK = rulebook('software-service');

const around = (clause: string): string =>
  `软件服务合同\n甲方：某科技公司\n乙方：某软件公司\n第四条 服务等级\n4.1 ${clause}\n4.2 计划维护提前3个工作日公告。\n`;

async function drafted(clause: string): Promise<ReadonlyMap<string, { readonly yaml: string }>> {
  return draftFrom(await readAgreement('a.txt', new TextEncoder().encode(around(clause))), BOOK).values;
}

const bandsIn = async (clause: string): Promise<readonly string[] | undefined> =>
  (await drafted(clause)).get('terms.creditBands')?.yaml.split('\n');

const AHEAD = '软件每月可用率不低于99.9%，不到的照下列办法抵扣服务费：';
const rows = (...lines: readonly (readonly string[])[]): string => lines.map((cells) => cells.join('\t')).join('\n');
const TABLE = rows(['档次', '可用率不满', '抵扣比例'], ['一档', '99.9%', '5%'], ['二档', '99%', '10%'], ['三档', '95%', '25%']);

describe('a table of bands', () => {
  const READ = [
    '- { name: "一档", below: "0.999", credit: "0.05" }',
    '- { name: "二档", below: "0.99", credit: "0.10" }',
    '- { name: "三档", below: "0.95", credit: "0.25" }',
  ];

  test('is read by its headings, and its numbers are of no other term', async () => {
    const values = await drafted(`${AHEAD}\n${TABLE}`);
    expect(values.get('terms.creditBands')?.yaml.split('\n')).toEqual(READ);
    expect(values.get('terms.targetAvailability')?.yaml).toBe('"0.999"');
  });

  test('with the unit in its heading', async () => {
    expect(
      await bandsIn(
        `${AHEAD}\n${rows(['档次', '可用率不满（%）', '抵扣比例（%）'], ['一档', '99.9', '5'], ['二档', '99', '10'], ['三档', '95', '25'])}`,
      ),
    ).toEqual(READ);
  });

  test('whose limits are cells from one number to the next', async () => {
    const table = rows(
      ['月度可用率', '抵扣比例'],
      ['不低于99.9%', '不抵扣'],
      ['不低于99%但低于99.9%', '5%'],
      ['95%≤可用率<99%', '10%'],
      ['低于95%', '25%'],
    );
    expect(await bandsIn(`${AHEAD}\n${table}`)).toEqual([
      '- { name: "不低于99%但低于99.9%", below: "0.999", credit: "0.05" }',
      '- { name: "95%≤可用率<99%", below: "0.99", credit: "0.10" }',
      '- { name: "低于95%", below: "0.95", credit: "0.25" }',
    ]);
  });

  test('from Word, with a heading over two columns', async () => {
    const document = await readAgreement(
      'a.docx',
      wordOf([
        ...around(AHEAD).trimEnd().split('\n').slice(0, 5),
        {
          rows: [
            ['档次', '可用率和抵扣', ''],
            ['', '可用率不满', '抵扣比例'],
            ['一档', '99.9%', '5%'],
            ['二档', '99%', '10%'],
            ['三档', '95%', '25%'],
          ],
        },
        '4.2 计划维护提前3个工作日公告。',
      ]),
    );
    expect(draftFrom(document, BOOK).values.get('terms.creditBands')?.yaml.split('\n')).toEqual(READ);
  });

  test.each([
    ['a number without its unit', TABLE.replace('99%', '99')],
    ['a range that does not say on which side its numbers are', TABLE.replace('\t99%', '\t95%~99%')],
    ['two numbers in a cell', TABLE.replace('10%', '10%或12%')],
    ['an amount for a ratio', TABLE.replace('10%', '10元')],
    ['a cell that says nothing', TABLE.replace('\t10%', '\t另议')],
  ])('is not read with %s', async (_what, table) => {
    expect(table).not.toBe(TABLE);
    expect(await bandsIn(`${AHEAD}\n${table}`)).toBeUndefined();
  });
});

describe('bands in sentences', () => {
  const READ = [
    '- { name: "低于99.9%但不低于99%", below: "0.999", credit: "0.05" }',
    '- { name: "低于99%但不低于95%", below: "0.99", credit: "0.10" }',
    '- { name: "低于95%", below: "0.95", credit: "0.25" }',
  ];

  test('in one sentence', async () => {
    const values = await drafted(
      `${AHEAD.replace('不低于99.9%，不到的', '达到99.9%。不到的')}低于99.9%但不低于99%的，抵扣5%；低于99%但不低于95%的，抵扣10%；低于95%的，抵扣25%。`,
    );
    expect(values.get('terms.creditBands')?.yaml.split('\n')).toEqual(READ);
    expect(values.get('terms.targetAvailability')?.yaml).toBe('"0.999"');
  });

  test('as a list', async () => {
    expect(
      await bandsIn(
        `${AHEAD}\n(1)低于99.9%但不低于99%的，抵扣当月服务费的5%；\n(2)低于99%但不低于95%的，抵扣当月服务费的10%；\n(3)低于95%的，抵扣当月服务费的25%。`,
      ),
    ).toEqual(READ);
  });

  test.each([
    ['a second number', '低于99.9%但不低于99%的，抵扣5%；低于99%的，抵扣10%或者15%。'],
    ['the limit behind what is due', '低于99.9%但不低于99%的，抵扣5%；抵扣10%的，为低于99%。'],
    ['one sentence alone', '低于99%的，抵扣10%。'],
  ])('are not read with %s', async (_what, sentences) => {
    expect(await bandsIn(`软件每月可用率达到99.9%，${sentences}`)).toBeUndefined();
  });
});
