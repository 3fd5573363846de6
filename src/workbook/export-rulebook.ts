/** A rulebook as a workbook. */
import { InputError, type Place, type Problem } from '../input/problem.js';
import { cellPlace } from '../input/workbook/address.js';
import type { Texts } from '../scaffold/texts.js';
import { REMOVE } from './columns.js';
import { bookOf } from './import-rulebook.js';
import { DIGEST, FILE, FORMAT, GUIDE, MOST_CHARACTERS, PLACE, SPARE_ROWS, VERSION } from './layout.js';
import type { ListName } from './lists.js';
import { Notes, type Schemas } from './notes.js';
import type { Page, PageColumn, WorkbookPages } from './page.js';
import { rulebookSheets } from './rulebook-sheets.js';
import type { Book, Column, Row, Sheet } from './sheet.js';
import { writePath } from './text/path.js';
import { fileDigest, keyOf, rowDigest, rowSetDigest } from './version.js';

/**
 * The pages of its workbook.
 * @param name what the workbook will be called
 * @throws InputError where a cell would hold more than a workbook can
 */
export function rulebookPages(name: string, texts: Texts, schemas: Schemas): WorkbookPages {
  const notes = new Notes(schemas);
  const book = bookOf(texts, notes);
  const sheets = rulebookSheets(notes);
  const rows = new Map(sheets.map((sheet) => [sheet, sheet.rows(book)] as const));
  const tooLong = sheets.flatMap((sheet) => longCells(name, sheet, rows.get(sheet) ?? []));
  if (tooLong.length > 0) throw new InputError(tooLong);
  const used = new Set([...sheets.flatMap(({ columns }) => columns.flatMap(({ list }) => list ?? [])), REMOVE.list ?? 'remove']);
  const title = book.files.get('rulebook.yaml')?.node([0, 'title']);
  return {
    title: title === undefined ? name : (book.files.get('rulebook.yaml')?.sourceOf(title) ?? name),
    pages: [
      guidePage(sheets),
      ...sheets.map((sheet) => pageOf(sheet, rows.get(sheet) ?? [])),
      versionPage(
        book,
        sheets.map((sheet) => [sheet, rows.get(sheet) ?? []]),
      ),
    ],
    lists: new Map([...used].sort().map((list: ListName) => [list, book.lists.labels(list)])),
  };
}

function pageOf(sheet: Sheet, rows: readonly Row[]): Page {
  const isOpen = sheet.add !== undefined;
  const hidden = (heading: string): PageColumn => ({ heading, width: 10, isHidden: true, isLocked: true });
  return {
    name: sheet.name,
    columns: [hidden(FILE), hidden(PLACE), hidden(DIGEST), ...sheet.columns.map(pageColumn), pageColumn(REMOVE)],
    rows: rows.map((row) => [
      { text: row.file, isLocked: true },
      { text: writePath(row.at), isLocked: true },
      { text: rowDigest(sheet.columns.map(({ id }) => row.cells.get(id)?.text ?? '')), isLocked: true },
      ...sheet.columns.map(({ id, kind, isId }) => {
        const cell = row.cells.get(id);
        return { text: cell?.text ?? '', isLocked: kind === 'name' || kind === 'shown' || isId === true || cell?.path === undefined };
      }),
      { text: '', isLocked: row.isFixed === true },
    ]),
    spare: isOpen ? SPARE_ROWS : 0,
    isProtected: true,
    isWrapped: true,
  };
}

const pageColumn = ({ heading, note, width, list, isClosed, isRequired }: Column): PageColumn => ({
  heading,
  note,
  width,
  ...(list === undefined ? {} : { list }),
  ...(isClosed === true ? { isClosed } : {}),
  ...(isRequired === true ? { isRequired } : {}),
});

function versionPage(book: Book, sheets: readonly (readonly [Sheet, readonly Row[]])[]): Page {
  const pairs: (readonly [string, string])[] = [
    [VERSION, FORMAT],
    ...[...book.files].map(([file, { text }]) => [file, fileDigest(text)] as const),
    ...sheets.flatMap(([{ name }, rows]) =>
      [...new Set(rows.map(({ file }) => file))].map(
        (file) => [`${name}/${file}`, rowSetDigest(rows.filter((row) => row.file === file).map(keyOf))] as const,
      ),
    ),
  ];
  const [[first, format], ...rest] = pairs as [readonly [string, string], ...(readonly [string, string])[]];
  return {
    name: VERSION,
    isHidden: true,
    columns: [
      { heading: first, width: 40 },
      { heading: format, width: 40 },
    ],
    rows: rest.map((pair) => pair.map((text) => ({ text, isLocked: true }))),
    spare: 0,
    isProtected: true,
    isWrapped: false,
  };
}

const LINES: readonly string[] = [
  '本工作簿由 heyue export 导出，改好后用 heyue import <规则库> --xlsx <本文件> 写回规则库的文件；加上 --dry-run 只看要改什么。',
  '白色的格子可以改；灰色的是编号和由程序填写的内容，不能改。工作表的保护没有密码，只防误改。',
  '格子改了什么，文件里就只改那一处；注释、次序和排版都不动。没有改的，导入后与原来一字不差。',
  '新增：在各表末尾的空行填写，或者复制一行后改名称。删除：在“删除”列选“删除”，或者整行删掉。排序、筛选、隐藏行列都不影响导入。',
  '带下拉的格子从下拉中选；也可以写英文标识。名称后面的英文是它在规则文件里的标识。',
  '几个词并列的（如法律依据、免责），用“、”隔开。',
  '条件、计算、表格等写成 YAML，与规则文件里的写法相同；用英文的冒号、逗号和括号。',
  '黄色是必须填写而空着的；橙色是没有这个名称。',
  '导出以后文件又有改动的，只有两边改了同一行才会提出来，其余照常导入。',
  '写错的地方，导入时按“规则!C7”这样的位置指出，并且什么都不写；改好再导入即可。',
];

function guidePage(sheets: readonly Sheet[]): Page {
  const line = (text: string, more = ''): readonly { text: string; isLocked: boolean }[] =>
    [text, more].map((one) => ({ text: one, isLocked: true }));
  return {
    name: GUIDE,
    columns: [
      { heading: '怎样使用', width: 14 },
      { heading: '', width: 110 },
    ],
    rows: [
      ...LINES.map((text, index) => line(String(index + 1), text)),
      line(''),
      line('工作表', '内容'),
      ...sheets.map(({ name, about }) => line(name, about)),
    ],
    spare: 0,
    isProtected: true,
    isWrapped: true,
  };
}

function longCells(name: string, sheet: Sheet, rows: readonly Row[]): readonly Problem[] {
  return rows.flatMap((row, index) =>
    sheet.columns.flatMap(({ id }, column): readonly Problem[] => {
      if ((row.cells.get(id)?.text.length ?? 0) <= MOST_CHARACTERS) return [];
      const place: Place = cellPlace(name, sheet.name, index + 2, column + 4);
      return [
        {
          code: 'scalar-too-long',
          place,
          message: {
            zh: `${row.file} 的这一项超过 ${MOST_CHARACTERS} 个字符，一个格子放不下`,
            en: `this part of ${row.file} is longer than the ${MOST_CHARACTERS} characters that a cell holds`,
          },
          repair: { zh: '在文件里拆短', en: 'the part made shorter in the file' },
        },
      ];
    }),
  );
}
