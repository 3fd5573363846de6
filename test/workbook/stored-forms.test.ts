/** The same workbook as Excel, WPS and LibreOffice store it: import finds the same. */
import { describe, expect, test } from '@jest/globals';
import { workbookOf, type Made } from '../support/workbooks.js';
import { cellsOf, imported, pagesOf, problemsIn, WAREHOUSE, withCell, type Cells } from './bench.js';

const CELLS = withCell(cellsOf(pagesOf(WAREHOUSE)), '用例事件', ['in-time'], '时间', '2024-01-15');
const WANTED = imported(WAREHOUSE, build(CELLS, (text) => inline(text)).bytes).texts;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function inline(text: string): string {
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

type Form = (text: string, strings: string[]) => string;

function build(cells: Cells, form: Form, more: Partial<Made> = {}, after = ''): { readonly bytes: Uint8Array } {
  const strings: string[] = [];
  const sheets = Object.fromEntries(
    [...cells].map(([name, rows]) => [
      name,
      `<sheetData>${rows.map((row) => `<row>${row.map((text) => (text === '' ? '<c s="0"/>' : form(text, strings))).join('')}</row>`).join('')}${after}</sheetData>`,
    ]),
  );
  return { bytes: workbookOf({ sheets, strings, ...more }) };
}

const shared: Form = (text, strings) => {
  strings.push(`<t xml:space="preserve">${escaped(text)}</t>`);
  return `<c t="s"><v>${strings.length - 1}</v></c>`;
};

/** In runs of different looks, with how it is read aloud beside it, as WPS keeps what was pasted. */
const runs: Form = (text, strings) => {
  const [head, tail] = [text.slice(0, 1), text.slice(1)];
  strings.push(
    `<r><rPr><b/></rPr><t xml:space="preserve">${escaped(head)}</t></r><r><t xml:space="preserve">${escaped(tail)}</t></r><rPh sb="0" eb="1"><t>x</t></rPh>`,
  );
  return `<c t="s"><v>${strings.length - 1}</v></c>`;
};

const numbers: Form = (text, strings) => (/^[1-9]\d{0,5}$/.test(text) ? `<c><v>${text}</v></c>` : shared(text, strings));

const DAY_1904 = 43_843;

describe('a workbook stored', () => {
  const EMPTY = '<row r="5000" spans="1:3"><c r="A5000" s="0"/></row><row r="5001" hidden="1"/>';
  test.each<[string, Form, Partial<Made>, string]>([
    ['with shared texts', shared, {}, ''],
    ['with texts in runs', runs, {}, ''],
    ['with numbers as numbers', numbers, {}, ''],
    ['with empty rows behind', shared, {}, EMPTY],
    [
      'with dates as dates',
      (text, strings) => (text === '2024-01-15' ? '<c s="1"><v>45306</v></c>' : shared(text, strings)),
      { formats: ['yyyy/m/d'] },
      '',
    ],
    [
      'with dates from 1904',
      (text, strings) => (text === '2024-01-15' ? `<c s="1"><v>${DAY_1904 + 1}</v></c>` : shared(text, strings)),
      { formats: [14], isFrom1904: true },
      '',
    ],
    ['with hidden rows', shared, {}, ''],
  ])('%s', (name, form, more, after) => {
    const { bytes } = build(CELLS, form, name === 'with hidden rows' ? { hidden: ['事实'] } : more, after);
    expect([...imported(WAREHOUSE, bytes).texts]).toEqual([...WANTED]);
  });

  test('merged cells that cover nothing are no matter; those that cover something are named', () => {
    const strings: string[] = [];
    const sheet = (merged: string): Uint8Array =>
      workbookOf({
        sheets: Object.fromEntries(
          [...CELLS].map(([name, rows]) => [
            name,
            `<sheetData>${rows.map((row, at) => `<row>${row.map((text, column) => (text === '' || (name === '总则' && merged === 'E2:F2' && at === 1 && column === 5) || (name === '总则' && merged === 'D2:F2' && at === 1 && column === 5) ? '<c/>' : shared(text, strings))).join('')}</row>`).join('')}</sheetData>${name === '总则' ? `<mergeCells><mergeCell ref="${merged}"/></mergeCells>` : ''}`,
          ]),
        ),
        strings,
      });
    expect([...imported(WAREHOUSE, sheet('D2:E2')).texts]).toEqual([...WANTED]);
    expect(problemsIn(WAREHOUSE, sheet('E2:F2')).join()).toContain('总则!F2 格子被合并掉了');
  });
});
