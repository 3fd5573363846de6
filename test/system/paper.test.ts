/** Documents on paper, in the hands of the programs that people open them with. */
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { docx } from '../../src/report/docx.js';
import { pdf } from '../../src/report/pdf.js';
import type { Language } from '../../src/input/problem.js';
import type { Report } from '../../src/schema-types/report.js';
import { calendar } from '../support/bench.js';
import { reportOn } from '../report/data.js';
import { NEEDED, packed } from '../report/paper.js';
import { Desk, run } from './tools.js';

const LONG = 300_000;
const desk = new Desk();
afterAll(() => {
  desk.clear();
});

const LANGUAGES = ['zh', 'en'] as const;
let report: Report;

beforeAll(async () => {
  report = await reportOn('2023-10-12');
  for (const lang of LANGUAGES) {
    const rendering = { lang, color: false, width: 100 };
    writeFileSync(desk.path(`${lang}.pdf`), await pdf([report], rendering, calendar));
    writeFileSync(desk.path(`${lang}.docx`), await docx([report], rendering, calendar));
  }
  desk.saved(
    LANGUAGES.map((lang) => desk.path(`${lang}.docx`)),
    'pdf',
    'from-docx',
  );
}, LONG);

/** As it is read from top to bottom. */
const readOut = (...path: readonly string[]): string => run('pdftotext', '-enc', 'UTF-8', desk.path(...path), '-');

/** What each finding is about, by the titles of the report. */
const titles = (lang: Language): readonly string[] =>
  report.findings.filter(({ status }) => status !== 'inactive').map(({ title, clause }) => `${clause} ${title[lang]}`);

describe.each([
  ['the PDF', ''],
  ['the DOCX, printed by LibreOffice', 'from-docx'],
] as const)('%s', (_, folder) => {
  test('has everything that an auditor needs, in Chinese characters and no radicals', () => {
    const text = readOut(folder, 'zh.pdf');
    expect(text).not.toMatch(/[\u2e80-\u2fdf\uf900-\ufaff]/u);
    for (const [, needed] of NEEDED) expect(packed(text)).toContain(packed(needed));
  });

  test.each(LANGUAGES)('tells every finding (%s)', (lang) => {
    const text = packed(readOut(folder, `${lang}.pdf`));
    expect(titles(lang).filter((title) => !text.includes(packed(title)))).toEqual([]);
  });

  test('is read in its order, the verdict and the money on the first page', () => {
    const first = packed(run('pdftotext', '-enc', 'UTF-8', '-l', '1', desk.path(folder, 'zh.pdf'), '-'));
    const places = ['合同履行检查报告', '结论', '乙方有1项违约', '金额', '甲方可以向乙方主张'].map((text) => first.indexOf(text));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThanOrEqual(0);
  });

  test('has its fonts inside', () => {
    const rows = run('pdffonts', desk.path(folder, 'zh.pdf')).trim().split('\n').slice(2);
    expect(rows.length).toBeGreaterThan(0);
    // emb, sub, uni: inside, only what is used, and known as characters.
    expect(rows.filter((row) => !/ yes yes yes +\d+ +\d+$/.test(row))).toEqual([]);
  });
});
