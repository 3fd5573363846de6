/** Workbooks of events: what cells hold becomes what a CSV would say, or is set aside with its cell. */
import { describe, expect, test } from '@jest/globals';
import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import fc from 'fast-check';
import { addDays, dayOf, formatDay } from '../../src/calendar/day.js';
import { readEventFile, type EventFile } from '../../src/events/files.js';
import { HEADING, number, row, sheetOf, text, workbookOf, type Made } from '../support/workbooks.js';

const read = (made: Made): EventFile => readEventFile('事件.xlsx', workbookOf(made));
const rows = (...cells: readonly string[]): EventFile => read({ sheets: { 事件: sheetOf(...cells) } });
const asides = (found: EventFile) => found.bad.map(({ place, reason }) => [place.cell, reason.zh]);
const remarks = (found: EventFile) => (found.remarks ?? []).map(({ place, says, isDoubt }) => [place.cell, says.zh, isDoubt]);
const refusal = ({ rows: none, problems }: EventFile) => {
  expect(none).toEqual([]);
  return problems.map(({ code, place, message }) => [code, place.cell ?? place.line, message.zh]);
};
/** An event with one cell under `at`, and one under `amount`. */
const event = (at = text('2023-03-08'), amount = '<c/>') => row(text('e1'), text('HJ-1'), text('paid'), at, amount);
const FORMATS = ['yyyy-mm-dd', 'yyyy-mm-dd hh:mm:ss', 'h:mm', '[h]:mm', 'yyyy"年"m"月"', '0.00'];
/** What one cell becomes under `at`, in the style of a format above (from 1; 0 is General). */
function dated(stored: string | number, style: number, more: Partial<Made> = {}): string {
  const found = read({ sheets: { 事件: sheetOf(event(number(stored, style))) }, formats: FORMATS, ...more });
  return (found.rows[0]?.value.at as string | undefined) ?? found.bad[0]!.reason.zh;
}
const amountOf = (cell: string): string => {
  const found = rows(event(undefined, cell));
  return String((found.rows[0]?.value.data as { amount?: string } | undefined)?.amount ?? found.bad[0]?.reason.zh);
};

describe('a workbook as a library writes it', () => {
  const cells = (sheet: WorkSheet, options: object = {}): EventFile => {
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, '事件');
    return readEventFile('events.xlsx', write(book, { type: 'buffer', bookType: 'xlsx', ...options }) as Uint8Array);
  };
  const sheet = utils.aoa_to_sheet([
    ['id', 'contract', 'type', 'at', 'amount', 'phone', 'agreed', 'recordedAt'],
    ['e1', 'HJ-1', 'paid', { t: 'n', v: 44993, z: 'yyyy"年"m"月"d"日"' }, 0.1 + 0.2, 4_000_000_001, true, '2023-03-09'],
    ['e2', 'HJ-1', 'paid', { t: 'n', v: 44993.416666666664, z: 'yyyy/m/d h:mm' }, '2000.00', '010-1234', '是', undefined],
    [],
  ] as (CellObject | string | number | boolean | undefined)[][]);

  test.each([
    ['shared texts', { bookSST: true }],
    ['texts in their cells', { bookSST: false }],
    ['compressed', { compression: true }],
    ['with macros', { bookType: 'xlsm' }],
  ])('%s', (_name, options) => {
    const found = cells(sheet, options);
    expect([found.problems, found.bad, found.remarks, found.encoding]).toEqual([[], [], undefined, undefined]);
    expect(found.rows.map(({ value, textual }) => [value, textual])).toEqual([
      [
        {
          id: 'e1',
          contract: 'HJ-1',
          type: 'paid',
          at: '2023-03-08',
          recordedAt: '2023-03-09',
          data: { amount: '0.3', phone: '4000000001', agreed: 'true' },
        },
        true,
      ],
      [
        {
          id: 'e2',
          contract: 'HJ-1',
          type: 'paid',
          at: '2023-03-08T10:00:00',
          data: { amount: '2000.00', phone: '010-1234', agreed: '是' },
        },
        true,
      ],
    ]);
    expect(found.rows[1]?.place).toEqual({ file: 'events.xlsx', line: 3, column: 1, cell: '事件!A3' });
    expect(found.rows[1]?.placeOf?.('amount')).toMatchObject({ line: 3, column: 5, cell: '事件!E3' });
  });

  test('any format, any day and second: what was written is read', () => {
    const FIRST = dayOf(1900, 3, 1);
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(86_399), fc.boolean(), (days, seconds, isFrom1904) => {
        const day = addDays(isFrom1904 ? dayOf(1904, 1, 1) : FIRST, days);
        const serial = days + (isFrom1904 ? 0 : 61) + seconds / 86_400;
        const [hour, minute, second] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((n) =>
          String(n).padStart(2, '0'),
        );
        // As Excel stores it: 15 digits.
        for (const stored of [serial, Number(serial.toPrecision(15))])
          expect(dated(stored, 2, { isFrom1904 })).toBe(`${formatDay(day)}T${hour}:${minute}:${second}`);
      }),
      { numRuns: 60 },
    );
  });
});

