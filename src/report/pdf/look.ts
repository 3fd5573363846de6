/** Sizes and colours of a page, in points. */
import type { CustomTableLayout, Style } from 'pdfmake/interfaces.js';
import { COLORS } from '../picture.js';
import type { Tone } from '../told/blocks.js';

export const MARGIN = 45;
/** Between the margins of an A4 page. */
export const WIDTH = 595.28 - 2 * MARGIN;
export const SIZE = { title: 18, part: 13.5, heading: 10.5, text: 9.5, table: 8.5, edge: 8 } as const;
export const LABEL = 84;
export const GAP = 8;
export const INDENT = 14;
const GROUND = '#f5f6f8';
const LINE = '#d0d5dd';

export const toned = (tone: Tone | undefined): Style =>
  tone === undefined ? {} : { color: COLORS[tone], bold: tone === 'strong' || tone === 'bad' };

/** Left and right of what stands in a cell. */
export const PADDING = 4;

/** Lines between rows; a row told further has none above what is told under it. */
export const RULED: CustomTableLayout = {
  hLineWidth: (row) => (row === 0 ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => LINE,
  fillColor: (row) => (row === 0 ? GROUND : null),
  paddingLeft: () => PADDING,
  paddingRight: () => PADDING,
  paddingTop: () => 2,
  paddingBottom: () => 2,
};

/** The head of the report, on a ground. */
export const BOXED: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  fillColor: () => GROUND,
  paddingLeft: (column) => (column === 0 ? GAP : PADDING),
  paddingRight: () => GAP,
  paddingTop: () => 2.5,
  paddingBottom: () => 1.5,
};
