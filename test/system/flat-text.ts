/** A text as LibreOffice Writer takes it (flat ODF): with headers, page numbers, footnotes and columns, of which it makes a real .docx or .pdf. */
const NAMESPACES = [
  ['office', 'office'],
  ['style', 'style'],
  ['text', 'text'],
  ['table', 'table'],
  ['fo', 'xsl-fo-compatible'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

export interface Layout {
  readonly columns: number;
  readonly header: string;
  /** Words behind which a footnote stands, and what it says. */
  readonly notes: Readonly<Record<string, string>>;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Lines with tabs are rows of a table. */
export function flatText(text: string, { columns, header, notes }: Layout): string {
  let count = 0;
  const withNotes = (line: string): string =>
    Object.entries(notes).reduce((all, [word, says]) => {
      if (!all.includes(word)) return all;
      count += 1;
      return all.replace(
        word,
        `${word}<text:note text:note-class="footnote"><text:note-citation>${count}</text:note-citation><text:note-body><text:p text:style-name="Footnote">${escaped(says)}</text:p></text:note-body></text:note>`,
      );
    }, escaped(line));
  const blocks: string[] = [];
  let rows: string[] = [];
  const close = (): void => {
    const width = Math.max(0, ...rows.map((row) => row.split('\t').length));
    const cells = (row: string): string =>
      row
        .split('\t')
        .map((cell) => `<table:table-cell><text:p>${escaped(cell)}</text:p></table:table-cell>`)
        .join('');
    if (rows.length > 0)
      blocks.push(
        `<table:table table:name="T${blocks.length}"><table:table-column table:number-columns-repeated="${width}"/>${rows.map((row) => `<table:table-row>${cells(row)}</table:table-row>`).join('')}</table:table>`,
      );
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (line.includes('\t')) {
      rows.push(line);
      continue;
    }
    close();
    blocks.push(`<text:p>${withNotes(line)}</text:p>`);
  }
  close();
  const parted = columns > 1 ? `<style:columns fo:column-count="${columns}" fo:column-gap="0.8cm"/>` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:style style:name="Footnote" style:family="paragraph"><style:text-properties fo:font-size="9pt" style:font-size-asian="9pt"/></style:style></office:styles>
<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm">${parted}</style:page-layout-properties><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"><style:header><text:p>${escaped(header)}</text:p></style:header><style:footer><text:p>第 <text:page-number/> 页 共 <text:page-count/> 页</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>${blocks.join('')}</office:text></office:body></office:document>`;
}
