/** What a file is that has a workbook's name: often an old workbook, or a web page or a CSV that a system has named so. */
import { decodeText } from '../decode.js';
import { fileTooLarge, LOGGED } from '../limits.js';
import type { Text } from '../problem.js';
import type { Zip } from '../zip.js';
import { damaged, encrypted, Refusal } from './refusal.js';

const SAVE_AS_XLSX: Text = {
  zh: '用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”',
  en: 'the file opened in Excel or WPS and saved as "Excel Workbook (.xlsx)"',
};

/** Why a file is no zip archive, as workbooks of today are; undefined if it is one. */
export function whatElse(bytes: Uint8Array): Refusal | undefined {
  const large = fileTooLarge(bytes, LOGGED);
  if (large !== undefined) return new Refusal('file-too-large', large.message, large.repair);
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return undefined;
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return oldFile(bytes);
  if (bytes.length === 0) return new Refusal('empty-file', { zh: '文件是空的，连表格也没有', en: 'the file is empty' }, SAVE_AS_XLSX);
  return textFile(bytes);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Why an archive is no workbook; undefined if it is one. `main` is the part that it calls its document. */
export function otherPackage(zip: Zip, main: string): Refusal | undefined {
  const other = (zh: string, en: string): Refusal => new Refusal('unknown-format', { zh, en }, SAVE_AS_XLSX);
  if (main.toLowerCase().endsWith('.bin'))
    return other('这是二进制工作簿（.xlsb），不能读取', 'this is a binary workbook (.xlsb), which is not read');
  if (zip.has('xl/workbook.xml') || (zip.has(main) && !/^(word|ppt)\//i.test(main))) return undefined;
  if (zip.has('word/document.xml') || zip.has('ppt/presentation.xml'))
    return other('这是 Word 或 PowerPoint 文件，不是工作簿', 'this is a Word or PowerPoint file, not a workbook');
  if (zip.has('content.xml') && zip.has('mimetype'))
    return other('这是 OpenDocument 文件（.ods），不是 .xlsx', 'this is an OpenDocument file (.ods), not .xlsx');
  return other('这是压缩包，里面没有工作簿', 'this is a zip archive with no workbook in it');
}

/** The container of the formats of 1997, and of today's once they are encrypted. */
function oldFile(bytes: Uint8Array): Refusal {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le')))
    return encrypted();
  return new Refusal(
    'unknown-format',
    { zh: '这是旧格式的工作簿（.xls、.et），不能读取', en: 'this is a workbook of the old format (.xls, .et), which is not read' },
    SAVE_AS_XLSX,
  );
}

const START = 4096;

function textFile(bytes: Uint8Array): Refusal {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, START)).toLowerCase();
  if (/<(html|table|meta|!doctype html)/.test(start)) {
    return new Refusal(
      'unknown-format',
      {
        zh: '这其实是网页（HTML 表格），只是用了工作簿的名字；许多系统的“导出 Excel”就是这样',
        en: 'this is a web page (an HTML table) with the name of a workbook, as many systems export it',
      },
      SAVE_AS_XLSX,
    );
  }
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet')) {
    return new Refusal(
      'unknown-format',
      { zh: '这是“XML 表格 2003”，不是 .xlsx', en: 'this is an "XML Spreadsheet 2003", not .xlsx' },
      SAVE_AS_XLSX,
    );
  }
  const decoded = decodeText(bytes);
  if ('failure' in decoded || decoded.text.includes('\0')) return damaged();
  return new Refusal(
    'unknown-format',
    { zh: '这其实是文字文件（多半是 CSV），只是用了工作簿的名字', en: 'this is a text file (probably CSV) with the name of a workbook' },
    {
      zh: '扩展名改为 .csv；或用 Excel、WPS 打开后另存为 .xlsx',
      en: 'a name that ends in .csv; or the file saved as .xlsx in Excel or WPS',
    },
  );
}
