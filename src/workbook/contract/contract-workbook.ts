/** A contract as a workbook to be filled in, and back. */
import type { Declared } from '../../contract/read-contract.js';
import { readContract } from '../../contract/read-contract.js';
import { InputError, type Problem, type Text } from '../../input/problem.js';
import { parseDocuments } from '../../input/yaml.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { REMOVE } from '../columns.js';
import { DIGEST, FILE, GUIDE, PLACE, SPARE_ROWS, VERSION } from '../layout.js';
import type { ListName } from '../lists.js';
import type { Notes } from '../notes.js';
import type { Page, PageCell, PageColumn, WorkbookPages } from '../page.js';
import { notOurs, readPairs, type Filled } from '../read-tables.js';
import type { Book, Row } from '../sheet.js';
import { takeBack, type Taken } from '../take-back.js';
import { writePath } from '../text/path.js';
import { YamlText } from '../text/yaml-text.js';
import { fileDigest, rowDigest } from '../version.js';
import { withoutOldReadings } from './changed-readings.js';
import { CONTRACT, contractLists, contractSheets, type ContractSheet } from './contract-sheets.js';
import { compact, skeletonOf, withoutEmpty } from './skeleton.js';

const FORMAT = 'heyue/contract-workbook@1';
const RULEBOOK = 'rulebook';

/** The pages for a contract; of no contract, those of an empty one. */
export function contractPages(rulebook: Rulebook, notes: Notes, contract: string | undefined): WorkbookPages {
  const book = bookOf(rulebook, contract ?? skeletonOf(rulebook));
  const sheets = contractSheets(rulebook, notes);
  const lists = new Map<string, readonly string[]>(
    (['yes-no', 'event', 'question', 'coverage', 'remove'] satisfies ListName[]).map((name) => [name, book.lists.labels(name)]),
  );
  const pages = sheets.map((sheet) => pageOf(sheet, book, lists));
  return { title: rulebook.declared.title.zh, pages: [guidePage(rulebook, sheets), ...pages, versionPage(rulebook, book)], lists };
}

/** The rulebook that a contract's workbook was made for. */
export function rulebookOfWorkbook(filled: Filled): string {
  const version = readPairs(filled, VERSION);
  const id = version?.get(RULEBOOK);
  if (version?.get(VERSION) === FORMAT && id !== undefined) return id;
  throw new InputError([
    notOurs(filled, { zh: 'heyue export <规则库> --contract --xlsx <文件>', en: 'heyue export <rulebook> --contract --xlsx <file>' }),
  ]);
}

/**
 * The contract that a workbook says.
 * @param contract the file as it is now; undefined: there is none yet
 * @throws InputError with everything that is wrong, each at its cell
 */
export function importContract(
  filled: Filled,
  rulebook: Rulebook,
  declared: Declared,
  notes: Notes,
  contract: string | undefined,
): Taken & { readonly text: string } {
  const book = bookOf(rulebook, contract ?? skeletonOf(rulebook));
  const filledIn = (text: string): string => (contract === undefined ? withoutEmpty(text, rulebook) : text);
  const taken = takeBack({
    filled,
    sheets: contractSheets(rulebook, notes),
    book,
    listsOf: () => book.lists,
    problemsOf: (texts) => problemsIn(filledIn(texts.get(CONTRACT) ?? ''), declared),
  });
  const text = filledIn(taken.texts.get(CONTRACT) ?? '');
  return { ...taken, text: contract === undefined ? compact(text) : withoutOldReadings(contract, text) };
}