describe('dates', () => {
  test.each([
    ['a day', 44993, 1, '2023-03-08'],
    ['a day that has a time, though it is not shown', 44993.5, 1, '2023-03-08T12:00:00'],
    ['midnight where the time is shown', 44993, 2, '2023-03-08T00:00:00'],
    ['half a second', 44993.500005787, 2, '2023-03-08T12:00:00.500'],
    ['a hair before midnight is midnight', 44993.9999999999, 2, '2023-03-09T00:00:00'],
    ['a day of which only the time is shown', 44993.5, 3, '2023-03-08T12:00:00'],
    ['a time alone', 0.4375, 3, '10:30:00'],
    ['a span of hours', 1.25, 4, '30:00:00'],
    ['1900-02-28', 59, 1, '1900-02-28'],
    ['1900-03-01', 61, 1, '1900-03-01'],
    ['exponents', '4.4993E4', 1, '2023-03-08'],
  ])('%s', (_name, stored, style, expected) => {
    expect(dated(stored, style)).toBe(expected);
  });

  test.each([
    ['the 29 February 1900 that never was', 60, 1, /1900-02-29，没有这一天/],
    ['a time with a date format', 0.5, 2, /只有时刻，没有日期/],
    ['below zero', -1, 1, /是负数/],
    ['the year 2300', 146_100, 1, /太晚了/],
    ['a year and a month', 44986, 5, /只写到年月/],
    ['a number with no date format', 44993, 0, /^时间写成了数字 44993（是否指 2023-03-08），格子没有日期格式/],
    ['digits of a date', 20_230_308, 0, /是否指 2023-03-08/],
    ['a number format', 44993, 6, /没有日期格式/],
    ['a small number', 5, 0, /^时间写成了数字 5，格子没有日期格式/],
  ])('set aside: %s', (_name, stored, style, expected) => {
    expect(dated(stored, style)).toMatch(expected);
  });

  test('from 1904', () => {
    expect(dated(0, 1, { isFrom1904: true })).toBe('1904-01-01');
    expect(dated(44993 - 1462, 1, { isFrom1904: true })).toBe('2023-03-08');
    expect(dated(44993 - 1462, 0, { isFrom1904: true })).toMatch(/是否指 2023-03-08/);
  });

  test.each([
    ['m/d/yy h:mm AM/PM', '2023-03-08T00:00:00'],
    ['[$-804]yyyy"年"m"月"d"日";@', '2023-03-08'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', '2023-03-08'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '2023-03-08'],
    ['上午/下午h"时"mm"分"', '2023-03-08T00:00:00'],
    ['e"年"m"月"d"日"', '2023-03-08'],
    ['[Red]0.00"days"', /没有日期格式/],
    ['G/通用格式', /没有日期格式/],
    ['0.00E+00', /没有日期格式/],
    ['#,##0.00\\d', /没有日期格式/],
    ['_d0_y', /没有日期格式/],
  ])('the format %s', (format, expected) => {
    const at = dated(44993, 1, { formats: [format] });
    if (typeof expected === 'string') expect(at).toBe(expected);
    else expect(at).toMatch(expected);
  });

  test.each([
    [14, '2023-03-08'],
    [22, '2023-03-08T00:00:00'],
    [31, '2023-03-08'],
    [58, '2023-03-08'],
    [57, /只写到年月/],
    [4, /没有日期格式/],
  ])('the built-in format %i', (id, expected) => {
    const at = dated(44993, 1, { formats: [id] });
    if (typeof expected === 'string') expect(at).toBe(expected);
    else expect(at).toMatch(expected);
  });

  test('text in the forms of a CSV stays as it is', () => {
    expect(rows(event(text('2023-03-08T10:00:00+08:00'))).rows[0]?.value.at).toBe('2023-03-08T10:00:00+08:00');
    expect(rows(event(text('2023/3/8'))).rows[0]?.value.at).toBe('2023/3/8');
  });

  test('dates stored as ISO text', () => {
    const iso = (written: string, style: number) =>
      read({ sheets: { 事件: sheetOf(event(`<c t="d" s="${style}"><v>${written}</v></c>`)) }, formats: FORMATS });
    expect(iso('2023-03-08T00:00:00', 1).rows[0]?.value.at).toBe('2023-03-08');
    expect(iso('2023-03-08T00:00:00.000', 2).rows[0]?.value.at).toBe('2023-03-08T00:00:00.000');
    expect(asides(iso('2023-03-07T16:00:00Z', 1))).toEqual([['事件!D2', expect.stringMatching(/带有时差/)]]);
  });

  test('no clock and no time zone of the machine has a part in it', () => {
    const RealDate = globalThis.Date;
    const bytes = workbookOf({ sheets: { 事件: sheetOf(event(number(44993.25, 2))) }, formats: FORMATS });
    try {
      globalThis.Date = new Proxy(RealDate, {
        construct: () => {
          throw new Error('a Date was made');
        },
      });
      expect(readEventFile('e.xlsx', bytes).rows[0]?.value.at).toBe('2023-03-08T06:00:00');
    } finally {
      globalThis.Date = RealDate;
    }
  });
});

describe('numbers', () => {
  test.each([
    ['0.30000000000000004', '0.3'],
    ['1.1000000000000001', '1.1'],
    ['2000', '2000'],
    ['2000.00', '2000'],
    ['1234567.89', '1234567.89'],
    ['1.3800138E10', '13800138000'],
    ['4.0000000010000000E9', '4000000001'],
    ['999999999999999', '999999999999999'],
    ['1E-7', '0.0000001'],
    ['-5', '-5'],
    ['-0', '0'],
  ])('%s is %s', (stored, expected) => {
    expect(amountOf(number(stored))).toBe(expected);
  });

  test.each([
    ['a number too long for its cell', '1.10101199003074E+17', /只存得下 15 位，“110101199003074000”后面的数字已经丢失/],
    ['no number', '12abc', /“12abc”不是数字/],
    ['none at all', 'NaN', /不是数字/],
    ['beyond all numbers', '1E999', /不是数字/],
  ])('set aside: %s', (_name, stored, expected) => {
    expect(amountOf(number(stored))).toMatch(expected);
  });

  test('every amount in cents comes back', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.nat(99), (yuan, cents) => {
        const written = `${yuan}.${String(cents).padStart(2, '0')}`;
        expect(Number(amountOf(number(Number(written))))).toBe(Number(written));
        expect(amountOf(number(Number(written)))).toMatch(/^\d+(\.\d{1,2})?$/);
      }),
      { numRuns: 60 },
    );
  });

  test('text that looks like a number stays text, for its type to refuse', () => {
    expect(amountOf(text('1,200.00'))).toBe('1,200.00');
    expect(amountOf(text('１２００'))).toBe('１２００');
    expect(amountOf(text('0012'))).toBe('0012');
  });

  test('true and false', () => {
    expect(amountOf('<c t="b"><v>1</v></c>')).toBe('true');
    expect(amountOf('<c t="b"><v>0</v></c>')).toBe('false');
  });
});

