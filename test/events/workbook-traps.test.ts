/** Files that are no workbooks, and workbooks that are traps: a clear answer within seconds, and little memory. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readEventFile, type EventFile } from '../../src/events/files.js';
import { formatProblem } from '../../src/input/problem.js';
import { HEADING, number, partsOf, row, sheetOf, text, workbookOf, zipOf, type Lies } from '../support/workbooks.js';

const bytesOf = (content: string): Uint8Array => new TextEncoder().encode(content);
const PAID = row(text('e1'), text('HJ-1'), text('paid'), text('2023-03-08'), number(1));
const GOOD = partsOf({ sheets: { 事件: sheetOf(PAID) } });
const SHEET = 'xl/worksheets/sheet1.xml';
const withPart = (name: string, content: string | Uint8Array, lies?: Lies): Uint8Array => zipOf({ ...GOOD, [name]: content }, lies);
const worksheet = (content: string): string => `<worksheet>${content}</worksheet>`;

/** The one problem of a file, in Chinese; nothing of it is read. */
function refused(bytes: Uint8Array, name = '事件.xlsx'): string {
  const { rows, bad, problems } = readEventFile(name, bytes);
  expect([rows, bad, problems.length]).toEqual([[], [], 1]);
  const [problem] = problems;
  expect(problem?.repair).toBeDefined();
  return `${problem!.code} ${formatProblem(problem!, 'zh')}`;
}
/** Within so many seconds on a slow machine. */
function soon(seconds: number, read: () => void): void {
  const before = process.hrtime.bigint();
  read();
  expect(Number(process.hrtime.bigint() - before) / 1e9).toBeLessThan(seconds);
}

describe('what has a workbook’s name and is none', () => {
  const container = (content: string): Uint8Array =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500), Buffer.from(content, 'utf16le')]);
  const html = '<html><head><meta charset="gbk"></head><table><tr><td>id</td></tr></table></html>';

  test.each([
    ['an old workbook', 'a.xls', container('Workbook'), /^unknown-format .*旧格式的工作簿.*\n.*另存为“Excel 工作簿（\.xlsx）”/],
    ['the same under the new name', 'a.xlsx', container('Workbook'), /^unknown-format .*旧格式/],
    ['a workbook of WPS', 'a.et', container('Workbook'), /^unknown-format .*旧格式/],
    ['one with a password', 'a.xlsx', container('EncryptedPackage'), /^encrypted-file .*设了密码/],
    ['a web page, as systems export it', 'a.xls', bytesOf(html), /^unknown-format .*网页（HTML 表格）/],
    ['a table with a byte order mark', 'a.xlsx', bytesOf('\ufeff\n<table><tr/></table>'), /^unknown-format .*网页/],
    [
      'XML of 2003',
      'a.xls',
      bytesOf('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      /XML 表格 2003/,
    ],
    ['a CSV', 'a.xlsx', bytesOf('id,type,at\ne1,paid,2023-03-08\n'), /^unknown-format .*多半是 CSV.*\n.*扩展名改为 \.csv/],
    ['a CSV in GB18030', 'a.xls', Uint8Array.from([0x69, 0x64, 0x2c, 0xbc, 0xd7, 0xb7, 0xbd, 0x0a]), /多半是 CSV/],
    ['nothing', 'a.xlsx', new Uint8Array(), /^empty-file /],
    ['noise', 'a.xlsx', Uint8Array.from([0, 1, 2, 255, 254, 0]), /^bad-workbook /],
    ['a Word file', 'a.xlsx', zipOf({ 'word/document.xml': '<w/>' }), /Word/],
    ['an OpenDocument', 'a.xlsx', zipOf({ mimetype: 'x', 'content.xml': '<x/>' }), /OpenDocument/],
    ['a zip archive', 'a.xlsx', zipOf({ 'a.txt': 'x' }), /里面没有工作簿/],
    [
      'a binary workbook',
      'a.xlsb',
      zipOf({ '_rels/.rels': GOOD['_rels/.rels']!.replace('workbook.xml', 'workbook.bin'), 'xl/workbook.bin': 'x' }),
      /二进制工作簿/,
    ],
  ])('%s', (_name, name, bytes, expected) => {
    expect(refused(bytes, name)).toMatch(expected);
  });

  test('a workbook of today under an old name is read', () => {
    expect(readEventFile('a.xls', zipOf(GOOD)).rows).toHaveLength(1);
  });
});

