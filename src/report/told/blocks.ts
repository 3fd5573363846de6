/** A report told, before any format: what stands under what, and as what. Every format lays these blocks out in its own way. */
import type { Finding } from '../../schema-types/report.js';
import type { Timeline } from './timeline.js';

/** How a piece of text is meant: a format may colour it, never say it by colour alone. */
export type Tone = 'strong' | 'bad' | 'warn' | 'open' | 'good' | 'dim';

export interface Told {
  readonly title: string;
  readonly head: Fields;
  readonly parts: readonly Part[];
}

export interface Part {
  /** The same in every language, for links. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block = Paragraph | Items | Fields | Table | Group | FindingBlock | Figure;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly tone?: Tone | undefined;
}

export interface Items {
  readonly kind: 'items';
  readonly items: readonly Item[];
}

/** A sentence, and what belongs under it. */
export interface Item {
  readonly text: string;
  readonly tone?: Tone | undefined;
  readonly blocks?: readonly Block[];
}

export interface Fields {
  readonly kind: 'fields';
  readonly fields: readonly Field[];
}

/** A label, and what stands beside it. */
export interface Field {
  readonly label: string;
  readonly blocks: readonly Block[];
}

/** The last column takes what the others leave. */
export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly title: string;
  readonly align?: 'right';
  /** Of the width, beside the shares of the others; where every column has one, tables of a kind stand alike. */
  readonly share?: number;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** What is told under the row, over its whole width. */
  readonly under?: readonly Block[];
}

export interface Cell {
  readonly text: string;
  readonly tone?: Tone | undefined;
  /** The number of the finding that it is about, where that one is told in full. */
  readonly finding?: number | undefined;
}

/** Blocks under a title of their own. */
export interface Group {
  readonly kind: 'group';
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** One finding told in full. */
export interface FindingBlock {
  readonly kind: 'finding';
  readonly finding: Finding;
  /** Under which others refer to it. */
  readonly number: number;
  readonly title: string;
  readonly tone: Tone;
  readonly fields: Fields;
}

/** A picture, and the same in words for whoever does not see it. */
export interface Figure {
  readonly kind: 'figure';
  readonly timeline: Timeline;
  readonly text: string;
}

export const paragraph = (text: string, tone?: Tone): Paragraph => ({ kind: 'paragraph', text, tone });

/** The share of each column in the whole; null: as wide as what stands in them. */
export function sharesOf(columns: readonly Column[]): readonly number[] | null {
  const shares = columns.flatMap(({ share }) => share ?? []);
  const sum = shares.reduce((total, one) => total + one, 0);
  return shares.length < columns.length ? null : shares.map((share) => share / sum);
}

export const items = (all: readonly Item[]): Items => ({ kind: 'items', items: all });

export const table = (columns: readonly Column[], rows: readonly Row[]): Table => ({ kind: 'table', columns, rows });

export const group = (title: string, blocks: readonly Block[]): Group => ({ kind: 'group', title, blocks });

/** Texts beside a label, each a paragraph; none: no field. */
export const field = (label: string, texts: readonly string[], tone?: Tone): readonly Field[] => {
  const said = texts.filter((text) => text !== '');
  return said.length === 0 ? [] : [{ label, blocks: said.map((text) => paragraph(text, tone)) }];
};

export const fields = (all: readonly Field[]): Fields => ({ kind: 'fields', fields: all });
