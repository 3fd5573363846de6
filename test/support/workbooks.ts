/** Workbooks made by hand, part by part, as no library would write them; and zip archives that lie. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface Lies {
  /** What the archive says is the size of each part. */
  readonly size?: number;
  readonly encrypted?: boolean;
  /** Each part once more under the same name. */
  readonly twice?: boolean;
  /** Sizes and offsets in the extra field, as zip64 has them: no lie, but rare. */
  readonly long?: boolean;
}

/** A zip archive of parts. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>, lies: Lies = {}): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  const all = Object.entries(parts);
  for (const [name, content] of lies.twice === true ? [...all, ...all] : all) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const named = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(lies.encrypted === true ? 1 : 0, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(lies.size ?? bytes.length, 18);
    head.writeUInt16LE(named.length, 22);
    const before = at;
    const entry = [Buffer.from('PK\x03\x04'), head, named, packed];
    local.push(...entry.map((one) => Buffer.from(one)));
    at += entry.reduce((sum, one) => sum + one.length, 0);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(before, 10);
    const extra = Buffer.alloc(lies.long === true ? 33 : 0);
    if (lies.long === true) {
      // An extra field of another kind goes before it.
      extra.write('\x55\x54\x01\x00\x00\x01\x00\x18\x00', 'latin1');
      [bytes.length, packed.length, before].forEach((value, index) => extra.writeBigUInt64LE(BigInt(value), 9 + 8 * index));
      head.fill(0xff, 14, 22);
      tail.fill(0xff, 10);
      head.writeUInt16LE(extra.length, 24);
    }
    central.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), head, tail, named, extra]));
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}

export interface Made {
  /** The content of sheetData and what follows it, by the name of the sheet. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly hidden?: readonly string[];
  readonly isFrom1904?: boolean;
  /** Number formats, by code, or by number if they are built in; style 1 is the first, 0 is General. */
  readonly formats?: readonly (string | number)[];
  readonly strings?: readonly string[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The parts of a workbook. */
export function partsOf({ sheets, hidden = [], isFrom1904, formats = [], strings = [] }: Made): Record<string, string> {
  const names = Object.keys(sheets);
  const tabs = names.map(
    (name, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="s${index + 1}"${hidden.includes(name) ? ' state="hidden"' : ''}/>`,
  );
  const links = names.map(
    (_, index) => `<Relationship Id="s${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const type = (path: string, kind: string): string =>
    `<Override PartName="/xl/${path}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const types = [
    type('workbook', 'sheet.main'),
    type('styles', 'styles'),
    type('sharedStrings', 'sharedStrings'),
    ...names.map((_, index) => type(`worksheets/sheet${index + 1}`, 'worksheet')),
  ];
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types.join('')}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships ${PACKAGE}><Relationship Id="w" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr${isFrom1904 === true ? ' date1904="1"' : ''}/><sheets>${tabs.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships ${PACKAGE}>${links.join('')}<Relationship Id="t" Type="${OFFICE}/styles" Target="/xl/styles.xml"/><Relationship Id="x" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="o" Type="${OFFICE}/externalLink" Target="https://example.com/x.xlsx" TargetMode="External"/></Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet ${MAIN}><numFmts>${formats.map((code, index) => (typeof code === 'number' ? '' : `<numFmt numFmtId="${200 + index}" formatCode="${escaped(code)}"/>`)).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((code, index) => `<xf numFmtId="${typeof code === 'number' ? code : 200 + index}"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${HEAD}<sst ${MAIN}>${strings.map((one) => `<si>${one}</si>`).join('')}</sst>`,
    ...Object.fromEntries(
      Object.values(sheets).map((content, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `${HEAD}<worksheet ${MAIN}>${content}</worksheet>`,
      ]),
    ),
  };
}

export const workbookOf = (made: Made): Uint8Array => zipOf(partsOf(made));

/** A cell with a text of its own. */
export const text = (content: string): string => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(content)}</t></is></c>`;
/** A cell with a number as stored, in a style. */
export const number = (stored: string | number, style = 0): string => `<c s="${style}"><v>${stored}</v></c>`;
/** A row of cells that say nothing of their address. */
export const row = (...cells: readonly string[]): string => `<row>${cells.join('')}</row>`;
export const HEADING = row(...['id', 'contract', 'type', 'at', 'amount', 'note'].map(text));
/** Rows below the usual headings. */
export const sheetOf = (...rows: readonly string[]): string => `<sheetData>${HEADING}${rows.join('')}</sheetData>`;
