/** The report as DOCX: real styles and links, everything in it as text, and the same bytes on every run. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import mammoth from 'mammoth';
import { SaxesParser } from 'saxes';
import { Zip } from '../../src/input/zip.js';
import { docx } from '../../src/report/docx.js';
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
  docx(reports, { lang, color: false, width: 100 }, calendar);

const textOf = async (file: Uint8Array): Promise<string> => packed((await mammoth.extractRawText({ buffer: Buffer.from(file) })).value);

const hash = (file: Uint8Array): string => createHash('sha256').update(file).digest('hex');

const LIMITS = { parts: 100, bytes: 64 * 1024 * 1024, ratio: 1000, freely: 64 * 1024 * 1024 };
const partOf = (file: Uint8Array, name: string): string => new TextDecoder().decode(new Zip(file, LIMITS).read(name));

/** Every element of a part, in order, and the attributes of each. */
function elements(
  file: Uint8Array,
  part = 'word/document.xml',
): readonly { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => found.push({ name, attributes: { ...attributes } }));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(partOf(file, part)).close();
  return found;
}

const values = (file: Uint8Array, name: string, attribute: string): readonly string[] =>
  elements(file).flatMap((element) => (element.name === name ? (element.attributes[attribute] ?? []) : []));

describe('in the document', () => {
  test.each(NEEDED)('%s', (_, needed) => {
    expect(text).toContain(packed(needed));
  });

  test('room for the seals and signatures of the parties', () => {
    for (const needed of ['甲方（盖章）：某科技公司', '乙方（盖章）：某通信公司', '法定代表人或授权代表（签字）：', '日期：'])
      expect(text).toContain(packed(needed));
  });

  test('headings, tables and lists are of the styles of a word processor', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    const count = (tag: string): number => value.split(`<${tag}>`).length - 1;
    expect([count('h1') > 5, count('h2') > 5, count('table') > 10, count('thead') > 10, count('li') > 5]).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    const defined = new Set(elements(bytes, 'word/styles.xml').flatMap(({ attributes }) => attributes['w:styleId'] ?? []));
    const used = [...values(bytes, 'w:pStyle', 'w:val'), ...values(bytes, 'w:tblStyle', 'w:val')];
    expect(used).toEqual(expect.arrayContaining(['Title', 'Heading1', 'Heading2', 'TOC1', 'Field', 'TableText', 'ReportTable']));
    expect(used.filter((style) => !defined.has(style))).toEqual([]);
  });

  test('a table of contents that no program asks about, with its entries', () => {
    const document = partOf(bytes, 'word/document.xml');
    expect(document).toContain('TOC \\o &quot;1-1&quot; \\h');
    expect(document).not.toContain('w:dirty="true"');
    expect(partOf(bytes, 'word/settings.xml')).not.toMatch(/updateFields(?! w:val="false")/);
    expect(document.match(/w:hyperlink w:anchor="r1_(action|ahead|timeline|signatures)"/g)).toHaveLength(4);
  });

  test('every link leads to a bookmark, and each of these has a number of its own', () => {
    const places = values(bytes, 'w:bookmarkStart', 'w:name');
    expect(values(bytes, 'w:hyperlink', 'w:anchor').filter((link) => !places.includes(link))).toEqual([]);
    for (const [name, attribute] of [
      ['w:bookmarkStart', 'w:id'],
      ['w:bookmarkStart', 'w:name'],
      ['wp:docPr', 'id'],
    ] as const) {
      const numbers = values(bytes, name, attribute);
      expect(numbers.length).toBeGreaterThan(0);
      expect(new Set(numbers).size).toBe(numbers.length);
    }
  });

  test('the timeline, with words for whoever does not see it', () => {
    expect(new Zip(bytes, LIMITS).names().filter((name) => name.endsWith('.png'))).toHaveLength(1);
    expect(values(bytes, 'wp:docPr', 'descr')[0]).toContain('二.1.1');
  });

  test('Chinese fonts for Chinese, and which contract on every page', () => {
    expect(partOf(bytes, 'word/styles.xml')).toContain('w:eastAsia="宋体"');
    expect(partOf(bytes, 'word/header1.xml')).toContain('HJ-2023-0308 · 检查日 2023-10-12');
    expect(partOf(bytes, 'word/footer1.xml')).toContain('NUMPAGES');
  });

  test('several contracts, and English', async () => {
    expect((await textOf(await made([few(report), few(report)], 'en'))).split('Contractcompliancereport').length).toBe(3);
  }, 60_000);
});

describe('the same bytes', () => {
  test('twice, and from libraries loaded anew', async () => {
    expect(hash(await made([report]))).toBe(hash(bytes));
    jest.resetModules();
    const again = await import('../../src/report/docx.js');
    expect(hash(await again.docx([report], { lang: 'zh', color: false, width: 100 }, calendar))).toBe(hash(bytes));
  }, 60_000);

  test('with the day as of which it was made, and no other', () => {
    const core = partOf(bytes, 'docProps/core.xml');
    expect(core.match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toEqual(['2023-10-12T00:00:00Z', '2023-10-12T00:00:00Z']);
  });
});

describe('a text of a contract', () => {
  const names = (file: Uint8Array): ReadonlySet<string> => new Set(elements(file).map(({ name }) => name));

  test('stays text: no element, no field, no relation to anything elsewhere', async () => {
    const file = await made([hostileReport(report, HOSTILE.join(' '))]);
    const shown = await textOf(file);
    for (const hostile of HOSTILE) expect(shown).toContain(packed(hostile));
    expect([...names(file)].filter((name) => !names(bytes).has(name))).toEqual([]);
    expect(partOf(file, 'word/document.xml').match(/<w:(instrText|fldSimple)/g)).toHaveLength(1);
    for (const name of new Zip(file, LIMITS).names().filter((one) => one.endsWith('.rels')))
      expect(partOf(file, name)).not.toContain('External');
  }, 60_000);

  test('that no XML can hold is written out', async () => {
    const file = await made([hostileReport(report, 'a\uffffb\u001bc\ud800d😀')]);
    expect(await textOf(file)).toContain('a\\u{FFFF}b\\u{001B}c\\u{D800}d😀');
  }, 60_000);
});