describe('texts', () => {
  const strings = [
    '<t>e1</t>',
    '<t xml:space="preserve"> a &amp;lt; b </t>',
    '<r><rPr><b/></rPr><t>甲</t></r><r><t>方</t></r><rPh sb="0" eb="1"><t>jia</t></rPh>',
    '<t>one_x000D_\ntwo _x005F_x0041_</t>',
    '<t><![CDATA[<c>]]></t>',
  ];
  test.each([
    [1, ' a &lt; b '],
    [2, '甲方'],
    [3, 'one\ntwo _x0041_'],
    [4, '<c>'],
  ])('shared text %i', (index, expected) => {
    const found = read({
      sheets: {
        s: sheetOf(row('<c t="s"><v>0</v></c>', text('c'), text('t'), text('2023-03-08'), '<c/>', `<c t="s"><v>${index}</v></c>`)),
      },
      strings,
    });
    expect(found.rows[0]?.value.data).toEqual({ note: expected });
  });

  test('a character that hides is set aside, with its cell', () => {
    expect(asides(rows(row(text('e1'), text('HJ-1'), text('pa\u200bid'))))).toEqual([['事件!C2', expect.stringMatching(/U\+200B/)]]);
  });

  test('a row beyond 64 KiB', () => {
    const found = rows(row(...Array.from({ length: 3 }, () => text('长'.repeat(10_000)))), event());
    expect([asides(found), found.rows.length]).toEqual([[['事件!A2', '一条记录超过 64 KiB']], 1]);
  });
});

