import type { Problem, ProblemCode, Text } from '../problem.js';
import { XmlError } from '../xml.js';
import { ZipError, type ZipFault } from '../zip.js';
import { cellPlace } from './address.js';

/** Where in a workbook: a sheet, and perhaps a cell of it. */
export interface At {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Why a workbook cannot be used. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly says: Text;
  readonly repair: Text | undefined;
  readonly at: At | undefined;

  constructor(code: ProblemCode, says: Text, repair?: Text, at?: At) {
    super(says.en);
    this.name = 'Refusal';
    this.code = code;
    this.says = says;
    this.repair = repair;
    this.at = at;
  }
}

/** What was thrown while a workbook was read, as its problem; anything else is thrown on. */
export function problemOf(error: unknown, file: string): Problem {
  const { code, says, repair, at } = refusalOf(error);
  const place = at === undefined ? { file, line: 1, column: 1 } : cellPlace(file, at.sheet, at.row, at.column);
  return { code, place, message: says, ...(repair === undefined ? {} : { repair }) };
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof ZipError) return new Refusal(...ZIP[error.fault]);
  if (error instanceof XmlError) return error.fault === 'damaged' ? damaged() : new Refusal('bad-workbook', ODD_XML, SAVE_AGAIN);
  throw error;
}

/** Most a workbook may hold, unpacked. */
export const UNPACKED = 50 * 1024 * 1024;
export const PARTS = 1000;

const SAVE_AGAIN: Text = {
  zh: '用 Excel 或 WPS 打开，另存为新的 .xlsx',
  en: 'the workbook opened in Excel or WPS and saved anew as .xlsx',
};

const ODD_XML: Text = {
  zh: '工作簿里有不该有的内容（XML 声明了文档类型，或嵌套太深）',
  en: 'the workbook holds what none should (an XML document type, or tags nested too deeply)',
};

export const TOO_LARGE: Text = {
  zh: `工作簿解压后超过 ${UNPACKED / 1024 / 1024} MiB，或压缩比高得不正常`,
  en: `the workbook unpacks to more than ${UNPACKED / 1024 / 1024} MiB, or beyond all proportion`,
};

export const SPLIT: Text = {
  zh: '删去空的带格式的行和图片，拆成几个文件，或另存为 CSV',
  en: 'a workbook without empty formatted rows and pictures, several files, or CSV',
};

const ZIP: Readonly<Record<ZipFault, readonly [ProblemCode, Text, Text]>> = {
  damaged: [
    'bad-workbook',
    { zh: '工作簿已损坏或不完整，解不开', en: 'the workbook is damaged or incomplete' },
    { zh: '重新取得这个文件；或用 Excel、WPS 修复后另存', en: 'the file fetched again, or repaired in Excel or WPS' },
  ],
  encrypted: [
    'encrypted-file',
    { zh: '工作簿设了密码，读不到内容', en: 'the workbook is protected by a password' },
    { zh: '在 Excel 或 WPS 里取消密码后另存', en: 'the workbook saved without a password' },
  ],
  'too-large': ['file-too-large', TOO_LARGE, SPLIT],
  'too-many-parts': [
    'file-too-large',
    { zh: `工作簿里的部件超过 ${PARTS} 个（工作表、图片太多）`, en: `the workbook has more than ${PARTS} parts (sheets, pictures)` },
    SPLIT,
  ],
};

/** The workbook as a whole, or at one cell, is not as a workbook must be. */
export function damaged(at?: At): Refusal {
  return new Refusal(...ZIP.damaged, at);
}

export function encrypted(): Refusal {
  return new Refusal(...ZIP.encrypted);
}