function problemsIn(text: string, declared: Declared): readonly Problem[] {
  const { documents, problems } = parseDocuments(CONTRACT, new TextEncoder().encode(text));
  const [document] = documents;
  const found = problems.length > 0 || document === undefined ? problems : readContract(document, declared).problems;
  const lines = text.split('\n');
  // Nothing is written there: that is what to say of it.
  return found.map((problem) =>
    /^\s*[^\s#]+:\s*$/.test(lines[problem.place.line - 1] ?? '') ? { ...problem, message: NOT_FILLED, repair: FILL } : problem,
  );
}

const NOT_FILLED: Text = { zh: '没有填写', en: 'not filled in' };
const FILL: Text = { zh: '照合同填写这一格', en: 'what the contract says' };

const bookOf = (rulebook: Rulebook, text: string): Book => ({
  files: new Map([[CONTRACT, new YamlText(text)]]),
  lists: contractLists(rulebook),
});

function pageOf(sheet: ContractSheet, book: Book, lists: Map<string, readonly string[]>): Page {
  const hidden = (heading: string): PageColumn => ({ heading, width: 10, isHidden: true, isLocked: true });
  const cellOf = (row: Row, id: string, isLocked: boolean): PageCell => {
    const { stored, choices } = isLocked ? {} : (sheet.cell?.(row, id) ?? {});
    const list = choices === undefined ? undefined : `${sheet.name}.${row.at.join('.')}.${id}`;
    if (list !== undefined && choices !== undefined) lists.set(list, choices);
    return {
      text: row.cells.get(id)?.text ?? '',
      isLocked,
      ...(stored === undefined ? {} : { stored }),
      ...(list === undefined ? {} : { list }),
    };
  };
  const isOpen = sheet.add !== undefined;
  return {
    name: sheet.name,
    columns: [
      hidden(FILE),
      hidden(PLACE),
      hidden(DIGEST),
      ...sheet.columns.map(({ id, heading, note, width, list, isRequired }): PageColumn => {
        const stored = sheet.stored?.[id];
        return {
          heading,
          note,
          width,
          // Rows of many kinds have drop-downs of their own.
          ...(list === undefined || sheet.cell !== undefined ? {} : { list }),
          ...(isRequired === true ? { isRequired } : {}),
          ...(stored === undefined ? {} : { stored }),
        };
      }),
      ...(isOpen ? [{ heading: REMOVE.heading, note: REMOVE.note, width: REMOVE.width, list: 'remove', isClosed: true }] : []),
    ],
    rows: sheet
      .rows(book)
      .map((row) => [
        { text: row.file, isLocked: true },
        { text: writePath(row.at), isLocked: true },
        { text: rowDigest(sheet.columns.map(({ id }) => row.cells.get(id)?.text ?? '')), isLocked: true },
        ...sheet.columns.map(({ id, kind }) =>
          cellOf(row, id, kind === 'name' || kind === 'shown' || row.cells.get(id)?.path === undefined),
        ),
        ...(isOpen ? [{ text: '', isLocked: false }] : []),
      ]),
    spare: isOpen ? SPARE_ROWS : 0,
    isProtected: true,
    isWrapped: true,
  };
}

const versionPage = ({ declared }: Rulebook, { files }: Book): Page => ({
  name: VERSION,
  isHidden: true,
  columns: [
    { heading: VERSION, width: 40 },
    { heading: FORMAT, width: 40 },
  ],
  rows: [[RULEBOOK, declared.id], ...[...files].map(([name, { text }]) => [name, fileDigest(text)])].map((pair) =>
    pair.map((text) => ({ text, isLocked: true })),
  ),
  spare: 0,
  isProtected: true,
  isWrapped: false,
});

const LINES: readonly string[] = [
  '填好后用 heyue import --contract <本文件> --out <合同文件.yaml> 写成合同文件；写错的地方按“约定!F7”这样的位置指出。',
  '白色的格子可以填；灰色的不能改。金额、数量填数字，日期填日期，比例填小数（百分之三十填 0.30）。',
  '规则库里的英文是标识，不用管它。可以不写的留空。',
];

const guidePage = ({ declared }: Rulebook, sheets: readonly ContractSheet[]): Page => ({
  name: GUIDE,
  columns: [
    { heading: '怎样填写', width: 14 },
    { heading: declared.title.zh, width: 100 },
  ],
  rows: [...LINES.map((text, index) => [String(index + 1), text]), ['', ''], ...sheets.map(({ name, about }) => [name, about])].map(
    (line) => line.map((text) => ({ text, isLocked: true })),
  ),
  spare: 0,
  isProtected: true,
  isWrapped: true,
});
