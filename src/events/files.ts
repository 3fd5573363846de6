import type { Problem } from '../input/problem.js';
import { quote } from '../input/quote.js';
import { readCsv } from './files/csv.js';
import { readDocument } from './files/document.js';
import type { EventFile, RawEvent, ReadEvents, Remark, SetAside } from './files/event-file.js';
import { readNdjson } from './files/ndjson.js';
import { readXlsx } from './files/xlsx.js';

export type { EventFile, RawEvent, Remark, SetAside };

/** How each kind of file is read, by the end of its name. A new kind is a file in files/ and a line here. */
const FORMATS: Readonly<Record<string, ReadEvents>> = {
  ndjson: readNdjson,
  jsonl: readNdjson,
  json: readDocument,
  yaml: readDocument,
  yml: readDocument,
  csv: readCsv,
  xlsx: readXlsx,
  xlsm: readXlsx,
};

/** Names that workbooks have, too: what is inside decides, and says how to save it where it cannot be read. */
const OTHER_WORKBOOKS: ReadonlySet<string> = new Set(['xls', 'et', 'xlsb']);

/** The events of a file as written, not yet held against their types; every one that cannot be read is set aside. */
export function readEventFile(name: string, bytes: Uint8Array): EventFile {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const read = Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : OTHER_WORKBOOKS.has(extension) ? readXlsx : undefined;
  return read === undefined ? { rows: [], problems: [unknownFormat(name)], bad: [] } : read(name, bytes);
}

function unknownFormat(name: string): Problem {
  const known = Object.keys(FORMATS).map((extension) => `.${extension}`);
  return {
    code: 'unknown-format',
    place: { file: name, line: 1, column: 1 },
    message: {
      zh: `不能从“${quote(name)}”的扩展名看出事件文件的格式`,
      en: `the name "${quote(name)}" does not say which format the events have`,
    },
    repair: { zh: `扩展名为 ${known.join('、')} 之一`, en: `a name that ends in one of ${known.join(', ')}` },
  };
}