describe('an archive that is a trap', () => {
  test.each([
    ['a part that says it is large', withPart(SHEET, Buffer.alloc(60_000_000)), /^file-too-large .*超过 50 MiB/],
    ['one that says it is small', withPart(SHEET, Buffer.alloc(60_000_000), { size: 1000 }), /^bad-workbook /],
    ['one out of all proportion', withPart(SHEET, Buffer.alloc(40_000_000, 32)), /^file-too-large /],
    ['one that says too much', withPart(SHEET, 'x', { size: 1001 }), /^bad-workbook /],
    ['encrypted parts', zipOf(GOOD, { encrypted: true }), /^encrypted-file /],
    ['two parts of each name', zipOf(GOOD, { twice: true }), /^bad-workbook /],
    [
      '1001 parts',
      zipOf({ ...GOOD, ...Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`xl/media/${n}`, ''])) }),
      /部件超过 1000 个/,
    ],
  ])('%s', (_name, bytes, expected) => {
    soon(5, () => {
      expect(refused(bytes)).toMatch(expected);
    });
  });

  test('cut off anywhere, it is damaged', () => {
    const whole = zipOf(GOOD);
    for (let length = 4; length < whole.length; length += 37)
      expect(refused(whole.slice(0, length))).toMatch(/^bad-workbook .*已损坏或不完整/);
  });

  test('whatever bytes are changed, nothing is thrown, and nothing else is read', () => {
    const whole = zipOf(GOOD);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 5), fc.nat(255)), { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, byte] of changes) bytes[at + 4] = byte;
        const { rows, problems } = readEventFile('e.xlsx', bytes);
        if (problems.length === 0) expect(rows.map(({ value }) => value.id)).toEqual(['e1']);
      }),
      { numRuns: 300 },
    );
  });

  test('pictures, macros and links are not opened', () => {
    const rest = {
      'xl/vbaProject.bin': 'x',
      'xl/media/a.png': Buffer.alloc(60_000_000),
      'xl/externalLinks/externalLink1.xml': '<!DOCTYPE x>',
    };
    expect(readEventFile('e.xlsm', zipOf({ ...GOOD, ...rest })).rows).toHaveLength(1);
  });

  test('sizes where zip64 has them', () => {
    expect(readEventFile('e.xlsx', zipOf(GOOD, { long: true })).rows).toHaveLength(1);
  });

  test('names with backslashes and in capitals, as some programs write them', () => {
    const odd = Object.fromEntries(
      Object.entries(GOOD).map(([name, content]) => [name.replaceAll('/', '\\').replace('sheet1', 'Sheet1'), content]),
    );
    expect(readEventFile('e.xlsx', zipOf(odd)).rows).toHaveLength(1);
  });
});

