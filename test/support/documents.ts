/** Agreements as Word and PDF write them, made by hand: the smallest file of each kind that a reader opens. */
import { deflateSync } from 'node:zlib';
import { zipOf } from './workbooks.js';

/** A paragraph, or the rows of a table. */
export type Block =
  | string
  | { readonly rows: readonly (readonly string[])[] }
  /** Numbered by Word itself, on this level. */
  | { readonly text: string; readonly level: number };

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Word cuts a text into runs as it was typed. */
const runs = (text: string): string =>
  (text.match(/\t|[^\t]{1,7}/gu) ?? [])
    .map((piece) => (piece === '\t' ? '<w:r><w:tab/></w:r>' : `<w:r><w:t xml:space="preserve">${escaped(piece)}</w:t></w:r>`))
    .join('');

/** `>` in place of a cell: merged with the one on its left; `^`: with the one above. */
const cellsOf = (cells: readonly string[]): string =>
  cells
    .flatMap((cell, at): readonly string[] => {
      if (cell === '>') return [];
      const behind = cells.slice(at + 1);
      const columns = 1 + (behind.findIndex((one) => one !== '>') === -1 ? behind.length : behind.findIndex((one) => one !== '>'));
      const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '';
      const merge = cell === '^' ? '<w:vMerge/>' : '<w:vMerge w:val="restart"/>';
      return [`<w:tc><w:tcPr>${span}${merge}</w:tcPr>${paragraph(cell === '^' ? '' : cell)}</w:tc>`];
    })
    .join('');

const paragraph = (text: string, properties = ''): string => `<w:p>${properties}${runs(text)}</w:p>`;

function blockOf(block: Block): string {
  if (typeof block === 'string') return paragraph(block);
  if ('rows' in block) return `<w:tbl>${block.rows.map((cells) => `<w:tr>${cellsOf(cells)}</w:tr>`).join('')}</w:tbl>`;
  return paragraph(block.text, `<w:pPr><w:numPr><w:ilvl w:val="${block.level}"/><w:numId w:val="1"/></w:numPr></w:pPr>`);
}

const LEVELS: readonly (readonly [format: string, text: string])[] = [
  ['chineseCountingThousand', '%1、'],
  ['decimal', '%2.'],
  ['decimal', '（%3）'],
];

const NUMBERING = `${HEAD}<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${LEVELS.map(
  ([format, text], at) => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
).join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

/** The parts of a .docx. */
export function wordPartsOf(blocks: readonly Block[], type = MAIN): Record<string, string> {
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/numbering" Target="numbering.xml"/></Relationships>`,
    'word/numbering.xml': NUMBERING,
    'word/document.xml': `${HEAD}<w:document ${W}><w:body>${blocks.map(blockOf).join('')}</w:body></w:document>`,
  };
}

/** A .docx. */
export const wordOf = (blocks: readonly Block[]): Uint8Array => zipOf(wordPartsOf(blocks));

/** A line of a page: pieces of text, each from its own place on. */
export type PdfLine = string | readonly { readonly x: number; readonly text: string }[];

const SIZE = 10;

/** Each character by its own number, and a map that says so. */
function toUnicode(): string {
  const ranges = Array.from({ length: 256 }, (_, high) => {
    const byte = high.toString(16).padStart(2, '0');
    return `<${byte}00> <${byte}ff> <${byte}00>`;
  });
  const blocks = [0, 100, 200].map((from) => {
    const some = ranges.slice(from, from + 100);
    return `${some.length} beginbfrange\n${some.join('\n')}\nendbfrange`;
  });
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks.join('\n')}\nendcmap end end`;
}

const hex = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');

function contentOf(lines: readonly PdfLine[]): string {
  const shown = lines.flatMap((line, index) =>
    (typeof line === 'string' ? [{ x: 60, text: line }] : line).map(
      ({ x, text }) => `1 0 0 1 ${x} ${780 - index * 16} Tm <${hex(text)}> Tj`,
    ),
  );
  return `BT /F ${SIZE} Tf ${shown.join('\n')} ET`;
}

export interface PdfLies {
  /** In place of the drawing of each page. */
  readonly content?: Uint8Array;
  /** Says that a password is needed. */
  readonly encrypted?: boolean;
}

/** A PDF with a font that is named and not there: its text can be read all the same. */
export function pdfOf(pages: readonly (readonly PdfLine[])[], lies: PdfLies = {}): Uint8Array {
  const objects: Buffer[] = [];
  const add = (content: string | Buffer): number => objects.push(Buffer.from(content));
  const stream = (content: Uint8Array): Buffer => {
    const packed = deflateSync(content);
    return Buffer.concat([
      Buffer.from(`<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`),
      packed,
      Buffer.from('\nendstream'),
    ]);
  };
  add('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ');
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  add('<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>');
  add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>',
  );
  add(stream(Buffer.from(toUnicode())));
  for (const [index, lines] of pages.entries()) {
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${7 + index * 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>`);
    add(stream(lies.content ?? Buffer.from(contentOf(lines))));
  }
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let at = parts[0]!.length;
  for (const [index, object] of objects.entries()) {
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    offsets.push(at);
    at += whole.length;
    parts.push(whole);
  }
  const key = '0'.repeat(64);
  const encrypt =
    lies.encrypted === true ? ` /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${key}> /U <${key}> >> /ID [<00> <00>]` : '';
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${encrypt} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
