/** The report as PDF: everything is in it as text, nothing in it is run or read, and it is the same bytes on every run. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { FontError } from '../../src/report/paper/font-error.js';
import { fontFiles } from '../../src/report/paper/fonts.js';
import { pdf } from '../../src/report/pdf.js';
import { wordsIn } from '../../src/report/pdf/characters.js';
import type { Language } from '../../src/input/problem.js';
import type { Report } from '../../src/schema-types/report.js';
import { calendar } from '../support/bench.js';
import { reportOn } from './data.js';
import { few, HOSTILE, hostileReport, NEEDED, packed } from './paper.js';

let report: Report;
let bytes: Uint8Array;
let text: string;

beforeAll(async () => {
  report = await reportOn('2023-10-12');
  bytes = await made([report]);
  text = await textOf(bytes);
}, 120_000);

const made = async (reports: readonly Report[], lang: Language = 'zh'): Promise<Uint8Array> =>
  pdf(reports, { lang, color: false, width: 100 }, calendar);

/** Of all pages, packed: the heads of pages too. */
const textOf = async (file: Uint8Array): Promise<string> => packed((await extractText(file.slice(), { mergePages: true })).text);

const hash = (file: Uint8Array): string => createHash('sha256').update(file).digest('hex');

interface Outline {
  readonly title: string;
  readonly items: readonly Outline[];
}

interface Note {
  readonly dest?: string;
  readonly url?: string;
  readonly unsafeUrl?: string;
  readonly file?: unknown;
}

/** Links and the like, of all pages. */
async function notesOf(document: Awaited<ReturnType<typeof getDocumentProxy>>): Promise<readonly Note[]> {
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  return (await Promise.all(numbers.map(async (number) => (await document.getPage(number)).getAnnotations()))).flat() as Note[];
}

describe('in the pages', () => {
  test.each(NEEDED)('%s', (_, needed) => {
    expect(text).toContain(packed(needed));
  });

  test('the verdict and the money stand on the first', async () => {
    const { text: pages } = await extractText(bytes.slice(), { mergePages: false });
    for (const [, needed] of NEEDED.slice(0, 2)) expect(packed(pages[0]!)).toContain(packed(needed));
    expect(packed(pages[0]!)).toContain(`第1页,共${pages.length}页`);
    for (const page of pages) expect(packed(page)).toContain('HJ-2023-0308·检查日2023-10-12');
  });

  test('characters are those that were written, no radicals', async () => {
    const { text: raw } = await extractText(bytes.slice(), { mergePages: true });
    expect(raw).not.toMatch(/[\u2e80-\u2fdf\uf900-\ufaff]/u);
  });

  test('each heading is in the outline, and every link leads somewhere', async () => {
    const document = await getDocumentProxy(bytes.slice());
    const [whole] = (await document.getOutline()) as readonly Outline[];
    expect(whole!.items.map(({ title }) => title)).toEqual(expect.arrayContaining(['一、需要处理', '附件1：时间轴']));
    expect(whole!.items[0]!.items.length).toBeGreaterThan(1);
    const places = new Set(Object.keys(await document.getDestinations()));
    const links = (await notesOf(document)).map(({ dest }) => dest);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => link === undefined || !places.has(link))).toEqual([]);
  });

  test('several contracts, and English', async () => {
    const both = await textOf(await made([few(report), few(report)], 'en'));
    expect(both.split('Contractcompliancereport').length).toBe(3);
  }, 60_000);
});

describe('the same bytes', () => {
  test('twice, and from libraries loaded anew', async () => {
    expect(hash(await made([report]))).toBe(hash(bytes));
    jest.resetModules();
    const again = await import('../../src/report/pdf.js');
    expect(hash(await again.pdf([report], { lang: 'zh', color: false, width: 100 }, calendar))).toBe(hash(bytes));
  }, 60_000);

  test('with the day as of which it was made, and no other', async () => {
    const { info } = await getMeta(bytes.slice());
    expect(info).toMatchObject({ CreationDate: 'D:20231012000000Z', Creator: 'heyue', Title: '合同履行检查报告 HJ-2023-0308 2023-10-12' });
  });
});

describe('a text of a contract', () => {
  test('stays text: nothing runs, nothing is inside, nothing leads elsewhere', async () => {
    const file = await made([hostileReport(report, HOSTILE.join(' '))]);
    const shown = await textOf(file);
    for (const hostile of HOSTILE) expect(shown).toContain(packed(hostile));
    const document = await getDocumentProxy(file.slice());
    expect(await document.getJSActions()).toBeNull();
    expect(await document.getAttachments()).toBeNull();
    expect(await document.getOpenAction()).toBeNull();
    for (const { url, unsafeUrl, file: other } of await notesOf(document))
      expect([url, unsafeUrl, other]).toEqual([undefined, undefined, undefined]);
  }, 60_000);

  test('that the font has no signs for is written out', async () => {
    const file = await textOf(await made([hostileReport(report, 'a😀b𠀀c\u001b[31m\u202e⼯')]));
    expect(file).toContain('a\\u{1F600}b\\u{20000}c\\u{001B}[31m\\u{202E}工');
  }, 60_000);
});

test('what the report itself says is in the font', () => {
  const words = wordsIn();
  for (const sign of '◆●▲┊·−–—“”①→≥≤×÷¥￥〔〕㎡…《》％') expect(words(sign)).toBe(sign);
});

test('without the package of the font it says how to get it', () => {
  const missing = (): never => {
    throw new Error('Cannot find module');
  };
  expect(() => fontFiles(missing)).toThrow(FontError);
  expect(new FontError().says.zh).toContain('npm install @embedpdf/fonts-sc');
  expect(new FontError().says.en).toContain('npm install @embedpdf/fonts-sc');
});