describe('formulas', () => {
  const formula = (inside: string, type = '') => `<c${type}><f>A1</f>${inside}</c>`;

  test('a value that is stored is read, and said to be perhaps out of date', () => {
    const found = rows(event(undefined, formula('<v>2000</v>')), event(undefined, formula('<v>一</v>', ' t="str"')), event());
    expect(found.rows.map(({ value }) => value.data)).toEqual([{ amount: '2000' }, { amount: '一' }, {}]);
    expect(remarks(found)).toEqual([['事件!E2', '公式按文件里存的结果读取，可能不是最新的：E2、E3', true]]);
  });

  test.each([
    ['none', formula('')],
    ['an empty one', formula('<v/>')],
    ['an empty one, as text with no value', formula('', ' t="str"')],
    ['a shared formula', '<c><f t="shared" si="0"/></c>'],
  ])('a value that is not stored sets the row aside: %s', (_name, cell) => {
    const found = rows(event(undefined, cell), event());
    expect(asides(found)).toEqual([['事件!E2', expect.stringMatching(/是公式，而文件里没有它的计算结果/)]]);
    expect(found.rows).toHaveLength(1);
  });

  test('one that comes to nothing is an empty cell', () => {
    const found = rows(event(undefined, formula('<v></v>', ' t="str"')), row(formula('<v></v>', ' t="str"')));
    expect([found.rows.map(({ value }) => value.data), found.bad]).toEqual([[{}], []]);
  });

  test('an error', () => {
    expect(asides(rows(event(undefined, formula('<v>#N/A</v>', ' t="e"'))))).toEqual([['事件!E2', expect.stringMatching(/错误值 #N\/A/)]]);
  });

  test('many are counted', () => {
    const found = rows(...Array.from({ length: 30 }, () => event(undefined, formula('<v>1</v>'))));
    expect(remarks(found)[0]?.[1]).toMatch(/E2、E3、.*E11 等 30 处$/);
  });
});

describe('what stands around the events', () => {
  test('titles above, empty rows between and below, columns aside', () => {
    const sheet = `<sheetData>${row(text('收款登记'))}<row r="3"/>${row(text('2023年'), text(''))}<row r="6"><c r="C6" t="inlineStr"><is><t>id</t></is></c><c r="D6" t="inlineStr"><is><t>type</t></is></c><c r="F6" t="inlineStr"><is><t>at</t></is></c></row><row r="9"><c r="C9"><v>1</v></c><c r="D9" t="inlineStr"><is><t>paid</t></is></c><c r="F9" t="inlineStr"><is><t>2023-03-08</t></is></c></row><row r="10"><c r="C10" s="1"/></row></sheetData>`;
    const found = read({ sheets: { 事件: sheet }, formats: FORMATS });
    expect([found.problems, found.bad]).toEqual([[], []]);
    expect(found.rows.map(({ value, place }) => [value, place.cell])).toEqual([
      [{ id: '1', type: 'paid', at: '2023-03-08', data: {} }, '事件!C9'],
    ]);
  });

  test('merged cells set aside every row they reach into; above the headings they are titles', () => {
    const sheet = `<sheetData>${row(text('收款登记'))}${HEADING}${event()}${event()}${event()}${event()}</sheetData><mergeCells><mergeCell ref="A1:F1"/><mergeCell ref="B4:B5"/><mergeCell ref="Z6:Z7"/></mergeCells>`;
    const found = read({ sheets: { 事件: sheet } });
    expect(found.rows.map(({ place }) => place.line)).toEqual([3, 6]);
    expect(asides(found)).toEqual([
      ['事件!B4', expect.stringMatching(/合并的格子/)],
      ['事件!B5', expect.stringMatching(/合并的格子/)],
    ]);
  });

  test('hidden rows and columns are read, and it is said', () => {
    const hidden = (r: number, how: string) =>
      `<row r="${r}" ${how}>${[text(`e${r}`), text('HJ-1'), text('paid'), text('2023-03-08')].join('')}</row>`;
    const sheet = `<cols><col min="5" max="6" width="9" hidden="1"/><col min="9" max="9" hidden="true"/></cols><sheetData>${HEADING}${hidden(2, '')}${hidden(3, 'hidden="1"')}${hidden(4, 'ht="0"')}${hidden(6, 'hidden="true"')}<row r="8" hidden="1"/></sheetData>`;
    const found = read({ sheets: { 事件: sheet } });
    expect(found.rows).toHaveLength(4);
    expect(remarks(found)).toEqual([
      ['事件!A3', '隐藏（或被筛选掉）的行照样读取：第 3-4、6 行', false],
      ['事件!E1', '隐藏的列照样读取：E（amount）、F（note）', false],
    ]);
  });

  test('a cell under no heading sets its row aside; a column with nothing in it does not matter', () => {
    const found = rows(
      event() + row(...Array.from({ length: 6 }, () => '<c/>'), text('见附件')),
      row(text('e2'), text(''), text('paid'), text('2023-03-08')),
    );
    expect(asides(found)).toEqual([['事件!G3', expect.stringMatching(/没有表头/)]]);
    expect(found.rows).toHaveLength(2);
  });
});

describe('which sheet', () => {
  const notes = `<sheetData>${row(text('说明'))}</sheetData>`;

  test('the one with the headings; others are named', () => {
    const found = read({ sheets: { 说明: notes, 空: '<sheetData/>', '三月 收款': sheetOf(event()) } });
    expect(found.rows.map(({ place }) => place.cell)).toEqual(["'三月 收款'!A2"]);
    expect(remarks(found)).toEqual([["'三月 收款'!A1", '没有读取其他工作表：“说明”（没有 id、type、at 表头）', false]]);
  });

  test('a hidden one counts like others', () => {
    expect(remarks(read({ sheets: { 说明: notes, 事件: sheetOf(event()) }, hidden: ['事件'] }))[0]).toEqual([
      '事件!A1',
      '这张工作表是隐藏的，照样读取',
      false,
    ]);
    expect(refusal(read({ sheets: { 一月: sheetOf(), 二月: sheetOf(event()) }, hidden: ['二月'] }))).toEqual([
      ['several-tables', '一月!A1', '有几张工作表都是事件表：“一月”、“二月”，看不出该读哪一张'],
    ]);
  });

  test('none', () => {
    expect(refusal(read({ sheets: { a: notes, b: notes } }))).toEqual([
      ['bad-header', 'a!A1', '没有一张工作表有 id、type、at 这三列：“a”、“b”'],
    ]);
    expect(refusal(read({ sheets: { a: '<sheetData/>' } }))).toEqual([['bad-header', 1, '工作簿里没有内容']]);
    expect(refusal(read({ sheets: {} }))).toEqual([['bad-header', 1, '工作簿里没有内容']]);
  });

  test('the headings of the only one are told what is wrong with them', () => {
    const sheet = `<sheetData>${row(text('收款登记'))}${row(...['id', 'tpye', 'at'].map(text))}${event()}</sheetData>`;
    expect(refusal(read({ sheets: { 事件: sheet } }))).toEqual([['bad-header', '事件!A2', '表头缺少“type”列']]);
    const twice = `<sheetData>${row(...['id', 'type', 'at', 'at', 'am\u200bount'].map(text))}</sheetData>`;
    expect(refusal(read({ sheets: { 事件: twice } }))).toEqual([
      ['bad-header', '事件!D1', '表头有两列“at”'],
      ['bad-header', '事件!E1', expect.stringMatching(/^第 E 列：.*U\+200B/)],
    ]);
  });
});
