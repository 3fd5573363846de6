/** A report as pages: its head and contents first, its parts after them, who and when on every edge. */
import type { Content, ContentSection, TableCell } from 'pdfmake/interfaces.js';
import { COLORS } from '../picture.js';
import type { Fields, Part, Told } from '../told/blocks.js';
import type { Overview } from '../told/overview.js';
import type { Page } from '../told/page.js';
import { contentOf } from './blocks.js';
import { kept, roomOver } from './heading.js';
import { BOXED, GAP, LABEL, MARGIN, PADDING, RULED, SIZE } from './look.js';
import type { Sheet } from './sheet.js';

export const pagesOf = (sheet: Sheet, page: Page, { title, head, parts }: Told): ContentSection => ({
  section: [
    { text: sheet.words(title), fontSize: SIZE.title, bold: true, id: sheet.prefix, outline: true, margin: [0, 0, 0, 8] },
    headOf(sheet, head),
    contents(sheet, parts),
    ...parts.flatMap((part) => partOf(sheet, part)),
  ],
  header: edge(sheet, `${page.report.contract.id} · ${page.t('检查日', 'as of')} ${page.report.asOf}`, 24),
  footer: (at, of) => edge(sheet, page.t(`第 ${at} 页，共 ${of} 页`, `page ${at} of ${of}`), 12),
});

/** Each contract with the page on which its report begins. @param prefixes of the reports, in the order of the rows */
export const overviewPages = (
  { words }: Pick<Sheet, 'words'>,
  { title, columns, rows }: Overview,
  page: Page,
  prefixes: readonly string[],
): ContentSection => ({
  section: [
    { text: words(title), fontSize: SIZE.title, bold: true, outline: true, id: 'overview', margin: [0, 0, 0, 8] },
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: [120, '*', '*', 30],
        body: [
          [...columns, page.t('页', 'Page')].map((text): TableCell => ({ text: words(text), bold: true })),
          ...rows.map(({ contract, verdict, money }, index): TableCell[] => [
            { text: words(contract), color: COLORS.open, linkToDestination: prefixes[index] ?? '' },
            { text: words(verdict) },
            { text: words(money) },
            { pageReference: prefixes[index] ?? '', alignment: 'right' },
          ]),
        ],
      },
      layout: RULED,
      fontSize: SIZE.table,
    },
  ],
  header: edge({ words }, `${page.t('检查日', 'as of')} ${page.report.asOf}`, 24),
  footer: (at, of) => edge({ words }, page.t(`第 ${at} 页，共 ${of} 页`, `page ${at} of ${of}`), 12),
});

/** Characters that surely stand on one line. */
const EDGE = 60;

/** On one line, whatever a contract calls itself. */
const edge = ({ words }: Pick<Sheet, 'words'>, text: string, above: number): Content => ({
  text: words(Array.from(text).slice(-EDGE).join('')),
  fontSize: SIZE.edge,
  color: COLORS.dim,
  alignment: 'right',
  margin: [MARGIN, above, MARGIN, 0],
});

function headOf(sheet: Sheet, { fields }: Fields): Content {
  const width = sheet.width - LABEL - 3 * GAP;
  const rows = fields.map(({ label, blocks }) => [
    { text: sheet.words(label), color: COLORS.dim },
    { stack: contentOf({ ...sheet, width }, blocks) },
  ]);
  return { table: { widths: [LABEL - GAP - PADDING, '*'], body: rows }, layout: BOXED, margin: [0, 0, 0, 8] };
}

/** Where each part begins. */
const contents = ({ words, prefix }: Sheet, parts: readonly Part[]): Content => ({
  stack: parts.map(({ id, title }): Content => ({
    columns: [
      { width: '*', text: words(title), linkToDestination: `${prefix}-${id}` },
      { width: 30, pageReference: `${prefix}-${id}`, alignment: 'right' },
    ],
    color: COLORS.open,
    margin: [0, 0, 0, 2],
  })),
  margin: [GAP, 0, GAP, 4],
});

function partOf(sheet: Sheet, { id, title, blocks }: Part): Content[] {
  const part = `${sheet.prefix}-${id}`;
  const heading: Content = {
    text: sheet.words(title),
    id: part,
    outline: true,
    outlineParentId: sheet.prefix,
    outlineExpanded: true,
    fontSize: SIZE.part,
    bold: true,
    margin: [0, 14, 0, 5],
  };
  return kept([heading], contentOf({ ...sheet, part }, blocks), roomOver(blocks));
}
