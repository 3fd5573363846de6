/** Files as they come: each kind that is read, and each that is not, with what its owner can do. */
import { describe, expect, test } from '@jest/globals';
import { LARGEST_FILE, readAgreement } from '../../src/agreement/read-agreement.js';
import { InputError, type Problem } from '../../src/input/problem.js';
import { pdfOf, wordOf, wordPartsOf } from '../support/documents.js';
import { partsOf, zipOf } from '../support/workbooks.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function problem(name: string, content: Uint8Array): Promise<Problem> {
  const error: unknown = await readAgreement(name, content).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(InputError);
  const [one, second] = (error as InputError).problems;
  expect(second).toBeUndefined();
  return one!;
}

const textsIn = async (name: string, content: Uint8Array): Promise<readonly string[]> =>
  (await readAgreement(name, content)).lines.map(({ text }) => text);

/** An old Office file, or one with a password: a directory of names in UTF-16. */
const compound = (name: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from(name, 'utf16le'),
    Buffer.alloc(80),
  ]);

const GB18030 = Buffer.from('d2bba1a2b8b6bfee0a3320c8d5c4dab8b6c7e5a1a30a', 'hex');

describe('what is read', () => {
  test('text in UTF-8, with or without its mark, and in GB18030', async () => {
    expect(await textsIn('a.txt', bytes('\ufeff一、付款\r\n3 日内付清。\r\n'))).toEqual(['一、付款', '3 日内付清。']);
    expect(await textsIn('a.txt', GB18030)).toEqual(['一、付款', '3 日内付清。']);
  });

  test('radicals, full-width signs and compatibility forms are the characters that they stand for', async () => {
    expect(await textsIn('a.txt', bytes('⼗⽇内⽀付３０％，⾦額￥１，０００．００（⻓期）'))).toEqual([
      '十日内支付30%，金額¥1，000.00(长期)',
    ]);
  });

  test('Word: runs put together, tables as cells, breaks as lines', async () => {
    const document = await readAgreement(
      'a.docx',
      wordOf([
        '一、付款期限为三个工作日内',
        {
          rows: [
            ['名称', '月租'],
            ['甲', '100'],
          ],
        },
      ]),
    );
    expect(document.lines.map(({ text, cells, line }) => [line, cells ?? text])).toEqual([
      [1, '一、付款期限为三个工作日内'],
      [2, ['名称', '月租']],
      [3, ['甲', '100']],
    ]);
  });

  test('Word: merged cells are given back to each row that they cover', async () => {
    const document = await readAgreement(
      'a.docx',
      wordOf([
        {
          rows: [
            ['档次', '可用率和抵扣', '>'],
            ['^', '可用率不满', '抵扣比例'],
            ['一档', '99.9%', '5%'],
            ['二档', '99%', '^'],
            ['合计', '>', '10%'],
          ],
        },
        {
          rows: [
            ['甲', '乙'],
            ['丙', '^'],
          ],
        },
      ]),
    );
    expect(document.lines.map(({ cells }) => cells)).toEqual([
      ['档次', '可用率和抵扣', ''],
      ['档次', '可用率不满', '抵扣比例'],
      ['一档', '99.9%', '5%'],
      ['二档', '99%', '5%'],
      ['合计', '', '10%'],
      ['甲', '乙'],
      ['丙', '乙'],
    ]);
  });

  test('Word: the numbers that it writes by itself', async () => {
    const document = await readAgreement(
      'a.docx',
      wordOf([
        { text: '付款', level: 0 },
        { text: '定金', level: 1 },
        { text: '尾款', level: 1 },
        { text: '验收之后', level: 2 },
        '没有编号',
        { text: '交货', level: 0 },
        { text: '地点', level: 1 },
      ]),
    );
    expect(document.lines.map(({ label }) => label)).toEqual(['一、', '1.', '2.', '(1)', null, '二、', '1.']);
  });

  test('PDF: pages, lines and cells', async () => {
    const row = [
      { x: 60, text: '名称' },
      { x: 200, text: '月租' },
      { x: 300, text: '是否' },
    ];
    const document = await readAgreement('a.pdf', pdfOf([['⼀、付款期限为三个⼯作⽇', row], ['二、交货地点由双方另行约定']]));
    expect(document.lines.map(({ page, line, cells, text }) => [page, line, cells ?? text])).toEqual([
      [1, 1, '一、付款期限为三个工作日'],
      [1, 2, ['名称', '月租', '是否']],
      [2, 1, '二、交货地点由双方另行约定'],
    ]);
  });

  test('PDF: a page without text among others is remembered', async () => {
    expect((await readAgreement('a.pdf', pdfOf([['一、付款期限为三个工作日内付清'], []]))).emptyPages).toEqual([2]);
  });
});

