/** Agreements of other kinds, invented: a lease, a sale with an annexed table and its pages changed about. A faithful one has nothing against it; one figure changed is one finding. */
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
import { pdfOf, wordOf, type Block, type PdfLine } from '../support/documents.js';

const TEXTS = { 'office-lease': 'lease.txt', 'sale-of-goods': 'sale.txt' } as const;
type Kind = keyof typeof TEXTS;

const textOf = (kind: Kind): string => readFileSync(join(ROOT, 'test/fidelity', TEXTS[kind]), 'utf8').trimEnd();

const BOOKS = Object.fromEntries(
  (Object.keys(TEXTS) as Kind[]).map((kind) => {
    const written = writtenRulebook(join(ROOT, 'rules', kind));
    const rulebook = linkRulebook(written);
    const [source] = parseDocuments('base.yaml', readFileSync(join(ROOT, 'rules', kind, 'cases/base.yaml'))).documents;
    return [kind, { rulebook, source: written.rulebook, contract: readContract(source!, declaredOf(rulebook)).contract! }];
  }),
) as Record<Kind, Omit<Parameters<typeof fidelity>[0], 'document'>>;

/** What is found above a remark, by code and message. */
async function loud(kind: Kind, file: string, bytes: Uint8Array): Promise<readonly string[]> {
  const document = await readAgreement(file, bytes);
  return fidelity({ ...BOOKS[kind], document }).flatMap(({ code, level, message }) => (level === 'note' ? [] : [`${code} ${message.zh}`]));
}

const cellsOf = (line: string): readonly string[] => line.split('\t');

/** Rows of a table one after the other are a table. */
function asWord(text: string): Uint8Array {
  const blocks: (Block & (string | { rows: (readonly string[])[] }))[] = [];
  for (const line of text.split('\n')) {
    const last = blocks.at(-1);
    if (!line.includes('\t')) blocks.push(line);
    else if (typeof last === 'object') last.rows.push(cellsOf(line));
    else blocks.push({ rows: [cellsOf(line)] });
  }
  return wordOf(blocks);
}

const linesOf = (text: string, width: number): readonly string[] =>
  text.split('\n').flatMap((line) => (line.includes('\t') ? [line] : (line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [])));
const pieces = (line: string, x: number, step: number): { x: number; text: string }[] =>
  cellsOf(line).flatMap((text, cell) => (text === '' ? [] : [{ x: x + cell * step, text }]));

function pagesOf<T>(lines: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(lines.length / size) }, (_, page) => lines.slice(page * size, (page + 1) * size));
}

const asPdf = (text: string): Uint8Array =>
  pdfOf(pagesOf(linesOf(text, 40), 40).map((page) => page.map((line): PdfLine => pieces(line, 60, 140))));

/** On each page the first half of its lines on the left, the second on the right. */
const asColumns = (text: string): Uint8Array =>
  pdfOf(
    pagesOf(linesOf(text, 22), 80).map((page) => {
      const half = Math.ceil(page.length / 2);
      return Array.from({ length: half }, (_, row): PdfLine => [
        ...pieces(page[row] ?? '', 50, 120),
        ...(page[row + half] === undefined ? [] : pieces(page[row + half]!, 310, 120)),
      ]);
    }),
  );

const FORMS: readonly (readonly [form: string, file: string, write: (text: string) => Uint8Array])[] = [
  ['text', 'agreement.txt', (text) => new TextEncoder().encode(text)],
  ['Word', 'agreement.docx', asWord],
  ['Word, its tables set with tabs', 'agreement.docx', (text) => wordOf(text.split('\n'))],
  ['PDF', 'agreement.pdf', asPdf],
];

describe.each(Object.keys(TEXTS) as Kind[])('%s', (kind) => {
  test.each(FORMS)('is faithful as %s', async (_form, file, write) => {
    expect(await loud(kind, file, write(textOf(kind)))).toEqual([]);
  });
});

test('the lease in two columns is faithful, and read down the one before the other', async () => {
  expect(await loud('office-lease', 'agreement.pdf', asColumns(textOf('office-lease')))).toEqual([]);
  const changed = textOf('office-lease').replace('万分之五计', '万分之六计');
  expect(await loud('office-lease', 'agreement.pdf', asColumns(changed))).toHaveLength(1);
});

