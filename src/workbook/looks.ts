/** What the sheets look like: colours, letters, lines, and how they lie on paper. */
import type { PageSetup, PaperSize } from './write-workbook.js';
import type { PageColumn } from './page.js';

export const GREY = { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFEDEDED' }, fgColor: { argb: 'FFEDEDED' } } as const;
export const HEAD = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDCE6F1' } } as const;
export const MISSING = { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFE699' } } as const;
export const UNKNOWN = { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFF8CBAD' } } as const;

/** There on every Windows, in WPS too; others take their own Chinese font for it. */
export const FONT = { name: '微软雅黑', size: 10 } as const;
const LINE = { style: 'thin', color: { argb: 'FFD0D0D0' } } as const;
export const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE } as const;

/** What is hidden, and the column after it, by which rows are known. */
export const frozenColumns = (columns: readonly PageColumn[]): number => columns.findIndex(({ isHidden }) => isHidden !== true) + 1;

/** Characters that stand side by side on a printed page and can still be read. */
const ON_A_PAGE = 200;
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- the library's own name for it would load the library
const A4 = 9 as PaperSize;

/** On paper: sideways, as many columns on a page as can be read, the headings on every page. */
export function printed(columns: readonly PageColumn[], head: number): Partial<PageSetup> {
  const width = columns.reduce((sum, column) => sum + (column.isHidden === true ? 0 : column.width), 0);
  const pages = Math.max(1, Math.ceil(width / ON_A_PAGE));
  return { paperSize: A4, orientation: 'landscape', fitToPage: true, fitToWidth: pages, fitToHeight: 0, printTitlesRow: `${head}:${head}` };
}