const macros = { ...wordPartsOf(['一']), 'word/vbaProject.bin': 'macro' };
const template = wordPartsOf(['一'], 'application/vnd.ms-word.document.macroEnabled.main+xml');
const bomb = { ...wordPartsOf(['一']), 'word/document.xml': `<a>${' '.repeat(30 * 1024 * 1024)}</a>` };
const cut = wordOf(['一、付款']).slice(0, 900);
const entities = {
  ...wordPartsOf(['一']),
  'word/document.xml': '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><w:document xmlns:w="w">&c;</w:document>',
};

const BAD: readonly (readonly [what: string, name: string, content: () => Uint8Array, code: Problem['code'], says: RegExp])[] = [
  ['nothing', 'a.txt', () => new Uint8Array(), 'empty-file', /没有内容/],
  ['blanks alone', 'a.txt', () => bytes(' \r\n\n'), 'empty-file', /没有内容/],
  ['bytes that are no text', 'a.txt', () => bytes('ab\u0000\u0001\u0002'), 'unknown-format', /认不出/],
  ['neither UTF-8 nor GB18030', 'a.txt', () => new Uint8Array([0xe4, 0xb8, 0x80, 0xff, 0xff]), 'bad-encoding', /UTF-8/],
  ['a web page', 'a.txt', () => bytes('<!DOCTYPE html><p>一、付款</p>'), 'unknown-format', /认不出/],
  ['a text that is too large', 'a.txt', () => bytes('一'.repeat(3 * 1024 * 1024)), 'file-too-large', /太大/],
  ['an old Word file', 'a.doc', () => compound('WordDocument'), 'old-document', /\.doc/],
  ['an RTF file', 'a.doc', () => bytes('{\\rtf1 abc}'), 'old-document', /\.doc/],
  ['a Word file with a password', 'a.docx', () => compound('EncryptedPackage'), 'encrypted-file', /密码/],
  ['a zip with a password', 'a.docx', () => zipOf(wordPartsOf(['一']), { encrypted: true }), 'encrypted-file', /密码/],
  ['a Word file with macros', 'a.docm', () => zipOf(macros), 'macro-document', /宏/],
  ['one that only says so', 'a.docx', () => zipOf(template), 'macro-document', /宏/],
  ['a workbook', 'a.docx', () => zipOf(partsOf({ sheets: { a: '<sheetData/>' } })), 'unknown-format', /这是工作簿/],
  ['some other archive', 'a.zip', () => zipOf({ 'a.txt': 'a' }), 'unknown-format', /这是压缩包/],
  ['a Word file that is cut off', 'a.docx', () => cut, 'bad-document', /损坏/],
  ['a Word file with entities', 'a.docx', () => zipOf(entities), 'bad-document', /损坏/],
  ['a Word file that unpacks to too much', 'a.docx', () => zipOf(bomb), 'file-too-large', /解压后太大/],
  ['one that lies about its size', 'a.docx', () => zipOf(bomb, { size: 10 }), 'bad-document', /损坏/],
  ['a Word file without a word', 'a.docx', () => wordOf(['', ' ']), 'scanned-document', /扫描/],
  ['a PDF that is cut off', 'a.pdf', () => bytes('%PDF-1.7\n1 0 obj <<'), 'bad-document', /损坏/],
  ['a PDF with a password', 'a.pdf', () => pdfOf([['一、付款']], { encrypted: true }), 'encrypted-file', /密码/],
  ['a scan', 'a.pdf', () => pdfOf([[], []]), 'scanned-document', /扫描/],
  [
    'a PDF that unpacks to too much',
    'a.pdf',
    () => pdfOf([[]], { content: new Uint8Array(64 * 1024 * 1024) }),
    'file-too-large',
    /解压后太大/,
  ],
  ['a PDF of too many pages', 'a.pdf', () => pdfOf(Array.from({ length: 501 }, () => ['一'])), 'file-too-large', /501|500/],
  [
    'a PDF whose fonts say nothing',
    'a.pdf',
    () => pdfOf([['\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008\ue009\ue00a\ue00b\ue00c\ue00d']]),
    'bad-document',
    /字体/,
  ],
];

describe('what is not read', () => {
  test.each(BAD)('%s: %s', async (_what, name, content, code, says) => {
    const one = await problem(name, content());
    expect(one).toMatchObject({ code, place: { file: name } });
    expect(one.message.zh).toMatch(says);
    expect(one.message.en).toMatch(/[a-z]/);
    expect(one.repair?.zh ?? '').toMatch(/\p{Script=Han}/u);
  });

  test('the limit is far above any agreement', () => {
    expect(LARGEST_FILE).toBe(64 * 1024 * 1024);
  });
});