describe('XML that is a trap', () => {
  test.each([
    ['a document type', 'xl/sharedStrings.xml', '<!DOCTYPE x [<!ENTITY a "b">]><sst><si><t>&a;</t></si></sst>', /文档类型/],
    ['an entity of nowhere', SHEET, worksheet('&a;'), /^bad-workbook /],
    ['tags without end', SHEET, '<worksheet><sheetData>', /^bad-workbook /],
    ['a thousand levels', SHEET, '<a>'.repeat(1000) + '</a>'.repeat(1000), /嵌套太深/],
    ['no UTF-8', SHEET, Uint8Array.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]), /^bad-workbook /],
    [
      'a sheet without its part',
      'xl/_rels/workbook.xml.rels',
      GOOD['xl/_rels/workbook.xml.rels']!.replace('sheet1', 'sheet9'),
      /^bad-workbook /,
    ],
    ['a sheet without its link', 'xl/_rels/workbook.xml.rels', '<Relationships/>', /^bad-workbook /],
    [
      'a sheet that lies outside',
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="s1" Type="x/worksheet" Target="http://example.com/sheet.xml" TargetMode="External"/></Relationships>',
      /^bad-workbook /,
    ],
  ])('%s', (_name, part, content, expected) => {
    expect(refused(withPart(part, content))).toMatch(expected);
  });

  test.each([
    ['a row twice', '<row r="2"/><row r="2"/>', '事件!A3'],
    ['rows out of order', '<row r="5"/><row r="3"/>', '事件!A6'],
    ['a row that there is not', '<row r="1048577"/>', '事件!A2'],
    ['a cell twice', '<row r="2"><c r="B2"/><c r="B2"/></row>', '事件!C2'],
    ['a cell of another row', '<row r="2"><c r="B3"/></row>', '事件!A2'],
    ['a column that there is not', '<row r="2"><c r="XFE2"/></row>', '事件!A2'],
    ['a kind of cell that there is not', '<row r="2"><c r="B2" t="x"/></row>', '事件!B2'],
    ['a shared text that there is not', '<row r="2"><c r="B2" t="s"><v>7</v></c></row>', '事件!B2'],
    ['one whose number is none', '<row r="2"><c r="B2" t="s"><v>length</v></c></row>', '事件!B2'],
  ])('two programs would see two tables: %s', (_name, rows, cell) => {
    expect(refused(workbookOf({ sheets: { 事件: `<sheetData>${HEADING}${rows}</sheetData>` } }))).toContain(
      `bad-workbook 事件.xlsx:${cell} `,
    );
  });

  test('UTF-16, and prefixes before every name', () => {
    const wide = Buffer.from(`\ufeff${GOOD[SHEET]!.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    const prefixed = GOOD[SHEET]!.replaceAll(/<(\/?)(?=[a-z])/gi, '<$1x:').replace('xmlns=', 'xmlns:x=');
    for (const sheet of [wide, prefixed]) expect(readEventFile('e.xlsx', withPart(SHEET, sheet)).rows).toHaveLength(1);
  });
});

describe('a sheet that is a trap', () => {
  const read = (content: string, more: object = {}): EventFile =>
    readEventFile('e.xlsx', workbookOf({ sheets: { 事件: content }, ...more }));

  test('a dimension that lies, and a cell in the last corner', () => {
    const last = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    soon(5, () => {
      const { rows, bad } = read(`<dimension ref="A1:XFD1048576"/><sheetData>${HEADING}${PAID}${last}</sheetData>`);
      expect([rows.length, bad.map(({ place }) => place.cell)]).toEqual([1, ['事件!XFD1048576']]);
    });
  });

  test('a hundred thousand rows that are only formatted', () => {
    const empty = Array.from({ length: 100_000 }, (_, n) => `<row r="${n + 3}" s="1" customFormat="1"><c r="A${n + 3}" s="1"/></row>`).join(
      '',
    );
    soon(20, () => {
      const { rows, bad, remarks } = read(`<sheetData>${HEADING}${PAID}${empty}</sheetData>`);
      expect([rows.length, bad, remarks]).toEqual([1, [], undefined]);
    });
  });

  test('twenty thousand rows', () => {
    const cells = (n: number) =>
      `<row>${text(`e${n}`)}${text('HJ-1')}${text('paid')}${number(44_993 + (n % 700), 1)}${number(n / 100)}</row>`;
    const sheet = sheetOf(...Array.from({ length: 20_000 }, (_, n) => cells(n)));
    soon(20, () => {
      expect(read(sheet, { formats: ['yyyy-mm-dd'] }).rows).toHaveLength(20_000);
    });
  });

  test('one long text in very many cells', () => {
    const long = Array.from({ length: 3000 }, (_, n) => String.fromCodePoint(0x4e00 + ((n * 7919) % 20_000)))
      .join('')
      .repeat(10);
    const sheet = sheetOf(row('<c t="s"><v>0</v></c>').repeat(3000));
    expect(refused(workbookOf({ sheets: { 事件: sheet }, strings: [`<t>${long}</t>`] }))).toMatch(/^file-too-large /);
  });

  test('merged cells without end', () => {
    const merges = Array.from({ length: 10_000 }, (_, n) => `<mergeCell ref="A${n + 3}:F${1_048_576 - n}"/>`).join('');
    soon(10, () => {
      const { rows, bad } = read(`${sheetOf(PAID.repeat(1000))}<mergeCells>${merges}</mergeCells>`);
      expect([rows.length, bad.length]).toEqual([1, 999]);
    });
  });

  test('900 sheets, each with events', () => {
    const sheets = Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`s${n}`, sheetOf(PAID)]));
    soon(20, () => {
      expect(refused(workbookOf({ sheets }))).toMatch(/“s9” 等 900 处，看不出该读哪一张/);
    });
  });

  test('300 columns', () => {
    const columns = ['id', 'type', 'at', ...Array.from({ length: 300 }, (_, n) => `c${n}`)];
    expect(refused(workbookOf({ sheets: { s: `<sheetData>${row(...columns.map(text))}</sheetData>` } }))).toMatch(/表头超过 256 列/);
  });

  test('a sheet name that would move the cursor', () => {
    const bytes = workbookOf({ sheets: { "it's \u202e": sheetOf(row(text('e1'), text('c'), text('t'), number(5))) } });
    expect(readEventFile('e.xlsx', bytes).bad[0]?.place.cell).toBe("'it''s \\u{202E}'!D2");
  });
});