describe('one figure changed', () => {
  test.each([
    ['office-lease', '租期叁年', '租期伍年', '租赁期限'],
    ['office-lease', '万分之五计违约金', '万分之六计违约金', '逾期付款违约金日比例'],
    ['office-lease', '百分之二十', '百分之三十', '逾期付款违约金上限比例'],
    ['office-lease', '每月25元', '每月35元', '每平方米月物业管理费'],
    ['office-lease', '壹佰伍拾元整', '壹佰陆拾元整', '与大写“人民币壹佰陆拾元整”'],
    ['office-lease', '5个工作日内书面提出', '5日内书面提出', '交付异议期'],
    ['office-lease', '空调\t3', '空调\t5', '“空调”一行没有 3'],
    ['sale-of-goods', '第5批\t2024年4月15日\t120', '第5批\t2024年4月15日\t130', '附表里“第5批”一行没有 120'],
    ['sale-of-goods', '第6批\t2024年5月15日', '第6批\t2024年5月16日', '附表里“第6批”一行没有 2024-05-15'],
    ['sale-of-goods', '合计1700吨', '合计1800吨', '1800吨'],
    ['sale-of-goods', '该批结算货款的95%', '该批结算货款的90%', '90%'],
    ['sale-of-goods', '壹仟壹佰伍拾陆万元整', '壹仟壹佰陆拾伍万元整', '总价大写'],
    ['sale-of-goods', '累计三批', '累计四批', '累计严重迟延批数'],
    ['sale-of-goods', '七日内通知', '七个工作日内通知', '不可抗力通知期限'],
  ] as const)('%s: %s, %s', async (kind, from, to, said) => {
    const text = textOf(kind);
    expect(text.split(from)).toHaveLength(2);
    for (const [, file, write] of FORMS)
      expect(await loud(kind, file, write(text.replace(from, to)))).toEqual([expect.stringContaining(said) as unknown as string]);
  });
});

test('a row that differs, its figures with their units, is one finding', async () => {
  const rows = (days: number): string => `缺陷种类\t维修期限\n电梯和消防\t1日\n给排水\t2日\n空调\t${days}日\n门窗和墙面\t7日\n`;
  const text = textOf('office-lease').replace(/缺陷种类[\s\S]*?墙面\t7\n/u, rows(5));
  expect(await loud('office-lease', 'agreement.txt', new TextEncoder().encode(text))).toEqual([
    expect.stringContaining('“空调”一行没有 3') as unknown as string,
  ]);
});

test('a number in bankers’ characters and the same in digits may have any unit', async () => {
  const said = (area: string): Promise<readonly string[]> =>
    loud('office-lease', 'agreement.txt', new TextEncoder().encode(textOf('office-lease').replace('600平方米', area)));
  expect(await said('陆佰（600）平方米')).toEqual([]);
  expect(await said('陆佰壹拾（600）平方米')).toEqual([expect.stringContaining('与大写“陆佰壹拾”不一致') as unknown as string]);
});

test('a number without its unit is there, and said to be', async () => {
  const text = textOf('office-lease').replace('快递发出满3日视为送达', '快递的第三日视为送达');
  const document = await readAgreement('agreement.txt', new TextEncoder().encode(text));
  const said = fidelity({ ...BOOKS['office-lease'], document }).map(({ message }) => message.zh);
  expect(said).toContainEqual(expect.stringContaining('（courierDays）'));
  expect(said.find((one) => one.includes('courierDays'))).toContain('的文本里没有以这个单位写明的数字，只有“三”');
});

describe('annexes', () => {
  const ANNEXES =
    '附件一 房屋状况说明\n1. 会议室的空调保修五年，三十日内补齐钥匙二十把。\n附件二 廉洁约定\n一、双方不收超过贰佰元的礼品，违反的付伍仟元。\n';

  test.each(FORMS)('a figure of one is listed, and it is no clause: %s', async (_form, file, write) => {
    expect(await loud('office-lease', file, write(`${textOf('office-lease')}\n${ANNEXES}`.trimEnd()))).toEqual([
      'text-figure-uncarried 附件一里的数字没有规则：“五年”、“三十日”、“二十把”'.replace('、“二十把”', ''),
      'text-figure-uncarried 附件二里的数字没有规则：“贰佰元”、“伍仟元”',
    ]);
  });

  test('the cells of its excerpt are parted by blanks', async () => {
    const text = `${textOf('office-lease')}\n附件一\n部位\t数量\n门\t三扇\n`;
    const document = await readAgreement('agreement.txt', new TextEncoder().encode(text));
    const said = fidelity({ ...BOOKS['office-lease'], document }).map(({ message }) => message.zh);
    expect(said).toContainEqual('附件一没有算作规则库的条款：附件一 部位 数量 门 三扇');
  });

  test('what a clause lacks and an annex has is said to be there', async () => {
    const text = `${textOf('office-lease').replace('想续租的，承租方要在到期前三个月以书面提出', '想续租的，承租方要先提出')}\n附件一 续租\n续租提前三个月提出。\n`;
    const document = await readAgreement('agreement.txt', new TextEncoder().encode(text));
    const said = fidelity({ ...BOOKS['office-lease'], document }).map(({ message }) => message.zh);
    expect(said.find((one) => one.includes('renewalNotice'))).toMatch(/附件一 有/);
    expect(said.filter((one) => one.includes('没有规则'))).toEqual([]);
  });
});

test('a text whose first chapters are lost is read from where it begins', async () => {
  const text = textOf('office-lease').replace(/一、房屋[\s\S]*?(?=三、交付)/u, '');
  const found = await loud('office-lease', 'agreement.txt', new TextEncoder().encode(text));
  expect(found.filter((one) => !one.startsWith('text-clause-missing'))).toEqual([]);
  expect(found.map((one) => /条款 (\S+)/u.exec(one)?.[1])).toEqual(['一.1', '一.2', '一.3', '二.1', '二.2', '二.3', '二.4']);
});
